"""A real SMTP server on a real socket; a test sets its behaviour."""

import asyncio
import logging
import random
import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd logs every line of every conversation


reserved = []  # the names of free_port(), held until this process ends


def free_port():
    """A port that nobody else uses: Linux gives outgoing connections ports from 32768 up.

    Tests run beside each other, and a site that a test kills gives its port up for a while. So a port is reserved for
    the process that asked, by a socket name that exists once on the machine and leaves no file behind.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        name = socket.socket(socket.AF_UNIX)
        try:
            name.bind(f"\0clinic-site-test-port-{port}")
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            name.close()
            continue
        reserved.append(name)
        return port


@contextmanager
def silent_server(port):
    """A server that accepts connections on a port and never answers."""
    with socket.socket() as silent:
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # so that the real one may follow at once
        silent.bind(("127.0.0.1", port))
        silent.listen()
        yield silent


class MailServer:
    """Keeps every accepted mail in `mails`, parsed.

    `answer` is the reply to DATA, such as "451 later". `refused` are recipients that it refuses. `drops` says when it
    closes the connection without a reply: "during DATA", "after DATA" (having accepted the mail) or "on QUIT".
    `replies` are those that it gives instead of accepting, by command ("greeting" is the first one of all); `seconds`
    are those that it takes for a reply, likewise ("DATA": for the one to the text); `names` are those by which clients
    introduced themselves.
    """

    def __init__(self):
        self.port = free_port()
        self.mails = []
        self.answer = "250 taken"
        self.refused = set()
        self.drops = None
        self.replies = {}
        self.seconds = {}
        self.names = []
        self.controller = None

    async def wait(self, command):
        await asyncio.sleep(self.seconds.get(command, 0))

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.names.append(hostname)
        await self.wait("EHLO")
        return [self.replies["EHLO"]] if "EHLO" in self.replies else responses

    async def handle_HELO(self, server, session, envelope, hostname):
        return self.replies.get("EHLO", "250 fine")

    async def handle_MAIL(self, server, session, envelope, address, options):
        await self.wait("MAIL")
        envelope.mail_from = address
        return self.replies.get("MAIL", "250 fine")

    async def handle_RCPT(self, server, session, envelope, address, options):
        await self.wait("RCPT")
        if address in self.refused:
            return "550 5.1.1 unknown recipient"
        envelope.rcpt_tos.append(address)
        return self.replies.get("RCPT", "250 known")

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            mail.sender, mail.recipients, mail.content = envelope.mail_from, envelope.rcpt_tos, envelope.content
            self.mails.append(mail)
        await self.wait("DATA")
        if self.drops == "after DATA":
            server.transport.abort()
        return self.answer

    async def handle_QUIT(self, server, session, envelope):
        if self.drops == "on QUIT":
            server.transport.abort()
        await self.wait("QUIT")
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
    async def push(self, status):
        if status.startswith("220 ") and self.session.host_name is None:  # the greeting
            await self.event_handler.wait("greeting")
            status = self.event_handler.replies.get("greeting", status)
        await super().push(status)

    async def smtp_DATA(self, arg):
        if self.event_handler.drops != "during DATA":
            return await super().smtp_DATA(arg)
        await self.push("354 go on")
        await self._reader.readline()
        self.transport.abort()
