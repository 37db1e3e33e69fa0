"""Everything `make run` does after installing: prepares the database and runs web server and mail worker together."""

import hashlib
import os
import sys

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from gunicorn.app.wsgiapp import WSGIApplication

from clinic_site.operations.mail_worker import add_mail_worker
from clinic_site.operations.startup import find_port_problem, refuse_unusable_database


class Command(BaseCommand):
    help = "Prepares the site and runs web server and mail worker until Ctrl-C. A process that dies is started again."
    requires_system_checks = []  # prepare runs them

    def handle(self, *args, **options):
        refuse_busy_port()
        self.prepare_in_a_child()
        self.stdout.write(self.describe_site())
        self.stdout.flush()
        sys.argv = ["gunicorn", "-c", str(settings.BASE_DIR / "clinic_site" / "gunicorn.conf.py")]
        gunicorn = WSGIApplication()
        add_mail_worker(gunicorn)
        gunicorn.run()

    def prepare_in_a_child(self):
        """Prepares in a child process, whose memory is free again when it ends."""
        if pid := os.fork():
            if code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
                sys.exit(code if code > 0 else 128 - code)  # 128 + the signal, as in a shell
            return
        self.prepare()
        self.stdout.flush()
        os._exit(0)

    def prepare(self):
        self.check()
        call_command("migrate", interactive=False, verbosity=0)
        refuse_unusable_database()
        if settings.DEMO:
            call_command("load_sample_content", stdout=self.stdout, verbosity=0)
        collect_static_files()

    def describe_site(self):
        if settings.EMAIL_HOST:
            delivery = f"sent by {settings.EMAIL_HOST}"
        else:
            delivery = f"written to files in {settings.EMAIL_FILE_PATH}"
        kind = "A demo" if settings.DEMO else "The site"
        return (
            f"{kind} runs at {settings.SITE_URL} (staff: {settings.SITE_URL}/admin/), "
            f"emails are {delivery}. Press Ctrl-C to stop."
        )


def collect_static_files():
    """Collects and compresses static files, unless none of them has changed since the last time."""
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
    """Raises CommandError when the site cannot listen on BIND and PORT."""
    if reason := find_port_problem():
        raise CommandError(
            f"The site cannot listen on {settings.BIND} port {settings.PORT} ({reason}). "
            "Set PORT to a free port, like: make run PORT=8001"
        )
