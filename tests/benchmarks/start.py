"""Whether a second `make run` is serving within three times the time of `manage.py check`.

    python -m tests.benchmarks.start

Times both in turn on one demo's data, the start until /healthz answers 200, and prints the best times and their ratio:
other work on the machine can only make one longer.
Ends with 1 when the ratio is over the limit.
"""

import math
import sys
import tempfile
import time

from tests.running_site import RunningSite

LIMIT = 3  # times the check
PAIRS = 7


def measure(pairs, *, enough=0):
    """(seconds of the check, seconds until the site serves), each the best of at most so many, taken in turn.

    Stops early once their ratio is at most `enough`: more pairs could only show that the site is faster still.
    """
    checked = served = math.inf
    with tempfile.TemporaryDirectory(prefix="clinic-start-") as folder:
        site = RunningSite(folder, empty=True)
        serve(site)  # the first start prepares everything
        for _ in range(pairs):
            checked, served = min(checked, check(site)), min(served, serve(site))
            if served <= enough * checked:
                break
    return checked, served


def check(site):
    begun = time.monotonic()
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
    print(f"manage.py check      {checked:6.2f} s")
    print(f"a second start       {served:6.2f} s")
    print(f"ratio                {served / checked:6.2f} (limit {LIMIT})")
    return 1 if served > LIMIT * checked else 0


if __name__ == "__main__":
    sys.exit(main())
