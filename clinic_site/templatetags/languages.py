"""Names of languages in the language of the page."""

from django import template
from django.utils.translation import get_language, get_language_info

register = template.Library()


@register.filter
def name_of_language(code):
    """Of the site's languages, English alone writes these names with capitals; Django's Spanish does too."""
    name = get_language_info(code)["name_translated"]
    return name if get_language() == "en" else name.lower()
