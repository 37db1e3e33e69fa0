"""The running server answers monitors whatever they send, and logs no content of broken requests."""

import socket

import pytest

from tests.factories import answers
from tests.faults.patients import ask

REQUESTS = {
    "no host": b"GET {address} HTTP/1.0\r\n\r\n",
    "an address": b"GET {address} HTTP/1.1\r\nHost: 10.0.0.7:8000\r\nConnection: close\r\n\r\n",
    "an unknown host": b"GET {address} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
    "a broken host": b"GET {address} HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    "a query": b"GET {address}?full=1&%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a body": b"POST {address} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b",
    "another method": b"PROPFIND {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "proxies that disagree": (
        b"GET {address} HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Ssl: on\r\n"
        b"X-Forwarded-For: nonsense\r\nX-Forwarded-Host: a, b\r\nForwarded: for=;\r\nConnection: close\r\n\r\n"
    ),
}


def say(site, raw):
    """The whole answer to some bytes."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(raw)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("name", REQUESTS)
@pytest.mark.parametrize("address", ["/healthz", "/healthz/mail"])
def test_health_answers_every_kind_of_request(site, name, address):
    head, _, body = say(site, REQUESTS[name].replace(b"{address}", address.encode())).partition(b"\r\n\r\n")
    assert (head.split(b"\r\n")[0].split(b" ", 1)[1], body) == (b"200 OK", b"ok")
    assert b"set-cookie" not in head.lower()


def test_log_contains_no_part_of_a_broken_request_and_no_address(site):
    word, before = answers()["full_name"].split()[0], len(site.log)
    say(site, f"GET /?q={word} nonsense\r\n\r\n".encode())
    say(site, f"GET / HTTP/1.1\r\nHost: x\r\nX {word}: 1\r\n\r\n".encode())
    ask(site, "GET", f"/search/?q={word}")
    logged = site.log[before:]
    assert '"level": "WARNING", "logger": "gunicorn.error", "message": "Invalid request"' in logged
    for private in (word, "127.0.0.1 ", "ip=", "/articles/"):
        assert private not in logged
