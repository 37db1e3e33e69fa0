"""Indexes for measuring the promise."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0008_new_requests_await_a_call"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(
                condition=models.Q(("call_by__isnull", False)), fields=["call_by"], name="request_call_by"
            ),
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(
                condition=models.Q(("first_called_at__isnull", False)),
                fields=["first_called_at"],
                name="request_first_called",
            ),
        ),
    ]
