"""The consultation form for any page, and the state of mails and promises for the admin home."""

from django import template
from django.db.models import Count, Min
from django.utils import timezone

from consultations import promises
from consultations.forms import ConsultationForm
from consultations.models import OutgoingMail

register = template.Library()


@register.inclusion_tag("partials/consultation-form.html", takes_context=True)
def empty_consultation_form(context):
    return {**context.flatten(), "form": ConsultationForm(clinic_name=context["clinic"].name)}


@register.simple_tag
def late_mail():
    """The number of late mails (`count`), and when the oldest of them was created (`since`)."""
    return OutgoingMail.objects.late().aggregate(count=Count("pk"), since=Min("created_at"))


@register.simple_tag
def measured_promises():
    """The figures of measure_promises(), with the median in words."""
    measured = promises.measure_promises(timezone.now())
    if measured["median"] is not None:
        measured["median"] = promises.format_wait(measured["median"])
    return measured
