"""The rule for staff passwords that Django does not have."""

from django.core.exceptions import ValidationError

from clinic_site.facts import current_clinic

TRADE = "chiro"
SHORTEST_WORD = 5  # letters; shorter ones are part of too many words


class ClinicWordsValidator:
    """Refuses passwords that an attacker would try first at this very clinic (OWASP ASVS 5.0, 6.2.11)."""

    def validate(self, password, user=None):
        letters = keep_letters(password)
        if guessable := sorted(word for word in clinic_words(current_clinic()) if word in letters):
            message = f"Leave out “{guessable[0]}”: words of the clinic's name, address and trade are easy to guess."
            raise ValidationError(message, code="clinic_words")

    def get_help_text(self):
        return "Your password can't contain words of the clinic's name, address or trade."


def clinic_words(clinic):
    phrases = [clinic.name, clinic.city, *f"{clinic.name} {clinic.street} {clinic.city}".split(), TRADE]
    return {word for word in map(keep_letters, phrases) if len(word) >= SHORTEST_WORD}


def keep_letters(text):
    """The letters alone, in lower case: `Orland-Park 1` becomes `orlandpark`."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())
