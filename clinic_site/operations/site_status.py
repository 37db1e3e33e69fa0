"""How the site is doing, in words for managers: do mails leave, does the worker run, is there room on the disk,
could everything be restored."""

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.formats import date_format

from clinic_site.operations import backups, scheduled
from consultations.models import LATE, OutgoingMail
from consultations.promises import format_wait

SILENT = timedelta(minutes=5)  # past the time at which a worker that runs would have been seen again
LEAST_FREE = 1_000_000_000  # bytes
LEAST_FREE_SHARE = 0.1
TELL = "Tell the person who runs the site."


@dataclass(frozen=True)
class Finding:
    """Something to know; `advice` says what follows from it. What alarms has to be seen to by somebody."""

    text: str
    advice: str = ""
    is_alarming: bool = False


def findings():
    """What there is to say, the alarming things first. Five queries at most."""
    now = timezone.now()
    return sorted([mails(now), worker(now), *disks(), *last_backup(now)], key=lambda finding: not finding.is_alarming)


def mails(now):
    """Mails to staff, as the late ones are counted: one mistyped address of a patient is no alarm. One query."""
    to_staff = OutgoingMail.objects.unsent().exclude(kind="confirmation")
    waiting = to_staff.aggregate(count=Count("pk"), since=Min("created_at"))
    if not waiting["count"]:
        return Finding("All mails to staff are delivered.")
    age = format_wait(now - waiting["since"])
    text = (
        f"1 mail to staff has waited for {age}."
        if waiting["count"] == 1
        else f"{waiting['count']} mails to staff wait, the oldest for {age}."
    )
    late_at = waiting["since"] + LATE
    if late_at <= now:
        return Finding(text, TELL, is_alarming=True)  # the line for everybody above tells what it means
    clock = date_format(timezone.localtime(late_at), "TIME_FORMAT")
    return Finding(text, f"That happens. If mail still waits at {clock}, tell the person who runs the site.")


def worker(now):
    """Whether any worker runs; which one, and where, nobody needs to know. One query."""
    seen_at = scheduled.worker_seen_at()
    advice = f"No mail leaves, and nobody is told of overdue calls. {TELL}"
    if seen_at is None:
        return Finding("The mail worker has never run.", advice, is_alarming=True)
    ago = how_long_ago(now - seen_at)
    if seen_at + scheduled.HEARTBEAT.every < now - SILENT:
        return Finding(f"The mail worker does not run: it was last seen {ago}.", advice, is_alarming=True)
    return Finding(f"The mail worker runs; it was last seen {ago}.")


def disks():
    """Each disk that data lie on, once. Of a database on another machine nothing is known here."""
    found = {}
    for folder, where in [
        (settings.DATA_DIR, "where the site keeps its data"),
        (settings.MEDIA_ROOT, "where the pictures are kept"),
    ]:
        try:
            folder = folder if folder.exists() else folder.parent  # the first picture makes its folder
            found.setdefault(os.stat(folder).st_dev, disk(shutil.disk_usage(folder), where))
        except OSError:
            found[where] = Finding(f"The folder {where} cannot be reached.", TELL, is_alarming=True)
    if connection.vendor == "postgresql":
        found["database"] = Finding("The database may have a disk of its own, which cannot be seen from here.")
    return list(found.values())


def disk(usage, where):
    room = f"{in_bytes(usage.free)} of {in_bytes(usage.total)} are free on the disk {where}."
    if usage.free >= max(LEAST_FREE, LEAST_FREE_SHARE * usage.total):
        return Finding(room)
    return Finding(
        f"Only {room}", f"On a full disk nothing new can be stored, requests neither. {TELL}", is_alarming=True
    )


def in_bytes(number):
    """Like `12 GB`, of a thousand million bytes each, as disks are sold."""
    if number < 1_000_000_000:
        return f"{number / 1_000_000:.0f} MB"
    return f"{number / 1_000_000_000:.{0 if number >= 10_000_000_000 else 1}f} GB"


def last_backup(now):
    """Whether there is a backup that is young enough, and whether it was tried out. Three queries at most."""
    standing = backups.standing(now)
    last, checked = standing["last"], standing["checked"]
    if not last:
        advice = f"If this machine fails, every request and every article is lost. {TELL}"
        return [Finding("There is no backup.", advice, is_alarming=True)]
    found = [Finding(f"The last backup was made {how_long_ago(now - last.made_at)}.")]
    if standing["late"]:
        advice = f"If this machine fails, everything since then is lost. {TELL}"
        found = [Finding(f"The last backup is {format_wait(now - last.made_at)} old.", advice, is_alarming=True)]
    if standing["failed"]:
        when = f"{of_day(checked.made_at)} failed {how_long_ago(now - checked.checked_at)}."
        found.append(Finding(f"The check of the backup of {when}", f"{checked.problem} {TELL}", is_alarming=True))
    elif standing["unproved"]:
        since = f" for {format_wait(now - checked.checked_at)}" if checked else ""
        advice = f"Whether one can be restored is not known. {TELL}"
        found.append(Finding(f"No backup has been tried out{since}.", advice, is_alarming=True))
    elif checked:
        which = "It" if checked == last else f"The one of {of_day(checked.made_at)}"
        restored = f"was restored and compared {how_long_ago(now - checked.checked_at)}: everything is in it."
        found.append(Finding(f"{which} {restored}"))
    else:
        found.append(Finding("It has not been restored and compared yet."))
    return found


def how_long_ago(wait):
    """Like `just now` or `3 hours ago`."""
    return "just now" if wait < timedelta(minutes=1) else f"{format_wait(wait)} ago"


def of_day(moment):
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
