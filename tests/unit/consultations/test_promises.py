"""The promise to call: what staff are told, and what the admin's home says."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clinic_site.operations import scheduled
from consultations import promises
from consultations.desk import inbox
from consultations.desk.workflow import undo_last_step
from consultations.mail import compose, outbox
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail
from tests.factories import handle, make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/consultations/consultationrequest/"
TO_CLOSING = timedelta(hours=5)  # from Monday noon, when everybody is promised a call by five o'clock


@pytest.fixture
def stored(clock):
    return make_request(clinic=make_clinic())


def overdue_mails():
    return list(OutgoingMail.objects.filter(kind="overdue").order_by("pk"))


# Telling staff


def test_every_staff_address_gets_one_mail_about_all_that_became_overdue(stored, clock, settings):
    other = make_request(reason="Another.")
    clock.shift(TO_CLOSING + timedelta(seconds=1))
    assert scheduled.notify_of_overdue_calls() == 2
    mails = overdue_mails()
    assert [mail.recipient for mail in mails] == settings.STAFF_EMAILS
    references = f"{stored.reference}, {other.reference}"
    assert {mail.subject for mail in mails} == {f"2 patients are still waiting for a call: {references}"}
    assert mails[0].body == (
        "2 promised calls are overdue. Nobody has recorded a call to these patients yet.\n\n"
        f"{stored.reference}  by Monday, March 2, 2026, 5:00 PM CST\n"
        f"{other.reference}  by Monday, March 2, 2026, 5:00 PM CST\n\n"
        "Sign in to call them:\n"
        "http://testserver/admin/consultations/consultationrequest/\n"
    )


def test_the_mail_about_an_overdue_call_answers_the_one_about_the_request(stored, clock, settings):
    clock.shift(timedelta(days=1))
    promises.report_overdue_calls()
    outbox.deliver_due()
    for recipient in settings.STAFF_EMAILS:
        first, second = [sent for sent in mail.outbox if sent.to == [recipient]]
        assert second.subject == f"1 patient is still waiting for a call: {stored.reference}"
        assert second.extra_headers["References"] == first.extra_headers["Message-ID"]
        assert second.extra_headers["In-Reply-To"] == first.extra_headers["Message-ID"]


def test_nothing_is_reported_before_the_promised_time(stored, clock):
    clock.shift(TO_CLOSING)
    assert promises.report_overdue_calls() == 0
    assert overdue_mails() == []
    clock.shift(1)
    assert promises.report_overdue_calls() == 1


def test_each_request_is_reported_once(stored, clock):
    clock.shift(timedelta(days=1))
    promises.report_overdue_calls()
    late = make_request(reason="Another.")
    clock.shift(timedelta(days=1))
    assert promises.report_overdue_calls() == 1
    assert stored.reference in overdue_mails()[0].body
    assert (stored.reference in overdue_mails()[-1].body, late.reference in overdue_mails()[-1].body) == (False, True)


def test_undone_call_is_not_reported_again(stored, clock):
    clock.shift(timedelta(days=1))
    promises.report_overdue_calls()
    called = handle(stored, outcome="reached")
    undo_last_step(pk=stored.pk, seen_version=called.version, user=make_account(), address="")
    assert ConsultationRequest.objects.overdue(timezone.now()).get() == stored
    assert promises.report_overdue_calls() == 0


@pytest.mark.parametrize(
    ("what_staff_did", "told"),
    [
        ({"held": True}, 1),
        ({"note": "Rings tomorrow."}, 1),
        ({"outcome": "no_answer"}, 0),
        ({"state": "closed"}, 0),
        ({"state": "spam"}, 0),
    ],
)
def test_held_requests_are_reported_and_called_or_ended_ones_are_not(stored, clock, what_staff_did, told):
    handle(stored, **what_staff_did)
    clock.shift(timedelta(days=1))
    assert promises.report_overdue_calls() == told


def test_a_request_without_a_promise_is_never_overdue(clock):
    make_request(clinic=make_clinic(days=[]))
    clock.shift(timedelta(days=9))
    assert promises.report_overdue_calls() == 0


def test_many_overdue_requests_make_one_short_mail(stored, clock):
    for number in range(24):
        make_request(reason=f"Reason {number}")
    clock.shift(timedelta(days=200))
    assert promises.report_overdue_calls() == 25
    body, subject = overdue_mails()[0].body, overdue_mails()[0].subject
    assert subject.endswith(" and more")
    assert subject.count("-") == compose.MAX_IN_SUBJECT
    assert body.count("  by Monday") == compose.MAX_LISTED
    assert body.splitlines()[22] == "and 5 more"
    assert len(overdue_mails()) == 2


def test_overdue_mail_contains_no_patient_data(stored, clock):
    clock.shift(timedelta(days=1))
    promises.report_overdue_calls()
    mail = overdue_mails()[0]
    for typed in ["Maria", "Kowalska", "0142", "maria@", "knee", str(stored.token)]:
        assert typed not in mail.subject + mail.body


def test_overdue_mail_uses_the_clinics_time_zone(clock):
    make_request(clinic=make_clinic(time_zone="America/New_York"))
    clock.shift(timedelta(days=1))
    scheduled.notify_of_overdue_calls()
    assert "by Monday, March 2, 2026, 5:00 PM EST" in overdue_mails()[0].body


def test_nothing_is_marked_as_reported_if_its_mail_cannot_be_queued(stored, clock, monkeypatch):
    clock.shift(timedelta(days=1))
    with monkeypatch.context() as broken:
        broken.setattr(promises, "queue_overdue", lambda rows, count: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            promises.report_overdue_calls()
    assert promises.report_overdue_calls() == 1


def test_the_worker_looks_every_minute():
    assert {task.name: task.every for task in scheduled.TASKS}["notify staff of overdue calls"] == timedelta(minutes=1)


@pytest.mark.on_both_databases
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_concurrent_workers_report_each_request_once():
    """SQLite lets one write at a time anyway, and one in memory refuses the others instead of having them wait."""
    at_once = 4 if connection.vendor == "postgresql" else 1
    stored = [make_request(clinic=make_clinic(days=range(7)), reason=f"Reason {number}") for number in range(30)]
    promised = timezone.now() - timedelta(minutes=1)
    ConsultationRequest.objects.update(call_by=promised, call_due_at=promised)
    start, told = threading.Barrier(at_once), []

    def work():
        start.wait()
        try:
            told.append(promises.report_overdue_calls())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for first in range(0, 4, at_once):
        for worker in workers[first : first + at_once]:
            worker.start()
        for worker in workers[first : first + at_once]:
            worker.join()
    assert sorted(told) == [0, 0, 0, len(stored)]
    assert len(overdue_mails()) == 2


# Measuring


def called_after(wait, **answers):
    """A request of now whose first call comes `wait` later."""
    stored = make_request(**answers)
    ConsultationRequest.objects.filter(pk=stored.pk).update(
        state="contacted", call_due_at=None, first_called_at=timezone.now() + wait
    )
    return stored


def measure():
    return promises.measure_promises(timezone.now())


def test_promises_are_kept_when_the_first_call_comes_by_the_promised_time(stored, clock):
    called_after(TO_CLOSING, reason="Just in time.")
    called_after(TO_CLOSING + timedelta(seconds=1), reason="Too late.")
    clock.shift(timedelta(days=2))
    assert {name: measure()[name] for name in ("due", "kept", "overdue")} == {"due": 3, "kept": 1, "overdue": 1}


def test_promises_count_for_thirty_days_from_when_they_fell_due(stored, clock):
    clock.shift(TO_CLOSING)
    assert measure()["due"] == 0
    clock.shift(1)
    assert measure()["due"] == 1
    clock.shift(timedelta(days=30, seconds=-1))
    assert measure()["due"] == 1
    clock.shift(1)
    assert measure()["due"] == 0


@pytest.mark.parametrize(
    ("state", "ended_after", "counts"),
    [
        ("closed", timedelta(hours=1), (0, 0)),  # nobody needed the call any more
        ("closed", timedelta(hours=6), (1, 0)),
        ("spam", timedelta(hours=6), (0, 0)),
        ("new", timedelta(hours=6), (1, 0)),
    ],
)
def test_request_without_a_call_counts_unless_it_needed_none(stored, clock, state, ended_after, counts):
    clock.shift(ended_after)
    handle(stored, state=state)
    clock.shift(timedelta(days=1))
    assert (measure()["due"], measure()["kept"]) == counts


def test_a_contact_after_a_hasty_close_keeps_the_promise(stored, clock):
    handle(stored, state="closed")
    handle(stored, state="contacted")
    clock.shift(timedelta(days=1))
    assert (measure()["due"], measure()["kept"]) == (1, 1)


def test_called_request_that_is_new_again_is_not_overdue(stored, clock):
    handle(stored, outcome="reached")
    handle(stored, state="new")
    clock.shift(timedelta(days=1))
    assert promises.report_overdue_calls() == 0
    assert (measure()["overdue"], measure()["kept"]) == (0, 1)


def test_a_call_that_closes_the_request_at_once_keeps_the_promise(stored, clock):
    clock.shift(timedelta(hours=1))
    handle(stored, outcome="reached", state="closed")
    clock.shift(timedelta(days=1))
    assert (measure()["due"], measure()["kept"], measure()["median"]) == (1, 1, timedelta(hours=1))


def test_undone_call_keeps_no_promise(stored, clock):
    called = handle(stored, outcome="reached", state="closed")
    undo_last_step(pk=stored.pk, seen_version=called.version, user=make_account(), address="")
    clock.shift(timedelta(days=1))
    assert (measure()["due"], measure()["kept"], measure()["median"]) == (1, 0, None)


@pytest.mark.parametrize(
    ("minutes", "median"), [([], None), ([7], 7), ([5, 80, 600], 80), ([10, 20, 60, 600], 40), ([30, 30], 30)]
)
def test_median_of_the_waits_for_the_first_call(clock, minutes, median):
    make_clinic()
    for number, minute in enumerate(minutes):
        called_after(timedelta(minutes=minute), reason=f"Reason {number}")
    clock.shift(timedelta(days=1))
    assert measure()["median"] == (median and timedelta(minutes=median))


def test_median_counts_first_calls_of_thirty_days_also_without_a_promise(clock):
    make_clinic(days=[])
    called_after(timedelta(minutes=5))
    clock.shift(timedelta(days=30, minutes=5))
    assert measure()["median"] == timedelta(minutes=5)
    clock.shift(1)
    assert measure()["median"] is None


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(hours=1, minutes=20, seconds=40), "1 hour 20 minutes"),
        (timedelta(seconds=59), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(days=2, hours=3), "2 days 3 hours"),
    ],
)
def test_waits_are_formatted_in_words(wait, words):
    assert promises.format_wait(wait) == words


@pytest.mark.on_both_databases
@pytest.mark.parametrize(
    ("index", "queryset"),
    [
        ("request_call_by", lambda now: promises.find_due_promises(now - promises.MEASURED, now)),
        ("request_first_called", lambda now: promises.find_first_calls(now - promises.MEASURED, now)),
    ],
)
def test_measuring_reads_the_rows_of_a_month_by_their_index(index, queryset):
    """Not every row that there ever was; whether the condition of a partial index fits a query, databases differ."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # it would read the few rows of a test in one go
    assert index in queryset(timezone.now()).order_by().explain()  # as it is measured: counted, in no order


# The admin's home


def home(groups=("Front desk",)):
    client = Client()
    client.force_login(make_account(f"{groups} {timezone.now():%H%M}", groups=groups))
    return Page(client.get("/admin/"))


def test_home_shows_the_figures_of_the_promises(stored, clock):
    assert home().texts(".promises li") == [
        "No calls are overdue.",
        "1 more call is promised for today.",
        "No calls were promised for the last 30 days.",
    ]
    called_after(timedelta(hours=1, minutes=20), reason="Called.")
    make_request(subject="x", reason="Held.")
    clock.shift(timedelta(hours=6))
    page = home()
    assert page.texts(".promises li") == [
        "2 calls are overdue, 1 of them for requests held as possible spam",
        "No more calls are promised for today.",
        "In the last 30 days, 1 of 3 promised calls were made on time.",
        "Half of all patients waited at most 1 hour 20 minutes for their first call, counting nights and days off.",
    ]
    assert page.links("2 calls are overdue") == [LIST]


def test_home_shows_them_only_to_staff_who_may_see_requests(stored):
    assert home(groups=["Editor"]).all(".promises") == []
    assert len(home(groups=["Manager"]).all(".promises")) == 1


def queries_of_home(groups):
    client = Client()
    client.force_login(make_account(f"{groups[0]} {ConsultationRequest.objects.count()}", groups=groups))
    client.get("/admin/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/admin/")
    return [query["sql"] for query in queries if "consultationrequest" in query["sql"]]


def test_home_takes_as_many_queries_for_many_requests_as_for_one_and_none_for_others(stored, clock):
    called_after(timedelta(hours=1), reason="Called.")
    clock.shift(timedelta(hours=2))
    assert len(queries_of_home(["Front desk"])) == 10
    for number in range(10):
        called_after(timedelta(hours=number), reason=f"Reason {number}")
    clock.shift(timedelta(days=1))
    assert len(queries_of_home(["Front desk"])) == 10
    assert queries_of_home(["Editor"]) == []


def test_home_begins_with_the_first_calls_to_make_and_records_who_saw_them(stored, clock):
    asked = [stored, *(make_request(reason=f"Reason {number}", best_time="any") for number in range(5))]
    make_request(reason="Held.", subject="x")
    AccessRecord.objects.all()._raw_delete("default")
    page = home()
    assert page.texts("#content h2")[:2] == ["Who to call now", "Promised calls"]
    assert len(page.texts(".calls li")) == inbox.AT_HOME
    assert page.texts(".calls li")[0] == (
        "Maria Kowalska (312) 555-0142 Call by 5 p.m. today Polish, interpreter needed"
    )
    assert page.links("(312) 555-0142")[0] == "tel:+13125550142"
    assert page.links("Maria Kowalska")[0] == f"{LIST}{stored.pk}/change/"
    record = AccessRecord.objects.get()
    assert (record.action, record.details.split()) == ("list", [row.reference for row in asked[:5]])


def test_home_tells_of_visits_whose_outcome_is_open(stored, clock):
    handle(stored, state="scheduled", visit_on=timezone.localdate() + timedelta(days=1))
    assert "came" not in home().text(".calls")
    clock.shift(timedelta(days=1, minutes=1))
    assert home().links("1 visit: say whether the patient came") == [f"{LIST}?tab=scheduled"]


def test_home_and_tabs_count_alike(stored, staff):
    make_request(reason="Held.", subject="x")
    make_request(reason="Bill.", matter="bill")
    counted = [words for words in Page(staff.get(LIST)).texts(".tabs a") if "(" in words]
    assert Page(staff.get("/admin/")).texts(".calls p a") == counted
    assert counted == ["To call (1)", "Questions (1)", "Mine (0)", "Possible spam (1)"]


def test_home_names_no_patient_to_editors(stored):
    AccessRecord.objects.all()._raw_delete("default")
    page = home(["Editor"])
    assert "Kowalska" not in page.text("#content")
    assert AccessRecord.objects.count() == 0


def test_home_of_the_front_desk_without_calls_says_so(clock):
    make_clinic()
    assert home().texts(".calls li") == ["No calls to make right now."]
