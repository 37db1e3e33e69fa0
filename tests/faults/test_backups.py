"""Backups of a site that is being written to, restored as the documentation says; and runs that are killed."""

import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pyrage
import pytest
from cryptography.fernet import Fernet

from tests.faults.patients import ask, send_request
from tests.faults.processes import kill
from tests.postgresql import create_database, database_url
from tests.running_site import ROOT, RunningSite, wait_until

MAKE_PICTURE = "from tests.factories import make_picture; print(make_picture().address)"
both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"])


@pytest.fixture
def make_site(tmp_path):
    """Makes a site that has its keys and its backups outside of DATA_DIR, as a real one; it is stopped at the end."""
    sites = []

    def make(database="sqlite", **environment):
        keys = {
            "BACKUP_DIR": str(tmp_path / "backups"),
            "BACKUP_KEY": str(pyrage.x25519.Identity.generate()),
            "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
            "LOOKUP_HASH_KEY": secrets.token_urlsafe(32),
        }
        sites.append(RunningSite(tmp_path, database=database, **keys, **environment))
        return sites[-1]

    yield make
    for site in sites:
        site.stop()
        site.mail_server.stop()


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """A SQLite file with all tables and hardly a row, to start from."""
    site = RunningSite(tmp_path_factory.mktemp("tables"))
    done(site.manage("migrate"))
    return site.folder / "data" / "site.sqlite3"


@pytest.fixture
def site_on_sqlite(make_site, tables):
    """Not started."""
    site = make_site()
    (site.folder / "data" / "media").mkdir(parents=True)
    shutil.copy(tables, site.folder / "data")
    return site


def done(process):
    assert process.returncode == 0, process.stderr
    return process.stdout


def backups_of(site):
    folder = site.folder / "backups"
    return sorted(path for path in folder.iterdir() if path.name.startswith("clinic-")) if folder.exists() else []


def left_behind(site):
    """What a run should have cleared away: drafts, scratch folders, scratch databases."""
    found = [path.name for path in (site.folder / "backups").glob(".clinic-*")]
    found += [path.name for path in (site.folder / "data").iterdir() if re.match("restore|backup", path.name)]
    return found + scratch_databases(site)


def scratch_databases(site):
    if "DATABASE_URL" not in site.environment:
        return []
    name = psycopg.conninfo.conninfo_to_dict(site.environment["DATABASE_URL"])["dbname"]
    with psycopg.connect(database_url()) as server:
        rows = server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}_%"])
        return [name for (name,) in rows.fetchall()]


def connect(site):
    """A connection past the site, each statement a transaction, and how it marks a parameter."""
    if url := site.environment.get("DATABASE_URL"):
        return psycopg.connect(url, autocommit=True), "%s"
    file = site.folder / "data" / "site.sqlite3"
    return sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=20), "?"


@contextmanager
def written_to(site):
    """Patients send requests, and rows come a hundred a second. Yields the references of the requests that arrived."""
    references, over, failures = [], threading.Event(), []

    def go_on(act):
        number = 0
        try:
            while not over.is_set():
                act(number)
                number += 1
        except Exception as failure:
            failures.append(failure)

    def send(number):
        began = time.monotonic()
        references.append(send_request(site, full_name=f"Patient {number}"))
        assert time.monotonic() - began < 10
        time.sleep(0.05)

    connection, mark = connect(site)

    def insert(number):
        sql = f"INSERT INTO django_redirect (site_id, old_path, new_path) VALUES (1, {mark}, '/')"
        connection.execute(sql, [f"/old-{number}/"])
        time.sleep(0.005)

    threads = [threading.Thread(target=go_on, args=[act]) for act in (send, insert)]
    for thread in threads:
        thread.start()
    try:
        wait_until(lambda: references or failures, seconds=20, what="a first request")
        yield references
    finally:
        over.set()
        for thread in threads:
            thread.join()
        connection.close()
    assert failures == []


def three_commands():
    """(stop, restore, start) as the documentation has them."""
    text = (ROOT / "docs" / "install-and-operate.md").read_text()
    block = re.search(r"^### Restore$.*?((?:^    [^\n]+\n)+)", text, re.DOTALL | re.MULTILINE)[1]
    return [line.partition(" # ")[0].strip() for line in block.splitlines()]


@pytest.mark.whole
@both_databases
def test_restored_site_has_all_that_it_had_while_it_was_written_to(make_site, database):
    site = make_site(database)
    site.mail_server.start()
    site.start()
    picture = done(site.manage("shell", "--no-imports", "-c", MAKE_PICTURE)).strip()
    articles = re.findall(r'href="(/articles/[^"?]+)"', ask(site, "GET", "/articles/")[2])
    shown = {address: ask(site, "HEAD", address)[0] for address in [picture, *articles]}
    assert set(shown.values()) == {200}
    with written_to(site) as references:
        before = list(references)
        done(site.manage("backup"))
        during = len(references) - len(before)
        done(site.manage("restore_check"))
    assert during > 0
    assert left_behind(site) == []

    stop, restore, start_again = three_commands()
    (backup,) = map(str, backups_of(site))
    program, command, file = restore.split()
    assert program == "clinic-manage"  # which reads the settings, the keys among them; tests/unit/test_deploy.py
    assert (stop.split()[1], start_again.split()[1]) == ("stop", "start")
    assert Path(file).name.startswith("clinic-")
    refused = site.manage(command, backup)
    assert (refused.returncode, "Stop the site first." in refused.stderr) == (1, True)
    site.stop()
    (site.folder / "data").rename(site.folder / "lost")
    if database == "postgresql":
        site.environment["DATABASE_URL"] = create_database(f"clinic_{secrets.token_hex(6)}")
    done(site.manage(command, backup))
    assert site.query("SELECT count(*) FROM django_session") == [(0,)]
    site.start()

    assert {address: ask(site, "HEAD", address)[0] for address in shown} == shown
    restored = {reference for (reference,) in site.query("SELECT reference FROM consultations_consultationrequest")}
    assert set(before) <= restored
    assert left_behind(site) == []


# Killed


def start(site, command):
    return subprocess.Popen(
        [sys.executable, "manage.py", command],
        cwd=ROOT, env=site.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill_when(condition, process):
    try:
        wait_until_soon(lambda: condition() or process.poll() is not None)
    finally:
        kill([process.pid])
        process.wait()


def wait_until_soon(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_killed_backup_leaves_no_file_under_a_final_name(site_on_sqlite):
    site = site_on_sqlite
    endless = site.folder / "data" / "media" / "endless"
    os.mkfifo(endless)  # the backup reads it and never comes to its end
    kill_when(lambda: list((site.folder / "backups").glob(".clinic-*")), start(site, "backup"))
    assert backups_of(site) == []
    assert left_behind(site) != []
    endless.unlink()
    done(site.manage("backup"))
    assert len(backups_of(site)) == 1
    assert left_behind(site) == []


def test_killed_check_leaves_nothing_behind_once_it_is_run_again(site_on_sqlite):
    site = site_on_sqlite
    (site.folder / "data" / "media" / "large").write_bytes(os.urandom(30_000_000))
    done(site.manage("backup"))
    unpacked = site.folder / "data" / "restore-check" / "site.sqlite3"
    kill_when(unpacked.exists, start(site, "restore_check"))
    assert left_behind(site) == ["restore-check"]
    done(site.manage("restore_check"))
    assert left_behind(site) == []


# Other versions, other rights


@pytest.mark.whole
def test_backup_of_an_older_version_is_brought_up_to_date(site_on_sqlite):
    site = site_on_sqlite
    done(site.manage("migrate", "consultations", "0001"))
    done(site.manage("backup"))
    done(site.manage("restore_check"))
    newest = "SELECT count(*) FROM django_migrations WHERE name = '0002_access_records_stay'"
    assert site.query(newest) == [(0,)]
    (site.folder / "data").rename(site.folder / "lost")
    done(site.manage("restore", str(backups_of(site)[0])))
    assert site.query(newest) == [(1,)]


def test_restore_with_other_keys_says_what_to_do_and_goes_well_once_that_is_done(site_on_sqlite):
    site = site_on_sqlite
    done(site.manage("backup"))
    data, keys = site.folder / "data", site.environment["FIELD_ENCRYPTION_KEYS"]
    data.rename(site.folder / "lost")
    site.environment["FIELD_ENCRYPTION_KEYS"] = Fernet.generate_key().decode()
    said = site.manage("restore", str(backups_of(site)[0]))
    assert (said.returncode, said.stderr) == (
        1,
        "CommandError: None of FIELD_ENCRYPTION_KEYS can decrypt it: everything that patients wrote would be lost. "
        "The database was filled nevertheless: empty it before trying again.\n",
    )
    site.environment["FIELD_ENCRYPTION_KEYS"] = keys
    data.rename(site.folder / "filled")
    done(site.manage("restore", str(backups_of(site)[0])))


@pytest.fixture
def site_on_postgresql(make_site):
    """Not started. Its role owns the database and may do nothing else."""
    role = f"desk_{secrets.token_hex(4)}"
    on_server(f"CREATE ROLE {role} LOGIN", f"CREATE DATABASE {role} OWNER {role}")
    site = make_site("postgresql")
    site.environment["DATABASE_URL"] = database_url(role).replace("postgres:@", f"{role}:@")
    site.role = role
    done(site.manage("migrate"))
    return site


def on_server(*statements):
    with psycopg.connect(database_url(), autocommit=True) as server:
        for statement in statements:
            server.execute(statement)


@pytest.mark.whole
def test_role_needs_a_right_for_the_scratch_database_and_a_killed_check_leaves_none(site_on_postgresql):
    site = site_on_postgresql
    done(site.manage("backup"))
    said = site.manage("restore_check")
    assert (said.returncode, said.stderr.count("\n")) == (1, 1)
    assert said.stderr.strip().endswith(f"As a superuser, run: ALTER ROLE {site.role} CREATEDB")
    assert left_behind(site) == []

    on_server(f"ALTER ROLE {site.role} CREATEDB")
    kill_when(lambda: scratch_databases(site), start(site, "restore_check"))
    assert left_behind(site) == ["restore-check", f"{site.role}_restore_check"]
    done(site.manage("restore_check"))
    assert left_behind(site) == []
