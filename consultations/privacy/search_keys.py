"""Search over encrypted fields: keyed hashes of phone number and its last digits, email address, and each word of the
name and its beginnings.

Equal texts have equal hashes under LOOKUP_HASH_KEY, so a search finds what was hashed, and no other part of a text.
"""

import hashlib
import hmac
import re
import unicodedata

from django.conf import settings

from consultations import phones
from consultations.fields import text_rules

MAX_WORDS = 8  # of a name; each costs a look-up
SHORTEST_BEGINNING = 3  # letters of a word
LONGEST_BEGINNING = 12  # of longer words, nothing more is compared: each letter costs a row
LAST_DIGITS = 4
BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")

# Letters that Unicode does not decompose, although people type them without their marks. The article search has the
# same table: a test checks that both fold alike.
ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None}
    | {"ی": "ي", "ک": "ك"}  # the Persian letters of some keyboards
    | {"ʼ": "'", "ʹ": "'"}  # apostrophes that count as letters
)


def keyed_hash(purpose, text):
    """SHA-256 of `text` under LOOKUP_HASH_KEY, in hex; hashes of different purposes cannot be compared."""
    return hmac.new(settings.LOOKUP_HASH_KEY.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def phone_key(text):
    """None for a text without a phone number. Extensions are ignored: the line is the same."""
    number = phones.format_for_dialling(text).partition(";")[0]
    return keyed_hash("phone", number) if number else None


def email_key(text):
    return keyed_hash("email", text_rules.clean_email(text).casefold())


def fold(text):
    """The words of a text as they are compared, without case and accents."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text_rules.drop_invisible(text)).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(ALIKE)
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    return re.findall(r"[^\W_]+", text)


def name_keys(text):
    """The keys of each word, up to LONGEST_BEGINNING letters, and of its beginnings."""
    return {
        keyed_hash("name", word[:letters])
        for word in fold(text)
        for letters in range(min(SHORTEST_BEGINNING, len(word)), min(LONGEST_BEGINNING, len(word)) + 1)
    }


def word_key(word):
    """For a folded word of a search: the last digits of a number, or a word of a name or its beginning."""
    if len(word) >= LAST_DIGITS and word.isdecimal():
        return keyed_hash("ending", word[-LAST_DIGITS:])
    return keyed_hash("name", word[:LONGEST_BEGINNING])


def list_phones(consultation_request):
    row = consultation_request
    return [row.phone, row.corrected_phone, row.unverified_phone]


def ending_keys(numbers):
    """Of the last digits of the numbers. They identify nobody: one in 10,000 numbers has the same."""
    dialled = (phones.format_for_dialling(number).partition(";")[0] for number in numbers)
    return {keyed_hash("ending", number[-LAST_DIGITS:]) for number in dialled if number}


def person_keys(consultation_request):
    """The keys that identify a person: phone numbers and email address. Names are not unique."""
    keys = {phone_key(number) for number in list_phones(consultation_request)} - {None}
    if consultation_request.email:
        keys.add(email_key(consultation_request.email))
    return keys


def keys_of(consultation_request):
    """All keys under which staff can find the request."""
    return (
        name_keys(consultation_request.full_name)
        | person_keys(consultation_request)
        | ending_keys(list_phones(consultation_request))
    )


def search_keys(term):
    """The keys that a request must all have: one for an address or a whole number, or one for each word.

    Of a number without its area code, only the last digits are compared.
    """
    if "@" in term:
        return {email_key(term)}
    if number := phone_key(term):
        return {number}
    words = BETWEEN_DIGITS.sub("", " ".join(fold(term))).split()
    return {word_key(word) for word in words[:MAX_WORDS]}
