"""Restores a backup into the site's own database and media folder."""

import shutil

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection

from clinic_site.models import Backup
from clinic_site.operations.backups import BackupError, databases, explain_errors
from clinic_site.operations.backups.archive import unpack
from clinic_site.operations.backups.folders import scratch_folder
from clinic_site.operations.backups.verify import compare_with_manifest, refuse_other_database, refuse_other_release


def restore_backup(path):
    """Restores a backup into the configured, empty database and into MEDIA_ROOT. Raises BackupError.

    Media files that exist already stay, since the content behind a name never changes. The database is filled last, in
    one step, so a restore that was killed can be run again.
    """
    if connection.introspection.table_names():
        raise BackupError(
            "The database is not empty. A backup is restored into an empty one: move the old one away, or set "
            "DATABASE_URL to a new one."
        )
    with explain_errors("The backup cannot be restored"), scratch_folder("restore") as scratch:
        manifest = unpack(path, scratch)
        refuse_other_database(manifest)
        refuse_other_release(manifest)
        move_files(scratch / "media", settings.MEDIA_ROOT)
        databases.fill_from_file(scratch / databases.FILE_NAME[connection.vendor])
        try:
            compare_with_manifest("default", manifest, settings.MEDIA_ROOT)
        except BackupError as error:
            raise BackupError(f"{error} The database was filled nevertheless: empty it before trying again.") from None
    call_command("migrate", interactive=False, verbosity=0)
    Session.objects.all().delete()  # one that ended since then must not be open again
    Backup.objects.filter(file_name=manifest["file_name"]).update(size=path.stat().st_size)


def move_files(source, destination):
    for file in sorted(source.rglob("*")):
        if file.is_file():
            target = destination / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, target)
