"""One request on paper."""

from datetime import date, timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from consultations.desk.workflow import DID_NOT_COME, undo_last_step
from consultations.models import AccessRecord
from tests.factories import handle, make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account, records

pytestmark = pytest.mark.django_db
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def stored(clock):
    return make_request(clinic=make_clinic(), reason="My knee.\nBoth of them. <b>!</b>")


def sheet(client, stored):
    return Page(client.get(f"{LIST}{stored.pk}/print/"))


def facts(page):
    return dict(zip(page.texts(".print-sheet dt"), page.texts(".print-sheet dd"), strict=True))


def test_sheet_says_what_the_call_needs(staff, stored):
    page = sheet(staff, stored)
    assert page.text("h1") == f"Request {stored.reference}"
    assert facts(page) == {
        "Call by": "Monday, March 2, 2026, 5:00 PM",
        "Received": "Monday, March 2, 2026, 12:00 PM",
        "State": "New",
        "Full name": "Maria Kowalska",
        "Phone": "(312) 555-0142",
        "Email": "maria@example.net",
        "Voicemail allowed": "Yes",
        "Best time to call": "Afternoon",
        "Preferred language": "Polski",
        "Interpreter needed": "Yes",
        "Language of the page": "English",
        "What it is about": "A consultation",
        "New or returning patient": "I am a new patient",
    }
    assert page.text(".print-sheet > div[dir=auto]") == "My knee.Both of them. <b>!</b>"


def test_sheet_shows_the_history(staff, stored, clock):
    handle(stored, corrected_phone="312-555-0199", note="Daughter rang.")
    called = handle(stored, outcome="voicemail")
    undo_last_step(pk=stored.pk, seen_version=called.version, user=make_account("jan"), address="")
    page = sheet(staff, stored)
    assert facts(page)["Corrected phone"] == "312-555-0199"
    assert facts(page)["Phone"] == "(312) 555-0142"
    lines = page.texts(".print-sheet__story li > p")
    assert lines == [
        "March 2, 2026, 12:00 PM, ewa",
        "March 2, 2026, 12:00 PM, ewa: Left a voicemail (undone)",
        "March 2, 2026, 12:00 PM, jan",
    ]
    assert "Daughter rang." in page.text(".print-sheet__story")


def test_sheet_says_what_became_of_the_request_and_not_where_it_came_from(staff, clock):
    source = {"source_page": "consultation", "campaign": "spring-flyer"}
    stored = make_request(clinic=make_clinic(), source=source)
    handle(stored, state="scheduled", visit_on=date(2026, 2, 27))
    handle(stored, **DID_NOT_COME)
    found = facts(sheet(staff, stored))
    assert (found["State"], found["Day of the visit"]) == ("Contacted", "Friday, February 27, 2026")
    assert (found["Came to the visit"], found.get("Reason for closing")) == ("No", None)
    handle(stored, state="closed", closed_because="unreachable")
    page = sheet(staff, stored)
    assert facts(page)["Reason for closing"] == "Could not be reached"
    assert "spring-flyer" not in page.text("#content-main")
    assert not {"Page that carried the form", "Campaign"} & set(facts(page))


def test_missing_answers_are_marked_as_not_answered(staff, clock):
    stored = make_request(clinic=make_clinic(days=[]), email="", voicemail_ok=None, best_time=None, language=None)
    found = facts(sheet(staff, stored))
    assert [
        found[fact] for fact in ("Call by", "Email", "Voicemail allowed", "Best time to call", "Preferred language")
    ] == [
        "No promised time",
        *["Not answered"] * 4,
    ]


def test_opening_the_sheet_is_recorded_and_its_title_names_nobody(staff, stored):
    AccessRecord.objects.all()._raw_delete("default")
    page = sheet(staff, stored)
    assert records() == [("Opened the print sheet", "admin", "")]
    assert AccessRecord.objects.get().reference == stored.reference
    assert "Kowalska" not in page.title


def test_without_a_record_nothing_is_shown(staff, stored, monkeypatch):
    def broken(**values):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(AccessRecord.objects, "create", broken)
    staff.raise_request_exception = False
    response = staff.get(f"{LIST}{stored.pk}/print/")
    assert response.status_code == 500
    assert "Kowalska" not in response.content.decode()


def test_request_page_links_to_its_sheet(staff, stored):
    assert Page(staff.get(f"{LIST}{stored.pk}/change/")).links("Print sheet") == [f"{LIST}{stored.pk}/print/"]


def test_sheet_of_an_erased_request_is_not_found(staff, stored):
    assert staff.get(f"{LIST}{stored.pk + 1}/print/").status_code == 404


def test_sheet_costs_the_same_for_one_and_many_entries(staff, stored, clock):
    handle(stored, note="First.")
    clock.shift(timedelta(minutes=1))
    sheet(staff, stored)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            sheet(staff, stored)
        counts.append(len(queries))
        for number in range(5):
            handle(stored, note=f"Note {number}.")
    assert counts[0] == counts[1]
