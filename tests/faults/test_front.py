"""The servers of `docs/deploy/` in front of the site: what they hand on, what they keep back, what they log."""

import gzip
import re
import ssl
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlencode

import pytest

from tests.factories import answers
from tests.faults.patients import shown_reference
from tests.faults.test_processes import REAL
from tests.fronts import HOST, Front
from tests.running_site import RunningSite, wait_until

FRONTS = ["nginx", "caddy"]
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://{HOST}"}
FORGED = {"X-Forwarded-For": "203.0.113.66", "X-Forwarded-Proto": "http", "X-Real-IP": "203.0.113.66"}
CHOSEN = "an-id-that-the-visitor-chose"


class Upstream(ThreadingHTTPServer):
    """Remembers the requests that reach it, and answers in a way of its own."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.seen = []
        Thread(target=self.serve_forever, daemon=True).start()


class Answer(BaseHTTPRequestHandler):
    server_version = "upstream-of-its-own"

    def answer(self):
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.server.seen.append((self.headers, body))
        answer = b"<p>" + b"word " * 10_000
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("Cache-Control", "max-age=77, public")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        pass


for method in ("GET", "POST"):
    setattr(Answer, f"do_{method}", Answer.answer)  # the names that http.server looks for


@pytest.fixture(scope="module", params=FRONTS)
def before_upstream(request, tmp_path_factory):
    upstream = Upstream()
    front = Front(request.param, tmp_path_factory.mktemp("front"), upstream=upstream.server_address[1])
    front.upstream = upstream
    front.start()
    yield front
    front.stop()
    upstream.shutdown()


@pytest.fixture(scope="module", params=FRONTS)
def before_site(request, tmp_path_factory):
    """A real site behind a front. One client may send two requests."""
    limits = {"RATE_LIMIT_PER_CLIENT": "2"}
    site = RunningSite(tmp_path_factory.mktemp("site"), **REAL, SITE_URL=f"https://{HOST}", **limits)
    front = Front(request.param, tmp_path_factory.mktemp("front"), upstream=site.port)
    site.start()
    front.start()
    yield front
    front.stop()
    site.stop()


def lines_about(front, path, count=1):
    """The lines of the access log with this path, once there are so many: a line may come after the answer."""
    wait_until(lambda: front.log.count(path) >= count, seconds=10, what="the log")
    return [line for line in front.log.splitlines() if path in line]


def test_front_tells_the_site_who_asks_and_lets_nobody_forge_it(before_upstream):
    before_upstream.ask("GET", "/", source="127.9.8.7", **FORGED)
    headers, _ = before_upstream.upstream.seen[-1]
    told = [headers.get_all(name) for name in ("Host", "X-Forwarded-Proto", "X-Forwarded-For")]
    assert told == [[HOST], ["https"], ["127.9.8.7"]]


def test_front_passes_on_the_port_that_the_visitor_sees(before_upstream):
    seen = f"{HOST}:{before_upstream.port}"
    before_upstream.ask("GET", "/", Host=seen)
    headers, _ = before_upstream.upstream.seen[-1]
    assert headers.get_all("Host") == [seen]


def test_no_cache_keeps_the_fronts_redirect_to_https(before_upstream):
    status, headers = before_upstream.ask_without_tls("/contact/?utm_source=x")
    told = (status, headers["Location"], headers.get_all("Cache-Control"))
    assert told == (301, f"https://{HOST}/contact/?utm_source=x", ["no-store"])


def test_front_gives_each_request_an_id_that_stands_in_its_log(before_upstream):
    before_upstream.ask("GET", "/with-an-id/", **{"X-Request-ID": CHOSEN})
    headers, _ = before_upstream.upstream.seen[-1]
    (given,) = headers.get_all("X-Request-ID")
    (line,) = lines_about(before_upstream, "/with-an-id/")
    assert (given in line, given == CHOSEN) == (True, False)


def test_front_hands_answers_on_as_they_are(before_upstream):
    _, headers, body = before_upstream.ask("GET", "/", **{"Accept-Encoding": "gzip, br, zstd"})
    assert (headers["Cache-Control"], headers["Content-Encoding"], len(body)) == ("max-age=77, public", None, 50_003)


def test_front_takes_photos_and_no_more(before_upstream):
    status, _, _ = before_upstream.ask("POST", "/", b"x" * 15_000_000)
    assert (status, len(before_upstream.upstream.seen[-1][1])) == (200, 15_000_000)
    assert before_upstream.ask("POST", "/", b"x" * 17_000_000)[0] == 413


def test_front_hands_on_whole_requests_only(before_upstream):
    begun = f"POST / HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 10\r\nConnection: close\r\n\r\nhalf"
    with before_upstream.connect() as connection:
        connection.sendall(begun.encode())
        before_upstream.ask("GET", "/")  # goes through meanwhile
        assert came_in_halves(before_upstream) == []
        connection.sendall(b" whole")
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    assert came_in_halves(before_upstream) == [b"half whole"]


def came_in_halves(front):
    return [body for _, body in front.upstream.seen if body.startswith(b"half")]


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")  # that is what it is about
def test_front_speaks_tls_1_2_and_1_3_only(before_upstream):
    assert [spoken(before_upstream, version) for version in ("TLSv1_1", "TLSv1_2", "TLSv1_3")] == [
        None,
        "TLSv1.2",
        "TLSv1.3",
    ]


def spoken(front, newest):
    """The version that a visitor who knows none newer comes to speak with the front; None when it is refused."""
    context = front.context()
    context.set_ciphers("DEFAULT@SECLEVEL=0")  # so that it is the server that refuses
    context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion[newest]
    try:
        with front.connect(context=context) as connection:
            return connection.version()
    except (ssl.SSLError, ConnectionError):
        return None


def test_log_contains_the_page_and_the_network_and_nothing_else(before_upstream):
    before_upstream.ask(
        "GET", "/search/?q=incontinence", source="127.9.8.7",
        **FORGED, **{"Referer": "https://elsewhere.example/sick", "User-Agent": "Curious/1", "Cookie": "a=canary"},
    )  # fmt: skip
    (line,) = lines_about(before_upstream, "/search/")
    assert ("127.9.8.0" in line, "200" in line) == (True, True)
    for word in ("incontinence", "?", "127.9.8.7", "203.0.113.66", "elsewhere", "Curious", "canary"):
        assert word not in line


def test_log_of_a_thank_you_page_does_not_open_it(before_upstream):
    for prefix in ("", "/ar", "/"):
        before_upstream.ask("GET", f"{prefix}/consultation/received/Token-of_a-patient/?x=1")
    lines = lines_about(before_upstream, "/received/", 3)
    assert ["Token" in line for line in lines] == [False] * 3


@pytest.mark.parametrize("name", FRONTS)
def test_front_writes_no_address_and_no_query_when_the_site_is_down(name, tmp_path):
    front = Front(name, tmp_path, upstream=1)
    front.start()
    try:
        assert front.ask("GET", "/search/?q=incontinence", source="127.9.8.7")[0] == 502
        lines_about(front, "/search/")
    finally:
        front.stop()
    for word in ("incontinence", "127.9.8.7"):
        assert word not in front.other_logs + front.log


# What nginx makes of addresses; Caddy has a filter of its own for it.
NETWORKS = {
    "198.51.100.77": "198.51.100.0",
    "2001:db8:1:2:3:4:5:6": "2001:db8:1::",
    "2001:db8:a1::7": "2001:db8:a1::",
    "2001:db8::7": "2001:db8::",
    "2001::7": "2001::",
    "::1": "-",
}


def test_nginx_logs_networks_of_many_households(tmp_path):
    upstream = Upstream()
    front = Front("nginx", tmp_path, upstream=upstream.server_address[1])
    front.start()
    try:
        for address in NETWORKS:
            front.ask("GET", "/", **{"X-Test-Address": address})
        lines = lines_about(front, '"GET /"', len(NETWORKS))
        assert [line.split()[0] for line in lines] == list(NETWORKS.values())
    finally:
        front.stop()
        upstream.shutdown()


def test_patient_asks_through_the_front(before_site):
    status, headers, _ = before_site.ask("POST", "/consultation/", urlencode(answers()), **FORM)
    assert status == 303
    status, _, page = before_site.ask("GET", headers["Location"])
    assert (status, bool(shown_reference(page.decode()))) == (200, True)
    token = re.search(r"/received/([\w-]+)/", headers["Location"]).group(1)
    assert token not in "".join(lines_about(before_site, "/consultation/", 2))


def test_forged_addresses_do_not_get_round_the_limit(before_site):
    statuses = []
    for number in range(3):
        forged = {"X-Forwarded-For": f"203.0.113.{number}"}
        body = urlencode(answers(full_name=f"Noisy {number}"))
        statuses.append(before_site.ask("POST", "/consultation/", body, source="127.7.7.7", **forged, **FORM)[0])
    assert statuses == [303, 303, 429]


def test_headers_of_the_site_come_once_and_no_server_names_its_version(before_site):
    _, headers, _ = before_site.ask("GET", "/")
    assert {name for name in headers if len(headers.get_all(name)) > 1} == set()
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert not re.search(r"\d", headers.get("Server", ""))


def test_pages_are_compressed_once(before_site):
    _, headers, body = before_site.ask("GET", "/", **{"Accept-Encoding": "gzip"})
    assert headers.get_all("Content-Encoding") == ["gzip"]
    assert gzip.decompress(body).lstrip().lower().startswith(b"<!doctype html>")
