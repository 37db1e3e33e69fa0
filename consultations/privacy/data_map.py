"""Everything that is kept about a patient: what for, who sees it, whether a mail names it, how long it stays.

The privacy page, the mails to staff, the admin's page of a request and the purge are built from this one map. A field
that is not on it fails a test.
"""

import calendar
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from consultations.models import ConsultationRequest, Entry, OutgoingMail

SPAM_KEPT = timedelta(days=30)  # after a person marked it; a held request that nobody has read is never erased


class Kept(Enum):
    """How long; a timedelta instead counts from when the request was received."""

    WITH_REQUEST = "with the request"
    NOT_AT_ALL = "not at all"


class Section(Enum):
    """Where the admin's page of a request shows it, to the front desk and to managers; NOWHERE: nobody sees it."""

    TOP = None
    HANDLING = "Handling"
    CALL = "To call"
    LANGUAGE = "Language"
    REQUEST = "The request"
    STORY = "Story"  # which has a template of its own, as have the mails
    MAILS = "Mails"
    NOWHERE = "not shown"


IN_ONE_ROW = (Section.TOP, Section.LANGUAGE)


@dataclass(frozen=True)
class Datum:
    """One field. `purpose` is what the privacy page says; a field of the staff's own work has none."""

    field: str
    section: Section
    purpose: str | Promise = ""
    label: str | Promise = ""  # of a field that the form does not ask for
    kept: Kept | timedelta = Kept.WITH_REQUEST
    in_mail: bool = False
    shown_as: str = ""  # how the admin calls it, where it shows more than the bare value
    staff_edit: bool = False
    model: type = ConsultationRequest


MAP = [
    Datum("reference", Section.TOP, in_mail=True),
    Datum("received_at", Section.TOP, in_mail=True),
    Datum("call_by", Section.TOP, in_mail=True),
    Datum("token", Section.NOWHERE),
    Datum("state", Section.HANDLING, staff_edit=True),
    Datum("ended_at", Section.HANDLING),
    Datum("held", Section.HANDLING, staff_edit=True),
    Datum("held_because", Section.HANDLING, shown_as="why_held"),
    Datum("assigned_to", Section.HANDLING, staff_edit=True),
    Datum("call_due_at", Section.HANDLING, staff_edit=True),
    Datum("first_called_at", Section.HANDLING),
    Datum("last_outcome", Section.HANDLING),
    Datum("last_called_at", Section.HANDLING),
    Datum("overdue_told_at", Section.NOWHERE),
    Datum("version", Section.NOWHERE),
    Datum("full_name", Section.CALL, _("to ask for you when we call")),
    Datum("phone", Section.CALL, _("to call you back"), shown_as="call"),
    Datum("corrected_phone", Section.CALL, staff_edit=True),
    Datum("email", Section.CALL, _("to reach you when the phone does not, and to confirm your request")),
    Datum("voicemail_ok", Section.CALL, _("to know whether we may leave a message"), shown_as="voicemail"),
    Datum("best_time", Section.CALL, _("to call when it suits you")),
    Datum("language", Section.LANGUAGE, _("to speak to you in your language")),
    Datum("interpreter", Section.LANGUAGE, _("to have an interpreter on the call")),
    Datum(
        "page_language",
        Section.LANGUAGE,
        _("to know your language if you name none"),
        label=_("The language of the page you sent the form from"),
    ),
    Datum("spoken_language", Section.NOWHERE),  # one of the two before
    Datum("patient_status", Section.REQUEST, _("to look for your records, or to plan a first visit")),
    Datum("reason", Section.REQUEST, _("to prepare the call and the visit"), shown_as="request_text"),
    Datum("consent", Section.REQUEST, _("to show that you agreed"), label=_("Your permission")),
    Datum("consent_wording", Section.REQUEST),
    Datum(
        "sameness_key",
        Section.NOWHERE,
        _("to notice when the same request arrives twice"),
        label=_("A code made from your answers, from which they cannot be read"),
        kept=timedelta(hours=24),
    ),
    Datum(
        "client_key",
        Section.NOWHERE,
        _("to stop one computer from flooding us"),
        label=_("A code made from your network address, from which it cannot be read"),
        kept=timedelta(hours=1),
    ),
    Datum("note", Section.STORY, model=Entry),  # what staff write about a patient
    Datum("changes", Section.STORY, model=Entry),  # may quote the number that was wrong
    Datum("recipient", Section.MAILS, model=OutgoingMail),  # of a confirmation, the patient's address
    Datum("last_error", Section.MAILS, model=OutgoingMail),  # may quote the recipient
    Datum("website", Section.NOWHERE, kept=Kept.NOT_AT_ALL),  # the trap for programs; people leave it empty
    Datum("opened", Section.NOWHERE, kept=Kept.NOT_AT_ALL),  # when the form was rendered
]


OF_REQUEST = [datum for datum in MAP if datum.model is ConsultationRequest]
IN_MAIL = [datum.field for datum in MAP if datum.in_mail]


def in_mail(consultation_request):
    """What a mail may say of a request, by name: the only part of it that a mail's template is given."""
    return {field: getattr(consultation_request, field) for field in IN_MAIL}


def seen_by_staff(labels):
    """(label, purpose) of what signed-in staff can read, for the privacy page; `labels` are those of the form."""
    return [
        (labels.get(datum.field) or datum.label, datum.purpose)
        for datum in MAP
        if datum.purpose and datum.section is not Section.NOWHERE
    ]


def how_long():
    """When it is erased, in sentences for the privacy page."""
    months, days = settings.RETENTION_MONTHS, SPAM_KEPT.days
    yield ngettext(
        "We erase your request %(months)s month after we have finished it.",
        "We erase your request %(months)s months after we have finished it.",
        months,
    ) % {"months": months}
    yield ngettext(
        "What a person of our staff has called spam is erased after %(days)s day.",
        "What a person of our staff has called spam is erased after %(days)s days.",
        days,
    ) % {"days": days}
    for datum in MAP:
        if datum.purpose and datum.section is Section.NOWHERE:
            hours = datum.kept // timedelta(hours=1)
            yield ngettext(
                "%(label)s: %(purpose)s. Nobody reads it, and it is erased after %(hours)s hour.",
                "%(label)s: %(purpose)s. Nobody reads it, and it is erased after %(hours)s hours.",
                hours,
            ) % {"label": datum.label, "purpose": datum.purpose, "hours": hours}
    yield gettext("If you ask us to, we erase your request at once.")


def fieldsets():
    """The admin's page of a request: (title, [field, …]) for each section, in the order of the map."""
    sections = {}
    for datum in OF_REQUEST:
        sections.setdefault(datum.section, []).append(datum.shown_as or datum.field)
    return [
        (section.value, {"fields": [tuple(fields)] if section in IN_ONE_ROW else fields})
        for section, fields in sections.items()
        if section is not Section.NOWHERE
    ]


def read_only():
    """What staff see and cannot change."""
    return [
        datum.shown_as or datum.field
        for datum in OF_REQUEST
        if datum.section is not Section.NOWHERE and not datum.staff_edit
    ]


def staff_edits():
    return [datum.field for datum in MAP if datum.staff_edit]


# How long a whole request is kept


def erased_before(state, now):
    """Requests that ended in `state` before this moment are erased; None: never, whatever their age."""
    if state == ConsultationRequest.State.SPAM:
        return now - SPAM_KEPT
    if state == ConsultationRequest.State.CLOSED:
        return months_before(now, settings.RETENTION_MONTHS)
    return None


def months_before(moment, months):
    """The same day and time so many calendar months earlier, or the month's last day if it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
