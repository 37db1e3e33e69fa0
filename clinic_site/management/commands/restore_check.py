from django.core.management.base import BaseCommand, CommandError

from clinic_site.operations import backups
from clinic_site.operations.startup import refuse_unreachable_database


class Command(BaseCommand):
    help = "Restores the newest backup aside and compares it with what was there when it was made."

    def handle(self, *args, **options):
        refuse_unreachable_database()
        try:
            path = backups.check_newest()
        except backups.BackupError as problem:
            raise CommandError(problem) from None
        self.stdout.write(f"{path.name} was restored and holds everything that it should")
