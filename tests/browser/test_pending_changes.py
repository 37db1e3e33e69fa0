"""An editor changes a public article in a draft beside it, and publishes the draft now or at a time."""

import secrets
from datetime import datetime, timedelta

import pytest

from tests.clock import CLINIC
from tests.running_site import wait_until

PENDING = ".language-card__pending"


@pytest.fixture
def public_page(editor, new_page):
    """The address of a reviewed public article with a Spanish translation, open in the editor's form; and a function
    that reads its body, or another part of its page, as the public does."""
    page = editor.page
    editor.writes_a_draft(f"Hips in public {secrets.token_hex(4)}", words="Move them.")
    editor.reviews("texts-0", who="A. Clinician, DC")
    page.fill("[name=next_review_on]", "2100-01-01")
    page.select_option("[name=texts-0-state]", "published")
    page.fill("[name=texts-0-reason_despite_warnings]", "It says what everybody can see.")
    editor.saves()
    address = editor.card("English").get_by_role("link", name="Public page").get_attribute("href")
    visitor = new_page()

    def read(part=".article__body"):
        visitor.goto(address)
        return "".join(visitor.locator(part).all_inner_texts())

    return read


@pytest.mark.whole
def test_a_public_article_is_changed_in_a_draft_reviewed_and_published(editor, public_page):
    page = editor.page

    # Given a public article with a translation
    form = editor.card("Spanish").get_attribute("id")
    page.fill(f"[name={form}-title]", "Caderas")
    editor.writes(form, "Muévalas.")
    editor.saves()
    assert "Up to date" in editor.card("Spanish").inner_text()

    # When an editor changes the English text and the references, and keeps the changes as a draft
    editor.writes("texts-0", "Move them twice a day.")
    editor.adds_a_reference("Hips at rest")
    page.get_by_label("Keep them as a draft: the public page stays as it is").locator("visible=true").check()
    editor.saves()

    # Then the public reads the old words, and the translation is still judged by them
    card = editor.card("English")
    assert card.locator(PENDING).inner_text().startswith("Changes kept as a draft by ")
    assert public_page() == "Move them."
    assert public_page(".references") == ""
    assert "Up to date" in editor.card("Spanish").inner_text()

    # And the editors see the draft: in the form, in its preview, and beside what is public
    card = editor.card("English")
    assert card.locator(".tiptap").inner_text() == "Move them twice a day."
    assert page.locator("[name=references-0-title]").input_value() == "Hips at rest"
    preview = editor.previews("English")
    assert preview.locator(".article__body").inner_text() == "Move them twice a day."
    assert preview.locator(".references a").inner_text() == "Hips at rest"
    card.get_by_text("What the draft changes in the English text").click()
    added = card.locator("#pending-en ins").all_inner_texts()
    assert [" ".join(words.split()) for words in added[:2]] == ["[added:] twice a day", "[added:] Title: Hips at rest"]

    # When it is reviewed and published
    editor.reviews("texts-0", who="B. Clinician, DC")
    page.get_by_label("Publish them when I save").locator("visible=true").check()
    editor.saves()

    # Then the public reads the new words and references, and the translation is out of date
    assert editor.asked_for() == []
    wait_until(lambda: public_page() == "Move them twice a day.", seconds=10, what="the new words")
    assert "Hips at rest" in public_page(".references")
    assert editor.card("English").locator(PENDING).count() == 0
    assert "Reviewed by B. Clinician, DC" in editor.card("English").inner_text()
    assert "Out of date" in editor.card("Spanish").inner_text()


@pytest.mark.whole
def test_changes_of_a_public_article_are_published_at_their_time(site, editor, public_page):
    page = editor.page

    # Given changes that are to be published in an hour
    moment = datetime.now(CLINIC) + timedelta(hours=1)
    editor.writes("texts-0", "Move them in an hour.")
    page.get_by_label("Publish them on this day:").locator("visible=true").check()
    page.fill("[name=texts-0-publish_at_0]", moment.date().isoformat())
    page.fill("[name=texts-0-publish_at_1]", moment.strftime("%H:%M"))
    editor.saves()
    assert "They are published on " in editor.card("English").locator(PENDING).inner_text()
    assert public_page() == "Move them."

    # When the hour is over
    key = page.url.split("/article/")[1].split("/")[0]
    site.manage(
        "shell",
        "--command",
        "from articles.actions import publish_due_changes; from articles.models import PendingChanges;"
        "from django.utils import timezone;"
        f"PendingChanges.objects.filter(text__article={key}).update(publish_at=timezone.now());"
        "publish_due_changes()",
    )

    # Then the public reads them, and the article's history says so
    wait_until(lambda: public_page() == "Move them in an hour.", seconds=10, what="the new words")
    page.reload()
    assert editor.card("English").locator(PENDING).count() == 0
    assert "Published the English changes that were scheduled for this time." in editor.history()
