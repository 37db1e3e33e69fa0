"""Two hosts of one real site, each with a web server and a worker, on one PostgreSQL and one media folder.

The tests run in the order of this file: those that break something come last.
"""

import secrets
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django_otp.oath import totp

from tests.factories import answers, upload
from tests.faults.patients import ask, mails_about, post_form, send_request, two_mails
from tests.faults.processes import family, kill
from tests.pages import Page
from tests.postgresql import create_database
from tests.running_site import RunningSite, wait_until
from tests.smtp import silent_server
from tests.staff import PASSWORD

pytestmark = pytest.mark.whole

A_MOMENT = 2  # seconds
FRESH = 2  # seconds within which an edit is public everywhere
ON_TIME = 1  # second within which the clock has changed a page everywhere
ASKED = 10  # times in a row, so that each of a host's two web workers answers
PAGES = ["/", "/es/articles/", "/pl/contact/", "/ar/consultation/"]
REAL = {
    "DJANGO_SECRET_KEY": "a-long-random-text-that-nobody-guesses-0123456789-0123456789",
    "ALLOWED_HOSTS": "www.example.org,127.0.0.1",
    "SITE_URL": "http://www.example.org",
    "FIELD_ENCRYPTION_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "LOOKUP_HASH_KEY": "another-long-random-text-of-its-own",
    "DEFAULT_FROM_EMAIL": "website@example.org",
    "MAIL_LEASE_SECONDS": "11",
}
WHAT_THERE_IS = """
from datetime import UTC, date, datetime
from tests.factories import make_article, make_clinic
from tests.staff import give_app, make_account

make_clinic()
make_account("fred")
make_article(title="On time", slug="on-time", published_at=datetime(2100, 1, 1, tzinfo=UTC))
app = give_app(make_account("maria", is_superuser=True))
article = make_article(title="On knees", slug="on-knees", state="draft", unreviewed_because="")
article.next_review_on = date(2100, 1, 1)
article.save()
print("key", app.key)
"""
SCHEDULE = """
from articles.models import Article

Article.objects.filter(texts__slug="on-time").update(published_at="{}")
"""


class Hosts:
    def __init__(self, folder):
        shared = {"DATABASE_URL": create_database(f"clinic_{secrets.token_hex(6)}")}
        self.a = RunningSite(folder / "a", **REAL, **shared)
        self.b = RunningSite(folder / "b", **REAL, **shared, EMAIL_PORT=str(self.a.mail_server.port))
        self.mail_server = self.a.mail_server
        (folder / "media").mkdir()
        for host in self:
            host.folder.mkdir()
            host.put_in_data_dir("media", folder / "media")

    def __iter__(self):
        return iter([self.a, self.b])

    def start(self):
        """Both at once, on an empty database."""
        self.mail_server.start()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(RunningSite.start, self))

        filled = self.a.manage("shell", "--no-imports", "-c", WHAT_THERE_IS)
        assert filled.returncode == 0, filled.stderr
        self.app_key = filled.stdout.split()[1]

    def stop(self):
        self.mail_server.stop()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(RunningSite.stop, self))


class Browser:
    """One that keeps its cookies, whichever host the balancer sends it to."""

    def __init__(self):
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, host, address):
        return self.fetch(Request(host.url + address))

    def post(self, host, address, fields, content_type="application/x-www-form-urlencoded"):
        is_form = content_type == "application/x-www-form-urlencoded"
        body = urlencode(fields).encode() if is_form else encode_multipart(BOUNDARY, fields)
        headers = {"Content-Type": content_type, "Origin": host.url}
        return self.fetch(Request(host.url + address, body, headers))

    def fetch(self, request):
        """The page at the end of all redirects."""
        try:
            response = self.opener.open(request, timeout=30)
        except HTTPError as error:
            response = error
        response.content = response.read()
        return response

    def send(self, host, address, form, **changes):
        """Opens a page and sends its form with some fields filled in."""
        fields = Page(self.get(host, address)).fields(form)
        return self.post(host, address, {**fields, **changes})

    def sign_in(self, host, name, password=PASSWORD):
        return self.send(host, "/admin/login/?next=/admin/", "#login-form", username=name, password=password)


@pytest.fixture(scope="module")
def hosts(tmp_path_factory):
    hosts = Hosts(tmp_path_factory.mktemp("hosts"))
    try:
        hosts.start()
        yield hosts
    finally:
        hosts.stop()


@pytest.fixture(scope="module")
def maria(hosts):
    """The browser of a member of staff who has signed in at the first host, with both factors."""
    browser = Browser()
    browser.sign_in(hosts.a, "maria")
    code = f"{totp(bytes.fromhex(hosts.app_key)):06}"
    assert browser.send(hosts.a, "/admin/", "#login-form", **{"gate:code": code}).status == 200
    return browser


def shows(host, address, words):
    status, _, page = ask(host, "GET", address, timeout=10)
    return status == 200 and words in page


def always_shows(host, address, words):
    return all(shows(host, address, words) for _ in range(ASKED))


def is_fresh_everywhere(hosts, words, *, began, address="/", seconds=FRESH):
    """Every worker of every host shows the words to whoever asks `seconds` after `began` or later."""
    time.sleep(max(began + seconds - time.monotonic(), 0))
    return all(always_shows(host, address, words) for host in hosts)


def change_phone(hosts, maria, phone):
    for host in hosts:
        assert ask(host, "GET", "/")[0] == 200  # so that it keeps the page with the old one
    changed = maria.send(hosts.a, "/admin/clinic_site/clinic/1/change/", "#clinic_form", phone=phone)
    assert changed.status == 200
    assert not Page(changed).all(".errorlist")
    return is_fresh_everywhere(hosts, phone, began=time.monotonic())


def everything_is_served(hosts, *, seconds):
    """Pages, the staff's and a patient's request, none of which takes longer."""
    for host in hosts:
        for address in PAGES:
            began = time.monotonic()
            assert ask(host, "GET", address)[0] == 200
            assert time.monotonic() - began < seconds
        began = time.monotonic()
        assert post_form(host, urlencode(answers(reason=f"{host.port} {began}")))[0] == 303
        assert time.monotonic() - began < seconds
    return True


# While all is well


@pytest.mark.whole
def test_hosts_that_start_at_once_on_an_empty_database_prepare_it_once(hosts):
    applied = hosts.a.query("SELECT app, name FROM django_migrations")
    assert len(applied) == len(set(applied)) > 0
    assert [ask(host, "GET", "/healthz")[0] for host in hosts] == [200, 200]


def test_a_request_at_one_host_is_on_the_list_of_the_other_and_mailed_once(hosts, maria):
    reference = send_request(hosts.a, reason="At one host")
    assert reference in maria.get(hosts.b, "/admin/consultations/consultationrequest/").content.decode()
    two_mails(hosts.a, reference)
    recipients = [mail.recipients for mail in mails_about(hosts.a, reference)]
    assert sorted(recipients) == [["front-desk@clinic.example"], ["manager@clinic.example"]]


def test_the_same_request_at_both_hosts_at_once_is_one(hosts):
    body = urlencode(answers(full_name="Sent Twice"))
    with ThreadPoolExecutor(2) as pool:
        sent = list(pool.map(lambda host: post_form(host, body), hosts))
    assert [status for status, _, _ in sent] == [303, 303]
    assert len({headers["Location"] for _, headers, _ in sent}) == 1


def test_a_session_of_one_host_is_valid_at_the_other(hosts, maria):
    for host in hosts:
        page = maria.get(host, "/admin/consultations/consultationrequest/")
        assert (page.status, page.url) == (200, f"{host.url}/admin/consultations/consultationrequest/")


def test_wrong_passwords_are_counted_over_both_hosts(hosts):
    tries = [hosts.a, hosts.b, hosts.a, hosts.b, hosts.a]
    found = [Browser().sign_in(host, "fred", "a wrong password").status for host in tries]
    assert found == [200, 200, 200, 200, 429]
    assert Browser().sign_in(hosts.b, "fred").status == 429


def test_a_picture_that_was_uploaded_at_one_host_is_served_by_the_other(hosts, maria):
    add = "/admin/articles/picture/add/"
    fields = Page(maria.get(hosts.a, add)).fields("#picture_form")
    fields |= {"file": upload(), "name": "Stretching", "alternative_text": "A runner stretches."}
    assert not Page(maria.post(hosts.a, add, fields, MULTIPART_CONTENT)).all(".errorlist")
    ((content_hash, width),) = hosts.a.query("SELECT content_hash, width FROM articles_picture")
    files = [Browser().get(host, f"/pictures/{content_hash}-{width}.webp").content for host in hosts]
    assert files[0][8:12] == b"WEBP"
    assert files[0] == files[1]


def test_an_article_that_is_published_at_one_host_is_public_at_the_other(hosts, maria):
    ((pk,),) = hosts.a.query("SELECT article_id FROM articles_articletext WHERE slug = 'on-knees'")
    assert [ask(host, "GET", "/articles/on-knees/")[0] for host in hosts] == [404, 404]
    address = f"/admin/articles/article/{pk}/change/"
    page = Page(maria.get(hosts.b, address))
    (language,) = page.all("[name^=texts-][name$=-language][value=en]")
    text = language["name"].removesuffix("-language")
    published = {
        f"{text}-state": "published",
        f"{text}-unreviewed_because": "There is nobody to review it.",
        f"{text}-reason_despite_warnings": "There is nobody to mend it.",
    }
    saved = maria.post(hosts.b, address, page.fields("#article_form") | published)
    assert not Page(saved).all(".errorlist")
    began = time.monotonic()
    assert is_fresh_everywhere(hosts, "On knees", began=began, address="/articles/on-knees/")
    assert is_fresh_everywhere(hosts, "On knees", began=began, address="/")


def test_a_scheduled_article_appears_everywhere_on_time(hosts):
    on_time = datetime.now(UTC) + timedelta(seconds=10)
    assert hosts.a.manage("shell", "--no-imports", "-c", SCHEDULE.format(on_time)).returncode == 0
    began = time.monotonic() + (on_time - datetime.now(UTC)).total_seconds()
    assert began > time.monotonic()
    while (left := began - time.monotonic()) > 0:
        found = [shows(host, "/articles/", "On time") for host in hosts]
        assert found == [False, False] or datetime.now(UTC) >= on_time
        time.sleep(min(left, 0.3))
    assert is_fresh_everywhere(hosts, "On time", began=began, address="/articles/", seconds=ON_TIME)
    assert is_fresh_everywhere(hosts, "On time", began=began, address="/articles/on-time/", seconds=ON_TIME)


def test_the_clinics_facts_change_everywhere(hosts, maria):
    assert change_phone(hosts, maria, "(708) 349-1001")


# A host vanishes


def kill_all_of(host):
    kill(family(host.process.pid))  # the first one would start the others again
    host.process.wait()
    host.process = None


def test_when_a_host_dies_the_other_goes_on_and_sends_the_mail_that_it_had_in_hand(hosts, maria):
    hosts.mail_server.stop()
    with silent_server(hosts.mail_server.port) as silent:
        silent.settimeout(40)
        reference = send_request(hosts.a, reason="When a host dies")
        in_hand = [silent.accept()[0] for _ in range(2)]  # one of the two mails each: a worker sends one at a time
        kill_all_of(hosts.a)
        for connection in in_hand:
            connection.close()
    hosts.mail_server.start()
    assert everything_is_served([hosts.b], seconds=A_MOMENT)
    assert maria.get(hosts.b, "/admin/consultations/consultationrequest/").status == 200
    two_mails(hosts.a, reference)


def test_in_the_end_every_request_was_mailed_to_everybody_once(hosts):
    stored = hosts.b.query("SELECT reference FROM consultations_consultationrequest")
    assert len(stored) == 4

    def mailed():
        return Counter(
            (reference, *mail.recipients) for (reference,) in stored for mail in mails_about(hosts.a, reference)
        )

    wait_until(lambda: len(mailed()) == 2 * len(stored), seconds=20, what="the last mails")
    assert set(mailed().values()) == {1}
