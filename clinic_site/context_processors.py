"""The variables of every template."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import SHARED_PAGES
from clinic_site.http.stylesheet import STYLESHEET

QUERY = ["topic", "page", "q", "plan"]  # parameters that belong to an address; others are somebody's tracking
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
        "navigation": SimpleLazyObject(lambda: navigation(request)),  # the admin shows none
        "before_you_come": SimpleLazyObject(lambda: before_you_come(request)),
        "language_links": SimpleLazyObject(lambda: language_links(request)),  # used up to four times on a page
        "open_graph_locale": OPEN_GRAPH_LOCALES[translation.get_language()],
    }


def navigation(request):
    """(address, name, whether it is this page) of each page that the header names, in that order."""
    published = [(page, SHARED_PAGES[page].short_name) for page in request.clinic.published_pages]
    contact = ("contact", SHARED_PAGES["contact"].short_name)
    pages = [("home", _("Home")), *published, ("articles:list", _("Articles")), contact, ("search", _("Search"))]
    return [(reverse(page), name, reverse(page) == request.path) for page, name in pages]


def before_you_come(request):
    """(address, name) of each page that answers what patients ask before a visit, where something is published."""
    published = [page for page in request.clinic.published_pages if page != "services"]
    return [(reverse(page), SHARED_PAGES[page].name) for page in published]


def language_links(request):
    """Links to the same page in every language; to the home page if it does not exist there.

    A view sets `request.language_addresses` if its address differs between languages, and `request.translated_into`
    if the page is not translated into all of them.
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
    """The address of the requested page in `language`; the home page's for an unknown page."""
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
