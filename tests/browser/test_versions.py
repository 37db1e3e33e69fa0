"""An editor takes up an old wording again, deletes an article and restores it, duplicates one, and keeps changes of a
public one as a draft."""

import secrets

import pytest
from playwright.sync_api import expect


@pytest.mark.whole
def test_an_old_wording_is_used_again(editor):
    page = editor.page

    # Given an article that was written twice
    editor.writes_a_draft(f"Hips of two wordings {secrets.token_hex(4)}", words="Move them.")
    editor.writes("texts-0", "Rest them.")
    editor.saves()

    # When its editor looks at its earlier wordings and uses the first one
    editor.card("English").get_by_role("link", name="Earlier wordings").click()
    expect(page.locator(".wording")).to_have_count(2)
    page.locator(".wording").first.get_by_text("What changed then").click()
    expect(page.locator(".wording dd")).to_have_text("[removed:] Move[added:] Rest them.")
    page.get_by_role("link", name="Use this wording").click()

    # Then it stands in the form, and saving makes it the present one
    expect(page.locator("#texts-0 .tiptap")).to_have_text("Move them.")
    expect(page.locator(".messagelist")).to_contain_text("Save to use it.")
    editor.saves()
    page.locator(".messagelist .success").wait_for()
    expect(page.locator("#texts-0 .tiptap")).to_have_text("Move them.")
    editor.card("English").get_by_role("link", name="Earlier wordings").click()
    expect(page.locator(".wording")).to_have_count(3)


@pytest.mark.whole
def test_a_deleted_article_is_restored(editor):
    page = editor.page
    title = f"Hips in the trash {secrets.token_hex(4)}"
    editor.writes_a_draft(title, words="Move them.")
    address = page.url.partition("#")[0]
    page.get_by_role("link", name="Delete", exact=True).click()
    expect(page.locator(".to-trash")).to_contain_text("What you delete goes to the trash")
    page.get_by_role("button", name="Yes, I’m sure").click()
    page.locator(".messagelist .success").wait_for()

    page.goto("/admin/articles/trashedarticle/")
    page.get_by_role("button", name=f"Restore {title}").click()
    expect(page.locator(".messagelist")).to_contain_text(f"“{title}” is back.")
    assert page.url.partition("#")[0] == address
    expect(page.locator("#texts-0 .tiptap")).to_have_text("Move them.")


@pytest.mark.whole
def test_an_article_is_duplicated(editor):
    page = editor.page
    title = f"Hips twice {secrets.token_hex(4)}"
    editor.writes_a_draft(title, words="Move them.")
    page.get_by_role("button", name="Duplicate").click()
    expect(page.locator(".messagelist")).to_contain_text(f"This is a copy of “{title}”.")
    assert page.input_value("[name=texts-0-title]") == f"Copy of {title}"
    expect(page.locator("#texts-0 .tiptap")).to_have_text("Move them.")


@pytest.mark.whole
def test_what_search_engines_show_follows_what_is_typed(editor):
    page = editor.page
    editor.writes_a_draft(f"Found hips {secrets.token_hex(4)}", words="Move them.")
    page.locator("#texts-0 summary", has_text="Search engines and shares").click()
    page.locator("#texts-0 .search-preview summary").click()
    page.fill("[name=texts-0-search_title]", "Hip pain: what helps, what does not, and when to see us")
    shown = page.locator("#texts-0 [data-shows=title]").first
    assert shown.inner_text() == "Hip pain: what helps, what does not, and when to see us"
    expect(page.locator("#texts-0 [data-too-long=title]")).to_contain_text("Search engines will cut this title.")
    page.fill("[name=texts-0-search_title]", "Hip pain")
    expect(page.locator("#texts-0 [data-too-long=title]")).to_be_empty()
    page.fill("[name=texts-0-summary]", "Hips like to move. " * 10)
    expect(page.locator("#texts-0 [data-too-long=description]")).to_contain_text("cut this description.")
    page.fill("[name=texts-0-search_description]", "Hips like to move.")
    expect(page.locator("#texts-0 [data-too-long=description]")).to_be_empty()
