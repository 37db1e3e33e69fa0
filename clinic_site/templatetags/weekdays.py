from django import template
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import template_localtime

register = template.Library()

SMALL_WEEKDAYS = {"es", "pl"}  # languages that write the names of days with a small letter within a sentence


@register.filter
def weekday(moment):
    """The day's name within a sentence: Monday, poniedziałek."""
    name = date_format(template_localtime(moment), "l")
    return name.lower() if translation.get_language() in SMALL_WEEKDAYS else name
