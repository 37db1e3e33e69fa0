"""A real SMTP server on a real socket, whose behaviour a test can set."""

import logging
import random
import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd tells every word of every conversation


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
    """Keeps every mail it takes in `mails`, parsed. It does as it is told:

    `answer` is what it says after DATA, such as "451 later". `refused` are recipients it does not take. `drops` is when
    it hangs up without a word: "during DATA", "after DATA", with the mail in hand, or "on QUIT".
    """

    def __init__(self):
        self.port = free_port()
        self.mails = []
        self.answer = "250 taken"
        self.refused = set()
        self.drops = None
        self.controller = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            mail.sender, mail.recipients = envelope.mail_from, envelope.rcpt_tos
            self.mails.append(mail)
        if self.drops == "after DATA":
            server.transport.abort()
        return self.answer

    async def handle_QUIT(self, server, session, envelope):
        if self.drops == "on QUIT":
            server.transport.abort()
        return "221 goodbye"

    def start(self):
        self.controller = _Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None


class _Controller(Controller):
    def factory(self):
        return _Conversation(self.handler, **self.SMTP_kwargs)


class _Conversation(SMTP):
    async def smtp_DATA(self, arg):
        if self.event_handler.drops != "during DATA":
            return await super().smtp_DATA(arg)
        await self.push("354 go on")
        await self._reader.readline()
        self.transport.abort()
