"""Hostile, broken and unlucky requests get the right 4xx page or the form again, never a 500."""

import json
import re
import secrets
import socket
import time
from contextlib import ExitStack
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import WHOLE
from tests.factories import answers
from tests.faults.patients import ask, mails_about, post_form, send_request, shown_reference, two_mails
from tests.hostile import HEADERS, STORED_AS_TYPED

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def language(page):
    return re.search(r'<html lang="(\w+)"', page).group(1)


@pytest.fixture(scope="module")
def stored(site):
    """What the site's own models read of every request by now, by reference: {field: text}."""
    program = (
        "import json; from consultations.models import ConsultationRequest as R; "
        "print(json.dumps({r.reference: {'full_name': r.full_name, 'reason': r.reason} for r in R.objects.all()}))"
    )
    return lambda: json.loads(site.manage("shell", "--verbosity", "0", "--command", program).stdout)


@pytest.mark.whole
def test_hostile_words_are_stored_as_they_were_typed(site, stored):
    typed = {send_request(site, full_name=text, reason=text): text for text in STORED_AS_TYPED}
    kept = stored()
    assert {reference: kept[reference] for reference in typed} == {
        reference: {"full_name": text, "reason": text} for reference, text in typed.items()
    }


HEADERS_OF_A_MAIL = {
    "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID",
    "Auto-Submitted", "Content-Language",
}  # fmt: skip


def test_no_field_reaches_the_headers_of_a_mail(site):
    received = {}
    for field in answers():
        for text in HEADERS:
            typed = {"phone": f"(312) 555-0142 {text}"[:40], "email": f"maria@example.net{text}"}.get(field, text)
            status, headers, _ = post_form(site, urlencode(answers(**{field: typed})))
            assert status in (303, 422)
            if status == 303:
                received[shown_reference(ask(site, "GET", headers["Location"])[2])] = field
    assert {"full_name", "reason", "phone"} <= set(received.values())
    for reference in received:
        two_mails(site, reference)
        mails = mails_about(site, reference)
        assert [set(mail.keys()) for mail in mails] == [HEADERS_OF_A_MAIL] * 2
        assert sorted(mail.recipients for mail in mails) == [["front-desk@clinic.example"], ["manager@clinic.example"]]
        assert "victim" not in "".join(mail.as_string() for mail in mails)


MULTIPART = '--x\r\nContent-Disposition: form-data; name="full_name"\r\n\r\nMaria\r\n--x--\r\n'
ODD_TEXTS = {
    "empty": "",
    "blank": " \t\u00a0\u2003",
    "NUL": "a\0b",
    "control characters": "\x01\x02\x1b[2J\x7f",
    "line breaks": "a\r\nBcc: victim@example.net\r\n\r\nb",
    "emoji": "🙂👩‍⚕️" * 20,
    "right to left": "مرحبا \u202eabc\u2066 עברית",
    "combining": "Z̸̢͖̐" * 50,
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ clinic }}{% now 'Y' %}%(clinic)s",
    "SQL": "'; DROP TABLE consultations_consultationrequest; --",
    "formula": '=HYPERLINK("http://x")',
    "unpaired surrogate": "\ud800",
    "noncharacter": "\ufffe\uffff",
    "64 kB": "x" * 65536,
}


@pytest.mark.parametrize("name", ODD_TEXTS)
@pytest.mark.parametrize("field", answers())
def test_odd_text_in_any_field_is_stored_or_comes_back(site, name, field):
    typed = answers(**{field: ODD_TEXTS[name]})
    body = urlencode({key: value.encode("utf-8", "surrogatepass") for key, value in typed.items()})
    status, headers, page = post_form(site, body, address="/es/consultation/")
    assert status in (303, 422)
    if status == 303:
        assert ask(site, "GET", headers["Location"])[0] == 200
    else:
        assert language(page) == "es"
        assert "Maria Kowalska" in page or field == "full_name"
        assert "<script" not in page


@pytest.mark.parametrize(
    ("body", "headers", "statuses"),
    [
        (urlencode(answers()), {"Origin": None}, {403}),
        (urlencode(answers()), {"Origin": "null"}, {403}),
        (urlencode(answers()), {"Origin": "https://elsewhere.example"}, {403}),
        (urlencode(answers()), {"Origin": "http://[::1"}, {403}),
        (urlencode(answers(reason="x" * 1_000_000)), {}, {413}),
        (b"\xff\xfe\x00" * 1000, {}, {422}),
        (b"%" * 1000 + b"&=&==&&", {}, {422}),
        (urlencode([("full_name", str(number)) for number in range(900)]), {}, {422}),
        ("&".join(f"x{number}=1" for number in range(10_000)), {}, {400}),
        (urlencode(answers()), {"Content-Type": "application/x-www-form-urlencoded; charset=utf-16"}, {400}),
        (urlencode(answers()), {"Content-Type": "application/x-www-form-urlencoded; charset=nonsense"}, {303}),
        ('{"full_name": "Maria"}', {"Content-Type": "application/json"}, {422}),
        (MULTIPART, {"Content-Type": "multipart/form-data; boundary=x; charset=hex"}, {400}),
        (MULTIPART, {"Content-Type": "multipart/form-data; boundary=x; charset=idna"}, {400, 422}),
        (MULTIPART, {"Content-Type": "multipart/form-data; boundary=x; charset=rot13"}, {400}),
        ("--x\r\nbroken", {"Content-Type": "multipart/form-data; boundary=x"}, {400, 422}),
        ("broken", {"Content-Type": "multipart/form-data"}, {400}),
        ("", {}, {422}),
    ],
)
def test_odd_bodies_get_the_right_page_in_the_readers_language(site, body, headers, statuses):
    status, _, page = post_form(site, body, address="/pl/consultation/", **headers)
    assert status in statuses
    if status != 303:
        assert language(page) == "pl"
        assert "(708) 555-0100" in page


def test_a_refused_form_keeps_every_answer(site):
    for headers, body in [({"Origin": "null"}, answers()), ({}, answers(reason="x" * 300_000))]:
        _, _, page = post_form(site, urlencode(body), **headers)
        for kept in ["Maria Kowalska", "(312) 555-0142", "maria@example.net"]:
            assert kept in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/fr/", 404),
        ("/es/nowhere/", 404),
        ("/articles/none/", 404),
        ("/articles/" + "x" * 3000 + "/", 404),
        ("/articles/%00/", 404),
        ("/articles/%ff%fe/", 404),
        ("/articles/..%2f..%2fetc%2fpasswd/", 404),
        ("/articles/?page=0", 404),
        ("/articles/?page=two", 404),
        ("/articles/?page=" + "9" * 400, 404),
        ("/articles/?page=%00", 404),
        ("/articles/?topic=%00", 404),
        ("/articles/?topic=none", 404),
        ("/consultation/received/none/", 404),
        ("/consultation/received/%00/", 404),
        ("/static/../../clinic_site/settings.py", 404),
        ("/static/%2e%2e/%2e%2e/manage.py", 404),
        ("/.git/config", 404),
        ("/admin/consultations/consultationrequest/abc/change/", 302),
        ("/" + quote("ścieżka/عربي") + "/", 404),
    ],
)
def test_odd_addresses(site, address, status):
    assert ask(site, "GET", address)[0] == status


def test_a_bad_page_speaks_the_language_of_its_path(site):
    for prefix in ("es", "pl", "ar"):
        assert language(ask(site, "GET", f"/{prefix}/articles/?page=two")[2]) == prefix


def test_get_with_a_body_is_answered_as_without(site):
    status, _, page = ask(site, "GET", "/consultation/", body=urlencode(answers()), headers=FORM)
    assert status == 200
    assert "Maria" not in page


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "a b", "x" * 300])
def test_unknown_hosts_are_bad_requests(site, host):
    status, _, page = ask(site, "GET", "/ar/", headers={"Host": host})
    assert status == 400
    assert "elsewhere" not in page


@pytest.mark.parametrize(
    "address",
    [
        "//elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/es//elsewhere.example/contact",
        "/%2f%2felsewhere.example/contact",
        "/contact/..;/admin/",
        "/./admin",
        "/static/..%5c..%5cmanage.py",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/media/../site.sqlite3",
        "/var/site.sqlite3",
        "/demo-keys.json",
        "/contact/?next=http://elsewhere.example/",
        "/admin/login/?next=http://elsewhere.example/",
        "/admin/login/?next=//elsewhere.example/",
    ],
)
def test_tricks_with_paths_are_not_found(site, address):
    status, headers, page = ask(site, "GET", address)
    assert status in (200, 301, 302, 400, 404)
    assert not re.match(r"https?:|//|/\\", headers.get("Location", "/"))
    assert 'href="http://elsewhere' not in page
    assert "SQLite format" not in page


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND"])
def test_other_methods_are_not_allowed(site, method):
    assert ask(site, method, "/consultation/", headers={"Origin": site.url})[0] in (400, 405)


FORGED = {
    "X-Forwarded-Host": "elsewhere.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "1",
    "X-Forwarded-For": "6.6.6.6, nonsense, ::1",
    "Forwarded": "for=6.6.6.6;host=elsewhere.example;proto=https",
    "X-Real-IP": "6.6.6.6",
    "X-Original-URL": "/admin/",
    "X-Rewrite-URL": "/admin/",
    "X-HTTP-Method-Override": "DELETE",
    "Script-Name": "/elsewhere",
    "Script_Name": "/elsewhere",
    "Remote_User": "demo-staff",
    "Proxy": "http://elsewhere.example",
}


def test_forged_headers_change_no_page(site):
    """TRUSTED_PROXIES is loopback here, so the headers that only a proxy may send are sent too."""
    changing = re.compile(r"\s+<(input|meta)[^>]*>")
    plain, forged = (changing.sub("", ask(site, "GET", "/", headers=headers)[2]) for headers in ({}, FORGED))
    assert plain == forged
    assert ask(site, "GET", "/admin/", headers=FORGED)[1]["Location"].startswith("/admin/login/")
    assert post_form(site, urlencode(answers(full_name="Forged")), **FORGED)[0] == 303


@pytest.mark.parametrize(
    ("extra", "statuses"),
    [
        (["Host: 127.0.0.1"], {400}),
        (["Host: elsewhere.example"], {400}),
        (["Content-Length: 0"], {400}),
        (["Content-Length: 10000"], {400}),
        (["Content-Type: text/plain"], {400}),
        (["X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 7.7.7.7"], {303}),
        (["X-Forwarded-Proto: http", "X-Forwarded-Proto: https"], {400}),
        (["Origin: http://elsewhere.example"], {400, 403}),
        (["Sec-Fetch-Site: cross-site"], {403}),
        (["X-Padding: x"] * 120, {400, 431}),
    ],
)
def test_headers_sent_twice(site, extra, statuses):
    body = urlencode(answers(full_name="Twice")).encode()
    head = [
        "POST /consultation/ HTTP/1.1", f"Host: 127.0.0.1:{site.port}", f"Origin: {site.url}",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "Connection: close", *extra,
    ]  # fmt: skip
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        status_line = connection.makefile("rb").readline()
    assert int(status_line.split()[1]) in statuses


@given(
    body=st.binary(max_size=300)
    | st.dictionaries(st.sampled_from([*answers()]), st.binary(max_size=80), max_size=3).map(
        lambda changes: urlencode({**answers(full_name=secrets.token_hex(4)), **changes}).encode()
    ),
    content_type=st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
            "",
            "\xff/\xff; charset=\xff",
        ]
    ),
)
@settings(
    max_examples=300 if WHOLE else 60, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_whatever_is_sent_a_row_exists_exactly_when_it_was_received(site, body, content_type):
    count = "SELECT COUNT(*) FROM consultations_consultationrequest"
    before = site.query(count)
    status, headers, page = post_form(site, body, **{"Content-Type": content_type})
    assert status in (303, 400, 413, 422)
    if status == 303:
        token = headers["Location"].split("/")[-2]
        assert len(site.query("SELECT 1 FROM consultations_consultationrequest WHERE token = ?", token)) == 1
    else:
        assert site.query(count) == before
        assert "<script" not in page.lower()


@pytest.mark.parametrize(
    "raw",
    [
        b"NONSENSE\r\n\r\n",
        b"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
)
def test_broken_http_is_a_bad_request(site, raw):
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(raw)
        answer = connection.recv(200)
    assert answer == b"" or b" 400 " in answer.split(b"\r\n")[0]


DRIPPING = (
    b"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nfull_name="
)


@pytest.mark.parametrize("beginning", [DRIPPING, DRIPPING[:30], b""], ids=["body", "head", "nothing"])
def test_thirty_requests_that_never_end_delay_no_page(site, beginning):
    with ExitStack() as stack:
        dripping = [
            stack.enter_context(socket.create_connection(("127.0.0.1", site.port), timeout=10)) for _ in range(30)
        ]
        slowest = 0
        for round_ in range(5):
            for connection in dripping:
                connection.sendall(beginning if round_ == 0 else b"x")
            started = time.monotonic()
            assert ask(site, "GET", "/contact/", timeout=5)[0] == 200
            send_request(site, reason=f"Beside thirty slow ones {round_} {len(beginning)}")
            slowest = max(slowest, time.monotonic() - started)
    print(f"Beside 30 connections that drip: a page and a request in {slowest:.2f} s at most")


@pytest.mark.parametrize("missing", [1, 20, 200])
def test_an_incomplete_body_is_refused(site, missing):
    """The connection broke in the middle; storing the rest would pass it off as the patient's whole message."""
    typed = answers(full_name=f"Half A Request {missing}")
    reason = typed.pop("reason")
    body = urlencode({**typed, "reason": reason + " And more." * 30}).encode()
    (before,) = site.query("SELECT COUNT(*) FROM consultations_consultationrequest")
    head = (
        f"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.url}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(head.encode() + body[:-missing])
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(100)
    assert b" 303 " not in answer
    assert site.query("SELECT COUNT(*) FROM consultations_consultationrequest") == [before]


def test_log_contains_no_error_and_no_word_of_a_patient(site):
    """Runs last in this file: everything above was logged by then."""
    post_form(site, urlencode(answers()))
    for word in ["ERROR", "Internal Server Error", "Maria", "Kowalska", "maria@example.net", "555-0142", "downstairs"]:
        assert word not in site.log, site.log[-3000:]
