"""The status of the site on the admin's home page: mails, the mail worker, disk space, backups, a notice by law."""

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.formats import date_format

from clinic_site.models import NO_ESTIMATE_NOTICE, Backup
from clinic_site.operations import scheduled
from consultations.models import LATE, REFUSALS, OutgoingMail
from consultations.promises import format_wait

SILENT_FOR = timedelta(minutes=5)  # after the time at which a running worker would have been seen again
LEAST_FREE = 1_000_000_000  # bytes
LEAST_FREE_SHARE = 0.1
BACKUP_LATE_AFTER = timedelta(days=2)
VERIFICATION_LATE_AFTER = timedelta(days=8)  # so a weekly verification is often enough
TELL = "Tell the person who runs the site."


@dataclass(frozen=True)
class Finding:
    """A fact about the site, and what to do about it. An alarming one needs action."""

    text: str
    advice: str = ""
    is_alarming: bool = False


def list_findings(clinic):
    """Every finding, the alarming ones first."""
    now = timezone.now()
    found = [*check_notice(clinic), check_mails(now), check_worker(now), *check_disks(), *check_backups(now)]
    return sorted(found, key=lambda finding: not finding.is_alarming)


def check_notice(clinic):
    if not clinic.has_estimate_notice:
        advice = "To add it, publish the first price or part of the page “Costs and insurance” under Articles."
        yield Finding(NO_ESTIMATE_NOTICE, advice, is_alarming=True)


def check_mails(now):
    """Of mails to patients only those count that are refused for the site's sake: a mistyped address is no alarm."""
    is_confirmation = Q(kind=OutgoingMail.Kind.CONFIRMATION)
    to_staff, to_patients = ~is_confirmation, is_confirmation & Q(last_failure=OutgoingMail.Failure.UNWELCOME)
    waiting = OutgoingMail.objects.unsent().aggregate(
        count=Count("pk", filter=to_staff),
        since=Min("created_at", filter=to_staff),
        refused=Count("pk", filter=to_staff & Q(last_failure__in=REFUSALS)),
        refused_to_patients=Count("pk", filter=to_patients),
    )
    if waiting["refused"]:
        return Finding("Emails to staff are refused.", TELL, is_alarming=True)
    if waiting["refused_to_patients"]:
        return Finding("Emails to patients are refused.", TELL, is_alarming=True)
    if not waiting["count"]:
        return Finding("All emails to staff have been sent.")
    age = format_wait(now - waiting["since"])
    text = (
        f"1 email to staff has been waiting for {age}."
        if waiting["count"] == 1
        else f"{waiting['count']} emails to staff are waiting, the oldest for {age}."
    )
    late_at = waiting["since"] + LATE
    if late_at <= now:
        return Finding(text, TELL, is_alarming=True)
    clock = date_format(timezone.localtime(late_at), "TIME_FORMAT")
    return Finding(text, f"This can happen. If mail is still waiting at {clock}, tell the person who runs the site.")


def check_worker(now):
    seen_at = scheduled.worker_seen_at()
    advice = f"{TELL} No mail is sent, and nobody is notified of overdue calls."
    if seen_at is None:
        return Finding("The program that sends mail has never run.", advice, is_alarming=True)
    seen = f"it was last active {how_long_ago(now - seen_at)}."
    if seen_at + scheduled.HEARTBEAT.every < now - SILENT_FOR:
        return Finding(f"The program that sends mail is not running: {seen}", advice, is_alarming=True)
    return Finding(f"The program that sends mail is running; {seen}")


def check_disks():
    """Every disk with data on it, once. The disk of a database on another machine cannot be seen."""
    found = {}
    for folder, where in [
        (settings.DATA_DIR, "where the site keeps its data"),
        (settings.MEDIA_ROOT, "where the pictures are kept"),
    ]:
        try:
            folder = folder if folder.exists() else folder.parent  # the first picture creates its folder
            found.setdefault(os.stat(folder).st_dev, check_disk(shutil.disk_usage(folder), where))
        except OSError:
            found[where] = Finding(f"The folder {where} cannot be reached.", TELL, is_alarming=True)
    if connection.vendor == "postgresql":
        found["database"] = Finding("Requests may be kept on another disk, which cannot be checked from here.")
    return list(found.values())


def check_disk(usage, where):
    room = f"{format_bytes(usage.free)} of {format_bytes(usage.total)} are free on the disk {where}."
    if usage.free >= max(LEAST_FREE, LEAST_FREE_SHARE * usage.total):
        return Finding(room)
    advice = f"{TELL} When the disk is full, nothing new can be stored, including requests."
    return Finding(f"Only {room}", advice, is_alarming=True)


def format_bytes(number):
    """Like `12 GB`, in powers of 1000, as disks are sold."""
    if number < 1_000_000_000:
        return f"{number / 1_000_000:.0f} MB"
    return f"{number / 1_000_000_000:.{0 if number >= 10_000_000_000 else 1}f} GB"


def check_backups(now):
    """Whether the last backup is recent enough, and whether a recent one was verified."""
    last = Backup.objects.exclude(size=None).order_by("made_at").last()
    verified = Backup.objects.exclude(checked_at=None).order_by("made_at").last()
    if not last:
        advice = f"{TELL} If this machine fails, every request and every article is lost."
        return [Finding("There is no backup.", advice, is_alarming=True)]
    found = [Finding(f"The last backup was made {how_long_ago(now - last.made_at)}.")]
    if last.made_at < now - BACKUP_LATE_AFTER:
        advice = f"{TELL} If this machine fails, everything since then is lost."
        found = [Finding(f"The last backup is {format_wait(now - last.made_at)} old.", advice, is_alarming=True)]
    if verified and verified.problem:
        ago = how_long_ago(now - verified.checked_at)
        text = f"The test of the backup of {format_moment(verified.made_at)} failed {ago}."
        return [*found, Finding(text, f"{verified.problem} {TELL}", is_alarming=True)]
    since = verified.checked_at if verified else Backup.objects.earliest("made_at").made_at
    if since < now - VERIFICATION_LATE_AFTER:
        waited = f" for {format_wait(now - since)}" if verified else ""
        advice = f"{TELL} Nobody knows whether a backup would bring everything back."
        return [*found, Finding(f"No backup has been tested{waited}.", advice, is_alarming=True)]
    if not verified:
        return [*found, Finding("The last backup has not been tested yet.")]
    which = "The last backup" if verified == last else f"The backup of {format_moment(verified.made_at)}"
    text = f"{which} was tested {how_long_ago(now - verified.checked_at)}: nothing is missing."
    return [*found, Finding(text)]


def how_long_ago(wait):
    """Like `just now` or `3 hours ago`."""
    return "just now" if wait < timedelta(minutes=1) else f"{format_wait(wait)} ago"


def format_moment(moment):
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
