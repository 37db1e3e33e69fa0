"""The processes of a running site, to look at and to kill."""

import os
import signal


def children(pid):
    """{process id: command line} of the processes that `pid` started."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parent = int(facts_of(entry)[1])
                with open(f"/proc/{entry}/cmdline") as file:
                    command = file.read().replace("\0", " ")
            except OSError:
                continue
            if parent == pid:
                found[int(entry)] = command
    return found


def facts_of(pid):
    """What /proc/PID/stat holds from the third field on: what may hold anything, the name, is the second."""
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def processor_seconds(pid):
    """Those that the process has used so far."""
    facts = facts_of(pid)
    return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")


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
