from django.core.management.base import BaseCommand, CommandError

from clinic_site.operations.backups import BackupError
from clinic_site.operations.backups.verify import verify_newest_backup
from clinic_site.operations.startup import (
    direct_connection,
    refuse_other_migration_history,
    refuse_unreachable_database,
)


class Command(BaseCommand):
    help = "Restores the newest backup into a scratch database and checks that nothing is missing."

    def handle(self, *args, **options):
        with direct_connection():
            refuse_unreachable_database()
            refuse_other_migration_history()
            try:
                path = verify_newest_backup()
            except BackupError as problem:
                raise CommandError(problem) from None
        self.stdout.write(f"{path.name} was restored and compared: nothing is missing")
