"""Django's own command, safe when several hosts start at once: Django looks what is to be done, then does it."""

from django.core.management.commands import migrate
from django.db import connections

from clinic_site import generation
from clinic_site.operations.startup import one_at_a_time


class Command(migrate.Command):
    def handle(self, *args, **options):
        connection = connections[options["database"]]
        with one_at_a_time():
            if connection.vendor == "sqlite":
                generation.remove_on_sqlite(connection)
            try:
                return super().handle(*args, **options)
            finally:  # also after a migration that failed: an older version of the site may go on running
                generation.install_triggers(connection)
