"""Lets any page carry the consultation form, and the admin's home tell how mails and promises are doing."""

from django import template
from django.db.models import Count, Min
from django.utils import timezone

from consultations import promises
from consultations.forms import ConsultationForm
from consultations.models import OutgoingMail

register = template.Library()


@register.simple_tag(takes_context=True)
def empty_consultation_form(context):
    """A form to fill out, for `partials/consultation-form.html`."""
    return ConsultationForm(clinic=context["clinic"])


@register.simple_tag
def late_mail():
    """How many mails have waited too long (`count`), and since when the oldest of them has (`since`)."""
    return OutgoingMail.objects.late().aggregate(count=Count("pk"), since=Min("created_at"))


@register.simple_tag
def measured_promises():
    """How the promises stand; the median in words. Four queries."""
    measured = promises.measure(timezone.now())
    if measured["median"] is not None:
        measured["median"] = promises.in_words(measured["median"])
    return measured
