"""Verifies the newest backup: restores it into a scratch database and compares it with its manifest."""

import hashlib

from cryptography.fernet import InvalidToken
from django.db import connection, connections, models
from django.utils import timezone

from articles import pictures
from articles.models import Picture
from clinic_site.models import Backup
from clinic_site.operations.backups import BackupError, databases, explain_errors
from clinic_site.operations.backups.archive import unpack
from clinic_site.operations.backups.folders import (
    backup_folder,
    exclusive_lock,
    list_backups,
    made_at,
    scratch_folder,
)
from clinic_site.operations.startup import find_unknown_migrations


def verify_newest_backup():
    """Verifies the newest backup and writes the result to its row. Returns its path. Raises BackupError.

    Until it is done, this takes room in DATA_DIR for everything in the backup.
    """
    folder = backup_folder()
    with exclusive_lock(folder, "restore_check"):
        paths = list_backups(folder)
        # A row without a size is of a backup that is being made.
        Backup.objects.exclude(size=None).exclude(file_name__in=[path.name for path in paths]).delete()
        if not paths:
            raise BackupError(f"There is no backup in {folder}. Make one with: python manage.py backup")
        try:
            with explain_errors("The verification did not finish"):
                verify_backup(paths[0])
        except BackupError as error:
            record_result(paths[0], str(error))
            raise
        except Exception as error:
            record_result(paths[0], f"The verification itself failed ({type(error).__name__}).")
            raise
        record_result(paths[0], "")
    return paths[0]


def record_result(path, problem):
    """Writes the result to the backup's row, or to a new one: a restored database may lack it."""
    result = {"size": path.stat().st_size, "made_at": made_at(path), "checked_at": timezone.now(), "problem": problem}
    Backup.objects.update_or_create(file_name=path.name, defaults=result)


def verify_backup(path):
    with scratch_folder("restore-check") as scratch:
        manifest = unpack(path, scratch)
        refuse_other_database(manifest)
        refuse_other_release(manifest)
        file = scratch / databases.FILE_NAME[connection.vendor]
        with (
            databases.scratch_database(file) as name,
            databases.second_connection("restored", NAME=name) as alias,
        ):
            compare_with_manifest(alias, manifest, scratch / "media")


def refuse_other_database(manifest):
    made_of, configured = databases.DISPLAY_NAME[manifest["database"]], databases.DISPLAY_NAME[connection.vendor]
    if made_of != configured:
        raise BackupError(f"The backup contains a {made_of} database, but DATABASE_URL names a {configured} database.")


def refuse_other_release(manifest):
    if unknown := find_unknown_migrations(manifest["migrations"]):
        raise BackupError(
            f"Another release made the backup, with the migration {unknown[-1]}, which this release does not have. "
            "Install that release first."
        )


def compare_with_manifest(alias, manifest, media):
    """Raises BackupError unless the database of `alias` and the media are as the manifest says."""
    with explain_errors("The restored database cannot be read"):
        problems = [
            *find_damaged_pages(alias),
            *find_wrong_counts(manifest["rows"], databases.count_rows(alias)),
            *find_wrong_canary(alias, manifest),
            *find_missing_pictures(alias, media, set(manifest["removed_meanwhile"])),
        ]
    if problems:
        raise BackupError(" ".join(problems))


def find_damaged_pages(alias):
    """For SQLite, which copies page by page; PostgreSQL reads every row while copying."""
    if connections[alias].vendor == "sqlite":
        column = {"integrity_check": models.TextField(primary_key=True)}
        check = databases.table_model("pragma_integrity_check", **column)
        found = list(check.objects.using(alias).values_list("integrity_check", flat=True))
        if found != ["ok"]:
            yield f"The database itself is damaged, in {len(found)} places or more."


def find_wrong_counts(expected, found):
    for name in sorted(expected | found):
        if expected.get(name) != found.get(name):
            yield f"The table {name} has {found.get(name, 'no')} rows instead of {expected.get(name, 'none')}."


def find_wrong_canary(alias, manifest):
    rows = Backup.objects.using(alias).filter(file_name=manifest["file_name"])
    try:
        found = list(rows.values_list("canary", flat=True))
    except InvalidToken:
        yield "None of FIELD_ENCRYPTION_KEYS can decrypt it: everything that patients wrote would be lost."
    else:
        if found != [manifest["canary"]]:
            yield "The test row stored with the backup is missing or different."


def find_missing_pictures(alias, media, removed_meanwhile):
    needed = databases.picture_files(alias) - removed_meanwhile
    missing = sorted(name for name in needed if not (media / name).is_file())
    if missing:
        yield f"{len(missing)} of {len(needed)} picture files are missing, such as {missing[0]}."
    for content_hash, width in Picture.objects.using(alias).values_list("content_hash", "width"):
        name = pictures.file_name(content_hash, width)
        file = media / name
        if file.is_file() and not hashlib.sha256(file.read_bytes()).hexdigest().startswith(content_hash):
            yield f"The picture {name} is damaged."
