from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from clinic_site.operations.backups import BackupError
from clinic_site.operations.backups.restore import restore_backup
from clinic_site.operations.startup import direct_connection, find_port_problem, refuse_unreachable_database


class Command(BaseCommand):
    help = "Restores a backup into the site's database, which has to be empty. Stop the site first."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="A backup, like clinic-20260302T030000Z.tar.age")

    def handle(self, *args, file, **options):
        if find_port_problem():
            raise CommandError(f"A program listens on {settings.BIND} port {settings.PORT}. Stop the site first.")
        with direct_connection():
            refuse_unreachable_database()
            try:
                restore_backup(file)
            except BackupError as problem:
                raise CommandError(problem) from None
        self.stdout.write(f"Restored {file.name}. Start the site; all staff have to sign in again.")
