"""What to say on the phone in the patient's language, for a colleague who reads English aloud.

The manager's templates come first; until there is one, the words of greetings.toml.
"""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import get_language_info

from consultations.models import ANOTHER_LANGUAGE, LANGUAGES, TextTemplate

ENGLISH = "en"
SENTENCES = [TextTemplate.Purpose.OPENING, TextTemplate.Purpose.VOICEMAIL]


@cache
def read_greetings():
    """{language code: its table in the file}."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def build_sentences(code, clinic):
    """{purpose: what to say in this language, with its meaning in English}; empty for a language without. One query."""
    written = TextTemplate.objects.filter(purpose__in=SENTENCES, language__in=[code, ENGLISH])
    own = {(row["purpose"], row["language"]): row for row in written.values("purpose", "language", "text", "said_like")}

    def read(purpose, language):
        return own.get((purpose, language)) or read_greetings().get(language, {}).get(purpose)

    def fill(text):
        phone = f"\u2066{clinic.phone_display}\u2069"  # isolated, or an Arabic sentence would turn it around
        return text.replace("{clinic}", clinic.name).replace("{phone}", phone)

    return {
        str(purpose): {
            "text": fill(said["text"]),
            "said_like": fill(said["said_like"]),
            "direction": "rtl" if get_language_info(code)["bidi"] else "ltr",
            "english": "" if code == ENGLISH else fill(read(purpose, ENGLISH)["text"]),
        }
        for purpose in SENTENCES
        if (said := read(purpose, code))
    }


def get_english_name(code):
    return "Another language" if code == ANOTHER_LANGUAGE else get_language_info(code)["name"]


def get_language_name(code):
    """`Polish (Polski)`, or a single name where both are the same."""
    english, own = get_english_name(code), dict(LANGUAGES)[code]
    return english if code == ANOTHER_LANGUAGE or own == english else f"{english} ({own})"
