"""The gunicorn worker of the site: a thread works on a request once it has arrived whole, and never waits for one.

gunicorn's own threaded worker gives a thread to a connection as soon as its first byte is there: eight connections
that send their bodies a byte a second stop the site for everybody. Here they cost a little memory.
"""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from selectors import EVENT_READ

from gunicorn import http, util
from gunicorn.glogging import Logger
from gunicorn.http.unreader import Unreader
from gunicorn.workers.gthread import ThreadWorker

ARRIVE_WITHIN = 30  # seconds for a whole request: the longest form, 20 kB, at 6 kbit/s
LARGEST_HEAD = 64 * 1024  # bytes; of a larger one gunicorn has seen enough to refuse it
LARGEST_REQUEST = LARGEST_HEAD + 1024 * 1024  # bytes; of a longer body the form shows that much again
HELD_TOGETHER = 64 * 1024 * 1024  # bytes of unfinished requests in one worker
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)


class DiscreetLogger(Logger):
    """Leaves out what a broken request said: in place of a header may stand a patient's words."""

    def warning(self, message, *args, **options):
        if message.startswith("Invalid request from ip="):
            message = message.partition(": ")[0]
        super().warning(message, *args, **options)


class Arrival:
    """What has come of a request so far."""

    def __init__(self, received=b""):
        self.received = bytearray(received)
        self.ends_by = time.monotonic() + ARRIVE_WITHIN
        self.length = None  # of head and body, once the head is there

    def is_whole(self):
        """Whether waiting for more would change nothing. A chunked body is not waited for: Django reads none."""
        if self.length is None:
            head = self.received.find(b"\r\n\r\n")
            if head < 0:
                return len(self.received) > LARGEST_HEAD
            announced = CONTENT_LENGTH.search(self.received, 0, head + 2)
            self.length = min(head + 4 + int(announced[1] if announced else 0), LARGEST_REQUEST)
        return len(self.received) >= self.length


class InMemory(Unreader):
    """Where gunicorn reads a request from; knows whether it was shorter than it said."""

    def __init__(self, received):
        super().__init__()
        self.unread(received)
        self.ran_dry = False

    def chunk(self, size_hint=None):
        self.ran_dry = True
        return b""


class WholeRequestWorker(ThreadWorker):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.arriving = {}  # what has come on each connection, the oldest first
        self.held = 0  # bytes of it

    def init_process(self):
        # Posts have threads of their own: while they wait for a locked database, pages are served.
        self.post_pool = ThreadPoolExecutor(max_workers=self.cfg.threads)
        super().init_process()

    def enqueue_req(self, conn):
        """Waits for a request on a connection that is new or used again."""
        arrival = Arrival(conn.parser.unreader.take_buffered() if conn.parser else b"")
        conn.sock.setblocking(False)
        self.arriving[conn] = arrival
        self.held += len(arrival.received)
        self.poller.register(conn.sock, EVENT_READ, partial(self.receive, conn))
        if arrival.received and arrival.is_whole():
            self.work_on(conn)

    def receive(self, conn, sock):
        arrival = self.arriving[conn]
        try:
            data = sock.recv(64 * 1024)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.let_go(conn)  # half a request is none, whatever the half says
            return
        arrival.received += data
        self.held += len(data)
        if arrival.is_whole():
            self.work_on(conn)

    def work_on(self, conn):
        """Hands a request to a thread, which reads it from memory."""
        received = bytes(self.forget(conn).received)
        conn.initialized = True
        conn.parser = http.get_parser(self.cfg, [], conn.client)
        conn.parser.unreader = InMemory(received)
        pool = self.tpool if received.startswith((b"GET ", b"HEAD ")) else self.post_pool
        future = pool.submit(self.handle, conn)
        future.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def _keepalive_after(self, conn, keepalive):
        """Not after a request that was cut short: the rest of its body must not pass for the next request."""
        return super()._keepalive_after(conn, keepalive) and not conn.parser.unreader.ran_dry

    def let_go(self, conn):
        self.forget(conn)
        self.nr_conns -= 1
        conn.close()

    def forget(self, conn):
        self.poller.unregister(conn.sock)
        arrival = self.arriving.pop(conn)
        self.held -= len(arrival.received)
        return arrival

    def murder_pending(self):
        """gunicorn's name for ending connections that keep it waiting; it does so after every event."""
        super().murder_pending()
        if not self.alive:
            for conn in [conn for conn, arrival in self.arriving.items() if not arrival.received]:
                self.let_go(conn)
        while self.arriving:
            conn, arrival = next(iter(self.arriving.items()))
            if time.monotonic() < arrival.ends_by and self.held <= HELD_TOGETHER:
                break
            if arrival.received:
                util.write_error(conn.sock, 408, "Request Timeout", "The request did not arrive in time.")
            self.let_go(conn)
