"""The site's own wording in each language: its fingerprint, and the lines that matter most."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

CATALOGUES = Path(__file__).parent / "locale"
TRANSLATED_LANGUAGES = [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]

# Lines whose mistranslation would do harm: emergencies, and what the patient agrees to.
SAFETY_LINES = [
    'In an emergency, call <bdi dir="ltr">911</bdi> or go to the nearest emergency room.',
    "Do not wait for our call.",
    'Call <bdi dir="ltr">911</bdi> or go to the emergency room if:',
    "See a doctor soon if:",
    "See us if:",
    "Emergency:",
    "Urgent:",
    "you have pain or pressure in the chest, or trouble breathing",
    "your face droops, your speech is slurred, or one side of your body is weak",
    "you lose control of your bladder or bowels, or feel numb between the legs",
    "the pain began after a serious fall or a car crash",
    "Tick the box to agree that we may contact you",
    "I agree that %(clinic)s may contact me about this request by the means I gave above.",
    "May we leave a voicemail?",
    "I need an interpreter",
    "A few words are enough, up to 2,000 characters. Leave out ID and insurance numbers",
    "This is general information. It does not replace an examination.",
    "Only staff of the clinic who sign in can read your request.",
]


@cache
def fingerprint(language):
    """Identifies the whole wording in a language: the SHA-256 of its compiled catalogue."""
    catalogue = CATALOGUES / language / "LC_MESSAGES" / "django.mo"
    return hashlib.sha256(catalogue.read_bytes()).hexdigest()


def safety_lines(language):
    """(English, translation) of each line that a reviewer must check first."""
    with translation.override(language):
        return [(line, gettext(line)) for line in SAFETY_LINES]
