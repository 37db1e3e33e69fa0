"""What patients ask for, the mails that tell of it, and the record of who looked."""

import re
import secrets
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations import phones
from consultations.fields import EncryptedTextField
from consultations.privacy import search_keys

LATE = timedelta(minutes=10)  # how long a mail may wait before somebody should look
ACCESS_RECORDS_KEPT = timedelta(days=6 * 365 + 2)  # 45 CFR 164.316(b)(2)(i): six years, leap days included
OPEN_STATES = ("new", "contacted", "scheduled")
ENDED_STATES = ("closed", "spam")
COMMON = 100  # requests; a word of so many names is not what a search begins with
AWAITING_STATES = ("new", "contacted")  # in which a next call may be due
REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that is misread on the phone


def make_reference():
    """Eight random characters like `7K3M-Q9XT`: 40 bits, so that nobody guesses another's."""
    characters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))
    return f"{characters[:4]}-{characters[4:]}"


def tidy_reference(text):
    """A reference as it is stored, from however somebody wrote it down: case, blanks, O for 0, I and L for 1."""
    characters = re.sub(r"[\W_]", "", text).upper().translate(str.maketrans("OIL", "011"))
    return f"{characters[:4]}-{characters[4:]}"


def make_token():
    """What the thank-you page's address ends with: 128 random bits."""
    return secrets.token_urlsafe(16)


def promise_is_broken(now):
    """The condition that a promise was not kept and still can be made good: nobody has called, the time is over."""
    return models.Q(state="new", first_called_at=None, call_by__lt=now)


class ConsultationRequestQuerySet(models.QuerySet):
    def received_since(self, moment, *, at_least):
        """Whether at least so many were received after `moment`. One query, which stops counting there."""
        return self.filter(received_at__gt=moment)[at_least - 1 : at_least].exists()

    def matching(self, keys, *, reference):
        """Those that have all of the lookup `keys`, and the one with that reference, however it was typed.

        Their primary keys are looked up first, each way by its own index: an OR of both would read every request.
        Several keys cost a query each, to begin with the rarest: a common first name is not looked through.
        """
        found = ConsultationRequest.objects.filter(reference=tidy_reference(reference)).order_by().values("pk")
        if keys:
            first, *others = sorted(keys, key=LookupKey.objects.frequency) if len(keys) > 1 else keys
            with_all = LookupKey.objects.filter(key=first)
            for key in others:
                same_request = models.OuterRef("consultation_request")
                with_all = with_all.filter(
                    models.Exists(LookupKey.objects.filter(consultation_request=same_request, key=key))
                )
            found = found.union(with_all.values("consultation_request"))
        return self.filter(pk__in=found)

    def of_same_person_as(self, consultation_request):
        """Other requests that name its phone number or its e-mail address, newest first."""
        keys = search_keys.person_keys(consultation_request)
        return (
            self.filter(lookup_keys__key__in=keys)
            .exclude(pk=consultation_request.pk)
            .order_by("-received_at")
            .distinct()
        )

    def in_work(self):
        """What has not ended and is for people to work on; what is held as spam is looked at apart."""
        return self.filter(state__in=OPEN_STATES, held=False)

    def to_call(self, now):
        """Whom to call now: new ones at once, the others when their next call is due. Oldest promise first."""
        return (
            self.in_work()
            .filter(models.Q(state="new") | models.Q(call_due_at__lte=now))
            .exclude(call_due_at=None)
            .order_by("call_due_at", "pk")
        )

    def waiting(self, now):
        """Those spoken to or tried whose next call is still to come, or for whom somebody has to decide."""
        return self.in_work().filter(models.Q(call_due_at__gt=now) | models.Q(call_due_at=None), state="contacted")

    def assigned_to(self, user):
        return self.in_work().filter(assigned_to=user)

    def to_look_at(self):
        """Held as possible spam, and nobody has decided."""
        return self.filter(held=True, state__in=OPEN_STATES)

    def news(self, since, *, up_to):
        """How many came after `since` that nobody has touched, counted up to `up_to`."""
        return self.filter(received_at__gt=since, state="new", held=False)[:up_to].count()

    def overdue(self, now):
        """Promises that were not kept and still can be made good."""
        return self.filter(promise_is_broken(now))

    def still_promised(self, now):
        """Promises of a call that is still to come, the next first; what is held was promised one like any other."""
        return self.filter(state="new", first_called_at=None, call_by__gte=now).order_by("call_by", "pk")


class Outcome(models.TextChoices):
    """How a call to a patient ended."""

    REACHED = "reached", "Reached"
    NO_ANSWER = "no_answer", "No answer"
    VOICEMAIL = "voicemail", "Left a voicemail"
    WRONG_NUMBER = "wrong_number", "Wrong number"
    INTERPRETER = "interpreter", "Needs an interpreter"


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
    spoken_language = models.GeneratedField(
        expression=models.Case(models.When(language="", then=models.F("page_language")), default=models.F("language")),
        output_field=models.CharField(max_length=10),
        db_persist=True,
    )  # the one to speak, by which the list is filtered: an OR of both columns would read every request
    interpreter = models.BooleanField("interpreter needed", default=False)
    patient_status = models.CharField(max_length=10, choices=PatientStatus)
    reason = EncryptedTextField()
    consent = models.BooleanField()
    consent_wording = models.TextField(help_text="The sentence that the patient agreed to.")

    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    ended_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When staff closed it or called it spam; how long it is kept counts from here.",
    )
    held = models.BooleanField(
        "held as possible spam",
        default=False,
        db_index=True,
        help_text="Untick once a person has seen that it is real.",
    )
    held_because = models.CharField(
        max_length=200, blank=True, editable=False, help_text="The signs of spam, as codes of `consultations.spam`."
    )
    corrected_phone = EncryptedTextField(
        blank=True,
        validators=[phones.validate_phone],
        help_text="The right number, if the one that was typed is wrong.",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # one of the indexes below begins with it
        limit_choices_to={"is_active": True, "is_staff": True},
        help_text="Who takes care of it.",
    )
    call_due_at = models.DateTimeField(
        "next call by",
        null=True,
        blank=True,
        help_text="Until the first call, what the patient was promised; empty: nobody has to call.",
    )
    first_called_at = models.DateTimeField(
        null=True, editable=False, help_text="When somebody first rang or wrote down that they had been in touch."
    )
    last_outcome = models.CharField(
        max_length=12, choices=Outcome, blank=True, editable=False, help_text="How the last call ended."
    )
    last_called_at = models.DateTimeField(null=True, editable=False)
    overdue_told_at = models.DateTimeField(
        null=True, editable=False, help_text="When STAFF_EMAILS were told that the promise was not kept."
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts the changes by staff, so that none overwrites another unseen."
    )

    sameness_key = models.CharField(
        max_length=64,
        null=True,
        unique=True,
        editable=False,
        help_text="Keyed hash of the answers, while the same answers count as the same request.",
    )
    client_key = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="Keyed hash of the network address it came from, while that counts against the client's limit.",
    )

    objects = ConsultationRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        permissions = [
            ("erase_consultationrequest", "Can erase a request for good"),
            ("export_consultationrequest", "Can export requests to a file"),
        ]
        indexes = [
            # What the list is filtered by, each in the order of the list.
            models.Index(fields=["state", "received_at"], name="request_by_state"),
            models.Index(fields=["spoken_language", "received_at"], name="request_by_language"),
            models.Index(fields=["assigned_to", "received_at"], name="request_by_who"),
            models.Index(
                fields=["client_key", "received_at"], condition=~models.Q(client_key=""), name="request_client"
            ),
            # isnull=False, not ~Q(…=None): SQLite does not see that the SQL of the latter fits a query.
            models.Index(
                fields=["call_due_at"], condition=models.Q(call_due_at__isnull=False), name="request_call_due"
            ),
            models.Index(fields=["call_by"], condition=models.Q(call_by__isnull=False), name="request_call_by"),
            models.Index(
                fields=["first_called_at"],
                condition=models.Q(first_called_at__isnull=False),
                name="request_first_called",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at=None, state__in=OPEN_STATES)
                | models.Q(ended_at__isnull=False, state__in=ENDED_STATES),
                name="request_ended_when_its_state_says_so",
            ),
            models.CheckConstraint(condition=models.Q(consent=True), name="request_has_consent"),
            models.CheckConstraint(
                condition=models.Q(state__in=[*OPEN_STATES, *ENDED_STATES]),
                name="request_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(sameness_key=None) | ~models.Q(state__in=ENDED_STATES),
                name="ended_request_repeats_nothing",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="new") | models.Q(call_due_at__isnull=False),
                name="new_request_awaits_a_call",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="new") | models.Q(call_by=None) | models.Q(call_due_at=models.F("call_by")),
                name="promise_stands_until_the_first_call",
            ),
            models.CheckConstraint(
                condition=models.Q(call_due_at=None) | models.Q(state__in=AWAITING_STATES),
                name="only_open_request_awaits_a_call",
            ),
            models.CheckConstraint(
                condition=models.Q(last_outcome="", last_called_at=None)
                | (~models.Q(last_outcome="") & models.Q(last_called_at__isnull=False)),
                name="last_call_has_outcome_and_moment",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def phone_to_call(self):
        """The corrected number where there is one, else the one that the patient typed."""
        return self.corrected_phone or self.phone

    @property
    def dialled_phone(self):
        """The number to call, for a `tel:` link."""
        return phones.dial(self.phone_to_call)

    def is_overdue(self, now):
        """Whether overdue() finds it."""
        promised = self.call_by
        return self.state == "new" and self.first_called_at is None and promised is not None and promised < now


class EntryQuerySet(models.QuerySet):
    def standing(self):
        """Without those that were undone, and without the undoing."""
        return self.filter(undone_by=None, undoes=None)

    def calls_and_changes_of_state(self):
        return self.filter(~models.Q(outcome="") | ~models.Q(state_before=models.F("state_after")))


class Entry(models.Model):
    """One line in the story of a request: a call and how it ended, a note, a change; with who and when.

    It is only added to: what was a mistake is undone by another entry.
    """

    consultation_request = models.ForeignKey(
        ConsultationRequest, on_delete=models.CASCADE, related_name="entries", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=150, blank=True, help_text="A copy, which outlives the account.")
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True, help_text="Of a call; else empty.")
    note = EncryptedTextField(blank=True)
    changes = EncryptedTextField(blank=True, help_text="What was changed, a sentence each line; it may quote numbers.")
    state_before = models.CharField(max_length=10, choices=ConsultationRequest.State)
    state_after = models.CharField(max_length=10, choices=ConsultationRequest.State)
    due_before = models.DateTimeField(null=True, help_text="When the next call was due before, for undoing.")
    due_after = models.DateTimeField(null=True, help_text="When the next call was due from then on.")
    held_before = models.BooleanField(null=True, help_text="Whether it was held, if that was changed; for undoing.")
    interpreter_before = models.BooleanField(
        null=True, help_text="Whether an interpreter was needed, if that was changed; for undoing."
    )
    undoes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "entries"
        # With `undoes`, or SQLite would look for standing() entries among those of all requests.
        indexes = [models.Index(fields=["consultation_request", "undoes"], name="entry_of_request")]
        constraints = [
            models.CheckConstraint(condition=models.Q(undoes=None) | models.Q(outcome=""), name="undoing_is_no_call")
        ]

    def __str__(self):
        return f"Entry {self.pk}"


class LookupKeyQuerySet(models.QuerySet):
    def frequency(self, key):
        """How many requests have the key, counted up to a hundred."""
        return self.filter(key=key)[:COMMON].count()


class LookupKey(models.Model):
    """A keyed hash of something staff look for: a phone number, an e-mail address, a word of a name.

    The database can neither search nor sort what is encrypted; equal hashes are how a request is found.
    `consultations.privacy.search_keys` makes them.
    """

    consultation_request = models.ForeignKey(ConsultationRequest, on_delete=models.CASCADE, related_name="lookup_keys")
    key = models.CharField(max_length=64)

    objects = LookupKeyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["key", "consultation_request"], name="lookup_by_key")]
        constraints = [models.UniqueConstraint(fields=["consultation_request", "key"], name="lookup_key_once")]

    def __str__(self):
        return f"Lookup key {self.pk}"


class OutgoingMailQuerySet(models.QuerySet):
    def unsent(self):
        """What is still to be sent."""
        return self.filter(sent_at=None, given_up_at=None)

    def late(self):
        """Mails to staff that have waited longer than a working mail server needs.

        Not those to patients: one mistyped address would hide that the front desk is not told.
        """
        return self.unsent().exclude(kind="confirmation").filter(created_at__lte=timezone.now() - LATE)

    def in_nobodys_hand(self, now):
        """What waits and no worker is just handing to the mail server."""
        return self.unsent().filter(models.Q(in_hand=False) | models.Q(due_at__lte=now))


class OutgoingMail(models.Model):
    """A mail to one recipient, kept until a mail server took it, and after that as a record.

    It is written in the transaction of the request it tells of. It holds nothing that the patient typed, but for the
    recipient of a confirmation; that one, and the errors that may quote it, are encrypted.
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
        help_text="Empty where it tells of several.",
    )
    recipient = EncryptedTextField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    once_key = models.CharField(
        max_length=64, null=True, unique=True, editable=False, help_text="No second mail is written with the same key."
    )
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(
        default=timezone.now, help_text="When to try next; while a worker tries, when its lease ends."
    )
    in_hand = models.BooleanField(default=False, help_text="A worker has it, until its lease ends.")
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(
        null=True, help_text="When staff stopped it; of a confirmation, when it came too late to be of use."
    )
    attempts = models.PositiveIntegerField(default=0)
    last_error = EncryptedTextField(blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(sent_at=None), name="mail_waiting"),
            models.Index(fields=["created_at"], condition=models.Q(sent_at=None), name="mail_unsent_since"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["digest", "overdue"], consultation_request=None)
                | (models.Q(kind__in=["new_request", "confirmation"]) & models.Q(consultation_request__isnull=False)),
                name="mail_is_about_one_request_or_several",
            )
        ]

    def __str__(self):
        return f"Mail {self.pk}"


class AccessRecordQuerySet(models.QuerySet):
    def update(self, **changes):
        raise TypeError("Access records are never changed.")

    def delete(self):
        raise TypeError("Access records are never deleted before their time: see discard_expired().")

    def expired(self):
        return self.filter(at__lt=timezone.now() - ACCESS_RECORDS_KEPT)

    def discard_expired(self):
        """Deletes what is older than the law asks for. Returns how many records that were."""
        return models.QuerySet.delete(self.expired())[0]


class AccessRecord(models.Model):
    """Who did what with which request, when and from where (45 CFR 164.312(b)); also who signed in.

    It is only ever added to: a trigger in the database refuses changes. It holds no word of a patient: of a request its
    reference, of a change the names of the fields. Reference and name are copies, so that the record outlives the
    request and the account.
    """

    class Action(models.TextChoices):
        LIST = "list", "Listed requests"
        VIEW = "view", "Viewed"
        CHANGE = "change", "Changed"
        RESEND = "resend", "Sent a mail again"
        PRINT = "print", "Opened the print sheet"
        EXPORT = "export", "Exported"
        ERASE = "erase", "Erased"
        PURGE = "purge", "Erased at the end of its time"
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
    actor_name = models.CharField("who", max_length=150, blank=True, editable=False, help_text="Empty: the website.")
    address = models.CharField(
        "from", max_length=45, blank=True, editable=False, help_text="The network address of who did it."
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
