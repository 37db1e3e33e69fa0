from datetime import timedelta

from django.db import models
from django.utils import timezone

ACCESS_RECORDS_KEPT = timedelta(days=6 * 365 + 2)  # 45 CFR 164.316(b)(2)(i): six years, leap days included


class AccessRecordQuerySet(models.QuerySet):
    def update(self, **changes):
        raise TypeError("Access records are never changed.")

    def delete(self):
        raise TypeError("Access records are never deleted before their time: see discard_expired().")

    def expired(self):
        return self.filter(at__lt=timezone.now() - ACCESS_RECORDS_KEPT)

    def discard_expired(self):
        """Deletes the records that are older than the law requires. Returns how many."""
        return models.QuerySet.delete(self.expired())[0]


class AccessRecord(models.Model):
    """Who did what with which request, when and from where (45 CFR 164.312(b)), and who signed in.

    Append-only: a database trigger refuses changes. It stores no patient data, only the request's reference and the
    names of changed fields. Reference and user name are copies, which outlive the request and the account.
    """

    class Action(models.TextChoices):
        LIST = "list", "Listed requests"
        VIEW = "view", "Viewed"
        CHANGE = "change", "Changed"
        RESEND = "resend", "Sent an email again"
        PRINT = "print", "Opened the print sheet"
        EXPORT = "export", "Exported"
        ERASE = "erase", "Erased"
        PURGE = "purge", "Erased at the end of its retention period"
        SIGN_IN = "sign_in", "Signed in"
        SIGN_OUT = "sign_out", "Signed out"
        SIGN_IN_FAILED = "sign_in_failed", "Failed to sign in"
        LOCKED_OUT = "locked_out", "Was locked out"
        SECOND_FACTOR = "second_factor", "Passed the second factor"
        SECOND_FACTOR_FAILED = "second_factor_failed", "Failed the second factor"
        SECOND_FACTOR_SET_UP = "second_factor_set_up", "Set up the second factor"
        SECOND_FACTOR_RESET = "second_factor_reset", "Reset a second factor"

    at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    actor_id = models.PositiveBigIntegerField(null=True, editable=False)
    actor_name = models.CharField("user", max_length=150, blank=True, editable=False, help_text="Empty: the website.")
    address = models.CharField(
        "from", max_length=45, blank=True, editable=False, help_text="The user's network address."
    )
    action = models.CharField(max_length=20, choices=Action, editable=False)
    request_id = models.PositiveBigIntegerField(null=True, editable=False, db_index=True)
    reference = models.CharField(max_length=9, blank=True, editable=False, db_index=True)
    details = models.TextField(
        blank=True, editable=False, help_text="The references that were listed, the names of fields that were changed."
    )

    objects = AccessRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "access record"
        base_manager_name = "objects"

    def __str__(self):
        return f"{self.actor_name or 'The website'}: {self.get_action_display()} {self.reference}".strip()

    def save(self, **kwargs):
        if self.pk is not None:
            raise TypeError("Access records are never changed.")
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise TypeError("Access records are never deleted before their time: see discard_expired().")
