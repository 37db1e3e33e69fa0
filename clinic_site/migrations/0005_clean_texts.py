"""Takes characters that feeds and pages cannot carry out of what was stored before they were refused.

Old addresses also lose what nobody sees, without which requests look them up.
"""

import unicodedata

from django.conf import settings
from django.db import migrations

from clinic_site.text_rules import clean_stored_rows, drop_invisible

MODELS = [("clinic_site", name) for name in ("Clinic", "SpecialHours", "InterfaceReview")]
MODELS += [("redirects", "Redirect"), ("auth", "User"), ("admin", "LogEntry")]


def clean_texts(apps, schema_editor):
    for model in MODELS:
        clean_stored_rows(apps.get_model(*model))
    clean_old_addresses(apps.get_model("redirects", "Redirect").objects)


def clean_old_addresses(redirects):
    """Of several that look the same, the first stays."""
    first = {}
    for redirect in redirects.order_by("pk"):
        address = unicodedata.normalize("NFC", drop_invisible(redirect.old_path))
        if first.setdefault((redirect.site_id, address), redirect) is not redirect:
            redirect.delete()
    for (_, address), redirect in first.items():
        if redirect.old_path != address:
            redirects.filter(pk=redirect.pk).update(old_path=address)


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0004_special_hours"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(clean_texts, migrations.RunPython.noop)]
