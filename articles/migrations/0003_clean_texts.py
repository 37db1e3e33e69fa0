"""Takes characters that feeds and pages cannot carry out of what was stored before they were refused."""

from importlib import import_module

from django.conf import settings
from django.db import migrations

MODELS = ["TopicName", "Article", "ArticleText", "Wording", "Reference", "Picture", "PictureText"]


def clean_texts(apps, schema_editor):
    rules = import_module(settings.TEXT_RULES)
    for name in MODELS:
        rules.clean_stored_rows(apps.get_model("articles", name))


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_plain_labels")]

    operations = [migrations.RunPython(clean_texts, migrations.RunPython.noop)]
