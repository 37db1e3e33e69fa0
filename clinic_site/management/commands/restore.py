from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from clinic_site.management.commands.serve import why_port_is_busy
from clinic_site.operations import backups
from clinic_site.operations.startup import refuse_unreachable_database


class Command(BaseCommand):
    help = "Restores a backup into the site's database, which has to be empty. Stop the site before."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="A backup, like clinic-20260302T030000Z.tar.age")

    def handle(self, *args, file, **options):
        if why_port_is_busy():
            raise CommandError(f"Something answers on {settings.BIND} port {settings.PORT}. Stop the site first.")
        refuse_unreachable_database()
        try:
            backups.restore(file)
        except backups.BackupError as problem:
            raise CommandError(problem) from None
        self.stdout.write(f"Restored {file.name}. Start the site; everybody signs in again.")
