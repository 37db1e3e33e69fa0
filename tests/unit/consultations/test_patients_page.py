"""The page of a request: anyone with its secret address corrects the number, adds a wish or calls the request off."""

import logging
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.db import connection

from clinic_site.operations.log_format import PrivateFormatter
from consultations import promises
from consultations.actions import erase_request
from consultations.desk.workflow import undo_last_step
from consultations.mail.outbox import deliver_due
from consultations.models import PATIENTS_PAGE, AccessRecord, ConsultationRequest, Entry
from consultations.patients_page import MOST_CHANGES
from tests.factories import MONDAY_NOON, answers, handle, make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LIST = "/admin/consultations/consultationrequest/"
CHANGES = {"number": {"phone": "(312) 555-0199"}, "wish": {"wish": "My son will answer."}, "call_off": {}}


@pytest.fixture
def stored(visitor):
    return make_request()


def address_of(request, prefix=""):
    return f"{prefix}/consultation/received/{request.token}/"


@pytest.fixture
def change(visitor, stored):
    """Presses a button of the page, as a browser does."""

    def press(name, prefix="", origin="http://testserver", **typed):
        return visitor.send({"change": name, **(typed or CHANGES[name])}, address_of(stored, prefix), origin=origin)

    return press


@pytest.fixture
def staff_page(staff, stored):
    """Opens the request as staff do."""
    return lambda: Page(staff.get(f"{LIST}{stored.pk}/change/"))


# Opening it


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_the_address_changes_nothing(visitor, stored, method):
    """Mail scanners and link previews do."""
    before = ConsultationRequest.objects.values().get()
    for query in ("", "?change=call_off", "?change=number&phone=3125550199"):
        getattr(visitor, method)(address_of(stored) + query)
    assert ConsultationRequest.objects.values().get() == before
    assert not Entry.objects.exists()


def test_page_shows_nothing_typed_but_the_last_two_digits(visitor, stored):
    page = visitor.get(address_of(stored)).content.decode()
    assert "We will call the number that ends in 42." in Page(visitor.get(address_of(stored))).text("main")
    for typed in ["Maria", "Kowalska", "0142", "5550142", "maria@", "downstairs"]:
        assert typed not in page


def test_the_last_two_digits_are_those_of_the_line_and_of_the_newest_number(visitor):
    stored = make_request(phone="(312) 555-0142 ext. 77")
    assert "ends in 42" in Page(visitor.get(address_of(stored))).text("main")
    handle(stored, corrected_phone="312-555-0155")
    assert "ends in 55" in Page(visitor.get(address_of(stored))).text("main")


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_typed_is_not_shown_after_it_was_sent(visitor, stored, change, name):
    answer = change(name)
    assert (answer.status_code, answer["Location"]) == (303, f"{address_of(stored)}#now")
    page = visitor.get(address_of(stored)).content.decode()
    assert "0199" not in page
    assert "son" not in page.split("<main")[1]


# Correcting the number


def test_new_number_stands_beside_the_typed_one(stored, change, staff_page):
    change("number")
    stored.refresh_from_db()
    assert (stored.phone, stored.corrected_phone, stored.unverified_phone) == ("(312) 555-0142", "", "(312) 555-0199")
    page = staff_page()
    assert [link["href"] for link in page.all(".call-panel__call")] == ["tel:+13125550142", "tel:+13125550199"]
    assert page.texts(".call-panel__warning") == [
        "Verify who answers before you discuss anything about health: the second number was entered on the "
        "patient's page, and anyone who has its address can do that."
    ]
    assert page.text(".story__entry") == (
        "The patient's page, noon today New number from the patient's page: (312) 555-0199. Verify who answers before "
        "you discuss anything about health."
    )


def test_staff_find_the_request_by_the_new_number_and_by_the_old_one(staff, stored, change):
    change("number")
    for term in ("312 555 0199", "312 555 0142"):
        found = Page(staff.post(f"{LIST}search/", {"term": term}, follow=True))
        assert found.texts("#result_list .field-reference") == [stored.reference]
    change("number", phone="(312) 555-0188")
    found = Page(staff.post(f"{LIST}search/", {"term": "312 555 0199"}, follow=True))
    assert found.all("#result_list .field-reference") == []


def test_new_number_is_called_at_once_where_the_old_one_was_wrong(stored, change, clock, staff_page):
    handle(stored, outcome="wrong_number")
    clock.shift(timedelta(minutes=5))
    change("number")
    assert list(ConsultationRequest.objects.to_call(MONDAY_NOON + timedelta(minutes=5))) == [stored]
    assert staff_page().text(".call-panel__step") == "Number corrected: call now"


def test_number_that_is_known_already_changes_nothing(stored, change):
    assert change("number", phone="+1 312.555.0142").status_code == 303
    assert not Entry.objects.exists()


# Adding a wish


def test_wishes_are_lines_of_the_story_that_staff_see_beside_the_message(stored, change, visitor, staff_page):
    change("wish")
    change("wish", wish="Ring twice.\nI am slow.")
    assert list(stored.entries.values_list("by_name", "by", "state_before", "state_after")) == [
        (PATIENTS_PAGE, None, "new", "new"),
    ] * 2  # fmt: skip
    page = staff_page()
    assert page.texts(".call-panel__reason > div") == [
        answers()["reason"],
        "My son will answer.",
        "Ring twice.I am slow.",
    ]
    assert page.texts(".story__note") == ["Ring twice.I am slow.", "My son will answer."]
    assert "You added 2 notes." in Page(visitor.get(address_of(stored))).text("main")


@pytest.mark.on_both_databases
def test_wish_is_encrypted_and_may_be_five_hundred_characters_long(change):
    assert change("wish", wish="ż" * 500).status_code == 303
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM consultations_entry")
        assert cursor.fetchone()[0].startswith("gAAAAA")


def test_the_same_wish_twice_is_one(stored, change):
    change("wish")
    change("wish")
    assert stored.entries.count() == 1


# Calling it off


def test_calling_off_closes_the_request_and_releases_its_answers(visitor, stored, change):
    change("call_off")
    stored.refresh_from_db()
    assert (stored.state, stored.ended_at, stored.call_due_at) == ("closed", MONDAY_NOON, None)
    assert stored.sameness_key is None
    page = Page(visitor.get(address_of(stored)))
    assert "You canceled this request. We will not call you about it." in page.text("main")
    assert "do not hear from us" not in page.text("main")
    visitor.send(answers())
    assert ConsultationRequest.objects.count() == 2


def test_a_promise_that_was_called_off_is_neither_due_nor_overdue(stored, change, clock):
    change("call_off")
    clock.shift(timedelta(days=2))
    now = MONDAY_NOON + timedelta(days=2)
    assert promises.report_overdue_calls() == 0
    assert promises.measure_promises(now) == {
        "overdue": 0, "overdue_held": 0, "today": 0, "due": 0, "kept": 0, "median": None,
    }  # fmt: skip


def test_front_desk_sees_that_it_was_called_off_and_can_undo_it(staff, stored, change, staff_page):
    change("call_off")
    assert Page(staff.get(LIST)).all("#result_list .field-reference") == []
    listed = Page(staff.get(f"{LIST}?tab=all")).text("#result_list .field-next_step")
    assert listed == "Done: canceled by the patient Changed by the patient just now"
    assert "Canceled on the patient's page." in staff_page().text(".story__entry")
    undo_last_step(pk=stored.pk, seen_version=2, user=make_account("ola"), address="")
    stored.refresh_from_db()
    assert (stored.state, stored.call_due_at, stored.patient_changed_at) == ("new", stored.call_by, None)


def test_calling_off_twice_is_once(stored, change):
    assert [change("call_off").status_code for _ in range(2)] == [303, 303]
    assert stored.entries.count() == 1


# Staff see it at once


def test_list_says_that_the_patient_changed_something_until_staff_save(staff, stored, change):
    change("wish")
    assert "Changed by the patient just now" in Page(staff.get(LIST)).text("#result_list .field-next_step")
    handle(stored, note="Read.")
    assert "Changed" not in Page(staff.get(LIST)).text("#result_list .field-next_step")


@pytest.mark.parametrize("name", CHANGES)
def test_form_that_staff_opened_before_is_a_conflict_that_shows_the_change(staff, stored, change, name):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    change(name)
    sent = page.fields("#consultationrequest_form") | {"note": "On my way.", "_close": "duplicate"}
    answer = Page(staff.post(f"{LIST}{stored.pk}/change/", sent))
    assert PATIENTS_PAGE in answer.text(".meanwhile")
    assert answer.text("[name=note]") == "On my way."
    assert ConsultationRequest.objects.get().state == ("closed" if name == "call_off" else "new")


@pytest.mark.parametrize(
    ("name", "details"), [("number", "unverified_phone"), ("wish", "wish"), ("call_off", "state")], ids=CHANGES
)
def test_each_change_leaves_an_access_record_without_its_words(stored, change, name, details):
    change(name)
    record = AccessRecord.objects.get(action="change")
    assert (record.actor_name, record.address, record.reference) == ("", "", stored.reference)
    assert record.details == f"on the patient's page: {details}"


# The end of it


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("scheduled", "Your visit is scheduled."),
        ("closed", "This request is closed. We will not call you about it."),
        ("spam", "This request is closed. We will not call you about it."),
    ],
)
@pytest.mark.parametrize("name", ["number", "wish"])
def test_once_staff_are_done_the_page_only_says_what_is_true(visitor, stored, change, state, words, name):
    handle(stored, state=state)
    page = Page(visitor.get(address_of(stored)))
    assert words in page.text("main")
    assert "We will call you" not in page.text("main")
    assert page.all("main form") == []
    answer = change(name)
    refused = Page(answer)
    assert answer.status_code == 409
    assert refused.text(".error-summary h2") == "Nothing has been changed yet"
    (typed,) = CHANGES[name].values()
    field = refused.one(f"[name={name if name == 'wish' else 'phone'}]")
    assert typed in (field["value"] if name == "number" else field.get_text())
    assert stored.entries.by_patient().count() == 0


def test_a_patient_who_was_called_without_success_reads_so_and_can_correct_the_number(visitor, stored, change):
    handle(stored, outcome="no_answer")
    text = Page(visitor.get(address_of(stored))).text("main")
    assert "We have already tried to reach you." in text
    assert "We will call you by" not in text
    assert change("number").status_code == 303


def test_a_patient_who_was_reached_does_not_read_that_we_tried(visitor, stored):
    handle(stored, outcome="reached")
    text = Page(visitor.get(address_of(stored))).text("main")
    assert "We have already spoken with you." in text
    assert "tried to reach" not in text


def test_calling_off_works_whatever_the_number_is_and_however_often_it_was_changed(visitor, stored, change):
    for number in range(MOST_CHANGES):
        assert change("wish", wish=f"Wish {number}.").status_code == 303
    assert change("wish", wish="One more.").status_code == 429
    ConsultationRequest.objects.filter(pk=stored.pk).update(phone="call my son")
    assert change("call_off").status_code == 303
    stored.refresh_from_db()
    assert stored.state == "closed"


def test_a_number_that_staff_correct_takes_the_place_of_the_patients(visitor, stored, change, staff_page):
    change("number")
    stored.refresh_from_db()
    handle(stored, corrected_phone="(773) 555-0144")
    assert "number that ends in 44" in Page(visitor.get(address_of(stored))).text("main")
    assert "was changed by" not in staff_page().text(".call-panel")


def test_an_erased_request_has_no_page(visitor, stored, change):
    erase_request(consultation_request=stored, action="erase", user=None, address="")
    assert visitor.get(address_of(stored)).status_code == 404
    assert [change(name).status_code for name in CHANGES] == [404] * 3


# Refused


@pytest.mark.parametrize(
    ("name", "typed", "error"),
    [
        ("number", {"phone": ""}, "Enter your phone number"),
        ("number", {"phone": "12345"}, "Enter a phone number with its area code, like (708) 555-\N{WORD JOINER}0123"),
        ("wish", {"wish": " \u200b"}, "Write what you would like to add"),
        ("wish", {"wish": "x" * 501}, "Use 500 characters or less for what you would like to add"),
        ("wish", {"wish": "x" * 500_000}, "Use 500 characters or less for what you would like to add"),
    ],
)
def test_mistakes_come_back_with_what_was_typed(stored, change, name, typed, error):
    answer = change(name, **typed)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.texts(".error-summary li") == [error]
    (link,) = page.all(".error-summary a")
    assert page.one(link["href"]).find_parent("details").has_attr("open")
    (text,) = typed.values()
    assert text.strip(" \u200b") in answer.content.decode()
    assert not Entry.objects.exists()


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("origin", ["null", "https://elsewhere.example", None])
def test_change_from_elsewhere_is_refused_with_what_was_typed(stored, change, name, origin):
    before = ConsultationRequest.objects.values().get()
    answer = change(name, origin=origin)
    page = Page(answer)
    assert answer.status_code == 403
    assert "We could not tell that the form came from this website." in page.text(".error-summary")
    assert all(text in answer.content.decode() for text in CHANGES[name].values())
    assert ConsultationRequest.objects.values().get() == before


def test_a_request_is_changed_at_most_twenty_times_a_day(stored, change, clock):
    for number in range(MOST_CHANGES):
        assert change("wish", wish=f"Wish {number}").status_code == 303
    for name in ("number", "wish"):
        assert change(name).status_code == 429
    assert "My son will answer." in change("wish").content.decode()
    assert stored.entries.count() == MOST_CHANGES == 20
    clock.shift(timedelta(days=1, seconds=1))
    assert change("number").status_code == 303


@pytest.mark.parametrize("name", ["", "state", "number' OR 1=1"])
def test_a_button_that_the_page_does_not_have_is_refused(visitor, stored, name):
    assert visitor.send({"change": name}, address_of(stored)).status_code == 400


@pytest.mark.parametrize("prefix", ["/es", "/pl", "/ar"])
def test_the_page_and_what_is_wrong_speak_the_readers_language(change, prefix):
    english = Page(change("wish", wish=" "))
    translated = Page(change("wish", prefix, wish=" "))
    assert not set(translated.texts("main :is(p, h2, summary, button, label, li)")) & set(
        english.texts("main :is(p, h2, summary, button, label, li)")
    )


def test_what_came_back_goes_on_in_another_language_by_a_button_of_its_form(visitor, stored, change):
    page = Page(change("wish", wish="x" * 501))
    button = page.one(".language-widget button[value=es]")
    assert (button["form"], button["formaction"]) == ("wish-form", address_of(stored, "/es"))
    answer = visitor.send({"change": "wish", "wish": "x" * 501, "go_on_in": "es"}, button["formaction"])
    assert (answer.status_code, Page(answer).text("[name=wish]")) == (200, "x" * 501)
    assert not Entry.objects.exists()


# The address


def test_the_address_leaves_by_no_referer(visitor, stored, change):
    for answer in (visitor.get(address_of(stored)), change("wish", wish=""), change("wish")):
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "private, no-store"
    page = Page(visitor.get(address_of(stored)))
    assert page.one("meta[name=robots]")["content"] == "noindex"
    outside = [link["href"] for link in page.all("a[href^=http], form[action^=http]")]
    assert outside
    assert not any(stored.token in address for address in outside)
    assert page.all("[referrerpolicy], meta[name=referrer], link[rel=canonical]") == []


def test_the_address_stands_in_no_mail_and_no_log(visitor, caplog):
    make_clinic(confirm_by_mail=True, days=[])
    stored = make_request()
    address = address_of(stored)
    formatter = PrivateFormatter()
    with caplog.at_level(logging.DEBUG):
        for name, typed in CHANGES.items():
            visitor.send({"change": name, **typed}, address)
            visitor.send({"change": name, **typed}, address, origin="null")
        visitor.post(address, urlencode({"change": "?"}), content_type="text/plain")
        visitor.put(address)
        deliver_due()
    assert len(caplog.records) > 3
    assert [line for record in caplog.records if stored.token in (line := formatter.format(record))] == []
    assert len(mail.outbox) == 3
    assert [sent for sent in mail.outbox if stored.token in sent.message().as_string()] == []
    assert not AccessRecord.objects.filter(details__contains=stored.token).exists()
