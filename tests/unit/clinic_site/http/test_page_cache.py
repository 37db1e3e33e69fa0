"""Finished pages in front of Django: what is kept, for how long, and that nothing personal ever is."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier, Event

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import InterfaceError, OperationalError, close_old_connections
from django.test import RequestFactory
from django.urls import reverse

from articles.listing import ARTICLES_PER_PAGE
from articles.models import ArticleText, ReviewLink
from clinic_site.facts import next_change
from clinic_site.generation import read_generation
from clinic_site.http import page_cache
from clinic_site.http.page_cache import PUBLIC, PageCache
from clinic_site.models import Clinic
from tests.factories import MONDAY_NOON, make_article, make_clinic, make_request

BROWSER = "gzip, deflate, br, zstd"


class Server:
    """Asks a WSGI application as gunicorn would, and counts what gets through to the one behind the cache.

    The generation is what `generation` says, an error to raise included; the clock changes pages at `changes_at`.
    """

    def __init__(self, behind, read_generation=None, next_change=None, count_reading=lambda *reading: None):
        self.behind, self.got_through, self.looks = behind, [], 0
        self.generation, self.changes_at = 1, float("inf")
        self.cache = PageCache(
            self.count,
            read_generation=read_generation or self.look,
            next_change=next_change or (lambda now: self.changes_at),
            count=count_reading,
        )

    @property
    def pages(self):
        return self.cache.edition.pages if self.cache.edition else {}

    def look(self):
        self.looks += 1
        if isinstance(self.generation, Exception):
            raise self.generation
        return self.generation

    def count(self, environ, start_response):
        self.got_through.append(environ)
        return self.behind(environ, start_response)

    def ask(self, address, method="GET", **headers):
        """(status, headers, body) as they go out."""
        environ = RequestFactory().generic(method, address, headers=headers).environ
        environ["HTTP_HOST"] = headers.get("host", "testserver")
        started = []
        body = b"".join(self.cache(environ, lambda status, headers: started.extend((status, dict(headers)))))
        return *started, body


def page(*extra, status="200 OK", cache_control=PUBLIC):
    """An application that answers with what it was asked for."""

    def application(environ, start_response):
        told = sorted(name for name in environ if name.startswith("HTTP_"))
        headers = [("Content-Type", "text/html"), ("Cache-Control", cache_control), *extra]
        start_response(status, [*headers, ("Vary", "Accept-Encoding")])
        return [f"{environ['PATH_INFO']} {environ['QUERY_STRING']} {told}".encode()]

    return application


class Time:
    """The two clocks that pages go by: seconds since the computer started, and on the wall."""

    def __init__(self):
        self.passed, self.on_the_wall = 1000.0, 1_772_474_400.0

    def shift(self, seconds):
        self.passed += seconds
        self.on_the_wall += seconds


@pytest.fixture
def passing(monkeypatch):
    passing = Time()
    monkeypatch.setattr(page_cache.time, "monotonic", lambda: passing.passed)
    monkeypatch.setattr(page_cache.time, "time", lambda: passing.on_the_wall)
    return passing


@pytest.fixture
def server(passing):
    return Server(page())


@contextmanager
def site_behind_the_cache(monkeypatch, **options):
    """The site itself, on the connection that the test has open."""
    make_clinic()
    monkeypatch.setattr(page_cache, "LOOK_EVERY", 0)  # a test need not wait for the second to pass
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Server(WSGIHandler(), read_generation, next_change, **options)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def site(db, monkeypatch):
    with site_behind_the_cache(monkeypatch) as site:
        yield site


# How long a page is kept


def test_a_page_is_kept_while_nothing_changes(server, passing):
    for _ in range(20):
        server.ask("/contact/")
        passing.shift(3000)
    assert len(server.got_through) == 1


def test_the_generation_is_looked_at_once_a_second_at_most(server, passing):
    for _ in range(10):
        server.ask("/contact/"), server.ask("/")
    assert server.looks == 1
    passing.shift(1)
    server.ask("/contact/")
    assert server.looks == 2


@pytest.mark.parametrize("generation", [2, 0, -5, None])
def test_a_generation_that_differs_ends_every_page_within_a_second(server, passing, generation):
    server.ask("/contact/"), server.ask("/")
    server.generation = generation
    passing.shift(0.9)
    server.ask("/contact/")
    assert len(server.got_through) == 2
    passing.shift(0.1)
    server.ask("/contact/"), server.ask("/"), server.ask("/contact/")
    assert len(server.got_through) == 4


def test_the_moment_at_which_the_clock_changes_pages_ends_them_at_once(server, passing):
    server.changes_at = passing.on_the_wall + 0.5
    server.ask("/contact/")
    passing.shift(0.4)
    server.ask("/contact/")
    assert len(server.got_through) == 1
    server.changes_at += 3600
    passing.shift(0.1)
    server.ask("/contact/"), server.ask("/contact/")
    assert len(server.got_through) == 2


def test_after_a_sleep_the_wall_decides_though_the_computers_own_clock_stood_still(server, passing):
    server.changes_at = passing.on_the_wall + 3600
    server.ask("/contact/")
    passing.on_the_wall += 8 * 3600
    server.changes_at += 24 * 3600
    server.ask("/contact/")
    assert len(server.got_through) == 2


def test_a_clock_that_was_set_back_ends_every_page(server, passing):
    server.ask("/contact/")
    passing.on_the_wall -= 1
    server.ask("/contact/"), server.ask("/contact/")
    assert len(server.got_through) == 2


def test_a_page_counts_under_the_generation_before_it_was_made(passing):
    """A write may come while a page is being made: what was read before it must not stay."""

    def slow(environ, start_response):
        server.generation += 1
        passing.shift(5)
        return page()(environ, start_response)

    server = Server(slow)
    for _ in range(3):
        server.ask("/contact/")
    assert len(server.got_through) == 3


# While the database cannot be asked


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_kept_pages_are_shown_for_an_hour_while_the_database_cannot_be_asked(server, passing, error):
    server.ask("/contact/")
    server.generation = error
    for _ in range(3):
        passing.shift(1200)
        assert server.ask("/contact/")[0] == "200 OK"
    assert len(server.got_through) == 1
    passing.shift(2)
    server.ask("/contact/"), server.ask("/contact/")
    assert len(server.got_through) == 3
    server.generation = 1
    passing.shift(1)
    server.ask("/contact/"), server.ask("/contact/")
    assert len(server.got_through) == 4


def test_a_database_that_is_down_is_asked_once_a_second(server, passing):
    server.generation = OperationalError("gone")
    for _ in range(5):
        server.ask("/contact/")
    assert (server.looks, len(server.got_through)) == (1, 5)
    passing.shift(1)
    server.ask("/contact/")
    assert server.looks == 2


def test_while_it_is_down_the_clock_still_ends_pages(server, passing):
    server.changes_at = passing.on_the_wall + 60
    server.ask("/contact/")
    server.generation = OperationalError("gone")
    passing.shift(60)
    server.ask("/contact/"), server.ask("/contact/")
    assert len(server.got_through) == 3


def test_readers_do_not_wait_for_a_database_that_hangs(passing):
    asked, looking, answered = Event(), Event(), Event()

    def look():
        if asked.is_set():
            looking.set()
            answered.wait(10)
        return 1

    server = Server(page(), read_generation=look)
    server.ask("/contact/")
    asked.set()
    passing.shift(2)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(server.ask, "/contact/")
        assert looking.wait(10)
        assert server.ask("/contact/")[0] == "200 OK"
        assert not first.done()
        answered.set()
    assert len(server.got_through) == 1


def test_simultaneous_requests_make_a_page_once(server):
    start = Barrier(16)

    def ask(_):
        start.wait()
        return server.ask("/contact/")[2]

    with ThreadPoolExecutor(16) as pool:
        bodies = set(pool.map(ask, range(16)))
    assert (len(bodies), len(server.got_through)) == (1, 1)


def test_whoever_asks_the_page_is_made_without_a_word_of_them(server):
    headers = {
        "cookie": "session=secret",
        "authorization": "Basic secret",
        "accept-language": "pl",
        "user-agent": "secret",
        "referer": "https://secret.example/",
    }
    assert server.ask("/contact/", **headers)[2] == b"/contact/  ['HTTP_HOST']"


def test_application_receives_the_proxys_request_id_and_forwarded_address(server):
    server.ask("/contact/", x_request_id="of-the-server-in-front", x_forwarded_for="198.51.100.7")
    (environ,) = server.got_through
    assert environ["HTTP_X_REQUEST_ID"] == "of-the-server-in-front"
    assert environ["HTTP_X_FORWARDED_FOR"] == "198.51.100.7"


@pytest.mark.parametrize("address", ["/admin/", "/static/a.css", "/pictures/a.webp", "/healthz", "/healthz/mail"])
def test_what_is_personal_or_answers_by_itself_is_asked_as_it_is(server, address):
    for _ in range(2):
        server.ask(address, cookie="session=secret")
    assert [environ.get("HTTP_COOKIE") for environ in server.got_through] == ["session=secret"] * 2


def test_a_post_goes_through_as_it_is(server):
    server.ask("/consultation/")
    for _ in range(2):
        server.ask("/consultation/", "POST", origin="http://testserver")
    assert [environ["REQUEST_METHOD"] for environ in server.got_through] == ["GET", "POST", "POST"]
    assert server.got_through[-1]["HTTP_ORIGIN"] == "http://testserver"


@pytest.mark.parametrize(
    "behind",
    [
        page(cache_control="private, no-store"),
        page(cache_control="private, no-cache"),
        page(cache_control="public, max-age=31536000, immutable"),
        page(status="404 Not Found"),
        page(status="500 Internal Server Error"),
        page(status="302 Found"),
    ],
)
def test_only_what_says_that_it_may_be_kept_is_kept(passing, behind):
    server = Server(behind)
    answers = [server.ask("/contact/") for _ in range(2)]
    assert answers[0] == answers[1]
    assert "ETag" not in answers[0][1]
    assert (len(server.got_through), server.pages) == (2, {})


# What may stand behind an address


def test_random_queries_neither_fill_the_cache_nor_pass_it(server):
    for number in range(50):
        server.ask(f"/contact/?utm_source={number}&page={number}&q={number}&fbclid={number}&p={number}")
        server.ask(f"/articles/?utm_source={number}&page=2&x{number}" + "&x" * number * 20)
    assert [environ["QUERY_STRING"] for environ in server.got_through] == ["", "page=2"]
    assert len(server.pages) == 2


def test_topics_and_pages_of_the_list_are_pages_of_their_own(server):
    bodies = {
        server.ask(f"{prefix}/articles/{query}")[2]
        for prefix in ("", "/es")
        for query in ("", "?page=2", "?topic=knee", "?topic=knee&page=2", "?page=2&topic=knee")
    }
    assert len(bodies) == len(server.got_through) == 8


@pytest.mark.parametrize("address", ["/search/?q=knee&page=2", "/ar/search?q=knee", "/es/costs/?plan=sample"])
def test_searches_reach_the_site_with_what_they_ask(server, address):
    server.ask(address)
    assert [environ["QUERY_STRING"] for environ in server.got_through] == [address.partition("?")[2]]
    assert server.pages == {}


@pytest.mark.parametrize("query", ["q=knee", "page=0", "page=abc", "page=12345", "topic=a%20b"])
def test_searches_and_what_no_page_has_are_not_kept(server, query):
    for _ in range(2):
        server.ask(f"/articles/?{query}")
    assert (len(server.got_through), server.pages) == (2, {})


@pytest.mark.parametrize("home", ["/", "/index.php", "/es/", "/blog/"])
def test_addresses_of_the_old_site_reach_whoever_knows_them(server, home):
    server.ask(home)
    server.ask(f"{home}?p=123")
    assert [environ["QUERY_STRING"] for environ in server.got_through] == ["", "p=123"]


def test_a_search_without_the_slash_of_its_address_is_not_forgotten(site):
    status, headers, _ = site.ask("/es/articles?q=rodilla")
    assert (status, headers["Location"]) == ("301 Moved Permanently", "/es/articles/?q=rodilla")


def test_host_is_checked_by_django_and_makes_no_page_of_its_own(server, settings):
    for host in ("testserver", "TESTSERVER", "testserver:8000", "testserver.", "localhost"):
        assert server.ask("/contact/", host=host)[0] == "200 OK", host
    assert len(server.got_through) == 1
    for _ in range(2):
        server.ask("/contact/", host="elsewhere.example")
    assert len(server.got_through) == 3


def test_http_and_https_are_kept_apart(server):
    server.ask("/contact/")
    environ = RequestFactory().get("/contact/", secure=True).environ | {"HTTP_HOST": "testserver"}
    server.cache(environ, lambda *_: None)
    assert [environ["wsgi.url_scheme"] for environ in server.got_through] == ["http", "https"]


def test_the_cache_has_a_limit_in_bytes(server, monkeypatch):
    monkeypatch.setattr(page_cache, "MOST_BYTES", 3 * 2100)
    for number in range(10):
        server.ask(f"/articles/?page={number + 1}")
    assert [key[2] for key in server.pages] == ["page=8", "page=9", "page=10"]
    assert server.cache.edition.size == sum(page.size for page in server.pages.values()) <= 3 * 2100


# How it goes out


@pytest.mark.parametrize(
    ("accepted", "encoding", "read"),
    [
        (BROWSER, "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("gzip;q=0", None, bytes),
        ("", None, bytes),
        ("zstd", None, bytes),
    ],
)
def test_answers_in_the_encoding_that_is_accepted(server, accepted, encoding, read):
    _, headers, body = server.ask("/contact/", accept_encoding=accepted)
    assert headers.get("Content-Encoding") == encoding
    assert int(headers["Content-Length"]) == len(body)
    assert read(body) == b"/contact/  ['HTTP_HOST']"


def test_whoever_keeps_an_answer_is_told_once_that_it_depends_on_the_encoding(site):
    for address in ("/", "/articles/feed/", "/sitemap.xml"):
        for accepted in (BROWSER, ""):
            asked = {"accept-encoding": accepted, "host": "testserver"}
            environ = RequestFactory().get(address, headers=asked).environ
            started = []
            site.cache(environ, lambda status, headers, started=started: started.extend(headers))
            assert [value for name, value in started if name == "Vary"] == ["Accept-Encoding"], address


def test_head_has_the_headers_of_get_and_no_body(server):
    head, got = server.ask("/contact/", "HEAD"), server.ask("/contact/")
    assert head == (got[0], got[1], b"")
    assert len(server.got_through) == 1


def test_pages_that_the_reader_has_already_are_not_sent_again(server):
    etag = server.ask("/contact/", accept_encoding=BROWSER)[1]["ETag"]
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}'):
        status, headers, body = server.ask("/contact/", accept_encoding="gzip", if_none_match=known)
        assert (status, body) == ("304 Not Modified", b"")
        assert headers == {"Cache-Control": PUBLIC, "ETag": etag, "Vary": "Accept-Encoding"}
    assert server.ask("/contact/", if_none_match='"other"')[0] == "200 OK"


# The site behind it


def test_an_article_is_the_same_until_somebody_changes_it(site):
    make_article(slug="knees", title="On knees")
    first = site.ask("/articles/knees/")
    assert site.ask("/articles/knees/") == first
    ArticleText.objects.update(title="On shoulders")
    status, headers, body = site.ask("/articles/knees/", if_none_match=first[1]["ETag"])
    assert (status, headers["ETag"] != first[1]["ETag"]) == ("200 OK", True)
    assert b"On shoulders" in body
    assert len(site.got_through) == 2


def test_pages_follow_the_clock(site, clock):
    make_article(slug="soon", title="To come", published_at=MONDAY_NOON + timedelta(minutes=30))

    def shows():
        pages = site.ask("/contact/")[2].decode(), site.ask("/articles/")[2].decode()
        return "Open now" in pages[0], "To come" in pages[1]

    assert (shows(), shows()) == ((True, False), (True, False))
    assert len(site.got_through) == 2
    clock.shift(30 * 60)
    assert (shows(), shows()) == ((True, True), (True, True))
    clock.shift(5 * 3600)  # past five
    assert shows() == (False, True)
    assert len(site.got_through) == 6


def test_a_page_of_the_last_good_copy_is_not_kept(site, monkeypatch):
    site.ask("/contact/")
    Clinic.objects.update(phone="(708) 349-1000")
    monkeypatch.setattr("clinic_site.facts.read_generation", lambda: (_ for _ in ()).throw(OperationalError("gone")))
    status, headers, body = site.ask("/contact/")
    assert (status, headers["Cache-Control"]) == ("200 OK", "private, no-store")
    assert b"555-0100" in body
    assert site.pages == {}
    monkeypatch.undo()
    assert b"349-1000" in site.ask("/contact/")[2]


def test_staff_who_are_signed_in_leave_nothing_in_public_pages(site, admin_user):
    from django.test import Client

    make_article(slug="knees")
    client = Client()
    client.force_login(admin_user)
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())
    kept = site.ask("/articles/knees/", cookie=cookies)
    assert "Set-Cookie" not in kept[1]
    assert "Cookie" not in kept[1]["Vary"]
    assert site.ask("/articles/knees/") == kept


def test_a_page_that_fails_is_logged_with_the_id_and_the_network_that_the_server_in_front_told(
    site, console, monkeypatch
):
    monkeypatch.setattr("clinic_site.views.clinic_data", lambda *args: 1 / 0)
    told = {"x_request_id": "of-the-server-in-front", "x_forwarded_for": "198.51.100.7"}
    status, headers, _ = site.ask("/contact/", **told)
    (line,) = [event for event in console() if event["logger"] == "clinic_site.operations.request_log"]
    assert (status, headers["X-Request-ID"]) == ("500 Internal Server Error", "of-the-server-in-front")
    assert (line["request"], line["network"]) == ("of-the-server-in-front", "198.51.100.0/24")


def test_every_public_page_is_kept(site):
    make_article(slug="knees", languages=["en", "es"])
    for prefix in ("", "/es", "/pl", "/ar"):
        for address in ("/", "/articles/", "/articles/knees/", "/consultation/", "/contact/", "/privacy/"):
            for _ in range(2):
                site.ask(prefix + address, accept_encoding=BROWSER)
    assert len(site.got_through) == len(site.pages) == 24


def test_thank_you_pages_and_unknown_ones_are_never_kept(site):
    for address in ("/consultation/received/abcdefgh/", "/nowhere/"):
        assert site.ask(address)[0] == "404 Not Found"
    assert site.pages == {}


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_review_link_that_is_only_looked_at_is_not_opened(site, prefix):
    link, token = ReviewLink.make(make_article(state="draft").texts.get(), "eva")
    assert site.ask(f"{prefix}/articles/review/{token}/", method="HEAD")[0] == "200 OK"
    assert link.openings.count() == 0
    assert site.ask(f"{prefix}/articles/review/{token}/")[0] == "200 OK"
    assert (link.openings.count(), site.pages) == (1, {})


def test_thank_you_pages_and_error_pages_are_compressed_like_all(site):
    received = reverse("consultation-received", args=[make_request().token])
    for address in (received, "/nowhere/"):
        whole = site.ask(address)
        status, headers, body = site.ask(address, accept_encoding=BROWSER)
        assert (status, headers["Content-Encoding"]) == (whole[0], "br")
        assert (brotli.decompress(body), int(headers["Content-Length"])) == (whole[2], len(body))


def test_what_is_compressed_tells_other_caches_so(site):
    for address in ("/robots.txt", "/.well-known/security.txt", "/sitemap.xml", "/"):
        status, headers, _ = site.ask(address, accept_encoding=BROWSER)
        assert status == "200 OK"
        assert ("Content-Encoding" in headers) == ("Accept-Encoding" in headers.get("Vary", "")), address


def test_nobody_can_have_other_words_kept_under_an_address(site):
    for number in range(ARTICLES_PER_PAGE + 1):
        make_article(title=f"Number {number}")
    second_page = site.ask("/articles/?page=2")[2]
    site.pages.clear()
    site.ask("/articles/?page=2", content_type="text/plain; charset=utf-16")  # in which the query says nothing
    assert site.ask("/articles/?page=2")[2] == second_page


def test_searches_are_never_kept(site):
    assert site.ask("/search/?q=knee")[1]["Cache-Control"] == "private, no-store"
    assert site.pages == {}
