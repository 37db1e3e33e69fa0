"""The groups of staff and what each may do. Permissions that Django has not made yet are made here."""

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
    ("clinic_site", "interfacereview"): ["view", "change"],
}
MANAGER = {
    **FRONT_DESK,
    **EDITOR,
    ("consultations", "consultationrequest"): ["view", "change", "erase"],
    ("consultations", "accessrecord"): ["view"],
    ("clinic_site", "clinic"): ["view", "change"],
    ("clinic_site", "openingperiod"): EVERYTHING,
    ("clinic_site", "closure"): EVERYTHING,
    ("auth", "user"): ["view", "add", "change"],
}
GROUPS = {"Front desk": FRONT_DESK, "Editor": EDITOR, "Manager": MANAGER}
OWN_NAMES = {
    "export_consultationrequest": "Can export requests to a file",
    "erase_consultationrequest": "Can erase a request for good",
}


def make_groups(apps, schema_editor):
    for name, allowed in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(
            *(permission(apps, *model, action) for model, actions in allowed.items() for action in actions)
        )


def permission(apps, app, model, action):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    codename = f"{action}_{model}"
    name = OWN_NAMES.get(codename, f"Can {action} {apps.get_model(app, model)._meta.verbose_name}")
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return found


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0003_duties_confirmation"),
        ("articles", "0004_search"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("consultations", "0004_ended_requests_have_a_date"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
