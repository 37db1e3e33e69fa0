"""Where a request came from, and what became of it."""

from django.conf import settings
from django.db import migrations, models

import consultations.fields


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0006_plain_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="consultationrequest",
            name="request_ended_when_its_state_says_so",
        ),
        migrations.RemoveConstraint(
            model_name="consultationrequest",
            name="request_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="consultationrequest",
            name="only_open_request_awaits_a_call",
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="came",
            field=models.BooleanField(
                editable=False,
                help_text="Empty until the day of the visit is over.",
                null=True,
                verbose_name="came to the visit",
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="campaign",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The word of the campaign whose link led to that page; empty if not known.",
                max_length=40,
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="closed_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("declined", "Patient declined"),
                    ("unreachable", "Could not be reached"),
                    ("not_our_field", "Outside our specialty"),
                    ("duplicate", "Duplicate"),
                    ("canceled", "Canceled by the patient"),
                    ("question", "Question answered, no consultation"),
                    ("other", "Other reason"),
                ],
                editable=False,
                max_length=13,
                verbose_name="reason for closing",
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="source_page",
            field=consultations.fields.EncryptedTextField(
                blank=True,
                editable=False,
                help_text="Its name, such as `article-12`.",
                verbose_name="page that carried the form",
            ),
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="visit_on",
            field=models.DateField(
                blank=True, help_text="The day that was agreed on.", null=True, verbose_name="day of the visit"
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="state",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("tried", "Not reached yet"),
                    ("contacted", "Contacted"),
                    ("scheduled", "Scheduled"),
                    ("closed", "Closed"),
                    ("spam", "Spam"),
                ],
                default="new",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="entry",
            name="state_after",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("tried", "Not reached yet"),
                    ("contacted", "Contacted"),
                    ("scheduled", "Scheduled"),
                    ("closed", "Closed"),
                    ("spam", "Spam"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="entry",
            name="state_before",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("tried", "Not reached yet"),
                    ("contacted", "Contacted"),
                    ("scheduled", "Scheduled"),
                    ("closed", "Closed"),
                    ("spam", "Spam"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("state__in", ("new", "tried", "contacted", "scheduled"))),
                    models.Q(("ended_at__isnull", False), ("state__in", ("closed", "spam"))),
                    _connector="OR",
                ),
                name="request_ended_when_its_state_says_so",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["new", "tried", "contacted", "scheduled", "closed", "spam"])),
                name="request_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("call_due_at", None), ("state__in", ("new", "tried", "contacted")), _connector="OR"
                ),
                name="only_open_request_awaits_a_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("came", None), ("visit_on__isnull", False), _connector="OR"),
                name="who_came_had_a_visit",
            ),
        ),
    ]
