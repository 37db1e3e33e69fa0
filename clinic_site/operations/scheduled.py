"""The tasks that workers repeat besides delivering mails. Of all workers, one runs each task."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from articles.actions import publish_due_changes
from articles.models import delete_old_drafts, delete_old_review_links, empty_trash
from clinic_site.facts import current_clinic
from clinic_site.models import Duty, delete_waiting_items
from clinic_site.operations.log_format import log_context
from clinic_site.statistics.mail import mail_last_month
from clinic_site.statistics.merging import merge_finished_months
from consultations import promises
from consultations.privacy.retention import erase_expired_fields, purge

LEASE = timedelta(hours=1)  # at most; if a worker dies during a task, another may begin it after this long

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Task:
    name: str
    every: timedelta
    run: Callable[[], object]

    @property
    def lease(self):
        return min(self.every, LEASE)


def delete_expired_sessions():
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def notify_of_overdue_calls():
    """In the clinic's time zone. Returns how many requests staff are notified of."""
    with timezone.override(current_clinic().zone):
        return promises.report_overdue_calls()


def add_up_finished_months():
    with timezone.override(current_clinic().zone):
        return merge_finished_months()


HEARTBEAT = Task("notify staff of overdue calls", timedelta(minutes=1), notify_of_overdue_calls)  # the most frequent
TASKS = [
    Task("purge", timedelta(days=1), purge),
    Task("delete expired sessions", timedelta(days=1), delete_expired_sessions),
    Task("delete exports of the old site", timedelta(hours=1), delete_waiting_items),
    Task("publish scheduled changes", timedelta(minutes=1), publish_due_changes),
    Task("empty the trash", timedelta(days=1), empty_trash),
    Task("delete old review links", timedelta(days=1), delete_old_review_links),
    Task("delete old drafts", timedelta(days=1), delete_old_drafts),
    HEARTBEAT,
    Task("add up finished months", timedelta(days=1), add_up_finished_months),
    Task("mail the month's totals", timedelta(hours=1), mail_last_month),
    Task("erase short-lived fields", timedelta(minutes=5), erase_expired_fields),
]


def worker_seen_at():
    """When a worker last began the most frequent task; None if none ever has."""
    due_at = Duty.objects.filter(name=HEARTBEAT.name).values_list("due_at", flat=True).first()
    return due_at and due_at - HEARTBEAT.every


def run_due_tasks():
    """Runs every task that is due and not claimed by another worker. A failed one is tried again after its lease."""
    for task in TASKS:
        duty, _ = Duty.objects.get_or_create(name=task.name)
        now = timezone.now()
        unclaimed = Duty.objects.filter(pk=duty.pk, due_at=duty.due_at)
        if duty.due_at <= now and unclaimed.update(due_at=now + task.lease):
            with log_context(duty=task.name):
                run_task(task, next_due_at=now + task.every)


def run_task(task, *, next_due_at):
    try:
        result = task.run()
    except Exception:  # mails must still be delivered
        logger.exception("Failed: %s", task.name)
        return
    Duty.objects.filter(name=task.name).update(due_at=next_due_at)
    logger.info("Done: %s (%s)", task.name, result)
