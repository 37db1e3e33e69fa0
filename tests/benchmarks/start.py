"""Whether a second `make run` is serving within three times the time of `manage.py check`.

    python -m tests.benchmarks.start

Times both in turn on one demo's data, the start until /healthz answers 200, and prints the best times and their ratio:
other work on the machine can only make one longer.
Ends with 1 when the ratio is over the limit.
"""

import sys
import tempfile
import time

from tests.running_site import RunningSite

LIMIT = 3  # times the check
PAIRS = 7


def measure(pairs):
    """(seconds of the check, seconds until the site serves), each the best of so many, taken in turn."""
    with tempfile.TemporaryDirectory(prefix="clinic-start-") as folder:
        site = RunningSite(folder, empty=True)
        serve(site)  # the first start prepares everything
        both = [(check(site), serve(site)) for _ in range(pairs)]
    return tuple(min(seconds) for seconds in zip(*both, strict=True))


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
