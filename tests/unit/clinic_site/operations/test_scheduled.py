from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from clinic_site.models import Duty
from clinic_site.operations import scheduled
from tests.factories import MONDAY_NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """A list that grows each time the only task is run."""
    done = []
    monkeypatch.setattr(scheduled, "TASKS", [scheduled.Task("sweep", timedelta(days=1), lambda: done.append(1))])
    return done


def test_a_duty_is_done_once_a_day(clock, done):
    for _ in range(3):
        scheduled.run_due_tasks()
    assert len(done) == 1
    clock.shift(timedelta(days=1))
    scheduled.run_due_tasks()
    assert len(done) == 2


def test_a_duty_that_another_worker_has_is_left_to_it(clock, done):
    Duty.objects.create(name="sweep", due_at=MONDAY_NOON + scheduled.LEASE)
    scheduled.run_due_tasks()
    assert done == []


def test_a_duty_that_fails_is_tried_again_after_its_lease(clock, monkeypatch, caplog):
    monkeypatch.setattr(scheduled, "TASKS", [scheduled.Task("sweep", timedelta(days=1), lambda: 1 / 0)])
    scheduled.run_due_tasks()
    assert "Failed: sweep" in caplog.text
    assert Duty.objects.get().due_at == MONDAY_NOON + scheduled.LEASE


def test_a_frequent_duty_that_fails_is_tried_again_as_soon_as_usual(clock, monkeypatch):
    monkeypatch.setattr(scheduled, "TASKS", [scheduled.Task("sweep", timedelta(minutes=5), lambda: 1 / 0)])
    scheduled.run_due_tasks()
    assert Duty.objects.get().due_at == MONDAY_NOON + timedelta(minutes=5)


def test_a_duty_is_done_in_the_first_round_of_a_new_site(done):
    scheduled.run_due_tasks()  # while the clock runs
    assert len(done) == 1


def test_expired_sessions_are_deleted(clock):
    for name, seconds in [("old", -1), ("open", 60)]:
        Session.objects.create(
            session_key=name, session_data="", expire_date=timezone.now() + timedelta(seconds=seconds)
        )
    assert scheduled.delete_expired_sessions() == 1
    assert Session.objects.get().session_key == "open"


def test_the_purge_is_one_of_them():
    assert {task.name: task.every for task in scheduled.TASKS}["purge"] == timedelta(days=1)
