"""What a password of staff must not hold, beside Django's own rules."""

import re

from django.core.exceptions import ValidationError

from clinic_site.facts import current_clinic

GUESSABLE = ["orland", "chiro"]  # whoever guesses for this clinic begins with these (ASVS 5.0, 6.2.11)


class ClinicWordsValidator:
    """Refuses passwords that hold the clinic's name or a word of its kind, however it is spaced."""

    def validate(self, password, user=None):
        letters = letters_of(password)
        words = [*GUESSABLE, letters_of(current_clinic().name)]
        if any(word and word in letters for word in words):
            raise ValidationError("Leave out the clinic's name, its town and its trade.", code="clinic_words")

    def get_help_text(self):
        return "Your password must not hold the clinic's name, its town or its trade."


def letters_of(text):
    return re.sub(r"[^a-z]", "", text.lower())
