"""What staff do with a request: calls, notes, changes. Each is written with a dated entry of who did it.

Whoever acts says which version of the request they saw. A newer one is never overwritten unseen.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.formats import date_format

from consultations.actions import record_access, write_lookup_keys
from consultations.models import AWAITING_STATES, ENDED_STATES, AccessRecord, ConsultationRequest, Entry, Outcome

State = ConsultationRequest.State
NEXT_CALL = {  # how much open time later somebody tries again; nobody does where the patient was reached
    Outcome.NO_ANSWER: timedelta(hours=2),
    Outcome.VOICEMAIL: timedelta(hours=8),
    Outcome.WRONG_NUMBER: timedelta(hours=4),
    Outcome.INTERPRETER: timedelta(hours=4),
}
REPEATED_WITHIN = timedelta(minutes=1)  # the same again from the same page: a button that was pressed twice


class ChangedMeanwhileError(Exception):
    """Somebody changed the request since it was looked at. `entries` say what and who, oldest first."""

    def __init__(self, consultation_request, entries):
        super().__init__("The request was changed meanwhile.")
        self.consultation_request, self.entries = consultation_request, entries


class NothingToUndoError(Exception):
    """No call or change of state is left to be undone."""


def handle_request(*, pk, seen_version, user, address, clinic, changes=None, outcome="", note=""):
    """Writes `changes` ({field: value} of what staff may edit), how a call ended, and a note; any of them may be empty.

    Returns the request as it is then; unchanged, and without an entry, if there was nothing to write or if the same
    was written a moment ago. Raises ChangedMeanwhileError, and ConsultationRequest.DoesNotExist when it was erased.
    """
    changes = changes or {}
    with transaction.atomic():
        try:
            consultation_request = take_up(pk, seen_version)
        except ChangedMeanwhileError as meanwhile:
            if is_repeated(meanwhile, user=user, changes=changes, outcome=outcome, note=note):
                return meanwhile.consultation_request
            raise
        before = stored(consultation_request)
        for field, value in changes.items():
            setattr(consultation_request, field, value)
        if outcome:
            write_call(consultation_request, outcome, clinic, may_set_next="call_due_at" not in changes)
        elif "call_due_at" not in changes and is_correction(consultation_request, before):
            consultation_request.call_due_at = consultation_request.last_called_at  # since then nobody was called
        fit_to_state(consultation_request, before)
        sentences = describe_changes(consultation_request, before)
        if not (sentences or outcome or note):
            return consultation_request
        write_entry(
            consultation_request, before, user=user, outcome=outcome, note=note, changes="\n".join(sentences.values())
        )
        parts = [*sentences, *(["call"] if outcome else []), *(["note"] if note else [])]
        save(consultation_request, user=user, address=address, details=", ".join(parts))
    return consultation_request


def undo(*, pk, seen_version, user, address):
    """Takes back the last call or change of state by an entry that says so. Returns the request.

    Raises NothingToUndoError, and what handle_request() raises.
    """
    with transaction.atomic():
        try:
            consultation_request = take_up(pk, seen_version)
        except ChangedMeanwhileError as meanwhile:
            if is_repeated(meanwhile, user=user, is_undo=True):
                return meanwhile.consultation_request
            raise
        mistake = last_step(consultation_request)
        if mistake is None:
            raise NothingToUndoError
        before = stored(consultation_request)
        consultation_request.state = mistake.state_before
        set_since = was_next_call_set_since(mistake)
        if not set_since:
            consultation_request.call_due_at = mistake.due_before
        if mistake.held_before is not None:
            consultation_request.held = mistake.held_before
        if mistake.interpreter_before is not None:
            consultation_request.interpreter = mistake.interpreter_before
        fit_to_state(consultation_request, before)
        told = [f"Took back: {in_words(mistake)}"]
        if set_since:
            told.append(describe_next_call_set_since(consultation_request, before))
        write_entry(consultation_request, before, user=user, undoes=mistake, changes="\n".join(told))
        read_calls_from_entries(consultation_request)  # last: of old calls, that there was one is all that is known
        save(consultation_request, user=user, address=address, details="undo")
    return consultation_request


def last_step(consultation_request):
    """The entry that undo() would take back: the last call or change of state; None if there is none."""
    newest = consultation_request.entries.standing().calls_and_changes_of_state().order_by("-pk").first()
    if newest is None or newest.state_after != consultation_request.state:
        return None
    return newest


def was_next_call_set_since(mistake):
    """Whether a later entry that stands set another next call: somebody agreed on it, so undoing leaves it alone."""
    later = mistake.consultation_request.entries.standing().filter(pk__gt=mistake.pk)
    return any(due_before != due_after for due_before, due_after in later.values_list("due_before", "due_after"))


def describe_next_call_set_since(consultation_request, before):
    """What undoing did with it: only while the request waits for a call like before can it stay."""
    due = describe_next_call(consultation_request.call_due_at)
    if consultation_request.call_due_at == before["call_due_at"]:
        return f"What was set since stays: {due}"
    return f"What was set since no longer counts: {due}"


def in_words(entry):
    """What an entry did about the call and the state, in a sentence."""
    parts = [f"call, {entry.get_outcome_display().lower()}"] if entry.outcome else []
    if entry.state_before != entry.state_after:
        parts.append(f"{entry.get_state_before_display()} became {entry.get_state_after_display()}")
    return "; ".join(parts) + "."


# Parts of a write


def take_up(pk, seen_version):
    """The request, with its row locked. Raises ChangedMeanwhileError when it is newer than what was seen."""
    consultation_request = ConsultationRequest.objects.select_for_update(of=("self",)).get(pk=pk)
    if consultation_request.version != seen_version:
        unseen = consultation_request.version - seen_version
        entries = consultation_request.entries.order_by("-pk")[: max(unseen, 0)]
        raise ChangedMeanwhileError(consultation_request, list(reversed(entries)))
    return consultation_request


def is_repeated(meanwhile, *, user, changes=None, outcome="", note="", is_undo=False):
    """Whether the one change meanwhile is the very same, by the same person, a moment ago."""
    if len(meanwhile.entries) != 1:
        return False
    (entry,) = meanwhile.entries
    return (
        entry.by_id == user.pk
        and timezone.now() - entry.at < REPEATED_WITHIN
        and (entry.outcome, entry.note, entry.undoes_id is not None) == (outcome, note, is_undo)
        and all(getattr(meanwhile.consultation_request, field) == value for field, value in (changes or {}).items())
    )


def stored(consultation_request):
    return {field.attname: getattr(consultation_request, field.attname) for field in consultation_request._meta.fields}


def write_call(consultation_request, outcome, clinic, *, may_set_next):
    now = timezone.now()
    consultation_request.last_outcome, consultation_request.last_called_at = outcome, now
    consultation_request.first_called_at = consultation_request.first_called_at or now
    if consultation_request.state == State.NEW:
        consultation_request.state = State.CONTACTED
    if may_set_next:
        wait = NEXT_CALL.get(outcome)
        consultation_request.call_due_at = clinic.after_open_time(now, wait) if wait else None
    if outcome == Outcome.INTERPRETER:
        consultation_request.interpreter = True


def is_correction(consultation_request, before):
    """Whether the number that was wrong on the last call was put right."""
    return (
        consultation_request.last_outcome == Outcome.WRONG_NUMBER
        and consultation_request.corrected_phone != before["corrected_phone"]
    )


def fit_to_state(consultation_request, before):
    """Whatever follows from the state: when it ended, whether somebody still has to call, what it repeats."""
    now = timezone.now()
    state = consultation_request.state
    if state in ENDED_STATES:
        consultation_request.sameness_key = None  # a later identical request is a new one
        if state != before["state"]:
            consultation_request.ended_at = now  # how long it is kept counts from here, also from closed to spam
    else:
        consultation_request.ended_at = None
    if state not in AWAITING_STATES:
        consultation_request.call_due_at = None
    elif state == State.NEW:
        consultation_request.call_due_at = consultation_request.call_by or consultation_request.received_at
    if state in (State.CONTACTED, State.SCHEDULED):
        consultation_request.held = False  # who was spoken to is no suspect, and would be forgotten among them
        if before["state"] == State.NEW:
            consultation_request.first_called_at = consultation_request.first_called_at or now


def read_calls_from_entries(consultation_request):
    """What the request keeps of its calls, anew from the entries that stand."""
    standing = consultation_request.entries.standing()
    last = standing.exclude(outcome="").order_by("-pk").first()
    consultation_request.last_outcome = last.outcome if last else ""
    consultation_request.last_called_at = last.at if last else None
    touched = ~Q(outcome="") | Q(state_before=State.NEW, state_after__in=[State.CONTACTED, State.SCHEDULED])
    consultation_request.first_called_at = standing.filter(touched).aggregate(first=Min("at"))["first"]


def describe_changes(consultation_request, before):
    """{field: what was changed about it, in a sentence} of what staff edit."""
    sentences = {}
    if consultation_request.held != before["held"]:
        sentences["held"] = "Held as possible spam." if consultation_request.held else "No longer held: it is real."
    if consultation_request.assigned_to_id != before["assigned_to_id"]:
        who = consultation_request.assigned_to
        sentences["assigned_to"] = f"Assigned to {who.get_username()}." if who else "Assigned to nobody."
    if consultation_request.corrected_phone != before["corrected_phone"]:
        old = before["corrected_phone"] or consultation_request.phone
        sentences["corrected_phone"] = f"Number changed from {old} to {consultation_request.phone_to_call}."
    if consultation_request.interpreter != before["interpreter"]:
        sentences["interpreter"] = "An interpreter is needed."
    if consultation_request.call_due_at != before["call_due_at"]:
        sentences["call_due_at"] = describe_next_call(consultation_request.call_due_at)
    if consultation_request.state != before["state"]:
        sentences["state"] = f"{State(before['state']).label} became {consultation_request.get_state_display()}."
    return sentences


def describe_next_call(due):
    if due is None:
        return "Nobody has to call."
    if due <= timezone.now():
        return "To be called at once."
    return f"Next call by {date_format(timezone.localtime(due), 'DATETIME_FORMAT')}".removesuffix(".") + "."


def write_entry(consultation_request, before, *, user, outcome="", note="", changes="", undoes=None):
    return Entry.objects.create(
        consultation_request=consultation_request,
        by=user,
        by_name=user.get_username(),
        outcome=outcome,
        note=note,
        changes=changes,
        state_before=before["state"],
        state_after=consultation_request.state,
        due_before=before["call_due_at"],
        due_after=consultation_request.call_due_at,
        held_before=before["held"] if before["held"] != consultation_request.held else None,
        interpreter_before=before["interpreter"] if before["interpreter"] != consultation_request.interpreter else None,
        undoes=undoes,
    )


def save(consultation_request, *, user, address, details):
    consultation_request.version += 1
    fields = [
        "state", "ended_at", "held", "assigned_to", "corrected_phone", "interpreter", "call_due_at",
        "first_called_at", "last_outcome", "last_called_at", "version",
    ]  # fmt: skip
    if consultation_request.state in ENDED_STATES:
        fields.append("sameness_key")  # otherwise left alone: a later request may have taken it over meanwhile
    consultation_request.save(update_fields=fields)
    write_lookup_keys(consultation_request)
    record_access(
        AccessRecord.Action.CHANGE,
        user=user,
        address=address,
        consultation_request=consultation_request,
        details=details,
    )
