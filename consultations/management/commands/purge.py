from django.core.management.base import BaseCommand

from consultations.privacy import retention


class Command(BaseCommand):
    help = "Erases data at the end of its retention period (consultations/privacy/data_map.py). The worker runs it."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Count what would be erased; erase nothing.")

    def handle(self, *args, dry_run, **options):
        counts = retention.count_expired() if dry_run else retention.purge()
        verb = "Would erase" if dry_run else "Erased"
        for kind, count in counts.items():
            self.stdout.write(f"{verb} {kind}: {count}")
