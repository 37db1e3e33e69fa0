"""A reviewer without an account reads a draft by a link and answers; the editor enters the review."""

import re
import secrets
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.people import Editor

pytestmark = pytest.mark.whole

BUTTON = re.compile("Make a link")


@pytest.fixture
def editor(site, new_page):
    editor = Editor(new_page(permissions=["clipboard-read", "clipboard-write"]), site)
    editor.signs_in()
    return editor


def test_a_draft_is_reviewed_by_a_link(editor, new_page):
    page = editor.page

    # Given a draft, and a link that its editor has made and copied
    title = f"Hips to be checked {secrets.token_hex(4)}"
    editor.writes_a_draft(title, words="Move them.")
    editor.card("English").get_by_text("Review without an account").click()
    page.get_by_role("button", name=BUTTON).click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.input_value("#review-address")

    # When a reviewer opens it on a phone, with a browser that has never been here
    reviewer = new_page(viewport=PHONE)
    reviewer.goto(urlsplit(link).path)
    assert reviewer.locator(".article__body").inner_text() == "Move them."
    assert reviewer.evaluate("document.documentElement.scrollWidth <= innerWidth")
    reviewer.get_by_role("link", name="Answer below the text").click()

    # While the editor changes the words
    page.get_by_role("link", name=f"Back to “{title}”").click()
    editor.writes("texts-0", "Move them often.")
    editor.saves()

    # Then the reviewer's answer is refused, since it was about other words, and stays typed
    reviewer.get_by_label("Comment").fill("Say how often.")
    reviewer.get_by_label("I have checked this text").check()
    reviewer.get_by_role("button", name="Send my review").click()
    expect(reviewer.locator(".error-summary")).to_contain_text("The text has changed since you opened this page.")
    assert reviewer.locator(".article__body").inner_text() == "Move them often."
    assert reviewer.get_by_label("Comment").input_value() == "Say how often."

    # When the reviewer sends it again, with a name, the editor reads it and enters the review
    reviewer.get_by_role("button", name="Send my review").click()
    expect(reviewer.locator(".error-summary")).to_contain_text("Something is missing")
    reviewer.get_by_label("Your name").fill("Ana Ruiz, DC")
    reviewer.get_by_role("button", name="Send my review").click()
    expect(reviewer.get_by_role("heading", name="Thank you")).to_be_in_viewport()
    assert reviewer.context.cookies() == []
    page.reload()
    card = editor.card("English")
    expect(card.locator(".review-links")).to_contain_text("Say how often.")
    card.get_by_role("button", name="Enter this review").click()
    expect(page.locator(".messagelist")).to_contain_text("The review of the English text by “Ana Ruiz, DC” is entered.")
    assert page.input_value("[name=texts-0-reviewed_by]") == "Ana Ruiz, DC"

    # When the editor withdraws the link, it shows nothing any more
    editor.card("English").get_by_role("button", name="Withdraw").click()
    expect(page.locator(".messagelist")).to_contain_text("The link is withdrawn")
    assert reviewer.request.get(urlsplit(link).path).status == 404
