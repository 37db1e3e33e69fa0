"""What the figures of a period count, on the database."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from clinic_site.statistics.floor import Published
from clinic_site.statistics.monthly import read_figures, read_views
from clinic_site.statistics.periods import Period
from consultations.desk.workflow import undo_last_step
from consultations.models import ConsultationRequest
from consultations.promises import find_due_promises, is_due_promise
from tests.factories import CHICAGO, MONDAY_NOON, handle, make_request
from tests.months import ask, read
from tests.staff import make_account

pytestmark = pytest.mark.usefixtures("clinic")
FEBRUARY = Period.read("2026-02")


def figures_of(code="2026-02"):
    (figures,), _ = read_figures([Period.read(code)], timezone.now())
    return figures


# Reading


def test_views_of_a_month_are_those_of_its_days():
    read("home", 30, date(2026, 2, 1))
    read("home", 12, date(2026, 2, 28))
    read("home", 7, date(2026, 1, 31))
    read("home", 8, date(2026, 3, 1))
    pages, languages = read_views([FEBRUARY], date(2026, 3, 1))[FEBRUARY]
    assert (pages, languages) == (Published(42, {"home": 42}, 0), Published(42, {"en": 42}, 0))
    assert read_views([FEBRUARY], FEBRUARY.last)[FEBRUARY][0] == Published(40, {"home": 40}, 0)


def test_views_are_published_by_page_and_by_language():
    read("home", 30, date(2026, 2, 1))
    read("home", 3, date(2026, 2, 1), "pl")
    read("contact", 2, date(2026, 2, 3), "ar")
    read("contact", 20, date(2026, 2, 4), "es")
    pages, languages = read_views([FEBRUARY], date(2026, 3, 1))[FEBRUARY]
    assert pages == Published(55, {"home": 33, "contact": 22}, 0)
    assert languages == Published(55, {"en": 30, "es": 20}, 5)


def test_a_quarter_adds_up_what_its_months_tell_and_not_what_is_stored():
    """The difference between both would be January's views of the contact page."""
    quarter = Period.read("2026-Q1")
    for page, views in {"home": 50, "contact": 3, "services": 20}.items():
        read(page, views, date(2026, 1, 7))
    for page, views in {"home": 50, "contact": 30, "services": 20}.items():
        read(page, views, date(2026, 2, 7))
    read("home", 4, date(2026, 3, 1))
    pages, _ = read_views([quarter], date(2026, 3, 2))[quarter]
    assert pages == Published(173, {"home": 100, "contact": 30, "services": 20}, 23)


# Requests


def test_a_request_counts_in_the_month_of_the_clinics_clock_in_which_it_arrived():
    last_minute = datetime(2026, 2, 28, 23, 59, tzinfo=CHICAGO)
    ConsultationRequest.objects.filter(pk=ask(date(2026, 2, 3)).pk).update(received_at=last_minute)
    ask(date(2026, 3, 1))
    assert (figures_of().total.requests, figures_of("2026-03").total.requests) == (1, 1)


def test_what_became_of_the_requests():
    day = date(2026, 2, 3)
    ask(day)
    ask(day, state="tried", called=12, last_outcome="no_answer", last_called_at=MONDAY_NOON)
    ask(day, state="contacted", called=12, last_outcome="voicemail", last_called_at=MONDAY_NOON)
    ask(day, state="contacted", called=12, last_outcome="reached", last_called_at=MONDAY_NOON)
    ask(day, state="scheduled", called=12, visit_on=date(2026, 3, 9))
    ask(day, state="scheduled", called=12, visit_on=date(2026, 2, 9), came=True)
    ask(day, state="closed", called=12, visit_on=date(2026, 2, 9), came=False, closed_because="declined")
    ask(day, state="closed", called=12, closed_because="unreachable")
    total = figures_of().total
    assert (total.requests, total.reached, total.scheduled, total.came, total.did_not_come) == (8, 4, 3, 1, 1)
    assert total.not_called == 1


def test_requests_are_told_apart_by_page_language_campaign_and_patient():
    ask(date(2026, 2, 3), source_page="article-12", campaign="spring-flyer", language="es", patient_status="new")
    ask(date(2026, 2, 4), source_page="article-12", language="pl", patient_status="returning")
    ask(date(2026, 2, 5), language="pl", patient_status="returning")
    figures = figures_of()
    assert {name: tally.requests for name, tally in figures.by_page.items()} == {"article-12": 2, "": 1}
    assert {name: tally.requests for name, tally in figures.by_language.items()} == {"es": 1, "pl": 2}
    assert {name: tally.requests for name, tally in figures.by_campaign.items()} == {"spring-flyer": 1, "": 2}
    assert {name: tally.requests for name, tally in figures.by_patient.items()} == {"new": 1, "returning": 2}


def test_spam_held_requests_and_questions_are_counted_apart():
    ask(date(2026, 2, 3))
    ask(date(2026, 2, 3), state="spam", held=True)
    ask(date(2026, 2, 3), held=True)
    ask(date(2026, 2, 3), matter="bill", call_by=None)
    figures = figures_of()
    assert figures.total.requests == 1
    assert dict(figures.apart) == {"spam": 1, "held": 1, "questions": 1}


def test_closed_requests_are_counted_by_reason():
    for reason in ("declined", "declined", "duplicate"):
        ask(date(2026, 2, 3), state="closed", closed_because=reason)
    assert dict(figures_of().closed) == {"declined": 2, "duplicate": 1}


def test_who_was_reached_or_scheduled_once_counts_whatever_came_after_it():
    voicemail_only, reached, called_off, undone = (make_request(reason=f"Request {number}.") for number in range(4))
    for outcome in ("voicemail", "no_answer"):
        handle(voicemail_only, outcome=outcome)
    for outcome in ("reached", "voicemail"):
        handle(reached, outcome=outcome)
    handle(called_off, outcome="reached")
    handle(called_off, state="scheduled")
    handle(called_off, state="closed", closed_because="canceled")
    version = handle(undone, outcome="reached").version
    undo_last_step(pk=undone.pk, seen_version=version, user=make_account(), address="")
    total = figures_of("2026-03").total
    assert (total.requests, total.reached, total.scheduled) == (4, 2, 1)


def test_half_of_the_first_calls_came_within_the_median_wait():
    for called in (11, 13, 18):
        ask(date(2026, 2, 3), state="contacted", called=called, language="pl")
    ask(date(2026, 2, 3), state="spam", language="es")
    ask(date(2026, 2, 3), state="closed", language="es")
    figures = figures_of()
    assert figures.by_language["pl"].median_wait == timedelta(hours=3)
    assert figures.by_language["es"].median_wait is None


def test_who_still_waits_for_the_first_call_counts_with_the_time_until_now(clock):
    clock.move_to(datetime(2026, 2, 4, 10, tzinfo=CHICAGO))
    ask(date(2026, 2, 3), state="contacted", called=12)
    ask(date(2026, 2, 3))
    assert figures_of().total.median_wait == timedelta(hours=13)


def test_promises_of_the_month_that_were_kept():
    ask(date(2026, 2, 3), state="contacted", called=12)
    ask(date(2026, 2, 3), state="contacted", called=17)
    ask(date(2026, 2, 3))
    ask(date(2026, 2, 3), state="closed", ended_at=datetime(2026, 2, 3, 11, tzinfo=CHICAGO))
    figures = figures_of()
    assert (figures.promises_kept, figures.promises) == (1, 3)


def test_the_report_and_the_home_page_take_the_same_promises_for_due():
    day = date(2026, 2, 3)
    early, late = (datetime(2026, 2, 3, hour, tzinfo=CHICAGO) for hour in (11, 18))
    for called in (None, 12, 17):
        ask(day, called=called)
        ask(day, called=called, state="contacted")
        ask(day, called=called, state="spam")
        for ended_at in (early, late):
            ask(day, called=called, state="closed", ended_at=ended_at)
        ask(day, called=called, call_by=None, state="contacted")
    ask(date(2026, 3, 2))  # due at 4 p.m.
    now = timezone.now()
    counted = {request.pk for request in ConsultationRequest.objects.all() if is_due_promise(request, now)}
    assert len(counted) == 11
    assert counted == set(find_due_promises(now - timedelta(days=365), now).values_list("pk", flat=True))


# What is due


def test_what_is_due_now_counts_whenever_it_arrived():
    ask(date(2025, 5, 5))  # nobody called
    ask(date(2025, 5, 5), held=True, call_by=MONDAY_NOON + timedelta(hours=1))
    ask(date(2025, 5, 5), state="scheduled", visit_on=date(2026, 3, 2))  # today
    ask(date(2025, 5, 5), state="scheduled", visit_on=date(2026, 3, 3))
    ask(date(2025, 5, 5), state="closed", visit_on=date(2026, 2, 27), came=True, closed_because="came")
    _, due = read_figures([FEBRUARY], timezone.now())
    assert dict(due) == {"overdue": 1, "held": 1, "visits": 1}
