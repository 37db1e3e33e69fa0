"""Opening hours and weekdays in the language of the page."""

from django import template
from django.utils import translation
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import template_localtime
from django.utils.translation import gettext

from clinic_site.holiday_names import name_here

register = template.Library()

SMALL_WEEKDAYS = {"es", "pl"}  # languages that write the names of days with a small letter within a sentence


@register.filter
def weekday(moment):
    """The day's name within a sentence: Monday, poniedziałek."""
    name = date_format(template_localtime(moment), "l")
    return name.lower() if translation.get_language() in SMALL_WEEKDAYS else name


@register.filter
def special_name(special):
    """The name of special days, marked where it is in English on a page in another language."""
    name, language = name_here(special)
    if language == translation.get_language():
        return name
    return format_html('<span lang="{}" dir="ltr">{}</span>', language, name)


@register.filter
def opening_periods(periods):
    """The periods of a day, one to a line. A template for it would take a twentieth of the time of a page."""
    sentence = gettext("<bdi>%(opens)s</bdi> to <bdi>%(closes)s</bdi>")
    lines = [sentence % {"opens": time_format(opens), "closes": time_format(closes)} for opens, closes in periods]
    return mark_safe("<br>".join(lines) or gettext("Closed"))
