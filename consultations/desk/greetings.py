"""How to open a call in the patient's language, for somebody who reads English aloud."""

from dataclasses import dataclass

from consultations.models import ConsultationRequest

Language = ConsultationRequest.Language
ENGLISH_NAMES = {
    Language.ARABIC: "Arabic",
    Language.ENGLISH: "English",
    Language.SPANISH: "Spanish",
    Language.POLISH: "Polish",
    Language.OTHER: "Another language",
}


@dataclass(frozen=True)
class Greeting:
    """`{clinic}` stands for the clinic's name. `said_like` spells it for English readers; empty for English itself."""

    text: str
    said_like: str = ""
    direction: str = "ltr"


GREETINGS = {
    Language.ARABIC: Greeting("مرحبًا، أتصل بكم من {clinic}.", "MAR-ha-ban, at-TA-sil BEE-kum min {clinic}", "rtl"),
    Language.ENGLISH: Greeting("Hello, I am calling from {clinic}."),
    Language.SPANISH: Greeting("Hola, le llamo de {clinic}.", "OH-lah, leh YAH-moh deh {clinic}"),
    Language.POLISH: Greeting("Dzień dobry, dzwonię z {clinic}.", "jen DOH-brih, DZVOHN-yeh z {clinic}"),
}


def language_to_speak(consultation_request):
    """The code of the one the patient prefers; without an answer, of the one the form was read in."""
    return consultation_request.language or consultation_request.page_language


def language_name(code):
    """`Polish (Polski)`, or only one name where both are the same or there is no other."""
    english = ENGLISH_NAMES.get(code, code)
    own = {} if code == Language.OTHER else dict(Language.choices)
    return english if own.get(code, english) == english else f"{english} ({own[code]})"


def greeting(code, clinic_name):
    """The Greeting with the clinic's name in it; None for a language that we have none for."""
    found = GREETINGS.get(code)
    if found is None:
        return None
    return Greeting(found.text.format(clinic=clinic_name), found.said_like.format(clinic=clinic_name), found.direction)
