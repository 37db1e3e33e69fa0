"""The folder of the backups, and folders to work in."""

import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime

from django.conf import settings

from clinic_site.operations.backups import BackupError
from clinic_site.operations.startup import first_line

NAME = re.compile(r"clinic-(\d{8}T\d{6}Z)\.tar\.age")
TIME_IN_NAME = "%Y%m%dT%H%M%SZ"  # UTC, so that names sort by age


def backup_folder():
    """BACKUP_DIR, created if missing. Raises BackupError if it cannot be used, or BACKUP_KEY is not set."""
    unset = [name for name in ("BACKUP_DIR", "BACKUP_KEY") if not getattr(settings, name)]
    if unset:
        raise BackupError(
            f"{' and '.join(unset)} {'is' if len(unset) == 1 else 'are'} not set. "
            "docs/install-and-operate.md explains both, under Backups."
        )
    try:
        settings.BACKUP_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        problem = f"BACKUP_DIR is {settings.BACKUP_DIR}, which cannot be created ({first_line(error)})."
        raise BackupError(problem) from None
    if not os.access(settings.BACKUP_DIR, os.W_OK | os.X_OK):
        raise BackupError(f"BACKUP_DIR is {settings.BACKUP_DIR}, which this user cannot write to.")
    return settings.BACKUP_DIR


def list_backups(folder):
    """The paths of all backups, newest first."""
    return sorted((path for path in folder.glob("clinic-*") if NAME.fullmatch(path.name)), reverse=True)


def made_at(path):
    return datetime.strptime(NAME.fullmatch(path.name)[1], TIME_IN_NAME).replace(tzinfo=UTC)


@contextmanager
def exclusive_lock(folder, name):
    """Holds a lock file during the block. The lock is released when its process ends, even if killed.

    Raises BackupError if another process has it.
    """
    with (folder / f".{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another {name} is running.") from None
        yield


@contextmanager
def scratch_folder(name):
    """An empty folder in DATA_DIR, deleted afterwards; whatever a killed run left in it is deleted first."""
    folder = settings.DATA_DIR / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def sync_folder(folder):
    """Makes the names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
