"""Encrypts who mails went to, makes stored requests findable, and says since when ended ones have ended."""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

from consultations.fields import EncryptedTextField
from consultations.privacy import search_keys


def encrypt_mails(apps, schema_editor):
    encrypt = EncryptedTextField().get_prep_value
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT id, recipient, last_error FROM consultations_outgoingmail")
        for row_id, recipient, last_error in cursor.fetchall():
            cursor.execute(
                "UPDATE consultations_outgoingmail SET recipient = %s, last_error = %s WHERE id = %s",
                [encrypt(recipient), encrypt(last_error), row_id],
            )


def index_requests(apps, schema_editor):
    lookup_keys = apps.get_model("consultations", "LookupKey").objects
    for request in apps.get_model("consultations", "ConsultationRequest").objects.iterator():
        make = lookup_keys.model
        lookup_keys.bulk_create(make(consultation_request=request, key=key) for key in search_keys.keys_of(request))


def date_ends(apps, schema_editor):
    """Nobody noted when it was: counted from today, so that nothing is erased too early."""
    ended = apps.get_model("consultations", "ConsultationRequest").objects.filter(Q(state="closed") | Q(state="spam"))
    ended.update(ended_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("consultations", "0002_held_mails_lookups_access_records")]

    operations = [
        migrations.RunPython(encrypt_mails, migrations.RunPython.noop),
        migrations.RunPython(index_requests, migrations.RunPython.noop),
        migrations.RunPython(date_ends, migrations.RunPython.noop),
    ]
