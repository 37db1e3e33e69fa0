from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError

from consultations.privacy import key_rotation


class Command(BaseCommand):
    help = (
        "Writes everything encrypted anew with the newest of FIELD_ENCRYPTION_KEYS, and what makes requests findable "
        "with LOOKUP_HASH_KEY. After it, older keys can be taken out of the settings."
    )

    def handle(self, *args, **options):
        try:
            rows = key_rotation.reencrypt()
        except InvalidToken:
            raise CommandError(
                "There are rows that none of FIELD_ENCRYPTION_KEYS can read. Add the key they were written with at "
                "the end of the list, and run this again."
            ) from None
        self.stdout.write(f"Encrypted with the newest key: {rows} rows")
