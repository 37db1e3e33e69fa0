"""What the import from the old site remembers, and who may run it."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def allow_editors(apps, schema_editor):
    permission = import_module("clinic_site.migrations.0002_groups").permission
    allowed = [permission(apps, "clinic_site", "oldsiteimport", action) for action in ("add", "view")]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["Editor", "Manager"]):
        group.permissions.add(*allowed)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_languages_by_their_codes"),
        ("clinic_site", "0009_plain_help"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OldSiteImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("file_names", models.CharField(max_length=500, verbose_name="files")),
                ("site", models.JSONField(editable=False)),
                ("site_key", models.CharField(editable=False, max_length=200)),
                ("choices", models.JSONField(default=dict, editable=False)),
                ("redirects", models.JSONField(default=dict, editable=False)),
                ("accepted", models.JSONField(default=list, editable=False)),
                ("report", models.TextField(blank=True, editable=False)),
                ("claimed_until", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "import from the old site",
                "verbose_name_plural": "imports from the old site",
                "ordering": ["-started_at", "-pk"],
                "default_permissions": ("add", "view"),
            },
        ),
        migrations.CreateModel(
            name="WaitingItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.JSONField()),
                (
                    "old_site_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="clinic_site.oldsiteimport",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ImportedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("site", models.CharField(max_length=200)),
                ("guid", models.CharField(max_length=500)),
                ("post_id", models.PositiveBigIntegerField(null=True)),
                ("came", models.CharField(blank=True, max_length=64)),
                ("stored", models.CharField(blank=True, max_length=64)),
                ("slug", models.CharField(blank=True, max_length=200)),
                ("pictures", models.JSONField(default=list)),
                ("brought_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "picture",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="articles.picture"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.articletext",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("site", "guid"), name="old_item_comes_once")],
            },
        ),
        migrations.RunPython(allow_editors, migrations.RunPython.noop),
    ]
