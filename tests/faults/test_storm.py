"""Web workers, gunicorn and the mail worker are killed every second while patients send requests; nothing is lost."""

import time

import pytest

from tests import WHOLE
from tests.faults.storm import Killer, Patients, all_mails_arrive, count, tally_of
from tests.running_site import RunningSite

REQUESTS, CLIENTS, SECONDS = (2000, 32, 90) if WHOLE else (150, 8, 10)
SEED = 20261124


@pytest.mark.parametrize("database", ["sqlite", "postgresql"] if WHOLE else ["sqlite"])
def test_nothing_is_lost_while_everything_is_killed(tmp_path, database):
    site = RunningSite(tmp_path, database=database, MAIL_LEASE_SECONDS="11")
    site.mail_server.start()
    site.start()
    started = time.monotonic()
    patients = Patients(site, name="Storm")
    try:
        with Killer(site, seed=SEED) as killer:
            patients.send_all(REQUESTS, clients=CLIENTS, seconds=SECONDS, seed=SEED)
            sent_after = time.monotonic() - started
        all_mails_arrive(site, requests=REQUESTS, seconds=60 + REQUESTS / 5)
        tally = tally_of(site, patients)
    finally:
        site.stop()
        site.mail_server.stop()
    print(f"\nStorm on {database}, seed {SEED}: {REQUESTS} requests from {CLIENTS} clients in {sent_after:.0f} s,")
    print(f"all mails after {time.monotonic() - started:.0f} s; killed {dict(killer.killed)};")
    print(f"clients met {dict(patients.met)}\n{tally}")
    assert tally.problems == []
    assert (tally.acknowledged, tally.stored, tally.lost) == (REQUESTS, REQUESTS, 0)
    assert killer.killed.total() >= SECONDS / 2


TOLD = {"first": "AAAA-AAAA", "second": "BBBB-BBBB"}
ROWS = ["AAAA-AAAA", "BBBB-BBBB"]
MAILS = [("AAAA-AAAA", "desk", "<1>"), ("BBBB-BBBB", "desk", "<2>"), ("BBBB-BBBB", "desk", "<2>")]


def test_the_count_of_a_storm_in_which_all_went_well():
    tally = count(acknowledged=TOLD, stored=ROWS, mails=MAILS, recipients=["desk"])
    assert str(tally) == "acknowledged 2 / stored 2 / mailed once 1 / mailed twice 1 / lost 0"
    assert tally.problems == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"stored": ROWS[:1], "mails": MAILS[:1]}, "second was told BBBB-BBBB, which is not stored"),
        ({"mails": MAILS[1:]}, "no mail about AAAA-AAAA to desk"),
        ({"mails": [*MAILS, ("BBBB-BBBB", "desk", "<3>")]}, "BBBB-BBBB to desk with different Message-IDs"),
        ({"stored": [*ROWS, "CCCC-CCCC"], "mails": [*MAILS, ("CCCC-CCCC", "desk", "<3>")]}, "3 rows for 2 references"),
        ({"acknowledged": {**TOLD, "third": "BBBB-BBBB"}}, "two requests were told the same reference"),
        ({"recipients": []}, "which nobody asked for"),
    ],
)
def test_the_count_finds_each_problem(changes, problem):
    told = {"acknowledged": TOLD, "stored": ROWS, "mails": MAILS, "recipients": ["desk"], **changes}
    assert problem in "\n".join(count(**told).problems)
