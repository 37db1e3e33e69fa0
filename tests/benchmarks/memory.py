"""Whether a web worker's memory stays as it is over 200,000 page views, without being started anew.

    python -m tests.benchmarks.memory [views]

Readers ask for every public page in every language, with and without conditions, compressed and not, by GET and by
HEAD; they search for words that nobody searched for before, add made-up queries to addresses, and follow links that
lead nowhere. Prints each worker's memory at every tenth: resident (RSS), its share of it (PSS), its own alone (USS).
Ends with 1 when one holds more than 150 MB, or at the end 5 % more than at the second tenth.
"""

import random
import re
import socket
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from tests.benchmarks.visitors import read_answer
from tests.faults.processes import web_workers
from tests.running_site import RunningSite

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
            for begun in range(0, self.views, VIEWS_PER_CONNECTION):
                with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
                    for _ in range(min(VIEWS_PER_CONNECTION, self.views - begun)):
                        self.view(connection)
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
            address = f"{chance.choice(PREFIXES)}/articles/?q={quote(words)}"
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


def watch(site, views):
    """Views so many pages in tenths; returns ([{worker: memory}, …] before and after each, the answers counted).

    Raises AssertionError when a worker was replaced meanwhile.
    """
    view_pages(site, CROWD * 10, seed="crowd", readers=CROWD)
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


def main():
    views = int(sys.argv[1]) if len(sys.argv) > 1 else VIEWS
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
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
