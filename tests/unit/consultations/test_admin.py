from zoneinfo import ZoneInfo

import pytest
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from consultations.models import ConsultationRequest
from tests.factories import answers, make_clinic, make_request
from tests.pages import Page

pytestmark = pytest.mark.django_db
TYPED = ["Maria", "Kowalska", "555-0142", "maria@example.net", "downstairs"]
CHICAGO = ZoneInfo("America/Chicago")
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def stored(db):
    return make_request(clinic=make_clinic())


def change(staff, stored, **fields):
    form = {"state": "new", "corrected_phone": "", "note": "", **management_form(), **fields}
    return staff.post(f"{LIST}{stored.pk}/change/", form)


def management_form():
    return {"mails-TOTAL_FORMS": "0", "mails-INITIAL_FORMS": "0"}


def test_list_shows_reference_name_state_promise_and_language(staff, stored):
    page = Page(staff.get(LIST))
    assert page.texts("#result_list thead .text") == ["Reference", "Full name", "State", "Call by", "Language"]
    cells = page.texts("#result_list tbody tr > *")
    promise = date_format(timezone.localtime(stored.call_by, CHICAGO), "DATETIME_FORMAT")
    assert cells == [stored.reference, "Maria Kowalska", "New", promise, "Polski"]


def test_list_costs_the_same_for_one_and_many(staff, stored):
    staff.get(LIST)  # content types are read once
    cache.clear()
    with CaptureQueriesContext(connection) as one:
        staff.get(LIST)
    for number in range(29):
        make_request(reason=f"Reason {number}")
    cache.clear()
    with CaptureQueriesContext(connection) as many:
        staff.get(LIST)
    assert len(one) == len(many)


def test_request_page_shows_all_answers_with_a_link_to_call(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    text = page.text("#content-main")
    for typed in ["Maria Kowalska", "(312) 555-0142", "maria@example.net", "My knee hurts when I walk downstairs."]:
        assert typed in text
    assert page.links("(312) 555-0142") == ["tel:+13125550142"]


def test_language_is_that_of_the_page_when_the_patient_named_none(staff, db):
    make_request(clinic=make_clinic(), page_language="ar", language=None)
    assert Page(staff.get(LIST)).texts(".field-language_to_speak") == ["العربية"]


def test_line_breaks_of_the_patient_are_kept(staff, db):
    stored = make_request(clinic=make_clinic(), reason="First.\r\n<b>Second.</b>")
    assert "First.<br>&lt;b&gt;Second.&lt;/b&gt;" in staff.get(f"{LIST}{stored.pk}/change/").content.decode()


def test_what_the_patient_sent_cannot_be_changed(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    editable = {control["name"] for control in page.all("#content-main [name]") if control.get("type") != "hidden"}
    assert editable == {"state", "note", "corrected_phone", "_save", "_continue"}
    change(staff, stored, full_name="Somebody Else", phone="1", reason="Other")
    stored.refresh_from_db()
    assert (stored.full_name, stored.phone) == (answers()["full_name"], answers()["phone"])


@pytest.mark.parametrize("state", ["new", "contacted", "scheduled", "closed", "spam"])
def test_state_and_note_are_saved(staff, stored, state):
    assert change(staff, stored, state=state, note="Rang twice.").status_code == 302
    stored.refresh_from_db()
    assert (stored.state, stored.note) == (state, "Rang twice.")


def test_phone_is_corrected_beside_the_typed_one(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199")
    stored.refresh_from_db()
    assert (stored.phone, stored.corrected_phone) == ("(312) 555-0142", "312-555-0199")
    assert Page(staff.get(f"{LIST}{stored.pk}/change/")).links("312-555-0199") == ["tel:+13125550199"]


def test_correction_that_is_no_number_is_refused(staff, stored):
    page = Page(change(staff, stored, corrected_phone="later"))
    assert page.texts(".errorlist") == ["Write a telephone number with its area code, like (708) 555-0123."]


@pytest.mark.parametrize(("state", "requests"), [("closed", 2), ("spam", 2), ("contacted", 1), ("scheduled", 1)])
def test_an_ended_request_makes_an_identical_one_new(staff, stored, state, requests):
    change(staff, stored, state=state)
    make_request()
    assert ConsultationRequest.objects.count() == requests


def test_nothing_can_be_added_or_deleted(staff, stored):
    assert staff.get(f"{LIST}add/").status_code == 403
    assert staff.get(f"{LIST}{stored.pk}/delete/").status_code == 403
    assert Page(staff.get(LIST)).all("#content-main .addlink") == []


def test_titles_messages_addresses_and_log_hold_no_word_of_the_patient(staff, stored):
    detail = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    after = change(staff, stored, state="contacted", note="Kowalska rang.", corrected_phone="312-555-0142")
    listed = Page(staff.get(after["Location"]))
    history = Page(staff.get(f"{LIST}{stored.pk}/history/"))
    entry = LogEntry.objects.get()
    for text in [
        detail.title,
        listed.title,
        *listed.texts(".messagelist"),
        after["Location"],
        history.text("#content"),
        entry.object_repr,
        entry.change_message,
    ]:
        assert not any(typed in text for typed in TYPED)
    assert stored.reference in listed.text(".messagelist")


def test_typed_markup_is_shown_as_text(staff, db):
    make_clinic()
    stored = make_request(full_name="<b>x</b><script>alert(1)</script>", reason="<img src=x onerror=alert(1)>")
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        text = staff.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_strangers_are_sent_to_sign_in(client, stored):
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        assert client.get(address)["Location"].startswith("/admin/login/")
