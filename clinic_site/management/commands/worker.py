"""Delivers mails and does what is due from time to time, until it is stopped."""

import logging
import sys
import time

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection

from clinic_site.operations import scheduled
from clinic_site.operations.log_format import write_uncaught
from clinic_site.operations.startup import refuse_unusable_database, stop_when_told
from consultations.mail import outbox

PAUSE = 2  # seconds between two looks into the outbox
LONGEST_ROUND = 60  # seconds of mails in a row: a mail server that hangs must not keep the worker from the rest

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Delivers the mails of the outbox, erases what has been kept long enough. Any number of workers may run."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do what is due now, then stop.")

    def handle(self, *args, once, **options):
        sys.excepthook = write_uncaught
        wait_for_no_disk()
        refuse_unusable_database()
        if once:
            self.stdout.write(f"{outbox.deliver_due()} mails were taken by the mail server")
            scheduled.do_what_is_due()
            return

        stop = stop_when_told()
        logger.info("The worker delivers mails")
        while not stop.is_set():
            close_old_connections()
            try:
                deadline = time.monotonic() + LONGEST_ROUND
                outbox.deliver_due(until=lambda end=deadline: stop.is_set() or time.monotonic() > end)
                scheduled.do_what_is_due()
            except Error as error:  # the database is away: it may come back, and the mails wait in it
                logger.error("The worker cannot reach the database (%s)", type(error).__name__)
            stop.wait(PAUSE)


def wait_for_no_disk():
    """Lets the worker's commits return before they are on the disk, so that patients' requests, which are, wait less.

    Two commits for each mail would otherwise hold the one lock that SQLite has. A power cut may undo the worker's last
    seconds, never half of a commit: then it does them again, and sends a mail again with the same Message-ID.
    """
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "sqlite":
        options["init_command"] += " PRAGMA synchronous=NORMAL;"
    else:
        options["options"] += " -c synchronous_commit=off"
