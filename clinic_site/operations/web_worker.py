"""gunicorn's threaded worker, with a deadline for each request.

gunicorn itself lets a client send a request or read an answer as slowly as it likes: as many connections as there are
threads, each sending a byte a second, would stop the site for everybody. This worker closes a connection at the
deadline. An answer made and sent in pieces, such as an export, may take as long for each piece. Against more slow
clients, only a proxy helps that passes on whole requests (docs/install-and-operate.md).
"""

import signal
import socket
import threading
import time
from contextlib import suppress

from gunicorn.workers.gthread import ThreadWorker

DEADLINE = 30  # seconds to receive a request and send its answer; longer than any wait for the database


class DeadlineWorker(ThreadWorker):
    def init_process(self):
        self.started = {}  # {connection: when its request began, or the last piece of its answer was sent}
        self.current = threading.local()  # the connection that a thread serves
        super().init_process()

    def handle_quit(self, sig, frame):
        """Ends the process, as Ctrl-C asks for.

        Not as gunicorn's threaded worker, whose signal handler waits for the lock of the thread pool: for ever, if the
        signal came while the same thread held it, and then what the process had counted was lost.
        """
        self.end_undisturbed()
        super(ThreadWorker, self).handle_quit(sig, frame)

    def end_undisturbed(self):
        """From now on no signal but SIGKILL interrupts what the process writes at its end."""
        for each in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)

    def load_wsgi(self):
        super().load_wsgi()
        application = self.wsgi

        def answer(environ, start_response):
            pieces = application(environ, start_response)
            return pieces if isinstance(pieces, environ["wsgi.file_wrapper"]) else self.send_pieces(pieces)

        self.wsgi = answer

    def send_pieces(self, pieces):
        """Restarts the deadline after each piece."""
        try:
            for piece in pieces:
                yield piece
                self.started[self.current.connection] = time.monotonic()
        finally:
            if hasattr(pieces, "close"):  # PEP 3333
                pieces.close()

    def handle(self, connection):
        self.started[connection] = time.monotonic()
        self.current.connection = connection
        try:
            return super().handle(connection)
        finally:
            del self.started[connection]

    def murder_pending(self):
        """gunicorn calls this at least once a second to close connections that keep it waiting."""
        super().murder_pending()
        for connection, started_at in list(self.started.items()):
            if time.monotonic() - started_at > DEADLINE:
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for it
