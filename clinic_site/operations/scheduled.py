"""What the worker does from time to time beside delivering mails. However many workers run, one of them does it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from clinic_site.facts import current_clinic
from clinic_site.models import Duty
from clinic_site.operations.log_format import because_of
from consultations import promises
from consultations.privacy.retention import erase_expired_fields, purge

LEASE = timedelta(hours=1)  # at most; a worker that dies in the middle leaves the duty to the next one after this long

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Task:
    name: str
    every: timedelta
    do: Callable[[], object]

    @property
    def lease(self):
        return min(self.every, LEASE)


def forget_ended_sessions():
    """Those of staff. Returns how many that were."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def tell_of_overdue():
    """By the clinic's clock. Returns how many requests staff are told of."""
    with timezone.override(current_clinic().zone):
        return promises.report_overdue_calls()


TASKS = [
    Task("purge", timedelta(days=1), purge),
    Task("forget sessions that have ended", timedelta(days=1), forget_ended_sessions),
    Task("tell of overdue calls", timedelta(minutes=1), tell_of_overdue),
    Task("erase short-lived fields", timedelta(minutes=5), erase_expired_fields),
]


HEARTBEAT = next(task for task in TASKS if task.do is tell_of_overdue)  # what a worker that runs does most often


def worker_seen_at():
    """When a worker last began with the duty that is done every minute; None while none ever has. One query."""
    due_at = Duty.objects.filter(name=HEARTBEAT.name).values_list("due_at", flat=True).first()
    return due_at and due_at - HEARTBEAT.every


def do_what_is_due():
    """Does every duty whose time has come, unless another worker has it. One that fails is tried after its lease."""
    for task in TASKS:
        duty, _ = Duty.objects.get_or_create(name=task.name)
        now = timezone.now()
        claimed = Duty.objects.filter(pk=duty.pk, due_at=duty.due_at)
        if duty.due_at <= now and claimed.update(due_at=now + task.lease):
            with because_of(duty=task.name):
                do(task, then_due_at=now + task.every)


def do(task, *, then_due_at):
    try:
        result = task.do()
    except Exception:  # the mails must go on
        logger.exception("Not done: %s", task.name)
        return
    Duty.objects.filter(name=task.name).update(due_at=then_due_at)
    logger.info("Done: %s (%s)", task.name, result)
