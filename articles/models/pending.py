"""Changes of a public text that the public does not see yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.fields import LineField, ParagraphsField, SanitisedProseField, SlugField
from articles.models.texts import ArticleText


class PendingChangesQuerySet(models.QuerySet):
    def due(self, now=None):
        """Those whose time to be published has come, but for those that could not be published then."""
        return self.filter(publish_at__lte=now or timezone.now(), problem="")


class PendingChanges(models.Model):
    """What a public text is going to say, with the review and the reasons that belong to these words.

    Editors write, preview and review it while the public reads the text as it is. A text that is not public needs
    none: it is its own draft. publish_pending() moves it into the text.
    """

    text = models.OneToOneField(ArticleText, on_delete=models.CASCADE, related_name="pending")
    slug = SlugField(max_length=120)
    title = LineField(max_length=120)
    summary = LineField(max_length=250, blank=True)
    body = SanitisedProseField(blank=True)
    emergency_signs = ParagraphsField(blank=True)
    urgent_signs = ParagraphsField(blank=True)
    visit_signs = ParagraphsField(blank=True)
    search_title = LineField(max_length=60, blank=True)
    search_description = LineField(max_length=160, blank=True)
    reviewed_by = LineField(max_length=100, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewer = models.ForeignKey("Article", on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    unreviewed_because = LineField(max_length=250, blank=True)
    is_machine_translation = models.BooleanField(default=False)
    is_reviewed = models.BooleanField(default=False, help_text="Whether the review covers these words.")
    is_minor_correction = models.BooleanField(default=False)
    matches_original = models.BooleanField(default=False)
    facts = models.JSONField(
        default=dict,
        blank=True,
        help_text="What the article is going to have beside its words, as articles.draft_facts writes it: in the "
        "draft of the original only, since all languages share it.",
    )
    text_version = models.PositiveIntegerField(help_text="The version of the public text that it changes.")
    publish_at = models.DateTimeField(null=True, blank=True, db_index=True)
    problem = models.CharField(max_length=250, blank=True, help_text="Why it could not be published at that time.")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )

    FIELDS = (
        "slug",
        *ArticleText.WORDING,
        *ArticleText.FOR_SEARCH,
        "reviewed_by",
        "reviewed_on",
        "reviewer",
        "unreviewed_because",
        "is_machine_translation",
    )

    objects = PendingChangesQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # who may change the text may change it
        verbose_name_plural = "pending changes"
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_by="", reviewed_on=None, is_reviewed=False)
                | (~Q(reviewed_by="") & Q(reviewed_on__isnull=False)),
                name="pending_review_has_person_and_day",
            ),
        ]

    def __str__(self):
        return f"changes to “{self.text}”"

    def apply_to(self, text):
        """Gives the text in memory the values that it is going to have."""
        for name in self.FIELDS:
            setattr(text, name, getattr(self, name))

    @property
    def author(self):
        """Who changed it last, as staff read it."""
        return str(self.changed_by or "someone whose account is deleted")


def pending_of(text):
    """The pending changes of a text; None without any."""
    return getattr(text, "pending", None) if text.pk else None
