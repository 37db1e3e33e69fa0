from django.core.management.base import BaseCommand, CommandError

from clinic_site.operations import backups
from clinic_site.operations.startup import refuse_unreachable_database


class Command(BaseCommand):
    help = "Writes an encrypted copy of database and media to BACKUP_DIR while the site goes on, and deletes old ones."

    def handle(self, *args, **options):
        refuse_unreachable_database()
        try:
            backup = backups.make()
        except backups.BackupError as problem:
            raise CommandError(problem) from None
        self.stdout.write(f"Made {backup.file_name} ({backup.size:,} bytes)")
