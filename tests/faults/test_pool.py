"""Behind a connection pool: a real PgBouncer, in both of its modes."""

import re
import threading
import time

import psycopg
import pytest

from tests.faults.patients import ask, send_request, two_mails
from tests.pool import PROGRAM, PgBouncer
from tests.running_site import RunningSite, wait_until

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="PgBouncer is not installed.")


@pytest.fixture
def make_site(tmp_path):
    started = []

    def make(*, mode, ignored="", is_told=True):
        site = RunningSite(tmp_path, database="postgresql")
        pool = PgBouncer(site.environment["DATABASE_URL"], mode=mode, ignored=ignored)
        pool.start()
        started.append(pool)
        if is_told:
            site.environment["DATABASE_DIRECT_URL"] = site.environment["DATABASE_URL"]
        site.environment["DATABASE_URL"] = pool.url
        site.mail_server.start()
        started.append(site.mail_server)
        return site

    yield make
    for each in started:
        each.stop()


@pytest.mark.parametrize("mode", ["transaction", "session"])
def test_the_site_works_and_its_maintenance_leaves_nothing_in_the_pool(make_site, mode):
    site = make_site(mode=mode)
    site.start()
    try:
        two_mails(site, send_request(site))
        for command in ("backup", "restore_check", "migrate", "purge", "reencrypt"):
            result = site.manage(command)
            assert result.returncode == 0, (command, result.stderr)
        assert count_session_locks(site) == 0
        for _ in range(20):  # more than the pool has sessions
            assert ask(site, "GET", "/search/?q=knee")[0] == 200
        send_request(site, reason="Another.")
        assert "ERROR" not in site.log
    finally:
        assert site.stop() == 0


def count_session_locks(site):
    with psycopg.connect(site.environment["DATABASE_DIRECT_URL"]) as connection:
        locks = (
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database "
            "WHERE locktype = 'advisory' AND datname = current_database()"
        )
        return connection.execute(locks).fetchone()[0]


def test_a_locked_table_delays_a_patient_and_leaves_no_request_without_an_answer(make_site):
    site = make_site(mode="transaction")
    site.start()
    try:
        with psycopg.connect(site.environment["DATABASE_DIRECT_URL"]) as connection:
            connection.execute("LOCK consultations_consultationrequest")
            started = time.monotonic()
            answers = []
            patient = threading.Thread(target=lambda: answers.append(try_to_send(site)))
            patient.start()
            patient.join(40)
            assert time.monotonic() - started < 30  # LOCK_TIMEOUT is 20 seconds
        assert answers == [500]
    finally:
        site.stop()


def try_to_send(site):
    try:
        return send_request(site)
    except AssertionError as problem:
        return problem.args[0][0]


def test_a_pool_that_refuses_the_sites_parameters_stops_the_start_with_the_setting_to_set(make_site):
    site = make_site(mode="transaction", is_told=False)
    result = site.manage("migrate")
    assert result.returncode != 0
    assert re.search("DATABASE_URL leads to a connection pool .*Set DATABASE_DIRECT_URL", result.stderr)


def test_a_pool_that_drops_the_sites_parameters_stops_the_start_with_the_setting_to_set(make_site):
    site = make_site(mode="transaction", ignored=", options", is_told=False)
    result = site.manage("worker", "--once")
    assert result.returncode != 0
    assert re.search("have no lock_timeout.*set DATABASE_DIRECT_URL", result.stderr)


def test_a_start_that_waits_for_another_one_says_so(make_site):
    site = make_site(mode="transaction")
    with psycopg.connect(site.environment["DATABASE_DIRECT_URL"]) as other:
        other.execute("SELECT pg_advisory_lock(10751165)")
        waiting = threading.Thread(target=site.start)
        waiting.start()
        wait_until((site.folder / "log.txt").exists, seconds=10, what="the log")
        wait_until(lambda: "waiting until it has finished" in site.log, seconds=20, what="the line that it waits")
    waiting.join()
    assert site.stop() == 0
