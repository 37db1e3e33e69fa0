"""How much one client may search: a search reads every article, and no cache answers it."""

import time

from django.core.cache import cache

from clinic_site import views
from consultations.privacy.search_keys import keyed_hash

MOST_SEARCHES = 60  # of one client within a minute: a person reads, a program need not
MINUTE = 60  # seconds


class SearchLimitMiddleware:
    """Answers 429 to a client that has searched too much. The cache counts: without one, nobody is refused."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_search = request.method in ("GET", "HEAD") and request.GET.get("q", "").strip()
        if is_search and not request.path_info.startswith("/admin/") and is_too_much(request.client_network):
            response = views.too_many_requests(request)
            response.headers["Retry-After"] = str(MINUTE)
            return response
        return self.get_response(request)


def is_too_much(client_network):
    """Counts one more search, under a hash of who asks."""
    if not client_network:
        return False
    key = f"searches-{int(time.time()) // MINUTE}-{keyed_hash('client', client_network)}"
    if cache.add(key, 1, MINUTE):
        return False
    try:
        return cache.incr(key) > MOST_SEARCHES
    except ValueError:  # gone since we looked
        return False
