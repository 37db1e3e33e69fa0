"""Managers may export requests to a file."""

import importlib

from django.db import migrations

groups = importlib.import_module("clinic_site.migrations.0004_groups")


def allow(apps, schema_editor):
    manager, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Manager")
    manager.permissions.add(groups.permission(apps, "consultations", "consultationrequest", "export"))


def forbid(apps, schema_editor):
    apps.get_model("auth", "Permission").objects.filter(codename="export_consultationrequest").delete()


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0004_groups"), ("consultations", "0006_story_of_a_request")]

    operations = [migrations.RunPython(allow, forbid)]
