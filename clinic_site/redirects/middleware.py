"""Redirects readers from the old address of a page to its new one.

Not Django's RedirectFallbackMiddleware: that one takes `?utm_source=…` for a part of the address, and reads the Site
from the database.
"""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import DatabaseError
from django.db.models import Value
from django.db.models.functions import Lower
from django.http import HttpResponsePermanentRedirect

from articles.models import OWN_PAGES, ArticleText
from articles.site_pages import find_view
from clinic_site import views
from clinic_site.redirects.addresses import MAX_LENGTH, RESERVED, normalize_old_address
from clinic_site.redirects.wordpress import WORDPRESS_HOME, list_spellings, wordpress_id
from clinic_site.text_rules import drop_invisible

GLUED = "/.,;:!?)]}>»”’\"'"  # to the end of an address in a sentence, by mail programs


class RedirectMiddleware:
    """Looks up addresses that no page has, and those of WordPress pages that share the home page's path."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if request.path_info in WORDPRESS_HOME and wordpress_id(request.META["QUERY_STRING"]):
            return find_redirect(request) or views.not_found(request, None)
        response = self.get_response(request)
        return find_redirect(request) or response if response.status_code == 404 else response


def find_redirect(request):
    """The answer that redirects; None when there is none or the database is out of reach."""
    path, query = request.path_info, request.META["QUERY_STRING"]
    if normalize_old_address(path).startswith(RESERVED) or "\x00" in path:
        return None
    try:
        new_path = find_new_path(path, query) or find_page_spelt_otherwise(path)
    except DatabaseError:
        return None
    if new_path in (None, path):  # the page that an address in capitals led to is gone
        return None
    return HttpResponsePermanentRedirect(new_path)


def find_new_path(path, query):
    """Where the old address leads to, in capitals or not, and whatever WordPress or a mail program added to it.

    One query, and none for a path that is far longer than any that is stored.
    """
    if len(path) > 2 * MAX_LENGTH:
        return None
    address, page = normalize_old_address(path, query), wordpress_id(query)
    spellings = [address, *list_spellings(normalize_old_address(strip_glued(address)))]
    if page and address.endswith("/"):
        spellings.insert(0, f"{address}?{page}")  # on a WordPress site in a folder
    ranks = {spelling.lower(): rank for rank, spelling in reversed([*enumerate(spellings)])}
    alike = Redirect.objects.annotate(lowered=Lower("old_path")).filter(
        lowered__in=[Lower(Value(spelling)) for spelling in ranks], site_id=settings.SITE_ID
    )
    found = alike.order_by("pk").values_list("old_path", "new_path")
    nearest = min(found, key=lambda row: (ranks.get(row[0].lower(), len(ranks)), row[0] != address), default=None)
    return nearest and nearest[1]


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
