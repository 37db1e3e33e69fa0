"""Counts how often each page is read, as plain totals of a day and a language. Nothing about a reader is kept.

The page cache counts here whenever it sends a page that it keeps. Each web process collects its counts in memory and
adds them to the database once a minute and when it ends. A process that is killed loses the counts of at most a minute.
"""

import logging
import time
from collections import Counter
from contextlib import closing
from threading import Lock, Thread

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from clinic_site.models import PageViews

EVERY = 60  # seconds between two writes of a process
COUNTED_AS = "clinic_site.counted_as"  # in the WSGI environment: (day, page, language)

# In User-Agent, in small letters: how those of browsers begin, and words of robots that begin so too. Nearly all robots
# give an address on the web.
BROWSERS = ("mozilla/", "opera/", "lynx/", "w3m/")
ROBOTS = ("bot", "crawl", "spider", "http", "preview", "headless")
# Sent with what a browser fetches before anybody wants to read it.
FETCHED_AHEAD = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")

logger = logging.getLogger(__name__)


class PageNameMiddleware:
    """Tells the page cache what readings of this page count as, by the clinic's clock.

    A page's name is its view's, such as `home`, unless the view has set `request.page_name`, such as `article-12`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.resolver_match and response.headers.get("Content-Type", "").startswith("text/html"):
            page = getattr(request, "page_name", request.resolver_match.view_name)
            request.META[COUNTED_AS] = (timezone.localdate(), page, request.LANGUAGE_CODE)
        return response


class PageCounter:
    """The counts of this process that are not in the database yet."""

    def __init__(self, every=EVERY):
        self.every, self.counts, self.thread = every, Counter(), None
        self.counting, self.writing = Lock(), Lock()

    def count(self, counted_as, environ):
        """Counts this request for a page, unless it is a robot's or fetched ahead. Costs about two microseconds."""
        if not is_reading(environ):
            return
        with self.counting:
            self.counts[counted_as] += 1
            if self.thread is None:  # not before: a thread does not survive the fork
                self.thread = Thread(target=self.write_again_and_again, daemon=True)
                self.thread.start()

    def write_again_and_again(self):
        while True:
            time.sleep(self.every)
            self.write()

    def write(self):
        """Adds the counts to the database in one transaction; keeps them for the next time if that fails."""
        with self.writing:
            with self.counting:
                counts, self.counts = self.counts, Counter()
            if not counts:
                return
            try:
                with closing(connection), transaction.atomic():
                    add_to_database(counts)
                    counts.clear()  # if the database dies from here on, it may have them: better lost than twice
            except Exception:  # whatever it is, nothing is lost, and the thread goes on
                logger.warning("Page views could not be stored", exc_info=True)
                with self.counting:
                    self.counts.update(counts)


def is_reading(environ):
    """Whether the request is for a page that somebody is about to read, by what its sender says of itself.

    Without any() and the like, which would cost as much again.
    """
    if environ["REQUEST_METHOD"] != "GET" or environ.get("HTTP_SEC_FETCH_DEST", "document") != "document":
        return False
    for name in FETCHED_AHEAD:
        if name in environ:
            return False
    agent = environ.get("HTTP_USER_AGENT", "").lower()
    for word in ROBOTS:
        if word in agent:
            return False
    return agent.startswith(BROWSERS)


def add_to_database(counts):
    """In one order: otherwise each of two processes could wait for a row that the other has changed."""
    rows = [{"day": day, "page": page, "language": language} for day, page, language in sorted(counts)]
    PageViews.objects.bulk_create([PageViews(**row, views=0) for row in rows], ignore_conflicts=True)
    for row in rows:
        if not PageViews.objects.filter(**row).update(views=F("views") + counts[*row.values()]):
            raise DatabaseError("the days of a month are being added up")  # the next write finds them in one row
