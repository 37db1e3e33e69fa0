"""Text that only a signed-in person may read: encrypted on its way into the database."""

from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache
def _box(keys):
    return MultiFernet([Fernet(key) for key in keys])


class EncryptedTextField(models.TextField):
    """Text, encrypted with the newest of FIELD_ENCRYPTION_KEYS and read with any of them.

    The database can neither search nor sort it. Raises cryptography.fernet.InvalidToken when no key fits: a wrong
    key must not pass for a patient's words. Empty text stays empty.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        if not value:
            return value
        return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).encrypt(value.encode()).decode("ascii")

    def from_db_value(self, value, expression, connection):
        if not value:
            return value
        return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).decrypt(value.encode("ascii")).decode()

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
