"""What every template knows."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy

from clinic_site.http.stylesheet import STYLESHEET

QUERY = ["topic", "page", "q"]  # what belongs to an address; anything else is somebody's tracking
LANGUAGE_NAMES = {
    "ar": gettext_lazy("Arabic"),
    "en": gettext_lazy("English"),
    "es": gettext_lazy("Spanish"),
    "pl": gettext_lazy("Polish"),
}
OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "en": "en_US", "es": "es_US", "pl": "pl_PL"}


def every_page(request):
    return {
        "clinic": request.clinic,
        "site_url": settings.SITE_URL,
        "stylesheet": STYLESHEET,
        "language_links": SimpleLazyObject(lambda: language_links(request)),  # asked for up to four times on a page
        "open_graph_locale": OPEN_GRAPH_LOCALES[translation.get_language()],
    }


def language_links(request):
    """The same page in every language, by own name; home where there is no such page.

    A view whose address differs between languages says so in `request.language_addresses`; languages it leaves
    out of `request.translated_into` show the page in another language than their own.
    """
    addresses = getattr(request, "language_addresses", {})
    translated_into = getattr(request, "translated_into", dict(settings.LANGUAGES))
    links = []
    for code, name in settings.LANGUAGES:
        links.append(
            {
                "code": code,
                "name": name,
                "name_here": LANGUAGE_NAMES[code],
                "address": addresses.get(code) or address_in(request, code),
                "is_current": code == translation.get_language(),
                "is_translated": code in translated_into,
            }
        )
    return links


def address_in(request, language):
    """The address of the page that was asked for, in `language`; home for an unknown page."""
    match = request.resolver_match
    with translation.override(language):
        if match is None:
            return reverse("home")
        try:
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            return reverse("home")
    query = urlencode({name: request.GET[name] for name in QUERY if name in request.GET})
    return f"{address}?{query}" if query else address
