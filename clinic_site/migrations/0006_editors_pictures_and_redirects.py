"""Editors and managers keep pictures and redirects. Permissions that Django has not made yet are made here."""

from django.db import migrations

GROUPS = ["Editor", "Manager"]
ACTIONS = ["add", "change", "delete", "view"]
MODELS = [
    ("articles", "picture"),
    ("articles", "picturetext"),
    ("articles", "articlepicture"),
    ("redirects", "redirect"),
]


def give_permissions(apps, schema_editor):
    for name in GROUPS:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, *model, action) for model in MODELS for action in ACTIONS))


def permission(apps, app, model, action):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    name = f"Can {action} {apps.get_model(app, model)._meta.verbose_name}"
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{model}", defaults={"name": name}
    )
    return found


def take_permissions(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*(permission(apps, *model, action) for model in MODELS for action in ACTIONS))


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0005_managers_export"),
        ("articles", "0006_pictures"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
    ]

    operations = [migrations.RunPython(give_permissions, take_permissions)]
