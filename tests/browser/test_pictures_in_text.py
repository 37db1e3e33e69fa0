"""An editor puts pictures between the words, and patients see them there."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import problems_in_full
from tests.factories import picture_file

# What the editor makes does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)


LATER = "link => setTimeout(() => link.click())"


def put_picture(editor, choose):
    """Presses the button above the text; `choose` does the rest in the pop-up window."""
    in_pop_up_window(editor.page, editor.page.locator("#texts-0 [title=picture]"), choose)


def in_pop_up_window(page, button, choose):
    with page.expect_popup() as window:
        button.click()
    with window.value.expect_event("close"):
        choose(window.value)


def chosen(name):
    """Chooses a picture. A click would be interrupted by the window that it closes."""
    return lambda window: window.get_by_role("link", name=name, exact=True).evaluate(LATER)


def add_to_the_library(editor, name):
    page = editor.page
    page.goto("/admin/articles/picture/add/")
    photo = picture_file(size=(1600, 1200), color=tuple(secrets.token_bytes(3)))
    page.set_input_files("[name=file]", {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo})
    page.fill("[name=name]", name)
    page.fill("[name=alternative_text]", f"{name}.")
    page.click("[name=_save]")


def test_an_editor_uploads_a_picture_at_the_cursor_and_gives_it_a_caption(editor, tmp_path):
    # Given a draft with two paragraphs, and a photo
    mark = secrets.token_hex(4)
    photo = tmp_path / "knee.jpg"
    photo.write_bytes(picture_file(size=(1600, 1200), color=tuple(secrets.token_bytes(3))))
    page = editor.page
    editor.writes_a_draft(f"Knees {mark}", words="Before.\nAfter.")
    text = page.locator("#texts-0 .tiptap")
    text.get_by_text("Before.").click()
    page.keyboard.press("End")

    # When the photo is added there from the pop-up list, with its alternative text
    def upload(window):
        window.get_by_role("link", name="Add picture").click()
        window.set_input_files("[name=file]", photo)
        window.fill("[name=name]", f"Knee {mark}")
        window.fill("[name=alternative_text]", f"A knee bends, {mark}.")
        window.locator("[name=_save]").evaluate(LATER)

    put_picture(editor, upload)
    text.locator("figure img").wait_for()

    # And its caption is typed below it, and the text goes on
    page.keyboard.type("A bent knee.")
    page.keyboard.press("Enter")
    page.keyboard.type("Between.")
    editor.saves()

    # Then the page shows it in this place
    preview = editor.previews("English")
    body = preview.locator(".article__body")
    assert body.locator("p, figcaption").all_inner_texts()[:4] == ["Before.", "A bent knee.", "Between.", "After."]
    image = body.get_by_role("figure").get_by_alt_text(f"A knee bends, {mark}.")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    preview.set_viewport_size(PHONE)
    assert preview.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert problems_in_full(preview) == []

    # And the form shows it with its caption
    assert text.locator("figcaption").inner_text() == "A bent knee."
    assert text.locator("figure img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 480


@pytest.mark.whole
def test_a_picture_leaves_the_words_around_it_alone(editor):
    # Given a picture in the library and a draft of one paragraph
    mark = secrets.token_hex(4)
    page = editor.page
    add_to_the_library(editor, f"Hip {mark}")
    editor.writes_a_draft(f"Hips {mark}", words="Bend it.")

    # When it is put in with the cursor between the words, and dropped without a caption
    text = page.locator("#texts-0 .tiptap")
    text.get_by_text("Bend it.").click()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")

    put_picture(editor, chosen(f"Hip {mark}"))
    text.locator("figure").wait_for()
    editor.saves()

    # Then the words are whole, and the picture stands below them without an empty caption
    body = editor.previews("English").locator(".article__body")
    assert body.locator("p").first.inner_text() == "Bend it."
    assert body.locator("img").get_attribute("alt") == f"Hip {mark}."
    assert body.locator("figure").count() == 0

    # And it goes like anything else that is selected, and by keyboard from its empty caption
    text.locator("figure img").click()
    page.keyboard.press("Delete")
    assert text.locator("figure").count() == 0
    page.keyboard.press("Control+z")
    text.locator("figcaption").click()
    page.keyboard.press("Backspace")
    editor.saves()
    assert text.locator("figure").count() == 0
    assert text.inner_text().strip() == "Bend it."


@pytest.mark.whole
def test_the_button_puts_another_picture_below_and_exchanges_one_that_is_selected(editor):
    # Given two pictures in the library, and one of them in a text with its caption
    mark = secrets.token_hex(4)
    page = editor.page
    one, other = f"One {mark}", f"Other {mark}"
    add_to_the_library(editor, one), add_to_the_library(editor, other)
    editor.writes_a_draft(f"Two {mark}", words="Bend it.")
    text = page.locator("#texts-0 .tiptap")
    text.get_by_text("Bend it.").click()
    put_picture(editor, chosen(one))
    text.locator("figure").wait_for()
    page.keyboard.type("The first")

    # When the button is pressed again, then the other one stands below, and both side by side on the page
    put_picture(editor, chosen(other))
    text.locator("figure").nth(1).wait_for()
    page.keyboard.type("The second")
    editor.saves()
    shown = editor.previews("English").locator(".gallery")
    assert shown.locator("figcaption").all_inner_texts() == ["The first", "The second"]
    assert [image.get_attribute("alt") for image in shown.locator("img").all()] == [f"{one}.", f"{other}."]

    # And when one is selected, it is exchanged, and its caption stays
    text.locator("figure img").first.click()
    put_picture(editor, chosen(other))
    editor.saves()
    shown = editor.previews("English").locator(".gallery")
    assert [image.get_attribute("alt") for image in shown.locator("img").all()] == [f"{other}."] * 2
    assert shown.locator("figcaption").all_inner_texts() == ["The first", "The second"]


@pytest.mark.whole
def test_the_picture_that_leads_is_seen_beside_its_name_and_chosen_from_the_pictures(editor, tmp_path):
    # Given two pictures, of which the first leads an article
    mark = secrets.token_hex(4)
    page = editor.page
    add_to_the_library(editor, f"One {mark}")
    editor.writes_a_draft(f"Lead {mark}", words="Bend it.")
    field = page.get_by_label("Lead picture")
    thumbnail = page.locator(".field-lead_picture img.thumbnail")
    expect(thumbnail).to_be_hidden()
    field.select_option(label=f"One {mark}")
    one = field.input_value()
    decoded = "image => image.decode().then(() => image.currentSrc.split('/admin/')[1])"
    assert thumbnail.evaluate(decoded) == f"articles/picture/{one}/thumbnail/"
    editor.saves()
    assert thumbnail.evaluate(decoded) == f"articles/picture/{one}/thumbnail/"

    # When another is added from the list of pictures, then it is chosen and seen
    photo = tmp_path / "knee.jpg"
    photo.write_bytes(picture_file(size=(800, 600), color=tuple(secrets.token_bytes(3))))

    def upload(window):
        window.get_by_role("link", name="Add picture").click()
        window.set_input_files("[name=file]", photo)
        window.fill("[name=name]", f"Two {mark}")
        window.fill("[name=alternative_text]", f"A knee, {mark}.")
        window.locator("[name=_save]").evaluate(LATER)

    choose = page.get_by_role("button", name="Choose from the pictures")
    in_pop_up_window(page, choose, upload)
    assert thumbnail.evaluate(decoded) != f"articles/picture/{one}/thumbnail/"
    editor.saves()
    assert field.locator("option:checked").inner_text() == f"Two {mark}"

    # And the list, which begins with it, gives the first one back
    def choose_the_second(window):
        names = window.locator("#result_list .field-name a")
        for number, name in enumerate([f"Two {mark}", f"One {mark}"]):
            expect(names.nth(number)).to_have_text(name)  # waits until the window has its page
        names.nth(1).evaluate(LATER)

    in_pop_up_window(page, choose, choose_the_second)
    assert thumbnail.evaluate(decoded) == f"articles/picture/{one}/thumbnail/"
    editor.saves()
    assert field.locator("option:checked").inner_text() == f"One {mark}"


@pytest.mark.whole
def test_the_toolbar_stays_in_view_in_a_long_text(editor):
    page = editor.page
    editor.writes_a_draft(f"Long {secrets.token_hex(4)}", words="Bend it.\n" * 60)
    page.locator("#texts-0 .tiptap p").nth(50).scroll_into_view_if_needed()
    toolbar, head = (page.locator(f"#texts-0 {part}") for part in (".prose-menubar", ".text-form__head"))
    assert toolbar.bounding_box()["y"] + 1 >= head.bounding_box()["y"] + head.bounding_box()["height"] >= 30
    assert toolbar.bounding_box()["y"] < 60
    page.locator("#texts-0 .tiptap p").nth(50).click()
    page.locator("#texts-0 [title=picture]").click(trial=True)
