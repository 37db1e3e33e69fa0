"""What tests share: a visitor that proof-reads the pages it fetches, a clinic, the site running for real."""

import os
from urllib.parse import urlencode

import html5lib
import pytest
import time_machine
from django.db import connection
from django.test import Client

from clinic_site.facts import forget_facts
from tests.factories import MONDAY_NOON, make_clinic
from tests.running_site import RunningSite


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what touches the database runs: the rest ran on SQLite already and cannot differ."""
    if os.environ.get("TEST_DATABASE") == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not uses_database(item)])
        items[:] = [item for item in items if uses_database(item)]


def uses_database(item):
    return item.get_closest_marker("django_db") or "db" in item.fixturenames


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


def proof_read(response):
    text = response.content.decode()
    if not text:
        return
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    page = parser.parse(text)
    assert not parser.errors, [(place, name, text.splitlines()[place[0] - 1]) for place, name, _ in parser.errors]
    assert len(page.findall(".//h1")) == 1
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"ids used twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    assert not response.cookies


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
