"""Days with other hours than usual, from the manager's form to the patient's page."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.people import FrontDesk
from tests.browser.test_accessibility import problems, problems_in_full
from tests.browser.test_room import MISFITS, SET_STYLE, TEXT_SPACING, TWICE_THE_TEXT
from tests.running_site import wait_until

pytestmark = pytest.mark.whole

CLINIC = "/admin/clinic_site/clinic/"


@pytest.fixture
def own_site(fresh_site):
    """A site of its own: the days change what the site promises to the patients of other tests."""
    fresh_site.mail_server.start()
    fresh_site.start()
    return fresh_site


@pytest.fixture
def open_page(browser, own_site):
    contexts = []

    def open_page(viewport=DESKTOP, **options):
        context = browser.new_context(base_url=own_site.url, viewport=viewport, bypass_csp=True, **options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def test_days_that_a_manager_enters_are_what_patients_read(own_site, open_page):
    # Given a manager on the clinic's page
    page = open_page()
    FrontDesk(page, own_site).signs_in()
    soon = datetime.now(ZoneInfo("America/Chicago")).date() + timedelta(days=3)
    page.goto(CLINIC)

    # When the closing time of a short day is forgotten, the page says so and keeps what was typed
    page.fill("[name=special_hours-0-first_day]", f"{soon:%Y-%m-%d}")
    page.fill("[name=special_hours-0-opens_at]", "09:00")
    page.fill("[name=special_hours-0-name]", "Training of the whole team in the afternoon")
    page.click("[name=_save]")
    assert "Enter an opening and a closing time" in page.locator("#special_hours-group .errorlist").inner_text()
    assert problems_in_full(page) == [], "clinic with an error"
    page.fill("[name=special_hours-0-closes_at]", "12:30")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()

    # And when two federal holidays are ticked
    page.goto(CLINIC)
    page.get_by_role("link", name="Add US federal holidays").click()
    page.locator(".federal-holidays__days").wait_for()
    assert page.locator(".federal-holidays__days :checked").count() == 0
    page.get_by_role("button", name="Add the ticked days").click()
    page.get_by_role("alert").get_by_text("Tick at least one holiday.").wait_for()
    assert problems_in_full(page) == [], "federal holidays"
    offered = page.locator(".federal-holidays__days label")
    names = {offered.nth(number).inner_text().split(": ")[1].split(" (the ")[0] for number in (0, 1)}
    for number in (0, 1):
        offered.nth(number).locator("input").check()
    page.get_by_role("button", name="Add the ticked days").click()
    page.get_by_text("Added 2 closed days.").wait_for()
    assert problems_in_full(page) == [], "clinic with special hours"

    # Then patients read the short day in the week and all three below it, in every look
    patient = open_page(PHONE)

    def listed():
        patient.goto("/contact/")
        return patient.locator("main .special-hours__days").count() == 3

    wait_until(listed, seconds=5, what="the special hours")
    short = patient.locator("main .hours-table tr", has_text="Training of the whole team")
    assert "9 a.m. to 12:30 p.m." in short.inner_text()
    assert names <= set(patient.locator("main .special-hours dd").all_inner_texts())
    for prefix in ("", "/pl", "/ar"):
        for viewport in (PHONE, DESKTOP, {"width": 320, "height": 256}):
            patient.set_viewport_size(viewport)
            patient.goto(f"{prefix}/contact/")
            assert misfits(patient, is_large_already=viewport["width"] == 320) == [], (prefix, viewport)
    for look in ({"color_scheme": "dark"}, {"forced_colors": "active"}):
        looking = open_page(PHONE, **look)
        looking.goto("/ar/contact/")
        assert problems(looking) == [], look


def misfits(page, *, is_large_already):
    """What does not fit as it is, with wide spacing, and with text of twice the size."""
    found = page.evaluate(MISFITS)
    for style in [TEXT_SPACING] if is_large_already else [TEXT_SPACING, TWICE_THE_TEXT]:
        page.evaluate(SET_STYLE, style)
        found += page.evaluate(MISFITS)
    return found
