"""Articles that were deleted, kept for a while in case somebody needs them."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from articles.models.kinds import Kind

IN_TRASH_FOR = timedelta(days=30)


class TrashedArticle(models.Model):
    """An article in the trash, with everything that belonged to it, or its text in one language. Nothing else in the
    database knows of it."""

    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    trashed_at = models.DateTimeField("deleted", default=timezone.now, db_index=True)
    trashed_by = models.CharField("deleted by", max_length=150, blank=True)
    contents = models.TextField()  # JSON: the rows, and which others named them

    class Meta:
        default_permissions = ("view", "delete")
        ordering = ["-trashed_at", "-pk"]
        verbose_name = "deleted article"
        verbose_name_plural = "trash"

    def __str__(self):
        return self.title

    @property
    def kind_name(self):
        return Kind(self.kind).label

    @property
    def days_left(self):
        """Until it is gone for good."""
        return max((self.trashed_at + IN_TRASH_FOR - timezone.now()).days, 0)


def empty_trash():
    """Deletes what has been in the trash for 30 days. Returns the number."""
    return TrashedArticle.objects.filter(trashed_at__lt=timezone.now() - IN_TRASH_FOR).delete()[0]
