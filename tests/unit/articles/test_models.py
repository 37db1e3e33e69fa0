from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, ArticleText
from tests.factories import make_article, make_translation

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
    texts = ArticleText.objects.listed("es")
    assert {(text.article_id, text.language) for text in texts} == {(translated.pk, "es"), (untranslated.pk, "en")}


def test_a_draft_translation_leaves_the_original_in_its_place():
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="es").update(state="draft")
    assert [text.language for text in ArticleText.objects.listed("es")] == ["en"]


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


# Versions: which wording of the original a translation was made from


def test_new_wording_is_a_new_version_and_leaves_its_translations_behind():
    article = make_article(languages=["en", "es"])
    original, translated = article.texts.get(language="en"), article.texts.get(language="es")
    assert (original.version, translated.source_version, translated.is_older_than(original)) == (1, 1, False)
    before = original.changed_at
    original.emergency_signs = "you cannot stand"
    original.save()
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
    text.save()
    assert text.version == 1


def test_version_stays_when_only_a_slip_was_corrected():
    text = make_article(summary="Knes bend.").original
    text.summary = "Knees bend."
    text.save(is_slip=True)
    text.refresh_from_db()
    assert (text.version, text.summary) == (1, "Knees bend.")


def test_new_translation_is_made_from_todays_original():
    article = make_article()
    original = article.original
    original.title = "Another title"
    original.save()
    assert make_translation(article, "es").source_version == 2


REVIEW = {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1)}


def change(text, **changes):
    for name, value in changes.items():
        setattr(text, name, value)
    text.save()
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


def test_a_corrected_slip_keeps_the_review():
    text = make_article(summary="Knes bend.", **REVIEW).original
    text.summary = "Knees bend."
    text.save(is_slip=True)
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


def test_saving_some_fields_saves_what_follows_from_them():
    text = make_article(title="Old").original
    text.title = "New"
    text.save(update_fields=["title"])
    text.refresh_from_db()
    assert (text.version, text.indexed_title) == (2, " new")


def test_another_link_is_another_wording():
    text = make_article(body='<p><a href="https://one.example/">Read</a></p>').original
    assert change(text, body='<p><a href="https://two.example/">Read</a></p>').version == 2


def test_only_translations_have_a_source_version():
    article = make_article(languages=["en", "es"])
    with pytest.raises(IntegrityError), transaction.atomic():
        article.texts.filter(language="en").update(source_version=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        article.texts.filter(language="es").update(source_version=None)


def test_day_of_a_review_is_not_in_the_future():
    text = make_article(reviewed_by="A. Clinician, DC", reviewed_on=date(2100, 1, 1)).original
    with pytest.raises(ValidationError, match="still to come"):
        text.full_clean()


# The parts of a body


def test_body_is_parted_at_its_headings_and_nothing_is_lost():
    body = "<p>First.</p><h2>One <strong>bold</strong></h2><p>1</p><h3>Not a part</h3><h2>Two</h2>"
    text = make_article(body=body).original
    assert text.introduction == "<p>First.</p>"
    assert [(part.id, part.title, part.body) for part in text.sections] == [
        ("section-1", "One <strong>bold</strong>", "<p>1</p><h3>Not a part</h3>"),
        ("section-2", "Two", ""),
    ]


def test_headings_in_quotations_and_lists_part_nothing():
    body = "<p>1</p><blockquote><h2>Said</h2></blockquote><ul><li><h2>Listed</h2></li></ul><h2>Part</h2><p>2</p>"
    text = make_article(body=body).original
    assert [part.title for part in text.sections] == ["Part"]
    assert text.introduction + "<h2>Part</h2>" + text.sections[0].body == text.body


@pytest.mark.parametrize("empty", ["<h2></h2>", "<h2><br></h2>", "<h3> &nbsp; </h3>", "<h2><strong> </strong></h2>"])
def test_empty_headings_are_left_out(empty):
    text = make_article(body=f"<p>1</p>{empty}<p>2</p>").original
    text.refresh_from_db()
    assert text.body == "<p>1</p><p>2</p>"


def test_body_without_headings_is_all_introduction():
    text = make_article(body="<p>First.</p>").original
    assert (text.introduction, text.sections) == ("<p>First.</p>", [])


# The words of earlier versions


def kept(text):
    return [(wording.version, wording.summary) for wording in text.wordings.order_by("version")]


def test_each_version_keeps_its_words():
    text = make_article(summary="One.").original
    change(text, summary="Two.")
    change(text, state="draft")
    assert kept(text) == [(1, "One."), (2, "Two.")]


def test_a_corrected_slip_is_corrected_in_its_version():
    text = make_article(summary="Knes bend.").original
    text.summary = "Knees bend."
    text.save(is_slip=True)
    assert kept(text) == [(1, "Knees bend.")]


def test_kept_words_are_clean():
    text = make_article(body=DIRTY).original
    assert_clean(text.wordings.get().body)


def test_words_in_another_language_are_not_kept():
    text = make_article(languages=["es"], summary="Uno.").texts.get()
    change(text, summary="Dos.")
    change(text, language="en", summary="One.")
    assert kept(text) == [(1, "One.")]


def test_a_version_has_one_wording():
    text = make_article().original
    with pytest.raises(IntegrityError):
        text.wordings.create(version=1, language="en", title="Other", body="")


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


def test_articles_without_a_day_are_not_due_for_review():
    make_article()
    assert not Article.objects.due_for_review().exists()
