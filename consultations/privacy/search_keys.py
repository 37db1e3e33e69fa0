"""Search over encrypted fields: keyed hashes of phone number, email address and each word of the name.

Equal texts have equal hashes under LOOKUP_HASH_KEY, so a search finds whole words but not parts of words.
"""

import hashlib
import hmac
import re
import unicodedata

from django.conf import settings

from consultations import phones
from consultations.fields import text_rules

MAX_WORDS = 8  # of a name; each costs a look-up

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
    """One key for each word."""
    return {keyed_hash("name", word) for word in fold(text)}


def phone_keys(consultation_request):
    row = consultation_request
    return {phone_key(number) for number in (row.phone, row.corrected_phone, row.unverified_phone)} - {None}


def person_keys(consultation_request):
    """The keys that identify a person: phone numbers and email address. Names are not unique."""
    keys = phone_keys(consultation_request)
    if consultation_request.email:
        keys.add(email_key(consultation_request.email))
    return keys


def keys_of(consultation_request):
    """All keys under which staff can find the request."""
    return name_keys(consultation_request.full_name) | person_keys(consultation_request)


def search_keys(term):
    """The keys that a request must all have: one for an address or a number, or one for each word of a name."""
    if "@" in term:
        return {email_key(term)}
    if number := phone_key(term):
        return {number}
    return set(sorted(name_keys(term))[:MAX_WORDS])
