"""Maria, who signs in on a real site, on a Monday when the clock stands still."""

import io
import json
import logging

import pytest

from tests.factories import make_clinic
from tests.staff import answer, code_of, give_app, make_account, sign_in


@pytest.fixture
def console(monkeypatch):
    """Returns what the site has logged on the console until now, a dictionary for each line."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    monkeypatch.setattr(handler, "stream", io.StringIO())
    return lambda: [json.loads(line) for line in handler.stream.getvalue().splitlines()]


@pytest.fixture
def maria(db, settings, clock):
    """Of the front desk; the second factor is required, and not set up."""
    settings.SECOND_FACTOR_REQUIRED = True
    make_clinic()
    return make_account(groups=["Front desk"])


@pytest.fixture
def app(maria):
    """Her authenticator app, set up."""
    return give_app(maria)


@pytest.fixture
def inside(app):
    """Her browser, signed in with both factors."""
    browser = sign_in()
    assert answer(browser.get("/admin/"), code=code_of(app)).status_code == 302
    return browser
