"""The mail about the last month."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_site.facts import forget_facts
from clinic_site.models import Clinic, Duty
from clinic_site.operations.scheduled import run_due_tasks
from clinic_site.statistics import mail
from clinic_site.statistics.mail import mail_last_month
from consultations.models import OutgoingMail
from consultations.privacy.retention import purge
from tests.factories import CHICAGO
from tests.months import ask, read

SUBJECT = "The website in February 2026"


@pytest.fixture
def _is_wanted(clinic):
    Clinic.objects.update(mail_monthly_totals=True)
    forget_facts()


def mails():
    return OutgoingMail.objects.filter(kind="digest").order_by("pk")


def at(*moment):
    """Runs the duties of a worker at that moment, as if it had just started again."""
    with time_machine.travel(datetime(*moment, tzinfo=CHICAGO), tick=False):
        Duty.objects.update(due_at=timezone.now())
        run_due_tasks()


def test_no_mail_is_sent_unless_the_manager_wants_it(clinic):
    mail_last_month()
    assert not mails().exists()


@pytest.mark.usefixtures("_is_wanted")
def test_it_goes_to_each_address_of_the_staff_once():
    for _ in range(3):
        mail_last_month()
    assert [(each.recipient, each.subject) for each in mails()] == [
        ("front-desk@clinic.example", SUBJECT), ("manager@clinic.example", SUBJECT),
    ]  # fmt: skip


@pytest.mark.usefixtures("_is_wanted")
def test_a_second_worker_at_the_same_moment_adds_none(monkeypatch):
    def another_worker_was_quicker(*args):
        monkeypatch.undo()
        mail_last_month()
        return compose(*args)

    compose = mail.compose_staff_mails
    monkeypatch.setattr(mail, "compose_staff_mails", another_worker_was_quicker)
    mail_last_month()
    assert mails().count() == 2


@pytest.mark.usefixtures("_is_wanted")
def test_it_comes_on_the_first_by_the_clinics_clock():
    OutgoingMail.objects.all().delete()
    at(2026, 3, 31, 23, 30)  # already April in UTC
    at(2026, 4, 1, 0, 30)  # processes may still be storing what was read in the last minute
    assert not mails().exists()
    at(2026, 4, 1, 1, 30)
    assert {each.subject for each in mails()} == {"The website in March 2026"}


@pytest.mark.usefixtures("_is_wanted")
def test_a_worker_that_was_down_on_the_first_sends_it_later_that_month():
    at(2026, 4, 17, 12)
    assert {each.subject for each in mails()} == {"The website in March 2026"}


@pytest.mark.whole
@pytest.mark.usefixtures("_is_wanted")
def test_each_month_brings_one_mail_although_old_mails_are_erased():
    sent, moment = [], datetime(2026, 4, 1, 2, tzinfo=CHICAGO)
    while moment < datetime(2026, 7, 1, tzinfo=CHICAGO):
        with time_machine.travel(moment, tick=False):
            mail_last_month()
            sent += [(moment.month, moment.day)] * mails().filter(sent_at=None).count()
            mails().update(sent_at=moment)
            purge()
        moment += timedelta(hours=12)
    assert sent == [(month, 1) for month in (4, 5, 6) for _ in range(2)]


@pytest.mark.usefixtures("_is_wanted")
def test_it_tells_totals_by_the_floor():
    read("home", 1200, date(2026, 2, 3))
    read("home", 40, date(2026, 2, 3), "pl")
    read("home", 3, date(2026, 2, 3), "ar")
    read("home", 900, date(2026, 1, 3))
    for number in range(12):
        ask(date(2026, 2, 3), state="scheduled", visit_on=date(2026, 2, 9), came=number < 10)
    for _ in range(6):
        ask(date(2026, 2, 3))
    ask(date(2026, 1, 3))
    mail_last_month()
    assert mails()[0].body.splitlines() == [
        "February 2026",
        "",
        "Page views: 1,243",
        "  English: 1,200",
        "  all others: 43",
        "",
        "Requests for a consultation: 18",
        "  came: 10",
        "  all others: 8",
        "",
        "January 2026: 900 page views, under 5 requests",
        "February 2025: under 5 page views, under 5 requests",
        "",
        "Numbers under 5 are not told in an email, and are added up so that they cannot be worked out.",
        "",
        "Sign in to see the month by page, language and source:",
        "http://testserver/admin/clinic_site/pageviews/?period=2026-02",
    ]


@pytest.mark.usefixtures("_is_wanted")
def test_it_tells_nothing_about_a_patient():
    ask(date(2026, 2, 3), source_page="article-12")
    mail_last_month()
    assert not any(word in mails()[0].body for word in ("Kowalska", "555", "knee", "article", "Reference"))
