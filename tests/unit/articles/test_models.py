from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.actions import save_text
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
    texts = ArticleText.objects.for_readers("es")
    assert {(text.article_id, text.language) for text in texts} == {(translated.pk, "es"), (untranslated.pk, "en")}


def test_a_draft_translation_leaves_the_original_in_its_place():
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="es").update(state="draft")
    assert [text.language for text in ArticleText.objects.for_readers("es")] == ["en"]


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


def test_version_stays_when_minor_correction_was_corrected():
    text = make_article(summary="Knes bend.").original
    text.summary = "Knees bend."
    save_text(text, is_minor_correction=True)
    text.refresh_from_db()
    assert (text.version, text.summary) == (1, "Knees bend.")


def test_only_translations_have_a_source_version():
    article = make_article(languages=["en", "es"])
    with pytest.raises(IntegrityError), transaction.atomic():
        article.texts.filter(language="en").update(source_version=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        article.texts.filter(language="es").update(source_version=None)


def test_day_of_a_review_is_not_in_the_future():
    text = make_article(reviewed_by="A. Clinician, DC", reviewed_on=date(2100, 1, 1)).original
    with pytest.raises(ValidationError, match="in the future"):
        text.full_clean()


def test_a_version_has_one_wording():
    text = make_article().original
    with pytest.raises(IntegrityError):
        text.wordings.create(number=1, version=1, language="en", title="Other", body="")


def test_articles_without_a_day_are_not_due_for_review():
    make_article()
    assert not Article.objects.due_for_review().exists()
