"""Who signed in and who failed to: what is recorded, counted and kept."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from tests.pages import Page
from tests.staff import PASSWORD, answer, make_account, records, sign_in, title


def test_failures_read_the_same_for_everybody(maria):
    make_account("left", is_active=False)
    make_account("visitor", is_staff=False)
    for username in ["maria", "left", "visitor", "nobody"]:
        password = "wrong" if username in ("maria", "nobody") else PASSWORD
        failed = sign_in(username, password=password).answer
        assert Page(failed).texts(".errornote") == [
            "Please enter the correct username and password for a staff account. "
            "Note that both fields may be case-sensitive."
        ], username


def test_failure_is_recorded_by_a_user_name_that_exists(maria):
    sign_in(password="wrong")
    sign_in("three quiet herons by the lake", password="")
    sign_in("three quiet herons by the lake", password="wrong")
    assert records() == [("Failed to sign in", "maria", ""), ("Failed to sign in", "", "unknown user name")]


def test_log_tells_of_failures_by_the_network_alone(maria, console):
    for _ in range(5):
        sign_in(password="wrong", **{"x-forwarded-for": "203.0.113.77"})
    told = [event["message"] for event in console() if event["logger"].startswith("axes")]
    assert (len(told), told[-1]) == (6, "AXES: Locking out 203.0.113.0/24 after repeated login failures.")
    assert [event for event in console() if "203.0.113.77" in str(event) or "maria" in str(event)] == []


@pytest.mark.parametrize(("username", "actor"), [("maria", "maria"), ("nobody", "")])
def test_five_failures_lock_out_for_a_quarter_of_an_hour(maria, clock, username, actor):
    for _ in range(4):
        assert sign_in(username, password="wrong").answer.status_code == 200
    locked = sign_in(username, password="wrong").answer
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert title(locked) == "Too many wrong tries"
    assert sign_in(username).answer.status_code == 429
    unknown = [] if actor else ["unknown user name"]
    assert records() == [
        *[("Failed to sign in", actor, ", ".join(unknown))] * 5,
        ("Was locked out", actor, ""),
        ("Failed to sign in", actor, ", ".join([*unknown, "while locked out"])),
    ]
    clock.shift(timedelta(minutes=16))
    assert sign_in(username).answer.status_code == (302 if actor else 200)


def test_lock_out_is_for_a_user_name_from_an_address(maria):
    make_account("jan")
    for _ in range(5):
        sign_in(password="wrong", x_forwarded_for="192.0.2.7")
    assert sign_in(x_forwarded_for="192.0.2.7").answer.status_code == 429
    assert sign_in("jan", x_forwarded_for="192.0.2.7").answer.status_code == 302
    assert sign_in(x_forwarded_for="192.0.2.8").answer.status_code == 302


def test_a_success_ends_the_count_of_failures(maria):
    for password in ["wrong"] * 4 + [PASSWORD] + ["wrong"] * 4:
        assert sign_in(password=password).answer.status_code != 429


def test_what_counts_failures_keeps_nothing_that_was_typed(inside, clock):
    sign_in(PASSWORD, password="wrong words")
    clock.shift(timedelta(minutes=15))
    shown = inside.post("/admin/?from=typed", {"note": "typed before the pause"})
    answer(answer(shown, password="wrong words"), password="wrong words")
    assert AccessAttempt.objects.get().failures_since_start == 2
    kept = str(AccessAttempt.objects.values_list())
    assert [typed for typed in (PASSWORD, "wrong", "typed", "maria") if typed in kept] == []
