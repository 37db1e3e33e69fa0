"""Why each request was closed, and what undoing a step needs to know of a visit."""

from django.db import migrations, models
from django.db.models import Case, Q, Value, When

PATIENTS_PAGE = "The patient's page"
REASONS = [
    ("came", "Came to the visit"),
    ("declined", "Patient declined"),
    ("unreachable", "Could not be reached"),
    ("not_our_field", "Outside our specialty"),
    ("duplicate", "Duplicate"),
    ("canceled", "Canceled by the patient"),
    ("question", "Question answered, no consultation"),
    ("other", "Other reason"),
]


def fill_reasons(apps, schema_editor):
    """A request is called off if its own page closed it and staff have saved nothing since."""
    is_called_off = Q(patient_changed_at__isnull=False)
    reason = Case(
        When(is_called_off, then=Value("canceled")),
        When(~Q(matter="consultation"), then=Value("question")),
        default=Value("other"),
    )
    requests = apps.get_model("consultations", "ConsultationRequest").objects
    requests.filter(state="closed", closed_because="").update(closed_because=reason)
    entries = apps.get_model("consultations", "Entry").objects
    entries.filter(state_before="closed").update(closed_because_before="other")


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0007_sources_and_outcomes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consultationrequest",
            name="closed_because",
            field=models.CharField(
                blank=True, choices=REASONS, editable=False, max_length=13, verbose_name="reason for closing"
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="came",
            field=models.BooleanField(
                editable=False,
                help_text="Empty until staff have said so.",
                null=True,
                verbose_name="came to the visit",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="closed_because_before",
            field=models.CharField(blank=True, choices=REASONS, help_text="For undoing.", max_length=13),
        ),
        migrations.AddField(
            model_name="entry",
            name="visit_before",
            field=models.DateField(help_text="The day of the visit before this entry, for undoing.", null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="visit_after",
            field=models.DateField(help_text="The day of the visit after this entry.", null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="came_before",
            field=models.BooleanField(help_text="Whether the patient came, before this entry.", null=True),
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(fields=["closed_because", "received_at"], name="request_by_reason"),
        ),
        migrations.RunPython(fill_reasons, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "closed"), models.Q(("closed_because", ""), _negated=True)),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_because", "")),
                    _connector="OR",
                ),
                name="closed_request_has_a_reason",
            ),
        ),
    ]
