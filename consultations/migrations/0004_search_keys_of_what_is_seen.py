"""Stores the search keys of old requests again: names and addresses are compared without what nobody sees."""

from cryptography.fernet import InvalidToken
from django.db import migrations

# The keys of today's code, on purpose: these are what a search looks for, whatever release this database comes from.
# tests/faults/test_older_databases.py brings one of 1.0 here, and fails where a later change has to be minded.
from consultations.privacy import search_keys


def renew_keys(apps, schema_editor):
    """Leaves everything as it is where the keys of the settings do not fit: the start will say so."""
    LookupKey = apps.get_model("consultations", "LookupKey")
    requests = apps.get_model("consultations", "ConsultationRequest").objects.defer("reason")
    try:
        for request in requests.iterator(chunk_size=500):
            vars(request).setdefault("unverified_phone", "")  # a column that this database gets only later
            stored = set(LookupKey.objects.filter(consultation_request=request).values_list("key", flat=True))
            wanted = search_keys.keys_of(request)
            if stored != wanted and stored & wanted:
                LookupKey.objects.bulk_create(
                    LookupKey(consultation_request=request, key=key) for key in sorted(wanted - stored)
                )
                if outdated := stored - wanted:
                    LookupKey.objects.filter(consultation_request=request, key__in=outdated).delete()
    except InvalidToken:
        return


class Migration(migrations.Migration):
    dependencies = [("consultations", "0003_mail_server_answers")]

    operations = [migrations.RunPython(renew_keys, migrations.RunPython.noop)]
