"""What the worker does from time to time beside delivering mails. However many workers run, one of them does it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from clinic_site.models import Duty
from consultations.purge import erase_expired_fields, purge

LEASE = timedelta(hours=1)  # a worker that dies in the middle leaves the duty to the next one after this long

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Task:
    name: str
    every: timedelta
    do: Callable[[], object]


TASKS = [
    Task("purge", timedelta(days=1), purge),
    Task("erase short-lived fields", timedelta(minutes=5), erase_expired_fields),
]


def do_what_is_due():
    """Does every duty whose time has come, unless another worker has it. One that fails is tried after its lease."""
    for task in TASKS:
        now = timezone.now()
        duty, _ = Duty.objects.get_or_create(name=task.name)
        claimed = Duty.objects.filter(pk=duty.pk, due_at=duty.due_at)
        if duty.due_at <= now and claimed.update(due_at=now + LEASE):
            try:
                result = task.do()
            except Exception:  # the mails must go on
                logger.exception("Not done: %s", task.name)
                continue
            Duty.objects.filter(pk=duty.pk).update(due_at=now + task.every)
            logger.info("Done: %s (%s)", task.name, result)
