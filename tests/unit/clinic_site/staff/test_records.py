"""What the access records and the log say of those who fail to sign in."""

from tests.pages import Page
from tests.staff import PASSWORD, make_account, records, sign_in


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


def test_log_names_the_network_of_a_failure_alone(maria, console):
    for _ in range(5):
        sign_in(password="wrong", **{"x-forwarded-for": "203.0.113.77"})
    messages = [event["message"] for event in console() if event["logger"].startswith("axes")]
    assert (len(messages), messages[-1]) == (6, "AXES: Locking out 203.0.113.0/24 after repeated login failures.")
    assert [event for event in console() if "203.0.113.77" in str(event) or "maria" in str(event)] == []
