"""Delivers mails and runs due tasks until it is stopped."""

import logging
import sys
import threading
import time
from contextvars import copy_context

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection, connections

from clinic_site.operations import scheduled
from clinic_site.operations.log_format import log_uncaught
from clinic_site.operations.moved_database import close_connections_to_moved_files
from clinic_site.operations.startup import listen_for_stop, refuse_unusable_database
from consultations.mail import outbox

PAUSE = 2  # seconds between two looks into the outbox
MAX_CONNECTIONS = 4  # to the mail server at once; another begins only while mails wait behind a slow one
WAIT_AT_STOP = 10  # seconds for mails that the server is taking; another attempt repeats what it did not answer by then

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Delivers the mails of the outbox, and erases data past its retention. Any number of workers may run."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Deliver due mails and run due tasks once, then stop.")

    def handle(self, *args, once, **options):
        sys.excepthook = log_uncaught
        commit_without_sync()
        refuse_unusable_database()
        if once:
            self.stdout.write(f"Emails that the mail server accepted: {outbox.deliver_due()}")
            scheduled.run_due_tasks()
            return

        stop = listen_for_stop()
        deliveries = []
        logger.info("The mail worker has started")
        outbox.retry_refused()
        while not stop.is_set():
            close_old_connections()
            close_connections_to_moved_files()
            try:
                deliveries = [delivery for delivery in deliveries if delivery.is_alive()]
                if len(deliveries) < MAX_CONNECTIONS and outbox.has_due():
                    deliveries.append(
                        threading.Thread(target=copy_context().run, args=[deliver_mails, stop], daemon=True)
                    )
                    deliveries[-1].start()
                scheduled.run_due_tasks()
            except Error as error:  # the mails wait in the database until it is back
                logger.error("The worker cannot reach the database (%s)", type(error).__name__)
            stop.wait(PAUSE)
        end = time.monotonic() + WAIT_AT_STOP
        for delivery in deliveries:
            delivery.join(max(end - time.monotonic(), 0))


def deliver_mails(stop):
    """Delivers what is due, one mail after the other, in a thread: a mail server may take minutes for an answer."""

    def is_over():
        close_connections_to_moved_files()
        return stop.is_set()

    try:
        outbox.deliver_due(until=is_over)
    except Exception as error:  # the next look into the outbox begins again
        logger.error("Deliveries stopped (%s)", type(error).__name__)
    finally:
        connections.close_all()


def commit_without_sync():
    """Lets the worker's commits return before they are on disk, so that patients' requests, which are, wait less.

    Two synced commits for each mail would otherwise hold SQLite's only write lock. A power cut may undo the worker's
    last seconds, but never half a commit: it does them again, and resends a mail with the same Message-ID.
    """
    if settings.DATABASE_DIRECT:
        return  # a pool shares sessions, so patients' commits would not be synced either
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "sqlite":
        options["init_command"] += " PRAGMA synchronous=NORMAL;"
    else:
        options["options"] += " -c synchronous_commit=off"
