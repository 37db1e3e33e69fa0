"""On a real site a member of staff sets up the second factor, leaves, comes back and loses no form."""

import time
from base64 import b32decode

import pytest
from django_otp.oath import totp

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import problems
from tests.running_site import RunningSite

PASSWORD = "three quiet herons by the lake"
REAL = {
    "DJANGO_SECRET_KEY": "a-long-random-text-that-nobody-guesses-0123456789-0123456789",
    "ALLOWED_HOSTS": "127.0.0.1,localhost",
    "SITE_URL": "http://127.0.0.1",
    "FIELD_ENCRYPTION_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "LOOKUP_HASH_KEY": "another-long-random-text-of-its-own",
    "DEFAULT_FROM_EMAIL": "website@example.org",
    "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
    "DJANGO_SUPERUSER_EMAIL": "manager@example.org",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = RunningSite(tmp_path_factory.mktemp("real"), **REAL)
    site.start()
    yield site
    assert site.stop() == 0


class Colleague:
    """Somebody with an account of the site's own, made on the command line."""

    def __init__(self, site, name):
        made = site.manage("createsuperuser", "--no-input", "--username", name)
        assert made.returncode == 0, made.stderr
        self.site, self.name, self.secret, self.codes_used = site, name, None, 0

    def sits_down_at(self, page):
        self.page = page

    def signs_in(self):
        self.page.goto("/admin/")
        self.page.fill("[name=username]", self.name)
        self.page.fill("[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")

    def reads_the_secret(self):
        self.secret = b32decode(self.page.locator(".sign-in__secret").inner_text().replace(" ", ""))

    def writes_the_code(self):
        """By keyboard alone. No code is taken twice, so each is half a minute further on.

        One that is about to change is left to pass: the server would take it for one of a clock that is late, and keep
        to that clock, for which the next is too far ahead.
        """
        left = 30 - time.time() % 30
        if left < 5:
            time.sleep(left)
        self.types(f"{totp(self.secret, drift=self.codes_used):06}")
        self.codes_used += 1

    def keeps_the_codes(self):
        self.page.get_by_role("button", name="I have saved them").click()

    def signs_out(self):
        self.page.get_by_role("button", name="Log out").click()

    def types(self, words):
        """Where the page has put the focus, and nowhere else."""
        self.page.locator("input:focus").wait_for()
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def sees(self, title):
        self.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()

    def grows_idle(self):
        """As after a quarter of an hour: the server's note of the last page is set back."""
        script = (
            "from django.contrib.sessions.models import Session; from importlib import import_module\n"
            "from django.conf import settings; store = import_module(settings.SESSION_ENGINE).SessionStore\n"
            "for row in Session.objects.all():\n"
            "    session = store(row.session_key); session['seen_at'] = 0; session.save()\n"
        )
        result = self.site.manage("shell", "--no-imports", "-c", script)
        assert result.returncode == 0, result.stderr


def test_first_sign_in_sets_up_the_second_factor_and_the_next_browser_asks_for_it(site, new_page):
    maria = Colleague(site, "maria")
    maria.sits_down_at(new_page())

    # Given user name and password, the second factor is set up from what the page shows
    maria.signs_in()
    maria.sees("Set up your second factor")
    assert maria.page.locator(".sign-in__qr svg path").count() == 1
    maria.reads_the_secret()
    maria.writes_the_code()

    # Then ten recovery codes are shown, to print or to copy
    maria.sees("Save your recovery codes")
    assert maria.page.locator("#recovery-codes li").count() == 10
    maria.page.get_by_role("button", name="Print").wait_for()
    maria.keeps_the_codes()
    maria.sees("What would you like to do?")
    assert maria.page.locator(".staff-notice").count() == 0

    # When she signs out and in again, this browser is remembered
    maria.signs_out()
    maria.sees("Logged out")
    maria.signs_in()
    maria.sees("What would you like to do?")

    # And another one asks for a code
    maria.sits_down_at(new_page())
    maria.signs_in()
    maria.sees("Enter your code")
    maria.writes_the_code()
    maria.sees("What would you like to do?")


@pytest.mark.whole
def test_what_was_typed_before_a_long_pause_is_saved_after_the_password(site, new_page):
    jan = Colleague(site, "jan")
    jan.sits_down_at(new_page())
    jan.signs_in()
    jan.sees("Set up your second factor")
    jan.reads_the_secret()
    jan.writes_the_code()
    jan.keeps_the_codes()
    jan.sees("What would you like to do?")
    page = jan.page

    # Given a half-written page and a long pause
    page.goto("/admin/clinic_site/clinic/")
    words = 'Ring the bell "twice".\n\n  <b>Then</b> & only then: zażółć'
    page.fill("[name=language_notice]", words)
    jan.grows_idle()

    # When it is sent, the password is asked for on the spot
    page.click("[name=_continue]")
    jan.sees("Are you still there?")
    assert "Your changes are kept" in page.locator("main").inner_text()
    jan.types(PASSWORD)

    # Then it is saved as it was written
    page.locator(".messagelist .success").wait_for()
    assert page.input_value("[name=language_notice]") == words


@pytest.mark.whole
def test_a_link_on_another_site_opens_the_page_for_somebody_who_is_signed_in(site, new_page):
    ola = Colleague(site, "ola")
    ola.sits_down_at(new_page())
    ola.signs_in()
    ola.sees("Set up your second factor")
    ola.reads_the_secret()
    ola.writes_the_code()
    ola.keeps_the_codes()
    ola.sees("What would you like to do?")

    # Given webmail, on another site, that shows a link to a page of ours
    page = ola.page
    link = f"<h1>Webmail</h1><a href='{site.url}/admin/consultations/consultationrequest/'>A new request</a>"
    page.route("http://localhost:*/webmail", lambda route: route.fulfill(body=link, content_type="text/html"))
    page.goto(f"http://localhost:{site.port}/webmail")

    # When it is followed, the page is there
    page.get_by_role("link", name="A new request").click()
    page.locator("#changelist").wait_for()


@pytest.mark.whole
@pytest.mark.parametrize("size", [PHONE, pytest.param(DESKTOP, marks=pytest.mark.whole)], ids=["phone", "desktop"])
def test_axe_finds_nothing_at_the_gate(site, new_page, size):
    eve = Colleague(site, f"eve{size['width']}")
    eve.sits_down_at(new_page(viewport={**size, "height": 2000}, bypass_csp=True))
    page = eve.page

    def look(title):
        eve.sees(title)
        assert problems(page) == [], title
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), title

    eve.signs_in()
    look("Set up your second factor")
    eve.reads_the_secret()
    eve.types("000000")
    page.locator("#problem").wait_for()
    look("Set up your second factor")
    page.wait_for_timeout(1100)  # a wrong code makes the next one wait
    eve.writes_the_code()
    look("Save your recovery codes")
    eve.keeps_the_codes()
    eve.sees("What would you like to do?")
    eve.grows_idle()
    page.goto("/admin/")
    look("Are you still there?")
    eve.types(PASSWORD)
    eve.sees("What would you like to do?")
    for address in ["/admin/", "/admin/auth/user/", "/admin/consultations/accessrecord/"]:
        page.goto(address)
        assert problems(page) == [], address
    page.goto("/admin/auth/user/")
    page.get_by_role("link", name=eve.name).click()
    page.locator("#id_groups").wait_for()
    assert problems(page) == [], "account"
    page.get_by_role("link", name="Reset second factor").click()
    look("Reset the second factor?")
    eve.signs_out()
    look("Logged out")

    other = new_page(viewport={**size, "height": 2000}, bypass_csp=True)
    eve.sits_down_at(other)
    eve.signs_in()
    eve.sees("Enter your code")
    assert problems(other) == []
