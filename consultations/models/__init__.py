"""The models of the app. Other modules import them from here."""

from consultations.models.access_record import AccessRecord
from consultations.models.entry import PATIENTS_PAGE, Entry
from consultations.models.lookup_key import LookupKey
from consultations.models.outgoing_mail import LATE, REFUSALS, OutgoingMail
from consultations.models.request import (
    ANOTHER_LANGUAGE,
    LANGUAGES,
    REFERENCE_ALPHABET,
    ConsultationRequest,
    Outcome,
    make_reference,
)
from consultations.models.request_lists import (
    AWAITING_STATES,
    ENDED_STATES,
    OPEN_STATES,
    overdue_condition,
    tidy_reference,
)
from consultations.models.text_template import ShortcutsOff, TextTemplate
