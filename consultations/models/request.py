"""What a patient asked for, and what has become of it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations import phones
from consultations.fields import EncryptedTextField, text_rules
from consultations.models.request_lists import AWAITING_STATES, ENDED_STATES, OPEN_STATES, ConsultationRequestQuerySet

ANOTHER_LANGUAGE = "other"
LANGUAGES = [*settings.LANGUAGES, (ANOTHER_LANGUAGE, _("Another language"))]  # by their own names
REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing is misheard on the phone


def make_reference():
    """Eight random characters like `7K3M-Q9XT`: 40 bits, so that nobody can guess another one."""
    characters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))
    return f"{characters[:4]}-{characters[4:]}"


def make_token():
    """128 random bits, the last part of the thank-you page's address."""
    return secrets.token_urlsafe(16)


class Outcome(models.TextChoices):
    """How a call to a patient ended."""

    REACHED = "reached", "Reached"
    NO_ANSWER = "no_answer", "No answer"
    VOICEMAIL = "voicemail", "Left a voicemail"
    WRONG_NUMBER = "wrong_number", "Wrong number"
    INTERPRETER = "interpreter", "Needs an interpreter"


class ConsultationRequest(models.Model):
    """A patient's request for a consultation, or a question: what was sent, and what staff have done about it since."""

    class Matter(models.TextChoices):
        CONSULTATION = "consultation", _("A consultation")
        APPOINTMENT = "appointment", _("My appointment")
        BILL = "bill", _("A bill")
        RECORDS = "records", _("My records")

    class State(models.TextChoices):
        NEW = "new", "New"
        TRIED = "tried", "Not reached yet"
        CONTACTED = "contacted", "Contacted"
        SCHEDULED = "scheduled", "Scheduled"
        CLOSED = "closed", "Closed"
        SPAM = "spam", "Spam"

    class ClosedBecause(models.TextChoices):
        CAME = "came", "Came to the visit"
        DECLINED = "declined", "Patient declined"
        UNREACHABLE = "unreachable", "Could not be reached"
        NOT_OUR_FIELD = "not_our_field", "Outside our specialty"
        DUPLICATE = "duplicate", "Duplicate"
        CANCELED = "canceled", "Canceled by the patient"
        QUESTION = "question", "Question answered, no consultation"
        OTHER = "other", "Other reason"

    class BestTime(models.TextChoices):
        ANY = "any", _("Any time")
        MORNING = "morning", _("Morning")
        MIDDAY = "midday", _("Around noon")
        AFTERNOON = "afternoon", _("Afternoon")

    class PatientStatus(models.TextChoices):
        NEW = "new", _("I am a new patient")
        RETURNING = "returning", _("I have been here before")

    reference = models.CharField(max_length=9, unique=True, default=make_reference, editable=False)
    token = models.CharField(max_length=32, unique=True, default=make_token, editable=False)
    received_at = models.DateTimeField("received", default=timezone.now, db_index=True, editable=False)
    call_by = models.DateTimeField(
        null=True, editable=False, help_text="The time promised to the patient; empty if none was promised."
    )
    matter = models.CharField("what it is about", max_length=12, choices=Matter, default=Matter.CONSULTATION)
    page_language = models.CharField(
        "language of the page",
        max_length=10,
        choices=settings.LANGUAGES,
        editable=False,
        help_text="The language in which the patient read the form.",
    )

    full_name = EncryptedTextField(rule=text_rules.clean_name)
    phone = EncryptedTextField(help_text="As the patient typed it.", rule=text_rules.clean_code)
    email = EncryptedTextField(blank=True, rule=text_rules.clean_email)
    voicemail_ok = models.BooleanField("voicemail allowed", null=True)
    best_time = models.CharField("best time to call", max_length=10, choices=BestTime, blank=True)
    language = models.CharField("preferred language", max_length=10, choices=LANGUAGES, blank=True)
    spoken_language = models.GeneratedField(
        expression=Case(When(language="", then=F("page_language")), default=F("language")),
        output_field=models.CharField(max_length=10),
        db_persist=True,
    )  # stored, so that an index serves the language filter
    interpreter = models.BooleanField("interpreter needed", default=False)
    patient_status = models.CharField("new or returning patient", max_length=10, choices=PatientStatus, blank=True)
    reason = EncryptedTextField("how can we help?")
    consent = models.BooleanField()
    consent_wording = models.TextField(help_text="The sentence that the patient agreed to.")
    from_service = EncryptedTextField(
        "sent from the page of", blank=True, editable=False, help_text="The service's title at the time."
    )
    source_page = EncryptedTextField(
        "page that carried the form", blank=True, editable=False, help_text="Its name, such as `article-12`."
    )
    campaign = models.CharField(
        max_length=40,
        blank=True,
        editable=False,
        help_text="The word of the campaign whose link led to that page; empty if not known.",
    )

    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    ended_at = models.DateTimeField(
        "ended",
        null=True,
        editable=False,
        help_text="When staff closed it or marked it as spam; its retention period starts here.",
    )
    closed_because = models.CharField(
        "reason for closing", max_length=13, choices=ClosedBecause, blank=True, editable=False
    )
    visit_on = models.DateField("day of the visit", null=True, blank=True, help_text="The day that was agreed on.")
    came = models.BooleanField(
        "came to the visit", null=True, editable=False, help_text="Empty until staff have said so."
    )
    held = models.BooleanField(
        "held as possible spam", default=False, db_index=True, help_text="Untick if the request is genuine."
    )
    held_because = models.CharField(
        max_length=200, blank=True, editable=False, help_text="The signs of spam, as codes from `consultations.spam`."
    )
    corrected_phone = EncryptedTextField(
        blank=True,
        rule=text_rules.clean_code,
        validators=[phones.validate_phone],
        help_text="Enter the right number if the one the patient typed is wrong.",
    )
    unverified_phone = EncryptedTextField(
        "number from the patient's page",
        blank=True,
        editable=False,
        rule=text_rules.clean_code,
        help_text="As typed there. The site cannot tell by whom.",
    )
    patient_changed_at = models.DateTimeField(
        "changed by the patient",
        null=True,
        editable=False,
        help_text="When the request's own page last changed it; empty once staff have saved something since.",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # one of the indexes below begins with it
        limit_choices_to={"is_active": True, "is_staff": True},
        help_text="The colleague responsible for this request.",
    )
    call_due_at = models.DateTimeField(
        "next call by",
        null=True,
        blank=True,
        help_text="Before the first call, the time promised to the patient. Empty if no call is needed.",
    )
    first_called_at = models.DateTimeField(
        "first call", null=True, editable=False, help_text="The first recorded call or contact."
    )
    last_outcome = models.CharField(
        max_length=12, choices=Outcome, blank=True, editable=False, help_text="How the last call ended."
    )
    last_called_at = models.DateTimeField("last call", null=True, editable=False)
    overdue_reported_at = models.DateTimeField(
        null=True, editable=False, help_text="When STAFF_EMAILS got the mail about the overdue call."
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Raised by every change, to detect conflicts."
    )

    sameness_key = models.CharField(
        max_length=64,
        null=True,
        unique=True,
        editable=False,
        help_text="Keyed hash of the answers, for as long as identical answers count as the same request.",
    )
    client_key = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="Keyed hash of the client's network address, for as long as the client's limit counts it.",
    )

    objects = ConsultationRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        permissions = [
            ("erase_consultationrequest", "Can permanently erase a request"),
            ("export_consultationrequest", "Can export requests to a file"),
        ]
        indexes = [
            # The filters of the list, each in the order of the list.
            models.Index(fields=["state", "received_at"], name="request_by_state"),
            models.Index(fields=["closed_because", "received_at"], name="request_by_reason"),
            models.Index(fields=["spoken_language", "received_at"], name="request_by_language"),
            models.Index(fields=["assigned_to", "received_at"], name="request_by_who"),
            models.Index(fields=["client_key", "received_at"], condition=~Q(client_key=""), name="request_client"),
            # isnull=False, not ~Q(…=None): SQLite does not use an index with the latter condition.
            models.Index(fields=["call_due_at"], condition=Q(call_due_at__isnull=False), name="request_call_due"),
            models.Index(fields=["call_by"], condition=Q(call_by__isnull=False), name="request_call_by"),
            models.Index(
                fields=["first_called_at"], condition=Q(first_called_at__isnull=False), name="request_first_called"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, state__in=OPEN_STATES) | Q(ended_at__isnull=False, state__in=ENDED_STATES),
                name="request_ended_when_its_state_says_so",
            ),
            models.CheckConstraint(condition=Q(consent=True), name="request_has_consent"),
            models.CheckConstraint(condition=Q(state__in=[*OPEN_STATES, *ENDED_STATES]), name="request_state_is_known"),
            models.CheckConstraint(
                condition=Q(sameness_key=None) | ~Q(state__in=ENDED_STATES), name="ended_request_repeats_nothing"
            ),
            models.CheckConstraint(
                condition=~Q(state="new") | Q(call_due_at__isnull=False), name="new_request_awaits_a_call"
            ),
            models.CheckConstraint(
                condition=~Q(state="new") | Q(call_by=None) | Q(call_due_at=F("call_by")),
                name="promise_stands_until_the_first_call",
            ),
            models.CheckConstraint(
                condition=Q(matter="consultation") | Q(call_by=None), name="question_is_promised_no_time"
            ),
            models.CheckConstraint(
                condition=Q(call_due_at=None) | Q(state__in=AWAITING_STATES), name="only_open_request_awaits_a_call"
            ),
            models.CheckConstraint(
                condition=Q(last_outcome="", last_called_at=None)
                | (~Q(last_outcome="") & Q(last_called_at__isnull=False)),
                name="last_call_has_outcome_and_moment",
            ),
            models.CheckConstraint(condition=Q(came=None) | Q(visit_on__isnull=False), name="who_came_had_a_visit"),
            models.CheckConstraint(
                condition=Q(state="closed") & ~Q(closed_because="") | ~Q(state="closed") & Q(closed_because=""),
                name="closed_request_has_a_reason",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def spelled_reference(self):
        """Like `7 K 3 M, Q 9 X T`, for screen readers, which would read the reference as words."""
        return ", ".join(" ".join(half) for half in self.reference.split("-"))

    @property
    def phone_to_call(self):
        """The corrected number if there is one, else the one that the patient typed."""
        return self.corrected_phone or self.phone

    @property
    def dialled_phone(self):
        """The number to call, for a `tel:` link."""
        return phones.format_for_dialling(self.phone_to_call)

    @property
    def last_digits(self):
        """The last two digits of the newest number, by which a patient recognizes it."""
        return phones.format_for_dialling(self.unverified_phone or self.phone_to_call).partition(";")[0][-2:]

    @property
    def additions(self):
        """The entries with a wish from the request's own page, oldest first."""
        return [entry for entry in self.entries.by_patient() if entry.note]

    @property
    def prefers_part_of_day(self):
        return self.best_time not in ("", self.BestTime.ANY)

    @property
    def is_question(self):
        """Whether it is about something else than a consultation."""
        return self.matter != self.Matter.CONSULTATION

    @property
    def is_called_off(self):
        return self.closed_because == self.ClosedBecause.CANCELED

    def is_visit_due(self, today):
        """Whether the day of the visit has come, and nobody has said whether the patient came."""
        return self.state == self.State.SCHEDULED and self.visit_on is not None and self.visit_on <= today

    def is_overdue(self, now):
        """The same condition as overdue_condition()."""
        is_waiting = self.state == "new" and self.first_called_at is None
        return is_waiting and self.call_by is not None and self.call_by < now
