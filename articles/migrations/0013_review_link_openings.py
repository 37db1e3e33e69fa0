"""Each opening of a review link is recorded, and whether its answer has become the review."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def keep_last_openings(apps, schema_editor):
    opening = apps.get_model("articles", "ReviewLinkOpening")
    for link in apps.get_model("articles", "ReviewLink").objects.exclude(last_opened_at=None):
        opening.objects.create(link=link, opened_at=link.last_opened_at)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_review_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewLinkOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="openings", to="articles.reviewlink"
                    ),
                ),
            ],
            options={"ordering": ["-opened_at", "-pk"], "default_permissions": ()},
        ),
        migrations.RunPython(keep_last_openings, migrations.RunPython.noop, elidable=True),
        migrations.AddField(
            model_name="reviewlink",
            name="taken_over_at",
            field=models.DateTimeField(blank=True, help_text="When it was entered as the text's review.", null=True),
        ),
        migrations.AlterField(
            model_name="reviewlink",
            name="checked_words",
            field=models.CharField(blank=True, help_text="A digest of the words that were shown.", max_length=64),
        ),
        migrations.AddConstraint(
            model_name="reviewlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken_over_at", None), ("has_checked", True), _connector="OR"),
                name="only_checked_texts_are_taken_over",
            ),
        ),
        migrations.RemoveField(model_name="reviewlink", name="last_opened_at"),
    ]
