"""What staff read about a mail's delivery."""

from datetime import timedelta

import pytest

from consultations.mail.delivery import describe_delivery
from consultations.models import OutgoingMail
from tests.factories import MONDAY_NOON

NEXT = MONDAY_NOON + timedelta(hours=1)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sent_at": MONDAY_NOON}, "accepted by the mail server at noon today"),
        ({"due_at": MONDAY_NOON}, "waiting to be sent"),
        ({"due_at": NEXT, "is_claimed": True}, "being sent"),
        ({"given_up_at": MONDAY_NOON}, "stopped at noon today"),
        (
            {"given_up_at": MONDAY_NOON, "last_failure": "refused", "last_error": "550 5.1.1 who?"},
            "stopped at noon today, since the mail server refused it. This mailbox does not exist. "
            "It said: “550 5.1.1 who?”.",
        ),
        (
            {"due_at": NEXT, "last_failure": "refused", "last_error": "552 5.2.2 over quota"},
            "refused by the mail server. This mailbox is full. It said: “552 5.2.2 over quota”. "
            "Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "refused", "last_error": "550 5.7.26 unauthenticated"},
            "refused by the mail server. It does not trust mail from this site. Ask the person who runs the site to "
            "fix that. It said: “550 5.7.26 unauthenticated”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "unwelcome", "last_error": "535 no"},
            "refused by the mail server. The user name or the password of the site's mail account is wrong. "
            "It said: “535 no”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "refused", "last_error": "550 no"},
            "refused by the mail server. Most likely this mailbox does not exist. If the address is right, ask the "
            "person who runs the site. It said: “550 no”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "refused", "last_error": "554 5.6.0 no"},
            "refused by the mail server. If the address is right, ask the person who runs the site. "
            "It said: “554 5.6.0 no”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "unwelcome", "last_error": "550 relay not permitted"},
            "refused by the mail server. It does not accept mail from this site with its current settings. Ask the "
            "person who runs the site to fix that. It said: “550 relay not permitted”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "unwelcome", "last_error": "530 5.5.1 STARTTLS first"},
            "refused by the mail server. It wants a login or an encrypted connection. Ask the person who runs the "
            "site to fix that. It said: “530 5.5.1 STARTTLS first”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "put_off", "last_error": "451 4.7.1 greylisted"},
            "put off by the mail server. It said: “451 4.7.1 greylisted”. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": NEXT, "last_failure": "unknown"},
            "may have arrived: the connection broke before the mail server confirmed it. Next attempt at 1 p.m. today.",
        ),
        (
            {"due_at": MONDAY_NOON, "last_failure": "unreached", "last_error": "ConnectionRefusedError: no"},
            "not sent yet (ConnectionRefusedError: no). Next attempt now.",
        ),
    ],
)
def test_staff_read_what_is_known(clinic_zone, fields, words):
    assert describe_delivery(OutgoingMail(**fields), MONDAY_NOON) == words
