"""Telephone numbers: read in every form that people write, shown and dialled in one."""

import phonenumbers
from django.core.exceptions import ValidationError

COUNTRY = "US"  # of numbers written without a country code


def read_phone(text):
    """The number in `text`, whatever its spaces, brackets, digits (also Arabic-Indic) or extension; else None.

    It needs its area code, but a number that is merely possible is enough: a patient whose number is new to the
    library must not be turned away.
    """
    try:
        number = phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    fits = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    return number if fits else None


def validate_phone(text):
    """For numbers that staff enter. Raises ValidationError for text that no number can be read from."""
    if read_phone(text) is None:
        raise ValidationError("Write a telephone number with its area code, like (708) 555-0123.")


def dial(text):
    """What a `tel:` link needs, like `+17085550100` or `+17085550100;ext=12` (RFC 3966); empty if it cannot be read."""
    number = read_phone(text)
    if number is None:
        return ""
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966).removeprefix("tel:").replace("-", "")
    )


def display(text):
    """As people in the country write it, like `(708) 555-0100`; the text itself if it cannot be read."""
    number = read_phone(text)
    if number is None:
        return text
    domestic = number.country_code == phonenumbers.country_code_for_region(COUNTRY)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if domestic else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def is_fictional(text):
    """Whether the number is one of 555-0100 to 555-0199, which are reserved for fiction."""
    number = read_phone(text)
    return number is not None and "555010" <= str(number.national_number)[-7:][:6] <= "555019"
