import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import consultations.fields
import consultations.phones


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0010_what_the_list_is_filtered_by"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="consultationrequest",
            options={
                "ordering": ["-received_at", "-pk"],
                "permissions": [
                    ("erase_consultationrequest", "Can permanently erase a request"),
                    ("export_consultationrequest", "Can export requests to a file"),
                ],
            },
        ),
        migrations.RenameField("consultationrequest", "overdue_told_at", "overdue_reported_at"),
        migrations.RenameField("outgoingmail", "in_hand", "is_claimed"),
        migrations.AlterField(
            model_name="consultationrequest",
            name="overdue_reported_at",
            field=models.DateTimeField(
                editable=False, help_text="When STAFF_EMAILS got the mail about the overdue call.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="is_claimed",
            field=models.BooleanField(
                default=False, help_text="A worker holds it until its lease ends.", verbose_name="claimed"
            ),
        ),
        migrations.AlterField(
            model_name="accessrecord",
            name="action",
            field=models.CharField(
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
                    ("second_step", "Passed the second step"),
                    ("second_step_failed", "Failed the second step"),
                    ("second_step_set_up", "Set up the second step"),
                    ("second_step_reset", "Reset a second step"),
                ],
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="accessrecord",
            name="actor_name",
            field=models.CharField(
                blank=True, editable=False, help_text="Empty: the website.", max_length=150, verbose_name="user"
            ),
        ),
        migrations.AlterField(
            model_name="accessrecord",
            name="address",
            field=models.CharField(
                blank=True, editable=False, help_text="The user's network address.", max_length=45, verbose_name="from"
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="assigned_to",
            field=models.ForeignKey(
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
        migrations.AlterField(
            model_name="consultationrequest",
            name="best_time",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="consultationrequest",
            name="call_by",
            field=models.DateTimeField(
                editable=False, help_text="The time promised to the patient; empty if none was promised.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="call_due_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Before the first call, the time promised to the patient. Empty if no call is needed.",
                null=True,
                verbose_name="next call by",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="client_key",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Keyed hash of the client's network address, for as long as the client's limit counts it.",
                max_length=64,
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="corrected_phone",
            field=consultations.fields.EncryptedTextField(
                blank=True,
                help_text="Enter the right number if the one the patient typed is wrong.",
                validators=[consultations.phones.validate_phone],
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="ended_at",
            field=models.DateTimeField(
                editable=False,
                help_text="When staff closed it or marked it as spam; its retention period starts here.",
                null=True,
                verbose_name="ended",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="first_called_at",
            field=models.DateTimeField(
                editable=False, help_text="The first recorded call or contact.", null=True, verbose_name="first call"
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="held",
            field=models.BooleanField(
                db_index=True,
                default=False,
                help_text="Untick if the request is genuine.",
                verbose_name="held as possible spam",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="held_because",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The signs of spam, as codes from `consultations.spam`.",
                max_length=200,
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="last_called_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="last call"),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="page_language",
            field=models.CharField(
                choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                editable=False,
                help_text="The language in which the patient read the form.",
                max_length=10,
                verbose_name="language of the page",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="patient_status",
            field=models.CharField(
                choices=[("new", "I am a new patient"), ("returning", "I have been here before")],
                max_length=10,
                verbose_name="new or returning patient",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="reason",
            field=consultations.fields.EncryptedTextField(verbose_name="how can we help?"),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="received_at",
            field=models.DateTimeField(
                db_index=True, default=django.utils.timezone.now, editable=False, verbose_name="received"
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="sameness_key",
            field=models.CharField(
                editable=False,
                help_text="Keyed hash of the answers, for as long as identical answers count as the same request.",
                max_length=64,
                null=True,
                unique=True,
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="version",
            field=models.PositiveIntegerField(
                default=1, editable=False, help_text="Raised by every change by staff, to detect conflicts."
            ),
        ),
        migrations.AlterField(
            model_name="entry",
            name="changes",
            field=consultations.fields.EncryptedTextField(
                blank=True, help_text="One sentence a line; may quote phone numbers."
            ),
        ),
        migrations.AlterField(
            model_name="entry",
            name="due_after",
            field=models.DateTimeField(help_text="The next call after this entry.", null=True),
        ),
        migrations.AlterField(
            model_name="entry",
            name="due_before",
            field=models.DateTimeField(help_text="The next call before this entry, for undoing.", null=True),
        ),
        migrations.AlterField(
            model_name="entry",
            name="held_before",
            field=models.BooleanField(help_text="Set if this entry changed `held`; for undoing.", null=True),
        ),
        migrations.AlterField(
            model_name="entry",
            name="interpreter_before",
            field=models.BooleanField(help_text="Set if this entry changed `interpreter`; for undoing.", null=True),
        ),
        migrations.AlterField(
            model_name="entry",
            name="outcome",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="outgoingmail",
            name="consultation_request",
            field=models.ForeignKey(
                help_text="Empty if the mail covers several requests.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mails",
                to="consultations.consultationrequest",
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="due_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                help_text="The next attempt; during an attempt, the end of the worker's lease.",
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="given_up_at",
            field=models.DateTimeField(
                help_text="When staff stopped it, or when a confirmation became too old to be useful.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="once_key",
            field=models.CharField(
                editable=False,
                help_text="Prevents a second mail with the same key.",
                max_length=64,
                null=True,
                unique=True,
            ),
        ),
    ]
