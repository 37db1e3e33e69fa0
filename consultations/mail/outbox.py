"""Delivers mails: claims one at a time, backs off when the mail server refuses, never gives up on a mail to staff.

Any number of workers on any number of hosts may run. When a worker dies, its lease ends and another worker sends the
mail, with the same Message-ID in case the mail server had already accepted it.
"""

import logging
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import get_connection
from django.db import Error, connection
from django.db.models import F
from django.utils import timezone

from consultations.mail.smtp import Message, has_too_many_connections, read_failure
from consultations.models import REFUSALS, OutgoingMail

Failure = OutgoingMail.Failure
USEFUL_FOR = timedelta(days=1)  # after that a confirmation no longer helps the patient and is given up

logger = logging.getLogger(__name__)


class ServerIsBusyError(Exception):
    """The mail server takes no further connection for now: another mail would fare no better."""


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
    """Hands a claimed mail to the mail server and records the result. Returns whether it was accepted.

    Raises ServerIsBusyError if the server takes no further connection for now.
    """
    connection = get_connection()
    try:
        with lease_renewed(mail):
            message = build_message(mail)
            connection.open()
            connection.send_messages([message])
    except Exception as error:  # whatever went wrong, the next attempt may succeed: no mail to staff is dropped
        record_failure(mail, error)
        return False
    else:
        accepted = {"sent_at": timezone.now(), "is_claimed": False, "last_failure": "", "last_error": ""}
        OutgoingMail.objects.filter(pk=mail.pk, sent_at=None).update(**accepted)
        logger.info("Mail %s was accepted by the mail server", mail.pk)
        return True
    finally:
        with suppress(OSError):  # smtplib's errors among them: the mail is recorded, so a lost goodbye does not matter
            connection.close()


def record_failure(mail: OutgoingMail, error: Exception) -> None:
    """Sets the next attempt, unless another worker has claimed the mail since: then the lease is that worker's."""
    failure, words = read_failure(error)
    now = timezone.now()
    being_sent = OutgoingMail.objects.unsent().filter(is_claimed=True, due_at__gt=now).exclude(pk=mail.pk)
    is_refused_connection = has_too_many_connections(error)
    is_busy = is_refused_connection and being_sent.exists()
    wait = settings.MAIL_RETRY_SECONDS if is_busy else compute_wait(mail.attempts, is_refused=failure in REFUSALS)
    if not OutgoingMail.objects.filter(
        pk=mail.pk, sent_at=None, attempts=mail.attempts
    ).update(
        due_at=now + timedelta(seconds=wait),
        is_claimed=False,
        attempts=mail.attempts - is_busy,  # which was none
        last_failure=failure,
        last_error=words[:500],
    ):
        return
    confirmation = OutgoingMail.objects.filter(pk=mail.pk, kind=OutgoingMail.Kind.CONFIRMATION)
    if failure != Failure.REFUSED:
        confirmation = confirmation.filter(created_at__lte=now - USEFUL_FOR)
    confirmation.update(given_up_at=now)
    logger.warning("Mail %s was not accepted (%s); next attempt in %d seconds", mail.pk, type(error).__name__, wait)
    if is_refused_connection:
        raise ServerIsBusyError from error


@contextmanager
def lease_renewed(mail: OutgoingMail) -> Iterator[None]:
    """Keeps a claimed mail from other workers while this process lives, however long the mail server takes."""
    ended = threading.Event()

    def renew() -> None:
        while not ended.wait(settings.MAIL_LEASE_SECONDS / 3):
            try:
                due_at = timezone.now() + timedelta(seconds=settings.MAIL_LEASE_SECONDS)
                OutgoingMail.objects.unsent().filter(pk=mail.pk, attempts=mail.attempts).update(due_at=due_at)
            except Error as error:  # the next turn may succeed before the lease ends
                logger.warning("The lease of mail %s was not renewed (%s)", mail.pk, type(error).__name__)
            finally:
                connection.close()

    renewal = threading.Thread(target=copy_context().run, args=[renew], daemon=True)
    renewal.start()
    try:
        yield
    finally:
        ended.set()
        renewal.join()


def build_message(mail: OutgoingMail) -> Message:
    """Decrypts the mail only now, so that one unreadable mail does not hold up the others.

    `attempts` stays as it was claimed: deliver() recognises by it whether another worker has claimed the mail since.
    """
    needed = ["kind", "consultation_request", "recipient", "subject", "body", "message_id", "answers"]
    mail.refresh_from_db(fields=needed)
    request, is_confirmation = mail.consultation_request, mail.kind == OutgoingMail.Kind.CONFIRMATION
    headers = {
        "Message-ID": format_message_id(mail.message_id),
        "Auto-Submitted": "auto-generated",  # RFC 3834: keeps out-of-office replies away
        "Content-Language": request.page_language if request and is_confirmation else "en",
    }
    if earlier := [format_message_id(line) for line in mail.answers.splitlines()]:
        headers["In-Reply-To"] = " ".join(earlier)
        if len(earlier) == 1:  # RFC 5322, 3.6.4; mail programs would take several for one thread
            headers["References"] = earlier[0]
    reply_to = [settings.EMAIL_REPLY_TO] if is_confirmation and settings.EMAIL_REPLY_TO else None
    return Message(mail.subject, mail.body, to=[mail.recipient], reply_to=reply_to, headers=headers)


def format_message_id(message_id: UUID | str) -> str:
    """In the sender's domain: mail servers distrust another one."""
    return f"<{message_id}@{settings.EMAIL_DOMAIN}>"


def compute_wait(attempts: int, *, is_refused: bool = False) -> float:
    """Doubles with each failed attempt up to MAIL_RETRY_LONGEST_SECONDS; randomized to spread retries.

    After a refusal it is MAIL_RETRY_REFUSED_SECONDS: mail servers count senders that repeat what they refused.
    """
    wait = min(settings.MAIL_RETRY_SECONDS * 2 ** min(attempts - 1, 12), settings.MAIL_RETRY_LONGEST_SECONDS)
    if is_refused:
        wait = settings.MAIL_RETRY_REFUSED_SECONDS
    return wait * random.uniform(0.8, 1)


def has_due() -> bool:
    return OutgoingMail.objects.unsent().filter(due_at__lte=timezone.now()).exists()


def retry_refused() -> None:
    """Makes refused mails due at once: a worker's start may follow a corrected setting."""
    OutgoingMail.objects.unsent().filter(last_failure__in=REFUSALS, is_claimed=False).update(due_at=timezone.now())


def deliver_due(until: Callable[[], bool] = lambda: False) -> int:
    """Tries every mail that is due, or until `until()` is true. Returns how many the mail server accepted.

    Ends early while the mail server takes no further connection: the mails wait for the delivery that has one.
    """
    accepted = 0
    with suppress(ServerIsBusyError):
        while not until() and (mail := claim_next()):
            accepted += deliver(mail)
    return accepted
