"""Drops the one note, which is an entry now; when a call is due and how the last one ended follow from the state."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consultations", "0007_notes_become_entries")]

    operations = [
        migrations.RemoveField(
            model_name="consultationrequest",
            name="note",
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(
                condition=models.Q(("call_due_at__isnull", False)),
                fields=["call_due_at"],
                name="request_call_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "new"), _negated=True), ("call_due_at__isnull", False), _connector="OR"
                ),
                name="new_request_awaits_a_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "new"), _negated=True),
                    ("call_by", None),
                    ("call_due_at", models.F("call_by")),
                    _connector="OR",
                ),
                name="promise_stands_until_the_first_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("call_due_at", None), ("state__in", ["new", "contacted"]), _connector="OR"),
                name="only_open_request_awaits_a_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("last_called_at", None), ("last_outcome", "")),
                    models.Q(models.Q(("last_outcome", ""), _negated=True), ("last_called_at__isnull", False)),
                    _connector="OR",
                ),
                name="last_call_has_outcome_and_moment",
            ),
        ),
    ]
