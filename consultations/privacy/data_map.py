"""Everything that is stored about a patient: its purpose, where staff see it, whether an email names it, its retention.

The privacy page, the emails to staff, the admin's page of a request, the print sheet, the export and the purge are
built from this one map. A field that is missing here fails a test.
"""

import calendar
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from consultations.models import ConsultationRequest, Entry, OutgoingMail

SPAM_KEPT = timedelta(days=30)  # after a person marked it; a held request that nobody has read is never erased


class Section(Enum):
    """The part of a request's page in the admin that shows it; NOWHERE: nobody sees it."""

    TOP = "Title and promise"
    HANDLING = "Handling"  # in the next step, the fields to change and the history
    CALL = "To call"  # in the call panel, which has a template of its own
    REQUEST = "The request"
    SOURCE = "Where it came from"
    STORY = "Story"  # has a template of its own, as have the mails
    MAILS = "Mails"
    NOWHERE = "not shown"


BELOW = (Section.REQUEST, Section.SOURCE)  # what stands below the history, as rows of a label and a value
ANSWERS = (Section.CALL, Section.REQUEST)


@dataclass(frozen=True)
class Datum:
    """One field. `purpose` is the privacy page's text; fields of the staff's own work have none."""

    field: str
    section: Section
    purpose: str | Promise = ""
    label: str | Promise = ""  # for the privacy page, of a field that is not on the form
    kept: timedelta | None = None  # from receipt; None: as long as the request
    is_stored: bool = True
    in_mail: bool = False
    in_export: bool = True  # and on the print sheet, if it is one of the ANSWERS
    shown_as: str = ""  # the admin's method for it, where it shows more than the bare value
    model: type = ConsultationRequest


MAP = [
    Datum("reference", Section.TOP, in_mail=True),
    Datum("received_at", Section.TOP, in_mail=True),
    Datum("call_by", Section.TOP, in_mail=True),
    Datum("token", Section.NOWHERE),
    Datum("state", Section.HANDLING),
    Datum("held", Section.HANDLING),
    Datum("held_because", Section.HANDLING, in_export=False),
    Datum("assigned_to", Section.HANDLING),
    Datum("call_due_at", Section.HANDLING),
    Datum("first_called_at", Section.HANDLING),
    Datum("last_called_at", Section.HANDLING),
    Datum("last_outcome", Section.HANDLING),
    Datum("visit_on", Section.HANDLING),
    Datum("came", Section.HANDLING),
    Datum("ended_at", Section.HANDLING),
    Datum("closed_because", Section.HANDLING),
    Datum("patient_changed_at", Section.HANDLING, in_export=False),
    Datum("overdue_reported_at", Section.NOWHERE),
    Datum("version", Section.NOWHERE),
    Datum("full_name", Section.CALL, _("to ask for you when we call")),
    Datum("corrected_phone", Section.CALL),
    Datum("phone", Section.CALL, _("to call you back")),
    Datum(
        "unverified_phone",
        Section.CALL,
        _("to call you at the number you want"),
        label=_("The number you changed on the page of your request"),
    ),
    Datum("email", Section.CALL, _("to reach you if we cannot reach you by phone, and to confirm your request")),
    Datum("voicemail_ok", Section.CALL, _("to know whether we may leave a message")),
    Datum("best_time", Section.CALL, _("to call when it suits you")),
    Datum("language", Section.CALL, _("to speak to you in your language")),
    Datum("interpreter", Section.CALL, _("to have an interpreter on the call")),
    Datum(
        "page_language",
        Section.REQUEST,
        _("to know your language if you do not choose one"),
        label=_("The language of the page you sent the form from"),
    ),
    Datum("spoken_language", Section.NOWHERE),  # computed from the two above
    Datum("matter", Section.REQUEST, _("to bring it to the right person"), in_mail=True),
    Datum("patient_status", Section.REQUEST, _("to look for your records, or to plan a first visit")),
    Datum(
        "from_service",
        Section.REQUEST,
        _("to know which of our services you were reading about"),
        label=_("The page of a service that you sent the form from"),
    ),
    Datum("reason", Section.CALL, _("to prepare the call and the visit")),
    Datum("consent", Section.REQUEST, _("to show that you agreed"), label=_("Your permission"), in_export=False),
    Datum("consent_wording", Section.REQUEST, in_export=False),
    Datum(
        "source_page",
        Section.SOURCE,
        _("to learn which of our pages lead to requests"),
        label=_("The page you sent the form from"),
        shown_as="source",
    ),
    Datum(
        "campaign",
        Section.SOURCE,
        _("to learn which of them lead to requests"),
        label=_("The name of our flyer, newsletter or advertisement, if its link led you to that page"),
        shown_as="campaign_word",
    ),
    Datum(
        "sameness_key",
        Section.NOWHERE,
        _("to notice when the same request arrives twice"),
        label=_("A code made from your answers that cannot be turned back into them"),
        kept=timedelta(hours=24),
    ),
    Datum(
        "client_key",
        Section.NOWHERE,
        _("to stop one computer from flooding us"),
        label=_("A code made from your network address that cannot be turned back into it"),
        kept=timedelta(hours=1),
    ),
    Datum(  # written by staff about a patient, or by the patient
        "note",
        Section.STORY,
        _("to prepare the call and the visit"),
        label=_("What you add on the page of your request"),
        model=Entry,
    ),
    Datum("changes", Section.STORY, model=Entry),  # may quote the wrong number
    Datum("recipient", Section.MAILS, model=OutgoingMail),  # in a confirmation, the patient's address
    Datum("last_error", Section.MAILS, model=OutgoingMail),  # may quote the recipient
    Datum("subject", Section.NOWHERE, is_stored=False),  # the trap for programs; people leave it empty
]


OF_REQUEST = [datum for datum in MAP if datum.model is ConsultationRequest]
SHOWN = [datum for datum in OF_REQUEST if datum.section is not Section.NOWHERE]
FIELDS_IN_MAIL = [datum.field for datum in MAP if datum.in_mail]
FIELDS_IN_EXPORT = [datum.field for datum in SHOWN if datum.in_export]
FIELDS_ON_PAPER = [datum.field for datum in SHOWN if datum.in_export and datum.section in ANSWERS]


def get_label(field):
    return capfirst(ConsultationRequest._meta.get_field(field).verbose_name)


def format_value(consultation_request, field):
    """The field's value as text, in the active language and time zone; empty if there is none."""
    value = getattr(consultation_request, field)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    choices = dict(ConsultationRequest._meta.get_field(field).flatchoices)
    return str(choices.get(value, value))


def select_for_mail(consultation_request):
    """The fields that an email may contain, by name; mail templates get no other part of a request."""
    return {field: getattr(consultation_request, field) for field in FIELDS_IN_MAIL}


def list_purposes(labels):
    """(label, purpose) of all that staff can read, for the privacy page; `labels` are the form's, by field."""
    seen = [datum for datum in MAP if datum.purpose and datum.section is not Section.NOWHERE]
    return [(labels.get(datum.field) or datum.label, datum.purpose) for datum in seen]


def describe_retention():
    """The retention periods, in sentences for the privacy page."""
    months, days = settings.RETENTION_MONTHS, SPAM_KEPT.days
    yield ngettext(
        "We erase your request %(months)s month after we close it.",
        "We erase your request %(months)s months after we close it.",
        months,
    ) % {"months": months}
    yield ngettext(
        "Requests that our staff mark as spam are erased after %(days)s day.",
        "Requests that our staff mark as spam are erased after %(days)s days.",
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


def build_fieldsets():
    """Below the history of a request: (title, {"fields": …}) for each section, in the order of the map."""
    return [
        (section.value, {"fields": [datum.shown_as or datum.field for datum in SHOWN if datum.section is section]})
        for section in BELOW
    ]


def get_expiry(state, now):
    """The moment before which a request must have ended in `state` to be erased; None if it is never erased."""
    if state == ConsultationRequest.State.SPAM:
        return now - SPAM_KEPT
    if state == ConsultationRequest.State.CLOSED:
        return subtract_months(now, settings.RETENTION_MONTHS)
    return None


def subtract_months(moment, months):
    """The same day and time so many calendar months earlier, or the month's last day if it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
