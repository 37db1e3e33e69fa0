"""Facts about every page that only a browser can show."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.people import ARTICLE

# How a page looks does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

SMALL = {"width": 320, "height": 480}


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_call_bar_is_fixed_to_the_bottom(new_page, viewport, prefix):
    page = new_page(viewport=viewport)
    page.goto(prefix + ARTICLE)
    bar = page.locator(".call-link").bounding_box()
    assert (bar["x"], bar["width"], bar["y"] + bar["height"]) == (0, viewport["width"], viewport["height"])
    assert bar["height"] >= 48


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
@pytest.mark.parametrize("width", [320, 390])
def test_call_bar_shows_its_words_in_one_line(new_page, prefix, width):
    page = new_page(viewport={"width": width, "height": 600})
    page.goto(f"{prefix}/")
    assert page.locator(".call-link span").bounding_box()["height"] < 40
    assert page.locator(".call-link").bounding_box()["height"] == 56


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_call_bar_leaves_a_focused_error_summary_alone(new_page, prefix):
    page = new_page(viewport=SMALL)
    page.goto(f"{prefix}/consultation/")
    page.locator("form button").click()
    expect(page.locator(".error-summary:focus")).to_have_count(1)
    assert page.locator(".call-link").is_hidden()


def test_call_link_stays_in_the_page_on_wide_or_low_screens(new_page):
    for viewport in ({"width": 1280, "height": 720}, {"width": 390, "height": 320}):
        page = new_page(viewport=viewport)
        page.goto("/")
        assert page.locator(".call-link").evaluate("e => getComputedStyle(e).position") == "static"


def test_arabic_phone_numbers_read_from_left_to_right(new_page):
    page = new_page(viewport=PHONE)
    page.goto("/ar/")
    positions = page.locator(".call-link bdi").evaluate("""e => {
        const text = e.firstChild, range = document.createRange();
        return [...text.data].map((_, i) => { range.setStart(text, i); range.setEnd(text, i + 1);
                                              return range.getBoundingClientRect().left; });
    }""")
    assert positions == sorted(positions)


def test_no_cookie_no_storage_and_no_other_host(new_page, site, public_pages):
    page = new_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for _ in public_pages.visit(page):
        page.locator("a").first.focus()
    page.goto("/consultation/")
    page.fill("[name=full_name]", "Typed")
    assert hosts == {site.url.split("/")[2]}
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_language_widget_keeps_the_page(new_page):
    page = new_page()
    page.goto(ARTICLE)
    page.click(".language-widget a[hreflang=pl]")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.click(".language-widget a[hreflang=ar]")
    expect(page.locator("html[dir=rtl]")).to_have_attribute("lang", "ar")
    page.click(".language-widget a[hreflang=en]")
    page.wait_for_url(f"**{ARTICLE}")
