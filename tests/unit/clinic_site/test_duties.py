from datetime import timedelta

import pytest

from clinic_site import duties
from clinic_site.models import Duty
from tests.factories import MONDAY_NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """The moments at which the one duty was done."""
    done = []
    monkeypatch.setattr(duties, "TASKS", [duties.Task("sweep", timedelta(days=1), lambda: done.append(1))])
    return done


def test_a_duty_is_done_once_a_day(clock, done):
    for _ in range(3):
        duties.do_what_is_due()
    assert len(done) == 1
    clock.shift(timedelta(days=1))
    duties.do_what_is_due()
    assert len(done) == 2


def test_a_duty_that_another_worker_has_is_left_to_it(clock, done):
    Duty.objects.create(name="sweep", due_at=MONDAY_NOON + duties.LEASE)
    duties.do_what_is_due()
    assert done == []


def test_a_duty_that_fails_is_tried_again_after_its_lease(clock, monkeypatch, caplog):
    monkeypatch.setattr(duties, "TASKS", [duties.Task("sweep", timedelta(days=1), lambda: 1 / 0)])
    duties.do_what_is_due()
    assert "Not done: sweep" in caplog.text
    assert Duty.objects.get().due_at == MONDAY_NOON + duties.LEASE


def test_the_purge_is_one_of_them():
    assert {task.name: task.every for task in duties.TASKS}["purge"] == timedelta(days=1)
