"""Delivers mails and runs due tasks until it is stopped."""

import logging
import sys
import time

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection

from clinic_site.operations import scheduled
from clinic_site.operations.log_format import log_uncaught
from clinic_site.operations.moved_database import close_connections_to_moved_files
from clinic_site.operations.startup import listen_for_stop, refuse_unusable_database
from consultations.mail import outbox

PAUSE = 2  # seconds between two looks into the outbox
LONGEST_ROUND = 60  # seconds of mails in a row: a mail server that hangs must not keep the worker from other tasks

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
        logger.info("The mail worker has started")
        while not stop.is_set():
            close_old_connections()
            close_connections_to_moved_files()
            try:
                deadline = time.monotonic() + LONGEST_ROUND
                outbox.deliver_due(until=lambda end=deadline: stop.is_set() or time.monotonic() > end)
                scheduled.run_due_tasks()
            except Error as error:  # the mails wait in the database until it is back
                logger.error("The worker cannot reach the database (%s)", type(error).__name__)
            stop.wait(PAUSE)


def commit_without_sync():
    """Lets the worker's commits return before they are on disk, so that patients' requests, which are, wait less.

    Two synced commits for each mail would otherwise hold SQLite's only write lock. A power cut may undo the worker's
    last seconds, but never half a commit: it does them again, and resends a mail with the same Message-ID.
    """
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "sqlite":
        options["init_command"] += " PRAGMA synchronous=NORMAL;"
    else:
        options["options"] += " -c synchronous_commit=off"
