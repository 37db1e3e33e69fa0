"""Redirects readers from the old address of a page to its new one.

Not Django's RedirectFallbackMiddleware: that one takes `?utm_source=…` for a part of the address, and reads the Site
from the database.
"""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect

from clinic_site import views
from clinic_site.redirects.addresses import RESERVED, normalize_old_address
from clinic_site.redirects.wordpress import wordpress_id


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
        redirect = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=address).first()
    except DatabaseError:
        return None
    return HttpResponsePermanentRedirect(redirect.new_path) if redirect else None
