"""What tests share: a visitor that proof-reads the pages it fetches, a clinic, the site running for real."""

import os
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection, transaction
from django.template import Template
from django.test import Client

from clinic_site.facts import forget_facts
from tests.factories import MONDAY_NOON, make_clinic
from tests.pages import proof_read
from tests.running_site import RunningSite


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what touches the database runs: the rest ran on SQLite already and cannot differ."""
    if os.environ.get("TEST_DATABASE") == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not uses_database(item)])
        items[:] = [item for item in items if uses_database(item)]


def uses_database(item):
    return item.get_closest_marker("django_db") or "db" in item.fixturenames


PLAIN_RENDER = Template._render  # before Django's test environment replaces it


@pytest.fixture(scope="session", autouse=True)
def _render_without_notes(django_test_environment):
    """Tests read pages, so rendering need not note which templates it used in which context."""
    Template._render = PLAIN_RENDER


@pytest.fixture(scope="session")
def rolled_back(django_db_setup, django_db_blocker):
    """Returns a context in which a fixture that a whole module shares may use the database; all of it is undone."""

    @contextmanager
    def context():
        forget_facts()
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)
        forget_facts()

    return context


@pytest.fixture(autouse=True)
def _facts_are_read_anew():
    forget_facts()


@pytest.fixture(autouse=True)
def _generation_at_once(request):
    """On PostgreSQL it changes when a transaction ends, which a test's own never does."""
    if connection.vendor == "postgresql" and uses_database(request.node):
        request.getfixturevalue("db")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS public_generation IMMEDIATE")


@pytest.fixture(autouse=True)
def _options_of_the_database(monkeypatch):
    """The worker has others of its own, for a process of its own."""
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", {**connection.settings_dict["OPTIONS"]})


class Visitor(Client):
    """A browser without cookies that looks over every page it is given.

    Each HTML page must parse without an error, have one `h1`, unique ids, and set no cookie.
    """

    def request(self, **request):
        response = super().request(**request)
        if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
            proof_read(response)
        return response

    def send(self, answers, address="/consultation/", **headers):
        """Sends the consultation form as a browser does from a page of this site."""
        headers = {"origin": "http://testserver", **headers}
        return self.post(
            address,
            urlencode(answers),
            content_type="application/x-www-form-urlencoded",
            headers={name: value for name, value in headers.items() if value},
        )


@pytest.fixture
def visitor(db):
    """Somebody who looks at the site. The clinic has a telephone number and hours."""
    make_clinic()
    return Visitor()


@pytest.fixture
def staff(db, admin_user):
    """A member of staff, signed in."""
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def clock():
    """Stands still on Monday noon in Chicago; `clock.shift()` moves it on."""
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


# The site running for real


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(request, tmp_path_factory):
    """The whole site with a mail server beside it, once on each database.

    Tests share it, so each looks for what is its own.
    """
    site = RunningSite(tmp_path_factory.mktemp(request.param), database=request.param)
    site.mail_server.start()
    site.start()
    yield site
    assert site.stop() == 0
    site.mail_server.stop()


@pytest.fixture
def fresh_site(tmp_path):
    """A site of the test's own on SQLite, not started yet, to stop and to break."""
    site = RunningSite(tmp_path)
    yield site
    site.stop()
    site.mail_server.stop()
