"""Delivers mails: claims one at a time, backs off when the mail server refuses, never gives up on a mail to staff.

Any number of workers on any number of hosts may run. When a worker dies, its lease ends and another worker sends the
mail, with the same Message-ID in case the mail server had already accepted it.
"""

import logging
import random
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from consultations.models import OutgoingMail

USEFUL_FOR = timedelta(days=1)  # after that a confirmation no longer helps the patient and is given up

logger = logging.getLogger(__name__)


def claim_next() -> OutgoingMail | None:
    """The mail that is due first, leased to the caller for MAIL_LEASE_SECONDS; None if no mail is due."""
    while True:
        now = timezone.now()
        mail = OutgoingMail.objects.unsent().filter(due_at__lte=now).order_by("due_at").only("attempts").first()
        if mail is None:
            return None
        due_at = now + timedelta(seconds=settings.MAIL_LEASE_SECONDS)
        # Of two workers that read the same row, only one finds `attempts` unchanged.
        if (
            OutgoingMail.objects.unsent()
            .filter(pk=mail.pk, attempts=mail.attempts)
            .update(due_at=due_at, attempts=F("attempts") + 1, is_claimed=True)
        ):
            mail.attempts += 1
            return mail


def deliver(mail: OutgoingMail) -> bool:
    """Hands a claimed mail to the mail server and records the result. Returns whether it was accepted."""
    waiting = OutgoingMail.objects.filter(pk=mail.pk, sent_at=None)
    try:
        build_message(mail).send()
    except Exception as error:  # whatever went wrong, the next attempt may succeed: nothing is dropped
        wait = compute_wait(mail.attempts)
        # Unless another worker has claimed it since: then the lease is that worker's.
        now = timezone.now()
        ours = waiting.filter(attempts=mail.attempts)
        ours.update(
            due_at=now + timedelta(seconds=wait), is_claimed=False, last_error=f"{type(error).__name__}: {error}"[:500]
        )
        ours.filter(kind=OutgoingMail.Kind.CONFIRMATION, created_at__lte=now - USEFUL_FOR).update(given_up_at=now)
        logger.warning("Mail %s was not accepted (%s); next attempt in %d seconds", mail.pk, type(error).__name__, wait)
        return False
    waiting.update(sent_at=timezone.now(), is_claimed=False, last_error="")
    logger.info("Mail %s was accepted by the mail server", mail.pk)
    return True


def build_message(mail: OutgoingMail) -> EmailMessage:
    """Decrypts the mail only now, so that one unreadable mail does not hold up the others."""
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


def compute_wait(attempts: int) -> float:
    """Doubles with each failed attempt up to MAIL_RETRY_LONGEST_SECONDS; randomized to spread retries."""
    wait = min(settings.MAIL_RETRY_SECONDS * 2 ** min(attempts - 1, 12), settings.MAIL_RETRY_LONGEST_SECONDS)
    return wait * random.uniform(0.8, 1)


def deliver_due(until: Callable[[], bool] = lambda: False) -> int:
    """Tries every mail that is due, or until `until()` is true. Returns how many the mail server accepted."""
    accepted = 0
    while not until() and (mail := claim_next()):
        accepted += deliver(mail)
    return accepted
