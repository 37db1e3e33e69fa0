"""The preferences of a device are respected: forced colors, less motion, paper."""

import io

import pytest
from pypdf import PdfReader

from tests.browser.pages import open_form_with_errors
from tests.browser.people import ARTICLE, Patient

# How a page looks does not depend on the database.
pytestmark = [pytest.mark.whole, pytest.mark.parametrize("site", ["sqlite"], indirect=True)]

# Forced colors remove every background, so parts that only a background separates need a border.

EDGES = """(element) => {
  const style = getComputedStyle(element);
  return ['Top', 'Right', 'Bottom', 'Left'].filter((side) => style[`border${side}Style`] !== 'none'
    && parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Color`] !== style.backgroundColor).length;
}"""


def edges(page, selector):
    """How many edges the first such element shows."""
    return page.locator(selector).first.evaluate(EDGES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_edges_stay_in_forced_colors(new_page, prefix, scheme):
    page = new_page(forced_colors="active", color_scheme=scheme)
    open_form_with_errors(page, prefix)
    for selector in [
        "form button",
        "[name=full_name]",
        "[name=phone]",
        "[name=email]",
        "textarea",
        ".error-summary",
        ".emergency-note",
    ]:
        assert edges(page, selector) == 4, selector
    assert edges(page, ".field--wrong") == 1
    page.goto(f"{prefix}/")
    for selector in [".call-link", ".button", ".button--quiet", ".card", ".topic-list__link"]:
        assert edges(page, selector) == 4, selector


def test_notice_keeps_its_edge_in_forced_colors(new_page):
    page = new_page(forced_colors="active")
    page.goto("/es" + ARTICLE)
    assert edges(page, ".notice") == 1


def test_a_lost_edge_would_be_found(new_page):
    page = new_page(forced_colors="active", bypass_csp=True)
    page.goto("/")
    page.add_style_tag(content=".card { border-style: none none solid solid; }")
    assert edges(page, ".card") == 2


# Motion

MOVING = """() => [...document.querySelectorAll('*')].filter((element) => ['', '::before', '::after'].some((part) => {
  const style = getComputedStyle(element, part);
  return [style.transitionDuration, style.animationDuration].some((time) => /[1-9]/.test(time))
    || style.scrollBehavior === 'smooth';
})).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.whole
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_nothing_moves_when_the_device_asks_for_less_motion(new_page, public_pages, prefix):
    page = new_page(reduced_motion="reduce")
    for name in public_pages.visit(page, prefix):
        assert page.evaluate("document.getAnimations().length") == 0, name
        assert page.evaluate(MOVING) == [], name


@pytest.mark.parametrize(
    "style", ["a { transition: color 1s; }", "html { scroll-behavior: smooth; }", ".card::after { animation: x 2s; }"]
)
def test_motion_would_be_found(new_page, style):
    page = new_page(reduced_motion="reduce", bypass_csp=True)
    page.goto("/")
    assert page.evaluate(MOVING) == []
    page.add_style_tag(content=style)
    assert page.evaluate(MOVING) != []


def test_nothing_is_draggable_and_nothing_plays(new_page, public_pages):
    page = new_page()
    for name in public_pages.visit(page):
        restless = page.locator(
            "[draggable=true], audio, video, marquee, object, embed, iframe, animate, [http-equiv=refresh]"
        )
        assert restless.count() == 0, name


# Paper

FAINT_OR_SMALL = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const element = text.parentElement, style = getComputedStyle(element);
    if (!text.data.trim() || element.closest('.visually-hidden, .skip-link') || !element.checkVisibility()) continue;
    if (parseFloat(style.fontSize) < 16 || style.color !== 'rgb(0, 0, 0)')
      found.push([style.fontSize, style.color, text.data.trim().slice(0, 40)]);
  }
  return found;
}"""


@pytest.fixture(params=["light", "dark"])
def printed(new_page, request):
    """A page to print, from a device that shows light or dark pages."""
    page = new_page(color_scheme=request.param)
    page.emulate_media(media="print")
    return page


ON_SCREEN_ONLY = [
    ".skip-link", ".site-nav", ".call-link", ".language-widget", ".breadcrumb", ".search-form", ".go-on-in",
    "button", "nav",
]  # fmt: skip


def test_print_sheet_has_no_buttons(printed, public_pages):
    for address in [ARTICLE, "/articles/", "/consultation/", public_pages.addresses["thank-you"], "/contact/"]:
        printed.goto(address)
        for selector in ON_SCREEN_ONLY:
            assert printed.locator(f"{selector} >> visible=true").count() == 0, (address, selector)


def test_form_is_on_paper_where_it_is_the_page(printed):
    printed.goto("/consultation/")
    assert printed.locator("form >> visible=true").count() == 1
    printed.goto(ARTICLE)
    assert printed.locator("form >> visible=true").count() == 0


def test_paper_has_all_that_a_patient_typed_and_chose(printed):
    printed.goto("/consultation/")
    lines = ["My knee clicks on stairs.", "It has done so for a week."]
    Patient(printed, "Ewa Lis").fills_in_the_form(words="\n".join(lines))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed.pdf(format="Letter"))).pages]
    text = "\n".join(pages)
    questions = printed.locator(".field__label").all_inner_texts()
    assert len(questions) == 9
    typed = ["Ewa Lis", "708.555.0142", "patient@example.net", *lines]
    assert [line for line in [*questions, *typed] if line not in text] == []
    assert "Send request" not in text
    boxes = printed.locator("input:checked").evaluate_all(
        "boxes => boxes.map((box) => getComputedStyle(box).accentColor)"
    )
    assert boxes == ["rgb(0, 0, 0)"] * 7


def test_paper_shows_the_folded_questions(printed):
    printed.goto("/consultation/")
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.pdf(format="Letter"))).pages)
    assert printed.locator("#consultation-form details:not([open])").count() == 1
    assert [question for question in ("Email address", "I need an interpreter") if question not in text] == []


def test_paper_says_where_links_to_other_sites_lead(printed):
    printed.goto("/contact/")
    links = printed.locator("main a[href^=http]").evaluate_all(
        "links => links.map((link) => [link.href, getComputedStyle(link, '::after').content])"
    )
    assert len(links) == 1
    for address, printed_after in links:
        assert printed_after == f'" ({address})"'


def test_paper_is_black_on_white_and_large_enough(printed, public_pages):
    for address in [ARTICLE, "/consultation/", public_pages.addresses["thank-you"], "/contact/"]:
        printed.goto(address)
        assert printed.evaluate(FAINT_OR_SMALL) == [], address
        grounds = printed.evaluate("""() => [...document.querySelectorAll('body, body *')]
            .filter((element) => element.checkVisibility())
            .map((element) => getComputedStyle(element).backgroundColor)""")
        assert set(grounds) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}, address
