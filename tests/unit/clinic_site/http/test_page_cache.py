"""Finished pages in front of Django: what is kept, for how long, and that nothing personal ever is."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory
from django.urls import reverse

from articles.models import ArticleText
from articles.views import ARTICLES_PER_PAGE
from clinic_site.http import page_cache
from clinic_site.http.page_cache import PUBLIC, PageCache
from tests.factories import make_article, make_clinic, make_request

BROWSER = "gzip, deflate, br, zstd"


class Server:
    """Asks a WSGI application as gunicorn would, and counts what gets through to the one behind the cache."""

    def __init__(self, behind):
        self.behind, self.got_through = behind, []
        self.cache = PageCache(self.count)

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


@pytest.fixture
def server(time_of_pages):
    return Server(page())


@pytest.fixture
def time_of_pages(monkeypatch):
    """Seconds on the clock that pages go by; `time_of_pages[0]` is now."""
    now = [1000.0]
    monkeypatch.setattr(page_cache.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def site(db, time_of_pages):
    """The site itself behind the cache, on the connection that the test has open."""
    make_clinic()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Server(WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_a_page_is_made_once_in_two_seconds(server, time_of_pages):
    server.ask("/contact/")
    time_of_pages[0] += 1.9
    server.ask("/contact/")
    assert len(server.got_through) == 1
    time_of_pages[0] += 0.2
    server.ask("/contact/")
    assert len(server.got_through) == 2


def test_many_who_ask_at_once_have_it_made_once(server):
    start = Barrier(16)

    def ask(_):
        start.wait()
        return server.ask("/contact/")[2]

    with ThreadPoolExecutor(16) as pool:
        bodies = set(pool.map(ask, range(16)))
    assert (len(bodies), len(server.got_through)) == (1, 1)


def test_whoever_waits_takes_what_took_longer_to_make_than_pages_are_kept(time_of_pages):
    start = Barrier(2)

    def slow(environ, start_response):
        start.wait()  # until the other one is about to ask
        time.sleep(0.3)  # in which it comes to wait
        time_of_pages[0] += 5
        return page()(environ, start_response)

    server = Server(slow)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(server.ask, "/contact/")
        start.wait()
        assert server.ask("/contact/") == first.result()
    assert len(server.got_through) == 1


def test_whoever_asks_the_page_is_made_without_a_word_of_them(server):
    headers = {
        "cookie": "session=secret",
        "authorization": "Basic secret",
        "accept-language": "pl",
        "user-agent": "secret",
        "referer": "https://secret.example/",
    }
    assert server.ask("/contact/", **headers)[2] == b"/contact/  ['HTTP_HOST']"


def test_the_log_hears_which_request_it_was_and_who_the_proxy_says_sent_it(server):
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
def test_only_what_says_that_it_may_be_kept_is_kept(time_of_pages, behind):
    server = Server(behind)
    answers = [server.ask("/contact/") for _ in range(2)]
    assert answers[0] == answers[1]
    assert "ETag" not in answers[0][1]
    assert (len(server.got_through), server.cache.pages) == (2, {})


# What may stand behind an address


def test_random_queries_neither_fill_the_cache_nor_pass_it(server):
    for number in range(50):
        server.ask(f"/contact/?utm_source={number}&page={number}&q={number}&fbclid={number}")
        server.ask(f"/articles/?utm_source={number}&page=2&x{number}" + "&x" * number * 20)
    assert [environ["QUERY_STRING"] for environ in server.got_through] == ["", "page=2"]
    assert len(server.cache.pages) == 2


def test_topics_and_pages_of_the_list_are_pages_of_their_own(server):
    bodies = {
        server.ask(f"{prefix}/articles/{query}")[2]
        for prefix in ("", "/es")
        for query in ("", "?page=2", "?topic=knee", "?topic=knee&page=2", "?page=2&topic=knee")
    }
    assert len(bodies) == len(server.got_through) == 8


@pytest.mark.parametrize("query", ["q=knee", "page=0", "page=abc", "page=12345", "topic=a%20b"])
def test_searches_and_what_no_page_has_are_not_kept(server, query):
    for _ in range(2):
        server.ask(f"/articles/?{query}")
    assert (len(server.got_through), server.cache.pages) == (2, {})


@pytest.mark.parametrize("home", ["/", "/index.php"])
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


def test_the_cache_has_a_limit(server, monkeypatch):
    monkeypatch.setattr(page_cache, "MOST_PAGES", 3)
    for number in range(10):
        server.ask(f"/articles/?page={number + 1}")
    assert [key[2] for key in server.cache.pages] == ["page=8", "page=9", "page=10"]


def test_pages_that_are_too_old_are_let_go_of(server, time_of_pages):
    server.ask("/articles/?page=1")
    time_of_pages[0] += 1.5
    server.ask("/articles/?page=2")
    time_of_pages[0] += 1
    server.ask("/articles/?page=3")
    assert [key[2] for key in server.cache.pages] == ["page=2", "page=3"]


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


def test_an_article_is_the_same_until_somebody_changes_it(site, time_of_pages, clock):
    make_article(slug="knees", title="On knees")
    first = site.ask("/articles/knees/")
    clock.shift(60)
    time_of_pages[0] += 60
    later = site.ask("/articles/knees/")
    assert later[2] != first[2]  # the form was opened later
    assert later[1]["ETag"] == first[1]["ETag"]
    ArticleText.objects.update(title="On shoulders")
    time_of_pages[0] += 2.1
    assert site.ask("/articles/knees/", if_none_match=first[1]["ETag"])[0] == "200 OK"


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
    assert len(site.got_through) == len(site.cache.pages) == 24


def test_thank_you_pages_and_unknown_ones_are_never_kept(site):
    for address in ("/consultation/received/abcdefgh/", "/nowhere/"):
        assert site.ask(address)[0] == "404 Not Found"
    assert site.cache.pages == {}


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
    site.cache.pages.clear()
    site.ask("/articles/?page=2", content_type="text/plain; charset=utf-16")  # in which the query says nothing
    assert site.ask("/articles/?page=2")[2] == second_page


def test_searches_are_never_kept(site):
    assert site.ask("/articles/?q=knee")[1]["Cache-Control"] == "private, no-cache"
    assert site.cache.pages == {}
