import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultations.fields import EncryptedTextField, text_rules
from consultations.models.request import ConsultationRequest

LATE = timedelta(minutes=10)  # longer than a working mail server needs
REFUSALS = ("refused", "unwelcome")  # of OutgoingMail.Failure


class OutgoingMailQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(sent_at=None, given_up_at=None)

    def late(self):
        """Unsent mails to staff that are older than LATE, or that a mail server refused.

        Mails to patients do not count: one mistyped address would hide that the front desk gets no mail.
        """
        is_late = Q(created_at__lte=timezone.now() - LATE) | Q(last_failure__in=REFUSALS)
        return self.unsent().exclude(kind="confirmation").filter(is_late)

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

    class Failure(models.TextChoices):
        """What the last attempt came to, if the mail server did not accept the mail."""

        UNREACHED = "unreached", "No answer"  # from the mail server to the mail itself
        PUT_OFF = "put_off", "Put off"  # 4xx: the same mail may be accepted later
        REFUSED = "refused", "Refused"  # 5xx: it will not be, unless something changes
        UNWELCOME = "unwelcome", "The site is refused"  # 5xx that is not about this mail: login, sender, relaying
        UNKNOWN = "unknown", "May have been accepted"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NEW_REQUEST)
    consultation_request = models.ForeignKey(
        ConsultationRequest,
        null=True,
        on_delete=models.CASCADE,
        related_name="mails",
        help_text="Empty if the mail covers several requests.",
    )
    recipient = EncryptedTextField(rule=text_rules.clean_email)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answers = models.TextField(
        blank=True, editable=False, help_text="The message IDs of earlier mails that this one follows, one a line."
    )
    once_key = models.CharField(
        max_length=64, null=True, unique=True, editable=False, help_text="Prevents a second mail with the same key."
    )
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(
        default=timezone.now, help_text="The next attempt; during an attempt, the end of the worker's lease."
    )
    is_claimed = models.BooleanField("claimed", default=False, help_text="A worker holds it until its lease ends.")
    sent_at = models.DateTimeField("accepted by the mail server", null=True)
    given_up_at = models.DateTimeField(
        null=True, help_text="When staff stopped it, or when a confirmation was refused or too old to be useful."
    )
    attempts = models.PositiveIntegerField(default=0)
    last_failure = models.CharField(max_length=10, choices=Failure, blank=True, editable=False)
    last_error = EncryptedTextField(blank=True, help_text="The mail server's own words, or what went wrong.")

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
