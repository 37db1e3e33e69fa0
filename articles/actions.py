"""Saves an article's text with everything that follows from it. A plain save() stores the fields alone."""

from copy import copy
from datetime import date, datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import Truncator

from articles import draft_facts, search, slug_redirects
from articles.body_pictures import find_hashes
from articles.fields import tidy_fields
from articles.models import (
    CARE_LEVELS,
    ORIGINAL_LANGUAGE,
    Article,
    ArticlePicture,
    ArticleText,
    PendingChanges,
    Picture,
    Wording,
    pending_of,
)


@transaction.atomic
def save_text(
    text: ArticleText, *, is_minor_correction: bool = False, is_reviewed: bool | None = None, written_by: str = ""
) -> ArticleText:
    """Saves a text, counts a new wording as a new version and keeps it, ties a new review to its version, makes the
    words findable, and redirects a changed slug. Pending changes of the text end: it says what it is to say.

    A minor correction leaves the meaning alone, so the version stays. A translation without a source version counts as
    made from the original as it is now. `is_reviewed` says whether the review is of these words; if it says nothing, a
    new review is. `written_by` is the name of who wrote them.
    """
    texts = ArticleText.objects
    stored = texts.select_for_update().filter(pk=text.pk).first() if text.pk else None
    was_public = stored is not None and texts.published().filter(pk=stored.pk).exists()
    tidy_fields(text, ArticleText.WORDING)
    if not text.article.has_own_page:
        text.slug = text.anchor
    for level in CARE_LEVELS:
        setattr(text, f"{level}_signs", "\n".join(text.signs(level)))
    count_version(text, stored, is_minor_correction=is_minor_correction)
    tie_review(text, stored, is_reviewed=is_reviewed)
    index_words(text)
    text.save()
    keep_wording(text, written_by)
    PendingChanges.objects.filter(text=text).delete()
    note_pictures(text.article)
    slug_redirects.redirect_changed_slug(text, stored=stored, was_public=was_public)
    return text


def count_version(text: ArticleText, stored: ArticleText | None, *, is_minor_correction: bool) -> None:
    """Sets `version`, `changed_at` and `source_version`, starting from the stored version.

    Another person may have saved that since this text was read.
    """
    others = ArticleText.objects.filter(article=text.article_id).exclude(pk=text.pk)
    if stored:
        text.version, text.changed_at = stored.version, stored.changed_at
        if stored.wording != text.wording and not is_minor_correction:
            text.version, text.changed_at = stored.version + 1, timezone.now()
    if text.is_translation:
        if text.source_version is None:
            original = others.filter(language=ORIGINAL_LANGUAGE)
            text.source_version = original.values_list("version", flat=True).first() or 0
        return
    text.source_version, text.is_machine_translation = None, False
    if not stored or stored.is_translation:  # a new original: no translation was made from it
        text.version = (others.aggregate(newest=Max("source_version"))["newest"] or 0) + 1


def tie_review(text: ArticleText, stored: ArticleText | None, *, is_reviewed: bool | None = None) -> None:
    is_new = not stored or (stored.reviewed_by, stored.reviewed_on) != (text.reviewed_by, text.reviewed_on)
    if not text.reviewed_by:
        text.reviewed_version = None
    elif is_reviewed or (is_new and is_reviewed is None):
        text.reviewed_version = text.version
    elif is_new:
        text.reviewed_version = text.version - 1


def index_words(text: ArticleText) -> None:
    """Fills the columns that articles.search looks into. Bulk writes call it themselves."""
    text.indexed_title = search.build_index(text.title)
    text.indexed_top = search.build_index(text.title, text.summary)
    text.indexed_text = search.build_index(text.title, text.summary, text.plain_body, *text.all_signs)


def keep_wording(text: ArticleText, written_by: str) -> None:
    """Keeps the words if they are others than before, and drops words in a language that the text is no longer in."""
    words = {name: getattr(text, name) for name in ArticleText.WORDING} | {"version": text.version}
    text.wordings.exclude(language=text.language).delete()
    last = text.wordings.order_by("-number").first()
    if last is None or any(getattr(last, name) != value for name, value in words.items()):
        number = last.number + 1 if last else 1
        last = Wording(text=text, number=number, language=text.language, written_by=written_by, **words)
    last.was_public = last.was_public or text.state == ArticleText.State.PUBLISHED
    last.save()


def note_pictures(article: Article) -> None:
    """Keeps right which pictures the article's texts and the drafts of their changes show: a picture that is shown
    cannot be deleted, and the library tells where."""
    bodies = list(ArticleText.objects.filter(article=article).values_list("body", flat=True))
    shown: set[int] = set()
    for body, waiting in PendingChanges.objects.filter(text__article=article).values_list("body", "facts"):
        bodies.append(body)
        shown.update(Picture.objects.filter(pk__in=draft_facts.find_pictures(waiting)).values_list("pk", flat=True))
    if hashes := find_hashes(*bodies):
        shown.update(Picture.objects.filter(content_hash__in=hashes).values_list("pk", flat=True))
    noted = ArticlePicture.objects.filter(article=article)
    noted.exclude(picture__in=shown).delete()
    ArticlePicture.objects.bulk_create(
        [ArticlePicture(article=article, picture_id=key) for key in sorted(shown)], ignore_conflicts=True
    )


@transaction.atomic
def keep_pending(
    text: ArticleText,
    *,
    user: User,
    is_reviewed: bool,
    is_minor_correction: bool = False,
    matches_original: bool = False,
    publish_at: datetime | None = None,
    facts_of_article: dict | None = None,
) -> PendingChanges | None:
    """Keeps the values that a public text has in memory beside it, to be published later; None if they are the public
    ones. `is_reviewed` says whether the review covers these words. `facts_of_article`, with the original alone, is
    what changes beside the words, as articles.draft_facts reads it."""
    public = ArticleText.objects.select_for_update().get(pk=text.pk)
    pending = PendingChanges.objects.filter(text=public).first()
    pending = pending or PendingChanges(text=public)
    pending.text_version = public.version  # which the editor has seen: the form compares it with what is stored
    for name in PendingChanges.FIELDS:
        setattr(pending, name, getattr(text, name))
    tidy_fields(pending, ArticleText.WORDING)
    pending.is_reviewed = bool(text.reviewed_by) and is_reviewed
    pending.is_minor_correction, pending.matches_original = is_minor_correction, matches_original
    pending.facts = facts_of_article or {}
    pending.publish_at = publish_at
    if publish_at is None or publish_at > timezone.now():
        pending.problem = ""
    else:  # its time is over, and nobody has chosen another one
        pending.problem = pending.problem or "Choose another time, or publish them when you save."
    pending.changed_by, pending.changed_at = user, timezone.now()
    if is_empty(pending, public):
        discard_pending(public)
        return None
    pending.save()
    note_pictures(public.article)
    return pending


def is_empty(pending: PendingChanges, public: ArticleText) -> bool:
    """Whether the draft changes nothing."""
    if pending.facts or pending.matches_original:
        return False
    return all(getattr(pending, name) == getattr(public, name) for name in PendingChanges.FIELDS)


@transaction.atomic
def set_next_review(article: Article, day: date) -> None:
    """At once, and in the draft of its changes, too."""
    Article.objects.filter(pk=article.pk).update(next_review_on=day)
    for pending in PendingChanges.objects.select_for_update().filter(text__article=article):
        values = pending.facts.pop("article", {})
        values.pop("next_review_on", None)
        if values:
            pending.facts["article"] = values
        if is_empty(pending, pending.text):
            discard_pending(pending.text)
        else:
            pending.save(update_fields=["facts"])


def discard_pending(text: ArticleText) -> None:
    PendingChanges.objects.filter(text=text).delete()
    note_pictures(text.article)


def foresee_pending(pending: PendingChanges, text: ArticleText) -> None:
    """Gives the text in memory the words, version and review that publishing would give it, and its article the facts.
    Writes nothing."""
    stored = copy(text)
    pending.apply_to(text)
    draft_facts.apply_facts(text.article, pending.facts)
    if pending.matches_original:
        text.source_version = None  # count_version() fills in the current one
    count_version(text, stored, is_minor_correction=pending.is_minor_correction)
    tie_review(text, stored, is_reviewed=pending.is_reviewed)


def read_text_to_show(key: int) -> ArticleText:
    """A text as it is going to be: with the draft of its changes, if there is one. Raises ArticleText.DoesNotExist."""
    text = ArticleText.objects.select_related("article", "pending").get(pk=key)
    if pending := pending_of(text):
        foresee_pending(pending, text)
    return text


def save_with_pending(text: ArticleText, pending: PendingChanges, *, written_by: str) -> None:
    """Saves a text with the words and the review of its pending changes, which end with that, and its article with
    the facts. Raises ValidationError if the article cannot have these."""
    draft_facts.refuse_impossible(text.article, pending.facts)
    draft_facts.write_facts(text.article, pending.facts)
    pending.apply_to(text)
    if pending.matches_original:
        text.source_version = None  # save_text() fills in the current one
    save_text(
        text,
        is_minor_correction=pending.is_minor_correction,
        is_reviewed=pending.is_reviewed,
        written_by=written_by,
    )


@transaction.atomic
def publish_pending(pending: PendingChanges) -> ArticleText:
    """Raises IntegrityError if another text has taken the slug, and ValidationError if the article cannot have what is
    to change beside the words."""
    text = ArticleText.objects.select_for_update().get(pk=pending.text_id)
    save_with_pending(text, pending, written_by=pending.author)
    if pending.changed_by:
        note = f"Published the {text.get_language_display()} changes that were scheduled for this time."
        LogEntry.objects.log_actions(pending.changed_by.pk, [text.article], CHANGE, note, single_object=True)
    return text


def publish_due_changes() -> int:
    """Publishes the changes whose time has come. Returns how many.

    What cannot be published stays, and says to editors why.
    """
    due = PendingChanges.objects.due().order_by("publish_at", "pk")
    return sum(publish_if_due(key, article) for key, article in list(due.values_list("pk", "text__article")))


@transaction.atomic
def publish_if_due(key: int, article: int) -> bool:
    """Publishes changes as they are now: an editor may have changed, postponed or published them meanwhile. Editors
    who save the article wait, and then see what was published."""
    Article.objects.select_for_update().filter(pk=article).first()
    pending = PendingChanges.objects.due().select_related("text", "changed_by").filter(pk=key).first()
    if pending is None:
        return False
    if pending.text.version != pending.text_version:
        pending.problem = "The public text has changed in the meantime. Compare both, then publish again."
    else:
        try:
            publish_pending(pending)
            return True
        except IntegrityError:
            pending.problem = "Another text has this address now. Choose another slug, then publish again."
        except ValidationError as error:
            pending.problem = Truncator(" ".join(error.messages)).chars(250)
    pending.save(update_fields=["problem"])
    return False
