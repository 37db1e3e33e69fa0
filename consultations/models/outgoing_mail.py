import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultations.fields import EncryptedTextField
from consultations.models.request import ConsultationRequest

LATE = timedelta(minutes=10)  # longer than a working mail server needs


class OutgoingMailQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(sent_at=None, given_up_at=None)

    def late(self):
        """Unsent mails to staff that are older than LATE.

        Mails to patients do not count: one mistyped address would hide that the front desk gets no mail.
        """
        return self.unsent().exclude(kind="confirmation").filter(created_at__lte=timezone.now() - LATE)

    def unclaimed(self, now):
        """Unsent mails that no worker is handing to the mail server right now."""
        return self.unsent().filter(Q(is_claimed=False) | Q(due_at__lte=now))


class OutgoingMail(models.Model):
    """A mail to one recipient: queued until a mail server accepts it, and a record after that.

    It is written in the transaction of the request it announces. It holds nothing that the patient typed except the
    recipient of a confirmation; recipient and error text, which may quote it, are encrypted.
    """

    class Kind(models.TextChoices):
        NEW_REQUEST = "new_request", "New request"
        DIGEST = "digest", "Digest"
        OVERDUE = "overdue", "Overdue calls"
        CONFIRMATION = "confirmation", "Confirmation to the patient"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NEW_REQUEST)
    consultation_request = models.ForeignKey(
        ConsultationRequest,
        null=True,
        on_delete=models.CASCADE,
        related_name="mails",
        help_text="Empty if the mail covers several requests.",
    )
    recipient = EncryptedTextField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    once_key = models.CharField(
        max_length=64, null=True, unique=True, editable=False, help_text="Prevents a second mail with the same key."
    )
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(
        default=timezone.now, help_text="The next attempt; during an attempt, the end of the worker's lease."
    )
    is_claimed = models.BooleanField("claimed", default=False, help_text="A worker holds it until its lease ends.")
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(
        null=True, help_text="When staff stopped it, or when a confirmation became too old to be useful."
    )
    attempts = models.PositiveIntegerField(default=0)
    last_error = EncryptedTextField(blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=Q(sent_at=None), name="mail_waiting"),
            models.Index(fields=["created_at"], condition=Q(sent_at=None), name="mail_unsent_since"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["digest", "overdue"], consultation_request=None)
                | (Q(kind__in=["new_request", "confirmation"]) & Q(consultation_request__isnull=False)),
                name="mail_is_about_one_request_or_several",
            )
        ]

    def __str__(self):
        return f"Mail {self.pk}"
