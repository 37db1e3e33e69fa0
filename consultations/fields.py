"""Text for signed-in staff only: encrypted on its way into the database."""

from functools import lru_cache
from importlib import import_module

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models

text_rules = import_module(settings.TEXT_RULES)


@lru_cache
def _box(keys):
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text):
    """`text` under the newest of FIELD_ENCRYPTION_KEYS, as url-safe ASCII."""
    return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).encrypt(text.encode()).decode("ascii")


def decrypt(sealed):
    """Reads with any of FIELD_ENCRYPTION_KEYS. Raises cryptography.fernet.InvalidToken when no key fits."""
    return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).decrypt(sealed.encode()).decode()


class EncryptedTextField(models.TextField):
    """Text, encrypted with the newest of FIELD_ENCRYPTION_KEYS and read with any of them.

    The database can neither search nor sort it. Raises cryptography.fernet.InvalidToken when no key fits. Empty text
    stays empty. What no text may hold is left out when it is stored, and from what was stored before:
    `rule` is a function of settings.TEXT_RULES.
    """

    def __init__(self, *args, rule=text_rules.clean_text, **kwargs):
        super().__init__(*args, **kwargs)
        self.rule = rule

    def to_python(self, value):
        value = super().to_python(value)
        return self.rule(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value) if value else value

    def from_db_value(self, value, expression, connection):
        return self.to_python(decrypt(value)) if value else value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
