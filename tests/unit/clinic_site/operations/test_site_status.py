"""What the admin's home tells managers about the site."""

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

from articles.models import Article
from clinic_site.facts import read_clinic
from clinic_site.models import Backup, Duty
from clinic_site.operations import scheduled, site_status
from consultations.models import OutgoingMail
from tests.factories import make_clinic, make_price, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
GIGABYTE = 1_000_000_000
TELL = "Tell the person who runs the site."
numbers = count(1)  # user names
NO_MAIL = f"{TELL} No mail is sent, and nobody is notified of overdue calls."


@pytest.fixture(autouse=True)
def _noon(clock):
    """Monday noon, with the notice of estimates, a running worker, a free disk and a verified backup."""
    make_price()
    make_clinic()
    scheduled.run_due_tasks()
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


def finding(number):
    """One finding, while none is alarming: 0 about mails, 1 the worker, 2 the disk."""
    return home().texts(".condition li")[number]


def make_mail(*, waited=timedelta(), **fields):
    return OutgoingMail.objects.create(
        **{"kind": "overdue", "recipient": "desk@clinic.example", "created_at": timezone.now() - waited, **fields}
    )


def test_all_is_well():
    found = home().texts(".condition li")
    assert found[:3] == [
        "All emails to staff have been sent.",
        "The program that sends mail is running; it was last active just now.",
        "12 GB of 40 GB are free on the disk where the site keeps its data.",
    ]
    about_the_database = ["Requests may be kept on another disk, which cannot be checked from here."]
    assert found[3:-2] == (about_the_database if connection.vendor == "postgresql" else [])
    assert found[-2:] == [
        "The last backup was made just now.",
        "The last backup was tested just now: nothing is missing.",
    ]
    assert alarms() == []


def test_managers_are_told_that_a_notice_is_missing_until_a_price_is_published():
    Article.objects.update(published_at=timezone.now() + timedelta(days=1))
    assert alarms() == [
        "The site lacks the notice about good faith estimates that federal law asks of a clinic's website (45 CFR "
        "149.610). To add it, publish the first price or part of the page “Costs and insurance” under Articles."
    ]
    make_price()
    assert alarms() == []


def test_findings_are_for_those_who_may_change_the_clinic():
    assert {group: len(home(group).all(".condition")) for group in ["Front desk", "Editor", "Manager"]} == {
        "Front desk": 0,
        "Editor": 0,
        "Manager": 1,
    }


# Mails


@pytest.mark.parametrize(
    ("mails", "text"),
    [
        (1, "1 email to staff has been waiting for 9 minutes."),
        (2, "2 emails to staff are waiting, the oldest for 9 minutes."),
    ],
)
def test_waiting_mail_comes_with_the_time_from_which_it_is_late(mails, text):
    for minutes in [9, 4][:mails]:
        make_mail(waited=timedelta(minutes=minutes))
    assert (
        finding(0)
        == f"{text} This can happen. If mail is still waiting at 12:01 p.m., tell the person who runs the site."
    )
    assert alarms() == []


def test_a_mail_that_waits_for_ten_minutes_alarms():
    make_mail(waited=timedelta(minutes=10))
    assert alarms() == [f"1 email to staff has been waiting for 10 minutes. {TELL}"]


def test_mails_that_were_sent_or_stopped_and_those_to_patients_do_not_count():
    hour = timedelta(hours=1)
    make_mail(waited=hour, sent_at=timezone.now())
    make_mail(waited=hour, given_up_at=timezone.now())
    stored = make_request()
    stored.mails.all().delete()
    make_mail(waited=hour, kind="confirmation", consultation_request=stored)
    assert finding(0) == "All emails to staff have been sent."


@pytest.mark.parametrize("failure", ["refused", "unwelcome"])
def test_a_refused_mail_to_staff_alarms_at_once(failure):
    make_mail(waited=timedelta(), last_failure=failure)
    assert alarms() == [f"Emails to staff are refused. {TELL}"]


def test_mails_to_patients_that_are_refused_for_the_sites_sake_alarm():
    stored = make_request()
    stored.mails.all().delete()
    make_mail(waited=timedelta(), kind="confirmation", consultation_request=stored, last_failure="unwelcome")
    assert alarms() == [f"Emails to patients are refused. {TELL}"]


# The worker


def test_a_worker_that_was_not_seen_for_more_than_six_minutes_does_not_run(clock):
    clock.shift(timedelta(minutes=6))
    assert finding(1) == "The program that sends mail is running; it was last active 6 minutes ago."
    clock.shift(1)
    assert alarms() == [f"The program that sends mail is not running: it was last active 6 minutes ago. {NO_MAIL}"]
    scheduled.run_due_tasks()
    assert finding(1) == "The program that sends mail is running; it was last active just now."


def test_a_worker_whose_duty_fails_runs_all_the_same(clock, monkeypatch):
    clock.shift(timedelta(hours=1))
    monkeypatch.setattr("consultations.promises.report_overdue_calls", lambda: 1 / 0)
    scheduled.run_due_tasks()
    assert finding(1) == "The program that sends mail is running; it was last active just now."


def test_a_worker_that_was_never_started():
    Duty.objects.all().delete()
    assert alarms() == [f"The program that sends mail has never run. {NO_MAIL}"]


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
    where = "on the disk where the site keeps its data."
    advice = f"{TELL} When the disk is full, nothing new can be stored, including requests."
    assert alarms() == ([f"{text} {where} {advice}"] if text else [])


def test_a_separate_disk_for_pictures_is_checked_too(settings):
    settings.MEDIA_ROOT = Path("/dev")  # another file system, wherever the tests run
    assert [found.text for found in site_status.check_disks()][:2] == [
        "12 GB of 40 GB are free on the disk where the site keeps its data.",
        "12 GB of 40 GB are free on the disk where the pictures are kept.",
    ]


def test_a_folder_that_is_gone_alarms(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "mount" / "media"
    assert alarms() == [f"The folder where the pictures are kept cannot be reached. {TELL}"]


# The page


def test_alarming_findings_come_first_in_the_list_and_the_list_on_the_page(disk, clock):
    assert [section["class"] for section in home().all("section.module")] == [
        ["module", "calls"],
        ["module", "promises"],
        ["module", "month"],
        ["module", "condition"],
    ]
    disk.free = 0
    page = home()
    assert [section["class"] for section in page.all("section.module")] == [
        ["module", "condition"],
        ["module", "calls"],
        ["module", "promises"],
        ["module", "month"],
    ]
    assert [text[:8] for text in page.texts(".condition li")][:3] == ["Only 0 M", "All emai", "The prog"]


def test_findings_take_the_same_number_of_queries_whatever_they_are(clock):
    clinic = read_clinic()

    def queries():
        manager = browser("Manager")
        manager.get("/admin/")
        with CaptureQueriesContext(connection) as all_queries:
            manager.get("/admin/")
        with CaptureQueriesContext(connection) as of_findings:
            site_status.list_findings(clinic)
        return len(all_queries), len(of_findings)

    well = queries()
    clock.shift(timedelta(hours=1))
    for _ in range(5):
        make_mail(waited=timedelta(minutes=20))
    assert well == queries()
    assert well[1] == 4
