"""The web worker in a real gunicorn, with an application that reports what it received."""

import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing

import pytest

from tests.running_site import ROOT, wait_until
from tests.smtp import free_port

APPLICATION = """
import time

def application(environ, start_response):
    if environ["PATH_INFO"].startswith("/pieces/"):
        size, pause = environ["PATH_INFO"].split("/")[2:]
        start_response("200 OK", [])
        return pieces(int(size), float(pause))
    length = len(environ["wsgi.input"].read())
    answer = b"x" * 20_000_000 if environ["PATH_INFO"] == "/long" else f"{length} bytes".encode()
    start_response("200 OK", [("Content-Length", str(len(answer)))])
    return [answer]

def pieces(size, pause):
    for _ in range(6):
        yield b"x" * size
        time.sleep(pause)
    yield b"the end"
"""
CONFIGURATION = """
from clinic_site.operations import web_worker

web_worker.DEADLINE = 2  # seconds
worker_class = web_worker.DeadlineWorker
workers, threads, keepalive, control_socket_disable = 1, 4, 5, True
"""
GET = b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n"
HEAD = b"POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


class Server:
    def __init__(self, folder):
        (folder / "told.py").write_text(APPLICATION)
        (folder / "gunicorn.conf.py").write_text(CONFIGURATION)
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{self.port}", "told:application"],
            cwd=folder, env={"PYTHONPATH": f"{ROOT}:{folder}"}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(self.listens, seconds=20, what="gunicorn")

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        return closing(connection)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("gunicorn"))
    yield server
    server.process.terminate()
    assert server.process.wait(timeout=30) == 0


def answers(connection, request, ending):
    """Whether the answer to the request ends like this."""
    connection.sendall(request)
    received = b""
    while not received.endswith(ending) and (data := connection.recv(65536)):
        received += data
    return received.startswith(b"HTTP/1.1 200") and received.endswith(ending)


def drip(connection, seconds):
    """Sends a byte five times a second. Returns the seconds until the server closed the connection."""
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        try:
            connection.sendall(b"x")
            connection.settimeout(0.2)
            if connection.recv(1000) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - started


def test_a_connection_is_used_again_long_after_the_deadline(server):
    with server.connect() as connection:
        for _ in range(3):
            assert answers(connection, HEAD % 5 + b"abcde", b"5 bytes")
            assert answers(connection, GET, b"0 bytes")
            time.sleep(1.2)


@pytest.mark.parametrize("beginning", [b"P", b"POST /form HTTP/1.1\r\nHost: a\r\nX: ", HEAD % 5000])
def test_a_request_that_drips_is_cut_off_at_the_deadline(server, beginning):
    with server.connect() as connection:
        connection.sendall(beginning)
        assert 1 < drip(connection, seconds=8) < 6


def get(path):
    return b"GET %s HTTP/1.1\r\nHost: a\r\n\r\n" % path


END = b"the end\r\n0\r\n\r\n"  # with the last chunk, which is empty


def test_an_answer_may_come_in_pieces_for_longer_than_the_deadline(server):
    with server.connect() as connection:
        started = time.monotonic()
        assert answers(connection, get(b"/pieces/1000/0.6"), END)
        assert time.monotonic() - started > 3


def test_an_answer_whose_next_piece_does_not_come_ends_visibly_before_its_end(server):
    with server.connect() as connection:
        assert not answers(connection, get(b"/pieces/1000/5"), END)


@pytest.mark.whole
@pytest.mark.parametrize(
    "request_", [HEAD % 5000, get(b"/long"), get(b"/pieces/20000000/0")], ids=["sent", "read", "read in pieces"]
)
def test_everybody_is_served_again_after_more_slow_ones_than_threads(server, request_):
    with ExitStack() as stack:
        for _ in range(6):
            slow = socket.socket()
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            slow.connect(("127.0.0.1", server.port))
            stack.enter_context(closing(slow))
            slow.sendall(request_)
        connection = stack.enter_context(server.connect())
        assert answers(connection, GET, b"0 bytes")
