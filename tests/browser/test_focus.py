"""The focus is visible everywhere (WCAG 2.2: 2.4.7, 2.4.12, 2.4.13)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import open_form_with_errors
from tests.browser.people import ARTICLE

# How a page looks does not depend on the database.
pytestmark = [pytest.mark.whole, pytest.mark.parametrize("site", ["sqlite"], indirect=True)]

SMALL = {"width": 320, "height": 480}

# Finds what hides the focused element: something fixed or sticky over one of nine points, or the edge of the screen.
# Null once the focus returns to an element that it has visited.
LOOK_AT_FOCUS = """() => {
  const element = document.activeElement;
  window.visited ??= new Set();
  if (window.visited.has(element)) return null;
  window.visited.add(element);
  if (element === document.body || element.matches('main')) return [];
  const floats = (node) => node && !node.contains(element)
    && (/fixed|sticky/.test(getComputedStyle(node).position) || floats(node.parentElement));
  const found = new Set(), box = element.getBoundingClientRect();
  for (const x of [.1, .5, .9]) for (const y of [.1, .5, .9]) {
    const layers = document.elementsFromPoint(box.left + box.width * x, box.top + box.height * y);
    if (!layers.length) found.add('the edge of the screen');
    for (const layer of layers) {
      if (element.contains(layer)) break;
      if (floats(layer)) found.add(layer.outerHTML.slice(0, 80));
    }
  }
  return [...found].map((what) => `${element.outerHTML.slice(0, 120)} under ${what}`);
}"""


def walk_through(page, key):
    """Presses `key` until the focus has visited everything. Returns (number of places, covered ones)."""
    covered = []
    page.evaluate("window.visited = undefined")
    for places in range(200):
        page.keyboard.press(key)
        found = page.evaluate(LOOK_AT_FOCUS)
        if found is None:
            return places, covered
        covered += found
    raise AssertionError(f"{key} never returns to a visited element")


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("viewport", [SMALL, PHONE, DESKTOP], ids=["320", "390", "1280"])
def test_focus_is_never_covered(new_page, viewport, prefix):
    page = new_page(viewport=viewport)
    page.goto(prefix + ARTICLE)
    for key in ("Tab", "Shift+Tab"):
        places, covered = walk_through(page, key)
        assert places > 30
        assert covered == [], key


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("viewport", [SMALL, PHONE], ids=["320", "390"])
def test_focus_is_never_covered_in_the_open_menu(new_page, viewport, prefix):
    page = new_page(viewport=viewport)
    page.goto(prefix + ARTICLE)
    page.locator(".site-header__menu").press("Enter")
    covered = page.evaluate(LOOK_AT_FOCUS)
    for _ in range(page.locator(".site-menu a").count()):
        page.keyboard.press("Tab")
        covered += page.evaluate(LOOK_AT_FOCUS)
    assert page.locator(".site-menu a").last.evaluate("a => a === document.activeElement")
    assert covered == []


def test_focus_under_a_sticky_header_would_be_found(new_page):
    page = new_page(viewport=SMALL, bypass_csp=True)
    page.goto(ARTICLE)
    page.add_style_tag(content=".site-header { position: sticky; top: 0; z-index: 1; }")
    _, covered = walk_through(page, "Shift+Tab")
    assert covered != []


# The ring

ANYWHERE = [".skip-link", ".site-header__name", ".site-header__address", ".call-link"]
IN_THE_MENU = [".language-widget__link", ".site-nav__link"]
ON_THE_FORM = [
    "[name=full_name]",
    "[name=phone]",
    "[name=email]",
    "[type=radio][id]",
    "[type=checkbox]",
    "textarea",
    "summary",
    "form button",
]
RING = """(element) => {
  element.focus();
  element.scrollIntoView({block: 'center'});
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {outline: style.outlineStyle, width: parseFloat(style.outlineWidth), offset: parseFloat(style.outlineOffset),
          color: style.outlineColor, shadow: style.boxShadow, left: box.left, right: innerWidth - box.right,
          top: box.top, bottom: innerHeight - box.bottom};
}"""


def rings(page, selectors):
    """(selector, its style once the keyboard has moved the focus there)."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    page.keyboard.press("Tab")  # from here on the browser shows the focus
    for selector in selectors:
        yield selector, page.locator(selector).first.evaluate(RING)


def faults(ring):
    """The reasons why a ring does not have two colors, each at least 2 pixels wide and on the screen."""
    found = []
    if ring["outline"] != "solid" or ring["width"] < 2:
        found.append("no outline")
    shadow = re.fullmatch(r"(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px( inset)?", ring["shadow"])
    if not shadow:
        return [*found, "no second ring"]
    color, spread, is_inset = shadow.groups()
    if color == ring["color"]:
        found.append("one color")
    outline_ends = -ring["offset"] if is_inset else ring["offset"] + ring["width"]
    if float(spread) - outline_ends < 2:
        found.append("the outline hides the second ring")
    outermost = max(ring["offset"] + ring["width"], 0 if is_inset else float(spread))
    if min(ring[side] for side in ("left", "right", "top", "bottom")) < outermost - 1:
        found.append("off the screen")
    return found


@pytest.mark.whole
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["390", "1280"])
def test_focus_has_a_ring_of_two_colors(new_page, viewport, scheme):
    page = new_page(viewport=viewport, color_scheme=scheme)
    page.goto("/consultation/")
    for selector, ring in rings(page, ANYWHERE + ON_THE_FORM):
        assert faults(ring) == [], selector
    if viewport == PHONE:
        page.locator(".site-header__menu").press("Enter")
    for selector, ring in rings(page, IN_THE_MENU):
        assert faults(ring) == [], selector
    page.goto("/")
    for selector, ring in rings(page, ["main .button", ".card a", ".topic-list__link", "footer a"]):
        assert faults(ring) == [], selector
    open_form_with_errors(page)
    for selector, ring in rings(page, [".error-summary", ".error-summary a"]):
        assert faults(ring) == [], selector


def test_focus_has_an_outline_in_forced_colors(new_page):
    page = new_page(forced_colors="active")
    page.goto("/consultation/")
    for selector, ring in rings(page, ANYWHERE + IN_THE_MENU + ON_THE_FORM):
        assert (ring["outline"], ring["width"] >= 2) == ("solid", True), selector


def test_a_ring_of_one_color_would_be_found(new_page):
    page = new_page(bypass_csp=True)
    page.goto("/consultation/")
    page.add_style_tag(content=":focus-visible { box-shadow: none; }")
    assert [faults(ring) for _, ring in rings(page, ["form button"])] == [["no second ring"]]


def test_focused_error_summary_shows_its_ring_at_once(new_page):
    page = new_page()
    open_form_with_errors(page)
    expect(page.locator(".error-summary:focus-visible")).to_have_count(1)
