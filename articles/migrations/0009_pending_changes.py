"""Changes of public texts that the public does not see yet."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_drafts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PendingChanges",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120)),
                ("title", models.CharField(max_length=120)),
                ("summary", models.CharField(blank=True, max_length=250)),
                ("body", models.TextField(blank=True)),
                ("emergency_signs", models.TextField(blank=True)),
                ("urgent_signs", models.TextField(blank=True)),
                ("visit_signs", models.TextField(blank=True)),
                ("reviewed_by", models.CharField(blank=True, max_length=100)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("unreviewed_because", models.CharField(blank=True, max_length=250)),
                ("is_machine_translation", models.BooleanField(default=False)),
                ("is_reviewed", models.BooleanField(default=False, help_text="Whether the review covers these words.")),
                ("is_minor_correction", models.BooleanField(default=False)),
                ("matches_original", models.BooleanField(default=False)),
                (
                    "text_version",
                    models.PositiveIntegerField(help_text="The version of the public text that it changes."),
                ),
                ("publish_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "problem",
                    models.CharField(
                        blank=True, help_text="Why it could not be published at that time.", max_length=250
                    ),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pending", to="articles.articletext"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pending changes",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_reviewed", False), ("reviewed_by", ""), ("reviewed_on", None)),
                            models.Q(models.Q(("reviewed_by", ""), _negated=True), ("reviewed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="pending_review_has_person_and_day",
                    )
                ],
            },
        ),
    ]
