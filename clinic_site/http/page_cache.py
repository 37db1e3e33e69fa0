"""Keeps finished public pages for two seconds, in front of Django: most readers are answered without it.

Django's own cache middleware stands behind the whole of request and response handling, which costs as much as it saves.
Here a page is kept as the bytes that go out, in this process alone: nothing to share, nothing to empty, and whatever is
changed shows when the two seconds are over. A page that is kept was asked for without anything that its reader sent but
the address, so it cannot be personal, nor can one reader make it another page for the rest.
"""

import gzip
import hashlib
import re
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from urllib.parse import parse_qs, urlencode

import brotli
from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import reverse
from django.utils import translation

from clinic_site.redirects.wordpress import WORDPRESS_HOME, wordpress_id

# Answers that say so in Cache-Control are kept here, and by whoever stands between the site and its readers: a CDN or a
# browser may show one for five seconds, and one more time while it asks for a newer one, up to a minute later.
PUBLIC = "public, max-age=5, stale-while-revalidate=60"
SECONDS = 2  # what pages share is kept for up to two more before it comes here: together less than five
MOST_PAGES = 1000  # of about 12 kB
LONGEST_WAIT = 1  # seconds for another thread that makes the same page
LEFT_ALONE = ("/admin", "/static/", "/pictures/", "/healthz")  # is personal, or answered by itself
FOR_THE_LOG = {"HTTP_X_REQUEST_ID", "HTTP_X_FORWARDED_FOR"}  # are passed on all the same: no page is made of them
KEPT_QUERY = {"topic": re.compile(r"[\w-]{1,50}"), "page": re.compile(r"[1-9][0-9]{0,3}")}  # of lists of articles
OPENED = re.compile(rb'(?<=name="opened" value=")[^"]*')  # the moment at which a form was made: no reader sees it


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it goes out. `until` is when it is too old, by time.monotonic().

    `etag` is empty where nothing may be kept.
    """

    status: str
    headers: list
    body: bytes
    etag: str
    until: float

    @property
    def headers_unchanged(self):
        """Those of "304 Not Modified" (RFC 9110, 15.4.5)."""
        return [(name, value) for name, value in self.headers if name in ("Cache-Control", "ETag", "Vary")]


class PageCache:
    """A WSGI application that asks `application` for what it does not have."""

    def __init__(self, application):
        self.application = application
        self.pages = {}  # the oldest first
        self.storing = threading.Lock()
        self.making = [threading.Lock() for _ in range(64)]
        self.lists = set()
        for language, _ in settings.LANGUAGES:
            with translation.override(language):
                address = reverse("articles:list")
            self.lists |= {address, address.rstrip("/")}  # without the slash, Django leads there with the query

    def __call__(self, environ, start_response):
        key = self.key(environ)
        if key is None:
            return self.application(environ, start_response)
        asked_at = time.monotonic()
        page = self.pages.get(key)
        if page is None or page.until < asked_at:
            page = self.make_once(key, environ, asked_at)
        if page.etag and page.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start_response("304 Not Modified", page.headers_unchanged)
            return []
        start_response(page.status, page.headers)
        return [page.body] if environ["REQUEST_METHOD"] == "GET" else []

    def key(self, environ):
        """What tells pages apart; None for what is not kept: other methods and hosts, searches, the staff site.

        Not the host: every allowed one has the same pages, which name the site as SITE_URL does.
        """
        path = environ["PATH_INFO"]
        if (
            environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or path.startswith(LEFT_ALONE)
            or not is_allowed(environ.get("HTTP_HOST", ""))
        ):
            return None
        query = ""
        if environ["QUERY_STRING"]:
            query = self.kept_query(path, environ["QUERY_STRING"])
            if query is None:
                return None
        return environ["wsgi.url_scheme"], path, query, encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))

    def kept_query(self, path, query):
        """What of the query belongs to the page; None when it asks for something that is not kept.

        Everything else is left out, so that nobody can have a page made again by adding to its address.
        """
        if path in WORDPRESS_HOME and wordpress_id(query):
            return None
        if path not in self.lists:
            return ""
        given = parse_qs(query)
        if "q" in given or any(not KEPT_QUERY[name].fullmatch(given[name][-1]) for name in KEPT_QUERY if name in given):
            return None
        return urlencode({name: given[name][-1] for name in KEPT_QUERY if name in given})

    def make_once(self, key, environ, asked_at):
        """The page from `application`. Threads that want the same one wait for the first of them.

        What it brings them was young enough when they asked, also where it took longer than pages are kept.
        """
        making = self.making[hash(key) % len(self.making)]
        waited_for = making.acquire(timeout=LONGEST_WAIT)
        try:
            page = self.pages.get(key)
            if page is None or page.until < asked_at:
                page = self.make(key, environ)
            return page
        finally:
            if waited_for:
                making.release()

    def make(self, key, environ):
        *_, query, encoding = key
        sent = {name for name in environ if name.startswith(("HTTP_", "CONTENT_"))} - FOR_THE_LOG
        plain = {name: value for name, value in environ.items() if name not in sent}
        plain |= {"HTTP_HOST": environ["HTTP_HOST"], "REQUEST_METHOD": "GET", "QUERY_STRING": query}
        plain["wsgi.input"] = BytesIO()
        begun = time.monotonic()
        status, headers, whole = answer_of(self.application, plain)
        headers, body = compressed(headers, whole, encoding)
        if not status.startswith("200") or ("Cache-Control", PUBLIC) not in headers:
            return Page(status, headers, body, etag="", until=begun)
        etag = f'"{hashlib.blake2b(OPENED.sub(b"", whole), digest_size=12).hexdigest()}"'
        headers.append(("ETag", f"W/{etag}"))
        page = Page(status, headers, body, etag, until=begun + SECONDS)
        self.keep(key, page)
        return page

    def keep(self, key, page):
        """Keeps it, and lets go of what is too old: memory holds the pages of two seconds, not of all there are."""
        now = time.monotonic()
        with self.storing:
            self.pages.pop(key, None)
            while self.pages:
                oldest = next(iter(self.pages))
                if len(self.pages) < MOST_PAGES and self.pages[oldest].until >= now:
                    break
                del self.pages[oldest]
            self.pages[key] = page


def answer_of(application, environ):
    """(status, headers, body) of a WSGI application (PEP 3333)."""
    started = []

    def start_response(status, headers, exc_info=None):
        started[:] = status, headers

    pieces = application(environ, start_response)
    try:
        return *started, b"".join(pieces)
    finally:
        if hasattr(pieces, "close"):
            pieces.close()


@lru_cache
def is_allowed(host):
    """Whether Django would answer under this Host header."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


# Into no page that was asked for without query and headers can anybody put words beside a secret, so the length may be
# that of its words alone (no padding against BREACH).
COMPRESS = {
    "br": lambda body: brotli.compress(body, quality=7, lgwin=16),  # a window of 64 kB is larger than any page
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


def compressed(headers, body, encoding):
    """(headers, body) in that encoding, where the answer says that it depends on what the reader accepts.

    Those that do not say so, such as short ones, a CDN may hand to readers who accept another one.
    """
    varies = any(name == "Vary" and "Accept-Encoding" in value for name, value in headers)
    if varies and encoding:
        body = COMPRESS[encoding](body)
    headers = [(name, value) for name, value in headers if name != "Content-Length"]
    headers.append(("Content-Length", str(len(body))))
    if varies and encoding:
        headers.append(("Content-Encoding", encoding))
    return headers, body


@lru_cache
def encoding_for(accepted):
    """The encoding to answer in, by an Accept-Encoding header: br or gzip; empty for none."""
    given = {}
    for item in accepted.lower().split(","):
        name, _, quality = item.partition(";")
        given[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", quality)
    return next((encoding for encoding in ("br", "gzip") if given.get(encoding)), "")
