"""Writes an environment file for a real site, with new keys: `python -m clinic_site.environment_file FILE`.

The other settings of docs/deploy/clinic.env.example become comments, to be filled in.
"""

import os
import re
import sys
from pathlib import Path

from clinic_site.demo import CREATE_KEY

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "deploy" / "clinic.env.example"
KEYS = {
    "DJANGO_SECRET_KEY": "secret_key",
    "FIELD_ENCRYPTION_KEYS": "field_encryption_key",
    "LOOKUP_HASH_KEY": "lookup_hash_key",
    "BACKUP_KEY": "backup_key",
}


def write_environment(path):
    """Readable by its owner alone. Raises FileExistsError rather than overwrite a file."""
    text = re.sub(r"^([A-Z_]+)=.*$", fill_in, EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    with open(path, "x", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        file.write(text)


def fill_in(line):
    name = line[1]
    return f"{name}={CREATE_KEY[KEYS[name]]()}" if name in KEYS else f"#{line[0]}"


def main():
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "clinic.env")
    try:
        write_environment(path)
    except FileExistsError:
        sys.exit(f"{path} exists and was not changed. Name another file, like: make env FILE=new.env")
    except OSError as error:
        sys.exit(f"{path} cannot be written ({error.strerror}).")
    print(f"Wrote {path} with new keys. Keep a copy of them off this machine, and fill in the lines that begin with #.")


if __name__ == "__main__":
    main()
