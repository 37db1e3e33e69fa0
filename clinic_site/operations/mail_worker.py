"""Runs the mail worker as a child of gunicorn, so that it shares the web workers' memory and gunicorn restarts it."""

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from clinic_site.management.commands import worker as worker_command
from clinic_site.operations.log_format import log_uncaught, name_command

HEARTBEAT = 1  # seconds
WAIT_BEFORE_RESTART = 1  # seconds, if the worker failed


def add_mail_worker(gunicorn):
    """Adds a child and gunicorn's hooks for it to the settings of an application of gunicorn."""
    gunicorn.cfg.set("workers", gunicorn.cfg.workers + 1)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # nohup
        gunicorn.cfg.set("when_ready", ignore_closed_terminal)
    else:
        gunicorn.cfg.set("when_ready", stop_with_terminal)
    gunicorn.cfg.set("pre_fork", choose_role)
    gunicorn.cfg.set("post_fork", run_mail_worker)


def stop_with_terminal(server):
    """By default, gunicorn reloads its settings when the terminal is closed."""
    signal.signal(signal.SIGHUP, lambda *_: server.signal(signal.SIGTERM, None))


def ignore_closed_terminal(server):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def choose_role(server, worker):
    """One child is the mail worker; if it dies, the next child replaces it."""
    worker.is_mail_worker = not any(child.is_mail_worker for child in server.WORKERS.values())


def run_mail_worker(server, worker):
    if not worker.is_mail_worker:
        return
    for listener in server.LISTENERS:
        listener.close()
    name_process("worker")
    threading.Thread(target=send_heartbeats, args=[worker, os.getppid()], daemon=True).start()
    try:
        call_command(worker_command.Command())
    except Exception as error:  # gunicorn would print its message, which may hold personal data, and stop the site
        if isinstance(error, ImproperlyConfigured):
            print(f"The mail worker cannot start: {error}", file=sys.stderr, flush=True)
        else:
            log_uncaught(*sys.exc_info())
        time.sleep(WAIT_BEFORE_RESTART)
        sys.exit(1)
    sys.exit(0)


def name_process(name):
    """In the log and, on Linux, for `top` and `ps -o comm`."""
    name_command(name)
    with suppress(OSError):
        Path("/proc/self/comm").write_text(name)


def send_heartbeats(worker, parent):
    """Tells gunicorn that this child is alive, even while a mail server makes it wait, and ends it without gunicorn."""
    while os.getppid() == parent:
        worker.notify()
        time.sleep(HEARTBEAT)
    os.kill(os.getpid(), signal.SIGTERM)
