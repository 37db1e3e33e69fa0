"""Memory: side by side with another release, and whether it stays as it is over 200,000 page views.

    OTHER_BUILD=/path/to/checkout python -m tests.benchmarks.memory [views]

The other release is a checkout with its own .venv; without one, nothing is compared. After the same requests to both,
prints the proportional set size (PSS) of all processes of each, and the ratios.

Then readers ask for every public page in every language, with and without conditions, compressed and not, by GET and by
HEAD; they search for words that nobody searched for before, add made-up queries to addresses, and follow links that
lead nowhere. Prints each web worker's memory at every tenth: resident (RSS), proportional (PSS), private (USS).

Ends with 1 when a ratio is over its limit, or a web worker holds more than 150 MB, or at the end 5 % more than at the
second tenth.
"""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

from tests.benchmarks.visitors import exchange, read, read_answer
from tests.faults.processes import family, web_workers
from tests.running_site import ROOT, RunningSite, wait_until

COMPARED_VIEWS, COMPARED_POSTS = 200, 20
MOST_OF_MAKE_RUN, MOST_OF_UNITS = 0.45, 0.55  # of the other release's `make run`
SETTLE = 4  # seconds
VIEWS = 200_000
READERS = 6
CROWD = 64  # readers at once, before anything is measured: so that every thread of a worker is there
VIEWS_PER_CONNECTION = 100
MOST = 150_000_000  # bytes
MOST_GROWTH = 0.05  # from the second tenth to the end
WORDS = ["pain", "knee", "running", "sciatica", "rodilla", "dolor", "kolano", "ból", "الركبة", "ألم", "zzyzx"]
ENCODINGS = ["gzip, deflate, br", "gzip", "", "br;q=0, gzip", "identity"]
PREFIXES = ["", "/es", "/pl", "/ar"]


class Reader(threading.Thread):
    """Views pages over one connection at a time, and counts the answers by status."""

    def __init__(self, site, pages, *, views, seed):
        super().__init__()
        self.port, self.pages, self.views, self.chance = site.port, pages, views, random.Random(seed)
        self.counted, self.etags, self.problem = Counter(), {}, None

    def run(self):
        try:
            left = self.views
            while left:
                with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
                    for number in range(min(VIEWS_PER_CONNECTION, left)):
                        try:
                            self.view(connection)
                        except ConnectionError:
                            if number == 0:
                                raise
                            break  # the server ends a connection that was idle for long
                        left -= 1
        except (OSError, TypeError) as problem:  # no answer, or one without a length
            self.problem = problem

    def view(self, connection):
        method, address, headers = self.next_view()
        lines = [f"{method} {address} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", *headers]
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        head = read_answer(connection, method=method)
        if etag := re.search(rb"(?i)\r\netag: ([^\r]+)", head):
            self.etags[address] = etag[1].decode()
        self.counted[int(head[9:12])] += 1

    def next_view(self):
        """(method, address, header lines)"""
        chance = self.chance
        address, method = chance.choice(self.pages), "GET"
        headers = [
            f"Accept-Encoding: {chance.choice(ENCODINGS)}",
            f"User-Agent: reader {chance.random()}",
            f"X-Forwarded-For: 198.18.{chance.randrange(256)}.{chance.randrange(256)}",  # one may not search so much
        ]
        kind = chance.random()
        if kind < 0.15:
            words = " ".join(chance.choice([*WORDS, f"w{chance.randrange(10**9)}"]) for _ in range(3))
            address = f"{chance.choice(PREFIXES)}/search/?q={quote(words)}"
        elif kind < 0.25:
            address = f"{chance.choice(PREFIXES)}/{chance.choice(['', 'articles/'])}nowhere-{chance.randrange(10**9)}/"
        elif kind < 0.35:
            address += f"?utm_source=s{chance.randrange(10**9)}"
        elif kind < 0.4:
            address = (
                f"{chance.choice(PREFIXES)}/articles/?topic=t{chance.randrange(10**9)}&page={chance.randrange(99)}"
            )
        elif kind < 0.45:
            method = "HEAD"
        elif kind < 0.6 and address in self.etags:
            headers.append(f"If-None-Match: {self.etags[address]}")
        elif kind < 0.62:
            headers.append(f"Cookie: session={chance.randrange(10**9)}")
        return method, address, headers


def all_pages(site):
    """The addresses in the sitemap, and what stands beside pages."""
    with urlopen(f"{site.url}/sitemap.xml") as response:
        found = re.findall("<loc>(.+?)</loc>", response.read().decode())
    beside = ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/favicon.ico", "/healthz"]
    return [urlsplit(address).path for address in found] + [f"{prefix}/articles/feed/" for prefix in PREFIXES] + beside


def view_pages(site, views, *, seed, readers=READERS):
    """Returns the answers counted by status."""
    pages = all_pages(site)
    readers = [Reader(site, pages, views=views // readers, seed=f"{seed} {number}") for number in range(readers)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    problems = [reader.problem for reader in readers if reader.problem]
    if problems:
        raise problems[0]
    return sum((reader.counted for reader in readers), Counter())


def memory(pid):
    """{"RSS": bytes, "PSS": bytes, "USS": bytes} of a process."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = {name: int(size) * 1024 for name, size in re.findall(r"^(\w+): +(\d+) kB", text, re.MULTILINE)}
    return {"RSS": found["Rss"], "PSS": found["Pss"], "USS": found["Private_Clean"] + found["Private_Dirty"]}


def watch(site, views, *, crowd=CROWD):
    """Views so many pages in tenths; returns ([{worker: memory}, …] before and after each, the answers counted).

    Raises AssertionError when a worker was replaced meanwhile.
    """
    view_pages(site, crowd * 10, seed="crowd", readers=crowd)
    workers = web_workers(site)
    measured, counted = [{pid: memory(pid) for pid in workers}], Counter()
    print_line("warm", measured[0])
    for tenth in range(1, 11):
        counted += view_pages(site, views // 10, seed=tenth)
        assert web_workers(site) == workers, "a web worker ended"
        measured.append({pid: memory(pid) for pid in workers})
        print_line(f"{tenth * views // 10:,} views", measured[-1])
    return measured, counted


def growth(measured, pid):
    """How much more of its own a worker holds at the end than at the second tenth, as a part of all it holds."""
    return (measured[-1][pid]["USS"] - measured[2][pid]["USS"]) / measured[2][pid]["RSS"]


def print_line(name, workers):
    cells = "   ".join(
        " ".join(f"{kind} {size / 1e6:6.1f}" for kind, size in measured.items()) for measured in workers.values()
    )
    print(f"{name:16}{cells}  (MB)", flush=True)


# Side by side with another release


ANSWERS = {
    "full_name": "Maria Kowalska", "phone": "(312) 555-0142", "language": "pl", "patient_status": "new",
    "consent": "on",
}  # fmt: skip


def compare(other_root):
    """Prints the memory of both releases in the same run; returns whether ours misses a limit.

    Measures `make run` on a new database and on an existing one, and web server and worker as the units of
    docs/deploy/ start them. The limits are ratios to the other release's `make run` on a new database.
    """
    found = {}
    for name, root in [("theirs", Path(other_root).resolve()), ("ours", ROOT)]:
        with tempfile.TemporaryDirectory(prefix="clinic-memory-") as folder:
            site = RunningSite(folder, empty=True, root=root)
            Path(site.environment["DATA_DIR"], "static").mkdir(parents=True)  # each release has its own
            found[name] = {how: measure(site, how) for how in ("new", "existing", "units")}
    theirs, ours = found["theirs"], found["ours"]
    print(f"\n{'proportional set size of all processes':42}{'theirs':>9}{'ours':>9}   ratio")
    print_ratio("make run, on a new database", theirs["new"], ours["new"], MOST_OF_MAKE_RUN)
    print_ratio("make run, on an existing database", theirs["existing"], ours["existing"])
    print_ratio("units, compared with their make run", theirs["new"], ours["units"], MOST_OF_UNITS)
    print_ratio("units, compared with their units", theirs["units"], ours["units"])
    return ours["new"] > MOST_OF_MAKE_RUN * theirs["new"] or ours["units"] > MOST_OF_UNITS * theirs["new"]


def print_ratio(name, theirs, ours, limit=None):
    ratio = ours / theirs
    wanted = "" if limit is None else f" (limit {limit}){'   MISSES' if ratio > limit else ''}"
    print(f"{name:42}{theirs / 1e6:6.1f} MB{ours / 1e6:6.1f} MB{ratio:8.3f}{wanted}", flush=True)


def measure(site, how):
    """The proportional set size of all processes after 200 page views, 20 posts of the form and a sign-in."""
    if how == "units":
        started = start_units(site)
        wait_until(lambda: exchange(site.port, read(site, "/healthz"))[0] == 200, seconds=60, what="the units")
    else:
        site.start()
        started = [site.process]
    try:
        time.sleep(SETTLE)  # the worker runs what is due
        view_pages(site, COMPARED_VIEWS, seed="compare", readers=5)
        for number in range(COMPARED_POSTS):
            assert exchange(site.port, post(site, f"My knee hurts ({how} {number})."))[0] == 303
        sign_in(site)
        time.sleep(SETTLE)  # the worker sends the mails
        return sum(memory(pid)["PSS"] for process in started for pid in family(process.pid))
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def start_units(site):
    """Web server and worker, started with the commands of the units, on the data of a site that ran before."""
    commands = []
    for unit in ("clinic-web", "clinic-worker"):
        text = (site.root / "docs" / "deploy" / f"{unit}.service").read_text()
        commands.append(re.search("^ExecStart=(.*)$", text, re.MULTILINE)[1].replace("/srv/clinic", str(site.root)))
    with (site.folder / "log.txt").open("a") as log:
        return [
            subprocess.Popen(command.split(), cwd=site.root, env=site.environment, stdout=log, stderr=log)
            for command in commands
        ]


def post(site, reason):
    """The form as a browser sends it, made without Django, so that this process shares nothing with the site."""
    body = urlencode({**ANSWERS, "reason": reason})
    head = (
        f"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.url}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


def sign_in(site):
    browser = build_opener(HTTPCookieProcessor())
    with browser.open(f"{site.url}/admin/login/?next=/admin/") as response:
        token = re.search('name="csrfmiddlewaretoken" value="([^"]+)"', response.read().decode())[1]
    name, password = site.staff
    fields = {"csrfmiddlewaretoken": token, "username": name, "password": password, "next": "/admin/"}
    with browser.open(f"{site.url}/admin/login/?next=/admin/", urlencode(fields).encode()) as response:
        assert "/admin/logout/" in response.read().decode()


def main():
    other_root = os.environ.get("OTHER_BUILD")
    if not other_root:
        print("No other release to compare with: OTHER_BUILD is not set.\n")
    missed = compare(other_root) if other_root else False
    views = int(sys.argv[1]) if len(sys.argv) > 1 else VIEWS
    return 1 if watch_growth(views) or missed else 0


def watch_growth(views):
    """Prints how the web workers' memory grows over so many page views; returns whether one misses a limit."""
    site = RunningSite(tempfile.mkdtemp(prefix="clinic-memory-"))
    site.start()
    try:
        measured, counted = watch(site, views)
    finally:
        site.stop()
    print("answers:", dict(sorted(counted.items())))
    missed = False
    for pid, last in measured[-1].items():
        grown = growth(measured, pid)
        misses = last["RSS"] > MOST or grown > MOST_GROWTH
        missed |= misses
        print(
            f"worker {pid}: {last['RSS'] / 1e6:.1f} MB (limit {MOST / 1e6:.0f}), {grown:+.1%} since the second tenth "
            f"(limit {MOST_GROWTH:+.0%}){'   MISSES' if misses else ''}"
        )
    return missed


if __name__ == "__main__":
    sys.exit(main())
