"""Takes characters that feeds and pages cannot carry out of what was stored before they were refused."""

from django.conf import settings
from django.db import migrations

from clinic_site.text_rules import clean_stored_rows

MODELS = [("clinic_site", name) for name in ("Clinic", "SpecialHours", "InterfaceReview")]
MODELS += [("redirects", "Redirect"), ("auth", "User"), ("admin", "LogEntry")]


def clean_texts(apps, schema_editor):
    for model in MODELS:
        clean_stored_rows(apps.get_model(*model))


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0004_special_hours"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(clean_texts, migrations.RunPython.noop)]
