import re
import smtplib
import ssl
import uuid
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import override_settings
from django.utils import timezone

from consultations.mail import outbox, smtp
from consultations.models import OutgoingMail
from tests.factories import MONDAY_NOON, make_clinic, make_request
from tests.running_site import wait_until
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
    assert message.extra_headers["Message-ID"] == f"<{waiting.message_id}@clinic.example>"
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
    assert (waiting.last_failure, waiting.last_error) == ("unreached", "ConnectionRefusedError: nobody there")
    seconds = (waiting.due_at - MONDAY_NOON).total_seconds()
    assert settings.MAIL_RETRY_SECONDS * 0.8 <= seconds <= settings.MAIL_RETRY_SECONDS


def test_a_late_failure_leaves_the_lease_of_the_next_worker_alone(waiting, clock, refused, settings):
    slow = outbox.claim_next()
    clock.shift(settings.MAIL_LEASE_SECONDS + 1)
    outbox.claim_next()
    lease = OutgoingMail.objects.values("due_at", "is_claimed", "attempts").get()
    outbox.deliver(slow)
    assert OutgoingMail.objects.values("due_at", "is_claimed", "attempts").get() == lease
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


@pytest.fixture
def server(settings):
    server = MailServer()
    server.start()
    settings.EMAIL_BACKEND = "consultations.mail.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("answer", "failure"),
    [("451 4.3.0 come back later", "put_off"), ("550 5.7.1 not wanted", "unwelcome"), ("250 taken", "")],
)
def test_real_mail_server_decides(waiting, server, answer, failure):
    server.answer = answer
    taken = outbox.deliver_due()
    assert taken == len(server.mails) == (1 if answer.startswith("250") else 0)
    waiting.refresh_from_db()
    assert (waiting.sent_at is not None) is bool(taken)
    assert (waiting.last_failure, waiting.last_error) == (failure, answer if failure else "")


def test_a_refused_mail_to_staff_is_tried_at_a_slower_pace_and_reported_at_once(waiting, server, settings):
    server.answer = "550 5.7.1 not wanted"
    outbox.deliver_due()
    waiting.refresh_from_db()
    seconds = (waiting.due_at - MONDAY_NOON).total_seconds()
    assert settings.MAIL_RETRY_REFUSED_SECONDS * 0.8 <= seconds <= settings.MAIL_RETRY_REFUSED_SECONDS
    assert list(OutgoingMail.objects.late()) == [waiting]

    # When the worker starts again, it is tried once more
    server.answer = "250 taken"
    outbox.retry_refused()
    assert outbox.deliver_due() == 1
    assert list(OutgoingMail.objects.late()) == []


@pytest.mark.parametrize("refuses", ["the text", "the recipient"])
def test_a_refused_confirmation_ends(waiting, server, refuses):
    OutgoingMail.objects.update(kind="confirmation")
    if refuses == "the text":
        server.answer = "552 5.2.3 too large for this mailbox"
    else:
        server.refused = {waiting.recipient}
    outbox.deliver_due()
    waiting.refresh_from_db()
    assert (waiting.given_up_at, waiting.last_failure, waiting.attempts) == (MONDAY_NOON, "refused", 1)


@pytest.mark.parametrize(
    ("stage", "reply"),
    [
        ("greeting", "554 5.7.1 not from there"),
        ("EHLO", "550 a name without a dot"),
        ("MAIL", "530 5.7.0 Authentication required"),
        ("MAIL", "550 5.1.8 unknown sender"),
        ("RCPT", "530 5.7.1 log in first"),
        ("RCPT", "550 relay not permitted"),
        ("RCPT", "554 5.7.1 <ana@example.org>: Relay access denied"),
        ("RCPT", "554 5.7.1 Client host [192.0.2.1] blocked using a list"),
        ("RCPT", "504 5.5.2 <web>: Helo command rejected: need fully-qualified hostname"),
        ("RCPT", "550 5.4.5 Daily user sending limit exceeded"),
        ("RCPT", "550 Authentication required"),
        ("DATA", "554 Message rejected: Email address is not verified"),
        ("DATA", "550 5.7.26 not accepted due to the domain's DMARC policy"),
    ],
)
def test_a_confirmation_waits_while_the_server_refuses_the_site(waiting, server, stage, reply):
    """A login that is missing, for one, says nothing about the patient's address."""
    OutgoingMail.objects.update(kind="confirmation")
    server.replies[stage] = server.answer = reply
    outbox.deliver_due()
    waiting.refresh_from_db()
    assert (waiting.given_up_at, waiting.last_failure, waiting.last_error) == (None, "unwelcome", reply)


@pytest.mark.parametrize(
    "reply",
    [
        "550 5.1.1 <ana@relay.example.org>: User unknown",
        "550 5.1.1 no such user here [mail-relay-3.host.example]",
        "550 <ana@relay.example.org> unknown",
        "550 Unrouteable address",
        "552 5.2.2 over quota",
    ],
)
def test_a_confirmation_to_nobody_ends(waiting, server, reply):
    OutgoingMail.objects.update(kind="confirmation")
    server.replies["RCPT"] = reply
    outbox.deliver_due()
    waiting.refresh_from_db()
    assert (waiting.given_up_at, waiting.last_failure) == (MONDAY_NOON, "refused")


def test_a_reply_of_several_lines_is_quoted_in_one():
    error = smtplib.SMTPDataError(554, b"5.7.1 refused as spam.\n5.7.1 See spam.example\n5.7.1 Call us")
    assert smtp.read_failure(error) == ("unwelcome", "554 5.7.1 refused as spam. See spam.example Call us")


def test_a_certificate_that_is_not_trusted_is_told_in_words():
    error = ssl.SSLCertVerificationError()
    error.verify_message = "self-signed certificate"
    assert smtp.read_failure(error) == ("unreached", "its certificate is not trusted: self-signed certificate")


def test_mails_wait_for_the_only_connection_that_a_server_grants(waiting, server, clock, settings):
    """They neither try it one after the other nor back off, however often it is taken."""
    make_request(clinic=make_clinic(), full_name="Another Patient")
    being_sent = outbox.claim_next()
    server.replies["greeting"] = "421 too many connections"
    for _ in range(3):
        assert outbox.deliver_due() == 0
        clock.shift(settings.MAIL_RETRY_SECONDS + 1)
    tried = OutgoingMail.objects.exclude(pk=being_sent.pk)
    assert set(tried.values_list("attempts", flat=True)) == {0}
    assert tried.exclude(last_failure="").exists()
    assert max(tried.values_list("due_at", flat=True)) <= timezone.now()


def test_mails_do_not_run_one_after_the_other_into_a_server_that_takes_no_connection(server, clock, settings):
    """With nothing under way, the one that was tried backs off like any other."""
    make_request(clinic=make_clinic())
    server.replies["greeting"] = "421 too many connections"
    assert outbox.deliver_due() == 0
    assert sorted(OutgoingMail.objects.values_list("attempts", flat=True)) == [0, 1]


def test_a_mail_is_recorded_before_the_goodbye(waiting, server, monkeypatch):
    """A worker that ends while the server takes its time for that would send it again."""
    recorded = []
    say_goodbye = smtp.PlainConversation.quit

    def look_first(conversation):
        recorded.append(OutgoingMail.objects.get().sent_at)
        return say_goodbye(conversation)

    monkeypatch.setattr(smtp.PlainConversation, "quit", look_first)
    outbox.deliver_due()
    assert recorded == [MONDAY_NOON]


@pytest.mark.parametrize(("drops", "failure"), [("during DATA", "unknown"), ("after DATA", "unknown"), ("on QUIT", "")])
def test_a_mail_may_have_been_accepted_if_the_connection_breaks_after_its_text(waiting, server, drops, failure):
    server.drops = drops
    outbox.deliver_due()
    waiting.refresh_from_db()
    assert waiting.last_failure == failure
    assert bool(waiting.sent_at) is (failure == "")


def test_a_server_that_does_not_say_goodbye_has_accepted_the_mail(waiting, server, monkeypatch):
    monkeypatch.setattr(smtp, "WAIT_FOR_GOODBYE", 0.1)
    server.seconds["QUIT"] = 2
    assert outbox.deliver_due() == 1


@pytest.mark.whole
def test_the_answer_to_a_text_may_take_twice_as_long_as_others(waiting, server, settings):
    settings.EMAIL_TIMEOUT = 1
    server.seconds["DATA"] = 1.5
    assert outbox.deliver_due() == 1
    assert len(server.mails) == 1


@pytest.mark.whole
@pytest.mark.parametrize("command", ["EHLO", "MAIL", "RCPT"])
def test_a_server_slower_than_allowed_has_not_been_reached(waiting, server, settings, command):
    settings.EMAIL_TIMEOUT = 1
    server.seconds[command] = 1.5
    outbox.deliver_due()
    waiting.refresh_from_db()
    assert waiting.last_failure == "unreached"


@pytest.mark.whole
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_lease_is_renewed_for_as_long_as_the_server_takes(waiting, server, clock, settings):
    settings.MAIL_LEASE_SECONDS = 1
    mail = outbox.claim_next()
    with outbox.lease_renewed(mail):
        clock.shift(60)  # longer than the lease
        wait_until(lambda: OutgoingMail.objects.get().due_at > timezone.now(), seconds=5, what="a renewed lease")
        assert outbox.claim_next() is None
    clock.shift(60)
    assert outbox.claim_next() == mail


# What the server is told


def test_the_server_hears_the_name_of_the_senders_domain(waiting, server, settings):
    outbox.deliver_due()
    settings.EMAIL_HELO_NAME = "mail.clinic.example"
    OutgoingMail.objects.update(sent_at=None, due_at=MONDAY_NOON)
    outbox.deliver_due()
    assert server.names == ["clinic.example", "mail.clinic.example"]


@pytest.mark.parametrize("language", ["en", "ar", "es", "pl"])
def test_a_confirmation_is_plain_for_every_mail_server(clock, server, settings, language):
    settings.EMAIL_REPLY_TO = "front-desk@clinic.example"
    request = make_request(clinic=make_clinic(confirm_by_mail=True), page_language=language, email="ana@example.org")
    outbox.deliver_due()
    (received,) = [mail for mail in server.mails if mail.recipients == ["ana@example.org"]]
    raw = received.content
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78  # RFC 5322, 2.1.1
    assert received["Content-Transfer-Encoding"] in ("7bit", "quoted-printable")
    assert received["Content-Language"] == language
    assert received["Reply-To"] == "front-desk@clinic.example"
    assert request.reference in received["Subject"]
    assert request.reference in received.get_content()
    assert OutgoingMail.objects.get(kind="confirmation").body.splitlines() == received.get_content().splitlines()


@pytest.mark.parametrize("length", range(1, 120, 7))
def test_subjects_of_any_length_are_plain_for_every_mail_server(waiting, server, length):
    """RFC 2047, 2: an encoded word has at most 75 characters, a line with one at most 76."""
    subject = ("Otrzymaliśmy Państwa zgłoszenie: تلقينا طلبك " * 3)[:length].strip()
    OutgoingMail.objects.update(subject=subject)
    outbox.deliver_due()
    (received,) = server.mails
    head = received.content.partition(b"\r\n\r\n")[0].decode("ascii")
    lines = re.search(r"^Subject:(.*(?:\r\n .*)*)", head, re.MULTILINE)[0].split("\r\n")
    assert max(map(len, lines)) <= 76
    assert max(map(len, " ".join(lines).split())) <= 75
    assert all(line.strip() != "Subject:" for line in lines)
    assert received["Subject"] == subject


@pytest.mark.parametrize("earlier", [1, 3])
def test_a_mail_joins_the_thread_of_one_earlier_mail_and_of_no_more(waiting, server, earlier):
    """Mail programs make one thread of all the mails that References names (RFC 5256)."""
    ids = [str(uuid.uuid4()) for _ in range(earlier)]
    OutgoingMail.objects.update(answers="\n".join(ids))
    outbox.deliver_due()
    (received,) = server.mails
    named = [f"<{each}@clinic.example>" for each in ids]
    assert received["In-Reply-To"].split() == named
    assert received["References"] == (named[0] if earlier == 1 else None)


def test_mails_to_staff_answer_nobody_and_say_their_language(waiting, server, settings):
    settings.EMAIL_REPLY_TO = "front-desk@clinic.example"
    outbox.deliver_due()
    (received,) = server.mails
    assert (received["Reply-To"], received["Content-Language"]) == (None, "en")
    assert received["Subject"] == f"New consultation request {waiting.consultation_request.reference}"


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
