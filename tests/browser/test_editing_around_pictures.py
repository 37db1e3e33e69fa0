"""Keys, pasting and dropping beside the pictures in a text. The pictures need not be in the library."""

import pytest

from tests.browser.test_pasting import PASTE, body
from tests.factories import picture_file

# What the editor makes does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

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
