"""Months as they are stored: what was read, and who asked."""

from datetime import datetime, time

from clinic_site.models import PageViews
from consultations.models import ENDED_STATES, ConsultationRequest, Entry
from tests.factories import CHICAGO, make_request


def read(page, views, day, language="en"):
    """The page was read so often on that day."""
    return PageViews.objects.create(page=page, views=views, day=day, language=language)


def ask(day, *, called=None, language="en", patient_status="new", state="new", **stored):
    """A request of 10 a.m. on that day, promised a call by 4 p.m. and first called at the hour `called`, if at all."""
    request = make_request(
        language=language, patient_status=patient_status, reason=f"Request {ConsultationRequest.objects.count()}."
    )
    received_at, call_by, first_called_at, ended_at = (
        hour and datetime.combine(day, time(hour), CHICAGO) for hour in (10, 16, called, 18)
    )
    fields = {"received_at": received_at, "call_by": call_by, "call_due_at": None, "first_called_at": first_called_at}
    fields |= {"state": state, **stored}
    if state == "new":
        fields["call_due_at"] = fields["call_by"] or received_at
    if state in ENDED_STATES:
        fields = {"ended_at": ended_at, "sameness_key": None, **fields}
    if state == "closed":
        fields.setdefault("closed_because", "other")
    ConsultationRequest.objects.filter(pk=request.pk).update(**fields)
    if state != "new":
        outcome = fields.get("last_outcome", "")
        Entry.objects.create(consultation_request=request, outcome=outcome, state_before="new", state_after=state)
    return ConsultationRequest.objects.get(pk=request.pk)
