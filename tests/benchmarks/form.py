"""Whether the form takes 20 posts a second for two minutes, and whether readers notice.

    python -m tests.benchmarks.form [sqlite] [postgresql] [seconds]

Starts the site on each database. An article is read 40 times a second: alone, then with the posts beside it, then
alone again; every request that was acknowledged must be stored, once. Then posts come as fast as they are taken, and
the same rows are written by the database's driver alone. Prints how long posts and reads took, and the rates with their
ratio. Ends with 1 when anything failed, or when the 99th percentile of reads is more than twice that without posts.
"""

import os
import random
import re
import secrets
import sqlite3
import sys
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import django
import psycopg

from tests.benchmarks.visitors import Visit, Visitors, percentile, post, read
from tests.faults.processes import mail_worker, processor_seconds, web_workers
from tests.running_site import RunningSite, wait_until

POSTS, READS = 20, 40  # a second
SECONDS = 120
LIMIT = 2  # times the 99th percentile of reads without posts
CLIENTS = [1, 2, 4, 8, 16, 32]
SECONDS_AT_FULL_SPEED = 8
PAGE = "/articles/knee-pain-after-running-what-to-know/"


def visits(site, *, seconds, posts, seed):
    """Reads at their rate, half of them of one page and half of any page; `posts` are the numbers of patients."""
    addresses = all_pages(site)
    chance = random.Random(seed)
    coming = [
        Visit((number + chance.random()) / READS, read(site, chance.choice(addresses) if number % 2 else PAGE))
        for number in range(seconds * READS)
    ]
    return coming + [Visit((place + chance.random()) / POSTS, post(site, number)) for place, number in enumerate(posts)]


def all_pages(site):
    with urlopen(f"{site.url}/sitemap.xml") as response:
        return [urlsplit(address).path for address in re.findall("<loc>(.+?)</loc>", response.read().decode())]


def not_stored_once(site, tokens):
    """How many of the acknowledged requests are not stored, or not once, and how many rows nobody was told of."""
    stored = [token for (token,) in site.query("SELECT token FROM consultations_consultationrequest")]
    return len(set(tokens) ^ set(stored)) + len(tokens) - len(set(tokens)) + len(stored) - len(set(stored))


def mails_are_sent(site):
    """Waits for the mail worker: what it still has to do must not count against the readers that come next."""
    unsent = "SELECT count(*) FROM consultations_outgoingmail WHERE sent_at IS NULL"
    wait_until(lambda: site.query(unsent) == [(0,)], seconds=600, what="the mails to be sent")


# 20 posts a second


def beside_readers(site, visitors, seconds):
    """Prints how posts and reads went; returns (whether a limit is missed, the tokens that patients were given)."""
    numbers = range(seconds * POSTS)
    before = visitors.come(site, visits(site, seconds=seconds // 2, posts=[], seed=1))
    used = used_by(site)
    beside = visitors.come(site, visits(site, seconds=seconds, posts=numbers, seed=2))
    used = {name: spent - used[name] for name, spent in used_by(site).items()}
    mails_are_sent(site)
    after = visitors.come(site, visits(site, seconds=seconds // 2, posts=[], seed=3))
    alone = before.seconds_of_reads + after.seconds_of_reads

    errors = len(before.errors) + len(beside.errors) + len(after.errors)
    wrong = not_stored_once(site, beside.tokens)
    print(f"{len(numbers)} posts in {seconds} s, {len(beside.tokens)} acknowledged, {errors} errors")
    print(f"acknowledged and not stored exactly once: {wrong}")
    print_times("posts", beside.seconds_of_posts)
    print_times("reads before", before.seconds_of_reads)
    print_times("reads beside the posts", beside.seconds_of_reads)
    print_times("reads after", after.seconds_of_reads)
    ratio = percentile(beside.seconds_of_reads, 99) / percentile(alone, 99)
    missed = ratio > LIMIT
    print(f"{'p99 of reads, beside / without':34}{ratio:8.2f} × (limit {LIMIT}){'   MISSES' if missed else ''}")
    print("of one core meanwhile: " + ", ".join(f"{name} {spent / seconds:.0%}" for name, spent in used.items()))
    late = percentile([answer.late for answer in beside.answers], 99)
    print(
        f"(the visitors themselves: {beside.busy:.0%} of a core, p99 late by {late * 1000:.1f} ms; "
        f"load average {os.getloadavg()[0]:.1f})",
        flush=True,
    )
    return missed or errors > 0 or wrong > 0 or len(beside.tokens) < len(numbers), beside.tokens


def used_by(site):
    """What the site's processes have used till now, {name: seconds}; without what PostgreSQL uses."""
    return {
        "web workers": sum(map(processor_seconds, web_workers(site))),
        "mail worker": processor_seconds(mail_worker(site)),
    }


def print_times(name, seconds):
    print(
        f"{name:34}" + "".join(f"   p{at} {percentile(seconds, at) * 1000:7.1f} ms" for at in (50, 99)),
        f"  {len(seconds)} times",
    )


# As fast as they are taken


def at_full_speed(site, visitors, tokens):
    """Prints the rate for each number of clients; returns (the highest, whether something failed)."""
    highest, failed, next_number = 0, False, 1_000_000
    for clients in CLIENTS:
        messages = [post(site, next_number + number) for number in range(500 * SECONDS_AT_FULL_SPEED)]
        next_number += len(messages)
        outcome, rate = visitors.come_one_after_another(site, messages, clients=clients, seconds=SECONDS_AT_FULL_SPEED)
        tokens += outcome.tokens
        failed |= bool(outcome.errors)
        print(
            f"{clients:3} clients{rate:10.0f} posts/s   p99 {percentile(outcome.seconds_of_posts, 99) * 1000:6.0f} ms"
            f"   {len(outcome.errors)} errors",
            flush=True,
        )
        highest = max(highest, rate)
    wrong = not_stored_once(site, tokens)
    print(f"acknowledged and not stored exactly once: {wrong} of {len(tokens)}")
    return highest, failed or wrong > 0


# The driver alone


def captured_inserts(kind):
    """The INSERTs of one request, [(SQL, parameters), …], as Django hands them to the driver of that database."""
    from django.db import connection, connections
    from django.test import override_settings

    from tests.factories import make_request

    connections["default"] = connections[kind]
    inserts = []

    def note(execute, sql, parameters, many, context):
        if sql.startswith("INSERT"):
            inserts.append((sql, tuple(parameters)))
        return execute(sql, parameters, many, context)

    with override_settings(RATE_LIMIT_OVERALL=1_000_000), connection.execute_wrapper(note):
        make_request(full_name="Load the driver", client_address="198.18.0.1")
    connection.close()
    return inserts


def fresh(column, value, request_id):
    """The value, or another one where each row must have its own."""
    if isinstance(value, list):
        return [fresh(column, one, request_id) for one in value]
    if column == "message_id":
        return uuid.uuid4() if isinstance(value, uuid.UUID) else uuid.uuid4().hex
    if column in ("reference", "token", "sameness_key"):
        return secrets.token_hex(len(value))[: len(value)]
    return request_id if column == "consultation_request_id" else value


def write_request(execute, inserts):
    """The rows of one request. `execute` is the driver's."""
    request_id = None
    for sql, parameters in inserts:
        columns = re.findall(r'"(\w+)"', sql.partition("(")[2].partition(")")[0])
        values = [fresh(columns[at % len(columns)], value, request_id) for at, value in enumerate(parameters)]
        cursor = execute(sql, values)
        if request_id is None:
            request_id, *_ = cursor.fetchone()  # behind it, what the database generates


def write_on_sqlite(site, inserts, deadline):
    """As durable as the site does it. Returns how many requests were written."""
    inserts = [(sql.replace("%s", "?"), parameters) for sql, parameters in inserts]
    written = 0
    with closing(sqlite3.connect(database_path(site), isolation_level=None, timeout=30)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        while time.perf_counter() < deadline:
            connection.execute("BEGIN IMMEDIATE")
            write_request(connection.execute, inserts)
            connection.execute("COMMIT")
            written += 1
    return written


def write_on_postgresql(site, inserts, deadline):
    written = 0
    with psycopg.connect(site.environment["DATABASE_URL"], cursor_factory=psycopg.ClientCursor) as connection:
        while time.perf_counter() < deadline:
            with connection.transaction():
                write_request(connection.execute, inserts)
            written += 1
    return written


WRITE = {"sqlite": write_on_sqlite, "postgresql": write_on_postgresql}


def by_the_driver_alone(kind, site):
    """The highest rate of the same rows, each request in a transaction, over one connection and over eight."""
    inserts, rates = captured_inserts(kind), {}
    for connections in (1, 8):
        begun = time.perf_counter()
        with ThreadPoolExecutor(connections) as pool:
            deadlines = [begun + SECONDS_AT_FULL_SPEED] * connections
            written = sum(pool.map(lambda deadline: WRITE[kind](site, inserts, deadline), deadlines))
        rates[connections] = written / (time.perf_counter() - begun)
        print(
            f"{connections:3} connections of the driver alone{rates[connections]:8.0f} times the same rows/s",
            flush=True,
        )
    return max(rates.values())


def database_path(site):
    return Path(site.environment["DATA_DIR"]) / "site.sqlite3"


def use_databases(sites):
    """Sets Django up with the databases of these sites, {kind: site}."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    from clinic_site import environment
    from tests import settings

    for kind, site in sites.items():
        url = site.environment.get("DATABASE_URL", f"sqlite:///{database_path(site)}")
        settings.DATABASES[kind] = environment.database("NONE", default=url)
    django.setup()


def measure(kind, site, seconds):
    """Prints everything about one database; returns whether a limit is missed."""
    print(f"\n{kind}", flush=True)
    site.mail_server.start()
    site.start()
    try:
        with Visitors() as visitors:
            missed, tokens = beside_readers(site, visitors, seconds)
            print()
            rate, failed = at_full_speed(site, visitors, tokens)
    finally:
        site.stop()
        site.mail_server.stop()
    alone = by_the_driver_alone(kind, site)
    print(f"highest rate of posts {rate:.0f}/s, of the driver alone {alone:.0f}/s: 1 to {alone / rate:.1f}")
    return missed or failed


def main():
    seconds = next((int(word) for word in sys.argv[1:] if word.isdigit()), SECONDS)
    kinds = [word for word in sys.argv[1:] if not word.isdigit()] or ["sqlite", "postgresql"]
    sites = {kind: RunningSite(tempfile.mkdtemp(prefix="clinic-form-"), database=kind) for kind in kinds}
    use_databases(sites)
    missed = [kind for kind, site in sites.items() if measure(kind, site, seconds)]
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
