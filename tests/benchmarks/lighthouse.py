"""What Lighthouse says of the site on a phone.

    python -m tests.benchmarks.lighthouse [page …]

Needs Node 18.16 or newer and npm, whose `npx` fetches Lighthouse from the npm registry, and Chromium without windows
(`python -m tests.chromium shell`). Starts the site and audits each page five times, with Lighthouse's own phone, its
simulated slow 4G (150 ms there and back, 1.6 Mbit/s) and a processor four times slower. Prints the median of each
figure beside its limit. Ends with 1 when one is missed.

A whole Chromium draws its own windows too, unseen, on the processor that the page waits for. On two cores the first
layout of the home page, 12 ms of processor time, took 33 ms there and 22 ms without windows (medians of seven runs, in
turn), and Lighthouse cannot tell waiting from work.

Lighthouse takes the machine for a quick one: where its speed is below about 1500, or others work beside it, tasks seem
longer than they are on the phone that it means. The site speaks plain http here, on 127.0.0.1, which browsers trust
like https; what https and HTTP/2 would add is not measured, nor is compression by a server in front.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.chromium import SHELL
from tests.running_site import RunningSite

LIGHTHOUSE = "lighthouse@12.8.2"
RUNS = 5  # the median of so many is twice as stable as a single run, by its documentation
ATTEMPTS = 3
PAGES = {
    "home": "/",
    "article": "/articles/knee-pain-after-running-what-to-know/",
    "form": "/consultation/",
    "article, ar": "/ar/articles/alam-alrukba-baad-aljary/",
}


class Figure(NamedTuple):
    name: str
    limit: float
    at_least: bool = False
    unit: str = ""

    def is_missed(self, value):
        return value < self.limit if self.at_least else value > self.limit


SCORES = [Figure(name, 100, at_least=True) for name in ("performance", "accessibility", "best-practices", "seo")]
TIMES = [
    Figure("largest-contentful-paint", 1000, unit="ms"),
    Figure("cumulative-layout-shift", 0),
    Figure("total-blocking-time", 0, unit="ms"),
]


def audit(browser, site, address, folder):
    """The report of one run, Lighthouse's own JSON. A run that records nothing, as on a busy machine, is repeated."""
    report = folder / "report.json"
    command = ["npx", "--yes", LIGHTHOUSE, site.url + address, "--quiet", "--output=json", f"--output-path={report}"]
    command.append("--chrome-flags=--headless --no-sandbox")
    for _ in range(ATTEMPTS):
        variables = {**os.environ, "CHROME_PATH": browser}
        ended = subprocess.run(command, cwd=folder, env=variables, capture_output=True, check=False)
        if ended.returncode == 0:
            return json.loads(report.read_text())
        print(f"  (once more: {ended.stderr.decode().strip().splitlines()[-1:]})", flush=True)
    sys.exit(f"Lighthouse did not end well {ATTEMPTS} times in a row.")


def figures(report):
    """{name: value} of one report."""
    requests = report["audits"]["network-requests"]["details"]["items"]
    return {
        **{score.name: report["categories"][score.name]["score"] * 100 for score in SCORES},
        **{time.name: round(report["audits"][time.name]["numericValue"], 3) for time in TIMES},
        "bytes": sum(request["transferSize"] for request in requests),
        "requests": len(requests),
        "speed": report["environment"]["benchmarkIndex"],
    }


def complaints(report):
    """The audits that cost a score, with what Lighthouse says of them."""
    weighed = {
        one["id"] for category in report["categories"].values() for one in category["auditRefs"] if one["weight"]
    }
    for name, found in sorted(report["audits"].items()):
        if name in weighed and found["score"] is not None and found["score"] < 1:
            items = (found.get("details") or {}).get("items", [])
            yield f"{found['title']} {found.get('displayValue', '')} {json.dumps(items)[:300] if items else ''}"
    for task in report["audits"]["long-tasks"].get("details", {}).get("items", []):
        yield f"a task of {task['duration']:.0f} ms after {task['startTime']:.0f} ms, by {task['url']}"


def look_at(browser, site, name, address, folder):
    """Prints the figures of one page; returns how many limits it misses."""
    reports = [audit(browser, site, address, folder) for _ in range(RUNS)]
    runs = [figures(report) for report in reports]
    medians = {figure: statistics.median(run[figure] for run in runs) for figure in runs[0]}
    print(
        f"\n{name}: {medians['bytes']:.0f} bytes in {medians['requests']:.0f} requests "
        f"(this machine's speed by Lighthouse {medians['speed']:.0f}, load average {os.getloadavg()[0]:.1f})"
    )
    missed = 0
    for figure in SCORES + TIMES:
        value = medians[figure.name]
        misses = figure.is_missed(value)
        missed += misses
        limit = f"{'at least' if figure.at_least else 'at most'} {figure.limit} {figure.unit}".strip()
        print(f"  {figure.name:28}{value:8.4g} {figure.unit:3}({limit}){'   MISSES' if misses else ''}", flush=True)
    for complaint in sorted({complaint for report in reports for complaint in complaints(report)}):
        print(f"    {complaint}")
    return missed


def main():
    if not shutil.which("npx"):
        sys.exit(
            "Lighthouse needs Node 18.16 or newer with npm. Install them, on Debian with: apt-get install nodejs npm"
        )
    browser = SHELL.find()
    if not browser:
        sys.exit("Lighthouse needs Chromium without windows. Install it with: python -m tests.chromium shell")
    print(f"Lighthouse drives {browser}")
    folder = Path(tempfile.mkdtemp(prefix="clinic-lighthouse-"))
    site = RunningSite(folder)
    site.start()
    try:
        missed = sum(look_at(browser, site, name, PAGES[name], folder) for name in sys.argv[1:] or PAGES)
    finally:
        site.stop()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
