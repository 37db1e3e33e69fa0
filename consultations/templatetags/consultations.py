"""Lets any page carry the consultation form, without its view knowing of it."""

from django import template

from consultations.forms import ConsultationForm

register = template.Library()


@register.simple_tag(takes_context=True)
def empty_consultation_form(context):
    """A form to fill out, for `partials/consultation-form.html`."""
    return ConsultationForm(clinic=context["clinic"])
