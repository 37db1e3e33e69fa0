"""How gunicorn serves the site: `gunicorn -c clinic_site/gunicorn.conf.py`."""

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
    """gunicorn's own log in the site's form. There is no access log: clinic_site/settings.py says why."""

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PrivateFormatter())

    def warning(self, message, *args, **kwargs):
        """Of a broken request neither the sender's address nor a piece of it, which may hold a patient's words."""
        if message.startswith("Invalid request from ip="):
            message, args = "Invalid request", ()
        super().warning(message, *args, **kwargs)

    def exception(self, message, *args, **kwargs):
        """Of a request that failed, not its address: it may hold words that somebody looked for."""
        super().exception("Error handling request" if args else message, **kwargs)


wsgi_app = "clinic_site.wsgi:application"
worker_class = "clinic_site.web_worker.DeadlineWorker"
logger_class = PrivateLogger
workers = 2
threads = 32  # each waits for its visitor, however slow: many wait, few work
preload_app = True
timeout = 30  # seconds
graceful_timeout = 20  # seconds
keepalive = 5  # seconds
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # a heartbeat file on disk can stall a worker
control_socket_disable = True  # its default path is the same for every site of one user
secure_scheme_headers = {"X-FORWARDED-PROTO": "https"}  # others, left as they came, could contradict it
forwarded_allow_ips = ",".join(settings.TRUSTED_PROXIES)  # who may say that a visitor came by https
forwarder_headers = ""  # or a proxy that passes on what it is sent lets strangers say where a path begins: Script_Name


def share_heaps():
    """Two heaps for all threads of a worker; glibc would give most threads one of their own, which keeps what it freed.

    Blocks of a megabyte, as Brotli takes nine of them for a page, are given back at once. Inherited by the workers.
    Elsewhere than with glibc there is nothing to do.
    """
    with suppress(AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(-8, 1)  # M_ARENA_MAX of malloc.h
        mallopt(-3, 2**20)  # M_MMAP_THRESHOLD, in bytes


def on_starting(server):
    from clinic_site.facts import current_clinic
    from clinic_site.operations.startup import refuse_unusable_database
    from clinic_site.operations.warm_up import warm_up

    share_heaps()
    try:
        refuse_unusable_database()
        current_clinic()  # writes the last good copy: another host may have saved the facts
    except ImproperlyConfigured as problem:
        sys.exit(f"The site cannot start: {problem}")
    warm_up(server.app.wsgi())
