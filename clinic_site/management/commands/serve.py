"""Everything `make run` does after installing: prepares the database and runs web server and worker together."""

import hashlib
import logging
import os
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from clinic_site.operations.startup import refuse_unreachable_database, refuse_unusable_database, stop_when_told

PAUSE = 1  # seconds before the next process is started, and a dead one again
GRACE = 25  # seconds that a process may take to stop: longer than gunicorn's own

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Prepares the site and runs web server and worker until Ctrl-C. A process that dies is started again."

    def handle(self, *args, **options):
        refuse_busy_port()
        refuse_unreachable_database()
        call_command("migrate", interactive=False, verbosity=0)
        refuse_unusable_database()
        if settings.DEMO:
            call_command("load_sample_content", stdout=self.stdout, verbosity=0)
        collect_static_files()
        connections.close_all()

        manage = [sys.executable, str(settings.BASE_DIR / "manage.py")]
        gunicorn = [sys.executable, "-m", "gunicorn", "-c", str(settings.BASE_DIR / "clinic_site" / "gunicorn.conf.py")]
        stop = stop_when_told()
        self.stdout.write(self.where_things_are())
        self.stdout.flush()
        run_until(stop, [gunicorn, [*manage, "worker"]])

    def where_things_are(self):
        mails = f"by {settings.EMAIL_HOST}" if settings.EMAIL_HOST else f"to files in {settings.EMAIL_FILE_PATH}"
        kind = "A demo" if settings.DEMO else "The site"
        return (
            f"{kind} runs at {settings.SITE_URL} (staff: {settings.SITE_URL}/admin/), "
            f"mails go {mails}. Ctrl-C stops it."
        )


def collect_static_files():
    """Collects and compresses static files, unless that was done since one of them last changed."""
    files = hashlib.sha256()
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            stat = os.stat(storage.path(path))
            files.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    done = settings.STATIC_ROOT / ".collected"
    if not done.exists() or done.read_text() != files.hexdigest():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        done.write_text(files.hexdigest())


def refuse_busy_port():
    """Raises CommandError when another program listens where the site should."""
    if reason := why_port_is_busy():
        raise CommandError(
            f"The site cannot listen on {settings.BIND} port {settings.PORT} ({reason}). "
            "Set PORT to a free port, like: make run PORT=8001"
        )


def why_port_is_busy():
    """What the system answers to somebody who wants to listen where the site should; empty when it may."""
    family = socket.AF_INET6 if ":" in settings.BIND else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.BIND, settings.PORT))
        except OSError as error:
            return error.strerror
    return ""


def run_until(stop, commands):
    """Keeps a process of each command running until `stop` is set, then ends them all.

    They start one after the other, so that the first, the web server, has a small machine to itself and answers soon.
    """
    processes = []
    while not stop.wait(PAUSE if processes else 0):
        for index, process in enumerate(processes):
            if process.poll() is not None:
                logger.error("A process ended (%s) and is started again", " ".join(commands[index][-2:]))
                processes[index] = start(commands[index])
        if len(processes) < len(commands):
            processes.append(start(commands[len(processes)]))
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def start(command):
    return subprocess.Popen(command)
