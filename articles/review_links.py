"""What becomes of a link that shows a draft to a reviewer without an account."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from articles.actions import read_text_to_show, save_text
from articles.models import Article, ArticleText, ReviewLink, digest_of_words, pending_of

MOST_OPENINGS = 60  # of one link within an hour: more than people read
HOUR = timedelta(hours=1)


class TooManyOpeningsError(Exception):
    """MOST_OPENINGS are reached."""


class WordsChangedError(Exception):
    """The text has other words now than the reviewer saw."""


class NothingToTakeOverError(Exception):
    """The reviewer has not checked the text, or an editor has entered the review already."""


def record_opening(link: ReviewLink) -> None:
    """Raises TooManyOpeningsError."""
    now = timezone.now()
    if link.openings.filter(opened_at__gt=now - HOUR).count() >= MOST_OPENINGS:
        raise TooManyOpeningsError
    link.openings.create(opened_at=now)


@transaction.atomic
def answer_link(link: ReviewLink, *, seen: str, reviewer: str, comment: str, has_checked: bool) -> None:
    """Stores the answer about the words whose digest is `seen`. A second one, as by a double click, changes nothing.

    Raises WordsChangedError, and ReviewLink.DoesNotExist if the link ended meanwhile.
    """
    link = ReviewLink.objects.open().select_for_update(of=("self",)).get(pk=link.pk)
    if link.answered_at:
        return
    if digest_of_words(read_text_to_show(link.text_id)) != seen:
        raise WordsChangedError
    link.reviewer, link.comment, link.has_checked = reviewer, comment, has_checked
    link.checked_words, link.answered_at = seen, timezone.now()
    link.save()


@transaction.atomic
def take_over_review(link: ReviewLink, *, written_by: str) -> None:
    """Enters the reviewer and the day of the answer as the review of the text, or of the draft of its changes.

    Raises NothingToTakeOverError and WordsChangedError.
    """
    # Editors who save the article meanwhile wait, and then see the review.
    Article.objects.select_for_update().get(pk=link.text.article_id)
    link = ReviewLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if not link.has_checked or link.taken_over_at:
        raise NothingToTakeOverError
    if digest_of_words(read_text_to_show(link.text_id)) != link.checked_words:
        raise WordsChangedError
    text = ArticleText.objects.select_related("article", "pending").get(pk=link.text_id)
    pending = pending_of(text)
    reviewed = pending or text
    reviewed.reviewed_by, reviewed.reviewed_on = link.reviewer, timezone.localdate(link.answered_at)
    reviewed.reviewer = None
    if pending:
        pending.is_reviewed = True
        pending.save()
    else:
        save_text(text, is_reviewed=True, written_by=written_by)
    link.taken_over_at = timezone.now()
    link.save(update_fields=["taken_over_at"])
