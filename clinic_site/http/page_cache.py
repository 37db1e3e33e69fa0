"""Keeps finished public pages in front of Django until something changes them, so that few requests reach Django.

A page is kept in the memory of this process, as the bytes that go out. It changes by a write, which changes the
generation in the database (clinic_site/generation.py), or by the clock: the clinic opens or closes, a day begins, a
scheduled article appears. A page to keep is made from its address alone, without anything else that its reader sent,
so it cannot be personal, and no reader can change it for the others.
"""

import gzip
import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode

import brotli
from django.conf import settings
from django.db import Error
from django.http.request import split_domain_port, validate_host
from django.urls import reverse
from django.utils import translation

from articles.site_pages import find_view
from clinic_site.redirects.wordpress import WORDPRESS_HOME, wordpress_id
from clinic_site.statistics.counting import COUNTED_AS

# The header of an answer that may be kept. A CDN or a browser may show it for five seconds, and for up to a minute more
# while it fetches a newer one.
PUBLIC = "public, max-age=5, stale-while-revalidate=60"
LOOK_EVERY = 1  # seconds between two looks at the generation
LONGEST_WITHOUT_LOOK = 3600  # seconds for which kept pages are shown while the database cannot be asked
MOST_BYTES = 16 * 1024 * 1024  # of kept pages, each of about 12 kB
LONGEST_WAIT = 1  # seconds for another thread that makes the same page
LEFT_ALONE = ("/admin", "/static/", "/pictures/", "/healthz")  # personal pages, files, the health check
REVIEW = "/articles/review/"  # in any language: a secret page, which counts its readings itself
FOR_THE_LOG = {
    "HTTP_X_REQUEST_ID",
    "HTTP_X_FORWARDED_FOR",
}  # are passed on: the log needs them, and no page depends on them
SEARCHES = {"articles:list": "q", "search": "q", "costs": "plan"}  # pages, and what their searches ask
KEPT_QUERY = {"topic": re.compile(r"[\w-]{1,50}"), "page": re.compile(r"[1-9][0-9]{0,3}")}  # of lists of articles

Headers = list[tuple[str, str]]
Application = Callable[[dict, Callable], Iterable[bytes]]  # of WSGI (PEP 3333)


@dataclass(frozen=True, slots=True)
class Page:
    """A finished answer. `etag` is empty if it may not be kept.

    `counted_as` is what readings of it count as; None for what is no page to read, such as the feed.
    """

    status: str
    headers: Headers
    body: bytes
    etag: str
    counted_as: tuple | None = None

    @property
    def headers_unchanged(self) -> Headers:
        """Those of "304 Not Modified" (RFC 9110, 15.4.5)."""
        return [(name, value) for name, value in self.headers if name in ("Cache-Control", "ETag", "Vary")]

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return len(self.body) + 2000


@dataclass
class Edition:
    """All pages of one generation, until the clock changes one of them.

    `since` and `until` are seconds as in time.time(), by the wall clock, which moves on while a computer
    sleeps and can be set back.
    """

    generation: int | None
    since: float
    until: float
    pages: dict[tuple, Page] = field(default_factory=dict)  # the oldest first
    size: int = 0
    storing: threading.Lock = field(default_factory=threading.Lock)

    def is_current_at(self, now: float) -> bool:
        return self.since <= now < self.until

    def keep(self, key: tuple, page: Page) -> None:
        """Adds a page, and drops the oldest ones beyond MOST_BYTES."""
        with self.storing:
            if replaced := self.pages.pop(key, None):
                self.size -= replaced.size
            self.pages[key] = page
            self.size += page.size
            while self.size > MOST_BYTES:
                self.size -= self.pages.pop(next(iter(self.pages))).size


class PageCache:
    """A WSGI application that answers with its pages, and passes other requests to `application`.

    `read_generation()` returns the database's number, `next_change(now)` the next moment at which the clock changes a
    page, in seconds as in time.time(). Both may raise django.db.Error. `count(counted_as, environ)` is called for each
    kept page that is sent, or that its reader has already.
    """

    def __init__(
        self,
        application: Application,
        *,
        read_generation: Callable[[], Any],
        next_change: Callable[[float], float],
        count: Callable[[tuple, dict], None],
    ) -> None:
        self.application = application
        self.read_generation, self.next_change, self.count = read_generation, next_change, count
        self.edition: Edition | None = None
        # When the database was last asked, and when it last answered, by time.monotonic().
        self.looked_at = self.answered_at = float("-inf")
        self.looking = threading.Lock()
        self.making = [threading.Lock() for _ in range(64)]
        self.lists: set[str] = set()
        self.searches: dict[str, str] = {}
        for language, _ in settings.LANGUAGES:
            with translation.override(language):
                address = reverse("articles:list")
                searches = {reverse(name): parameter for name, parameter in SEARCHES.items()}
            # Without the slash, Django redirects and keeps the query.
            self.lists |= {address, address.rstrip("/")}
            self.searches |= searches | {path.rstrip("/"): parameter for path, parameter in searches.items()}

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        key = self.build_key(environ)
        edition = self.current_edition() if key else None
        if key is None or edition is None:
            return self.application(environ, start_response)
        page = edition.pages.get(key) or self.make_page_once(edition, key, environ)
        if page.counted_as:
            self.count(page.counted_as, environ)
        if page.etag and page.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start_response("304 Not Modified", page.headers_unchanged)
            return []
        start_response(page.status, page.headers)
        return [page.body] if environ["REQUEST_METHOD"] == "GET" else []

    def current_edition(self) -> Edition | None:
        """The edition whose pages may be shown now; None if there is none and the database does not answer.

        The generation is read at most once a second; while one thread reads it, the others go on. A new page goes into
        the edition that was current before the page was begun, so it never outlives the data that it shows.
        """
        edition, asked_at = self.edition, time.monotonic()
        is_current = edition is not None and edition.is_current_at(time.time())
        if is_current and asked_at - self.looked_at < LOOK_EVERY:
            return edition
        if not self.looking.acquire(blocking=not is_current):
            return edition if asked_at - self.answered_at < LONGEST_WITHOUT_LOOK else None
        try:
            return self.refresh_edition()
        finally:
            self.looking.release()

    def refresh_edition(self) -> Edition | None:
        """Reads the generation, unless another thread has just done so, and begins a new edition if it is due."""
        edition, asked_at, now = self.edition, time.monotonic(), time.time()
        is_current = edition is not None and edition.is_current_at(now)
        if asked_at - self.looked_at < LOOK_EVERY and (is_current or edition is None):
            return edition
        try:
            generation = self.read_generation()
            if edition is None or not is_current or generation != edition.generation:
                edition = Edition(generation, since=now, until=self.next_change(now))
            self.answered_at = asked_at
        except Error:
            if not is_current or asked_at - self.answered_at > LONGEST_WITHOUT_LOOK:
                edition = None
        self.edition, self.looked_at = edition, time.monotonic()
        return edition

    def build_key(self, environ: dict) -> tuple | None:
        """Identifies the page; None if it is not kept: other methods and hosts, searches, the staff site.

        The host is not part of it: all allowed hosts have the same pages, which name the site by SITE_URL.
        """
        path = environ["PATH_INFO"]
        if (
            environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or path.startswith(LEFT_ALONE)
            or REVIEW in path
            or not is_allowed(environ.get("HTTP_HOST", ""))
        ):
            return None
        query: str | None = ""
        if environ["QUERY_STRING"]:
            query = self.filter_query(path, environ["QUERY_STRING"])
            if query is None:
                return None
        return environ["wsgi.url_scheme"], path, query, choose_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))

    def filter_query(self, path: str, query: str) -> str | None:
        """The part of the query that belongs to the page; None if the page is not kept.

        The rest is ignored, so that nobody can bypass the cache by adding to an address.
        """
        if wordpress_id(query) and (path in WORDPRESS_HOME or find_view(path)[1] is None):
            return None
        given = parse_qs(query)
        if self.searches.get(path) in given:
            return None
        if path not in self.lists:
            return ""
        if any(not KEPT_QUERY[name].fullmatch(given[name][-1]) for name in KEPT_QUERY if name in given):
            return None
        return urlencode({name: given[name][-1] for name in KEPT_QUERY if name in given})

    def make_page_once(self, edition: Edition, key: tuple, environ: dict) -> Page:
        """The page from `application`. Threads that want the same one wait for the first of them."""
        making = self.making[hash(key) % len(self.making)]
        waited_for = making.acquire(timeout=LONGEST_WAIT)
        try:
            return edition.pages.get(key) or self.make_page(edition, key, environ)
        finally:
            if waited_for:
                making.release()

    def make_page(self, edition: Edition, key: tuple, environ: dict) -> Page:
        *_, query, encoding = key
        sent = {name for name in environ if name.startswith(("HTTP_", "CONTENT_"))} - FOR_THE_LOG
        plain = {name: value for name, value in environ.items() if name not in sent}
        plain |= {"HTTP_HOST": environ["HTTP_HOST"], "REQUEST_METHOD": "GET", "QUERY_STRING": query}
        plain["wsgi.input"] = BytesIO()
        status, headers, whole = read_answer(self.application, plain)
        headers, body = compress(headers, whole, encoding)
        if not status.startswith("200") or ("Cache-Control", PUBLIC) not in headers:
            return Page(status, headers, body, etag="")
        etag = f'"{hashlib.blake2b(whole, digest_size=12).hexdigest()}"'
        headers.append(("ETag", f"W/{etag}"))
        page = Page(status, headers, body, etag, plain.get(COUNTED_AS))
        edition.keep(key, page)
        return page


def read_answer(application: Application, environ: dict) -> tuple[str, Headers, bytes]:
    """(status, headers, body) of a WSGI application (PEP 3333)."""
    started: list[Any] = []

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> None:
        started[:] = status, headers

    pieces = application(environ, start_response)
    try:
        return *started, b"".join(pieces)
    finally:
        if hasattr(pieces, "close"):
            pieces.close()


@lru_cache
def is_allowed(host: str) -> bool:
    """Whether Django would answer under this Host header."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


# Without padding against BREACH: these pages hold no secret, and nothing that a reader sent.
COMPRESS = {
    "br": lambda body: brotli.compress(body, quality=9, lgwin=16),  # a window of 64 kB is larger than any page
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


def compress(headers: Headers, body: bytes, encoding: str) -> tuple[Headers, bytes]:
    """(headers, body) in that encoding, if the answer varies by it.

    Other answers, such as short ones, stay as they are: a CDN may give them to readers who accept another encoding.
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
def choose_encoding(accepted: str) -> str:
    """The encoding to answer in, by an Accept-Encoding header: br or gzip; empty for none."""
    given = {}
    for item in accepted.lower().split(","):
        name, _, quality = item.partition(";")
        given[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", quality)
    return next((encoding for encoding in ("br", "gzip") if given.get(encoding)), "")
