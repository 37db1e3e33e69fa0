"""An editor pastes text from word processors."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.factories import picture_file
from tests.pasted import EXAMPLES, LIBREOFFICE, LIBREOFFICE_STORED, as_shown, without_kinds

PASTE = """([html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  document.querySelector("#texts-0 .tiptap").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""

HOW_TO_ADD = "Pictures are added with the picture button, so that they get a description."


def paste(page, html):
    page.locator("#texts-0 .tiptap").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.evaluate(PASTE, [html, "Not this"])
    return body(page)


def body(page):
    return without_kinds(page.locator("[name=texts-0-body]").input_value())


def test_pasted_text_stands_in_the_editor_as_its_author_saw_it(editor):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    shown = {name: paste(page, html) for name, (html, _) in EXAMPLES.items()}
    assert shown == {name: stored for name, (_, stored) in EXAMPLES.items()}


def test_text_from_libreoffice_stands_in_the_editor_as_its_author_saw_it(editor):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    assert as_shown(paste(page, LIBREOFFICE)) == LIBREOFFICE_STORED


@pytest.mark.whole
def test_text_that_is_moved_within_the_editor_stays_as_it_is(editor):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    copied = '<p data-pm-slice="0 0 []">Plain <strong>bold</strong></p><ul><li><p>One</p></li></ul>'
    assert paste(page, copied) == "<p>Plain <strong>bold</strong></p><ul><li><p>One</p></li></ul>"


def test_pasted_text_is_stored_and_read_as_its_author_saw_it(editor):
    # Given a draft whose words come from Google Docs and Word
    page = editor.page
    editor.writes_a_draft(f"Pasted {secrets.token_hex(4)}", words="Rest.")
    pasted = EXAMPLES["Google Docs"][0] + EXAMPLES["Word, a list"][0] + EXAMPLES["Word, margin comments"][0]
    paste(page, pasted)

    # When it is saved, then it is what their author saw, without the margin comments
    editor.saves()
    assert body(page) == (
        "<p>Plain <strong>bold</strong> <em>italic</em></p><p>Rest:</p><ul><li><p>on <strong>ice</strong></p></li>"
        "<li><p>in bed</p></li></ul><p>Then walk.</p><p>Rest two days.</p>"
    )
    assert editor.previews("English").locator(".article__body strong").all_inner_texts() == ["bold", "ice"]


@pytest.mark.whole
@pytest.mark.parametrize(
    ("html", "said"),
    [
        (
            "<p>Rest<img src='data:,'></p><p><img src='data:,'></p>",
            f"Left out of what you pasted: 2 pictures. {HOW_TO_ADD}",
        ),
        (
            "<form><input type=hidden><input>Rest</form><iframe></iframe>",
            "Left out of what you pasted: 1 form field, 1 embedded page or video.",
        ),
        ("<p style='color:red'><u>Rest</u></p>", ""),
    ],
)
def test_what_a_pasted_text_loses_is_said(editor, html, said):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    paste(page, "<p><img src='data:,'></p>")
    assert "Rest" in paste(page, html)
    assert page.locator("#texts-0 .field-body").get_by_role("status").all_inner_texts() == [said]


GIVE_FILE = """([kind, type, html]) => {
  const data = new DataTransfer();
  data.items.add(new File(["a"], "a", { type }));
  if (html) data.setData("text/html", html);
  const text = document.querySelector("#texts-0 .tiptap"), { x, y } = text.getBoundingClientRect();
  const place = { bubbles: true, cancelable: true, clientX: x + 9, clientY: y + 9 };
  const event = kind === "paste" ? new ClipboardEvent(kind, { ...place, clipboardData: data })
    : new DragEvent(kind, { ...place, dataTransfer: data });
  return !text.dispatchEvent(event);
}"""


@pytest.mark.whole
@pytest.mark.parametrize("kind", ["paste", "drop"])
@pytest.mark.parametrize(
    ("type_", "html", "said"),
    [
        ("image/png", "", HOW_TO_ADD),
        ("application/pdf", "", "A text cannot hold files."),
        ("image/png", "<p>Rest.</p>", ""),  # as Word copies its words
    ],
)
def test_a_file_is_refused_in_words(editor, kind, type_, html, said):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").click()
    assert page.evaluate(GIVE_FILE, [kind, type_, html])  # the browser does not open it
    assert page.locator("#texts-0 .field-body").get_by_role("status").all_inner_texts() == [said]
    assert body(page) == html


@pytest.mark.whole
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["1280", "390"])
def test_what_is_left_out_of_a_long_text_is_said_in_view_until_it_is_closed(editor, viewport):
    page = editor.page
    page.set_viewport_size(viewport)
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    paste(page, "<p>Rest.</p>" * 60)
    page.locator("#texts-0 .tiptap p").nth(20).click()
    page.wait_for_timeout(50)  # until the browser has told the editor
    page.evaluate(PASTE, ["<p>Walk.<img src='data:,'></p>", ""])
    said = page.get_by_text("Left out of what you pasted: 1 picture.")
    expect(said).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Close").click()
    expect(said).to_have_count(0)
    page.keyboard.type("Slowly.")
    assert body(page).count("Walk.Slowly.") == 1


@pytest.mark.whole
def test_a_picture_that_is_copied_from_a_page_of_this_site_comes_along_with_its_caption(editor):
    page = editor.page
    page.goto("/admin/articles/article/add/")
    page.locator("#texts-0 .tiptap").wait_for()
    page.route("**/pictures/*", lambda route: route.fulfill(body=picture_file(), content_type="image/jpeg"))
    image = "/pictures/0123456789abcdef0123"
    copied = (
        f"<p>Rest.</p><figure class=figure><img class=picture src='https://clinic.example{image}-1200.webp'"
        f" srcset='{image}-480.webp 480w' alt='A knee'><figcaption class=figure__caption>The <b>knee</b></figcaption>"
        f"</figure><p>Then walk.</p><img src='{image}.webp'>"
    )
    pasted = paste(page, copied).replace(' alt="picture"', "")
    picture = f'<figure><img src="{image}.webp"><figcaption>%s</figcaption></figure>'
    assert pasted == f"<p>Rest.</p>{picture % 'The <strong>knee</strong>'}<p>Then walk.</p>{picture % ''}"
    assert page.locator("#texts-0 .field-body").get_by_role("status").all_inner_texts() == [""]
