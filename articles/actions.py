"""Saves an article's text with everything that follows from it. A plain save() stores the fields alone."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles import search, slug_redirects
from articles.fields import tidy_fields
from articles.models import CARE_LEVELS, ORIGINAL_LANGUAGE, ArticleText


@transaction.atomic
def save_text(text: ArticleText, *, is_minor_correction: bool = False) -> ArticleText:
    """Saves a text, counts a new wording as a new version and keeps it, ties a new review to its version, makes the
    words findable, and redirects a changed slug.

    A minor correction leaves the meaning alone, so the version stays. A translation without a source version counts as
    made from the original as it is now.
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
    tie_review(text, stored)
    index_words(text)
    text.save()
    keep_wording(text)
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


def tie_review(text: ArticleText, stored: ArticleText | None) -> None:
    if not text.reviewed_by:
        text.reviewed_version = None
    elif not stored or (stored.reviewed_by, stored.reviewed_on) != (text.reviewed_by, text.reviewed_on):
        text.reviewed_version = text.version


def index_words(text: ArticleText) -> None:
    """Fills the columns that articles.search looks into. Bulk writes call it themselves."""
    text.indexed_title = search.build_index(text.title)
    text.indexed_top = search.build_index(text.title, text.summary)
    text.indexed_text = search.build_index(text.title, text.summary, text.plain_body, *text.all_signs)


def keep_wording(text: ArticleText) -> None:
    """Keeps the words under their version, and drops words in a language that the text is no longer in."""
    words = {name: getattr(text, name) for name in ArticleText.WORDING}
    text.wordings.exclude(language=text.language).delete()
    text.wordings.update_or_create(version=text.version, defaults={"language": text.language, **words})
