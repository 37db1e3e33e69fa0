"""Lets any page carry the consultation form, and the admin's home tell how mails and promises are doing."""

from django import template
from django.db.models import Count, Min
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

from consultations import promises, spam
from consultations.forms import ConsultationForm
from consultations.models import OutgoingMail

register = template.Library()


OPENED = "the moment at which the form is opened"
AN_HOUR = 3600  # seconds


@register.simple_tag(takes_context=True)
def empty_consultation_form(context):
    """A form to fill out, with the words around it.

    Making it is most of the work of a page that carries it, and all but the moment is the same for all readers of a
    language: so it is made once for every change of the clinic's facts.
    """

    def make():
        form = ConsultationForm(clinic_name=context["clinic"].name)
        form.initial["opened"] = OPENED
        return render_to_string("partials/consultation-form.html", {**context.flatten(), "form": form})

    html = make()
    return mark_safe(html.replace(OPENED, spam.sign_opening()))


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
