"""What only a demo has: keys made on first use, and a staff account that a real site must not hold.

A site is a demo while DJANGO_SECRET_KEY is not set.
"""

import json
import os
import secrets
import tempfile

from cryptography.fernet import Fernet

STAFF_USERNAME = "demo-staff"


def read_or_make_keys(data_dir):
    """The demo's keys, from `data_dir`/demo-keys.json: made once, since stored requests depend on them."""
    path = data_dir / "demo-keys.json"
    if not path.exists():
        _write_once(path)
    return json.loads(path.read_text())


def _write_once(path):
    keys = {
        "secret_key": secrets.token_urlsafe(50),
        "field_encryption_key": Fernet.generate_key().decode(),
        "lookup_hash_key": secrets.token_urlsafe(32),
    }
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # readable by this user alone
    with os.fdopen(descriptor, "w") as file:
        json.dump(keys, file)
    try:
        os.link(draft, path)  # fails when another process was first: then its keys are the demo's
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
