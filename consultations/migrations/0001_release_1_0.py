import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import consultations.fields
import consultations.models.request
import consultations.phones


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False)),
                ("actor_id", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "actor_name",
                    models.CharField(
                        blank=True, editable=False, help_text="Empty: the website.", max_length=150, verbose_name="user"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="The user's network address.",
                        max_length=45,
                        verbose_name="from",
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("list", "Listed requests"),
                            ("view", "Viewed"),
                            ("change", "Changed"),
                            ("resend", "Sent an email again"),
                            ("print", "Opened the print sheet"),
                            ("export", "Exported"),
                            ("erase", "Erased"),
                            ("purge", "Erased at the end of its retention period"),
                            ("sign_in", "Signed in"),
                            ("sign_out", "Signed out"),
                            ("sign_in_failed", "Failed to sign in"),
                            ("locked_out", "Was locked out"),
                            ("second_factor", "Passed the second factor"),
                            ("second_factor_failed", "Failed the second factor"),
                            ("second_factor_set_up", "Set up the second factor"),
                            ("second_factor_reset", "Reset a second factor"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                ("request_id", models.PositiveBigIntegerField(db_index=True, editable=False, null=True)),
                ("reference", models.CharField(blank=True, db_index=True, editable=False, max_length=9)),
                (
                    "details",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="The references that were listed, the names of fields that were changed.",
                    ),
                ),
            ],
            options={
                "verbose_name": "access record",
                "ordering": ["-at", "-pk"],
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ConsultationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=consultations.models.request.make_reference, editable=False, max_length=9, unique=True
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=consultations.models.request.make_token, editable=False, max_length=32, unique=True
                    ),
                ),
                (
                    "received_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, editable=False, verbose_name="received"
                    ),
                ),
                (
                    "call_by",
                    models.DateTimeField(
                        editable=False,
                        help_text="The time promised to the patient; empty if none was promised.",
                        null=True,
                    ),
                ),
                (
                    "page_language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                        editable=False,
                        help_text="The language in which the patient read the form.",
                        max_length=10,
                        verbose_name="language of the page",
                    ),
                ),
                ("full_name", consultations.fields.EncryptedTextField()),
                ("phone", consultations.fields.EncryptedTextField(help_text="As the patient typed it.")),
                ("email", consultations.fields.EncryptedTextField(blank=True)),
                ("voicemail_ok", models.BooleanField(null=True, verbose_name="voicemail allowed")),
                (
                    "best_time",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("any", "Any time"),
                            ("morning", "Morning"),
                            ("midday", "Around noon"),
                            ("afternoon", "Afternoon"),
                        ],
                        max_length=10,
                        verbose_name="best time to call",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ar", "العربية"),
                            ("en", "English"),
                            ("es", "Español"),
                            ("pl", "Polski"),
                            ("other", "Another language"),
                        ],
                        max_length=10,
                        verbose_name="preferred language",
                    ),
                ),
                (
                    "spoken_language",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(language="", then=models.F("page_language")), default=models.F("language")
                        ),
                        output_field=models.CharField(max_length=10),
                    ),
                ),
                ("interpreter", models.BooleanField(default=False, verbose_name="interpreter needed")),
                (
                    "patient_status",
                    models.CharField(
                        choices=[("new", "I am a new patient"), ("returning", "I have been here before")],
                        max_length=10,
                        verbose_name="new or returning patient",
                    ),
                ),
                ("reason", consultations.fields.EncryptedTextField(verbose_name="how can we help?")),
                ("consent", models.BooleanField()),
                ("consent_wording", models.TextField(help_text="The sentence that the patient agreed to.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("contacted", "Contacted"),
                            ("scheduled", "Scheduled"),
                            ("closed", "Closed"),
                            ("spam", "Spam"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="When staff closed it or marked it as spam; its retention period starts here.",
                        null=True,
                        verbose_name="ended",
                    ),
                ),
                (
                    "held",
                    models.BooleanField(
                        db_index=True,
                        default=False,
                        help_text="Untick if the request is genuine.",
                        verbose_name="held as possible spam",
                    ),
                ),
                (
                    "held_because",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="The signs of spam, as codes from `consultations.spam`.",
                        max_length=200,
                    ),
                ),
                (
                    "corrected_phone",
                    consultations.fields.EncryptedTextField(
                        blank=True,
                        help_text="Enter the right number if the one the patient typed is wrong.",
                        validators=[consultations.phones.validate_phone],
                    ),
                ),
                (
                    "call_due_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Before the first call, the time promised to the patient. Empty if no call is needed.",
                        null=True,
                        verbose_name="next call by",
                    ),
                ),
                (
                    "first_called_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="The first recorded call or contact.",
                        null=True,
                        verbose_name="first call",
                    ),
                ),
                (
                    "last_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("no_answer", "No answer"),
                            ("voicemail", "Left a voicemail"),
                            ("wrong_number", "Wrong number"),
                            ("interpreter", "Needs an interpreter"),
                        ],
                        editable=False,
                        help_text="How the last call ended.",
                        max_length=12,
                    ),
                ),
                ("last_called_at", models.DateTimeField(editable=False, null=True, verbose_name="last call")),
                (
                    "overdue_reported_at",
                    models.DateTimeField(
                        editable=False, help_text="When STAFF_EMAILS got the mail about the overdue call.", null=True
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Raised by every change by staff, to detect conflicts."
                    ),
                ),
                (
                    "sameness_key",
                    models.CharField(
                        editable=False,
                        help_text="Keyed hash of the answers, for as long as identical answers count as the same request.",
                        max_length=64,
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "client_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Keyed hash of the client's network address, for as long as the client's limit counts it.",
                        max_length=64,
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="The colleague responsible for this request.",
                        limit_choices_to={"is_active": True, "is_staff": True},
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-received_at", "-pk"],
                "permissions": [
                    ("erase_consultationrequest", "Can permanently erase a request"),
                    ("export_consultationrequest", "Can export requests to a file"),
                ],
                "indexes": [
                    models.Index(fields=["state", "received_at"], name="request_by_state"),
                    models.Index(fields=["spoken_language", "received_at"], name="request_by_language"),
                    models.Index(fields=["assigned_to", "received_at"], name="request_by_who"),
                    models.Index(
                        condition=models.Q(("client_key", ""), _negated=True),
                        fields=["client_key", "received_at"],
                        name="request_client",
                    ),
                    models.Index(
                        condition=models.Q(("call_due_at__isnull", False)),
                        fields=["call_due_at"],
                        name="request_call_due",
                    ),
                    models.Index(
                        condition=models.Q(("call_by__isnull", False)), fields=["call_by"], name="request_call_by"
                    ),
                    models.Index(
                        condition=models.Q(("first_called_at__isnull", False)),
                        fields=["first_called_at"],
                        name="request_first_called",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state__in", ("new", "contacted", "scheduled"))),
                            models.Q(("ended_at__isnull", False), ("state__in", ("closed", "spam"))),
                            _connector="OR",
                        ),
                        name="request_ended_when_its_state_says_so",
                    ),
                    models.CheckConstraint(condition=models.Q(("consent", True)), name="request_has_consent"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["new", "contacted", "scheduled", "closed", "spam"])),
                        name="request_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sameness_key", None),
                            models.Q(("state__in", ("closed", "spam")), _negated=True),
                            _connector="OR",
                        ),
                        name="ended_request_repeats_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "new"), _negated=True), ("call_due_at__isnull", False), _connector="OR"
                        ),
                        name="new_request_awaits_a_call",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "new"), _negated=True),
                            ("call_by", None),
                            ("call_due_at", models.F("call_by")),
                            _connector="OR",
                        ),
                        name="promise_stands_until_the_first_call",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("call_due_at", None), ("state__in", ("new", "contacted")), _connector="OR"),
                        name="only_open_request_awaits_a_call",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("last_called_at", None), ("last_outcome", "")),
                            models.Q(models.Q(("last_outcome", ""), _negated=True), ("last_called_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="last_call_has_outcome_and_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by_name",
                    models.CharField(blank=True, help_text="A copy, which outlives the account.", max_length=150),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("no_answer", "No answer"),
                            ("voicemail", "Left a voicemail"),
                            ("wrong_number", "Wrong number"),
                            ("interpreter", "Needs an interpreter"),
                        ],
                        help_text="Empty unless it was a call.",
                        max_length=12,
                    ),
                ),
                ("note", consultations.fields.EncryptedTextField(blank=True)),
                (
                    "changes",
                    consultations.fields.EncryptedTextField(
                        blank=True, help_text="One sentence a line; may quote phone numbers."
                    ),
                ),
                (
                    "state_before",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("contacted", "Contacted"),
                            ("scheduled", "Scheduled"),
                            ("closed", "Closed"),
                            ("spam", "Spam"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state_after",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("contacted", "Contacted"),
                            ("scheduled", "Scheduled"),
                            ("closed", "Closed"),
                            ("spam", "Spam"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "due_before",
                    models.DateTimeField(help_text="The next call before this entry, for undoing.", null=True),
                ),
                ("due_after", models.DateTimeField(help_text="The next call after this entry.", null=True)),
                (
                    "held_before",
                    models.BooleanField(help_text="Set if this entry changed `held`; for undoing.", null=True),
                ),
                (
                    "interpreter_before",
                    models.BooleanField(help_text="Set if this entry changed `interpreter`; for undoing.", null=True),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultation_request",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="consultations.consultationrequest",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undone_by",
                        to="consultations.entry",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ["at", "pk"],
                "indexes": [models.Index(fields=["consultation_request", "undoes"], name="entry_of_request")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("undoes", None), ("outcome", ""), _connector="OR"),
                        name="undoing_is_no_call",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LookupKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64)),
                (
                    "consultation_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lookup_keys",
                        to="consultations.consultationrequest",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "consultation_request"], name="lookup_by_key")],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation_request", "key"), name="lookup_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("new_request", "New request"),
                            ("digest", "Digest"),
                            ("overdue", "Overdue calls"),
                            ("confirmation", "Confirmation to the patient"),
                        ],
                        default="new_request",
                        max_length=20,
                    ),
                ),
                ("recipient", consultations.fields.EncryptedTextField()),
                ("subject", models.CharField(max_length=200)),
                ("body", models.TextField()),
                ("message_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "once_key",
                    models.CharField(
                        editable=False,
                        help_text="Prevents a second mail with the same key.",
                        max_length=64,
                        null=True,
                        unique=True,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "due_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="The next attempt; during an attempt, the end of the worker's lease.",
                    ),
                ),
                (
                    "is_claimed",
                    models.BooleanField(
                        default=False, help_text="A worker holds it until its lease ends.", verbose_name="claimed"
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "given_up_at",
                    models.DateTimeField(
                        help_text="When staff stopped it, or when a confirmation became too old to be useful.",
                        null=True,
                    ),
                ),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("last_error", consultations.fields.EncryptedTextField(blank=True)),
                (
                    "consultation_request",
                    models.ForeignKey(
                        help_text="Empty if the mail covers several requests.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mails",
                        to="consultations.consultationrequest",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("sent_at", None)), fields=["due_at"], name="mail_waiting"),
                    models.Index(
                        condition=models.Q(("sent_at", None)), fields=["created_at"], name="mail_unsent_since"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("consultation_request", None), ("kind__in", ["digest", "overdue"])),
                            models.Q(
                                ("kind__in", ["new_request", "confirmation"]), ("consultation_request__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="mail_is_about_one_request_or_several",
                    )
                ],
            },
        ),
    ]
