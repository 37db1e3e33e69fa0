"""How many pages a second the site serves, beside a bare WSGI function that returns the same bytes.

    python -m tests.benchmarks.throughput [pairs]

Three servers with the site's own gunicorn settings stand side by side: the site, the site without its page cache, and
the bare function. They are asked in turn for the knee article, as a browser asks for it, by wrk (Debian's package of
that name). Prints the rates, the medians of their ratios, and the processor time that each spends on a page, which does
not depend on what else the machine does. Ends with 1 when a ratio misses its limit.
"""

import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from tests.faults.processes import children, processor_seconds
from tests.running_site import ROOT, RunningSite, wait_until
from tests.smtp import free_port

ARTICLE = "/articles/knee-pain-after-running-what-to-know/"
ACCEPTED = "gzip, deflate, br, zstd"
CONNECTIONS = 8
SECONDS = 5  # for each figure
LIMITS = {"site": 1 / 2, "uncached": 1 / 20}  # of the bare function's rate


class Server(NamedTuple):
    name: str
    port: int
    pid: int  # of gunicorn, which started the workers

    def processor_seconds(self):
        """Those that all web workers have spent so far."""
        return sum(processor_seconds(pid) for pid, name in children(self.pid).items() if name != "worker")


@contextmanager
def three_servers():
    """{name: Server} of a demo with its sample content."""
    folder = Path(tempfile.mkdtemp(prefix="clinic-throughput-"))
    site = RunningSite(folder)
    site.mail_server.start()
    site.start()
    started = {}
    try:
        page_file = folder / "page"
        page_file.write_bytes(pickle.dumps(page_of(site.port)))
        servers = {"site": Server("site", site.port, site.process.pid)}
        for name in ("uncached", "bare"):
            port = free_port()
            started[name] = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "gunicorn",
                    "-c",
                    "clinic_site/gunicorn.conf.py",
                    f"tests.benchmarks.applications:{name}",
                ],
                cwd=ROOT,
                env={**site.environment, "PORT": str(port), "BENCHMARK_PAGE": str(page_file)},
                stderr=subprocess.DEVNULL,
            )
            servers[name] = Server(name, port, started[name].pid)
        for server in servers.values():
            wait_until(lambda port=server.port: answers(port), seconds=30, what=f"{server.name} to answer")
        yield servers
    finally:
        for process in started.values():
            process.terminate()
            process.wait()
        site.stop()
        site.mail_server.stop()
        shutil.rmtree(folder)


def page_of(port):
    """(status, headers, body) of the article, without what gunicorn adds itself."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", ARTICLE, headers={"Accept-Encoding": ACCEPTED})
    response = connection.getresponse()
    headers = [pair for pair in response.getheaders() if pair[0] not in ("Server", "Date", "Connection")]
    return f"{response.status} {response.reason}", headers, response.read()


def answers(port):
    try:
        return page_of(port)[0] == "200 OK"
    except OSError:
        return False


def rate(server):
    """Answers a second, by wrk. Raises AssertionError when one of them is not the page."""
    told = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {ACCEPTED}", f"http://127.0.0.1:{server.port}{ARTICLE}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert not re.search("Non-2xx|Socket errors", told), told
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def processor_milliseconds(server, pages=3000):
    """What a page costs its server. One connection, one page after the other.

    So many that the kernel's hundredths of a second count whole pages.
    """
    connection = HTTPConnection("127.0.0.1", server.port)
    for warm_up in (True, False):
        before = server.processor_seconds()
        for _ in range(20 if warm_up else pages):
            connection.request("GET", ARTICLE, headers={"Accept-Encoding": ACCEPTED})
            response = connection.getresponse()
            assert response.status == 200
            response.read()
    return (server.processor_seconds() - before) / pages * 1000


def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if not shutil.which("wrk"):
        print("wrk is missing: apt-get install wrk")
        return 2
    missed = 0
    with three_servers() as servers:
        rates = {name: [] for name in servers}
        for _ in range(pairs):
            for name, server in servers.items():
                rates[name].append(rate(server))
        costs = {name: processor_milliseconds(server) for name, server in servers.items()}
    for name, limit in LIMITS.items():
        ratio = statistics.median(ours / bare for ours, bare in zip(rates[name], rates["bare"], strict=True))
        missed += ratio < limit
        ours, bare = (statistics.median(rates[each]) for each in (name, "bare"))
        print(f"{name:9} {ours:6.0f} pages/s, bare {bare:6.0f}: {ratio:.3f} of it, at least {limit:.3f}", end="")
        print("   MISSES" if ratio < limit else "")
    for name, cost in costs.items():
        print(
            f"{name:9} {cost:6.2f} ms of processor time for a page, {cost / costs['bare']:.1f} times bare", flush=True
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
