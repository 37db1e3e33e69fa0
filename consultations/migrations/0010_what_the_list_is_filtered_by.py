"""Indexes in which a long list of requests is read, filtered or not, without a look at the rest."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0009_promises_are_measured"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="lookupkey",
            name="lookup_by_key",
        ),
        migrations.AddField(
            model_name="consultationrequest",
            name="spoken_language",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(language="", then=models.F("page_language")), default=models.F("language")
                ),
                output_field=models.CharField(max_length=10),
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who takes care of it.",
                limit_choices_to={"is_active": True, "is_staff": True},
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="state",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="entry",
            name="consultation_request",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="entries",
                to="consultations.consultationrequest",
            ),
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(fields=["state", "received_at"], name="request_by_state"),
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(fields=["spoken_language", "received_at"], name="request_by_language"),
        ),
        migrations.AddIndex(
            model_name="consultationrequest",
            index=models.Index(fields=["assigned_to", "received_at"], name="request_by_who"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["consultation_request", "undoes"], name="entry_of_request"),
        ),
        migrations.AddIndex(
            model_name="lookupkey",
            index=models.Index(fields=["key", "consultation_request"], name="lookup_by_key"),
        ),
    ]
