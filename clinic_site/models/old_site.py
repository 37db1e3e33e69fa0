"""What the import from the old site remembers."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models import ArticleText, Picture

ITEMS_KEPT_FOR = timedelta(hours=23)  # between upload and import; deleted every hour, so 24 hours at most
LEASE = timedelta(minutes=2)  # of an import that is being applied: longer than a web server lets anything take


class ImportedItem(models.Model):
    """A text or a picture that was imported from the old site, so that a later run knows it.

    `source_digest` is of what stood there, `stored_digest` of what was stored here: a text that differs from it was
    changed here since. Both are empty for a picture.
    """

    site = models.CharField(max_length=200)  # host and folder: www.clinic.example and clinic.example are one
    guid = models.CharField(max_length=500)  # of WordPress; for a picture, the path of its file in the uploads
    post_id = models.PositiveBigIntegerField(null=True)  # a picture may come without one
    source_digest = models.CharField(max_length=64, blank=True)
    stored_digest = models.CharField(max_length=64, blank=True)
    text = models.ForeignKey(ArticleText, on_delete=models.SET_NULL, related_name="+", null=True)
    picture = models.ForeignKey(Picture, on_delete=models.SET_NULL, related_name="+", null=True)
    slug = models.CharField(max_length=200, blank=True)  # of a text, there, when it came
    pictures = models.JSONField(default=list)  # paths of those that were imported with a text
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["site", "guid"], name="old_item_comes_once"),
        ]

    def __str__(self):
        return self.guid


class OldSiteImport(models.Model):
    """A run of the import. Until it is applied or 24 hours have passed, it has the items that can come."""

    started_at = models.DateTimeField(default=timezone.now)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    file_names = models.CharField("files", max_length=500)
    site = models.JSONField(editable=False)  # what the files say of the site as a whole
    site_key = models.CharField(max_length=200, editable=False)  # as in ImportedItem.site
    choices = models.JSONField(default=dict, editable=False)  # the next import of the same site begins with them
    accepted = models.JSONField(default=list, editable=False)  # digests of the parts of the plan that was accepted
    redirects = models.JSONField(default=dict, editable=False)  # of that plan, for pages, categories and lists
    report = models.TextField(blank=True, editable=False)  # of that plan, in the words of one that is done
    claimed_until = models.DateTimeField(null=True, editable=False)  # while it is applied: a second click has to wait
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ("add", "view")
        verbose_name = "import from the old site"
        verbose_name_plural = "imports from the old site"
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return self.file_names

    @property
    def state(self):
        if self.finished_at:
            return "finished"
        if self.started_at < timezone.now() - ITEMS_KEPT_FOR:
            return "expired"
        return "begun" if self.accepted else "waiting"

    @property
    def is_open(self):
        return self.state in ("waiting", "begun")

    def claim(self):
        """Whether nobody else is at it at this moment. Reads the row again."""
        now = timezone.now()
        free = OldSiteImport.objects.filter(pk=self.pk).exclude(claimed_until__gt=now)
        is_free = bool(free.update(claimed_until=now + LEASE))
        if is_free:
            self.refresh_from_db()
        return is_free

    def release(self):
        OldSiteImport.objects.filter(pk=self.pk).update(claimed_until=None)

    def save_choices(self, choices):
        """Whether they are saved: not while it is applied, once it is accepted, or after a colleague has deleted it."""
        free = OldSiteImport.objects.filter(pk=self.pk, accepted=[], finished_at=None)
        return bool(free.exclude(claimed_until__gt=timezone.now()).update(choices=choices))

    def finish(self):
        """Deletes what waits, and what names the authors. The choices stay for the next import."""
        self.items.all().delete()
        self.finished_at = timezone.now()
        self.site, self.redirects = {}, {}
        self.save(force_update=True)


class WaitingItem(models.Model):
    """An item of an export between upload and import."""

    old_site_import = models.ForeignKey(OldSiteImport, on_delete=models.CASCADE, related_name="items")
    item = models.JSONField()

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"Item {self.pk}"


def delete_waiting_items():
    """Deletes the items of exports that nobody imported in time. Returns their number."""
    old = OldSiteImport.objects.filter(started_at__lt=timezone.now() - ITEMS_KEPT_FOR, finished_at=None)
    old.update(site={}, redirects={})
    return WaitingItem.objects.filter(old_site_import__in=old).delete()[0]
