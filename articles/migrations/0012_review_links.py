"""Links that show a draft to a reviewer without an account."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_search_titles"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                (
                    "made_by",
                    models.CharField(help_text="A copy of the name, which outlives the account.", max_length=150),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("last_opened_at", models.DateTimeField(blank=True, null=True)),
                ("reviewer", models.CharField(blank=True, max_length=100, verbose_name="your name")),
                ("comment", models.TextField(blank=True, max_length=2000)),
                ("has_checked", models.BooleanField(default=False, verbose_name="I have checked this")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "checked_words",
                    models.CharField(blank=True, help_text="A digest of the words that were checked.", max_length=64),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review_links",
                        to="articles.articletext",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("has_checked", False),
                            models.Q(
                                models.Q(("reviewer", ""), _negated=True),
                                models.Q(("checked_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="who_has_checked_gives_a_name",
                    )
                ],
            },
        ),
    ]
