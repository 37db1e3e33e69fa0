"""Makes a backup, and deletes old ones."""

import json
import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from clinic_site.models import Backup
from clinic_site.operations.backups import databases, explain_errors
from clinic_site.operations.backups.archive import add_file, add_member, encrypted_archive
from clinic_site.operations.backups.folders import (
    TIME_IN_NAME,
    backup_folder,
    exclusive_lock,
    list_backups,
    made_at,
    scratch_folder,
    sync_folder,
)
from clinic_site.operations.startup import recorded_migrations

RETENTION = timedelta(days=30)
LEAST_KEPT = 3  # of the newest, however old they are


def make_backup():
    """Makes a backup and deletes those past their retention. Returns the new row. Raises BackupError.

    The site runs on meanwhile. Until it is done, this takes as much room in DATA_DIR as the database.
    """
    folder = backup_folder()
    with (
        explain_errors("The backup cannot be written"),
        exclusive_lock(folder, "backup"),
        scratch_folder("backup-under-way") as scratch,
    ):
        for leftover in folder.glob(".clinic-*"):
            leftover.unlink()  # of a killed run
        now = timezone.now().replace(microsecond=0)
        canary = Backup._meta.get_field("canary").get_default()
        backup, _ = Backup.objects.update_or_create(
            file_name=f"clinic-{now:{TIME_IN_NAME}}.tar.age",
            defaults={"made_at": now, "canary": canary, "size": None, "checked_at": None, "problem": ""},
        )
        path = folder / backup.file_name
        draft = folder / f".{backup.file_name}"
        try:
            write_archive(draft, backup, scratch)
            os.replace(draft, path)
            sync_folder(folder)
        finally:
            draft.unlink(missing_ok=True)
        backup.size = path.stat().st_size
        backup.save(update_fields=["size"])
        delete_old_backups(folder)
    return backup


def write_archive(draft, backup, scratch):
    database = scratch / databases.FILE_NAME[connection.vendor]
    with databases.snapshot() as alias:
        manifest = {
            "file_name": backup.file_name,
            "made_at": backup.made_at.isoformat(),
            "canary": backup.canary,
            "database": connection.vendor,
            "migrations": sorted(recorded_migrations(alias)),
            "rows": databases.count_rows(alias),
        }
        needed = databases.picture_files(alias)
        databases.copy_to_file(alias, database)
    with encrypted_archive(draft) as archive:
        add_file(archive, database)
        database.unlink()
        missing = needed - add_media(archive)
        manifest["removed_meanwhile"] = sorted(missing - databases.picture_files("default"))
        add_member(archive, "manifest.json", json.dumps(manifest).encode())


def add_media(archive):
    """Adds every file under MEDIA_ROOT, one in memory at a time. Returns the names of those that were still there."""
    added = set()
    for folder, folders, files in os.walk(settings.MEDIA_ROOT):
        folders.sort()
        for file in sorted(files):
            path = Path(folder) / file
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            name = path.relative_to(settings.MEDIA_ROOT).as_posix()
            add_member(archive, f"media/{name}", content)
            added.add(name)
    return added


def delete_old_backups(folder):
    """Deletes backups past their retention, and rows without a file. The newest verified backup stays."""
    paths = list_backups(folder)
    verified = set(Backup.objects.filter(problem="").exclude(checked_at=None).values_list("file_name", flat=True))
    newest_verified = next((path for path in paths if path.name in verified), None)
    for path in paths[LEAST_KEPT:]:
        if path != newest_verified and made_at(path) < timezone.now() - RETENTION:
            path.unlink()
    Backup.objects.exclude(file_name__in=[path.name for path in list_backups(folder)]).delete()
