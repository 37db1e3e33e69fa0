from datetime import date

import pytest
from django.contrib.redirects.models import Redirect
from django.db import IntegrityError, transaction

from articles.actions import save_text
from articles.models import ArticleText
from tests.factories import make_article, make_translation

pytestmark = pytest.mark.django_db


def test_new_wording_is_a_new_version_and_leaves_its_translations_behind():
    article = make_article(languages=["en", "es"])
    original, translated = article.texts.get(language="en"), article.texts.get(language="es")
    assert (original.version, translated.source_version, translated.is_older_than(original)) == (1, 1, False)
    before = original.changed_at
    original.emergency_signs = "you cannot stand"
    save_text(original)
    assert (original.version, original.changed_at > before) == (2, True)
    assert translated.is_older_than(original)


@pytest.mark.parametrize(
    "change",
    [
        {"state": "draft"},
        {"slug": "elsewhere"},
        {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1)},
        {"body": "<p>One</p>\n<ul><li><p>Two &amp;\xa0three</p></li></ul>"},  # as the editor rearranges it
    ],
)
def test_version_stays_when_no_word_changes(change):
    text = make_article(body="<p>One</p><ul><li>Two &amp; three</li></ul>").original
    for name, value in change.items():
        setattr(text, name, value)
    save_text(text)
    assert text.version == 1


def test_new_translation_is_made_from_todays_original():
    article = make_article()
    original = article.original
    original.title = "Another title"
    save_text(original)
    assert make_translation(article, "es").source_version == 2


REVIEW = {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1)}


def change(text, **changes):
    for name, value in changes.items():
        setattr(text, name, value)
    save_text(text)
    text.refresh_from_db()
    return text


def test_a_review_covers_the_wording_that_was_reviewed():
    text = change(make_article().original, **REVIEW)
    assert (text.is_reviewed, list(ArticleText.objects.without_review())) == (True, [])
    change(text, emergency_signs="a sign that nobody reviewed")
    assert (text.is_reviewed, list(ArticleText.objects.without_review())) == (False, [text])
    change(text, reviewed_on=date(2026, 2, 2))
    assert (text.is_reviewed, list(ArticleText.objects.without_review())) == (True, [])


def test_a_review_signed_together_with_a_change_covers_it():
    text = change(make_article(**REVIEW).original, summary="New.", reviewed_on=date(2026, 2, 2))
    assert (text.version, text.is_reviewed) == (2, True)


def test_a_minor_correction_keeps_the_review():
    text = make_article(summary="Knes bend.", **REVIEW).original
    text.summary = "Knees bend."
    save_text(text, is_minor_correction=True)
    text.refresh_from_db()
    assert text.is_reviewed


def test_taking_the_reviewer_away_ends_the_review():
    text = change(make_article(**REVIEW).original, reviewed_by="", reviewed_on=None)
    assert (text.is_reviewed, text.reviewed_version) == (False, None)


def test_versions_count_on_from_what_another_person_saved_meanwhile():
    article = make_article()
    first, second = article.texts.get(), article.texts.get()
    change(first, summary="One.")
    translated = make_translation(article, "es")
    change(second, summary="Two.")
    assert (second.version, translated.is_older_than(second)) == (3, True)


def test_an_original_written_anew_leaves_old_translations_out_of_date():
    article = make_article(languages=["en", "es"])
    article.original.delete()
    original = make_translation(article, "en", title="Other words")
    assert article.texts.get(language="es").is_older_than(original)


def test_a_text_can_change_its_language():
    article = make_article(languages=["es"])
    text = change(article.texts.get(), language="en")
    assert (text.source_version, text.version) == (None, 1)
    assert change(text, language="pl").source_version == 0  # made from no original


def test_another_link_is_another_wording():
    text = make_article(body='<p><a href="https://one.example/">Read</a></p>').original
    assert change(text, body='<p><a href="https://two.example/">Read</a></p>').version == 2


def kept(text):
    return [(wording.version, wording.summary) for wording in text.wordings.order_by("number")]


def test_each_version_keeps_its_words():
    text = make_article(summary="One.").original
    change(text, summary="Two.")
    change(text, state="draft")
    assert kept(text) == [(1, "One."), (2, "Two.")]


def test_a_minor_correction_is_another_wording_of_the_same_version():
    text = make_article(summary="Knes bend.").original
    text.summary = "Knees bend."
    save_text(text, is_minor_correction=True)
    assert kept(text) == [(1, "Knes bend."), (1, "Knees bend.")]


def test_a_wording_says_who_wrote_it_and_whether_it_was_public():
    text = make_article(state="draft").original
    save_text(text, written_by="eva")
    text.summary = "Knees bend."
    save_text(text, written_by="eva")
    text.state = ArticleText.State.PUBLISHED
    save_text(text, written_by="jan")
    assert [(each.number, each.written_by, each.was_public) for each in text.wordings.all()] == [
        (1, "", False), (2, "eva", True),
    ]  # fmt: skip


def test_kept_words_are_clean():
    text = make_article(body="<p>Kept</p><script>steal()</script>").original
    assert text.wordings.get().body == "<p>Kept</p>"


def test_words_in_another_language_are_not_kept():
    text = make_article(languages=["es"], summary="Uno.").texts.get()
    change(text, summary="Dos.")
    change(text, language="en", summary="One.")
    assert kept(text) == [(1, "One.")]


def test_a_public_text_is_reviewed_or_says_why_not():
    text = make_article(unreviewed_because="The clinician is away.").original
    with pytest.raises(IntegrityError), transaction.atomic():
        change(text, unreviewed_because="")
    change(text, unreviewed_because="", **REVIEW)
    change(text, state="draft", reviewed_by="", reviewed_on=None)


def test_translations_made_from_an_earlier_wording_are_out_of_date():
    old, new = make_article(languages=["en", "es"]), make_article(languages=["en", "es"])
    change(old.original, summary="New.")
    assert [text.article for text in ArticleText.objects.out_of_date()] == [old]
    assert new.texts.count() == 2


def test_a_plain_save_stores_the_fields_and_nothing_follows():
    text = make_article(title="Old", slug="old").original
    text.title, text.slug = "New", "new"
    text.save()
    text.refresh_from_db()
    assert (text.title, text.slug, text.version, text.indexed_title) == ("New", "new", 1, " old")
    assert [wording.title for wording in text.wordings.all()] == ["Old"]
    assert not Redirect.objects.exists()
