"""An editor types, and nothing typed is lost: the server dies, two windows are open, the session ends."""

import re
import secrets
import signal

import pytest

from tests.browser.people import SESSIONS, Editor
from tests.running_site import wait_until

KEPT = "Your changes are kept as a draft until you save."
LATEST = 10  # seconds: what was typed before is kept


def drafts(site):
    """The bodies of all drafts, as browsers send them."""
    return [form for (form,) in site.query("SELECT form FROM articles_draft")]


def is_kept(editor):
    editor.page.locator(".draft-state", has_text=KEPT).wait_for(timeout=LATEST * 1000)


@pytest.mark.whole
def test_after_a_crash_of_the_server_the_words_are_offered(fresh_site, browser):
    # Given an editor who types into a saved article
    fresh_site.start()
    context = browser.new_context(base_url=fresh_site.url)
    editor = Editor(context.new_page(), fresh_site)
    editor.signs_in()
    page = editor.page
    editor.writes_a_draft("Hips before the crash", words="Move them.")
    address = page.url
    page.fill("[name=texts-0-summary]", "Hips like to move a lot.")
    editor.writes("texts-0", "Move them before the crash.")
    wait_until(lambda: any("before+the+crash." in form for form in drafts(fresh_site)), seconds=LATEST, what="a draft")

    # When the server is killed while the editor types on
    page.keyboard.type(" And then")
    fresh_site.stop(signal.SIGKILL)
    page.keyboard.type(" some more.")

    # Then the page says that it cannot keep the latest words, and still has them
    page.locator(".draft-state", has_text="the server doesn't answer").wait_for(timeout=20_000)
    assert page.locator("#texts-0 .tiptap").inner_text() == "Move them before the crash. And then some more."

    # When the browser is gone too, and the editor signs in anew
    context.close()
    SESSIONS.clear()
    fresh_site.start()
    context = browser.new_context(base_url=fresh_site.url)
    editor = Editor(context.new_page(), fresh_site)
    editor.signs_in()
    page = editor.page
    page.get_by_role("link", name="Hips before the crash").first.click()
    assert page.url == address
    assert page.input_value("[name=texts-0-summary]") == "Hips like to move."

    # Then at most the last words are missing, and saving ends the draft
    page.get_by_role("button", name="Continue editing", exact=True).click()
    page.locator("#texts-0 .tiptap").wait_for()
    assert page.input_value("[name=texts-0-summary]") == "Hips like to move a lot."
    assert page.locator("#texts-0 .tiptap").inner_text().startswith("Move them before the crash.")
    editor.saves()
    assert page.locator("#texts-0 .tiptap").inner_text().startswith("Move them before the crash.")
    assert page.locator(".draft").count() == 0
    assert drafts(fresh_site) == []
    context.close()


def test_a_new_article_is_kept_while_it_is_typed_and_discarded(site, editor):
    page = editor.page
    title = f"Unsaved hips {secrets.token_hex(4)}"
    page.goto("/admin/articles/article/add/")
    page.fill("[name=texts-0-title]", title)
    editor.writes("texts-0", "Move them.")
    is_kept(editor)
    page.on("dialog", lambda dialog: dialog.accept())

    # When the page is left all the same, the home page and the form know it
    page.goto("/admin/")
    page.get_by_role("link", name=title).click()
    offer = page.locator(".draft", has_text=title)
    assert "You have unsaved changes from" in offer.inner_text()
    offer.get_by_role("button", name="Continue editing", exact=True).click()
    assert page.input_value("[name=texts-0-title]") == title
    assert page.locator("#texts-0 .tiptap").inner_text() == "Move them."

    # When it is discarded, it is gone
    page.goto("/admin/articles/article/add/")
    page.locator(".draft", has_text=title).get_by_role("button", name="Discard changes").click()
    page.locator(".messagelist", has_text="Your unsaved changes were discarded.").wait_for()
    assert not any(re.search(title[-8:], form) for form in drafts(site))


@pytest.mark.whole
def test_two_windows_of_one_person_do_not_write_over_each_other(site, editor):
    page = editor.page
    mark = secrets.token_hex(4)
    editor.writes_a_draft(f"Hips in two windows {mark}", words="Move them.")
    other = Editor(page.context.new_page(), site)
    other.page.goto(page.url)

    # When both are typed in
    page.fill("[name=texts-0-title]", f"First {mark}")
    other.page.fill("[name=texts-0-title]", f"Second {mark}")
    is_kept(editor)
    is_kept(other)

    # Then both are offered, and saving the one leaves the other
    third = Editor(page.context.new_page(), site)
    third.page.goto(page.url)
    assert third.page.locator(".draft").count() == 2
    editor.saves()
    assert page.locator(".draft").count() == 1
    page.get_by_role("button", name="Continue editing", exact=True).click()
    assert page.input_value("[name=texts-0-title]") == f"Second {mark}"
    assert page.locator(".meanwhile").inner_text().count(f"First {mark}") == 1


def test_words_are_kept_when_the_lid_is_closed(site, editor):
    page = editor.page
    mark = secrets.token_hex(4)
    editor.writes_a_draft(f"Hips under a lid {mark}", words="Move them.")
    page.fill("[name=texts-0-summary]", f"Just typed {mark}")

    # When the page is closed before the five seconds are over
    page.close(run_before_unload=False)
    wait_until(lambda: any(f"Just+typed+{mark}" in form for form in drafts(site)), seconds=4, what="a draft")


@pytest.mark.whole
def test_a_page_whose_person_signed_out_elsewhere_says_so(site, browser):
    context = browser.new_context(base_url=site.url)  # the console tells of the refusal, too
    editor = Editor(context.new_page(), site)
    editor.signs_in()
    page = editor.page
    page.goto("/admin/articles/article/add/")
    context.clear_cookies()
    page.fill("[name=texts-0-title]", "Nobody keeps this")
    page.locator(".draft-state", has_text="you are signed out").wait_for()
    assert page.input_value("[name=texts-0-title]") == "Nobody keeps this"
    context.close()
