"""Makes stored requests findable by the beginnings of names and the last digits of numbers."""

from importlib import import_module

from django.db import migrations

renew_keys = import_module("consultations.migrations.0004_search_keys_of_what_is_seen").renew_keys


class Migration(migrations.Migration):
    dependencies = [("consultations", "0008_reasons_for_closing")]

    operations = [migrations.RunPython(renew_keys, migrations.RunPython.noop)]
