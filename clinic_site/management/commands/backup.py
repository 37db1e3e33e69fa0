from django.core.management.base import BaseCommand, CommandError

from clinic_site.operations.backups import BackupError
from clinic_site.operations.backups.make import make_backup
from clinic_site.operations.startup import direct_connection, refuse_unreachable_database


class Command(BaseCommand):
    help = "Writes an encrypted copy of database and media to BACKUP_DIR while the site runs, and deletes old backups."

    def handle(self, *args, **options):
        with direct_connection():
            refuse_unreachable_database()
            try:
                backup = make_backup()
            except BackupError as problem:
                raise CommandError(problem) from None
        self.stdout.write(f"Made {backup.file_name} ({backup.size:,} bytes)")
