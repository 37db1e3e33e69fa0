"""Opens a call in the patient's language, for a colleague who reads English aloud. The words are in greetings.toml."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import get_language_info

from consultations.models import ANOTHER_LANGUAGE, LANGUAGES


@cache
def read_greetings():
    """{language code: its table in the file}."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def build_greeting(code, clinic_name):
    """The greeting with the clinic's name in it; None for a language without one."""
    greeting = read_greetings().get(code)
    return greeting and {
        "text": greeting["text"].format(clinic=clinic_name),
        "said_like": greeting["said_like"].format(clinic=clinic_name),
        "direction": "rtl" if get_language_info(code)["bidi"] else "ltr",
    }


def get_english_name(code):
    return "Another language" if code == ANOTHER_LANGUAGE else get_language_info(code)["name"]


def get_language_name(code):
    """`Polish (Polski)`, or a single name where both are the same."""
    english, own = get_english_name(code), dict(LANGUAGES)[code]
    return english if code == ANOTHER_LANGUAGE or own == english else f"{english} ({own})"
