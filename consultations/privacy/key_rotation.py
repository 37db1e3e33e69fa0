"""Whether FIELD_ENCRYPTION_KEYS and LOOKUP_HASH_KEY fit the stored data, and how to move that to new keys."""

from cryptography.fernet import InvalidToken
from django.db import transaction

from consultations.fields import EncryptedTextField
from consultations.models import ConsultationRequest, Entry, LookupKey, OutgoingMail
from consultations.privacy import search_keys

BATCH = 200  # rows that are locked at once


def find_problem():
    """Why the keys do not fit, in a sentence; empty if they do, or if nothing is stored.

    Keys change over time, so the oldest and the newest row are enough to tell.
    """
    requests, mails = ConsultationRequest.objects.order_by("pk"), OutgoingMail.objects.order_by("pk")
    try:
        ends = [requests.first(), requests.last()]
        mails.first(), mails.last()
    except InvalidToken:
        return (
            "some stored rows cannot be decrypted with any of FIELD_ENCRYPTION_KEYS. Add the key they were encrypted "
            "with after the new one, and run: python manage.py reencrypt"
        )
    if not all(row is None or row.lookup_keys.filter(key__in=search_keys.keys_of(row)).exists() for row in ends):
        return (
            "LOOKUP_HASH_KEY differs from the key that stored requests were hashed with. Restore the old key, or run: "
            "python manage.py reencrypt"
        )
    return ""


def reencrypt():
    """Encrypts everything again with the newest key, and renews lookup keys with the current LOOKUP_HASH_KEY.

    The site may stay up. Raises InvalidToken at a row that no key can read; rows before it stay converted. Returns the
    number of rows.
    """
    return (
        _reencrypt(ConsultationRequest, also=LookupKey.objects.write_for) + _reencrypt(Entry) + _reencrypt(OutgoingMail)
    )


def _reencrypt(model, also=lambda row: None):
    encrypted = [field.name for field in model._meta.fields if isinstance(field, EncryptedTextField)]
    done, last = 0, 0
    while True:
        with transaction.atomic():  # SQLite ignores select_for_update(); there the transaction locks out other writers
            rows = list(model.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:BATCH])
            for row in rows:
                row.save(update_fields=encrypted)
                also(row)
        if not rows:
            return done
        done, last = done + len(rows), rows[-1].pk
