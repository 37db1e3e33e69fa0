"""Maria, who signs in on a real site, on a morning when the clock stands still."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import make_clinic
from tests.staff import answer, code_of, give_app, make_account, sign_in

MORNING = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def maria(db, settings, clock):
    """Of the front desk; two-step sign-in is on, and not set up."""
    settings.TWO_STEP_SIGN_IN = True
    make_clinic()
    return make_account(groups=["Front desk"])


@pytest.fixture
def app(maria):
    """Her authenticator app, set up."""
    return give_app(maria)


@pytest.fixture
def inside(app):
    """Her browser, signed in with both steps."""
    browser = sign_in()
    assert answer(browser.get("/admin/"), code=code_of(app)).status_code == 302
    return browser
