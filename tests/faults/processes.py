"""The processes of a running site, to look at and to kill."""

import os
import signal


def children(pid):
    """{process id: command line} of the processes that `pid` started."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    parent = int(file.read().rsplit(")", 1)[1].split()[1])
                with open(f"/proc/{entry}/cmdline") as file:
                    command = file.read().replace("\0", " ")
            except OSError:
                continue
            if parent == pid:
                found[int(entry)] = command
    return found


def child(site, word):
    """The process id of the one that `manage.py serve` started with `word` in its command line; None without one."""
    matching = [pid for pid, command in children(site.process.pid).items() if word in command]
    return matching[0] if matching else None


def web_workers(site):
    gunicorn = child(site, "gunicorn")
    return sorted(children(gunicorn)) if gunicorn else []


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def kill(pids):
    """SIGKILL, which nothing can prepare for. Returns how many were still there to be killed."""
    killed = 0
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        killed += 1
    return killed
