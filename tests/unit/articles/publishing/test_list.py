"""The list of articles: its filters, and what is done to several at once."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import keep_pending, save_text
from articles.models import Article, ArticleText, PendingChanges
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def articles(staff):
    """By title: one in each state."""
    public = make_article(title="Public")
    make_translation(public, "es")
    make_article(title="Scheduled", published_at=timezone.now() + timedelta(days=1))
    make_article(title="Draft", state="draft")
    changing = make_article(title="Changing")
    text = changing.texts.get()
    text.summary = "Soon."
    keep_pending(text, user=get_user_model().objects.get(), is_reviewed=False)
    return {str(article): article for article in Article.objects.all()}


def titles(staff, query):
    return sorted(Page(staff.get(f"{LIST}?{query}")).texts("#result_list tbody .field-__str__"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=public", ["Changing", "Public"]),
        ("state=scheduled", ["Scheduled"]),
        ("state=draft", ["Draft"]),
        ("state=pending", ["Changing"]),
        ("language=es", ["Public"]),
        ("language=en", ["Changing", "Draft", "Public", "Scheduled"]),
        ("language=pl", []),
    ],
)
def test_the_list_is_narrowed_to_a_state_or_a_language(staff, articles, query, found):
    assert titles(staff, query) == found


@pytest.fixture
def translated():
    """An article for each state of its Spanish text."""
    for title, spanish in {"Public": {}, "Draft": {"state": "draft"}}.items():
        make_translation(make_article(title=title), "es", **spanish)
    reviewed = {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1)}
    text = make_translation(make_article(title="Changed"), "es", **reviewed)
    text.summary = "Nuevo."
    save_text(text)
    make_translation(make_article(title="Scheduled", published_at=timezone.now() + timedelta(days=1)), "es", **reviewed)
    make_article(title="English alone", **reviewed)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=public", ["Changed", "Public"]),
        ("state=scheduled", ["Scheduled"]),
        ("state=draft", ["Draft"]),
        ("review=changed", ["Changed"]),
        ("review=none", ["Changed", "Draft", "Public"]),
    ],
)
def test_with_a_language_the_list_is_narrowed_by_the_texts_in_it(staff, translated, query, found):
    assert titles(staff, f"language=es&{query}") == found


def test_the_list_tells_what_changed_since_its_review_and_whose_review_is_overdue(staff, translated):
    Article.objects.filter(texts__title="Changed").update(next_review_on=date(2026, 3, 1))
    page = Page(staff.get(f"{LIST}?language=es&review=changed"))
    assert page.text("#result_list .field-languages") == (
        "en: published and not reviewed; ar, pl: missing; es: published and changed since its review"
    )
    assert page.text("#result_list .field-next_review") == "March 1, 2026, overdue"


def test_the_list_asks_as_little_for_three_articles_as_for_one(staff):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_translation(make_article(), "es")
        staff.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            staff.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_list_says_when_an_article_appears(staff, articles):
    rows = Page(staff.get(LIST)).texts("#result_list .field-languages")
    assert any(row.startswith("en: scheduled for March 3, 2026, noon") for row in rows)


def act(staff, action, articles, **sent):
    chosen = {"action": action, "_selected_action": [article.pk for article in articles]}
    return Page(staff.post(LIST, chosen | sent, follow=True))


def test_articles_are_taken_off_the_website_after_a_question(staff, articles):
    chosen = [articles["Public"], articles["Changing"], articles["Draft"]]
    page = act(staff, "set_to_draft", chosen)
    assert page.text("#content h1") == "Take these articles off the website?"
    assert sorted(page.texts("#content-main li")) == ["Changing", "Draft", "Public"]
    assert ArticleText.objects.filter(state="published").count() == 4
    page = act(staff, "set_to_draft", chosen, confirmed="yes")
    assert page.texts(".messagelist li") == ["2 articles taken off the website. All their texts are drafts now."]
    assert [text.article for text in ArticleText.objects.filter(state="published")] == [articles["Scheduled"]]
    assert articles["Changing"].texts.get().summary == "Soon."
    assert not PendingChanges.objects.exists()
    assert LogEntry.objects.filter(change_message="Set to draft, with all its languages.").count() == 2


def test_a_draft_that_was_changed_after_its_review_is_not_reviewed_when_taken_off(staff, articles):
    text = articles["Changing"].texts.get()
    text.reviewed_by, text.reviewed_on, text.summary = "Dr. Ana Ruiz", date(2026, 3, 2), "Soon."
    keep_pending(text, user=get_user_model().objects.get(), is_reviewed=False)
    act(staff, "set_to_draft", [articles["Changing"]], confirmed="yes")
    text = articles["Changing"].texts.get()
    assert (text.state, text.reviewed_by, text.is_reviewed) == ("draft", "Dr. Ana Ruiz", False)


def test_the_day_of_the_next_review_is_set_for_several(staff, articles):
    chosen = [articles["Public"], articles["Draft"]]
    assert "When is the next review" in act(staff, "set_next_review", chosen).text("#content h1")
    page = act(staff, "set_next_review", chosen, confirmed="yes", next_review_on="2026-03-01")
    assert page.texts(".errorlist") == ["Enter today or a later day."]
    page = act(staff, "set_next_review", chosen, confirmed="yes", next_review_on="2027-03-01")
    assert page.texts(".messagelist li") == ["The day of the next review is set for 2 articles."]
    assert Article.objects.filter(next_review_on=date(2027, 3, 1)).count() == 2
