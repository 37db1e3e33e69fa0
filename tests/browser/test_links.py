"""An editor links words to a page of this site without knowing its address."""

import secrets

import pytest

pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)


def select_all(page):
    page.locator("#texts-0 .tiptap").click()
    page.keyboard.press("Control+a")


def test_an_editor_finds_a_page_by_its_title_and_links_to_it(editor):
    page = editor.page
    editor.writes_a_draft(f"Links {secrets.token_hex(4)}", words="Where we are.")

    # Given words that are selected
    select_all(page)
    page.keyboard.press("Control+k")
    field = page.get_by_label("Page of this site, or web address")

    # When words of a title are typed, then pages are offered, and words alone are no address
    field.press_sequentially("contact")
    option = page.locator("datalist option[value='/contact/']")
    option.wait_for(state="attached")
    assert option.inner_text() == "Contact and directions"
    page.get_by_role("button", name="OK").click()
    assert field.evaluate("field => field.validationMessage").startswith("Choose a page from the list")

    # Addresses without their beginnings, and the whole title of a page, are what they mean
    for typed in ("www.example.com/knees", "ana@example.com"):
        field.fill(typed)
        assert field.evaluate("field => field.validationMessage") == ""
    field.fill("contact and Directions")
    page.wait_for_function("document.querySelector('dialog [name=href]').validationMessage === ''")

    # And the chosen one becomes the link
    field.fill(option.get_attribute("value"))
    page.get_by_role("button", name="OK").click()
    editor.saves()
    link = editor.previews("English").locator(".article__body").get_by_role("link", name="Where we are.")
    assert link.get_attribute("href") == "/contact/"

    # And it is taken off where it was set
    select_all(page)
    page.keyboard.press("Control+k")
    assert field.input_value() == "/contact/"
    field.fill("")
    page.get_by_role("button", name="OK").click()
    assert page.locator("#texts-0 .tiptap a").count() == 0


@pytest.mark.whole
def test_a_term_is_marked_where_it_is_explained(editor):
    page = editor.page
    editor.writes_a_draft(f"Terms {secrets.token_hex(4)}", words="Plantar fascia.")
    select_all(page)
    page.get_by_role("button", name="term that is explained here").click()
    editor.saves()
    assert editor.previews("English").locator(".article__body dfn").inner_text() == "Plantar fascia."
    assert page.locator("#texts-0 .tiptap dfn").inner_text() == "Plantar fascia."
