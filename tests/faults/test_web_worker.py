"""The web worker itself, beneath a real gunicorn, with an application that tells what it was given."""

import socket
import subprocess
import sys
import time
from contextlib import closing, suppress

import pytest

from tests.running_site import ROOT, wait_until
from tests.smtp import free_port

APPLICATION = """
import time

def application(environ, start_response):
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/slow":
        time.sleep(2)
    answer = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {len(body)}\\n".encode()
    start_response("200 OK", [("Content-Length", str(len(answer)))])
    with open("called.txt", "ab") as file:
        file.write(answer)
    return [answer]
"""
CONFIGURATION = """
from clinic_site import web_worker

web_worker.ARRIVE_WITHIN = 2  # seconds
web_worker.HELD_TOGETHER = 50_000  # bytes
web_worker.LARGEST_REQUEST = 30_000  # bytes
worker_class = web_worker.WholeRequestWorker
workers, threads, keepalive, control_socket_disable = 1, 2, 5, True
"""
GET = b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n"


def post(length, address="/form"):
    return f"POST {address} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n".encode()


class Server:
    def __init__(self, folder):
        (folder / "told.py").write_text(APPLICATION)
        (folder / "gunicorn.conf.py").write_text(CONFIGURATION)
        self.called = folder / "called.txt"
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
        return closing(socket.create_connection(("127.0.0.1", self.port), timeout=10))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("gunicorn"))
    yield server
    server.process.terminate()
    assert server.process.wait(timeout=30) == 0


def read(connection, ending=None):
    """What comes until `ending`, or else until the connection ends."""
    received = b""
    while not (ending and received.endswith(ending)) and (data := connection.recv(65536)):
        received += data
    return received


def is_told(connection, line):
    """Whether the next answer is this line of the application's."""
    return read(connection, line).startswith(b"HTTP/1.1 200 OK")


def test_one_connection_serves_many_requests(server):
    with server.connect() as connection:
        for _ in range(3):
            connection.sendall(GET)
            assert is_told(connection, b"GET /page 0\n")
            connection.sendall(post(5) + b"fives")
            assert is_told(connection, b"POST /form 5\n")


def test_requests_that_come_together_are_answered_in_their_order(server):
    with server.connect() as connection:
        connection.sendall(post(5) + b"fives" + GET + post(3) + b"ab")
        assert b"POST /form 5\n" in read(connection, b"GET /page 0\n")
        connection.sendall(b"c")
        assert is_told(connection, b"POST /form 3\n")


def test_a_request_may_come_byte_by_byte(server):
    with server.connect() as connection:
        for byte in post(5) + b"fives":
            connection.sendall(bytes([byte]))
        assert is_told(connection, b"POST /form 5\n")


@pytest.mark.parametrize(("announced", "sent"), [("90000", 30_000), (f"{90000:030}", 0)], ids=["long", "odd"])
def test_the_rest_of_a_body_that_was_not_waited_for_is_no_request(server, announced, sent):
    with server.connect() as connection:
        connection.sendall(f"POST /long HTTP/1.1\r\nHost: a\r\nContent-Length: {announced}\r\n\r\n".encode())
        connection.sendall(b"x" * sent)
        time.sleep(0.5)
        with suppress(ConnectionError):
            connection.sendall(GET.replace(b"/page", b"/hidden"))
            read(connection)
    assert b"POST /long" in server.called.read_bytes()
    assert b"/hidden" not in server.called.read_bytes()


def test_half_a_request_is_none(server):
    with server.connect() as connection:
        connection.sendall(post(5, "/half") + b"four")
        connection.shutdown(socket.SHUT_WR)
        assert read(connection) == b""
    assert b"/half" not in server.called.read_bytes()


@pytest.mark.parametrize("beginning", [post(5, "/late") + b"four", b"GET /late HTT"])
def test_a_request_that_does_not_arrive_in_time_is_ended(server, beginning):
    with server.connect() as connection:
        connection.sendall(beginning)
        started = time.monotonic()
        assert read(connection).startswith(b"HTTP/1.1 408 ")
        assert 1 < time.monotonic() - started < 5
    assert b"/late" not in server.called.read_bytes()


def test_when_unfinished_requests_hold_too_much_the_oldest_ends(server):
    with server.connect() as oldest, server.connect() as second, server.connect() as third:
        for connection in (oldest, second, third):
            connection.sendall(post(20_001) + b"x" * 20_000)
            time.sleep(0.2)
        assert read(oldest).startswith(b"HTTP/1.1 408 ")
        for connection in (second, third):
            connection.sendall(b"x")
            assert is_told(connection, b"POST /form 20001\n")


def test_posts_that_wait_hold_up_no_page(server):
    with server.connect() as first, server.connect() as second, server.connect() as third, server.connect() as reader:
        for connection in (first, second, third):
            connection.sendall(post(0, "/slow"))
        started = time.monotonic()
        reader.sendall(GET)
        assert is_told(reader, b"GET /page 0\n")
        assert time.monotonic() - started < 1
        for connection in (first, second, third):
            assert is_told(connection, b"POST /slow 0\n")
