"""Canary words in every field, then a search wherever they could leak: only signed-in staff find them."""

import json
import os
import re
import secrets
import socket
from email.message import EmailMessage
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import psycopg
import pytest

from tests import WHOLE
from tests.factories import answers
from tests.faults.patients import ask, post_form, send_request, shown_reference, two_mails
from tests.running_site import RunningSite

LANGUAGES = {"": "My knee", "/es": "Mi rodilla señala", "/pl": "Moje kolano żółć", "/ar": "ركبتي تؤلمني"}


class Canary:
    """Valid answers with a word in each that stands nowhere else in the world.

    The words are hexadecimal, so that no encoding but base64 hides them, whatever language stands around them.
    """

    def __init__(self, words):
        self.name, self.mailbox, self.reason = (f"canary{secrets.token_hex(6)}" for _ in range(3))
        self.line = f"{secrets.randbelow(9000) + 1000}"
        self.answers = answers(
            full_name=f"{words} {self.name}",
            phone=f"(312) 555-{self.line}",
            email=f"{self.mailbox}@example.net",
            reason=f"{words} {self.reason}",
        )
        self.phones = [f"555-{self.line}", f"555{self.line}", f"555.{self.line}"]

    def found_in(self, data):
        """Which of the words stand in `data`, bytes or text, whatever their case."""
        data = (data.encode() if isinstance(data, str) else data).lower()
        return [word for word in [self.name, self.mailbox, self.reason, *self.phones] if word.encode() in data]


class Staff:
    """A member of staff with a browser that keeps cookies."""

    def __init__(self, site):
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def sign_in(self):
        user, password = self.site.staff
        page = self.open("/admin/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        body = urlencode({"csrfmiddlewaretoken": token, "username": user, "password": password})
        assert "Log out" in self.open("/admin/login/?next=/admin/", body.encode())

    def open(self, address, body=None):
        request = Request(self.site.url + address, data=body, headers={"Referer": self.site.url + "/admin/"})
        with self.opener.open(request, timeout=20) as response:
            return response.read().decode()


def every_byte_of_the_database(site):
    url = site.environment.get("DATABASE_URL")
    if not url:
        return b"".join(path.read_bytes() for path in (site.folder / "data").glob("site.sqlite3*"))
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT relid::regclass::text FROM pg_stat_user_tables").fetchall()
        rows = [connection.execute(f"SELECT t::text FROM {table} t").fetchall() for (table,) in tables]
    return "\n".join(text for table in rows for (text,) in table).encode()


def every_file_under_its_folder(site):
    for folder, folders, files in os.walk(site.folder):
        if "static" in folders:
            folders.remove("static")  # collected from the code, shared by all tests
        for file in files:
            yield Path(folder) / file


def every_mail(site):
    return [part for mail in site.mail_server.mails for part in (mail.as_bytes(), mail.get_content().encode())]


def places(site):
    """(place, content) of everything that outlives a request, on disk or at the mail server."""
    yield "the database", every_byte_of_the_database(site)
    for path in every_file_under_its_folder(site):
        yield str(path.relative_to(site.folder)), path.read_bytes()
    for mail in every_mail(site):
        yield "a mail", mail


@pytest.fixture(params=["sqlite", "postgresql"] if WHOLE else ["sqlite"])
def own_site(request, tmp_path):
    site = RunningSite(tmp_path, database=request.param, SLOW_QUERY_MS="0")  # the log records every query
    site.mail_server.start()
    site.start()
    yield site
    site.stop()
    site.mail_server.stop()


def headers_of(answer):
    return "\n".join(f"{name}: {value}" for name, value in answer[1].items())


def send_in_vain(site, canary, prefix):
    """The ways in which an answer does not arrive. Each leaves its own trace, or none."""
    too_much = {**canary.answers, "best_time": "x" * 300_000}
    yield 403, post_form(site, urlencode(canary.answers), f"{prefix}/consultation/", Origin="null")
    yield 413, post_form(site, urlencode(too_much), f"{prefix}/consultation/")
    for field in ["voicemail_ok", "best_time", "language", "patient_status"]:
        wrong = {**canary.answers, field: canary.reason}
        yield 422, post_form(site, urlencode(wrong), f"{prefix}/consultation/")
    yield 200, post_form(site, urlencode({**canary.answers, "go_on_in": "pl"}), f"{prefix}/consultation/")
    yield 400, post_form(
        site, urlencode(canary.answers), f"{prefix}/consultation/",
        **{"Content-Type": "application/x-www-form-urlencoded; charset=utf-16"},
    )  # fmt: skip


def send_broken_http(site, canary):
    """What gunicorn itself refuses."""
    head = b"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    body = urlencode(canary.answers).encode()
    for raw in [
        head + body + b"\r\n\r\n",
        head + b"Transfer-Encoding: chunked\r\n\r\n" + body + b"\r\n0\r\n\r\n",
        head + b"Transfer-Encoding: " + body + b"\r\n\r\n",
        head + b"X: \x01" + body + b"\r\n\r\n",
        body + b" / HTTP/1.1\r\n\r\n",
        b"GET " + body + b"\x01 HTTP/1.1\r\n\r\n",
        b"GET / HTTP/" + body + b"\r\n\r\n",
    ]:
        with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
            connection.sendall(raw)
            connection.recv(65536)


@pytest.mark.whole
def test_only_signed_in_staff_see_the_words_of_patients(own_site):
    site = own_site
    canaries = {prefix: Canary(words) for prefix, words in LANGUAGES.items()}
    received = {}
    for prefix, canary in canaries.items():
        # When the form is refused, in every way
        for status, answer in send_in_vain(site, canary, prefix):
            assert answer[0] == status
            assert canary.found_in(headers_of(answer)) == []

        # Or the site fails
        rename(site, "consultations_outgoingmail", "elsewhere")
        try:
            answer = post_form(site, urlencode(canary.answers), f"{prefix}/consultation/")
        finally:
            rename(site, "elsewhere", "consultations_outgoingmail")
        assert answer[0] == 500
        assert canary.found_in(headers_of(answer) + answer[2]) == []

        # Or it is received
        answer = post_form(site, urlencode(canary.answers), f"{prefix}/consultation/")
        assert answer[0] == 303
        assert canary.found_in(headers_of(answer) + answer[2]) == []
        own_page = answer[1]["Location"]
        page = ask(site, "GET", own_page)
        assert canary.found_in(headers_of(page) + page[2]) == []
        received[prefix] = shown_reference(page[2])
        two_mails(site, received[prefix])

        # And it is changed on its own page
        for change in [
            {"change": "wish", "wish": canary.reason},
            {"change": "number", "phone": f"(708) 555-{canary.line}"},
        ]:
            answer = post_form(site, urlencode(change), own_page)
            assert answer[0] == 303
            page = ask(site, "GET", own_page)
            assert canary.found_in(headers_of(answer) + answer[2] + page[2]) == []
        token = own_page.split("/")[-2]
        assert token not in site.log + "".join(mail.as_string() for mail in site.mail_server.mails)
        send_broken_http(site, canary)

    # Then staff who have signed in read the words, and strangers do not
    address = "/admin/consultations/consultationrequest/"
    numbers = dict(site.query("SELECT reference, id FROM consultations_consultationrequest"))
    stranger = ask(site, "GET", f"{address}{numbers[received['/es']]}/change/")
    assert stranger[0] == 302
    staff = Staff(site)
    staff.sign_in()
    for prefix, canary in canaries.items():
        assert canary.found_in(headers_of(stranger) + stranger[2]) == []
        page = staff.open(f"{address}{numbers[received[prefix]]}/change/")
        assert {canary.name, canary.mailbox, canary.reason, f"555-{canary.line}"} <= set(canary.found_in(page))

    # And they are nowhere else, even now
    leaks = [(where, word) for where, data in places(site) for c in canaries.values() for word in c.found_in(data)]
    assert leaks == [], [line for line in site.log.splitlines() if any(c.found_in(line) for c in canaries.values())]

    # Though the log records each request and each query
    told = [json.loads(line) for line in site.log.splitlines() if line.startswith("{")]
    views = [event["view"] for event in told if event["logger"] == "clinic_site.operations.request_log"]
    assert {"consultation", "admin:login"} <= set(views)
    assert [event for event in told if event["message"] == "A slow query" and "consultationrequest" in event["sql"]]

    # And the search would have found them
    canary = Canary("Found")
    (site.folder / "data" / "leak").write_text(f"x{canary.reason.upper()}x")
    site.mail_server.mails.append(sent_mail(canary))
    site.query("UPDATE clinic_site_clinic SET language_notice = ?", f"x{canary.name}x")
    found = {(where, word) for where, data in places(site) for word in canary.found_in(data)}
    assert {("data/leak", canary.reason), ("a mail", canary.mailbox), ("the database", canary.name)} <= found


def sent_mail(canary):
    mail = EmailMessage()
    mail.set_content(f"ż {canary.mailbox}", cte="base64")
    return mail


def rename(site, table, name):
    site.query(f"ALTER TABLE {table} RENAME TO {name}")


def test_nothing_tells_who_read_what_or_when(own_site):
    site = own_site
    agent, word, campaign, host, etag = (f"canary{secrets.token_hex(6)}" for _ in range(5))
    marked = {
        "User-Agent": f"Mozilla/5.0 (iPhone) {agent}",
        "X-Forwarded-For": "203.0.113.77",
        "Referer": f"https://{host}.example/?q={word}",
        "If-None-Match": etag,
        "Accept-Language": "pl",
    }
    article = "/articles/knee-pain-after-running-what-to-know/"
    for address in (article, "/es/", f"/?utm_campaign={campaign}", f"{article}?q={word}", f"/search/?q={word}"):
        for _ in range(3):
            assert ask(site, "GET", address, headers=marked)[0] == 200
    two_mails(site, send_request(site))
    site.stop()  # which stores the counts

    rows = site.query("SELECT day, page, language, views FROM clinic_site_pageviews ORDER BY page, language")
    ((number,),) = site.query("SELECT article_id FROM articles_articletext WHERE slug = ?", article.split("/")[2])
    assert [row[1:] for row in rows] == [(f"article-{number}", "en", 6), ("home", "en", 3), ("home", "es", 3)]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", str(day)) for day, *_ in rows)
    assert len(site.query("SELECT * FROM clinic_site_pageviews")[0]) == 5  # with the number of the row

    canaries = [agent, word, campaign, host, etag, "203.0.113.77"]
    found = [(place, canary) for place, data in places(site) for canary in canaries if canary.encode() in data]
    assert found == []
