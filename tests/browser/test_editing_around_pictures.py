"""Keys, pasting and dropping beside the pictures in a text. The pictures need not be in the library."""

import pytest

from tests.browser.test_pasting import PASTE, body
from tests.factories import picture_file

# What the editor makes does not depend on the database.
pytestmark = [pytest.mark.whole, pytest.mark.parametrize("site", ["sqlite"], indirect=True)]

ADDRESS = "/pictures/0123456789abcdef0123.webp"


def figure(caption=""):
    return f'<figure><img src="{ADDRESS}"><figcaption>{caption}</figcaption></figure>'


@pytest.fixture
def page(editor):
    """A new article, whose pictures are all the same one."""
    page = editor.page
    page.route("**/pictures/*", lambda route: route.fulfill(body=picture_file(), content_type="image/jpeg"))
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    return page


def write(page, html, *, cursor_in, after=None):
    """Puts the HTML into the editor, and the cursor at the end of a block or after so many letters of it."""
    text = page.locator("#texts-0 .tiptap")
    text.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.evaluate(PASTE, [html, ""])
    assert written(page) == html
    text.locator(cursor_in).evaluate("""(block, after) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      range.collapse(false);
      if (after !== null) range.setStart(block.firstChild, after), range.collapse(true);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }""", after)  # fmt: skip
    page.wait_for_timeout(50)  # until the browser has told the editor


def written(page):
    return body(page).replace(' alt="picture"', "")


# Keys


@pytest.mark.parametrize(
    ("cursor_in", "after", "keys"),
    [("p:last-child", None, ["Home", "Backspace"]), ("figure:nth-child(2) figcaption", 0, ["End", "Delete"])],
)
def test_a_key_pressed_before_the_browser_reports_the_cursor_leaves_the_picture_beside_it_alone(
    page, cursor_in, after, keys
):
    html = f"{figure('A hip')}{figure('A knee')}<p>Then walk.</p>"
    write(page, html, cursor_in=cursor_in, after=after)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert written(page) == html


@pytest.mark.parametrize("key", ["Control+Alt+2", "Control+Alt+0", "Control+Shift+8", "Control+Shift+b"])
def test_a_key_for_headings_lists_or_quotations_leaves_a_picture_as_it_is(page, key):
    html = f"<p>Rest.</p>{figure('A knee')}"
    write(page, html, cursor_in="figcaption")
    page.keyboard.press(key)
    assert written(page) == html


@pytest.mark.parametrize("typed", ["## ", "> "])
def test_what_would_begin_a_heading_or_a_quotation_stands_in_a_caption_as_it_is_typed(page, typed):
    write(page, figure("A knee"), cursor_in="figcaption", after=0)
    page.keyboard.type(typed)
    assert written(page).replace("&gt;", ">") == figure(f"{typed}A knee")


def test_in_a_caption_enter_goes_on_below_the_picture_and_shift_enter_begins_a_line(page):
    write(page, figure("A knee"), cursor_in="figcaption")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Photo: A. Clinician")
    page.keyboard.press("Enter")
    page.keyboard.type("Then walk.")
    assert written(page) == f"{figure('A knee<br>Photo: A. Clinician')}<p>Then walk.</p>"


def test_buttons_for_what_a_caption_cannot_hold_are_disabled_there(page):
    write(page, f"<p>Rest.</p>{figure('A knee')}", cursor_in="figcaption")
    buttons = page.locator("#texts-0 .prose-menubar__button[data-name]:not(.hidden)")
    disabled = "buttons => buttons.filter(each => each.matches('.disabled')).map(each => each.dataset.name)"
    history = ["history:undo", "history:redo", "link"]  # which depend on what was done and selected
    in_caption = set(buttons.evaluate_all(disabled)) - set(history)
    assert in_caption == {"bulletList", "orderedList", "blockquote", "table"}
    page.locator("#texts-0 .tiptap p").first.click()
    page.wait_for_timeout(50)
    assert set(buttons.evaluate_all(disabled)) - set(history) == set()


# Pasting pictures


@pytest.mark.parametrize(
    ("before", "cursor_in", "after", "expected"),
    [
        ("<p>Rest two days.</p>", "p", 4, "<p>Rest two days.</p>{picture}"),
        ("<p>Rest two days.</p>", "p", None, "<p>Rest two days.</p>{picture}"),
        ("<p>Rest two days.</p>", "p", 0, "{picture}<p>Rest two days.</p>"),
        ("<p>Rest.</p><h2>Then</h2>", "h2", 2, "<p>Rest.</p><h2>Then</h2>{picture}"),
        ("<ul><li><p>Rest.</p></li></ul>", "p", 0, "<ul><li><p>Rest.</p>{picture}</li></ul>"),
        (figure("A hip"), "figcaption", 2, f"{figure('A hip')}{{picture}}"),
        (f"{figure('')}<p>Walk.</p>", "figcaption", None, f"{figure('')}{{picture}}<p>Walk.</p>"),
    ],
)
def test_a_pasted_picture_stands_beside_the_words_with_the_cursor(page, before, cursor_in, after, expected):
    write(page, before, cursor_in=cursor_in, after=after)
    page.evaluate(PASTE, [figure("A knee"), ""])
    assert written(page) == expected.format(picture=figure("A knee"))


def test_a_picture_that_is_cut_and_pasted_moves_with_its_caption(page):
    write(page, f"<p>Rest two days.</p><p>Walk.</p>{figure('A knee')}", cursor_in="p:first-child", after=4)
    page.locator("#texts-0 figure img").click()
    page.keyboard.press("Control+x")
    page.wait_for_timeout(50)
    assert written(page) == "<p>Rest two days.</p><p>Walk.</p>"
    page.locator("#texts-0 .tiptap p").first.click(position={"x": 40, "y": 8})
    page.keyboard.press("Control+v")
    page.wait_for_timeout(100)
    assert written(page) == f"<p>Rest two days.</p>{figure('A knee')}<p>Walk.</p>"
