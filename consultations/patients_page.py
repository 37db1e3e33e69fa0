"""What can be changed on a request's own page, until staff schedule or end the request.

Anybody who has the secret address can do it, so nothing that was stored is replaced or shown; each change is an entry
in the history.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from consultations import phones
from consultations.desk.workflow import apply_state, copy_values, describe_changes, save_request, write_entry
from consultations.models import AWAITING_STATES, ConsultationRequest, Outcome

MOST_CHANGES = 20  # of one request within a day
DAY = timedelta(days=1)


class EndedError(Exception):
    """Staff have scheduled or ended the request meanwhile."""


class TooManyChangesError(Exception):
    """MOST_CHANGES are reached."""


def change_own_request(*, pk, phone="", wish="", is_called_off=False):
    """Adds a number beside the typed one, adds a wish, or closes the request.

    What was sent already, as by a double click, changes nothing. Raises EndedError, TooManyChangesError, and
    ConsultationRequest.DoesNotExist if the request was erased.
    """
    now = timezone.now()
    with transaction.atomic():
        row = ConsultationRequest.objects.select_for_update(of=("self",)).get(pk=pk)
        if row.state not in AWAITING_STATES:
            raise EndedError
        recent = row.entries.by_patient().filter(at__gt=now - DAY)
        known = phones.format_for_dialling(row.unverified_phone or row.phone_to_call)
        is_same_phone = phone and phones.format_for_dialling(phone) == known
        if is_same_phone or (wish and any(entry.note == wish for entry in recent)):
            return
        if len(recent) >= MOST_CHANGES and not is_called_off:  # which ends the changes
            raise TooManyChangesError
        before = copy_values(row)
        if phone:
            row.unverified_phone = phone
            if row.last_outcome == Outcome.WRONG_NUMBER:
                row.call_due_at = row.last_called_at  # call the new number at once
        if is_called_off:
            row.state = ConsultationRequest.State.CLOSED
            row.closed_because = ConsultationRequest.ClosedBecause.CANCELED
        apply_state(row, before)
        sentences = describe_changes(row, before)
        if is_called_off:
            sentences = {"state": "Canceled on the patient's page."}
        write_entry(row, before, user=None, note=wish, changes="\n".join(sentences.values()))
        parts = [*sentences, *(["wish"] if wish else [])]
        save_request(row, user=None, address="", details=f"on the patient's page: {', '.join(parts)}")
