"""An editor makes a table, and patients read it."""

import secrets

import pytest

from tests.browser.test_accessibility import problems_in_full
from tests.running_site import wait_until

# How a table looks does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

WIDE = f"""<table><tbody><tr>{"<th><p>Heading of a column</p></th>" * 4}</tr>
<tr><th><p>Week 1</p></th>{"<td><p>Rest and ice</p></td>" * 3}</tr></tbody></table>"""


def test_an_editor_inserts_a_table_from_the_toolbar(editor):
    # Given a draft with some words
    page = editor.page
    editor.writes_a_draft(f"Plan {secrets.token_hex(4)}", words="Rest.")

    # When a table with a row of headings is inserted and filled
    page.locator("#texts-0 .tiptap").click()
    page.locator("#texts-0 [title='Insert table']").click()
    dialog = page.locator(".prose-editor-dialog")
    for name, value in {"rows": "2", "cols": "2"}.items():
        dialog.locator(f"[name={name}]").fill(value)
    dialog.locator("[name=withHeaderRow]").select_option("Yes")
    dialog.get_by_role("button", name="Insert Table").click()
    for words in ("Week", "Do", "1", "Walk"):
        page.keyboard.type(words)
        if words != "Walk":
            page.keyboard.press("Tab")
    editor.saves()

    # Then the page shows it with its headings
    table = editor.previews("English").get_by_role("region", name="Table 1:").get_by_role("table")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Week", "Do"]
    assert table.get_by_role("cell").all_inner_texts() == ["1", "Walk"]


@pytest.mark.whole
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "dark")])
def test_a_wide_table_scrolls_by_itself_and_by_keyboard(editor, width, scheme):
    # Given a draft with a table of four columns
    editor.writes_a_draft(f"Wide {secrets.token_hex(4)}", words="Rest.")
    paste_into(editor.page, WIDE)
    editor.saves()

    # When it is read on a phone or a wide screen
    page = editor.previews("English")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)

    # Then the page does not scroll sideways, the table does, and no rule of accessibility is broken
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    region = page.get_by_role("region", name="Table 1:")
    assert region.evaluate("element => element.scrollWidth > element.clientWidth") == (width == 390)
    if width == 390:
        region.focus()
        page.keyboard.press("ArrowRight")
        wait_until(lambda: region.evaluate("element => element.scrollLeft > 0"), seconds=10, what="the table to scroll")
    assert problems_in_full(page) == []


def paste_into(page, html):
    page.locator("#texts-0 .tiptap").click()
    page.evaluate(
        """html => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      document.querySelector("#texts-0 .tiptap").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""",
        html,
    )
