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
def test_contact_bar_is_fixed_to_the_bottom(new_page, viewport, prefix):
    page = new_page(viewport=viewport)
    page.goto(prefix + ARTICLE)
    bar = page.locator(".contact-bar").bounding_box()
    assert (bar["x"], bar["width"], bar["y"] + bar["height"]) == (0, viewport["width"], viewport["height"])
    call, request = (link.bounding_box() for link in page.locator(".contact-bar a").all())
    assert min(call["height"], request["height"]) >= 48
    assert call["width"] + request["width"] == viewport["width"]
    assert min(call["width"], request["width"]) > viewport["width"] / 3


def test_contact_bar_on_the_form_only_calls(new_page):
    page = new_page(viewport=PHONE)
    page.goto("/consultation/")
    assert page.locator(".contact-bar a:visible").evaluate_all("all => all.map(a => a.protocol)") == ["tel:"]


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
@pytest.mark.parametrize("width", [320, 390])
def test_contact_bar_keeps_its_height_and_the_number_in_one_line(new_page, prefix, width):
    page = new_page(viewport={"width": width, "height": 600})
    page.goto(f"{prefix}/")
    assert page.locator(".call-link bdi").bounding_box()["height"] < 30
    assert [link.bounding_box()["height"] for link in page.locator(".contact-bar a").all()] == [56, 56]


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
@pytest.mark.parametrize("width", [320, 390])
def test_header_leaves_a_phone_to_the_page(new_page, prefix, width):
    page = new_page(viewport={"width": width, "height": 600})
    page.goto(prefix + ARTICLE)
    assert page.locator(".site-header").bounding_box()["height"] <= 130
    name, menu = (page.locator(f".site-header__{part}").bounding_box() for part in ("name", "menu"))
    assert abs(name["y"] + name["height"] / 2 - menu["y"] - menu["height"] / 2) < 2, "they stand in one row"
    assert name["height"] < 60, "in two lines at most"
    assert page.locator(".site-header__address").is_visible()


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_menu_opens_and_closes_by_keyboard(new_page, prefix):
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{prefix}/")
    menu, button = page.locator(".site-menu"), page.locator(".site-header__menu")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(page.locator(".site-menu__close")).to_be_focused()
    for part in (".open-status", ".site-nav", ".language-widget"):
        assert menu.locator(part).is_visible(), part
    page.keyboard.press("Tab")
    expect(page.locator(".language-widget a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_menu_leads_to_the_page_and_to_its_other_languages(new_page):
    page = new_page(viewport=PHONE)
    page.goto("/")
    page.locator(".site-header__menu").click()
    page.get_by_role("link", name="Contact", exact=True).click()
    page.wait_for_url("**/contact/")
    page.locator(".site-header__menu").click()
    page.locator(".language-widget a[hreflang=ar]").click()
    page.wait_for_url("**/ar/contact/")


def test_wide_screen_shows_the_menu_without_a_button(new_page):
    page = new_page()
    page.goto("/")
    for part in (".open-status", ".site-nav", ".language-widget"):
        assert page.locator(part).is_visible(), part
    assert page.locator("[popovertarget]:visible").count() == 0


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_contact_bar_leaves_a_focused_error_summary_alone(new_page, prefix):
    page = new_page(viewport=SMALL)
    page.goto(f"{prefix}/consultation/")
    page.locator("form button").click()
    expect(page.locator(".error-summary:focus")).to_have_count(1)
    assert page.locator(".contact-bar").is_hidden()


def test_contact_links_stay_in_the_page_on_wide_or_low_screens(new_page):
    for viewport in ({"width": 1280, "height": 720}, {"width": 390, "height": 320}):
        page = new_page(viewport=viewport)
        page.goto("/")
        assert page.locator(".contact-bar").evaluate("e => getComputedStyle(e).position") == "static"


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_contact_page_begins_with_the_hours_beside_the_address(new_page, prefix):
    page = new_page()
    page.goto(f"{prefix}/contact/")
    hours, address = (page.locator(f"main {part}").bounding_box() for part in (".hours-table", ".clinic-address"))
    assert abs(hours["y"] - address["y"]) < 10
    assert (hours["x"] < address["x"]) == (prefix == "")
    page.set_viewport_size(PHONE)
    hours, address = (page.locator(f"main {part}").bounding_box() for part in (".hours-table", ".clinic-address"))
    assert hours["y"] + hours["height"] < address["y"]


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_emergency_takes_one_line_and_opens_by_keyboard(new_page, prefix):
    page = new_page(java_script_enabled=False)
    page.goto(f"{prefix}/")
    note = page.locator(".emergency-note")
    assert note.bounding_box()["height"] < 60
    assert note.locator("li").count() == 4
    assert not note.locator("li").first.is_visible()
    note.locator("summary").press("Enter")
    expect(note.locator("li").last).to_be_visible()


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_on_a_phone_the_whole_line_for_emergencies_is_seen_at_once(new_page, prefix):
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{prefix}/")
    note, bar = (page.locator(part).bounding_box() for part in (".emergency-note", ".contact-bar"))
    assert note["y"] + note["height"] <= bar["y"]


def test_contents_and_the_request_stay_in_view_beside_an_article(new_page):
    page = new_page()
    page.goto(ARTICLE)
    page.locator("#care-visit").scroll_into_view_if_needed()
    for part in (".contents", ".request-card .button"):
        box = page.locator(part).bounding_box()
        assert box["y"] >= 0, part
        assert box["y"] + box["height"] <= 720, part
    page.locator(".request-card .button").click()
    expect(page.locator("#consultation h2")).to_be_in_viewport()
    page.set_viewport_size(PHONE)
    assert not page.locator(".request-card").is_visible()


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_card_stands_alone_beside_a_gap(new_page, width):
    page = new_page(viewport={"width": width, "height": 720})
    page.goto("/articles/")
    cards = [card.bounding_box() for card in page.locator(".card").all()]
    assert len(cards) == 7
    ends = {round(card["y"]): round(card["x"] + card["width"]) for card in cards}  # where each row ends
    assert len(set(ends.values())) == 1


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
