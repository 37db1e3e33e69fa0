"""Backups have rows, and managers see how they stand."""

import importlib
import secrets

from django.db import migrations, models

import consultations.fields

groups = importlib.import_module("clinic_site.migrations.0004_groups")


def allow(apps, schema_editor):
    manager, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Manager")
    manager.permissions.add(groups.permission(apps, "clinic_site", "backup", "view"))


def forbid(apps, schema_editor):
    apps.get_model("auth", "Permission").objects.filter(codename="view_backup").delete()


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0006_editors_pictures_and_redirects")]

    operations = [
        migrations.CreateModel(
            name="Backup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("file_name", models.CharField(max_length=100, unique=True)),
                ("size", models.BigIntegerField(help_text="Bytes. None until the file is whole.", null=True)),
                ("canary", consultations.fields.EncryptedTextField(default=secrets.token_urlsafe)),
                ("checked_at", models.DateTimeField(null=True)),
                ("problem", models.TextField(blank=True, help_text="What the check found wrong.")),
            ],
            options={"default_permissions": ["view"]},
        ),
        migrations.RunPython(allow, forbid),
    ]
