"""The checks of every process before it starts, and the signals that stop it."""

import logging
import pkgutil
import signal
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, connections
from django.db.migrations.recorder import MigrationRecorder

from clinic_site import demo
from consultations.privacy import key_rotation

LOCK = 10751165  # any number that nothing else on the same database uses
OWN_APPS = {"articles", "clinic_site", "consultations"}

logger = logging.getLogger(__name__)


def find_port_problem():
    """The reason why the site cannot listen on BIND and PORT; empty if it can."""
    family = socket.AF_INET6 if ":" in settings.BIND else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.BIND, settings.PORT))
        except OSError as error:
            return error.strerror
    return ""


@contextmanager
def direct_connection():
    """Goes past the connection pool, if there is one, for what needs a session of its own, such as pg_dump."""
    if not settings.DATABASE_DIRECT:
        yield
        return
    pooled = connection.settings_dict.copy()
    connection.close()
    connection.settings_dict.update(settings.DATABASE_DIRECT)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(pooled)


def refuse_unreachable_database():
    """Raises ImproperlyConfigured when no connection to the database can be made."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        if "startup parameter" in str(error):
            raise ImproperlyConfigured(
                f"DATABASE_URL leads to a connection pool ({first_line(error)}). Set DATABASE_DIRECT_URL to the "
                "database itself."
            ) from None
        raise ImproperlyConfigured(
            f"the database cannot be reached ({first_line(error)}). Check DATABASE_URL, or DATA_DIR for SQLite."
        ) from None


def refuse_unusable_database():
    """Raises ImproperlyConfigured when the database cannot be used.

    It is unreachable, not migrated or migrated by another release, belongs to a demo although this is a real site, or
    holds data that the keys cannot decrypt.
    """
    refuse_unreachable_database()
    try:
        refuse_other_migration_history()
        refuse_endless_waits()
        has_demo_account = get_user_model().objects.filter(username=demo.STAFF_USERNAME).exists()
        key_problem = key_rotation.find_problem()
    except DatabaseError as error:
        raise ImproperlyConfigured(
            f"the database is not prepared ({first_line(error)}). Run: python manage.py migrate"
        ) from None
    if has_demo_account and not settings.DEMO:
        raise ImproperlyConfigured(
            f'this database belongs to a demo: it has the account "{demo.STAFF_USERNAME}". '
            "Set DATABASE_URL or DATA_DIR to a new database for the real site."
        )
    if key_problem:
        raise ImproperlyConfigured(key_problem)


def refuse_endless_waits():
    """Raises ImproperlyConfigured when sessions wait for a lock for ever, as behind a pool that drops `options`."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.callproc("current_setting", ["lock_timeout"])
        if cursor.fetchone() != ("0",):
            return
    raise ImproperlyConfigured(
        "the sessions of DATABASE_URL have no lock_timeout, so a locked table would leave patients without an answer. "
        "If it leads to a connection pool, set DATABASE_DIRECT_URL to the database itself, with the same user, and "
        "run: python manage.py migrate. Then let the pool connect anew (in PgBouncer's console: RECONNECT)."
    )


def refuse_other_migration_history():
    """Raises ImproperlyConfigured when the database has migrations of our apps that this release does not have."""
    if unknown := find_unknown_migrations(recorded_migrations()):
        raise ImproperlyConfigured(
            f"another release made this database: it has the migration {unknown[-1]}, which this release does not "
            "have. Install that release, or set DATABASE_URL or DATA_DIR to a new database."
        )


def find_unknown_migrations(names):
    """Those of `names`, like "articles.0001_initial", that belong to our apps and not to this release."""
    return sorted({name for name in names if name.partition(".")[0] in OWN_APPS} - available_migrations())


def recorded_migrations(alias="default"):
    """The names of all migrations that were applied to the database."""
    return {f"{app}.{name}" for app, name in MigrationRecorder(connections[alias]).applied_migrations()}


def available_migrations():
    """The names of all migrations of this release, found without loading them."""
    return {
        f"{app.label}.{module.name}"
        for app in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(app.path) / "migrations")])
        if module.name[0] not in "_~"
    }


@contextmanager
def one_at_a_time():
    """Lets one process in at a time, on all hosts together, past any connection pool. The others wait.

    On PostgreSQL only: SQLite is not shared by hosts, and a second start on one host finds its port taken.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with direct_connection():  # the lock belongs to a session
        if not call_lock_function("pg_try_advisory_lock"):
            logger.info("Another process is preparing the database: waiting until it has finished")
            while not call_lock_function("pg_try_advisory_lock"):
                time.sleep(1)
        try:
            yield
        finally:
            call_lock_function("pg_advisory_unlock")


def call_lock_function(name):
    with connection.cursor() as cursor:
        cursor.callproc(name, [LOCK])
        return cursor.fetchone()[0]


def listen_for_stop():
    """Returns a threading.Event set by Ctrl-C, a service manager, gunicorn or a closed terminal (not under `nohup`)."""
    stop = threading.Event()
    numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, lambda *_: stop.set())
    return stop


def first_line(error):
    return str(error).strip().partition("\n")[0] or type(error).__name__
