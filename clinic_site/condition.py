"""How the site is doing, in words for managers: do mails leave, does the worker run, is there room on the disk."""

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.formats import date_format

from clinic_site import duties
from consultations.models import LATE, OutgoingMail
from consultations.promises import in_words

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
    """What there is to say, the alarming things first. Two queries."""
    now = timezone.now()
    return sorted([mails(now), worker(now), *disks()], key=lambda finding: not finding.is_alarming)


def mails(now):
    """Mails to staff, as the late ones are counted: one mistyped address of a patient is no alarm. One query."""
    to_staff = OutgoingMail.objects.unsent().exclude(kind="confirmation")
    waiting = to_staff.aggregate(count=Count("pk"), since=Min("created_at"))
    if not waiting["count"]:
        return Finding("All mails to staff are delivered.")
    age = in_words(now - waiting["since"])
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
    seen_at = duties.worker_seen_at()
    advice = f"No mail leaves, and nobody is told of overdue calls. {TELL}"
    if seen_at is None:
        return Finding("The mail worker has never run.", advice, is_alarming=True)
    ago = in_words(now - seen_at)
    if seen_at + duties.HEARTBEAT.every < now - SILENT:
        return Finding(f"The mail worker does not run: it was last seen {ago} ago.", advice, is_alarming=True)
    return Finding(f"The mail worker runs; it was last seen {'just now' if ago == '0 minutes' else f'{ago} ago'}.")


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
