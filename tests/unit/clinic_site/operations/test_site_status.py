"""How the site is doing, as managers read it on the admin's home."""

import shutil
from datetime import timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clinic_site.models import Backup, Duty
from clinic_site.operations import scheduled, site_status
from consultations.models import OutgoingMail
from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
GIGABYTE = 1_000_000_000
TELL = "Tell the person who runs the site."
numbers = count(1)  # user names
NO_MAIL = f"No mail leaves, and nobody is told of overdue calls. {TELL}"


@pytest.fixture(autouse=True)
def _noon(clock):
    """Monday noon, the worker at work, room on the disk and a backup that was proved."""
    make_clinic()
    scheduled.do_what_is_due()
    Backup.objects.create(made_at=timezone.now(), file_name="clinic", size=1, checked_at=timezone.now())


@pytest.fixture(autouse=True)
def disk(monkeypatch):
    """A disk of 40 GB with 12 GB free, to change."""
    usage = SimpleNamespace(total=40 * GIGABYTE, free=12 * GIGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    return usage


def browser(*groups):
    client = Client()
    client.force_login(make_account(f"{next(numbers)}", groups=groups))
    return client


def home(*groups):
    return Page(browser(*groups or ["Manager"]).get("/admin/"))


def alarms():
    return home().texts(".condition__alarm")


def said(number):
    """The number-th thing that is said: 0 mails, 1 the worker, 2 the disk, while nothing alarms."""
    return home().texts(".condition li")[number]


def make_mail(*, waited=timedelta(), **fields):
    return OutgoingMail.objects.create(
        **{"kind": "overdue", "recipient": "desk@clinic.example", "created_at": timezone.now() - waited, **fields}
    )


def test_all_is_well():
    found = home().texts(".condition li")
    assert found[:3] == [
        "All mails to staff are delivered.",
        "The mail worker runs; it was last seen just now.",
        "12 GB of 40 GB are free on the disk where the site keeps its data.",
    ]
    about_the_database = ["The database may have a disk of its own, which cannot be seen from here."]
    assert found[3:-2] == (about_the_database if connection.vendor == "postgresql" else [])
    assert found[-2:] == [
        "The last backup was made just now.",
        "It was restored and compared just now: everything is in it.",
    ]
    assert alarms() == []


def test_it_is_told_to_those_who_may_change_the_clinic():
    assert {group: len(home(group).all(".condition")) for group in ["Front desk", "Editor", "Manager"]} == {
        "Front desk": 0,
        "Editor": 0,
        "Manager": 1,
    }


# Mails


@pytest.mark.parametrize(
    ("mails", "text"),
    [(1, "1 mail to staff has waited for 9 minutes."), (2, "2 mails to staff wait, the oldest for 9 minutes.")],
)
def test_a_mail_that_waits_is_told_with_the_time_from_which_it_is_late(mails, text):
    for minutes in [9, 4][:mails]:
        make_mail(waited=timedelta(minutes=minutes))
    assert said(0) == f"{text} That happens. If mail still waits at 12:01 p.m., tell the person who runs the site."
    assert alarms() == []


def test_a_mail_that_waits_for_ten_minutes_alarms():
    make_mail(waited=timedelta(minutes=10))
    assert alarms() == [f"1 mail to staff has waited for 10 minutes. {TELL}"]


def test_mails_that_were_sent_or_stopped_and_those_to_patients_are_not_told():
    hour = timedelta(hours=1)
    make_mail(waited=hour, sent_at=timezone.now())
    make_mail(waited=hour, given_up_at=timezone.now())
    stored = make_request()
    stored.mails.all().delete()
    make_mail(waited=hour, kind="confirmation", consultation_request=stored)
    assert said(0) == "All mails to staff are delivered."


# The worker


def test_a_worker_that_was_not_seen_for_more_than_six_minutes_does_not_run(clock):
    clock.shift(timedelta(minutes=6))
    assert said(1) == "The mail worker runs; it was last seen 6 minutes ago."
    clock.shift(1)
    assert alarms() == [f"The mail worker does not run: it was last seen 6 minutes ago. {NO_MAIL}"]
    scheduled.do_what_is_due()
    assert said(1) == "The mail worker runs; it was last seen just now."


def test_a_worker_whose_duty_fails_runs_all_the_same(clock, monkeypatch):
    clock.shift(timedelta(hours=1))
    monkeypatch.setattr("consultations.promises.report_overdue_calls", lambda: 1 / 0)
    scheduled.do_what_is_due()
    assert said(1) == "The mail worker runs; it was last seen just now."


def test_a_worker_that_was_never_started():
    Duty.objects.all().delete()
    assert alarms() == [f"The mail worker has never run. {NO_MAIL}"]


# The disk


@pytest.mark.parametrize(
    ("total", "free", "text"),
    [
        (40 * GIGABYTE, 4 * GIGABYTE, None),
        (40 * GIGABYTE, 4 * GIGABYTE - 1, "Only 4.0 GB of 40 GB are free"),
        (5 * GIGABYTE, GIGABYTE, None),
        (5 * GIGABYTE, GIGABYTE - 1_000_000, "Only 999 MB of 5.0 GB are free"),
        (40 * GIGABYTE, 0, "Only 0 MB of 40 GB are free"),
    ],
)
def test_a_disk_with_less_than_a_tenth_or_a_gigabyte_free_alarms(disk, total, free, text):
    disk.total, disk.free = total, free
    where = "on the disk where the site keeps its data. On a full disk nothing new can be stored, requests neither."
    assert alarms() == ([f"{text} {where} {TELL}"] if text else [])


def test_pictures_on_a_disk_of_their_own_are_told_of_too(settings):
    settings.MEDIA_ROOT = Path("/dev")  # another file system, wherever the tests run
    assert [finding.text for finding in site_status.disks()][:2] == [
        "12 GB of 40 GB are free on the disk where the site keeps its data.",
        "12 GB of 40 GB are free on the disk where the pictures are kept.",
    ]


def test_a_folder_that_is_gone_alarms(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "mount" / "media"
    assert alarms() == [f"The folder where the pictures are kept cannot be reached. {TELL}"]


# The page


def test_what_alarms_stands_first_on_the_list_and_the_list_on_the_page(disk, clock):
    assert [section["class"] for section in home().all("section.module")] == [
        ["module", "promises"],
        ["module", "condition"],
    ]
    disk.free = 0
    page = home()
    assert [section["class"] for section in page.all("section.module")] == [
        ["module", "condition"],
        ["module", "promises"],
    ]
    assert [text[:8] for text in page.texts(".condition li")][:3] == ["Only 0 M", "All mail", "The mail"]


def test_it_costs_four_queries_however_it_goes(clock):
    def queries():
        manager = browser("Manager")
        manager.get("/admin/")
        with CaptureQueriesContext(connection) as all_queries:
            manager.get("/admin/")
        with CaptureQueriesContext(connection) as of_findings:
            site_status.findings()
        return len(all_queries), len(of_findings)

    well = queries()
    clock.shift(timedelta(hours=1))
    for _ in range(5):
        make_mail(waited=timedelta(minutes=20))
    assert well == queries()
    assert well[1] == 4
