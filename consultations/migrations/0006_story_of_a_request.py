"""What became of a request: its calls and changes as dated entries, whose it is, when to call next."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import consultations.fields


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0005_access_records_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        help_text="Of a call; else empty.",
                        max_length=12,
                    ),
                ),
                ("note", consultations.fields.EncryptedTextField(blank=True)),
                (
                    "changes",
                    consultations.fields.EncryptedTextField(
                        blank=True, help_text="What was changed, a sentence each line; it may quote numbers."
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
                    models.DateTimeField(help_text="When the next call was due before, for undoing.", null=True),
                ),
                (
                    "due_after",
                    models.DateTimeField(help_text="When the next call was due from then on.", null=True),
                ),
                (
                    "held_before",
                    models.BooleanField(help_text="Whether it was held, if that was changed; for undoing.", null=True),
                ),
                (
                    "interpreter_before",
                    models.BooleanField(
                        help_text="Whether an interpreter was needed, if that was changed; for undoing.", null=True
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="consultationrequest",
            options={
                "ordering": ["-received_at", "-pk"],
                "permissions": [
                    ("erase_consultationrequest", "Can erase a request for good"),
                    ("export_consultationrequest", "Can export requests to a file"),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="outgoingmail",
            name="mail_is_about_a_request_or_a_digest",
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Who takes care of it.",
                limit_choices_to={"is_active": True, "is_staff": True},
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="call_due_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Until the first call, what the patient was promised; empty: nobody has to call.",
                null=True,
                verbose_name="next call by",
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="first_called_at",
            field=models.DateTimeField(
                editable=False,
                help_text="When somebody first rang or wrote down that they had been in touch.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="last_called_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="last_outcome",
            field=models.CharField(
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
        migrations.AddField(
            model_name="consultationrequest",
            name="overdue_told_at",
            field=models.DateTimeField(
                editable=False, help_text="When STAFF_EMAILS were told that the promise was not kept.", null=True
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="version",
            field=models.PositiveIntegerField(
                default=1,
                editable=False,
                help_text="Counts the changes by staff, so that none overwrites another unseen.",
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
                    ("resend", "Sent a mail again"),
                    ("print", "Opened the print sheet"),
                    ("export", "Exported"),
                    ("erase", "Erased"),
                    ("purge", "Erased at the end of its time"),
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
            model_name="outgoingmail",
            name="consultation_request",
            field=models.ForeignKey(
                help_text="Empty where it tells of several.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mails",
                to="consultations.consultationrequest",
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="kind",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="outgoingmail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consultation_request", None), ("kind__in", ["digest", "overdue"])),
                    models.Q(("kind__in", ["new_request", "confirmation"]), ("consultation_request__isnull", False)),
                    _connector="OR",
                ),
                name="mail_is_about_one_request_or_several",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="consultation_request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="entries",
                to="consultations.consultationrequest",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="undoes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="undone_by",
                to="consultations.entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("undoes", None), ("outcome", ""), _connector="OR"), name="undoing_is_no_call"
            ),
        ),
    ]
