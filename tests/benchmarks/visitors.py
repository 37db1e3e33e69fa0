"""Visitors who come at fixed times, however long the answers take; and patients who post one request after another.

They live in a process of their own, so that neither the mail server nor the measuring of others stands in their way.
Each comes over a new connection. Times are from the start of connecting to the last byte of the answer.
"""

import gc
import re
import socket
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import NamedTuple
from urllib.parse import urlencode

PATIENCE = 30  # seconds
MOST_AT_ONCE = 200  # visitors
ACCEPTED = b"Accept-Encoding: gzip, deflate, br"
TOKEN = re.compile(r"/consultation/received/([^/]+)/$")


class Visit(NamedTuple):
    at: float  # seconds after the start
    message: bytes  # the request, as it is sent


class Answer(NamedTuple):
    is_post: bool
    late: float  # seconds by which the visitor came too late: the generator's own fault
    seconds: float
    status: int  # 0: none came
    location: str


@dataclass
class Outcome:
    answers: list
    busy: float  # the generator's own CPU time as part of one core

    def of(self, *, posts):
        return [answer for answer in self.answers if answer.is_post == posts]

    @property
    def seconds_of_posts(self):
        return [answer.seconds for answer in self.of(posts=True)]

    @property
    def seconds_of_reads(self):
        return [answer.seconds for answer in self.of(posts=False)]

    @property
    def errors(self):
        """Whatever is no "303 See Other" after a post, no "200 OK" after a read."""
        return [answer for answer in self.answers if answer.status != (303 if answer.is_post else 200)]

    @property
    def tokens(self):
        """The addresses of all thank-you pages that patients were led to."""
        return [TOKEN.search(answer.location)[1] for answer in self.of(posts=True) if answer.status == 303]


def percentile(seconds, percent):
    return sorted(seconds)[min(len(seconds) * percent // 100, len(seconds) - 1)]


# What is sent


def read(site, address):
    """A page, asked for as a browser does."""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n".encode() + ACCEPTED + b"\r\n\r\n"


def post(site, number):
    """A request like no other, from an address that few others share, as a proxy passes it on."""
    from tests.factories import answers  # asks for Django, which the visitors' own process does without

    name = f"Load {number}"
    body = urlencode(answers(full_name=name, reason=f"{name} has a sore knee."))
    head = (
        f"POST /consultation/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.url}\r\n"
        f"X-Forwarded-For: 198.18.{number // 250 % 250}.{number % 250}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    )
    return head.encode() + ACCEPTED + b"\r\n\r\n" + body.encode()


def exchange(port, message):
    """(status, address that it leads to) of the answer; status 0 if none came."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(message)
            head = read_answer(connection)
    except OSError:
        return 0, ""
    location = re.search(rb"(?i)\r\nlocation: ([^\r]+)", head)
    return int(head.split(b" ", 2)[1]), location[1].decode() if location else ""


def read_answer(connection, *, method="GET"):
    """The head of an answer, once all of the answer has come. Raises ConnectionError when it breaks off."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += more_of(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    if method != "HEAD" and int(head[9:12]) != 304:
        missing = int(re.search(rb"(?i)\r\ncontent-length: (\d+)", head)[1]) - len(body)
        while missing > 0:
            missing -= len(more_of(connection))
    return head


def more_of(connection):
    piece = connection.recv(65536)
    if not piece:
        raise ConnectionError("the connection ended in the middle of an answer")
    return piece


# Who sends it: these run in the visitors' process


def send_at_their_times(port, visits):
    def come(visit, planned):
        began = time.perf_counter()
        status, location = exchange(port, visit.message)
        now = time.perf_counter()
        return Answer(visit.message.startswith(b"POST"), began - planned, now - began, status, location)

    gc.disable()
    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        list(pool.map(lambda _: time.sleep(0.2), range(MOST_AT_ONCE)))  # so that all threads are there
        used, begun = time.process_time(), time.perf_counter()
        coming = []
        for visit in sorted(visits):
            planned = begun + visit.at
            time.sleep(max(planned - time.perf_counter(), 0))
            coming.append(pool.submit(come, visit, planned))
        found = [one.result() for one in coming]
        return Outcome(found, (time.process_time() - used) / (time.perf_counter() - begun))


def send_one_after_another(port, messages, clients, seconds):
    waiting, taking, found = iter(messages), threading.Lock(), []
    used, begun = time.process_time(), time.perf_counter()

    def go_on():
        while (began := time.perf_counter()) < begun + seconds:
            with taking:
                message = next(waiting, None)
            if message is None:
                return
            status, location = exchange(port, message)
            found.append(Answer(True, 0, time.perf_counter() - began, status, location))

    threads = [threading.Thread(target=go_on) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - begun
    return Outcome(found, (time.process_time() - used) / took), len(found) / took


class Visitors:
    """The process in which they live; used with `with`."""

    def __enter__(self):
        self.pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        return self

    def __exit__(self, *problem):
        self.pool.shutdown()

    def come(self, site, visits):
        """Sends each at its time. Returns the Outcome."""
        return self.pool.submit(send_at_their_times, site.port, visits).result()

    def come_one_after_another(self, site, messages, *, clients, seconds):
        """So many clients at a time, each with its next message once it has an answer: (Outcome, answers a second)."""
        return self.pool.submit(send_one_after_another, site.port, messages, clients, seconds).result()
