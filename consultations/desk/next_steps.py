"""What is to be done next with a request, in the words of the front desk. Times are those of the clinic's clock."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.timesince import timesince

from consultations.models import ENDED_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
AGAIN = {  # why somebody has to call again
    Outcome.NO_ANSWER: "nobody answered",
    Outcome.VOICEMAIL: "a voicemail was left",
    Outcome.INTERPRETER: "with an interpreter",
}


@dataclass(frozen=True)
class NextStep:
    words: str
    is_overdue: bool = False  # the patient was told an earlier time


def next_step(consultation_request, now):
    state, due = consultation_request.state, consultation_request.call_due_at
    if state in ENDED_STATES:
        return NextStep(f"Nothing: {state}")
    if consultation_request.held:
        return NextStep("Look whether it is real")
    if state == State.SCHEDULED:
        return NextStep("Nothing more: scheduled")
    if state == State.NEW:
        return first_call(consultation_request, now)
    if due is None:
        reached = consultation_request.last_outcome == Outcome.REACHED
        return NextStep("Reached: schedule or close" if reached else "Schedule or close")
    if consultation_request.last_outcome == Outcome.WRONG_NUMBER:
        corrected = due <= consultation_request.last_called_at  # handle_request() dates a correction back
        return NextStep("Number corrected: call now" if corrected else "Wrong number: correct it")
    why = AGAIN.get(consultation_request.last_outcome)
    words = f"Call again {'now' if due <= now else f'after {moment(due, now)}'}"
    return NextStep(f"{words}: {why}" if why else words)


def first_call(consultation_request, now):
    due = consultation_request.call_due_at
    if consultation_request.is_overdue(now):
        return NextStep(f"Overdue for {duration(due, now)}: call now", is_overdue=True)
    if due > now:
        return NextStep(f"Call by {moment(due, now)}")
    return NextStep(f"Call now: waiting for {duration(consultation_request.received_at, now)}")


def promise(consultation_request, now):
    """What the patient was told, and whether that was kept, in a sentence."""
    promised, called = consultation_request.call_by, consultation_request.first_called_at
    if promised is None:
        return "The patient was promised no time."
    told = f"The patient was promised a call by {moment(promised, now)}"
    if called is None:
        return f"{told}."
    return f"{told} and was first called {moment(called, now)}."


def moment(at, now):
    """Like `3:10 p.m. today`, `9 a.m. tomorrow`, `9 a.m. on Wednesday`, `9 a.m. on Dec. 7`; another year is named."""
    local, today = timezone.localtime(at), timezone.localdate(now)
    days = (local.date() - today).days
    day = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    if day is None:
        style = "l" if 1 < days < 7 else ("N j" if local.year == today.year else "N j, Y")
        day = f"on {date_format(local, style)}"
    return f"{time_format(local, 'P')} {day}"


def duration(since, now):
    """In its largest unit: `5 minutes`, `2 hours`, `3 days`."""
    if now - since < timedelta(minutes=1):
        return "less than a minute"
    return timesince(since, now, depth=1).replace("\xa0", " ")


def ago(at, now):
    return "just now" if now - at < timedelta(minutes=1) else f"{duration(at, now)} ago"
