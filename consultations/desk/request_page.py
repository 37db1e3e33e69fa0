"""The top of a request's page, for a colleague about to call, and its history below."""

from django.utils import timezone

from consultations import phones, spam
from consultations.desk import greetings, inbox
from consultations.desk.forms import CLOSING_REASONS
from consultations.desk.next_steps import describe_promise, format_age, format_moment, get_next_step
from consultations.desk.workflow import find_last_step
from consultations.mail.delivery import describe_delivery
from consultations.models import ANOTHER_LANGUAGE, AWAITING_STATES, ConsultationRequest, Outcome, TextTemplate

State = ConsultationRequest.State
MAX_OTHERS = 10
VOICEMAIL = {True: "Yes", False: "No: do not leave one", None: "Not answered: do not leave one"}


def build_context(consultation_request, *, request):
    """For the template of the page."""
    now = timezone.now()
    language = consultation_request.spoken_language
    viewer = inbox.find_viewers([consultation_request.pk], request.user, now).get(consultation_request.pk)
    undoable = find_last_step(consultation_request)
    others = list_other_requests(consultation_request, now)
    conflict = getattr(request, "conflict", None)
    return {
        "next_step": get_next_step(consultation_request, now),
        "promise": "" if is_promise_ahead(consultation_request, now) else describe_promise(consultation_request, now),
        "received": format_moment(consultation_request.received_at, now),
        "number": phones.format_for_reading(consultation_request.phone_to_call),
        "wrote_more": consultation_request.corrected_phone or phones.says_more(consultation_request.phone),
        "unverified_number": phones.format_for_reading(consultation_request.unverified_phone),
        "dialled_unverified_number": phones.format_for_dialling(consultation_request.unverified_phone),
        "additions": consultation_request.additions,
        "voicemail": VOICEMAIL[consultation_request.voicemail_ok],
        "language": greetings.get_language_name(language),
        "language_code": "" if language == ANOTHER_LANGUAGE else language,
        "sentences": greetings.build_sentences(language, request.clinic),
        "note_templates": TextTemplate.objects.filter(purpose=TextTemplate.Purpose.NOTE),
        "signs_of_spam": spam.describe_signs(consultation_request.held_because),
        "viewer": viewer and f"{viewer.actor_name} opened this request {format_age(viewer.at, now)}",
        "outcomes": Outcome.choices,
        "closing_reasons": CLOSING_REASONS,
        "is_visit_due": consultation_request.is_visit_due(timezone.localdate(now)),
        "is_mine": consultation_request.assigned_to_id == request.user.pk,
        "story": [
            {
                "entry": entry,
                "moment": format_moment(entry.at, now),
                "is_undone": hasattr(entry, "undone_by"),
                "is_undoable": entry == undoable,
            }
            for entry in consultation_request.entries.select_related("undone_by").order_by("-pk")
        ],
        "waiting_others": [(other, received) for other, received in others if other.state in AWAITING_STATES],
        "others": [(other, received) for other, received in others if other.state not in AWAITING_STATES],
        "mails": [(mail, describe_delivery(mail, now)) for mail in consultation_request.mails.order_by("created_at")],
        "conflict": conflict
        and [{"entry": entry, "moment": format_moment(entry.at, now)} for entry in reversed(conflict.entries)],
    }


def is_promise_ahead(consultation_request, now):
    """Whether the next step names the promised time already."""
    call_by = consultation_request.call_by
    is_waiting = consultation_request.state == State.NEW and not consultation_request.held
    return is_waiting and call_by is not None and call_by > now


def list_other_requests(consultation_request, now):
    """Those of the same person, newest first: [(request, when it was received)]."""
    found = ConsultationRequest.objects.from_same_person_as(consultation_request).only(
        "reference", "received_at", "state"
    )
    return [(other, format_moment(other.received_at, now)) for other in found[:MAX_OTHERS]]
