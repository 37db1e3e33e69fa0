"""The names of special days in the languages of the site."""

from django.utils.translation import get_language, gettext, gettext_noop

ENGLISH = "en"
OBSERVED = " (observed)"  # beside a holiday that falls on a weekend
FEDERAL_HOLIDAYS = [
    gettext_noop("New Year's Day"),
    gettext_noop("Martin Luther King Jr. Day"),
    gettext_noop("Washington's Birthday"),
    gettext_noop("Memorial Day"),
    gettext_noop("Juneteenth National Independence Day"),
    gettext_noop("Independence Day"),
    gettext_noop("Labor Day"),
    gettext_noop("Columbus Day"),
    gettext_noop("Veterans Day"),
    gettext_noop("Thanksgiving Day"),
    gettext_noop("Christmas Day"),
]


def name_here(special):
    """(name, language) of special days for readers of the current language: as staff typed it, a federal holiday as the
    site translates it, anything else in English."""
    language = get_language()
    if language in special.translations:
        return special.translations[language], language
    holiday = special.name.removesuffix(OBSERVED)
    if language == ENGLISH or holiday not in FEDERAL_HOLIDAYS:
        return special.name, ENGLISH
    name = gettext(holiday)
    return (name if holiday == special.name else gettext("%(holiday)s (observed)") % {"holiday": name}), language
