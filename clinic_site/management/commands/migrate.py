"""Django's own command, made safe for several hosts that start at once: one plans and migrates at a time."""

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections

from clinic_site import generation
from clinic_site.environment import LOCK_TIMEOUT
from clinic_site.operations.startup import (
    direct_connection,
    one_at_a_time,
    refuse_other_migration_history,
    refuse_unreachable_database,
)


class Command(migrate.Command):
    def handle(self, *args, **options):
        connection = connections[options["database"]]
        with direct_connection():
            refuse_unreachable_database()
            with one_at_a_time():
                refuse_other_migration_history()
                if connection.vendor == "sqlite":
                    generation.remove_on_sqlite(connection)
                try:
                    return super().handle(*args, **options)
                finally:  # also after a migration that failed: an older version of the site may go on running
                    generation.install_triggers(connection)
                    if settings.DATABASE_DIRECT:
                        limit_waits_of_the_role(connection)


def limit_waits_of_the_role(connection):
    """A pool shares sessions among processes, so none of them can set this for itself."""
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"ALTER ROLE CURRENT_USER IN DATABASE {name} SET lock_timeout = '{LOCK_TIMEOUT}s'")
