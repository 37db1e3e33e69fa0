"""Delivers mails: claims one at a time, backs off when the mail server refuses, and never gives up
on a mail to staff.

Any number of workers on any number of hosts may run. A worker that dies leaves a lease that ends; the next one
then sends the mail, with the same Message-ID if the mail server had already taken it.
"""

import logging
import random
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from consultations.models import OutgoingMail

OF_USE = timedelta(days=1)  # how long a patient is helped by a confirmation; mails to staff are never given up

logger = logging.getLogger(__name__)


def claim_next():
    """The mail that is due first, leased to the caller for MAIL_LEASE_SECONDS; None when nothing is due."""
    while True:
        now = timezone.now()
        mail = OutgoingMail.objects.unsent().filter(due_at__lte=now).order_by("due_at").only("attempts").first()
        if mail is None:
            return None
        due_at = now + timedelta(seconds=settings.MAIL_LEASE_SECONDS)
        # `attempts` tells apart two claims that read the same row: only one of them finds it unchanged.
        if (
            OutgoingMail.objects.unsent()
            .filter(pk=mail.pk, attempts=mail.attempts)
            .update(due_at=due_at, attempts=F("attempts") + 1, in_hand=True)
        ):
            mail.attempts += 1
            return mail


def deliver(mail):
    """Hands a claimed mail to the mail server and records how that went. Returns whether it was taken."""
    waiting = OutgoingMail.objects.filter(pk=mail.pk, sent_at=None)
    try:
        message_of(mail).send()
    except Exception as error:  # whatever is wrong with mail, the next try may succeed: nothing is ever dropped
        wait = seconds_to_wait(mail.attempts)
        # Not when another worker has claimed it since: the lease is that worker's now.
        now = timezone.now()
        ours = waiting.filter(attempts=mail.attempts)
        ours.update(
            due_at=now + timedelta(seconds=wait), in_hand=False, last_error=f"{type(error).__name__}: {error}"[:500]
        )
        ours.filter(kind=OutgoingMail.Kind.CONFIRMATION, created_at__lte=now - OF_USE).update(given_up_at=now)
        logger.warning("Mail %s was not taken (%s); next try in %d seconds", mail.pk, type(error).__name__, wait)
        return False
    waiting.update(sent_at=timezone.now(), in_hand=False, last_error="")
    logger.info("Mail %s was taken by the mail server", mail.pk)
    return True


def message_of(mail):
    """Reads the mail's words only now: one that no key opens must hold up no other."""
    mail.refresh_from_db(fields=["recipient", "subject", "body", "message_id"])
    return EmailMessage(
        mail.subject,
        mail.body,
        to=[mail.recipient],
        headers={
            "Message-ID": f"<{mail.message_id}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: keeps out-of-office replies away
        },
    )


def seconds_to_wait(attempts):
    """Doubles with each failed try up to MAIL_RETRY_LONGEST_SECONDS; spread, so that many do not come back at once."""
    wait = min(settings.MAIL_RETRY_SECONDS * 2 ** min(attempts - 1, 12), settings.MAIL_RETRY_LONGEST_SECONDS)
    return wait * random.uniform(0.8, 1)


def deliver_due(until=lambda: False):
    """Tries every mail that is due now, or until `until()` is true. Returns how many the mail server took."""
    taken = 0
    while not until() and (mail := claim_next()):
        taken += deliver(mail)
    return taken
