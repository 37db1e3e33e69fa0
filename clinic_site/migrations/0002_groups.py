"""The groups of staff and their permissions. Django creates permissions later, so this creates those it needs."""

from django.db import migrations

EVERYTHING = ["add", "change", "delete", "view"]
FRONT_DESK = {
    ("consultations", "consultationrequest"): ["view", "change"],
    ("consultations", "outgoingmail"): ["view"],
}
EDITOR = {
    ("articles", "topic"): EVERYTHING,
    ("articles", "topicname"): EVERYTHING,
    ("articles", "article"): EVERYTHING,
    ("articles", "articletext"): EVERYTHING,
    ("articles", "reference"): EVERYTHING,
    ("articles", "picture"): EVERYTHING,
    ("articles", "picturetext"): EVERYTHING,
    ("articles", "articlepicture"): EVERYTHING,
    ("clinic_site", "interfacereview"): ["view", "change"],
    ("redirects", "redirect"): EVERYTHING,
}
MANAGER = {
    **FRONT_DESK,
    **EDITOR,
    ("consultations", "consultationrequest"): ["view", "change", "erase", "export"],
    ("consultations", "accessrecord"): ["view"],
    ("clinic_site", "clinic"): ["view", "change"],
    ("clinic_site", "openingperiod"): EVERYTHING,
    ("clinic_site", "closure"): EVERYTHING,
    ("auth", "user"): ["view", "add", "change"],
}
GROUPS = {"Front desk": FRONT_DESK, "Editor": EDITOR, "Manager": MANAGER}


def create_groups(apps, schema_editor):
    for name, allowed in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(
            *(permission(apps, *model, action) for model, actions in allowed.items() for action in actions)
        )


def permission(apps, app, model, action):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    options = apps.get_model(app, model)._meta
    codename = f"{action}_{model}"
    name = dict(options.permissions).get(codename, f"Can {action} {options.verbose_name}")
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return found


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_release_1_0"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("clinic_site", "0001_release_1_0"),
        ("consultations", "0001_release_1_0"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
    ]

    operations = [migrations.RunPython(create_groups, remove_groups)]
