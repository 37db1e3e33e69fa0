"""Redirects readers from the old address of a page to its new one.

Not Django's RedirectFallbackMiddleware: that one takes `?utm_source=…` for a part of the address, and reads the Site
from the database.
"""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import DatabaseError
from django.db.models import Q
from django.http import HttpResponsePermanentRedirect

from articles.models import OWN_PAGES, ArticleText
from clinic_site import views
from clinic_site.redirects.addresses import RESERVED, find_view, normalize_old_address
from clinic_site.redirects.wordpress import wordpress_id
from clinic_site.text_rules import drop_invisible

GLUED = "/.,;:!?)]}>»”’\"'"  # to the end of an address in a sentence, by mail programs


class RedirectMiddleware:
    """Looks up addresses that no page has, and those of WordPress pages that share the home page's path."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if request.path_info == "/" and wordpress_id(request.META["QUERY_STRING"]):
            return find_redirect(request) or views.not_found(request, None)
        response = self.get_response(request)
        return find_redirect(request) or response if response.status_code == 404 else response


def find_redirect(request):
    """The answer that redirects; None when there is none or the database is out of reach."""
    address = normalize_old_address(request.path_info, request.META["QUERY_STRING"])
    if address.startswith(RESERVED) or "\x00" in address:
        return None
    try:
        new_path = find_new_path(address) or find_page_spelt_otherwise(request.path_info)
    except DatabaseError:
        return None
    if new_path in (None, request.path_info):  # the page that an address in capitals led to is gone
        return None
    return HttpResponsePermanentRedirect(new_path)


def find_new_path(address):
    """Where the old address leads to, in capitals or not, and whatever a mail program took for a part of it."""
    spellings = {address, normalize_old_address(strip_glued(address))}
    is_alike = Q()
    for spelling in spellings:
        is_alike |= Q(old_path__iexact=spelling)
    alike = Redirect.objects.filter(is_alike, site_id=settings.SITE_ID).order_by("pk")
    found = dict(alike.values_list("old_path", "new_path"))
    return found.get(address) or next(iter(found.values()), None)


def find_page_spelt_otherwise(path):
    """The path of a public page that differs in capitals, or in signs at its end, alone."""
    spelling = f"{strip_glued(path).lower()}/"
    if spelling in (path, f"{path}/") or spelling.startswith(RESERVED) or not is_public_page(spelling):
        return None
    return spelling


def strip_glued(path):
    """Without what nobody sees, and the marks that end a sentence."""
    return drop_invisible(path).rstrip(GLUED) or "/"


def is_public_page(path):
    language, match = find_view(path)
    if match is None:
        return False
    if kinds := [kind for kind, name in OWN_PAGES.items() if name == match.view_name]:
        texts = ArticleText.objects.published().filter(article__kind__in=kinds)
        return texts.filter(language=language, slug=match.kwargs["slug"]).exists()
    return not (match.args or match.captured_kwargs)
