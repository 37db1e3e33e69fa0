from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError

from consultations.privacy import key_rotation


class Command(BaseCommand):
    help = (
        "Encrypts all stored data with the newest of FIELD_ENCRYPTION_KEYS, and renews lookup keys with "
        "LOOKUP_HASH_KEY. After that you can remove older keys from the settings."
    )

    def handle(self, *args, **options):
        try:
            rows = key_rotation.reencrypt()
        except InvalidToken:
            raise CommandError(
                "Some rows cannot be decrypted with any of FIELD_ENCRYPTION_KEYS. Add the key they were encrypted with "
                "at the end of the list, and run this again."
            ) from None
        self.stdout.write(f"Encrypted with the newest key: {rows} rows")
