"""The models of the app. Other modules import them from here."""

from consultations.models.access_record import AccessRecord
from consultations.models.entry import PATIENTS_PAGE, Entry
from consultations.models.lookup_key import LookupKey
from consultations.models.outgoing_mail import LATE, REFUSALS, OutgoingMail
from consultations.models.request import (
    ANOTHER_LANGUAGE,
    AWAITING_STATES,
    ENDED_STATES,
    LANGUAGES,
    OPEN_STATES,
    REFERENCE_ALPHABET,
    ConsultationRequest,
    Outcome,
    make_reference,
    overdue_condition,
    tidy_reference,
)
from consultations.models.text_template import ShortcutsOff, TextTemplate
