"""What is held for a person to look at. Nothing here refuses or drops: a held request is stored, promised, mailed.

Each sign has points; a request with HOLD_FROM of them is held. The weak signs do not reach it together, so that a quick
reader of Russian with an old copy of the page is no suspect.
"""

import re
import unicodedata

from django.core import signing

HOLD_FROM = 4
SIGNS = {
    "trap": (4, "the field that people do not see was filled in"),
    "links": (4, "several links"),
    "link": (2, "a link"),
    "link in name": (4, "a link in the name"),
    "markup": (4, "markup or a script"),
    "fast": (1, "sent within seconds"),
    "no time": (1, "the time at which the form was opened is missing or made up"),
    "letters": (1, "letters of a language that the site does not speak"),
    "flood": (4, "more requests than usual came in at once"),
}
FASTEST = 3  # seconds in which a person can fill in and send the form

LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
MARKUP = re.compile(
    r"<\s*(?:a\s[^>]*href|/a|script|iframe|img|svg|style|div|span|h\d)\b|\[/?(?:url|link|img)\b|javascript:",
    re.IGNORECASE,
)
SPOKEN_ALPHABETS = {"LATIN", "ARABIC", "FEMININE", "MASCULINE"}  # the last two are the Spanish ª and º

_signer = signing.TimestampSigner(salt="consultations.spam.opened")


def sign_opening():
    """What the form carries to tell later when it was rendered."""
    return _signer.sign("")


def signs_in(*, answers, trap, opened):
    """The codes of all signs of spam in what was sent.

    `trap` is what stood in the field that people do not see. `opened` is what sign_opening() gave: pages are cached,
    so its age has no upper limit, and a form that was copied by hand has none.
    """
    texts = [answers["full_name"], answers["reason"]]
    links = len(LINK.findall(answers["reason"]))
    signs = {
        "trap": bool(trap),
        "links": links > 1,
        "link": links == 1,
        "link in name": LINK.search(answers["full_name"]),
        "markup": any(MARKUP.search(text) for text in texts),
        "letters": not alphabets(" ".join(texts)) <= SPOKEN_ALPHABETS,
        **_signs_of_time(opened),
    }
    return [code for code in SIGNS if signs.get(code)]


def _signs_of_time(opened):
    try:
        _signer.unsign(opened, max_age=FASTEST)
    except signing.SignatureExpired:
        return {}
    except signing.BadSignature:
        return {"no time": True}
    return {"fast": True}


def alphabets(text):
    """The alphabets of the letters in `text`, as Unicode names them: LATIN, ARABIC, CYRILLIC, CJK and so on."""
    letters = {char for char in text if unicodedata.category(char) in ("Lu", "Ll", "Lo")}
    return {unicodedata.name(letter, "UNNAMED").split()[0] for letter in letters}


def is_suspicious(signs):
    return sum(SIGNS[code][0] for code in signs) >= HOLD_FROM


def describe(codes):
    """The signs in words, for staff; `codes` as they are stored, separated by commas."""
    return "; ".join(SIGNS[code][1] if code in SIGNS else code for code in codes.split(", ") if code)
