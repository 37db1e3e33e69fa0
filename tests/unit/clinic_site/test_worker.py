"""The worker's database settings; its mails and duties have their own tests."""

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.fixture
def ask_anew(db):
    """Queries the database over a new connection."""
    opened = []

    def ask(question):
        opened.append(connection.copy())
        with opened[-1].cursor() as cursor:
            cursor.execute(question)
            return str(cursor.fetchone()[0])

    yield ask
    for one in opened:
        one.close()


def test_only_the_worker_waits_for_no_disk(ask_anew):
    is_sqlite = connection.vendor == "sqlite"
    question, waits, hurries = (
        ("PRAGMA synchronous", "2", "1") if is_sqlite else ("SHOW synchronous_commit", "on", "off")
    )
    assert ask_anew(question) == waits
    call_command("worker", once=True)
    assert ask_anew(question) == hurries
