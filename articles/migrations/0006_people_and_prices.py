"""What people and prices have beside their texts, and reviewers who are among the people."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.facts


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_kinds_and_translators"),
    ]

    operations = [
        migrations.AddField(
            model_name="articletext",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                help_text="Choose somebody who is on the page of your people instead of typing the name. The review stays when they leave.",
                limit_choices_to={"person__isnull": False},
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviews",
                to="articles.article",
            ),
        ),
        migrations.CreateModel(
            name="Price",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.CharField(help_text="As patients read it, such as $00.", max_length=40)),
                ("changed_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ("article", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="articles.article")),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("credential", models.CharField(blank=True, help_text="As on the license, such as DC.", max_length=60)),
                ("license_number", models.CharField(blank=True, max_length=40)),
                (
                    "languages",
                    models.JSONField(blank=True, default=list, validators=[articles.models.facts.valid_languages]),
                ),
                (
                    "other_languages",
                    models.CharField(blank=True, help_text="In English, separated by commas.", max_length=100),
                ),
                ("article", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="articles.article")),
                (
                    "photograph",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="articles.picture"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("license_number", ""), models.Q(("credential", ""), _negated=True), _connector="OR"
                        ),
                        name="license_is_of_a_credential",
                        violation_error_message="Enter the credential that the license is for.",
                    )
                ],
            },
        ),
    ]
