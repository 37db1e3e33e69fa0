"""gunicorn's settings: `gunicorn -c clinic_site/gunicorn.conf.py`."""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from gunicorn.glogging import Logger

from clinic_site.operations.log_format import PrivateFormatter

try:
    bind = f"[{settings.BIND}]:{settings.PORT}" if ":" in settings.BIND else f"{settings.BIND}:{settings.PORT}"
except ImproperlyConfigured as problem:
    sys.exit(f"The site cannot start: {problem}")


class PrivateLogger(Logger):
    """gunicorn's own log in the site's format. There is no access log: clinic_site/settings.py says why."""

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PrivateFormatter())

    def warning(self, message, *args, **kwargs):
        """Leaves out the address and the content of an invalid request, which may hold a patient's words."""
        if message.startswith("Invalid request from ip="):
            message, args = "Invalid request", ()
        super().warning(message, *args, **kwargs)

    def exception(self, message, *args, **kwargs):
        """Leaves out the address of a failed request, which may hold search words."""
        super().exception("Error handling request" if args else message, **kwargs)


wsgi_app = "clinic_site.wsgi:application"
worker_class = "clinic_site.operations.web_worker.DeadlineWorker"
logger_class = PrivateLogger
workers = 2
threads = 32  # each waits for one visitor, however slow: many wait, few work
preload_app = True
timeout = 30  # seconds
graceful_timeout = 20  # seconds
keepalive = 5  # seconds
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # a heartbeat file on disk can stall a worker
control_socket_disable = True  # its default path is the same for all sites of one user
secure_scheme_headers = {"X-FORWARDED-PROTO": "https"}  # by default others count too, which could contradict it
forwarded_allow_ips = ",".join(settings.TRUSTED_PROXIES)  # who may say that a visitor came by https
forwarder_headers = ""  # by default a proxy may set Script_Name, so a visitor behind a lax one could choose the path


def share_heap():
    """Makes all threads of a process use one heap; glibc would give most of them their own, which keeps freed memory.

    Blocks of a megabyte, like the nine that Brotli takes for a page, are freed at once. Children inherit both settings.
    Without glibc, this does nothing.
    """
    with suppress(AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(-8, 1)  # M_ARENA_MAX of malloc.h
        mallopt(-3, 2**20)  # M_MMAP_THRESHOLD, in bytes


def on_starting(server):
    from clinic_site.facts import current_clinic
    from clinic_site.operations.startup import refuse_unusable_database
    from clinic_site.operations.warm_up import warm_up
    from clinic_site.wsgi import application

    share_heap()
    try:
        refuse_unusable_database()
        current_clinic()  # writes the last good copy, since another host may have changed the facts
    except ImproperlyConfigured as problem:
        sys.exit(f"The site cannot start: {problem}")
    warm_up(application)


def worker_exit(server, worker):
    from clinic_site.wsgi import page_counter

    if worker.pid == os.getpid():  # gunicorn also calls it in the first process, for a worker that is gone
        worker.end_undisturbed()
    page_counter.write()
