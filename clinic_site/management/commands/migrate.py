"""Django's own command, safe when several hosts start at once: Django looks what is to be done, then does it."""

from django.core.management.commands import migrate

from clinic_site.operations.startup import one_at_a_time


class Command(migrate.Command):
    def handle(self, *args, **options):
        with one_at_a_time():
            return super().handle(*args, **options)
