"""Runs a command with the clock set to another moment, or to each moment at which software goes wrong by the calendar.

`python -m tests.clock [--at "2027-11-05 12:00"]… COMMAND…`; moments are those of the clinic's time zone.

libfaketime moves the clock of every process: tests, site, PostgreSQL, nginx. Chromium hangs under it, so it runs
without, and each page's `Date` is moved by a script; its cookies and its cache follow the real clock. Caddy reads the
clock past the C library, so the front's own certificate and log follow the real clock, too. Under libfaketime threads
that wait for each other take many times as long: memory under load is measured with a few readers instead of a crowd.
"""

import argparse
import glob
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

CLINIC = ZoneInfo("America/Chicago")
MOMENTS = {
    "a Saturday": "2026-12-05 11:00",
    "the last day of the year": "2026-12-31 23:50",
    "the night that gives an hour": "2027-11-07 01:55",
    "the night that takes an hour": "2027-03-14 01:55",
    "a year later": "2027-11-05 12:00",
}
LIBRARIES = "/usr/lib/*/faketime/libfaketime.so.1"
SHIFT = int(os.environ.get("FAKETIME", "0"))  # seconds by which the clock of this process is moved
VARIABLES = ["LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT", "PYTHONPATH"]
# The variables that move the clock, for processes that are started with an environment of their own.
ENVIRONMENT = {name: os.environ[name] for name in VARIABLES if SHIFT}
MOVE_DATE = f"""
    globalThis.Date = new Proxy(Date, {{
        construct: (real, given) => given.length ? new real(...given) : new real(real.now() + {SHIFT * 1000}),
        apply: (real) => new real(real.now() + {SHIFT * 1000}).toString(),
        get: (real, name) => name === "now" ? () => real.now() + {SHIFT * 1000} : real[name],
    }});
"""


def environment_without_clock():
    return {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}


def environment_at(moment):
    """The environment in which processes take now for `moment`, text such as "2027-11-05 12:00"."""
    (library, *_) = glob.glob(LIBRARIES) or sys.exit("This needs libfaketime. Install it: apt-get install faketime")
    target = datetime.fromisoformat(moment).replace(tzinfo=CLINIC)
    shift = round((target - datetime.now(UTC)).total_seconds())
    # Files keep their real times, or Python would compile every module anew. Waiting stays as long as it is.
    moved = [library, f"{shift:+d}", "1", "1", str(Path(__file__).parent / "moved_clock")]
    return {**os.environ, **dict(zip(VARIABLES, moved, strict=True))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--at", action="append")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    codes = {}
    for moment in options.at or MOMENTS.values():
        print(f"The clock is set to {moment}", flush=True)
        codes[moment] = subprocess.run(options.command, env=environment_at(moment), check=False).returncode
    for moment, code in codes.items():
        print(f"{moment}: {'green' if code == 0 else 'RED'}")
    sys.exit(any(codes.values()))


if __name__ == "__main__":
    main()
