"""The database is full, locked, moved or down: no patient reads "received" in vain, and nobody restarts the site."""

import json
import re
import resource
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from urllib.parse import urlencode

import psycopg
import pytest

from tests import WHOLE
from tests.factories import answers
from tests.faults.patients import ask, post_form, send_request
from tests.faults.processes import mail_worker, web_workers
from tests.faults.storm import Patients, all_mails_arrive, tally_of
from tests.postgresql import OwnServer
from tests.running_site import RunningSite, wait_until

PHONE = "(708) 555-0100"
NOT_RECEIVED = "we did not receive it"


@pytest.fixture
def make_site(tmp_path):
    """Starts a site with a mail server; both are stopped after the test."""
    sites = []

    def start(**options):
        site = RunningSite(tmp_path / f"site{len(sites)}", MAIL_LEASE_SECONDS="11", **options)
        site.folder.mkdir()
        sites.append(site)
        site.mail_server.start()
        site.start()
        return site

    yield start
    for site in sites:
        site.stop()
        site.mail_server.stop()


def says_that_nothing_was_received(answer):
    status, headers, page = answer
    assert (status, headers["Location"]) == (500, None)
    assert PHONE in page
    assert NOT_RECEIVED in page
    assert not re.search("[0-9A-Z]{4}-[0-9A-Z]{4}<", page)
    return True


def both_web_workers(site):
    """Waits for the second one, too: a site answers as soon as the first does."""
    return wait_until(lambda: len(found := web_workers(site)) == 2 and found, seconds=20, what="two web workers")


def pages_are_served(site):
    for address in ["/", "/articles/", "/es/consultation/", "/contact/"]:
        started = time.monotonic()
        assert ask(site, "GET", address, timeout=5)[0] == 200
        assert time.monotonic() - started < 3


# Full


@contextmanager
def small_disk(folder):
    """Mounts a disk of 8 MB, where that is permitted. Yields whether it was."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    is_mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


class FullDisk:
    """Fills the disk of the folder to the last byte."""

    def __init__(self, site, folder):
        self.ballast = folder / "ballast"

    def fill(self):
        with self.ballast.open("ab", buffering=0) as file:
            for size in [65536, 4096, 1]:
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def free(self):
        self.ballast.unlink()


class NoMoreBytes:
    """Forbids the site's processes to write to files, which SQLite sees as a failing disk."""

    def __init__(self, site, folder):
        self.pids = [*both_web_workers(site), mail_worker(site)]
        self.before = resource.prlimit(self.pids[0], resource.RLIMIT_FSIZE)

    def fill(self):
        for pid in self.pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, self.before[1]))

    def free(self):
        for pid in self.pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, self.before)


@pytest.mark.whole
@pytest.mark.parametrize("how", ["full disk", "no more bytes"])
def test_a_full_disk_shows_patients_an_error_until_there_is_room(tmp_path, how):
    site = RunningSite(tmp_path, MAIL_LEASE_SECONDS="11")
    folder = tmp_path / "data"
    with small_disk(folder) as is_mounted:
        site.mail_server.start()
        site.start()
        # The worker keeps SQLite's files open, since a full disk has no room to create them again.
        wait_until(lambda: "The mail worker has started" in site.log, seconds=30, what="the worker")
        try:
            disk = (FullDisk if how == "full disk" and is_mounted else NoMoreBytes)(site, folder)
            patients = Patients(site, name="Full")
            patients.send(0)
            disk.fill()

            answer, number = None, 0
            while answer is None or (answer[0] == 303 and number < 500):  # SQLite may have room in pages of its own
                number += 1
                body = urlencode(answers(full_name=f"Full {number}", reason=f"Full {number} {'x' * 1900}"))
                answer = post_form(site, body)
                if answer[0] == 303:
                    patients.acknowledged[f"Full {number}"] = patients.reference_at(answer[1]["Location"])
            assert says_that_nothing_was_received(answer)
            told_before = dict(patients.acknowledged)
            for _ in range(5):
                assert says_that_nothing_was_received(post_form(site, body))
            pages_are_served(site)
            assert len(site.query("SELECT id FROM consultations_consultationrequest")) == len(told_before)

            disk.free()
            answer = post_form(site, body)
            assert answer[0] == 303
            patients.acknowledged[f"Full {number}"] = patients.reference_at(answer[1]["Location"])
            all_mails_arrive(site, requests=number + 1, seconds=90)
            tally = tally_of(site, patients)
            assert site.query("PRAGMA integrity_check") == [("ok",)]
        finally:
            site.stop()
            site.mail_server.stop()
    print(f"\nDisk full ({type(disk).__name__}): a clear page from request {number} on, then room again\n{tally}")
    assert tally.problems == []
    assert tally.stored == number + 1


# Locked


@contextmanager
def locked(site):
    """Locks the table as another program that writes to it for a long time."""
    if url := site.environment.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            connection.execute("LOCK TABLE consultations_consultationrequest IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()
    else:
        with closing(sqlite3.connect(site.folder / "data" / "site.sqlite3", isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")


@pytest.mark.parametrize("seconds", [10, 25] if WHOLE else [10])
@pytest.mark.parametrize("database", ["sqlite", "postgresql"] if WHOLE else ["sqlite"])
def test_a_locked_database_delays_posts_and_no_page(make_site, database, seconds):
    site = make_site(database=database)
    bodies = [urlencode(answers(full_name=f"Locked {number}")) for number in range(20)]
    with ThreadPoolExecutor(20) as pool:
        with locked(site):
            began = time.monotonic()
            sending = [pool.submit(post_form, site, body, timeout=90) for body in bodies]
            while time.monotonic() - began < seconds:
                pages_are_served(site)
                time.sleep(0.5)
        answered = [future.result() for future in sending]
    received = [headers["Location"] for status, headers, _ in answered if status == 303]
    for answer in answered:
        assert answer[0] == 303 or says_that_nothing_was_received(answer)
    assert (len(received) == 20) if seconds < 20 else (len(received) < 20)

    patients = Patients(site, name="Locked")
    patients.acknowledged = {location: patients.reference_at(location) for location in received}
    patients.acknowledged["after"] = send_request(site, full_name="Afterwards")
    all_mails_arrive(site, requests=len(patients.acknowledged), seconds=60)
    tally = tally_of(site, patients)
    print(f"\nDatabase ({database}) locked for {seconds} s: {len(received)} of 20 posts were received\n{tally}")
    assert tally.problems == []


# Moved


@pytest.mark.whole
def test_a_file_that_was_moved_away_serves_again_when_it_is_back(make_site):
    site = make_site()
    both_web_workers(site)
    data, away = site.folder / "data", site.folder / "away"
    away.mkdir()
    files = ["site.sqlite3", "site.sqlite3-wal", "site.sqlite3-shm"]
    for name in files:
        (data / name).rename(away / name)
    for number in range(20):  # each process opens the empty file that takes its place
        assert says_that_nothing_was_received(post_form(site, urlencode(answers(full_name=f"Moved {number}"))))
    for name in files:
        (away / name).rename(data / name)

    for _ in range(20):
        assert ask(site, "GET", "/healthz")[0] == 200
        assert ask(site, "GET", "/search/?q=knee")[0] == 200
    send_request(site, full_name="Afterwards")
    all_mails_arrive(site, requests=1, seconds=30)


# Down


@pytest.mark.whole
def test_postgresql_restarted_under_load(make_site):
    server = OwnServer()
    try:
        site = make_site(DATABASE_URL=server.database_url)
        processes = {*both_web_workers(site), mail_worker(site)}
        patients = Patients(site, name="Restart")
        requests, clients, seconds = (400, 16, 20) if WHOLE else (80, 8, 10)
        with ThreadPoolExecutor(1) as pool:
            sending = pool.submit(patients.send_all, requests, clients=clients, seconds=seconds, seed=4)
            for _ in range(4 if WHOLE else 2):
                time.sleep(1.5)
                met = patients.met.total()
                server.stop()
                wait_until(lambda: ask(site, "GET", "/healthz")[0] == 503, seconds=10, what="/healthz to tell")
                status, _, page = ask(site, "GET", "/pl/articles/")
                assert (status, PHONE in page) == (500, True)
                wait_until(partial(patients.have_met_more_than, met), seconds=20, what="a patient to meet it")
                server.start()
            sending.result()
        all_mails_arrive(site, requests=requests, seconds=60)
        tally = tally_of(site, patients)
        assert {*web_workers(site), mail_worker(site)} == processes
        site.stop()
    finally:
        server.remove()
    print(f"\nPostgreSQL restarted under {requests} requests: clients met {dict(patients.met)}\n{tally}")
    assert tally.problems == []
    assert tally.stored == requests


# Two hosts


def keys_of(site):
    """The keys that two hosts of one demo must share."""
    keys = json.loads((site.folder / "data" / "demo-keys.json").read_text())
    return {"FIELD_ENCRYPTION_KEYS": keys["field_encryption_key"], "LOOKUP_HASH_KEY": keys["lookup_hash_key"]}


@pytest.mark.whole
def test_the_same_request_fifty_times_at_once_over_two_hosts_is_one(make_site):
    first = make_site(database="postgresql")
    second = make_site(
        DATABASE_URL=first.environment["DATABASE_URL"],
        EMAIL_PORT=first.environment["EMAIL_PORT"],
        **keys_of(first),
    )
    body = urlencode(answers(full_name="Fifty Times"))
    with ThreadPoolExecutor(50) as pool:
        answered = list(pool.map(lambda number: post_form([first, second][number % 2], body, timeout=60), range(50)))
    assert {status for status, _, _ in answered} == {303}
    (location,) = {headers["Location"] for _, headers, _ in answered}

    patients = Patients(second, name="Fifty")
    patients.acknowledged["all"] = patients.reference_at(location)
    all_mails_arrive(first, requests=1, seconds=30)
    time.sleep(3)  # for a second copy, if there were one
    tally = tally_of(first, patients)
    print(f"\nThe same request 50 times at once over two hosts\n{tally}")
    assert tally.problems == []
    assert (tally.stored, len(first.mail_server.mails)) == (1, 2)
