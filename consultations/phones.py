"""Telephone numbers: read in any notation, shown and dialled in one."""

import re

import phonenumbers
from django.core.exceptions import ValidationError

from consultations.fields import text_rules

COUNTRY = "US"  # of numbers written without a country code


def read_phone(text):
    """The number in `text`, in any digits and notation, with or without words beside it; None if there is none.

    The area code is required, but a merely possible number is enough: the library may not know new numbers yet.
    """
    text = text_rules.drop_invisible(text)
    text = phonenumbers.normalize_digits_only(text, keep_non_digits=True).strip()  # Arabic-Indic ones to 0 to 9
    text = re.sub(r"^00\s*(?=[1-9])", "+", text)  # the prefix for a number abroad in most of the world
    number = _parse(text)
    if number is None or not _is_possible(number):
        # "708 555 0100 (cell)", or two numbers: the first
        found = phonenumbers.PhoneNumberMatcher(text, COUNTRY, leniency=phonenumbers.Leniency.POSSIBLE)
        number = next((match.number for match in found if _is_possible(match.number)), None)
    return number


def _parse(text):
    try:
        return phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        return None


def _is_possible(number):
    """Complete by the numbering plan of COUNTRY; abroad, any length that E.164 allows."""
    if number.country_code == phonenumbers.country_code_for_region(COUNTRY):
        reason = phonenumbers.is_possible_number_with_reason(number)
        return reason == phonenumbers.ValidationResult.IS_POSSIBLE
    return 7 <= len(f"{number.country_code}{number.national_number}") <= 15


def validate_phone(text):
    """For numbers that staff enter. Raises ValidationError for text without a number."""
    if read_phone(text) is None:
        raise ValidationError("Enter a phone number with its area code, like (708) 555-0123.")


def format_for_dialling(text):
    """For a `tel:` link, like `+17085550100` or `+17085550100;ext=12` (RFC 3966); empty if there is no number."""
    number = read_phone(text)
    if number is None:
        return ""
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966).removeprefix("tel:").replace("-", "")
    )


def format_for_reading(text):
    """In the country's notation, like `(708) 555-0100`; the text itself if there is no number in it."""
    number = read_phone(text)
    if number is None:
        return text
    domestic = number.country_code == phonenumbers.country_code_for_region(COUNTRY)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if domestic else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def says_more(text):
    """Whether there is more in `text` than the number that is read in it: words, or a second number."""
    written, read = (re.sub(r"\D", "", each) for each in (text_rules.drop_invisible(text), format_for_reading(text)))
    has_letters = any(character.isalpha() for character in text)
    return has_letters or not phonenumbers.normalize_digits_only(written).endswith(read)


def dial_by_hand(text):
    """As dialled in the country, like `(708) 555-0100` or `011 48 22 123 45 67`; the text if there is no number in it.

    Without a +, which spreadsheets take for the beginning of a formula.
    """
    number = read_phone(text)
    if number is None or number.country_code == phonenumbers.country_code_for_region(COUNTRY):
        return format_for_reading(text)
    return phonenumbers.format_out_of_country_calling_number(number, COUNTRY)


def is_fictional(text):
    """Whether the number is in the range 555-0100 to 555-0199, which is reserved for fiction."""
    number = read_phone(text)
    return number is not None and "555010" <= str(number.national_number)[-7:][:6] <= "555019"
