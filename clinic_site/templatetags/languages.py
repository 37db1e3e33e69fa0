"""Names of languages in the language of the page."""

from django import template

from clinic_site.context_processors import LANGUAGE_NAMES

register = template.Library()


@register.filter
def name_of_language(code):
    return LANGUAGE_NAMES[code]
