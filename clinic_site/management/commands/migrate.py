"""Django's own command, made safe for several hosts that start at once: one plans and migrates at a time."""

from django.core.management.commands import migrate
from django.db import connections

from clinic_site import generation
from clinic_site.operations.startup import one_at_a_time, refuse_other_migration_history, refuse_unreachable_database


class Command(migrate.Command):
    def handle(self, *args, **options):
        refuse_unreachable_database()
        connection = connections[options["database"]]
        with one_at_a_time():
            refuse_other_migration_history()
            if connection.vendor == "sqlite":
                generation.remove_on_sqlite(connection)
            try:
                return super().handle(*args, **options)
            finally:  # also after a migration that failed: an older version of the site may go on running
                generation.install_triggers(connection)
