"""What the front desk does with a request, and what that leaves behind. The clinic is open on weekdays, 9 to 5."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import BadRequest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from clinic_site.facts import read_clinic
from consultations.desk.workflow import (
    CAME,
    DID_NOT_COME,
    ConflictError,
    NothingToUndoError,
    find_last_step,
    handle_request,
    is_repeated,
    undo_last_step,
)
from consultations.models import AccessRecord, ConsultationRequest, Entry
from tests.factories import MONDAY_NOON, handle, make_clinic, make_request

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
CLOSING = MONDAY_NOON + 5 * HOUR  # by which whoever asked on Monday noon was promised a call
CLOSE = {"state": "closed", "closed_because": "declined"}
TUESDAY_NINE = MONDAY_NOON + 21 * HOUR


@pytest.fixture
def asked(clock):
    return make_request(clinic=make_clinic())


def person(name):
    return get_user_model().objects.get_or_create(username=name, defaults={"is_staff": True})[0]


def stored(consultation_request):
    return ConsultationRequest.objects.get(pk=consultation_request.pk)


def undone(consultation_request, by="ewa"):
    return undo_last_step(
        pk=consultation_request.pk,
        seen_version=stored(consultation_request).version,
        user=person(by),
        address="192.0.2.1",
    )


def story(consultation_request):
    """(who, outcome, note, changes) of each entry, oldest first."""
    return [(e.by_name, e.outcome, e.note, e.changes) for e in consultation_request.entries.all()]


# Calls


@pytest.mark.parametrize(
    ("outcome", "state", "due"),
    [
        ("reached", "contacted", None),
        ("no_answer", "tried", MONDAY_NOON + 2 * HOUR),
        ("voicemail", "contacted", TUESDAY_NINE + 3 * HOUR),  # five open hours are left on Monday
        ("wrong_number", "tried", MONDAY_NOON + 4 * HOUR),
        ("interpreter", "contacted", MONDAY_NOON + 4 * HOUR),
    ],
)
def test_call_is_recorded_and_the_next_one_is_due_in_open_time(asked, outcome, state, due):
    handle(asked, outcome=outcome)
    called = stored(asked)
    assert (called.state, called.last_outcome, called.last_called_at) == (state, outcome, MONDAY_NOON)
    assert (called.first_called_at, called.call_due_at) == (MONDAY_NOON, due)
    assert called.interpreter is True  # Maria asked for one; an outcome takes none away
    assert asked.entries.get().outcome == outcome


def test_a_second_call_leaves_the_first_one_first(asked, clock):
    handle(asked, outcome="no_answer")
    clock.shift(2 * HOUR)
    handle(asked, outcome="reached")
    called = stored(asked)
    assert (called.first_called_at, called.last_called_at) == (MONDAY_NOON, MONDAY_NOON + 2 * HOUR)


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        (["no_answer", "wrong_number"], "tried"),
        (["no_answer", "voicemail"], "contacted"),
        (["wrong_number", "reached"], "contacted"),
        (["reached", "no_answer"], "contacted"),
    ],
)
def test_a_request_is_contacted_once_a_call_got_through(asked, outcomes, state):
    for outcome in outcomes:
        handle(asked, outcome=outcome)
    assert stored(asked).state == state


def test_a_call_that_found_a_need_for_an_interpreter_says_so(db, clock):
    asked = make_request(clinic=make_clinic(), interpreter=None)
    handle(asked, outcome="interpreter")
    assert stored(asked).interpreter is True
    assert "Needs an interpreter." in asked.entries.get().changes


def test_a_time_that_was_agreed_on_the_call_is_kept(asked):
    agreed = TUESDAY_NINE
    handle(asked, outcome="reached", call_due_at=agreed)
    assert stored(asked).call_due_at == agreed


def test_a_call_that_ends_it_counts_as_a_call(asked):
    handle(asked, outcome="reached", state="closed")
    ended = stored(asked)
    assert (ended.state, ended.call_due_at, ended.first_called_at) == ("closed", None, MONDAY_NOON)


def test_called_request_is_no_longer_held(clock):
    held = make_request(clinic=make_clinic(), subject="x")
    handle(held, outcome="no_answer")
    assert stored(held).held is False
    assert [r.pk for r in ConsultationRequest.objects.waiting(MONDAY_NOON)] == [held.pk]


def test_without_hours_the_next_call_is_plainly_later(clock):
    asked = make_request(clinic=make_clinic(periods=()))
    assert (asked.call_by, asked.call_due_at) == (None, MONDAY_NOON)
    handle(asked, outcome="no_answer")
    assert stored(asked).call_due_at == MONDAY_NOON + 2 * HOUR


# Changes


@pytest.mark.parametrize("state", ["scheduled", "closed", "spam"])
def test_settled_requests_are_not_on_the_call_list(asked, state):
    handle(asked, state=state)
    assert stored(asked).call_due_at is None
    assert list(ConsultationRequest.objects.to_call(MONDAY_NOON + 24 * HOUR)) == []


@pytest.mark.parametrize(("state", "ended_at"), [("scheduled", None), ("closed", MONDAY_NOON), ("spam", MONDAY_NOON)])
def test_ended_request_has_a_date_and_releases_its_sameness_key(asked, state, ended_at):
    handle(asked, state=state)
    ended = stored(asked)
    assert ended.ended_at == ended_at
    assert (ended.sameness_key is None) == (ended_at is not None)


def test_reopened_request_is_due_at_its_promised_time(asked, clock):
    handle(asked, state="closed")
    clock.shift(HOUR)
    handle(asked, state="new")
    opened = stored(asked)
    assert (opened.ended_at, opened.call_due_at) == (None, CLOSING)


@pytest.mark.parametrize("due", [None, MONDAY_NOON, CLOSING + 24 * HOUR])
def test_the_promise_of_a_new_request_cannot_be_put_off(asked, due):
    handle(asked, call_due_at=due)
    assert stored(asked).call_due_at == CLOSING
    assert story(asked) == []


def test_a_corrected_number_is_due_at_once_and_the_old_one_is_kept(asked, clock):
    handle(asked, outcome="wrong_number")
    clock.shift(HOUR)
    handle(asked, corrected_phone="(312) 555-0199")
    corrected = stored(asked)
    assert (corrected.phone, corrected.corrected_phone) == ("(312) 555-0142", "(312) 555-0199")
    assert [r.pk for r in ConsultationRequest.objects.to_call(MONDAY_NOON + HOUR)] == [asked.pk]
    assert asked.entries.last().changes == ("Number changed from (312) 555-0142 to (312) 555-0199.\nCall now.")


def test_a_number_that_was_corrected_before_any_call_changes_no_promise(asked):
    handle(asked, corrected_phone="(312) 555-0199")
    assert stored(asked).call_due_at == CLOSING


def test_entry_has_author_change_and_time(asked):
    handle(asked, user=person("jan"), assigned_to=person("ewa"), state="contacted", note="Coming on Thursday.")
    (entry,) = asked.entries.all()
    assert (entry.by_name, entry.at, entry.note) == ("jan", MONDAY_NOON, "Coming on Thursday.")
    assert entry.changes == "Assigned to ewa.\nState changed from New to Contacted."
    assert (entry.state_before, entry.state_after, entry.due_before) == ("new", "contacted", CLOSING)


def test_nothing_to_write_writes_nothing(asked):
    handle(asked, state="new", corrected_phone="")
    assert story(asked) == []
    assert (stored(asked).version, AccessRecord.objects.filter(action="change").count()) == (1, 0)


def test_the_access_record_names_fields_and_no_words(asked):
    handle(asked, outcome="wrong_number", corrected_phone="(312) 555-0199", note="Ask for Maria.")
    assert AccessRecord.objects.get(action="change").details == "corrected_phone, call_due_at, state, call, note"


def test_notes_and_numbers_are_encrypted_where_they_are_stored(asked):
    handle(asked, corrected_phone="(312) 555-0199", note="Ask for Maria.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT note, changes FROM consultations_entry")
        assert not any("Maria" in text or "0199" in text for text in cursor.fetchone())


# Two at once


def handle_as_seen(consultation_request, version, by="jan", **what):
    return handle_request(
        pk=consultation_request.pk,
        seen_version=version,
        user=person(by),
        address="192.0.2.1",
        clinic=read_clinic(),
        **what,
    )


def test_change_by_someone_else_is_never_overwritten(asked):
    handle(asked, outcome="no_answer", note="Rang out.")
    handle(asked, state="scheduled")
    with pytest.raises(ConflictError) as conflict:
        handle_as_seen(asked, 1, changes={"state": "closed"}, note="Done.")
    assert [(e.by_name, e.note) for e in conflict.value.entries] == [("ewa", "Rang out."), ("ewa", "")]
    assert (stored(asked).state, len(story(asked))) == ("scheduled", 2)


def test_with_the_new_version_it_is_written(asked):
    handle(asked, outcome="no_answer")
    handle_as_seen(asked, 2, changes={"state": "closed", "closed_because": "other"})
    assert stored(asked).state == "closed"


def test_erased_request_is_not_written_to(asked):
    ConsultationRequest.objects.all().delete()
    with pytest.raises(ConsultationRequest.DoesNotExist):
        handle_as_seen(asked, 1, note="Rang.")


@pytest.mark.parametrize("what", [{"outcome": "no_answer", "note": "Rang."}, {"changes": CLOSE}])
def test_double_click_writes_one_entry(asked, what):
    first = handle_as_seen(asked, 1, **what)
    second = handle_as_seen(asked, 1, **what)
    assert (second.version, second.state) == (first.version, first.state)
    assert len(story(asked)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"by": "ewa", "outcome": "no_answer"},
        {"outcome": "reached"},
        {"outcome": "no_answer", "note": "Twice."},
        {"outcome": "no_answer", "changes": CLOSE},
    ],
)
def test_another_persons_change_or_a_different_one_is_a_conflict(asked, other):
    handle_as_seen(asked, 1, outcome="no_answer")
    with pytest.raises(ConflictError):
        handle_as_seen(asked, 1, **other)


def test_same_change_from_an_old_page_later_is_a_conflict(asked, clock):
    handle_as_seen(asked, 1, outcome="no_answer")
    clock.shift(timedelta(minutes=1))
    with pytest.raises(ConflictError):
        handle_as_seen(asked, 1, outcome="no_answer")


# Undoing


@pytest.mark.parametrize("outcome", ["reached", "no_answer", "voicemail", "wrong_number", "interpreter"])
def test_mistaken_call_is_undone(asked, clock, outcome):
    handle(asked, outcome=outcome)
    clock.shift(HOUR)
    undone(asked)
    back = stored(asked)
    assert (back.state, back.call_due_at) == ("new", CLOSING)
    assert (back.last_outcome, back.last_called_at, back.first_called_at) == ("", None, None)
    assert [changes for *_, changes in story(asked)][1].startswith("Undone: call, ")


def test_undoing_a_second_call_brings_back_the_first(asked, clock):
    handle(asked, outcome="no_answer")
    clock.shift(HOUR)
    handle(asked, outcome="reached")
    undone(asked)
    back = stored(asked)
    assert (back.state, back.last_outcome, back.last_called_at) == ("tried", "no_answer", MONDAY_NOON)
    assert (back.first_called_at, back.call_due_at) == (MONDAY_NOON, MONDAY_NOON + 2 * HOUR)


def test_undoing_keeps_the_next_call_that_a_colleague_set_since(asked, clock, clinic_zone):
    handle(asked, outcome="no_answer")
    handle(asked, outcome="voicemail")
    handle(asked, call_due_at=MONDAY_NOON + 7 * 24 * HOUR, note="On holiday until then.")
    undone(asked)
    back = stored(asked)
    assert (back.last_outcome, back.call_due_at) == ("no_answer", MONDAY_NOON + 7 * 24 * HOUR)
    assert asked.entries.last().changes == (
        "Undone: call, left a voicemail; state changed from Not reached yet to Contacted.\n"
        "Kept: Next call by March 9, 2026, 1 p.m."
    )
    undone(asked)
    back = stored(asked)
    assert (back.state, back.call_due_at) == ("new", CLOSING)  # nobody has called: the promise stands
    assert asked.entries.last().changes == (
        "Undone: call, no answer; state changed from New to Not reached yet.\n"
        "Restored: Next call by March 2, 2026, 5 p.m."
    )


def test_undoing_a_close_restores_the_agreed_next_call(asked):
    handle(asked, outcome="no_answer")
    handle(asked, call_due_at=TUESDAY_NINE)
    handle(asked, state="closed")
    undone(asked)
    assert stored(asked).call_due_at == TUESDAY_NINE
    assert asked.entries.last().changes == "Undone: state changed from Not reached yet to Closed."


def test_undoing_does_not_depend_on_wording(clock):
    held = make_request(clinic=make_clinic(), subject="x", interpreter=None)
    handle(held, outcome="interpreter")
    Entry.objects.update(changes="Worded otherwise in a later version.")
    undone(held)
    assert (stored(held).held, stored(held).interpreter) == (True, False)


def test_undoing_goes_back_step_by_step_until_nothing_is_left(asked):
    for state in ("contacted", "scheduled", "closed"):
        handle(asked, state=state)
    states = []
    for _ in range(3):
        states.append(undone(asked).state)
    assert states == ["scheduled", "contacted", "new"]
    assert stored(asked).ended_at is None
    with pytest.raises(NothingToUndoError):
        undone(asked)


def test_notes_and_assignments_are_no_steps(asked):
    handle(asked, state="closed")
    handle(asked, note="Moved away.", assigned_to=person("jan"))
    assert find_last_step(stored(asked)).state_after == "closed"
    undone(asked)
    assert (stored(asked).state, stored(asked).assigned_to.username) == ("new", "jan")


def test_undoing_a_call_undoes_its_other_effects_too(clock):
    held = make_request(clinic=make_clinic(), subject="x", interpreter=None)
    handle(held, outcome="interpreter")
    undone(held)
    back = stored(held)
    assert (back.held, back.interpreter, back.state) == (True, False, "new")


def test_an_undone_step_can_be_done_again(asked):
    handle(asked, outcome="no_answer")
    undone(asked)
    handle(asked, outcome="reached")
    assert (stored(asked).last_outcome, stored(asked).state) == ("reached", "contacted")
    assert Entry.objects.in_effect().count() == 1


def test_undo_of_a_changed_request_is_a_conflict(asked):
    handle(asked, outcome="no_answer")
    handle(asked, note="She rang back.")
    with pytest.raises(ConflictError):
        undo_last_step(pk=asked.pk, seen_version=2, user=person("jan"), address="")
    assert stored(asked).state == "tried"


def test_double_click_on_undo_undoes_one_step(asked):
    handle(asked, state="contacted")
    handle(asked, state="scheduled")
    for _ in range(2):
        undo_last_step(pk=asked.pk, seen_version=3, user=person("jan"), address="")
    assert stored(asked).state == "contacted"
    assert len(story(asked)) == 3


def test_unknown_version_is_a_conflict(asked):
    with pytest.raises(ConflictError) as conflict:
        handle_as_seen(asked, 99, note="Rang.")
    assert conflict.value.entries == []
    assert not is_repeated(conflict.value, user=person("jan"))


# Visits, and reasons for closing

NEXT_MONDAY = date(2026, 3, 9)


@pytest.fixture
def visited(asked, clock):
    """A request whose day of the visit has come."""
    handle(asked, outcome="reached")
    handle(asked, state="scheduled", visit_on=NEXT_MONDAY)
    clock.shift(timedelta(days=7))
    return asked


def result(consultation_request):
    row = stored(consultation_request)
    return row.state, row.visit_on, row.came, row.closed_because


def test_a_patient_who_came_needs_nothing_more(visited):
    handle(visited, **CAME)
    assert result(visited) == ("closed", NEXT_MONDAY, True, "came")
    assert visited.entries.last().changes == "State changed from Scheduled to Closed.\nReason: Came to the visit."


def test_a_patient_who_did_not_come_needs_a_decision(visited):
    handle(visited, **DID_NOT_COME)
    assert result(visited) == ("contacted", NEXT_MONDAY, False, "")
    assert list(ConsultationRequest.objects.waiting(timezone.now())) == [visited]
    assert visited.entries.last().changes == "State changed from Scheduled to Contacted.\nDid not come to the visit."


def test_another_visit_after_the_one_that_was_missed_is_undecided(visited):
    handle(visited, **DID_NOT_COME)
    handle(visited, state="scheduled", visit_on=date(2026, 3, 16))
    assert result(visited) == ("scheduled", date(2026, 3, 16), None, "")
    undone(visited)
    assert result(visited) == ("contacted", NEXT_MONDAY, False, "")


@pytest.mark.parametrize("decision", [CAME, DID_NOT_COME])
def test_what_became_of_a_visit_is_undone(visited, decision):
    handle(visited, **decision)
    undone(visited)
    assert result(visited) == ("scheduled", NEXT_MONDAY, None, "")
    undone(visited)
    assert result(visited) == ("contacted", None, None, "")


def test_another_day_for_a_visit_is_a_step_of_its_own(visited):
    handle(visited, visit_on=date(2026, 3, 16))
    assert visited.entries.last().changes == "Visit on March 16, 2026."
    undone(visited)
    assert result(visited) == ("scheduled", NEXT_MONDAY, None, "")
    assert visited.entries.last().changes == "Undone: visit moved to March 16, 2026."


def test_a_visit_that_was_called_off_is_none(visited):
    handle(visited, state="contacted")
    assert result(visited) == ("contacted", None, None, "")


def test_nobody_comes_before_the_day(asked):
    handle(asked, state="scheduled", visit_on=NEXT_MONDAY)
    for decision in (CAME, DID_NOT_COME):
        with pytest.raises(BadRequest):
            handle(asked, **decision)
    assert result(asked) == ("scheduled", NEXT_MONDAY, None, "")


def test_undoing_brings_back_the_reason_for_closing(asked):
    handle(asked, state="closed", closed_because="unreachable")
    handle(asked, state="spam")
    assert result(asked) == ("spam", None, None, "")
    undone(asked)
    assert result(asked) == ("closed", None, None, "unreachable")


@pytest.mark.parametrize("wrong", [{"closed_because": ""}, {"state": "new", "ended_at": None, "call_due_at": CLOSING}])
def test_the_database_refuses_to_close_without_a_reason_or_to_give_one_for_what_is_open(asked, wrong):
    handle(asked, state="closed")
    with pytest.raises(IntegrityError, match="closed_request_has_a_reason"), transaction.atomic():
        ConsultationRequest.objects.filter(pk=asked.pk).update(**wrong)


# Lists


def test_each_open_request_is_on_exactly_one_list(clock):
    make_clinic()
    now = datetime(2026, 3, 3, 18, tzinfo=UTC)
    calls = [{"outcome": outcome} for outcome in ("no_answer", "voicemail", "reached")]
    later = {"outcome": "no_answer", "call_due_at": CLOSING + 48 * HOUR}
    for number, what in enumerate([{}, *calls, later, {"state": "scheduled"}, {"state": "closed"}]):
        handle(make_request(reason=f"Reason {number}"), **what)
    make_request(reason="Held", subject="x")
    requests = ConsultationRequest.objects
    lists = [
        requests.to_call(now),
        requests.waiting(now),
        requests.scheduled(),
        requests.held_for_review(),
        requests.filter(state__in=["closed", "spam"]),
    ]
    found = [row.pk for rows in lists for row in rows]
    assert sorted(found) == list(requests.order_by("pk").values_list("pk", flat=True))
    assert [len(rows) for rows in lists] == [3, 2, 1, 1, 1]
