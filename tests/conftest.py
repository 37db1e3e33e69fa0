"""What tests share: a visitor that proof-reads the pages it fetches, a clinic, the site running for real."""

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection, transaction
from django.template import Template
from django.test import Client
from django.utils import timezone

from clinic_site.facts import forget_facts
from tests import WHOLE
from tests.factories import CHICAGO, MONDAY_NOON, make_clinic
from tests.pages import proof_read
from tests.running_site import RunningSite

gc.set_threshold(50_000, 20, 20)  # by default, a tenth of the time goes into looking for cycles

# Unit tests that `make test` does not repeat on PostgreSQL: they are about pages, forms, headers and permissions, and
# the queries behind them are those of other tests. A new file runs on both databases until it stands here. In a file
# that does, a test of locks, constraints or SQL is marked `on_both_databases`.
SAME_ON_BOTH_DATABASES = [
    "articles/publishing/test_diff.py",
    "articles/publishing/test_drafts.py",
    "articles/publishing/test_edit_conflicts.py",
    "articles/publishing/test_facts_in_drafts.py",
    "articles/publishing/test_forms.py",
    "articles/publishing/test_history.py",
    "articles/publishing/test_link_targets.py",
    "articles/publishing/test_list.py",
    "articles/publishing/test_overview.py",
    "articles/publishing/test_pending.py",
    "articles/publishing/test_preview.py",
    "articles/publishing/test_two_editors_of_facts.py",
    "articles/test_admin.py",
    "articles/test_editors.py",
    "articles/test_fields.py",
    "articles/test_listing.py",
    "articles/test_pasted.py",
    "articles/test_people_and_prices.py",
    "articles/test_picture_admin.py",
    "articles/test_picture_views.py",
    "articles/test_review_links.py",
    "articles/test_search_titles.py",
    "articles/test_services.py",
    "articles/test_site_pages.py",
    "articles/test_trash.py",
    "articles/test_views.py",
    "clinic_site/http",
    "clinic_site/old_site",
    "clinic_site/operations/test_health.py",
    "clinic_site/operations/test_log_format.py",
    "clinic_site/operations/test_request_log.py",
    "clinic_site/operations/test_site_status.py",
    "clinic_site/redirects",
    "clinic_site/staff",
    "clinic_site/statistics/test_admin.py",
    "clinic_site/statistics/test_mail.py",
    "clinic_site/statistics/test_monthly.py",
    "clinic_site/test_admin.py",
    "clinic_site/test_groups.py",
    "clinic_site/test_headers.py",
    "clinic_site/test_load_sample_content.py",
    "clinic_site/test_permissions.py",
    "clinic_site/test_shared_pages.py",
    "clinic_site/test_special_hours.py",
    "clinic_site/test_structured_data.py",
    "clinic_site/test_wording.py",
    "consultations/desk/test_export.py",
    "consultations/desk/test_print_sheet.py",
    "consultations/test_access_admin.py",
    "consultations/test_admin.py",
    "consultations/test_any_answers.py",
    "consultations/test_patients_page.py",
    "consultations/test_promises.py",
    "consultations/test_questions.py",
    "consultations/test_views.py",
    "test_every_page.py",
    "test_invisible_characters.py",
]
UNIT_TESTS = Path(__file__).parent / "unit"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Leaves out what only `make test-all` runs and, on PostgreSQL, what cannot differ there."""
    chosen = [item for item in items if WHOLE or not item.get_closest_marker("whole")]
    if os.environ.get("TEST_DATABASE") == "postgresql":
        same = () if WHOLE else tuple(UNIT_TESTS / path for path in SAME_ON_BOTH_DATABASES)
        assert all(path.exists() for path in same)
        chosen = [item for item in chosen if uses_database(item) and (differs(item) or not is_below(item.path, same))]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def pytest_collection_finish():
    """Freezes the objects in memory, so that the garbage collector need not examine them again and again."""
    gc.freeze()


def pytest_sessionfinish():
    """The process ends, so pytest need not look through its whole memory five times."""
    gc.freeze()


def uses_database(item):
    return item.get_closest_marker("django_db") or "db" in item.fixturenames


def differs(item):
    return item.get_closest_marker("on_both_databases")


def is_below(path, places):
    return any(path.is_relative_to(place) for place in places)


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
    """Undoes what the mail worker's code sets for its own process."""
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", {**connection.settings_dict["OPTIONS"]})


class Visitor(Client):
    """A browser without cookies that proof-reads every page it fetches."""

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
    """A reader of the site. The clinic has a telephone number and hours."""
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


@pytest.fixture
def clinic_zone():
    """The clinic's time zone, as in a request."""
    with timezone.override(CHICAGO):
        yield


# The site running for real


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(request, tmp_path_factory):
    """The whole site with a mail server beside it, once on each database.

    Tests share it, so each looks only for what it made itself.
    """
    site = RunningSite(tmp_path_factory.mktemp(request.param), database=request.param)
    site.mail_server.start()
    site.start()
    yield site
    assert site.stop() == 0
    site.mail_server.stop()


@pytest.fixture
def fresh_site(tmp_path):
    """A site on SQLite for one test alone, not started yet, to stop and to break."""
    site = RunningSite(tmp_path)
    yield site
    site.stop()
    site.mail_server.stop()
