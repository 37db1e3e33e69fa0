"""Requests as a file for a spreadsheet."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from consultations.desk import export
from consultations.desk.workflow import DID_NOT_COME
from consultations.models import AccessRecord, ConsultationRequest
from consultations.privacy import data_map
from tests.factories import handle, make_article, make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def manager(clock):
    make_clinic()
    return signed_in("olga", "Manager")


def signed_in(name, group):
    client = Client()
    client.force_login(make_account(name, groups=[group]))
    return client


def export_from(client, *selected, address=f"{LIST}?tab=all", **form):
    """What the browser is given when these requests are ticked and the action is chosen."""
    chosen = {"action": "export_requests", "index": "0", "_selected_action": [one.pk for one in selected], **form}
    return client.post(address, chosen)


def sheet(response):
    """The rows of the file, each by the heads of its columns."""
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def recorded():
    """What was recorded of exports, oldest first: who, from where, which references."""
    records = AccessRecord.objects.filter(action="export").order_by("pk")
    return [(record.actor_name, record.address, record.details) for record in records]


def test_file_contains_what_a_list_of_calls_needs(clock):
    clinic = make_clinic()
    source = {"source_page": make_article(title="On knees").page_name, "campaign": "spring-flyer"}
    stored = make_request(clinic=clinic, source=source, full_name="Łukasz Żółć", interpreter=None)
    clock.shift(timedelta(hours=1, minutes=5))
    handle(stored, outcome="no_answer", assigned_to=make_account("jan"), note="Rang twice.")
    assert sheet(export_from(signed_in("olga", "Manager"), stored)) == [
        {
            "Reference": stored.reference,
            "Received": "2026-03-02 12:00",
            "Call by": "2026-03-02 17:00",
            "State": "Not reached yet",
            "Held as possible spam": "No",
            "Assigned to": "jan",
            "Next call by": "2026-03-02 15:05",
            "First call": "2026-03-02 13:05",
            "Last call": "2026-03-02 13:05",
            "Last outcome": "No answer",
            "Day of the visit": "",
            "Came to the visit": "",
            "Ended": "",
            "Reason for closing": "",
            "Full name": "Łukasz Żółć",
            "Phone": "(312) 555-0142",
            "Phone as typed": "(312) 555-0142",
            "Number from the patient's page": "",
            "Email": "maria@example.net",
            "Voicemail allowed": "Yes",
            "Best time to call": "Afternoon",
            "Preferred language": "Polski",
            "Interpreter needed": "No",
            "Language of the page": "English",
            "What it is about": "A consultation",
            "New or returning patient": "I am a new patient",
            "Sent from the page of": "",
            "How can we help?": "My knee hurts when I walk downstairs.",
            "Page that carried the form": "On knees",
            "Campaign": "spring-flyer",
        }
    ]


def test_file_says_what_became_of_a_request(manager):
    missed, closed = make_request(reason="First."), make_request(reason="Second.")
    handle(missed, state="scheduled", visit_on=date(2026, 2, 27))
    handle(missed, **DID_NOT_COME)
    handle(closed, state="closed", closed_because="not_our_field")
    heads = ("State", "Day of the visit", "Came to the visit", "Reason for closing")
    assert [[row[head] for head in heads] for row in sheet(export_from(manager, missed, closed))] == [
        ["Contacted", "2026-02-27", "No", ""],
        ["Closed", "", "", "Outside our specialty"],
    ]


def test_every_field_is_exported_or_left_out_on_purpose():
    left_out = {
        *("consent", "consent_wording", "held_because", "patient_changed_at"),
        *("spoken_language", "token", "sameness_key", "client_key", "version", "overdue_reported_at"),
    }
    exported = set(data_map.FIELDS_IN_EXPORT)
    assert exported | left_out | {"id"} == {field.name for field in ConsultationRequest._meta.fields}
    assert exported & left_out == set()
    hidden = {datum.field for datum in data_map.MAP if datum.section is data_map.Section.NOWHERE}
    assert exported & hidden == set()


def test_the_bytes_are_what_a_spreadsheet_reads(manager):
    stored = make_request(full_name='Ahmad "أحمد" Ali, Jr.', reason="First.\r\nSecond.")
    response = export_from(manager, stored)
    data = response.getvalue()
    assert data.startswith(b"\xef\xbb\xbfReference,Received,Call by,")
    assert data.endswith(b'I am a new patient,,"First.\nSecond.",Not known,\r\n')
    assert '"Ahmad ""أحمد"" Ali, Jr."'.encode() in data
    assert re.sub(rb'"[^"]*"', b"", data).count(b"\r\n") == 2
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == 'attachment; filename="consultation-requests-2026-03-02-1200.csv"'
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1 312 555 0142",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "\ttab",
        "  =1",
        "\u00a0=1",
        "\u3000＝1",
        "\u200b=1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "﹣1",
        "−1",
        "0048221234567",
        "12345678901234567",
    ],
)
def test_formulas_and_long_numbers_are_behind_a_quote(text):
    assert export.guard_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["", "Maria", "(312) 555-0142", "011 48 22 123 45 67", "a=b", "0", "7085550142", "أحمد", "'t", "1-2", "5 + 3"],
)
def test_other_text_stays_as_it_is(text):
    assert export.guard_cell(text) == text


HOSTILE = '=HYPERLINK("http://x.example","a")\r\n=1+1;=1+1,"=1"\t=1 \''


@pytest.mark.parametrize("field", ["full_name", "reason"])
def test_formulas_in_answers_are_exported_whole_and_harmless(manager, field):
    stored = make_request(**{field: HOSTILE})
    stored.refresh_from_db()
    (row,) = sheet(export_from(manager, stored))
    head = {"full_name": "Full name", "reason": "How can we help?"}[field]
    assert row[head] == "'" + getattr(stored, field).replace("\r\n", "\n")
    assert row[head].startswith("'=HYPERLINK(")


@pytest.mark.parametrize(
    ("typed", "phone", "as_typed"),
    [
        ("+1 312 555 0142", "(312) 555-0142", "'+1 312 555 0142"),
        ("3125550142", "(312) 555-0142", "3125550142"),
        ("312-555-0142 x 12", "(312) 555-0142 ext. 12", "312-555-0142 x 12"),
        ("+48 22 123 45 67", "011 48 22 123 45 67", "'+48 22 123 45 67"),
        ("0048221234567", "011 48 22 123 45 67", "'0048221234567"),
        ("٣١٢٥٥٥٠١٤٢", "(312) 555-0142", "٣١٢٥٥٥٠١٤٢"),
    ],
)
def test_numbers_are_exported_as_dialled(manager, typed, phone, as_typed):
    (row,) = sheet(export_from(manager, make_request(phone=typed)))
    assert (row["Phone"], row["Phone as typed"]) == (phone, as_typed)


def test_a_corrected_number_is_the_one_to_dial(manager):
    stored = handle(make_request(), corrected_phone="+1 312 555 0199")
    (row,) = sheet(export_from(manager, stored))
    assert (row["Phone"], row["Phone as typed"]) == ("(312) 555-0199", "(312) 555-0142")


def test_whole_filtered_list_is_exported_on_request(manager, clock):
    first, held = make_request(), make_request(subject="x", reason="Buy.")
    last = make_request(reason="Another.")
    everything = sheet(export_from(manager, first, select_across="1"))
    assert [row["Reference"] for row in everything] == [first.reference, held.reference, last.reference]
    filtered = export_from(manager, held, select_across="1", address=f"{LIST}?tab=held")
    assert [row["Reference"] for row in sheet(filtered)] == [held.reference]
    found = manager.post(f"{LIST}search/", {"term": "Nowak"})["Location"]
    make_request(full_name="Jan Nowak", reason="Third.")
    assert [row["Full name"] for row in sheet(export_from(manager, first, select_across="1", address=found))] == [
        "Jan Nowak"
    ]


def test_all_chunks_come_in_order_and_each_is_recorded_before_it_leaves(manager, monkeypatch):
    monkeypatch.setattr(export, "CHUNK", 2)
    stored = [make_request(reason=f"Reason {number}") for number in range(5)]
    references = [one.reference for one in stored]
    pieces = iter(export_from(manager, *stored))
    assert next(pieces).decode("utf-8-sig").startswith("Reference,")
    assert recorded() == []
    seen = []
    for number, piece in enumerate(pieces, start=1):
        seen += [line[0] for line in csv.reader(io.StringIO(piece.decode(), newline=""))]
        assert [details for _, _, details in recorded()][-1] == " ".join(seen[(number - 1) * 2 :])
        assert len(recorded()) == number
    assert seen == references


def test_a_record_says_who_from_where_and_which(manager):
    stored = make_request()
    export_from(manager, stored, HTTP_X_FORWARDED_FOR="198.51.100.9").getvalue()
    assert recorded() == [("olga", "127.0.0.1", stored.reference)]


def test_without_a_record_nothing_leaves(manager, monkeypatch):
    def broken(**values):
        raise OperationalError("the disk is full")

    response = export_from(manager, make_request())
    monkeypatch.setattr(AccessRecord.objects, "create", broken)
    pieces = iter(response)
    assert b"Kowalska" not in next(pieces)
    with pytest.raises(OperationalError):
        next(pieces)


def test_an_export_takes_a_fixed_number_of_queries_for_each_chunk(manager, monkeypatch):
    monkeypatch.setattr(export, "CHUNK", 4)
    names = [make_article().page_name for _ in range(4)] + ["consultation"] * 4
    stored = [make_request(reason=f"Reason {name}{n}", source={"source_page": name}) for n, name in enumerate(names)]
    response = export_from(manager, *stored)
    with CaptureQueriesContext(connection) as queries:
        response.getvalue()
    assert len(queries) == 2 * 2 + 1 + 1  # and one for the titles of pages, and one that finds no more


def test_exporting_needs_its_permission(manager):
    stored = make_request()
    desk = signed_in("jan", "Front desk")
    for client, offered in [(manager, True), (desk, False)]:
        page = Page(client.get(LIST))
        assert bool(page.all("option[value=export_requests]")) is offered
        assert bool(page.all(".action-select")) is offered
    answer = export_from(desk, stored)
    assert answer["Content-Type"].startswith("text/html")
    assert recorded() == []
    assert [row["Reference"] for row in sheet(export_from(manager, stored))] == [stored.reference]


def test_nothing_ticked_exports_nothing(manager):
    make_request()
    page = Page(manager.post(LIST, {"action": "export_requests", "index": "0"}, follow=True))
    assert page.texts(".messagelist li") == [
        "Items must be selected in order to perform actions on them. No items have been changed."
    ]
    assert recorded() == []


def test_file_is_in_english_and_on_the_clinics_clock(manager):
    response = export_from(manager, make_request(language="other"))
    with translation.override("ar"), timezone.override("Asia/Tokyo"):
        (row,) = sheet(response)
    assert (row["Preferred language"], row["Best time to call"]) == ("Another language", "Afternoon")
    assert row["Received"] == "2026-03-02 12:00"
