from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import save_text
from articles.models import Article, Wording
from articles.publishing.overview import build_overview, short_state
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
REVIEW = {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1)}


def cards(article):
    return {card.language: card for card in build_overview(article)}


def change(text, **changes):
    for name, value in changes.items():
        setattr(text, name, value)
    save_text(text)


def told(since):
    """{field: its changed words} of what changed, without the words that stayed."""
    return {
        change.name: [part.words for paragraph in change.paragraphs for part in paragraph if part.kind != "same"]
        for change in since.changes
    }


def test_every_language_has_a_card_the_original_first():
    article = make_article(languages=["es"])
    assert [(card.name, card.state_sentence) for card in build_overview(article)] == [
        ("English", "Missing"),
        ("Arabic", "Missing"),
        ("Spanish", "Waiting for the English text to be published"),
        ("Polish", "Missing"),
    ]


def test_a_published_text_of_a_time_to_come_is_scheduled(clinic_zone):
    article = make_article(published_at=datetime(2100, 1, 5, 15, tzinfo=UTC), languages=["en", "es"])
    make_translation(article, "pl", state="draft")
    found = cards(article)
    assert found["en"].state_sentence == found["es"].state_sentence == "Scheduled for Jan. 5, 2100, 9 a.m."
    assert (found["pl"].state_sentence, found["en"].public_address) == ("Draft", "")


def test_a_public_text_links_to_its_page_in_its_language():
    article = make_article(slug="knees")
    make_translation(article, "es", slug="rodillas")
    assert [card.public_address for card in build_overview(article)] == [
        "/articles/knees/",
        "",
        "/es/articles/rodillas/",
        "",
    ]


def test_review_shows_reviewer_and_date_or_the_reason():
    article = make_article(unreviewed_because="The clinician is away.")
    make_translation(article, "es", **REVIEW)
    make_translation(article, "pl", state="draft", unreviewed_because="")
    found = cards(article)
    assert found["en"].review == "Not reviewed: The clinician is away."
    assert found["es"].review == "Reviewed by A. Clinician, DC on Feb. 1, 2026"
    assert found["pl"].review == "Not reviewed"


def test_a_translation_shows_what_changed_in_the_english_since():
    article = make_article(languages=["en", "es"], summary="Rest two days.")
    assert (cards(article)["es"].freshness, cards(article)["es"].comparisons) == (
        "Up to date with the English text",
        [],
    )
    change(article.texts.get(language="en"), summary="Rest three days.", emergency_signs="you fall")
    change(article.texts.get(language="en"), summary="Rest four days.")
    card = cards(article)["es"]
    assert (card.is_out_of_date, card.freshness) == (True, "Out of date: the English text has changed since")
    (comparison,) = card.comparisons
    assert comparison.heading == "What changed in the English text since the Spanish translation"
    assert told(comparison) == {"Summary": ["two", "four"], "Call 911 or go to the emergency room if": ["you fall"]}


def test_a_text_that_changed_since_its_review_shows_the_change():
    article = make_article(summary="Rest two days.", **REVIEW)
    change(article.original, summary="Rest three days.")
    card = cards(article)["en"]
    assert (card.review, card.is_reviewed) == (
        "Changed since the review by A. Clinician, DC on Feb. 1, 2026",
        False,
    )
    assert told(*card.comparisons) == {"Summary": ["two", "three"]}


def test_words_that_were_not_kept_are_said_to_be_missing(staff):
    make_clinic()
    article = make_article(languages=["en", "es"])
    change(article.texts.get(language="en"), summary="New.")
    Wording.objects.filter(version=1).delete()
    assert cards(article)["es"].comparisons[0].changes is None
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    assert page.text("#since-es") == "The earlier wording was not kept."


def test_what_changed_is_shown_as_added_and_removed_words(staff):
    make_clinic()
    article = make_article(languages=["en", "es"], summary="Rest <two> days.")
    change(article.texts.get(language="en"), summary="Rest <three> days.")
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    assert page.texts("#since-es dt") == ["Summary"]
    assert page.text("#since-es dd") == "Rest <[removed:] two[added:] three> days."
    assert (page.text("#since-es del"), page.text("#since-es ins")) == ("[removed:] two", "[added:] three")


def test_a_missing_language_links_to_its_form(staff):
    make_clinic()
    article = make_article()
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    (place,) = page.links("Spanish Missing")
    form = page.one(f".text-form[aria-labelledby={place.removeprefix('#')}]")
    assert form.select_one("[name$=-language]")["value"] == "es"


def test_an_overview_takes_few_queries():
    article = make_article(languages=["en", "es", "pl", "ar"], **REVIEW)
    change(article.texts.get(language="en"), summary="New.")
    change(article.texts.get(language="es"), summary="Nuevo.")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        build_overview(article)
    assert len(queries) == 3


@pytest.mark.parametrize(
    ("translation", "state"),
    [
        ({}, "published and not reviewed"),
        ({"state": "draft", **REVIEW}, "draft"),
        ({"source_version": 0, **REVIEW}, "published and out of date"),
    ],
)
def test_short_state_is_what_staff_have_to_know(translation, state):
    article = make_article()
    text = make_translation(article, "es", **translation)
    assert short_state(text, article, article.original) == state


def test_short_state_of_nothing_is_missing():
    assert short_state(None, Article(), None) == "missing"
