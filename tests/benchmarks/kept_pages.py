"""What a page costs this build, beside another one: the same machine, the same run, in turn.

    OTHER_BUILD=/path/to/a/checkout/with/its/.venv python -m tests.benchmarks.kept_pages [samples]

Both stand as `make run` starts them, with the sample content. Asked for is the knee article, as a browser asks for it:
by the first reader after 15 quiet seconds, once after ten quiet minutes, from what is kept, and with nothing kept in
front of Django. Printed is the processor time of all their processes, in which the kernel counts nanoseconds, with
what they spend when nobody asks taken off. Ends with 1 when a ratio misses its limit.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.benchmarks.throughput import ACCEPTED, ARTICLE
from tests.faults.processes import children
from tests.running_site import ROOT, wait_until
from tests.smtp import free_port

SAMPLES = 15
QUIET = 15  # seconds
LONG_QUIET = 600  # seconds
KEPT = 400  # pages in a row, which take less than the two seconds for which some builds keep one
UNCACHED = 100
LIMITS = {"first reader after 15 s": 0.1, "first reader after 10 min": 0.1, "kept page": 1.03, "uncached page": 3}


class Build:
    def __init__(self, root, folder):
        self.root, self.port = Path(root), free_port()
        python = self.root / ".venv/bin/python"
        self.python = python if python.exists() else sys.executable
        self.environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder), "PORT": str(self.port)}
        self.log = folder / "log.txt"

    @contextmanager
    def started(self):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("w") as log:
            process = subprocess.Popen(
                [self.python, "manage.py", "serve"], cwd=self.root, env=self.environment, stdout=log, stderr=log
            )
        self.pid = process.pid
        try:
            wait_until(self.answers, seconds=120, what=lambda: self.log.read_text())
            yield self
        finally:
            process.terminate()
            process.wait(40)

    def answers(self):
        try:
            return urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).status == 200
        except (URLError, OSError):
            return False

    def processes(self):
        found, waiting = [], [self.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            waiting += children(pid)
        return found

    def processor_ms(self):
        """Milliseconds that all processes have spent so far."""
        spent = 0
        for pid in self.processes():
            for thread in Path(f"/proc/{pid}/task").iterdir():
                spent += int((thread / "schedstat").read_text().split()[0])
        return spent / 1e6

    def ask(self, times=1, connection=None):
        connection = connection or HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in range(times):
            connection.request("GET", ARTICLE, headers={"Accept-Encoding": ACCEPTED})
            response = connection.getresponse()
            assert response.status == 200, response.status
            assert response.read() != b""

    def cost(self, times=1):
        """Milliseconds of processor time for a page, the first of `times` included."""
        time.sleep(0.2)
        idle, began = self.processor_ms(), time.monotonic()
        time.sleep(0.5)
        idle_rate = (self.processor_ms() - idle) / (time.monotonic() - began)
        before, began = self.processor_ms(), time.monotonic()
        self.ask(times)
        time.sleep(0.05)  # until the worker has put the connection away
        spent = self.processor_ms() - before
        return max(spent - idle_rate * (time.monotonic() - began), 0) / times

    def cost_uncached(self):
        """Milliseconds of processor time that Django alone needs for the page, in a process of its own."""
        script = f"""
import statistics, sys, time
from io import BytesIO
from clinic_site.wsgi import application
def ask():
    environ = {{"REQUEST_METHOD": "GET", "PATH_INFO": {ARTICLE!r}, "QUERY_STRING": "", "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "127.0.0.1", "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr, "REMOTE_ADDR": "127.0.0.1"}}
    started = []
    pieces = application.application(environ, lambda status, headers, problem=None: started.append(status))
    body = b"".join(pieces)
    pieces.close()
    assert started[0].startswith("200") and body
times = []
for _ in range({UNCACHED}):
    began = time.process_time()
    ask()
    times.append(time.process_time() - began)
print("uncached", statistics.median(times[10:]) * 1000)
"""
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": "clinic_site.settings", "PYTHONPATH": "."}
        told = subprocess.run(
            [self.python, "-c", script], cwd=self.root, env=environment, capture_output=True, text=True, check=True
        ).stdout
        return float(re.search(r"uncached ([\d.]+)", told)[1])


def measure(builds, samples):
    """{what: [[cost of each build], …]}, in which the builds take turns to be first."""
    found = {name: [] for name in LIMITS}

    def in_turn(name, number, cost):
        order = builds if number % 2 else builds[::-1]
        costs = {build: cost(build) for build in order}
        found[name].append([costs[build] for build in builds])

    for build in builds:
        build.ask(20)
    for number in range(samples):
        in_turn("uncached page", number, Build.cost_uncached)
    for number in range(samples):
        for build in builds:
            build.ask(2)  # so that both of them have it
        in_turn("kept page", number, lambda build: build.cost(KEPT))
    for number in range(samples):
        time.sleep(QUIET)
        in_turn("first reader after 15 s", number, Build.cost)
    time.sleep(LONG_QUIET)
    in_turn("first reader after 10 min", 0, Build.cost)
    return found


def main():
    other = os.environ.get("OTHER_BUILD")
    if not other:
        print("OTHER_BUILD is not set: nothing to measure beside")
        return 0
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    folder = Path(tempfile.mkdtemp(prefix="clinic-kept-pages-"))
    builds = [Build(ROOT, folder / "this"), Build(other, folder / "other")]
    with ExitStack() as stack:
        for build in builds:
            stack.enter_context(build.started())
        found = measure(builds, samples)
    missed = 0
    for name, costs in found.items():
        ratio = statistics.median(ours / theirs for ours, theirs in costs)
        ours, theirs = (statistics.median(column) for column in zip(*costs, strict=True))
        missed += ratio > LIMITS[name]
        print(
            f"{name:26}{ours:7.3f} ms, the other build {theirs:7.3f} ms: {ratio:.3f} times, at most {LIMITS[name]}"
            f"{'   MISSES' if ratio > LIMITS[name] else ''}",
            flush=True,
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
