"""Links that show a draft to a reviewer without an account."""

import hashlib
import secrets
from datetime import timedelta

from django.db import models
from django.db.models import Count, Max, Q
from django.utils import timezone

from articles.fields import LineField, ParagraphsField
from articles.models.texts import ArticleText

REVIEW_LINK_LASTS = timedelta(days=14)


def hash_token(token):
    return hashlib.sha256(token.encode()).hexdigest()


class ReviewLinkQuerySet(models.QuerySet):
    def open(self):
        """Those that still show something."""
        return self.filter(withdrawn_at=None, ends_at__gt=timezone.now())

    def with_openings(self):
        """With `opened`, how many times, and `last_opened_at`."""
        return self.annotate(opened=Count("openings"), last_opened_at=Max("openings__opened_at"))

    def find(self, token):
        """The open link with this secret. Raises ReviewLink.DoesNotExist."""
        return self.open().select_related("text__article").get(token_hash=hash_token(token))


class ReviewLink(models.Model):
    """A secret address at which somebody reads a text as it will be published, and answers once.

    Only a hash of the secret is stored: who reads the database cannot open the page. The answer is about the words that
    were shown.
    """

    text = models.ForeignKey(ArticleText, on_delete=models.CASCADE, related_name="review_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=150, help_text="A copy of the name, which outlives the account.")
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reviewer = LineField("your name", max_length=100, blank=True)
    comment = ParagraphsField(max_length=2000, blank=True)
    has_checked = models.BooleanField("I have checked this", default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    checked_words = models.CharField(max_length=64, blank=True, help_text="A digest of the words that were shown.")
    taken_over_at = models.DateTimeField(null=True, blank=True, help_text="When it was entered as the text's review.")

    objects = ReviewLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # who may change the text may make and withdraw them
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(has_checked=False) | (~Q(reviewer="") & ~Q(checked_words="")),
                name="who_has_checked_gives_a_name",
            ),
            models.CheckConstraint(
                condition=Q(taken_over_at=None) | Q(has_checked=True), name="only_checked_texts_are_taken_over"
            ),
        ]

    def __str__(self):
        return f"link to “{self.text}”"

    @classmethod
    def make(cls, text, made_by):
        """A new link, and its secret of 128 random bits, which is not stored."""
        token, now = secrets.token_urlsafe(16), timezone.now()
        link = cls.objects.create(
            text=text, token_hash=hash_token(token), made_by=made_by, made_at=now, ends_at=now + REVIEW_LINK_LASTS
        )
        return link, token

    @property
    def is_open(self):
        return self.withdrawn_at is None and self.ends_at > timezone.now()


class ReviewLinkOpening(models.Model):
    """When a link was opened; nothing about who did."""

    link = models.ForeignKey(ReviewLink, on_delete=models.CASCADE, related_name="openings")
    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["-opened_at", "-pk"]

    def __str__(self):
        return f"opened at {self.opened_at}"


def digest_of_words(text):
    """The same for as long as a text says the same."""
    return hashlib.sha256("\n".join(text.wording).encode()).hexdigest()


def delete_old_review_links():
    """Deletes links 30 days after their end, with what was answered. Returns the number."""
    _, deleted = ReviewLink.objects.filter(ends_at__lt=timezone.now() - timedelta(days=30)).delete()
    return deleted.get(ReviewLink._meta.label, 0)
