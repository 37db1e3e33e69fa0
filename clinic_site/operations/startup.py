"""What web server and worker look at before they start, and how they are told to stop."""

import signal
import threading
import time
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from clinic_site import demo
from consultations.privacy import key_rotation

LOCK = 10751165  # any number that nothing else on the same database takes


def refuse_unreachable_database():
    """Raises ImproperlyConfigured when no connection to the database can be made."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise ImproperlyConfigured(
            f"the database cannot be reached ({first_line(error)}). Check DATABASE_URL, or DATA_DIR for SQLite."
        ) from None


def refuse_unusable_database():
    """Raises ImproperlyConfigured when the database cannot be used.

    It is away, not migrated, a demo's on a real site, or holds what the keys cannot read. Seven queries at most.
    """
    refuse_unreachable_database()
    try:
        holds_demo_account = get_user_model().objects.filter(username=demo.STAFF_USERNAME).exists()
        keys_problem = key_rotation.find_problem()
    except DatabaseError as error:
        raise ImproperlyConfigured(
            f"the database is not prepared ({first_line(error)}). Run: python manage.py migrate"
        ) from None
    if holds_demo_account and not settings.DEMO:
        raise ImproperlyConfigured(
            f'this database holds the account "{demo.STAFF_USERNAME}" of a demo, with its sample content. '
            "Set DATABASE_URL or DATA_DIR to a new database for the real site."
        )
    if keys_problem:
        raise ImproperlyConfigured(keys_problem)


@contextmanager
def one_at_a_time():
    """Lets one process through and has the others wait, on however many hosts, for as long as it takes.

    On PostgreSQL; SQLite is no database of several hosts, and a second start on one host finds its port taken.
    """
    if connection.vendor != "postgresql":
        yield
        return
    while not ask_database("pg_try_advisory_lock"):
        time.sleep(1)
    try:
        yield
    finally:
        ask_database("pg_advisory_unlock")


def ask_database(function):
    with connection.cursor() as cursor:
        cursor.callproc(function, [LOCK])
        return cursor.fetchone()[0]


def stop_when_told():
    """A threading.Event that Ctrl-C, a service manager or a closed terminal sets; under `nohup`, not the terminal."""
    stop = threading.Event()
    names = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        names.append(signal.SIGHUP)
    for name in names:
        signal.signal(name, lambda *_: stop.set())
    return stop


def first_line(error):
    return str(error).strip().partition("\n")[0]
