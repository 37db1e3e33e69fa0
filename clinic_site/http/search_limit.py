"""Limits the searches of one client: each reads every article, and its page is not kept."""

import threading
import time
from collections import Counter

from clinic_site import views
from consultations.privacy.search_keys import keyed_hash

MOST_SEARCHES = 60  # of one client within a minute, in each web process: more than a person reads
QUESTIONS = ("q", "plan")  # what a search asks: of everything, of the insurance plans
MINUTE = 60  # seconds


class SearchLimitMiddleware:
    """Answers 429 to a client that has searched too much."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.counting = threading.Lock()
        self.minute, self.searches = 0, Counter()  # by a hash of the client

    def __call__(self, request):
        is_search = request.method in ("GET", "HEAD") and any(request.GET.get(name, "").strip() for name in QUESTIONS)
        if is_search and not request.path_info.startswith("/admin/") and self.is_too_much(request.client_network):
            response = views.too_many_requests(request)
            response.headers["Retry-After"] = str(MINUTE)
            return response
        return self.get_response(request)

    def is_too_much(self, client_network):
        """Counts a search, and says whether it is one too many."""
        if not client_network:
            return False
        client, minute = keyed_hash("client", client_network), int(time.time()) // MINUTE
        with self.counting:
            if minute != self.minute:
                self.minute, self.searches = minute, Counter()
            self.searches[client] += 1
            return self.searches[client] > MOST_SEARCHES
