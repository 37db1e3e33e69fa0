"""Whether FIELD_ENCRYPTION_KEYS and LOOKUP_HASH_KEY fit what is stored, and bringing what is stored up to them."""

from cryptography.fernet import InvalidToken
from django.db import transaction

from consultations.actions import write_lookup_keys
from consultations.fields import EncryptedTextField
from consultations.models import ConsultationRequest, Entry, OutgoingMail
from consultations.privacy import search_keys

BATCH = 200  # rows that are locked at once


def problem():
    """Why the keys do not fit, in a sentence; empty when they do, or when nothing is stored. Six queries.

    Keys are changed one after the other, so the oldest and the newest row tell.
    """
    requests, mails = ConsultationRequest.objects.order_by("pk"), OutgoingMail.objects.order_by("pk")
    try:
        ends = [requests.first(), requests.last()]
        mails.first(), mails.last()
    except InvalidToken:
        return (
            "none of FIELD_ENCRYPTION_KEYS can read some of what is stored. Put back the key it was written with, "
            "behind the new one, and run: python manage.py reencrypt"
        )
    if not all(row is None or row.lookup_keys.filter(key__in=search_keys.keys_of(row)).exists() for row in ends):
        return (
            "LOOKUP_HASH_KEY is not the one that stored requests were made findable with. Put it back, or run: "
            "python manage.py reencrypt"
        )
    return ""


def reencrypt():
    """Writes everything encrypted anew with the newest key, and lookup keys with today's LOOKUP_HASH_KEY.

    The site may go on serving meanwhile. Raises InvalidToken at a row that no key can read; what was done till then
    stays. Returns the number of rows.
    """
    return _reencrypt(ConsultationRequest, also=write_lookup_keys) + _reencrypt(Entry) + _reencrypt(OutgoingMail)


def _reencrypt(model, also=lambda row: None):
    encrypted = [field.name for field in model._meta.fields if isinstance(field, EncryptedTextField)]
    done, last = 0, 0
    while True:
        with (
            transaction.atomic()
        ):  # on SQLite it locks out other writers from its start, as select_for_update() does rows
            rows = list(model.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:BATCH])
            for row in rows:
                row.save(update_fields=encrypted)
                also(row)
        if not rows:
            return done
        done, last = done + len(rows), rows[-1].pk
