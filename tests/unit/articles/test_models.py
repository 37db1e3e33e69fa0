from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Article, ArticleText
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_published_articles_are_those_whose_time_has_come_and_whose_original_is_published():
    visible = make_article()
    make_article(state="draft")
    make_article(published_at=timezone.now() + timedelta(minutes=1))
    make_article(languages=["es"])
    assert list(Article.objects.published()) == [visible]


def test_published_texts_leave_out_draft_translations():
    article = make_article(languages=["en", "es", "pl"])
    article.texts.filter(language="pl").update(state="draft")
    assert [text.language for text in ArticleText.objects.published()] == ["en", "es"]


def test_a_translation_is_not_public_before_its_original():
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="en").update(state="draft")
    assert not ArticleText.objects.published().exists()


def test_one_text_per_article_in_the_readers_language_or_the_original():
    translated = make_article(languages=["en", "es"])
    untranslated = make_article(languages=["en", "pl"])
    texts = ArticleText.objects.published().in_language_or_original("es")
    assert {(text.article_id, text.language) for text in texts} == {(translated.pk, "es"), (untranslated.pk, "en")}


def test_a_draft_translation_leaves_the_original_in_its_place():
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="es").update(state="draft")
    assert [text.language for text in ArticleText.objects.published().in_language_or_original("es")] == ["en"]


DIRTY = '<p onclick="steal()">Hi <strong>you</strong></p><script>steal()</script><a href="javascript:steal()">x</a>'
CLEAN_PARTS = ["<p>Hi <strong>you</strong></p>"]
DANGERS = ["onclick", "<script", "javascript:", "steal()"]


def stored_body():
    return ArticleText.objects.get().body


def assert_clean(body):
    assert all(part in body for part in CLEAN_PARTS)
    assert not any(danger in body for danger in DANGERS)


def test_body_is_sanitised_by_a_plain_save():
    article = make_article(body=DIRTY)
    assert_clean(stored_body())
    text = article.texts.get()
    text.body = DIRTY
    text.save()
    assert_clean(text.body)
    assert_clean(stored_body())


def test_body_is_sanitised_by_writes_that_never_call_save():
    text = make_article().texts.get()
    ArticleText.objects.update(body=DIRTY)
    assert_clean(stored_body())
    text.body = DIRTY
    ArticleText.objects.bulk_update([text], ["body"])
    assert_clean(stored_body())
    ArticleText.objects.all().delete()
    text.pk = None
    ArticleText.objects.bulk_create([text])
    assert_clean(stored_body())


@pytest.mark.parametrize(
    "kept",
    [
        "<h2>Heading</h2>",
        "<h3>Smaller</h3>",
        "<ul><li><p>Item</p></li></ul>",
        "<ol><li><p>Item</p></li></ol>",
        "<blockquote><p>Said</p></blockquote>",
        "<p><em>so</em> and <strong>so</strong><br>on</p>",
    ],
)
def test_body_keeps_what_the_editor_offers(kept):
    make_article(body=kept)
    assert stored_body() == kept


@pytest.mark.parametrize(
    "dropped", ["<h1>Second</h1>", "<img src=x onerror=alert(1)>", "<iframe src=//x></iframe>", "<style>p{}</style>"]
)
def test_body_loses_what_the_editor_does_not_offer(dropped):
    make_article(body=f"<p>Kept</p>{dropped}")
    assert stored_body() in ("<p>Kept</p>", "<p>Kept</p>Second")


def test_two_texts_of_one_language_cannot_be_stored():
    article = make_article()
    with pytest.raises(IntegrityError):
        ArticleText.objects.create(article=article, language="en", slug="other", title="Other", summary="Other.")


def test_a_slug_is_one_article_per_language_but_may_recur_in_another():
    make_article(slug="same")
    make_article(slug="same", languages=["es"])
    with pytest.raises(IntegrityError):
        make_article(slug="same")


def test_a_review_has_a_person_and_a_day():
    text = make_article(reviewed_by="A. Clinician, DC", reviewed_on=date(2026, 2, 1)).texts.get()
    assert text.is_reviewed
    with pytest.raises(IntegrityError):
        ArticleText.objects.update(reviewed_on=None)
