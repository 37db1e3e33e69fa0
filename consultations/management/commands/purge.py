from django.core.management.base import BaseCommand

from consultations.privacy import retention


class Command(BaseCommand):
    help = "Erases what has been kept long enough. The worker does so every day; see consultations/privacy/data_map.py."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Tell what would be erased, and erase nothing.")

    def handle(self, *args, dry_run, **options):
        erased = retention.what_is_due() if dry_run else retention.purge()
        verb = "Would erase" if dry_run else "Erased"
        for what, number in erased.items():
            self.stdout.write(f"{verb} {what}: {number}")
