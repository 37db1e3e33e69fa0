from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import override_settings

from consultations.mail import outbox
from consultations.models import OutgoingMail
from tests.factories import MONDAY_NOON, make_clinic, make_request
from tests.smtp import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(clock):
    """One mail that waits."""
    make_request(clinic=make_clinic())
    OutgoingMail.objects.order_by("-pk").first().delete()
    return OutgoingMail.objects.get()


class RefusingBackend(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("nobody there")


@pytest.fixture
def refused(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"


def test_due_mail_is_delivered_once(waiting):
    assert outbox.deliver_due() == 1
    assert outbox.deliver_due() == 0
    (message,) = mail.outbox
    assert message.to == [waiting.recipient]
    assert message.extra_headers["Message-ID"] == f"<{waiting.message_id}@testserver>"
    waiting.refresh_from_db()
    assert (waiting.sent_at, waiting.attempts, waiting.last_error) == (MONDAY_NOON, 1, "")


def test_claimed_mail_cannot_be_claimed_until_its_lease_ends(waiting, clock, settings):
    claimed = outbox.claim_next()
    assert claimed == waiting
    assert outbox.claim_next() is None
    clock.shift(settings.MAIL_LEASE_SECONDS + 1)
    assert outbox.claim_next() == waiting


def test_refused_mail_waits_and_keeps_the_error(waiting, clock, refused, settings):
    assert outbox.deliver_due() == 0
    waiting.refresh_from_db()
    assert waiting.sent_at is None
    assert waiting.last_error == "ConnectionRefusedError: nobody there"
    seconds = (waiting.due_at - MONDAY_NOON).total_seconds()
    assert settings.MAIL_RETRY_SECONDS * 0.8 <= seconds <= settings.MAIL_RETRY_SECONDS


def test_a_late_failure_leaves_the_lease_of_the_next_worker_alone(waiting, clock, refused, settings):
    slow = outbox.claim_next()
    clock.shift(settings.MAIL_LEASE_SECONDS + 1)
    outbox.claim_next()
    outbox.deliver(slow)
    assert outbox.claim_next() is None


def test_unreadable_mail_does_not_hold_up_others(clock, settings):
    make_request(clinic=make_clinic())
    first, second = OutgoingMail.objects.order_by("due_at", "pk")
    with override_settings(FIELD_ENCRYPTION_KEYS=[Fernet.generate_key().decode()]):
        OutgoingMail.objects.filter(pk=first.pk).update(recipient=first.recipient)
    assert outbox.deliver_due() == 1
    assert [message.to for message in mail.outbox] == [[second.recipient]]
    assert OutgoingMail.objects.filter(pk=first.pk, sent_at=None, due_at__gt=MONDAY_NOON).exists()


def test_delivery_stops_when_told_to(waiting):
    assert outbox.deliver_due(until=lambda: True) == 0
    assert outbox.deliver_due() == 1


def test_mail_is_never_given_up(waiting, clock, refused, settings):
    for _ in range(100):
        outbox.deliver_due()
        clock.shift(2 * settings.MAIL_RETRY_LONGEST_SECONDS)
    waiting.refresh_from_db()
    assert (waiting.attempts, waiting.sent_at) == (100, None)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert outbox.deliver_due() == 1


def test_waits_double_up_to_ten_minutes(settings):
    settings.MAIL_RETRY_SECONDS = 30
    for attempts, expected in [(1, 30), (2, 60), (3, 120), (8, 600), (1000, 600)]:
        assert expected * 0.8 <= outbox.compute_wait(attempts) <= expected


def test_log_reports_failures_without_the_text_of_the_mail(waiting, refused, caplog):
    outbox.deliver_due()
    assert [record.getMessage().split(";")[0] for record in caplog.records] == [
        f"Mail {waiting.pk} was not accepted (ConnectionRefusedError)"
    ]


@pytest.mark.parametrize("answer", ["451 4.3.0 come back later", "550 5.7.1 not wanted", "250 taken"])
def test_real_mail_server_decides(waiting, settings, answer):
    server = MailServer()
    server.answer = answer
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    try:
        taken = outbox.deliver_due()
    finally:
        server.stop()
    assert taken == len(server.mails) == (1 if answer.startswith("250") else 0)
    waiting.refresh_from_db()
    assert (waiting.sent_at is not None) is bool(taken)


def test_a_confirmation_is_given_up_after_a_day_and_a_mail_to_staff_never(waiting, clock, refused, settings):
    confirmation = OutgoingMail.objects.get()
    staff_mail = OutgoingMail.objects.create(
        consultation_request=confirmation.consultation_request, recipient="desk@example.org", subject="New", body="Look"
    )
    OutgoingMail.objects.filter(pk=confirmation.pk).update(kind="confirmation")
    for _ in range(3):
        outbox.deliver_due()
        clock.shift(timedelta(hours=13))
    assert list(OutgoingMail.objects.unsent()) == [staff_mail]
