"""What stands on top of a request's page, for somebody about to ring; and its story below."""

from django.utils import timezone

from consultations import phones, spam
from consultations.desk import greetings, inbox
from consultations.desk.next_steps import ago, moment, next_step, promise
from consultations.desk.workflow import last_step
from consultations.models import AWAITING_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
OTHERS_SHOWN = 10


def context(consultation_request, *, request):
    """For the template of the page. Six queries, whatever the length of the story."""
    now = timezone.now()
    language = greetings.language_to_speak(consultation_request)
    looking = inbox.who_looks_at([consultation_request.pk], request.user, now).get(consultation_request.pk)
    undoable = last_step(consultation_request)
    return {
        "next_step": next_step(consultation_request, now),
        "promise": promise(consultation_request, now),
        "number": phones.display(consultation_request.phone_to_call),
        "voicemail": {True: "Yes", False: "No: leave none", None: "Not answered: leave none"}[
            consultation_request.voicemail_ok
        ],
        "language": greetings.language_name(language),
        "language_code": "" if language == ConsultationRequest.Language.OTHER else language,
        "greeting": greetings.greeting(language, request.clinic.name),
        "why_held": spam.describe(consultation_request.held_because),
        "looking": looking and f"{looking.actor_name} opened this {ago(looking.at, now)}",
        "outcomes": Outcome.choices,
        "next_states": [
            (state, words)
            for state, words in [(State.SCHEDULED, "Scheduled"), (State.CLOSED, "Close"), (State.SPAM, "Spam")]
            if state != consultation_request.state
        ],
        "is_mine": consultation_request.assigned_to_id == request.user.pk,
        "story": story(consultation_request, undoable, now),
        "others": others(consultation_request, now),
        "mails": consultation_request.mails.order_by("created_at"),
        "changed_meanwhile": meanwhile(request, now),
    }


def story(consultation_request, undoable, now):
    """Entries, newest first, each with what a reader needs of it."""
    entries = consultation_request.entries.select_related("undone_by").order_by("-pk")
    return [told(entry, now, undoable) for entry in entries]


def told(entry, now, undoable=None):
    return {
        "entry": entry,
        "when": moment(entry.at, now),
        "is_undone": hasattr(entry, "undone_by"),
        "may_be_undone": entry == undoable,
    }


def meanwhile(request, now):
    error = getattr(request, "changed_meanwhile", None)
    return error and [told(entry, now) for entry in reversed(error.entries)]


def others(consultation_request, now):
    """Other requests of the same person, newest first: [(request, when it came, does it await a call?)]."""
    found = ConsultationRequest.objects.of_same_person_as(consultation_request).only(
        "reference", "received_at", "state"
    )
    return [(other, moment(other.received_at, now), other.state in AWAITING_STATES) for other in found[:OTHERS_SHOWN]]
