"""The lockout after repeated failures to sign in: whom it locks out, for how long, and what it stores."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from tests.staff import PASSWORD, answer, make_account, records, sign_in, title


@pytest.mark.parametrize(("username", "actor"), [("maria", "maria"), ("nobody", "")])
def test_five_failures_lock_out_for_a_quarter_of_an_hour(maria, clock, username, actor):
    for _ in range(4):
        assert sign_in(username, password="wrong").answer.status_code == 200
    locked = sign_in(username, password="wrong").answer
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert title(locked) == "Too many attempts"
    assert sign_in(username).answer.status_code == 429
    unknown = [] if actor else ["unknown user name"]
    assert records() == [
        *[("Failed to sign in", actor, ", ".join(unknown))] * 5,
        ("Was locked out", actor, ""),
        ("Failed to sign in", actor, ", ".join([*unknown, "while locked out"])),
    ]
    clock.shift(timedelta(minutes=16))
    assert sign_in(username).answer.status_code == (302 if actor else 200)


def test_lockout_is_for_a_user_name_from_an_address(maria):
    make_account("jan")
    for _ in range(5):
        sign_in(password="wrong", x_forwarded_for="192.0.2.7")
    assert sign_in(x_forwarded_for="192.0.2.7").answer.status_code == 429
    assert sign_in("jan", x_forwarded_for="192.0.2.7").answer.status_code == 302
    assert sign_in(x_forwarded_for="192.0.2.8").answer.status_code == 302


def test_a_success_ends_the_count_of_failures(maria):
    for password in ["wrong"] * 4 + [PASSWORD] + ["wrong"] * 4:
        assert sign_in(password=password).answer.status_code != 429


def test_nothing_that_was_sent_is_stored_with_the_count_of_failures(inside, clock):
    sign_in(PASSWORD, password="wrong words")
    clock.shift(timedelta(minutes=15))
    shown = inside.post("/admin/?from=sent", {"note": "sent after the pause"})
    answer(answer(shown, password="wrong words"), password="wrong words")
    assert AccessAttempt.objects.get().failures_since_start == 2
    stored = str(AccessAttempt.objects.values_list())
    assert [words for words in (PASSWORD, "wrong", "sent", "maria") if words in stored] == []
