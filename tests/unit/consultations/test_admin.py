from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import DatabaseError, OperationalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.desk import inbox, workflow
from consultations.fields import encrypt
from consultations.mail import outbox
from consultations.models import AccessRecord, ConsultationRequest, LookupKey, OutgoingMail, TextTemplate
from tests.factories import MONDAY_NOON, answers, handle, make_clinic, make_request
from tests.pages import Page

pytestmark = pytest.mark.django_db
TYPED = ["Maria", "Kowalska", "555-0142", "maria@example.net", "downstairs"]
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def stored(db):
    return make_request(clinic=make_clinic())


def form_of(page):
    """What a browser would send of a request's page, without the button."""
    sent = {}
    for field in page.all("#consultationrequest_form [name]"):
        if field.name == "select":
            sent[field["name"]] = next((o["value"] for o in field.select("option") if o.has_attr("selected")), "")
        elif field.name == "textarea":
            sent[field["name"]] = field.get_text().removeprefix("\n")
        elif field.name != "button" and field.get("type") != "submit":
            sent[field["name"]] = field.get("value", "")
    return sent


def open_page(staff, stored):
    """The page of a request, and what its form would send."""
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    return page, form_of(page)


def change(staff, stored, **fields):
    """Opens the page, fills in `fields`, a button among them, and sends it."""
    _, form = open_page(staff, stored)
    return staff.post(f"{LIST}{stored.pk}/change/", form | fields)


def test_list_says_whom_to_call_in_which_language_and_by_when(staff, clock, stored):
    page = Page(staff.get(LIST))
    assert page.texts("#result_list thead .text")[1:] == [  # the first is there to be ticked
        *("Name", "Call", "Next step", "Message", "Language", "Assigned to")
    ]
    assert page.texts("#result_list tbody tr > *")[1:] == [
        *(
            f"Maria Kowalska {stored.reference}",
            "(312) 555-0142 Best time: Afternoon Voicemail allowed",
            "Call by 5 p.m. today",
            "My knee hurts when I walk downstairs. Received noon today",
            "Polish, interpreter needed",
            "Nobody",
        )
    ]
    assert page.links("(312) 555-0142") == ["tel:+13125550142"]
    (address,) = page.links(f"Maria Kowalska {stored.reference}")
    assert address.startswith(f"{LIST}{stored.pk}/change/")


def test_list_costs_the_same_for_one_and_many(staff, stored):
    staff.get(LIST)  # content types are read once
    with CaptureQueriesContext(connection) as one:
        staff.get(LIST)
    for number in range(29):
        make_request(reason=f"Reason {number}")
    with CaptureQueriesContext(connection) as many:
        staff.get(LIST)
    assert len(one) == len(many)


def test_request_page_shows_all_answers_with_a_link_to_call(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    text = page.text("#content-main")
    for typed in ["Maria Kowalska", "(312) 555-0142", "maria@example.net", "My knee hurts when I walk downstairs."]:
        assert typed in text
    assert page.links("Call (312) 555-0142") == ["tel:+13125550142"]
    assert page.links("Write to maria@example.net") == ["mailto:maria@example.net"]


def test_request_page_says_each_thing_once(staff, clock, stored):
    page, _ = open_page(staff, stored)
    text = page.text("#content")
    told = ["Maria Kowalska", "(312) 555-0142", "maria@example.net", "My knee hurts when I walk downstairs."]
    told += [stored.reference, "Polish (Polski)", "Afternoon", "Interpreter needed", "5 p.m. today"]
    assert {words: text.count(words) for words in told} == dict.fromkeys(told, 1)
    assert len(page.links("Next to call")) == 1
    assert "We promised" not in text
    handle(stored, outcome="no_answer", corrected_phone="(312) 555-0199")
    page, _ = open_page(staff, stored)
    assert "The patient wrote (312) 555-0142." in page.texts(".call-panel p")
    assert "We promised the patient a call by 5 p.m. today" in page.text(".call-panel")


@pytest.mark.parametrize(
    ("phone", "wrote_more"),
    [
        ("312.555.0142", False),
        ("+1 (312) 555-0142", False),
        ("٣١٢ ٥٥٥ ٠١٤٢", False),
        ("312 555 0142, ask for Jim", True),
        ("312 555 0142 or 312 555 0143", True),
    ],
)
def test_what_a_patient_wrote_beside_the_number_is_shown(staff, phone, wrote_more):
    page, _ = open_page(staff, make_request(phone=phone))
    assert page.links("Call (312) 555-0142") == ["tel:+13125550142"]
    assert (f"The patient wrote {phone}." in page.texts(".call-panel p")) == wrote_more


def test_saving_nothing_says_so(staff, stored):
    page = Page(staff.get(change(staff, stored)["Location"]))
    assert page.texts(".messagelist li") == [f"{stored.reference}: Nothing was changed."]
    assert not stored.entries.exists()


@pytest.mark.parametrize(
    ("purpose", "text", "unknown"),
    [("opening", "Hello, {name} from {clinic}, {phone}.", "{name}"), ("note", "Call {phone}.", "{phone}")],
)
def test_template_with_a_word_that_nothing_stands_for_is_refused(staff, purpose, text, unknown):
    typed = {"purpose": purpose, "language": "" if purpose == "note" else "en", "text": text, "order": 0}
    page = Page(staff.post("/admin/consultations/texttemplate/add/", typed))
    assert page.texts(".errorlist li") == [f"Replace {unknown} by words: nothing is put in its place."]


def test_a_request_of_the_same_person_is_named_once(staff, stored):
    waiting = make_request(reason="Still hurts.")
    closed = make_request(reason="Hurts again.")
    handle(closed, state="closed")
    page, _ = open_page(staff, stored)
    for other in (waiting, closed):
        assert page.links(other.reference) == [f"{LIST}{other.pk}/change/"]


# The focus, and the keys


def focused(page):
    (element,) = page.all("[autofocus]")
    return element


def test_focus_is_on_the_patients_name_and_after_a_button_on_the_next_step(staff, stored):
    page, form = open_page(staff, stored)
    assert focused(page).get_text() == "Maria Kowalska"
    change(staff, stored, _outcome="reached")
    assert focused(open_page(staff, stored)[0]).get_text() == "Reached: schedule or close"
    assert focused(open_page(staff, stored)[0]).get_text() == "Maria Kowalska"  # the message was for one page
    conflict = Page(staff.post(f"{LIST}{stored.pk}/change/", form | {"_outcome": "no_answer"}))
    assert focused(conflict)["id"] == "conflict-heading"
    assert focused(Page(change(staff, stored, _state="scheduled", visit_on="")))["name"] == "visit_on"


def test_shortcuts_are_turned_off_and_on_for_one_account(staff, stored):
    other = colleague()
    script = "script[src$='desk-keys.js']"
    addresses = (LIST, f"{LIST}{stored.pk}/change/")
    assert all(Page(staff.get(address)).all(script) for address in addresses)

    response = staff.post(f"{LIST}shortcuts/", {"off": "", "request": stored.pk}, follow=True)
    assert response.redirect_chain == [(f"{LIST}{stored.pk}/change/", 302)]
    assert Page(response).text(".messagelist") == "Keyboard shortcuts are off for your account."
    staff.post(f"{LIST}shortcuts/", {"off": ""})
    for address in addresses:
        page = Page(staff.get(address))
        assert page.all(script) == []
        assert page.text(".keys summary") == "Keyboard shortcuts: off"
        assert page.all(".keys kbd") == []
    assert Page(other.get(LIST)).all(script)

    assert staff.post(f"{LIST}shortcuts/", {"on": ""})["Location"] == LIST
    assert Page(staff.get(LIST)).all(script)


def test_every_key_of_the_page_is_in_the_list_of_keys(staff, stored, clock):
    handle(stored, outcome="no_answer")
    ConsultationRequest.objects.filter(pk=stored.pk).update(held=True)
    visit = make_request(reason="My back hurts.")
    handle(visit, state="scheduled", visit_on=timezone.localdate())
    pages = [open_page(staff, each)[0] for each in (stored, visit)]
    named = {key.get_text() for key in pages[0].all(".keys kbd")} | set("2346")
    pressed = {control["data-key"] for page in pages for control in page.all("[data-key]")}
    assert pressed == named - {"Enter", "Esc", *"jk/es"}


def test_language_of_the_page_counts_if_the_patient_chose_none(staff, db):
    make_request(clinic=make_clinic(), page_language="ar", language=None)
    assert Page(staff.get(LIST)).texts(".field-language") == ["Arabic, interpreter needed"]


def test_line_breaks_of_the_patient_are_kept(staff, db):
    stored = make_request(clinic=make_clinic(), reason="First.\r\n<b>Second.</b>")
    assert "First.<br>&lt;b&gt;Second.&lt;/b&gt;" in staff.get(f"{LIST}{stored.pk}/change/").content.decode()


def test_what_the_patient_sent_cannot_be_changed(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    editable = {control["name"] for control in page.all("#content-main [name]") if control.get("type") != "hidden"}
    assert editable == {
        *("state", "assigned_to", "call_due_at", "note", "corrected_phone", "visit_on"),
        *("_save", "_outcome", "_assign", "_state", "_close"),
    }
    change(staff, stored, full_name="Somebody Else", phone="1", reason="Other")
    stored.refresh_from_db()
    assert (stored.full_name, stored.phone) == (answers()["full_name"], answers()["phone"])


@pytest.mark.parametrize("state", ["new", "tried", "contacted"])
def test_state_and_note_are_saved(staff, stored, state):
    assert change(staff, stored, state=state, note="Rang twice.").status_code == 302
    stored.refresh_from_db()
    assert (stored.state, stored.entries.get().note) == (state, "Rang twice.")


@pytest.mark.parametrize("state", ["scheduled", "closed", "spam"])
def test_states_that_have_a_button_are_not_offered_beside_the_others(staff, stored, state):
    page, _ = open_page(staff, stored)
    assert page.texts("[name=state] option") == ["New", "Not reached yet", "Contacted"]
    assert change(staff, stored, state=state).status_code == 200
    handle(stored, state=state)
    page, _ = open_page(staff, stored)
    assert page.text("[name=state] option[selected]") == stored.State(state).label
    assert change(staff, stored, note="Read.").status_code == 302
    assert change(staff, stored, state="contacted").status_code == 302
    stored.refresh_from_db()
    assert stored.state == "contacted"


def test_phone_is_corrected_beside_the_typed_one(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199")
    stored.refresh_from_db()
    assert (stored.phone, stored.corrected_phone) == ("(312) 555-0142", "312-555-0199")
    assert Page(staff.get(f"{LIST}{stored.pk}/change/")).links("Call (312) 555-0199") == ["tel:+13125550199"]


def test_corrected_phone_must_be_a_phone_number(staff, stored):
    page = Page(change(staff, stored, corrected_phone="later"))
    assert page.texts(".errorlist") == ["Enter a phone number with its area code, like (708) 555-0123."]


@pytest.mark.parametrize(("state", "requests"), [("closed", 2), ("spam", 2), ("contacted", 1), ("scheduled", 1)])
def test_identical_request_is_new_once_the_first_has_ended(staff, stored, state, requests):
    handle(stored, state=state)
    make_request()
    assert ConsultationRequest.objects.count() == requests


def test_nothing_can_be_added_or_deleted(staff, stored):
    assert staff.get(f"{LIST}add/").status_code == 403
    assert staff.get(f"{LIST}{stored.pk}/delete/").status_code == 403
    assert Page(staff.get(LIST)).all("#content-main .addlink") == []


def test_titles_messages_addresses_and_log_contain_no_patient_data(staff, stored):
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
    for address in (f"{LIST}?tab=held", f"{LIST}{stored.pk}/change/"):
        text = staff.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_strangers_are_sent_to_sign_in(client, stored):
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        assert client.get(address)["Location"].startswith("/admin/login/")


# Held requests, and others of the same number


def test_held_request_says_why_and_staff_release_it(staff, db):
    make_clinic()
    stored = make_request(subject="x")
    text = Page(staff.get(f"{LIST}{stored.pk}/change/")).text("#content-main")
    assert "the hidden field was filled in" in text
    assert Page(staff.get(f"{LIST}?tab=held")).texts(".field-reference") == [stored.reference]
    change(staff, stored, _genuine="genuine")
    stored.refresh_from_db()
    assert stored.held is False


def test_another_request_from_the_same_person_is_shown(staff, stored):
    make_request(phone="+1 312.555.0142 x9", email="", reason="Still hurts.")
    make_request(phone="(312) 555-0143", email="other@example.net", reason="Somebody else.")
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    other = ConsultationRequest.objects.get(pk=stored.pk + 1)
    assert page.links(other.reference) == [f"{LIST}{other.pk}/change/"]
    assert "The same person also sent" in page.text(".call-panel__warning")


# The page of a request: the call


def colleague(name="jan", *, permissions=("view", "change")):
    """Another member of staff, signed in."""
    user = get_user_model().objects.create_user(name, is_staff=True)
    codenames = [f"{action}_consultationrequest" for action in permissions]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


def test_page_begins_with_the_greeting_and_the_facts_for_the_call(staff, clock, stored):
    page, _ = open_page(staff, stored)
    assert page.texts(".call-panel > p")[:1] == ["Call by 5 p.m. today"]
    greeting = page.one(".call-panel__greeting")
    assert (greeting["lang"], greeting.get_text()) == ("pl", "Dzień dobry, dzwonię z Integrated Health Solutions.")
    assert "Say: jen DOH-brih, DZVOHN-yeh z Integrated Health Solutions." in page.text(".call-panel")
    assert page.texts(".call-panel__facts div") == [
        *("Receivednoon today", "VoicemailYes", "Best timeAfternoon", "LanguagePolish (Polski) Interpreter needed")
    ]


def test_a_language_without_greeting_asks_for_an_interpreter(staff, db):
    page, _ = open_page(staff, make_request(clinic=make_clinic(), language="other"))
    assert page.all(".call-panel__greeting") == []
    assert "Call with an interpreter who can find out which language the patient speaks." in page.text(".call-panel")


def test_a_voicemail_has_its_words_in_the_patients_language_and_in_english(staff, stored):
    page, _ = open_page(staff, stored)
    voicemail = page.one(".call-panel__voicemail")
    assert (voicemail["lang"], voicemail["dir"]) == ("pl", "ltr")
    assert "In English: Hello, I am calling from Integrated Health Solutions." in page.texts(".sentence .quiet")
    assert page.texts(".sentence .quiet")[1].startswith("In English: Hello, this is Integrated Health Solutions.")


def test_in_english_a_sentence_stands_once_and_in_arabic_from_right_to_left(staff, db):
    page, _ = open_page(staff, make_request(clinic=make_clinic(), language="en"))
    assert page.all(".sentence .quiet") == []
    page, _ = open_page(staff, make_request(clinic=make_clinic(), language="ar"))
    assert {(said["lang"], said["dir"]) for said in page.all(".sentence [lang]")} == {("ar", "rtl")}


def test_the_managers_notes_stand_below_the_note_in_their_order(staff, stored):
    assert open_page(staff, stored)[0].all("[data-inserts-into]") == []
    for order, text in [(2, "Will call back."), (1, "Asked for <Friday>.")]:
        TextTemplate.objects.create(purpose="note", text=text, order=order)
    page, _ = open_page(staff, stored)
    assert page.texts("[data-inserts-into=id_note] li") == ["Asked for <Friday>.", "Will call back."]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"purpose": "opening", "language": ""}, "Choose a language for a sentence, and leave it empty for a note."),
        ({"purpose": "note", "language": "pl"}, "Choose a language for a sentence, and leave it empty for a note."),
        (
            {"purpose": "voicemail", "language": "pl"},
            "This sentence already exists in this language. Change that one.",
        ),
        ({"purpose": "note", "language": ""}, None),
        ({"purpose": "opening", "language": "pl"}, None),
    ],
)
def test_a_sentence_has_one_language_and_a_note_has_none(staff, db, fields, problem):
    TextTemplate.objects.create(purpose="voicemail", language="pl", text="Tu {clinic}.")
    address = "/admin/consultations/texttemplate/add/"
    answer = staff.post(address, {**fields, "text": "Tu klinika.", "said_like": "", "order": "0"})
    assert (Page(answer).texts(".errorlist li") == [problem]) if problem else answer.status_code == 302


@pytest.mark.parametrize(
    ("answer", "words"), [("no", "No: do not leave one"), (None, "Not answered: do not leave one")]
)
def test_voicemail_is_left_only_where_the_patient_allowed_it(staff, db, answer, words):
    page, _ = open_page(staff, make_request(clinic=make_clinic(), voicemail_ok=answer))
    assert page.all(".call-panel__voicemail") == []
    assert page.text(".field-voicemail_ok") == words
    button = page.text("[name=_outcome][value=voicemail]")
    assert button == "Left a voicemail" + (" (the patient said no)" if answer == "no" else "")


def test_enter_in_a_field_saves_and_presses_no_outcome(staff, stored):
    page, _ = open_page(staff, stored)
    first = page.all("#consultationrequest_form :is(button, [type=submit])")[0]
    assert (first["name"], first["tabindex"], first["aria-hidden"]) == ("_save", "-1", "true")


def test_a_colleague_who_has_just_opened_it_is_named(staff, clock, stored):
    colleague("ewa").get(f"{LIST}{stored.pk}/change/")
    clock.shift(timedelta(minutes=2))
    assert open_page(staff, stored)[0].text(".call-panel__warning") == (
        "ewa opened this request 2 minutes ago. Ask before you call."
    )
    assert Page(staff.get(LIST)).text(".viewer") == "ewa opened it 2 minutes ago"
    clock.shift(timedelta(minutes=9))
    assert open_page(staff, stored)[0].all(".call-panel__warning") == []
    assert Page(staff.get(LIST)).all(".viewer") == []


def test_when_two_open_it_at_the_same_moment_at_least_one_is_warned(staff, stored, admin_user, monkeypatch):
    look, ewas_pages = inbox.find_viewers, []

    def look_while_ewa_opens_it_too(*args):
        found = look(*args)
        if not ewas_pages:
            ewas_pages.append(None)  # she looks as well, without a third one
            ewas_pages[0] = Page(colleague("ewa").get(f"{LIST}{stored.pk}/change/"))
        return found

    monkeypatch.setattr(inbox, "find_viewers", look_while_ewa_opens_it_too)
    assert open_page(staff, stored)[0].all(".call-panel__warning") == []
    assert ewas_pages[0].text(".call-panel__warning") == (
        f"{admin_user.get_username()} opened this request just now. Ask before you call."
    )


@pytest.mark.parametrize(
    ("outcome", "then"),
    [
        ("reached", "Reached: schedule or close"),
        ("no_answer", "Call again after 2 p.m. today: nobody answered"),
        ("voicemail", "Call again after noon tomorrow: a voicemail was left"),
        ("wrong_number", "Wrong number: correct it"),
        ("interpreter", "Call again after 4 p.m. today: with an interpreter"),
    ],
)
def test_one_button_records_the_call_with_the_note_and_shows_the_next_step(staff, clock, stored, outcome, then):
    response = change(staff, stored, _outcome=outcome, note="Rang.")
    assert response["Location"] == f"{LIST}{stored.pk}/change/"
    page = Page(staff.get(response["Location"]))
    assert page.text(".messagelist .success") == f"{stored.reference}: Saved."
    assert page.text(".call-panel__step") == then
    entry = stored.entries.get()
    assert (entry.outcome, entry.note) == (outcome, "Rang.")
    assert page.texts(".story__entry .story__note") == ["Rang."]


def test_a_request_is_assigned_to_oneself_and_then_is_mine(staff, stored, admin_user):
    change(staff, stored, _assign="me")
    stored.refresh_from_db()
    assert stored.assigned_to == admin_user
    page, _ = open_page(staff, stored)
    assert page.all("[name=_assign]") == []
    assert Page(staff.get(f"{LIST}?tab=mine")).texts(".field-reference") == [stored.reference]


def test_assignee_stays_selected_when_the_account_is_deactivated(staff, stored):
    ewa = get_user_model().objects.create_user("ewa", is_staff=True)
    handle(stored, assigned_to=ewa)
    get_user_model().objects.filter(pk=ewa.pk).update(is_active=False)
    change(staff, stored, note="Rang.")
    stored.refresh_from_db()
    assert stored.assigned_to == ewa


@pytest.mark.parametrize(
    ("sent", "state"),
    [
        ({"_state": "scheduled", "visit_on": "2026-03-09"}, "scheduled"),
        ({"_close": "declined"}, "closed"),
        ({"_state": "spam"}, "spam"),
    ],
)
def test_one_button_changes_the_state(staff, clock, stored, sent, state):
    change(staff, stored, **sent)
    stored.refresh_from_db()
    assert stored.state == state


# Visits, and reasons for closing


@pytest.mark.parametrize(
    ("day", "error"),
    [
        ("", "Enter the day of the visit, then press Scheduled."),
        ("2027-03-04", "Enter an earlier day: this is more than a year away."),
        ("9999-12-31", "Enter an earlier day: this is more than a year away."),
        ("2026-01-30", "Enter a later day: this is more than 30 days ago."),
        ("soon", "Enter a valid date."),
        ("2027-03-03", ""),
        ("2026-01-31", ""),
    ],
)
def test_scheduling_asks_for_the_day_of_the_visit(staff, clock, stored, day, error):
    answer = change(staff, stored, _state="scheduled", visit_on=day)
    stored.refresh_from_db()
    if error:
        assert Page(answer).texts(".buttons__visit .errorlist") == [error]
        assert (stored.state, stored.visit_on) == ("new", None)
    else:
        assert (stored.state, str(stored.visit_on)) == ("scheduled", day)


def test_enter_in_the_day_of_the_visit_schedules_and_moves_it(staff, clock, stored):
    for day in ("2026-03-09", "2026-03-10"):
        change(staff, stored, visit_on=day)
        stored.refresh_from_db()
        assert (stored.state, str(stored.visit_on)) == ("scheduled", day)
    page, form = open_page(staff, stored)
    assert form["visit_on"] == "2026-03-10"
    assert page.texts("[name=_state]") == ["Spam", "Change the day"]


@pytest.mark.parametrize("button", [{"_outcome": "no_answer"}, {"_close": "declined"}, {"state": "contacted"}])
def test_a_day_that_another_button_would_lose_is_pointed_out(staff, clock, stored, button):
    page = Page(change(staff, stored, visit_on="2026-03-09", **button))
    assert page.texts(".errorlist") == ["To save the day of the visit, press Scheduled. Otherwise clear it."]
    assert list(stored.entries.all()) == []


def test_the_day_of_a_scheduled_visit_cannot_be_cleared(staff, clock, stored):
    handle(stored, state="scheduled")
    page = Page(change(staff, stored, visit_on=""))
    assert page.texts(".errorlist") == ["Enter the day of the visit, then press Change the day."]


def test_a_colleagues_day_stands_beside_the_one_that_was_typed(staff, clock, stored):
    _, form = open_page(staff, stored)
    handle(stored, state="scheduled", visit_on=date(2026, 3, 5))
    typed = {"visit_on": "2026-03-09", "_state": "scheduled"}
    page = Page(staff.post(f"{LIST}{stored.pk}/change/", form | typed))
    assert page.text(".buttons__visit .help") == "Stored now: March 5, 2026"
    assert form_of(page)["visit_on"] == "2026-03-09"


def test_closing_asks_for_one_of_the_reasons(staff, stored):
    page, _ = open_page(staff, stored)
    assert page.text(".call-panel details summary") == "Close"
    reasons = {button["value"]: button.get_text() for button in page.all("details [name=_close]")}
    assert reasons == {value: label for value, label in stored.ClosedBecause.choices if value != "came"}
    change(staff, stored, _close="not_our_field")
    stored.refresh_from_db()
    assert (stored.state, stored.closed_because) == ("closed", "not_our_field")
    page, _ = open_page(staff, stored)
    assert page.text(".call-panel__step") == "Done: outside our specialty"
    assert page.all("[name=_close]") == []


def test_page_asks_whether_the_patient_came_once_the_day_has_come(staff, clock, stored):
    handle(stored, state="scheduled", visit_on=date(2026, 3, 3))
    page, _ = open_page(staff, stored)
    assert page.all("[name=_came], [name=_missed]") == []
    assert change(staff, stored, _came="came").status_code == 400
    clock.shift(timedelta(days=1))
    page, _ = open_page(staff, stored)
    assert page.texts("[name=_came], [name=_missed]") == ["Came", "Did not come"]
    change(staff, stored, _missed="missed", note="She forgot.")
    stored.refresh_from_db()
    assert (stored.state, stored.came, stored.entries.last().note) == ("contacted", False, "She forgot.")
    _, form = open_page(staff, stored)
    assert form["visit_on"] == ""  # for the next one


@pytest.mark.parametrize(
    "button", [{"_outcome": "shouted"}, {"_state": "lost"}, {"_state": "closed"}, {"_close": ""}, {"_close": "came"}]
)
def test_unknown_button_is_refused(staff, stored, button):
    assert change(staff, stored, **button).status_code == 400
    assert list(stored.entries.all()) == []


def test_next_call_of_a_closed_request_is_refused(staff, stored):
    handle(stored, state="closed")
    page = Page(change(staff, stored, call_due_at="2026-03-09T10:00"))
    assert page.texts(".errorlist") == [
        "Change the state or clear the next call: scheduled and ended requests have none."
    ]


@pytest.fixture
def at_night(clock, client, admin_user):
    """A member of staff who has signed in at the second half past one of the night that ends daylight saving time."""
    clock.move_to(datetime(2026, 11, 1, 7, 30, tzinfo=UTC))
    client.force_login(admin_user)
    return client


def test_untouched_moment_in_the_repeated_hour_is_accepted(at_night):
    stored = make_request(clinic=make_clinic(periods=()))
    _, form = open_page(at_night, stored)
    assert form["call_due_at"] == form["initial-call_due_at"] == "2026-11-01T01:30"
    assert change(at_night, stored, _outcome="no_answer").status_code == 302
    stored.refresh_from_db()
    assert (stored.last_outcome, stored.call_due_at) == ("no_answer", timezone.now() + timedelta(hours=2))
    assert "call_due_at" not in str(LogEntry.objects.get())


def test_conflict_is_shown_in_the_repeated_hour_too(at_night):
    stored = make_request(clinic=make_clinic(periods=()))
    _, form = open_page(at_night, stored)
    handle(stored, note="Rang.")
    page = Page(at_night.post(f"{LIST}{stored.pk}/change/", form | {"note": "Me too."}))
    assert page.all(".errorlist") == []
    assert len(page.all(".meanwhile")) == 1
    assert form_of(page)["call_due_at"] == "2026-11-01T01:30"


@pytest.mark.parametrize("moment", ["2028-01-01T10:00", "9999-12-31T23:59"])
def test_next_call_more_than_a_year_away_is_refused(staff, clock, stored, moment):
    handle(stored, state="contacted")
    page = Page(change(staff, stored, call_due_at=moment))
    assert page.texts(".errorlist") == ["Choose an earlier day: this is more than a year away."]


def test_djangos_own_history_names_the_field_and_the_button(staff, stored):
    change(staff, stored, _outcome="no_answer", note="Kowalska rang.")
    assert str(LogEntry.objects.get()) == f"Changed “{stored.reference}” — Changed note and call."


@pytest.mark.parametrize("button", [{}, {"_close": "declined"}])
def test_the_promise_cannot_be_put_off_before_the_first_call(staff, clock, stored, button):
    page = Page(change(staff, stored, call_due_at="2026-03-09T10:00", **button))
    assert page.texts(".errorlist") == [
        "Record how a call ended or change the state: until the first call, the promise to the patient stands."
    ]
    assert change(staff, stored, call_due_at="2026-03-09T10:00", _outcome="voicemail").status_code == 302
    stored.refresh_from_db()
    assert stored.call_due_at == MONDAY_NOON + timedelta(days=6, hours=21)  # daylight saving time has begun


def test_the_next_call_is_set_on_the_clinics_clock(staff, clock, stored):
    handle(stored, state="contacted")
    change(staff, stored, call_due_at="2026-03-03T10:15")
    stored.refresh_from_db()
    assert stored.call_due_at == MONDAY_NOON + timedelta(hours=22, minutes=15)


def test_seconds_that_the_field_does_not_show_are_no_change(staff, stored):
    due = MONDAY_NOON + timedelta(seconds=7, microseconds=5)
    handle(stored, state="contacted", call_due_at=due)
    change(staff, stored, note="Rang.")
    stored.refresh_from_db()
    assert (stored.call_due_at, stored.entries.last().changes) == (due, "")


def test_story_is_newest_first_with_author_and_time(staff, clock, clinic_zone, stored):
    handle(stored, outcome="no_answer", note="<b>Rang</b> out.")
    clock.shift(timedelta(hours=1))
    handle(stored, state="closed")
    page, _ = open_page(staff, stored)
    assert page.texts(".story__who") == ["ewa, 1 p.m. today", "ewa, noon today"]
    assert page.texts(".story__entry")[1] == (
        "ewa, noon today Call: No answer Next call by March 2, 2026, 2 p.m."
        "State changed from New to Not reached yet. <b>Rang</b> out."
    )


def test_a_page_costs_the_same_however_long_its_story(staff, stored):
    open_page(staff, stored)
    costs = []
    for _ in range(2):
        for _ in range(5):
            handle(stored, outcome="no_answer", note="Rang out.")
        with CaptureQueriesContext(connection) as queries:
            open_page(staff, stored)
        costs.append(len(queries))
    assert costs[0] == costs[1]


# The page of a request: two people, mistakes


def test_conflict_shows_both_versions_and_keeps_what_was_typed(staff, clock, stored):
    page_address = f"{LIST}{stored.pk}/change/"
    _, form = open_page(staff, stored)
    ewa = get_user_model().objects.create_user("ewa", is_staff=True)
    handle(stored, user=ewa, outcome="no_answer", note="Rang out.", assigned_to=ewa)

    # The other one sends what was written on the older page
    typed = {"state": "contacted", "note": "Coming on Thursday.", "corrected_phone": "312-555-0199"}
    page = Page(staff.post(page_address, form | typed))
    assert "ewa, noon today Call: No answer" in page.text(".meanwhile")
    assert "Rang out." in page.text(".meanwhile")
    assert page.text(".meanwhile h2") == "Your changes weren't saved: someone else saved first"
    assert page.all(".errornote, .errorlist") == []
    assert stored.entries.count() == 1

    # Both are there: what was typed, what is stored beside it, and what only ewa changed
    again = form_of(page)
    assert {name: again[name] for name in typed} == typed
    assert again["assigned_to"] == str(ewa.pk)
    assert page.text(".field-state .help") == "Stored now: Not reached yet"
    assert page.text(".field-corrected_phone .help") == "Stored now: nothing"
    assert page.texts(".field-assigned_to .help") == ["Choose the colleague responsible for this request."]

    # Sent again, it is written, and nothing of ewa's is taken back
    assert staff.post(page_address, again).status_code == 302
    stored.refresh_from_db()
    assert (stored.state, stored.corrected_phone, stored.assigned_to) == ("contacted", "312-555-0199", ewa)
    assert [entry.note for entry in stored.entries.all()] == ["Rang out.", "Coming on Thursday."]


def test_conflict_never_resets_fields_that_only_the_other_person_changed(staff, stored):
    _, form = open_page(staff, stored)
    handle(stored, state="scheduled", corrected_phone="312-555-0199")
    page = Page(staff.post(f"{LIST}{stored.pk}/change/", form | {"note": "Rang."}))
    staff.post(f"{LIST}{stored.pk}/change/", form_of(page))
    stored.refresh_from_db()
    assert (stored.state, stored.corrected_phone) == ("scheduled", "312-555-0199")
    assert stored.entries.last().changes == ""


def test_refused_form_still_shows_the_stored_request(staff, stored):
    page = Page(change(staff, stored, corrected_phone="later", _close="declined"))
    assert page.links("Call (312) 555-0142") == ["tel:+13125550142"]
    assert page.texts(".call-panel :is([name=_state], summary)") == ["Spam", "Scheduled", "Close"]


def test_double_click_on_the_page_is_one_call(staff, stored):
    _, form = open_page(staff, stored)
    for _ in range(2):
        assert staff.post(f"{LIST}{stored.pk}/change/", form | {"_outcome": "no_answer"}).status_code == 302
    assert stored.entries.count() == 1


def test_saving_an_erased_request_says_so(staff, stored):
    _, form = open_page(staff, stored)
    ConsultationRequest.objects.all().delete()
    response = staff.post(f"{LIST}{stored.pk}/change/", form | {"note": "Rang."}, follow=True)
    assert Page(response).texts(".messagelist li") == [
        "This request does not exist. It may have been erased. Nothing was saved."
    ]


def test_request_erased_while_it_is_being_saved_says_so(staff, stored, monkeypatch):
    _, form = open_page(staff, stored)
    lock_request = workflow.lock_request

    def lock_too_late(pk, seen_version):
        ConsultationRequest.objects.all().delete()
        return lock_request(pk, seen_version)

    monkeypatch.setattr(workflow, "lock_request", lock_too_late)
    response = staff.post(f"{LIST}{stored.pk}/change/", form | {"_outcome": "reached"})
    assert response["Location"] == LIST
    assert Page(staff.get(LIST)).text(".messagelist .warning") == (
        "This request does not exist. It may have been erased. Nothing was saved."
    )


def test_the_last_step_is_undone_by_the_button_beside_it(staff, stored):
    handle(stored, outcome="no_answer")
    handle(stored, state="closed")
    page, _ = open_page(staff, stored)
    assert [bool(entry.select("[name=_undo]")) for entry in page.all(".story__entry")] == [True, False]
    change(staff, stored, _undo="1", note="Wrong button.")
    stored.refresh_from_db()
    assert (stored.state, stored.last_outcome) == ("tried", "no_answer")
    page, _ = open_page(staff, stored)
    assert [bool(entry.select("[name=_undo]")) for entry in page.all(".story__entry")] == [False, False, False, True]
    assert "Undone: state changed from Not reached yet to Closed." in page.texts(".story__entry")[1]
    assert page.texts(".story__entry")[0].endswith("Wrong button.")


def test_undo_after_a_change_is_a_conflict(staff, stored):
    handle(stored, state="closed")
    _, form = open_page(staff, stored)
    handle(stored, state="contacted")
    page = Page(staff.post(f"{LIST}{stored.pk}/change/", form | {"_undo": "1"}))
    assert "State changed from Closed to Contacted." in page.text(".meanwhile")
    stored.refresh_from_db()
    assert stored.state == "contacted"


def test_staff_with_view_permission_see_no_button_and_change_nothing(stored):
    handle(stored, outcome="no_answer")
    looker = colleague(permissions=["view"])
    page = Page(looker.get(f"{LIST}{stored.pk}/change/"))
    assert page.all("#content-main :is(button, input, select, textarea):not([type=hidden])") == []
    for address in (f"{stored.pk}/change/", f"{stored.pk}/verdict/"):
        assert looker.post(f"{LIST}{address}", {"_outcome": "reached", "spam": "2"}).status_code == 403
    assert stored.entries.count() == 1


# Searching


def search(staff, term):
    """The references that a search shows, and the address it leads to."""
    response = staff.post(f"{LIST}search/", {"term": term})
    return Page(staff.get(response["Location"])).texts(".field-reference"), response["Location"]


@pytest.mark.parametrize(
    "term",
    ["Kowalska", "maria", "KOWALSKA maria", "(312) 555-0142", "+1 312 555 0142", "312.555.0142", "MARIA@example.net"],
)
def test_requests_are_found_by_number_address_and_words_of_the_name(staff, stored, term):
    make_request(full_name="Maria Nowak", phone="(312) 555-0199", email="m@example.net")
    found, address = search(staff, term)
    assert stored.reference in found
    assert (len(found) == 1) == (term != "maria")
    assert not any(word in address.casefold() for word in ["kowalska", "maria", "0142", "example.net"])


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("Łukasz Żółć", "lukasz zolc"),
        ("أحمد", "احمد"),
        ("José O'Neill", "jose"),
        ("یوسف کریم", "يوسف كريم"),
        ("Æsa Yıldız", "aesa yildiz"),
    ],
)
def test_names_are_found_without_their_accents(staff, db, name, term):
    make_clinic()
    stored = make_request(full_name=name)
    assert search(staff, term)[0] == [stored.reference]


def test_a_request_is_found_by_its_reference_however_it_is_written(staff, stored):
    for term in (stored.reference, stored.reference.lower().replace("-", " "), stored.reference.replace("0", "O")):
        assert search(staff, term)[0] == [stored.reference]


def test_a_corrected_number_is_found_too(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199")
    assert search(staff, "(312) 555-0199")[0] == search(staff, "(312) 555-0142")[0] == [stored.reference]


@pytest.mark.parametrize(
    "term", ["kow", "Kowal", "0142", "kow 0142", "٠١٤٢ Mar", "kowalska (0142)", "555-0142", "kow 555 0142"]
)
def test_requests_are_found_by_beginnings_of_words_and_the_last_four_digits(staff, stored, term):
    make_request(full_name="Maria Nowak", phone="(312) 555-0199", email="m@example.net")
    make_request(full_name="Kora Wilk", phone="(312) 555-0199", email="k@example.net")
    assert search(staff, term)[0] == [stored.reference]


def test_a_long_word_is_compared_by_its_first_letters(staff, db):
    make_clinic()
    stored = make_request(full_name="Aikaterini Papadopoulou-Christodoulopoulou")
    for term in ("papadopoulou", "Christodoulopoulou", "christodoulo", "chr pap aik"):
        assert search(staff, term)[0] == [stored.reference]


def test_the_last_digits_of_every_number_of_a_request_are_found(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199 x7")
    assert search(staff, "0199")[0] == search(staff, "0142")[0] == [stored.reference]


def test_the_same_last_digits_are_not_the_same_person(staff, stored):
    make_request(full_name="Maria Kowalska", phone="(708) 555-0142", email="")
    assert "The same person" not in open_page(staff, stored)[0].text("#content-main")


@pytest.mark.parametrize(
    "term",
    [
        *("ko", "owal", "Kowalskaa", "kow nowak", "kow 0199", "142", "3125", "555-0143"),
        *("nobody@example.net", "zzz", "ZZZZ-ZZZZ", "%", "'; --"),
    ],
)
def test_other_terms_find_nothing(staff, stored, term):
    assert search(staff, term)[0] == []


def test_an_empty_search_shows_all(staff, stored):
    assert search(staff, "  ") == ([stored.reference], LIST)


def test_forged_search_address_finds_nothing(staff, stored):
    for made_up in ("Kowalska", encrypt("Kowalska")):  # the second as it stands in an old backup
        page = Page(staff.get(LIST, {"q": made_up}))
        assert page.texts(".field-reference") == []
        assert page.one("#searchbar")["value"] == ""


def test_search_term_is_shown_in_the_search_box_only(staff, stored):
    response = staff.get(staff.post(f"{LIST}search/", {"term": "Kowalska"})["Location"])
    page = Page(response)
    assert page.one("#searchbar")["value"] == "Kowalska"
    assert page.one("#changelist-search")["method"] == "post"
    assert "Kowalska" not in page.title
    assert staff.get(f"{LIST}search/").status_code == 405


# Access records


def recorded():
    """What was recorded since last asked, oldest first."""
    records = list(AccessRecord.objects.order_by("pk"))
    AccessRecord.objects.all()._raw_delete("default")
    return [(record.action, record.reference, record.details) for record in records]


@pytest.fixture
def _nothing_recorded_yet(staff, stored):
    recorded()


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_every_look_and_change_is_recorded_once(staff, stored, admin_user):
    page = f"{LIST}{stored.pk}/change/"
    staff.get(LIST)
    assert recorded() == [("list", "", stored.reference)]
    search(staff, "Kowalska")
    assert recorded() == [("list", "", f"search: {stored.reference}")]
    search(staff, "Nobody")
    assert recorded() == [("list", "", "search: ")]
    staff.get(page)
    assert recorded() == [("view", stored.reference, "")]
    staff.get(f"{LIST}{stored.pk}/history/")
    assert recorded() == [("view", stored.reference, "history")]
    change(staff, stored, state="contacted", note="Rang.")
    assert recorded() == [("view", stored.reference, ""), ("change", stored.reference, "state, note")]
    change(staff, stored, corrected_phone="nonsense")  # refused, and shown again
    assert recorded() == [("view", stored.reference, "")] * 2


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_a_record_says_who_and_from_where(staff, stored, admin_user):
    staff.get(f"{LIST}{stored.pk}/change/", headers={"x-forwarded-for": "198.51.100.9"})
    record = AccessRecord.objects.get()
    assert (record.actor_id, record.actor_name) == (admin_user.pk, admin_user.get_username())
    assert (record.address, record.request_id) == ("198.51.100.9", stored.pk)


def test_nobody_changes_or_deletes_a_record(staff, stored):
    staff.get(LIST)
    record = AccessRecord.objects.latest("pk")
    for forbidden in (record.save, record.delete, AccessRecord.objects.all().delete, AccessRecord._base_manager.delete):
        with pytest.raises(TypeError):
            forbidden()
    with pytest.raises(TypeError):
        AccessRecord.objects.update(actor_name="somebody else")
    record.actor_name = "somebody else"
    with pytest.raises(TypeError):
        AccessRecord.objects.bulk_update([record], ["actor_name"])


def overwrite_in_bulk():
    record = AccessRecord.objects.latest("pk")
    record.actor_name = "somebody else"
    AccessRecord.objects.bulk_create(
        [record], update_conflicts=True, unique_fields=["id"], update_fields=["actor_name"]
    )


def overwrite_in_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE consultations_accessrecord SET actor_name = 'somebody else'")


@pytest.mark.parametrize("overwrite", [overwrite_in_bulk, overwrite_in_sql])
def test_the_database_itself_refuses_to_change_a_record(staff, stored, overwrite):
    staff.get(LIST)
    with pytest.raises(DatabaseError, match="access records are never changed"), transaction.atomic():
        overwrite()
    assert not AccessRecord.objects.filter(actor_name="somebody else").exists()


def test_without_a_record_nothing_is_shown(staff, stored, monkeypatch):
    def broken(**values):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(AccessRecord.objects, "create", broken)
    staff.raise_request_exception = False
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        response = staff.get(address)
        assert response.status_code == 500
        assert "Kowalska" not in response.content.decode()


# Erasing


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_erasing_asks_first_and_leaves_only_the_record(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/erase/"))
    assert ConsultationRequest.objects.exists()
    assert page.text("h1") == f"Erase request {stored.reference}?"
    assert recorded() == []
    staff.post(f"{LIST}{stored.pk}/erase/")
    assert [model.objects.count() for model in (ConsultationRequest, OutgoingMail, LookupKey)] == [0, 0, 0]
    assert recorded() == [("erase", stored.reference, "")]


def test_erasing_needs_its_permission(stored, client, django_user_model):
    user = django_user_model.objects.create_user("desk", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_consultationrequest"]))
    client.force_login(user)
    assert client.post(f"{LIST}{stored.pk}/erase/").status_code == 403
    assert Page(client.get(f"{LIST}{stored.pk}/change/")).links("Erase this request") == []


# Mails

MAILS = "/admin/consultations/outgoingmail/"


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_a_waiting_mail_is_tried_at_once(staff, stored):
    mail = stored.mails.first()
    OutgoingMail.objects.update(attempts=3, due_at=timezone.now() + timedelta(minutes=9))
    assert staff.post(f"{MAILS}{mail.pk}/send-again/")["Location"] == f"{MAILS}{mail.pk}/change/"
    mail.refresh_from_db()
    assert mail.due_at <= timezone.now()
    assert recorded() == [("resend", stored.reference, f"mail {mail.pk}")]


def test_claimed_mail_is_left_to_its_worker(staff, stored):
    mail = outbox.claim_next()
    staff.post(f"{MAILS}{mail.pk}/send-again/")
    mail.refresh_from_db()
    assert mail.due_at > timezone.now()


def test_sent_mail_is_sent_again_as_a_copy(staff, stored):
    outbox.deliver_due()
    first = stored.mails.first()
    staff.post(f"{MAILS}{first.pk}/send-again/")
    copy = stored.mails.latest("pk")
    assert (copy.recipient, copy.subject, copy.body, copy.sent_at) == (first.recipient, first.subject, first.body, None)
    assert copy.message_id != first.message_id


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_mails_are_listed_and_shown_with_their_errors(staff, stored):
    OutgoingMail.objects.update(last_error="SMTPServerDisconnected: gone")
    mail = stored.mails.first()
    assert Page(staff.get(f"{MAILS}?waiting=yes")).texts(".field-reference") == [stored.reference] * 2
    assert Page(staff.get(f"{MAILS}?waiting=late")).texts(".field-reference") == []
    page = Page(staff.get(f"{MAILS}{mail.pk}/change/"))
    assert "SMTPServerDisconnected: gone" in page.text("#content-main")
    assert recorded() == [("view", stored.reference, f"mail {mail.pk}")]
    assert page.one("form[action$=send-again\\/] input[type=submit]")["value"] == "Try now"
    assert staff.get(f"{MAILS}{mail.pk}/send-again/").status_code == 405


def test_admin_home_warns_of_late_mail(staff, stored):
    assert Page(staff.get("/admin/")).all(".errornote") == []
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(minutes=75))
    banner = Page(staff.get("/admin/")).one(".errornote")
    assert " ".join(banner.get_text().split()) == (
        "2 emails to staff could not be sent yet; the oldest has been waiting for 1\xa0hour, 15\xa0minutes. "
        "No request is lost, but some staff are not notified of new ones: check the list of requests more often. "
        "Show these emails and what went wrong"
    ).replace("\xa0", " ")
    outbox.deliver_due()
    assert Page(staff.get("/admin/")).all(".errornote") == []


def test_undeliverable_confirmation_raises_no_alarm(staff, stored):
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=2), kind="confirmation")
    assert Page(staff.get("/admin/")).all(".errornote") == []


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_staff_stop_an_undeliverable_mail(staff, stored):
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=2))
    mails = stored.mails.order_by("pk")
    for mail in mails:
        assert staff.post(f"{MAILS}{mail.pk}/give-up/")["Location"] == f"{MAILS}{mail.pk}/change/"
    assert recorded() == [("change", stored.reference, f"mail {mail.pk} given up") for mail in mails]
    assert Page(staff.get("/admin/")).all(".errornote") == []
    assert outbox.deliver_due() == 0
    buttons = Page(staff.get(f"{MAILS}{mail.pk}/change/")).all("#content-main input[type=submit]")
    assert [button["value"] for button in buttons] == ["Send it again"]
    staff.post(f"{MAILS}{mail.pk}/send-again/")
    assert outbox.deliver_due() == 1


def test_digest_is_not_sent_before_its_window_ends(staff, stored, settings):
    settings.RATE_LIMIT_OVERALL = 1
    make_request(reason="One too many")
    digest = OutgoingMail.objects.filter(kind="digest").first()
    staff.post(f"{MAILS}{digest.pk}/send-again/")
    digest.refresh_from_db()
    assert digest.due_at > timezone.now()


def test_unreadable_request_can_be_erased(staff, stored, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    staff.post(f"{LIST}{stored.pk}/erase/")
    settings.FIELD_ENCRYPTION_KEYS = []
    assert not ConsultationRequest.objects.exists()


def test_saving_an_old_open_request_leaves_the_sameness_key_to_the_newer_one(staff, stored):
    """Staff had it open while, after 24 hours, the same answers came in again."""
    ConsultationRequest.objects.filter(pk=stored.pk).update(received_at=timezone.now() - timedelta(hours=25))
    again = make_request()
    assert again.pk != stored.pk
    handle(stored, note="Rang.")
    again.refresh_from_db()
    assert again.sameness_key
