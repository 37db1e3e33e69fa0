"""Pages read no more of a large site than of a small one. `make growth` measures their time with far more data.

Reading is counted in steps of SQLite's virtual machine, which do not depend on the machine or its load.
"""

from contextlib import contextmanager

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import WHOLE
from tests.benchmarks import growth, large_site

pytestmark = [
    pytest.mark.whole,
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite counts its steps"),
]
SMALL = {"requests": 200, "articles": 50}
LARGE = {"requests": 4_000, "articles": 1_000} if WHOLE else {"requests": 600, "articles": 500}
STEPS_PER_INDEX_ENTRY = 6  # reading, comparing, counting; a look into another table takes twenty


@contextmanager
def counted_steps():
    """Yields a list to which the number of steps is appended at the end."""
    steps, found = 0, []

    def step():
        nonlocal steps
        steps += 1

    connection.connection.set_progress_handler(step, 1)
    try:
        yield found
    finally:
        connection.connection.set_progress_handler(None, 0)
        found.append(steps)


def ask(browsers, case):
    browser = browsers[case.is_staff]
    if case.term:
        return browser.post(case.address, {"term": case.term}, follow=True)
    return browser.get(case.address)


def measure(browsers):
    """{name of the page: (case, queries, steps)}."""
    found = {}
    for case in growth.cases():
        ask(browsers, case)  # fills the caches
        with CaptureQueriesContext(connection) as queries, counted_steps() as steps:
            response = ask(browsers, case)
        assert response.status_code == 200, case
        found[case.name] = (case, len(queries), steps[0])
    return found


@pytest.fixture(autouse=True)
def _time_stands_still():
    """Pages kept for some seconds stay kept."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def test_pages_of_a_large_site_ask_and_read_as_much_as_those_of_a_small_one(monkeypatch, django_user_model):
    growth.compare_like_with_like(monkeypatch.setattr)
    large_site.load(**SMALL)
    browsers = {False: Client(), True: Client()}
    browsers[True].force_login(django_user_model.objects.get())
    small = measure(browsers)
    monkeypatch.setattr(large_site, "MOST_OPEN", 0)  # the first have come with as many as there are to be
    large_site.load(**{name: LARGE[name] - SMALL[name] for name in SMALL})
    large = measure(browsers)

    assert {name: queries for name, (_, queries, _) in large.items()} == {
        name: queries for name, (_, queries, _) in small.items()
    }
    more_articles = LARGE["articles"] - SMALL["articles"]
    allowed = {
        name: growth.LIMIT * steps + case.index_entries * more_articles * STEPS_PER_INDEX_ENTRY
        for name, (case, _, steps) in small.items()
    }
    assert {name: (small[name][2], steps) for name, (_, _, steps) in large.items() if steps > allowed[name]} == {}
