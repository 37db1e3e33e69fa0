"""The processes of a running site, to look at and to kill."""

import os
import signal


def children(pid):
    """{process id: name} of the processes that `pid` started."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parent = int(facts_of(entry)[1])
                with open(f"/proc/{entry}/comm") as file:
                    name = file.read().strip()
            except OSError:
                continue
            if parent == pid:
                found[int(entry)] = name
    return found


def family(pid):
    """`pid` and all that descends from it."""
    return [pid, *(descendant for child in children(pid) for descendant in family(child))]


def facts_of(pid):
    """What /proc/PID/stat holds from the third field on: what may hold anything, the name, is the second."""
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def processor_seconds(pid):
    """Those that the process has used so far."""
    facts = facts_of(pid)
    return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")


def mail_worker(site):
    """The process id of the child that delivers mails; None while there is none."""
    return next((pid for pid, name in children(site.process.pid).items() if name == "worker"), None)


def web_workers(site):
    return sorted(pid for pid, name in children(site.process.pid).items() if name != "worker")


def is_alive(pid):
    try:
        return facts_of(pid)[0] != "Z"  # a zombie has ended
    except OSError:
        return False


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
