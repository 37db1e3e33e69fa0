"""What editors have typed and not saved."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils import timezone

from articles.models.articles import Article
from articles.models.kinds import ORIGINAL_LANGUAGE

KEPT_FOR = timedelta(days=30)  # since the last change


class Draft(models.Model):
    """What one person has typed into the form of an article, or of a new one, and not saved.

    Each opened form has a key of its own, so that two windows of one person do not write over each other. Only its
    author sees a draft. It is not encrypted: its words are written for the public.
    """

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="drafts", null=True, blank=True)
    kind = models.CharField(max_length=20)
    form = models.TextField()  # as the browser sends it, with the values that its author had seen
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()  # nobody but its author sees it
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="one_draft_per_opened_form"),
        ]

    def __str__(self):
        return f"unsaved changes by {self.author}"

    @property
    def fields(self):
        return QueryDict(self.form, encoding="utf-8")

    @property
    def title(self):
        """The English title as it was typed, or the first one in another language."""
        fields = self.fields
        titles = {
            fields.get(name.replace("-title", "-language")): title
            for name, title in fields.items()
            if name.startswith("texts-") and name.endswith("-title") and title.strip()
        }
        return titles.get(ORIGINAL_LANGUAGE) or next(iter(titles.values()), "Without a title")


def delete_old_drafts():
    """Deletes drafts that nobody changed for 30 days. Returns their number."""
    return Draft.objects.filter(changed_at__lt=timezone.now() - KEPT_FOR).delete()[0]
