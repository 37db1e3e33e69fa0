"""Only for demos: keys created at the first start, and a staff account that a real site refuses.

A site is a demo while DJANGO_SECRET_KEY is not set.
"""

import fcntl
import json
import os
import secrets
import tempfile
from contextlib import contextmanager

import pyrage
from cryptography.fernet import Fernet

STAFF_USERNAME = "demo-staff"
CREATE_KEY = {
    "secret_key": lambda: secrets.token_urlsafe(50),
    "field_encryption_key": lambda: Fernet.generate_key().decode(),
    "lookup_hash_key": lambda: secrets.token_urlsafe(32),
    "backup_key": lambda: str(pyrage.x25519.Identity.generate()),
}


def read_or_create_keys(data_dir):
    """The demo's keys, from `data_dir`/demo-keys.json. Each is created once: stored data depends on it."""
    path = data_dir / "demo-keys.json"
    with locked(data_dir):
        keys = json.loads(path.read_text()) if path.exists() else {}
        missing = {name: create() for name, create in CREATE_KEY.items() if name not in keys}
        if missing:
            keys |= missing
            descriptor, draft = tempfile.mkstemp(dir=data_dir)  # readable by this user alone
            with os.fdopen(descriptor, "w") as file:
                json.dump(keys, file)
            os.replace(draft, path)
    return keys


@contextmanager
def locked(folder):
    """Makes other processes that start at the same moment wait."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
