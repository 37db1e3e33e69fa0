"""Backups: an encrypted copy of database and media, made while the site runs, and verified by restoring it.

A backup is a tar archive in the format of age. It holds the database (`site.sqlite3`, or `database.dump` in the format
of pg_restore), the files under `media/`, and last a `manifest.json` that lists what the backup should contain.
"""

import sqlite3
from contextlib import contextmanager

import pyrage
from django.db import DatabaseError

from clinic_site.operations.startup import first_line


class BackupError(Exception):
    """Says in a sentence why a backup was not made, is incomplete, or cannot be restored."""


@contextmanager
def explain_errors(problem):
    """Turns errors of disks and databases into a BackupError that begins with `problem`."""
    try:
        yield
    except (OSError, pyrage.EncryptError, sqlite3.Error, DatabaseError) as error:
        raise BackupError(f"{problem} ({first_line(error)}).") from error
