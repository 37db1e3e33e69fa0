"""The toolbar of a text, by keyboard and as screen readers hear it."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_pasting import paste

# What the editor makes does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)


@pytest.fixture
def page(editor):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    return page


@pytest.fixture
def toolbar(page):
    return page.locator("#texts-0").get_by_role("toolbar", name="Formatting")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("html", "pressed"),
    [
        ("<p>Rest.</p>", []),
        ("<p><strong><em>Rest</em></strong></p>", ["bold", "italic"]),
        ("<ul><li><p>Rest.</p></li></ul>", ["unordered list"]),
        ("<blockquote><p><dfn>Rest</dfn></p></blockquote>", ["blockquote", "term that is explained here"]),
    ],
)
def test_buttons_say_whether_they_are_pressed(page, toolbar, html, pressed):
    paste(page, html)
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(50)  # until the browser has told the editor
    buttons = toolbar.get_by_role("button", pressed=True)
    assert buttons.evaluate_all("buttons => buttons.map(each => each.ariaLabel)") == pressed


def test_buttons_say_whether_they_can_be_used(page, toolbar):
    paste(page, "<p>Rest.</p>")
    link = toolbar.get_by_role("button", name="insert link")
    expect(link).to_be_disabled()
    page.keyboard.press("Control+a")
    expect(link).to_be_enabled()


def test_the_kind_of_paragraph_is_named_with_its_list(page, toolbar):
    paste(page, "<h2>Rest</h2>")
    opener = toolbar.get_by_role("button", name="Kind of paragraph: heading 2")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Paragraph", exact=True).click()
    expect(toolbar.get_by_role("button", name="Kind of paragraph: paragraph")).to_be_visible()


def test_the_toolbar_is_one_stop_of_the_tab_key_and_arrow_keys_move_in_it(page, toolbar):
    paste(page, "<p>Rest.</p>")
    focused = "document.activeElement.ariaLabel"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == "Kind of paragraph: paragraph"
    for key, name in [
        ("ArrowRight", "unordered list"),
        ("End", "redo"),
        ("ArrowRight", "Kind of paragraph: paragraph"),
        ("ArrowLeft", "redo"),
        ("Home", "Kind of paragraph: paragraph"),
        ("ArrowRight", "unordered list"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate(focused) == name, key
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.tiptap')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == "unordered list"
    page.keyboard.press("Enter")
    expect(toolbar.get_by_role("button", name="unordered list")).to_have_attribute("aria-pressed", "true")


def test_the_arrow_of_the_list_is_no_letter_that_a_computer_may_lack(page, toolbar):
    arrow = "opener => getComputedStyle(opener, '::after').content"
    assert toolbar.locator(".prose-menubar__selected").evaluate(arrow) == '""'
