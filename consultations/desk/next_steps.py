"""The next step of a request, in the front desk's words. Times are on the clinic's clock."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.timesince import timesince

from consultations.models import ENDED_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
REASONS = {  # for calling again
    Outcome.NO_ANSWER: "nobody answered",
    Outcome.VOICEMAIL: "a voicemail was left",
    Outcome.INTERPRETER: "with an interpreter",
}
QUESTIONS = {
    ConsultationRequest.Matter.APPOINTMENT: "an appointment",
    ConsultationRequest.Matter.BILL: "a bill",
    ConsultationRequest.Matter.RECORDS: "records",
}


@dataclass(frozen=True)
class NextStep:
    words: str
    is_overdue: bool = False  # the promised time is over


def get_next_step(consultation_request, now):
    state, due = consultation_request.state, consultation_request.call_due_at
    if state in ENDED_STATES:
        reason = consultation_request.get_closed_because_display() or state
        return NextStep(f"Done: {reason[0].lower()}{reason[1:]}")
    if consultation_request.held:
        return NextStep("Check whether it's genuine")
    if state == State.SCHEDULED:
        return NextStep(describe_visit(consultation_request, timezone.localdate(now)))
    if consultation_request.is_overdue(now):
        return NextStep(f"Overdue by {format_duration(due, now)}: call now", is_overdue=True)
    if state == State.NEW and consultation_request.is_question:
        waiting = format_duration(consultation_request.received_at, now)
        return NextStep(f"Answer a question about {QUESTIONS[consultation_request.matter]}: waiting for {waiting}")
    if state == State.NEW:
        if due > now:
            return NextStep(f"Call by {format_moment(due, now)}")
        return NextStep(f"Call now: waiting for {format_duration(consultation_request.received_at, now)}")
    if due is None and consultation_request.came is False:
        return NextStep("Did not come to the visit: schedule or close")
    if due is None:
        reached = consultation_request.last_outcome == Outcome.REACHED
        return NextStep("Reached: schedule or close" if reached else "Schedule or close")
    if consultation_request.last_outcome == Outcome.WRONG_NUMBER:
        is_corrected = due <= consultation_request.last_called_at  # handle_request() backdates a correction
        return NextStep("Number corrected: call now" if is_corrected else "Wrong number: correct it")
    reason = REASONS.get(consultation_request.last_outcome)
    words = f"Call again {'now' if due <= now else f'after {format_moment(due, now)}'}"
    return NextStep(f"{words}: {reason}" if reason else words)


def describe_visit(consultation_request, today):
    """What a scheduled request waits for."""
    if consultation_request.visit_on is None:
        return "Scheduled: enter the day of the visit"
    day = format_day(consultation_request.visit_on, today)
    return f"Visit {day}: did the patient come?" if consultation_request.is_visit_due(today) else f"Visit {day}"


def describe_promise(consultation_request, now):
    """The promise to the patient and the first call, in a sentence."""
    promised, called = consultation_request.call_by, consultation_request.first_called_at
    if promised is None:
        return "The patient was not promised a time."
    sentence = f"We promised the patient a call by {format_moment(promised, now)}"
    return f"{sentence}." if called is None else f"{sentence}; the first call was at {format_moment(called, now)}."


def format_moment(at, now):
    """Like `3:10 p.m. today`, `9 a.m. tomorrow`, `9 a.m. on Wednesday`, `9 a.m. on Dec. 7`; other years are named."""
    local = timezone.localtime(at)
    return f"{time_format(local, 'P')} {format_day(local.date(), timezone.localdate(now))}"


def format_day(day, today):
    """Like `today`, `on Wednesday`, `on Dec. 7`."""
    days = (day - today).days
    if abs(days) <= 1:
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[days]
    style = "l" if 1 < days < 7 else ("N j" if day.year == today.year else "N j, Y")
    return f"on {date_format(day, style)}"


def format_duration(since, now):
    """In its largest unit: `5 minutes`, `2 hours`, `3 days`."""
    if now - since < timedelta(minutes=1):
        return "less than a minute"
    return timesince(since, now, depth=1).replace("\xa0", " ")


def format_age(at, now):
    return "just now" if now - at < timedelta(minutes=1) else f"{format_duration(at, now)} ago"
