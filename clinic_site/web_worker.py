"""gunicorn's threaded worker, with a deadline.

A thread reads a request as slowly as it is sent, and for as long: enough connections that send a byte a second would
stop the site for everybody and for ever. Here each is cut off at the deadline; an answer that is made and sent piece by
piece, as an export is, has as long for each piece. Against a crowd of them helps only a server in front that passes on
whole requests; docs/install-and-operate.md says so.
"""

import socket
import threading
import time
from contextlib import suppress

from gunicorn.workers.gthread import ThreadWorker

DEADLINE = 30  # seconds in which a request must have come and its answer gone: longer than any wait for the database


class DeadlineWorker(ThreadWorker):
    def init_process(self):
        self.begun = {}  # when work on the request of each connection began, or the last piece of its answer had gone
        self.served = threading.local()  # the connection that a thread serves
        super().init_process()

    def load_wsgi(self):
        super().load_wsgi()
        self.wsgi = self.piece_by_piece(self.wsgi)

    def piece_by_piece(self, application):
        def answer(environ, start_response):
            pieces = application(environ, start_response)
            return pieces if isinstance(pieces, environ["wsgi.file_wrapper"]) else self.renew_with_each(pieces)

        return answer

    def renew_with_each(self, pieces):
        try:
            for piece in pieces:
                yield piece
                self.begun[self.served.conn] = time.monotonic()
        finally:
            if hasattr(pieces, "close"):  # PEP 3333
                pieces.close()

    def handle(self, conn):
        self.begun[conn] = time.monotonic()
        self.served.conn = conn
        try:
            return super().handle(conn)
        finally:
            del self.begun[conn]

    def murder_pending(self):
        """gunicorn's name for ending connections that keep it waiting; it does so at least once a second."""
        super().murder_pending()
        for conn, begun_at in list(self.begun.items()):
            if time.monotonic() - begun_at > DEADLINE:
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for it
