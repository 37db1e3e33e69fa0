"""Whether a second `make run` is serving within the time of three `manage.py check`.

    python -m tests.benchmarks.start

Times a start, until /healthz answers 200, and three checks in a row, in turn on one demo's data, and prints the best
times and their ratio. Other work on the machine can only make one longer; both take about as long, so that it finds
as little room in one as in the other.
Ends with 1 when the start takes longer than the checks.
"""

import math
import sys
import tempfile
import time

from tests.running_site import RunningSite

LIMIT = 3  # checks
PAIRS = 7


def measure(pairs, *, until_fast=False):
    """(seconds of LIMIT checks, seconds until the site serves), each the best of at most so many, taken in turn.

    With `until_fast`, stops once the start is within its limit: more pairs could only show that it is faster still.
    """
    checked = served = math.inf
    with tempfile.TemporaryDirectory(prefix="clinic-start-") as folder:
        site = RunningSite(folder, empty=True)
        serve(site)  # the first start prepares everything
        for _ in range(pairs):
            checked, served = min(checked, check(site)), min(served, serve(site))
            if until_fast and served <= checked:
                break
    return checked, served


def check(site):
    begun = time.monotonic()
    for _ in range(LIMIT):
        site.manage("check").check_returncode()
    return time.monotonic() - begun


def serve(site):
    begun = time.monotonic()
    site.start()
    seconds = time.monotonic() - begun
    site.stop()
    return seconds


def main():
    checked, served = measure(PAIRS)
    print(f"manage.py check      {checked / LIMIT:6.2f} s")
    print(f"a second start       {served:6.2f} s")
    print(f"ratio                {LIMIT * served / checked:6.2f} (limit {LIMIT})")
    return 1 if served > checked else 0


if __name__ == "__main__":
    sys.exit(main())
