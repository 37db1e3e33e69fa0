"""Which databases the site refuses to work with."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from clinic_site.management.commands import serve
from clinic_site.operations import startup

pytestmark = pytest.mark.django_db


@pytest.fixture
def older_history():
    """As if an earlier release had applied a migration that this one no longer has."""
    MigrationRecorder(connection).record_applied("articles", "0009_made_up")


@pytest.mark.parametrize(
    "start",
    [
        startup.refuse_unusable_database,
        lambda: serve.Command().prepare(),
        lambda: call_command("migrate", verbosity=0),
        lambda: call_command("restore_check"),
    ],
    ids=["web server and worker", "serve", "migrate", "restore_check"],
)
def test_database_with_an_older_history_is_refused(older_history, start):
    with pytest.raises(ImproperlyConfigured) as problem:
        start()
    assert str(problem.value) == (
        "another release made this database: it has the migration articles.0009_made_up, which this release does not "
        "have. Install that release, or set DATABASE_URL or DATA_DIR to a new database."
    )


def test_migrations_of_apps_that_are_not_ours_do_not_matter():
    MigrationRecorder(connection).record_applied("gone", "0001_initial")
    startup.refuse_unusable_database()


def test_available_migrations_are_those_that_django_loads():
    from django.db.migrations.loader import MigrationLoader

    loaded = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    assert startup.available_migrations() == loaded


@pytest.mark.parametrize("is_locked_by_another", [False, True])
def test_the_lock_is_taken_and_given_back_past_the_pool(monkeypatch, caplog, is_locked_by_another):
    """A session lock that was taken through a pool may be given back in another session, and stays behind."""
    calls, answers = [], iter([not is_locked_by_another, True, True])

    @contextmanager
    def direct_connection():
        calls.append("past the pool")
        yield
        calls.append("end")

    def call_lock_function(name):
        calls.append(name)
        return next(answers)

    monkeypatch.setattr(connection, "vendor", "postgresql")
    monkeypatch.setattr(startup, "direct_connection", direct_connection)
    monkeypatch.setattr(startup, "call_lock_function", call_lock_function)
    monkeypatch.setattr(startup.time, "sleep", lambda seconds: None)
    with caplog.at_level("INFO"), startup.one_at_a_time():
        calls.append("work")
    tries = ["pg_try_advisory_lock"] * (2 if is_locked_by_another else 1)
    assert calls == ["past the pool", *tries, "work", "pg_advisory_unlock", "end"]
    assert ("waiting until it has finished" in caplog.text) is is_locked_by_another
