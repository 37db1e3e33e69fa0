"""What an article's page says after a save, where it returns to the language that was shown."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

# What the page says does not depend on the database.
pytestmark = [
    pytest.mark.parametrize("site", ["sqlite"], indirect=True),
    pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["1280", "390"]),
]


@pytest.fixture
def page(editor, viewport):
    """A draft whose English text was opened by its tab."""
    page = editor.page
    page.set_viewport_size(viewport)
    editor.writes_a_draft(f"Hips {secrets.token_hex(4)}", words="Bend it.")
    editor.card("English")
    return page


@pytest.mark.whole
def test_a_save_is_confirmed_in_view_and_in_a_status(editor, page):
    page.fill("[name=texts-0-summary]", "Hips like it.")
    editor.saves()
    said = page.get_by_role("status").filter(has_text="was changed successfully")
    expect(said).to_be_in_viewport(ratio=1)
    expect(page.locator("#texts-0 .text-form__name")).to_be_in_viewport(ratio=1)


@pytest.mark.whole
def test_errors_are_listed_in_view_and_in_a_status(editor, page):
    page.fill("[name=texts-0-title]", "")
    editor.saves()
    said = page.get_by_role("status").filter(has_text="Please correct the error below.")
    expect(said).to_be_in_viewport(ratio=1)
    expect(said.get_by_role("link", name="English: Title")).to_be_in_viewport(ratio=1)


@pytest.mark.whole
def test_a_page_without_scripts_says_it_at_its_top(editor, page, new_page):
    plain = new_page(java_script_enabled=False)
    plain.context.add_cookies(page.context.cookies())
    plain.goto(page.url.split("#")[0])
    plain.click("[name=_continue]")
    expect(plain.locator(".messagelist")).to_be_in_viewport(ratio=1)
