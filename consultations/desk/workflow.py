"""The work of staff on a request: calls, notes, changes. Each one writes a dated entry with its author.

Each form carries the version of the request that was seen. If the row has changed since, the write is refused: a
conflict.
"""

from datetime import timedelta

from django.core.exceptions import BadRequest
from django.db import transaction
from django.db.models import F, Min, Q
from django.utils import timezone
from django.utils.formats import date_format

from consultations.access_log import record_access
from consultations.models import (
    AWAITING_STATES,
    ENDED_STATES,
    PATIENTS_PAGE,
    AccessRecord,
    ConsultationRequest,
    Entry,
    LookupKey,
    Outcome,
)

State = ConsultationRequest.State
CALL_AGAIN_AFTER = {  # open time until the next call; none is needed once the patient was reached
    Outcome.NO_ANSWER: timedelta(hours=2),
    Outcome.VOICEMAIL: timedelta(hours=8),
    Outcome.WRONG_NUMBER: timedelta(hours=4),
    Outcome.INTERPRETER: timedelta(hours=4),
}
CALLED_STATES = (State.TRIED, State.CONTACTED, State.SCHEDULED)
WITHOUT_CONTACT = (Outcome.NO_ANSWER, Outcome.WRONG_NUMBER)
CAME = {"state": State.CLOSED, "closed_because": ConsultationRequest.ClosedBecause.CAME, "came": True}
DID_NOT_COME = {"state": State.CONTACTED, "came": False}
REPEATED_WITHIN = timedelta(minutes=1)  # the same change from the same page again is a double click
WRITTEN = [
    "state", "ended_at", "closed_because", "visit_on", "came", "held", "assigned_to", "corrected_phone",
    "unverified_phone", "interpreter", "call_due_at", "first_called_at", "last_outcome", "last_called_at",
    "patient_changed_at", "version",
]  # fmt: skip


class ConflictError(Exception):
    """Someone changed the request since it was seen. `entries` are the unseen ones, oldest first."""

    def __init__(self, consultation_request, entries):
        super().__init__("The request has changed.")
        self.consultation_request, self.entries = consultation_request, entries


class NothingToUndoError(Exception):
    """No step is left to undo."""


def handle_request(*, pk, seen_version, user, address, clinic, changes=None, outcome="", note=""):
    """Writes `changes` ({field: value}), the outcome of a call, and a note; any of them may be empty.

    Returns the updated request; unchanged, and without an entry, if there was nothing to write or if the same was
    written a moment ago. Raises ConflictError, ConsultationRequest.DoesNotExist if it was erased, and BadRequest if it
    has no visit of which to say whether the patient came.
    """
    changes = changes or {}
    now = timezone.now()
    with transaction.atomic():
        try:
            row = lock_request(pk, seen_version)
        except ConflictError as conflict:
            if is_repeated(conflict, user=user, changes=changes, outcome=outcome, note=note):
                return conflict.consultation_request
            raise
        if "came" in changes and not row.is_visit_due(timezone.localdate()):
            raise BadRequest("no visit whose day has come")
        before = copy_values(row)
        for field, value in changes.items():
            setattr(row, field, value)
        if row.corrected_phone != before["corrected_phone"]:
            row.unverified_phone = ""  # staff know better now; the history keeps it
        if outcome:
            row.last_outcome, row.last_called_at = outcome, now
            row.first_called_at = row.first_called_at or now
            if row.state in (State.NEW, State.TRIED):
                row.state = State.TRIED if outcome in WITHOUT_CONTACT else State.CONTACTED
            if outcome == Outcome.INTERPRETER:
                row.interpreter = True
        if "call_due_at" not in changes:
            if outcome:
                wait = CALL_AGAIN_AFTER.get(outcome)
                row.call_due_at = clinic.after_open_time(now, wait) if wait else None
            elif row.last_outcome == Outcome.WRONG_NUMBER and row.corrected_phone != before["corrected_phone"]:
                row.call_due_at = row.last_called_at  # call the corrected number at once
        apply_state(row, before)
        sentences = describe_changes(row, before)
        if not (sentences or outcome or note):
            return row
        write_entry(row, before, user=user, outcome=outcome, note=note, changes="\n".join(sentences.values()))
        parts = [*sentences, *(["call"] if outcome else []), *(["note"] if note else [])]
        save_request(row, user=user, address=address, details=", ".join(parts))
    return row


def undo_last_step(*, pk, seen_version, user, address):
    """Undoes the last step, by an entry that says so. Returns the request.

    Raises NothingToUndoError, and the errors of handle_request().
    """
    with transaction.atomic():
        try:
            row = lock_request(pk, seen_version)
        except ConflictError as conflict:
            if is_repeated(conflict, user=user, is_undo=True):
                return conflict.consultation_request
            raise
        step = find_last_step(row)
        if step is None:
            raise NothingToUndoError
        before = copy_values(row)
        row.state, row.closed_because = step.state_before, step.closed_because_before
        row.visit_on, row.came = step.visit_before, step.came_before
        # A next call that was set after the step stays: someone agreed on it with the patient.
        later = row.entries.in_effect().filter(pk__gt=step.pk).values_list("due_before", "due_after")
        is_set_since = any(due_before != due_after for due_before, due_after in later)
        if not is_set_since:
            row.call_due_at = step.due_before
        if step.held_before is not None:
            row.held = step.held_before
        if step.interpreter_before is not None:
            row.interpreter = step.interpreter_before
        apply_state(row, before)
        sentences = [f"Undone: {describe_step(step)}"]
        if is_set_since:
            verb = "Kept" if row.call_due_at == before["call_due_at"] else "Restored"
            sentences.append(f"{verb}: {describe_next_call(row.call_due_at)}")
        write_entry(row, before, user=user, undoes=step, changes="\n".join(sentences))
        # What the request stores about its calls, again from the entries in effect; after its own entry was written.
        in_effect = row.entries.in_effect()
        last = in_effect.exclude(outcome="").order_by("-pk").first()
        row.last_outcome, row.last_called_at = (last.outcome, last.at) if last else ("", None)
        contacts = Q(state_after__in=CALLED_STATES) & ~Q(state_before=F("state_after"))
        row.first_called_at = in_effect.filter(~Q(outcome="") | contacts).aggregate(first=Min("at"))["first"]
        save_request(row, user=user, address=address, details="undo")
    return row


def find_last_step(consultation_request):
    """The entry that undo_last_step() would undo: the last call, change of state or moved visit; None without one."""
    newest = consultation_request.entries.in_effect().steps().order_by("-pk").first()
    return newest if newest and newest.state_after == consultation_request.state else None


def describe_step(entry):
    """The call, the change of state and the new day of a visit of an entry, in a sentence."""
    parts = [f"call, {entry.get_outcome_display().lower()}"] if entry.outcome else []
    if entry.state_before != entry.state_after:
        parts.append(f"state changed from {entry.get_state_before_display()} to {entry.get_state_after_display()}")
    elif not parts:
        parts = [f"visit moved to {format_date(entry.visit_after)}"]
    return "; ".join(parts) + "."


# Parts of a write


def lock_request(pk, seen_version):
    """The request, with its row locked. Raises ConflictError if it is newer than what was seen."""
    row = ConsultationRequest.objects.select_for_update(of=("self",)).get(pk=pk)
    if row.version != seen_version:
        unseen = row.entries.order_by("-pk")[: max(row.version - seen_version, 0)]
        raise ConflictError(row, list(reversed(unseen)))
    return row


def is_repeated(conflict, *, user, changes=None, outcome="", note="", is_undo=False):
    """Whether the only unseen change is the very same one, by the same person, a moment ago."""
    if len(conflict.entries) != 1:
        return False
    (entry,) = conflict.entries
    return (
        entry.by_id == user.pk
        and timezone.now() - entry.at < REPEATED_WITHIN
        and (entry.outcome, entry.note, entry.undoes_id is not None) == (outcome, note, is_undo)
        and all(getattr(conflict.consultation_request, field) == value for field, value in (changes or {}).items())
    )


def copy_values(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.fields}


def apply_state(row, before):
    """Sets what follows from the state: when and why it ended, call and visit, first contact, sameness."""
    now = timezone.now()
    if row.state in ENDED_STATES:
        row.sameness_key = None  # an identical request is a new one from now on
        if row.state != before["state"]:
            row.ended_at = now  # the retention period starts, also from closed to spam
    else:
        row.ended_at = None
    if row.state != State.CLOSED:
        row.closed_because = ""
    if row.state == State.SCHEDULED:
        row.came = None
    elif row.state in AWAITING_STATES and row.came is None:
        row.visit_on = None  # it was called off
    if row.state not in AWAITING_STATES:
        row.call_due_at = None
    elif row.state == State.NEW:
        row.call_due_at = row.call_by or row.received_at
    if row.state in CALLED_STATES:
        row.held = False  # staff who call a patient take the request for genuine
        if row.state != before["state"]:
            row.first_called_at = row.first_called_at or now


def describe_changes(row, before):
    """{field: its change, in a sentence} for the fields that staff edit."""
    sentences = {}
    if row.held != before["held"]:
        sentences["held"] = "Held as possible spam." if row.held else "Genuine: no longer held."
    if row.assigned_to_id != before["assigned_to_id"]:
        assignee = row.assigned_to
        sentences["assigned_to"] = f"Assigned to {assignee.get_username()}." if assignee else "Unassigned."
    if row.corrected_phone != before["corrected_phone"]:
        old = before["corrected_phone"] or row.phone
        sentences["corrected_phone"] = f"Number changed from {old} to {row.phone_to_call}."
    if row.unverified_phone and row.unverified_phone != before["unverified_phone"]:
        sentences["unverified_phone"] = (
            f"New number from the patient's page: {row.unverified_phone}. "
            "Verify who answers before you discuss anything about health."
        )
    if row.interpreter != before["interpreter"]:
        sentences["interpreter"] = "Needs an interpreter."
    if row.call_due_at != before["call_due_at"]:
        sentences["call_due_at"] = describe_next_call(row.call_due_at)
    if row.state != before["state"]:
        sentences["state"] = f"State changed from {State(before['state']).label} to {row.get_state_display()}."
    if row.visit_on and row.visit_on != before["visit_on"]:
        sentences["visit_on"] = f"Visit on {format_date(row.visit_on)}."
    if row.came is False and before["came"] is None:
        sentences["came"] = "Did not come to the visit."
    if row.closed_because and row.closed_because != before["closed_because"]:
        sentences["closed_because"] = f"Reason: {row.get_closed_because_display()}."
    return sentences


def format_date(day):
    return date_format(day, "DATE_FORMAT").removesuffix(".")


def describe_next_call(due):
    if due is None:
        return "No call needed."
    if due <= timezone.now():
        return "Call now."
    return f"Next call by {date_format(timezone.localtime(due), 'DATETIME_FORMAT')}".removesuffix(".") + "."


def write_entry(row, before, *, user, outcome="", note="", changes="", undoes=None):
    """Without a `user`, it was somebody on the request's own page."""
    Entry.objects.create(
        consultation_request=row,
        by=user,
        by_name=user.get_username() if user else PATIENTS_PAGE,
        outcome=outcome,
        note=note,
        changes=changes,
        state_before=before["state"],
        state_after=row.state,
        due_before=before["call_due_at"],
        due_after=row.call_due_at,
        visit_before=before["visit_on"],
        visit_after=row.visit_on,
        came_before=before["came"],
        closed_because_before=before["closed_because"],
        held_before=before["held"] if before["held"] != row.held else None,
        interpreter_before=before["interpreter"] if before["interpreter"] != row.interpreter else None,
        undoes=undoes,
    )


def save_request(row, *, user, address, details):
    row.version += 1
    row.patient_changed_at = None if user else timezone.now()
    # An open request leaves its key alone: after 24 hours an identical request may have taken it over.
    row.save(update_fields=[*WRITTEN, "sameness_key"] if row.state in ENDED_STATES else WRITTEN)
    LookupKey.objects.write_for(row)
    record_access(AccessRecord.Action.CHANGE, user=user, address=address, consultation_request=row, details=details)
