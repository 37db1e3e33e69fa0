"""A real SMTP server on a real socket, whose behaviour a test can set."""

import random
import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


def free_port():
    """A port that stays free until somebody listens: Linux gives outgoing connections those from 32768 up."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


@contextmanager
def silent_server(port):
    """A server that takes connections on a port and never says a word."""
    with socket.socket() as silent:
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # so that the real one may follow at once
        silent.bind(("127.0.0.1", port))
        silent.listen()
        yield silent


class MailServer:
    """Keeps every mail it takes in `mails`, parsed. `answer` is what it says after DATA, such as "451 later"."""

    def __init__(self):
        self.port = free_port()
        self.mails = []
        self.answer = "250 taken"
        self.controller = None

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  aiosmtpd's name
        if self.answer.startswith("250"):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            mail.sender, mail.recipients = envelope.mail_from, envelope.rcpt_tos
            self.mails.append(mail)
        return self.answer

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None
