"""What patients ask for, and the mails that tell the front desk."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations import phones
from consultations.fields import EncryptedTextField

REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that is misread on the phone


def make_reference():
    """Eight random characters like `7K3M-Q9XT`: 40 bits, so that nobody guesses another's."""
    characters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))
    return f"{characters[:4]}-{characters[4:]}"


def make_token():
    """What the thank-you page's address ends with: 128 random bits."""
    return secrets.token_urlsafe(16)


class ConsultationRequest(models.Model):
    """A patient's request for a consultation, as it was sent, and what became of it."""

    class State(models.TextChoices):
        NEW = "new", "New"
        CONTACTED = "contacted", "Contacted"
        SCHEDULED = "scheduled", "Scheduled"
        CLOSED = "closed", "Closed"
        SPAM = "spam", "Spam"

    class BestTime(models.TextChoices):
        ANY = "any", _("Any time")
        MORNING = "morning", _("Morning")
        MIDDAY = "midday", _("Around noon")
        AFTERNOON = "afternoon", _("Afternoon")

    class Language(models.TextChoices):
        """Languages by their own name; only the last one is translated."""

        ARABIC = "ar", "العربية"
        ENGLISH = "en", "English"
        SPANISH = "es", "Español"
        POLISH = "pl", "Polski"
        OTHER = "other", _("Another language")

    class PatientStatus(models.TextChoices):
        NEW = "new", _("I am a new patient")
        RETURNING = "returning", _("I have been here before")

    reference = models.CharField(max_length=9, unique=True, default=make_reference, editable=False)
    token = models.CharField(max_length=32, unique=True, default=make_token, editable=False)
    received_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    call_by = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When the patient was told to expect the call by; empty if no time was promised.",
    )
    page_language = models.CharField(
        max_length=10,
        choices=settings.LANGUAGES,
        editable=False,
        help_text="The language the patient read the form in.",
    )

    full_name = EncryptedTextField()
    phone = EncryptedTextField(help_text="As the patient typed it.")
    email = EncryptedTextField(blank=True)
    voicemail_ok = models.BooleanField("voicemail allowed", null=True)
    best_time = models.CharField(max_length=10, choices=BestTime, blank=True)
    language = models.CharField("preferred language", max_length=10, choices=Language, blank=True)
    interpreter = models.BooleanField("interpreter needed", default=False)
    patient_status = models.CharField(max_length=10, choices=PatientStatus)
    reason = EncryptedTextField()
    consent = models.BooleanField()
    consent_wording = models.TextField(help_text="The sentence that the patient agreed to.")

    state = models.CharField(max_length=10, choices=State, default=State.NEW, db_index=True)
    corrected_phone = EncryptedTextField(
        blank=True,
        validators=[phones.validate_phone],
        help_text="The right number, if the one that was typed is wrong.",
    )
    note = EncryptedTextField(blank=True, help_text="For colleagues. The patient does not see it.")

    sameness_key = models.CharField(
        max_length=64,
        null=True,
        unique=True,
        editable=False,
        help_text="Keyed hash of the answers, while the same answers count as the same request.",
    )

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(consent=True), name="request_has_consent"),
            models.CheckConstraint(
                condition=models.Q(state__in=["new", "contacted", "scheduled", "closed", "spam"]),
                name="request_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(sameness_key=None) | ~models.Q(state__in=["closed", "spam"]),
                name="ended_request_repeats_nothing",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def dialled_phone(self):
        """The number to call, for a `tel:` link: the corrected one where there is one."""
        return phones.dial(self.corrected_phone or self.phone)


class OutgoingMail(models.Model):
    """A mail to one recipient, kept until a mail server took it, and after that as a record.

    It is written in the transaction of the request it tells of. It holds nothing that the patient typed.
    """

    consultation_request = models.ForeignKey(ConsultationRequest, on_delete=models.CASCADE, related_name="mails")
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(
        default=timezone.now, help_text="When to try next; while a worker tries, when its lease ends."
    )
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_at"], condition=models.Q(sent_at=None), name="mail_waiting")]

    def __str__(self):
        return f"Mail {self.pk}"
