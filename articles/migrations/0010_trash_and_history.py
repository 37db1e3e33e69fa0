"""Deleted articles are kept for a while, and each wording with its author."""

from importlib import import_module

import django.utils.timezone
from django.db import migrations, models
from django.db.models import F


def number_wordings(apps, schema_editor):
    """There was one for each version."""
    apps.get_model("articles", "Wording").objects.update(number=F("version"))


def allow_editors(apps, schema_editor):
    permission = import_module("clinic_site.migrations.0002_groups").permission
    allowed = [permission(apps, "articles", "trashedarticle", action) for action in ("view", "delete")]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["Editor", "Manager"]):
        group.permissions.add(*allowed)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_pending_changes"),
        ("clinic_site", "0007_facts_in_every_language"),  # it writes wordings as they were
    ]

    operations = [
        migrations.CreateModel(
            name="TrashedArticle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=20)),
                (
                    "trashed_at",
                    models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="deleted"),
                ),
                ("trashed_by", models.CharField(blank=True, max_length=150, verbose_name="deleted by")),
                ("contents", models.TextField()),
            ],
            options={
                "verbose_name": "deleted article",
                "verbose_name_plural": "trash",
                "ordering": ["-trashed_at", "-pk"],
                "default_permissions": ("view", "delete"),
            },
        ),
        migrations.AddField(
            model_name="wording", name="number", field=models.PositiveIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField(
            model_name="wording",
            name="written_by",
            field=models.CharField(blank=True, help_text="A copy, which outlives the account.", max_length=150),
        ),
        migrations.AddField(model_name="wording", name="was_public", field=models.BooleanField(default=False)),
        migrations.RemoveConstraint(model_name="wording", name="one_wording_per_text_and_version"),
        migrations.RunPython(number_wordings, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.UniqueConstraint(fields=("text", "number"), name="one_wording_per_text_and_number"),
        ),
        migrations.AlterModelOptions(
            name="wording", options={"default_permissions": (), "ordering": ["text", "number"]}
        ),
        migrations.RunPython(allow_editors, migrations.RunPython.noop),
    ]
