"""What counting adds to a kept page: processor time of counting beside that of the page, both on this machine in turn.

    python -m tests.benchmarks.counting [pairs]

The page is the knee article from a demo as `make run` starts it, as a browser on a phone asks for it. The site spends
the time of the page in all its processes; counting, which is too short to be seen there, is repeated in this one. Ends
with 1 when the ratio misses its limit.

Prints as well what the page costs the site with and without being counted, which tells no more than the machine allows.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import django

from tests.benchmarks.kept_pages import SAMPLES, Build
from tests.benchmarks.throughput import ACCEPTED, ARTICLE
from tests.running_site import ROOT

PAGES = 1000  # in a row
COUNTS = 50_000  # in a row
LIMIT = 0.02
BROWSER = {
    "Accept-Encoding": ACCEPTED,
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
    "Mobile Safari/537.36",
}
COUNTED, NOT_COUNTED = ({**BROWSER, "Sec-Fetch-Dest": purpose} for purpose in ("document", "empty"))


class Site(Build):
    headers = COUNTED

    def ask(self, times=1):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in range(times):
            connection.request("GET", ARTICLE, headers=self.headers)
            response = connection.getresponse()
            assert (response.status, response.read() != b"") == (200, True)

    def microseconds(self, headers):
        self.headers = headers
        return self.cost(PAGES) * 1000


def microseconds_of_counting():
    from clinic_site.statistics.counting import PageCounter  # asks for Django

    count = PageCounter(every=3600).count
    environ = {"REQUEST_METHOD": "GET"}
    environ |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in COUNTED.items()}
    counted_as = (date.today(), "article-1", "en")
    began = time.process_time()
    for _ in range(COUNTS):
        count(counted_as, environ)
    return (time.process_time() - began) / COUNTS * 1e6


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    counting, counted, not_counted = [], [], []
    with Site(ROOT, Path(tempfile.mkdtemp(prefix="clinic-counting-")) / "data").started() as site:
        measured = [
            (counting, microseconds_of_counting),
            (not_counted, partial(site.microseconds, NOT_COUNTED)),
            (counted, partial(site.microseconds, COUNTED)),
        ]
        site.ask(20)
        for _ in range(pairs):
            for found, measure in measured:
                found.append(measure())
            measured.reverse()
    ratio = statistics.median(a / b for a, b in zip(counting, not_counted, strict=True))
    print(
        f"counting {statistics.median(counting):.1f} µs, the kept page {statistics.median(not_counted):.0f} µs: "
        f"{ratio:.4f} of it, at most {LIMIT}{'   MISSES' if ratio > LIMIT else ''}"
    )
    low, middle, high = statistics.quantiles([a / b for a, b in zip(counted, not_counted, strict=True)], n=4)
    print(f"the page, counted beside not counted, in the site: {middle:.3f} times (half: {low:.3f} to {high:.3f})")
    return 1 if ratio > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
