"""A connection to a SQLite file that was moved or replaced is closed."""

import shutil

import pytest
from django.core.signals import request_started
from django.db import ConnectionHandler, connection

from clinic_site.operations import moved_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "site.sqlite3"


@pytest.fixture
def opened(file, monkeypatch):
    """A connection to the file, in which there is a table with one row."""
    handler = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)}})
    monkeypatch.setattr(moved_database, "connections", handler)
    opened = handler["default"]
    with opened.cursor() as cursor:
        cursor.execute("CREATE TABLE word (text)")
        cursor.execute("INSERT INTO word VALUES ('first')")
    yield opened
    opened.close()


def words(opened):
    with opened.cursor() as cursor:
        cursor.execute("SELECT text FROM word")
        return [text for (text,) in cursor.fetchall()]


def test_a_file_that_stays_keeps_its_connection(opened):
    before = opened.connection

    request_started.send(sender=None)

    assert opened.connection is before


@pytest.mark.parametrize("was_asked_meanwhile", [True, False])
def test_a_file_that_is_moved_away_and_back_is_read_again(opened, file, was_asked_meanwhile):
    away = file.rename(file.with_name("away.sqlite3"))
    if was_asked_meanwhile:  # which makes an empty file
        request_started.send(sender=None)
        opened.ensure_connection()
    away.rename(file)

    request_started.send(sender=None)

    assert words(opened) == ["first"]


def test_a_copy_in_place_of_the_file_is_what_counts(opened, file):
    copy = file.with_name("copy.sqlite3")
    shutil.copy(file, copy)
    with opened.cursor() as cursor:
        cursor.execute("INSERT INTO word VALUES ('second')")
    copy.rename(file)
    assert words(opened) == ["first", "second"]

    request_started.send(sender=None)

    assert words(opened) == ["first"]


def test_the_tests_own_connection_stays():
    before = connection.connection

    moved_database.close_if_file_was_moved(connection)

    assert connection.connection is before
