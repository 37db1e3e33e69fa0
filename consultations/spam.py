"""Which requests are held for a person to check. Nothing is refused or dropped: held requests are stored and promised.

Each sign has points; a request with HOLD_FROM points is held. Weak signs alone do not reach it, so a patient
who writes Russian and includes one link is not held.
"""

import re
import unicodedata

HOLD_FROM = 4
SIGNS = {
    "trap": (4, "the hidden field was filled in"),
    "links": (4, "several links"),
    "link": (2, "a link"),
    "link in name": (4, "a link in the name"),
    "markup": (4, "markup or a script"),
    "letters": (1, "letters of an alphabet that the site does not use"),
    "flood": (4, "more requests than usual arrived at once"),
}

LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
MARKUP = re.compile(
    r"<\s*(?:a\s[^>]*href|/a|script|iframe|img|svg|style|div|span|h\d)\b|\[/?(?:url|link|img)\b|javascript:",
    re.IGNORECASE,
)
SITE_ALPHABETS = {"LATIN", "ARABIC", "FEMININE", "MASCULINE"}  # the last two are the Spanish ª and º


def find_signs(answers, trap):
    """The codes of all signs of spam in the answers; `trap` is the text in the hidden field."""
    texts = [answers["full_name"], answers["reason"]]
    links = len(LINK.findall(answers["reason"]))
    signs = {
        "trap": bool(trap),
        "links": links > 1,
        "link": links == 1,
        "link in name": LINK.search(answers["full_name"]),
        "markup": any(MARKUP.search(text) for text in texts),
        "letters": not find_alphabets(" ".join(texts)) <= SITE_ALPHABETS,
    }
    return [code for code, is_found in signs.items() if is_found]


def find_alphabets(text):
    """The alphabets of the letters in `text`, as Unicode names them: LATIN, ARABIC, CYRILLIC, CJK and so on."""
    letters = {char for char in text if unicodedata.category(char) in ("Lu", "Ll", "Lo")}
    return {unicodedata.name(letter, "UNNAMED").split()[0] for letter in letters}


def is_suspicious(signs):
    return sum(SIGNS[code][0] for code in signs) >= HOLD_FROM


def describe_signs(codes):
    """The signs in words, for staff; `codes` as stored, separated by commas."""
    return "; ".join(SIGNS[code][1] for code in codes.split(", ") if code)
