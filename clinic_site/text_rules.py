"""Which characters a text may hold, and which it loses where it is compared, searched or dialled.

articles and consultations, which do not import this package, get this module from settings.TEXT_RULES.
"""

import re
import unicodedata

from django.db.backends.signals import connection_created
from django.db.models import CharField, TextField

# What neither XML 1.0 (feeds, sitemaps) nor HTML can carry: control characters, halves of surrogate pairs and
# noncharacters. Office programs break lines and pages with the first few, which therefore become blanks.
BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)

# What nobody sees, though keyboards, autofill, chat and office programs put it between what people see: soft hyphens,
# joiners, direction marks, fillers, variation selectors, tags, and the place that iOS keeps for dictation.
INVISIBLE_RANGES = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
INVISIBLE = re.compile(f"[{INVISIBLE_RANGES}]")
INVISIBLE_RUN = re.compile(f"[{INVISIBLE_RANGES}]+")
JOINER = re.compile("[\u200c\u200d]")
SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# What phones and word processors make of the hyphen and the apostrophe on the keyboard.
TYPOGRAPHIC = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
TYPOGRAPHIC |= dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc"), "'")


def clean_text(text):
    """The text as it may be stored."""
    return FORBIDDEN.sub("", BREAKS.sub(" ", text)) if FORBIDDEN.search(text) else text


def drop_invisible(text):
    return INVISIBLE.sub("", text)


def clean_code(text):
    """For numbers, user names and addresses: nothing is left but what people see."""
    return drop_invisible(clean_text(text)).strip()


def clean_email(text):
    """Also without ligatures, wide letters and typographic hyphens and apostrophes, which no mail server knows."""
    return unicodedata.normalize("NFKC", clean_code(text)).translate(TYPOGRAPHIC).strip()


def clean_name(text):
    """Keeps joiners and variation selectors where they spell a name: in Persian, in scripts of India, in Japanese.

    Of several in one place, the first selector and the first joiner stay: nobody sees that a key was pressed twice.
    """
    text = clean_text(text)

    def keep_if_needed(run):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if not takes_joiners(before):
            return ""
        selector, joiner = SELECTOR.search(run[0]), takes_joiners(after) and JOINER.search(run[0])
        return "".join(kept[0] for kept in (selector, joiner) if kept)

    return INVISIBLE_RUN.sub(keep_if_needed, text).strip()


def takes_joiners(char):
    """Whether it is a letter, mark or symbol beyond Latin, Greek and Cyrillic, whose letters stand for themselves."""
    return char > "\u052f" and unicodedata.category(char)[0] in "LMS"


def clean_stored_rows(model):
    """For migrations: cleans what was stored before this rule."""
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, CharField | TextField)]
    for row in model._base_manager.only("pk", *names).iterator():
        texts = {name: getattr(row, name) or "" for name in names}
        changed = {name: clean_text(text) for name, text in texts.items() if FORBIDDEN.search(text)}
        if changed:
            model._base_manager.filter(pk=row.pk).update(**changed)


# Every text that is stored is a parameter of a query, whether a form, a command or SQL written by hand sends it. Only
# encrypted texts have to be cleaned before: consultations.fields does so.


def clean_all_queries():
    connection_created.connect(clean_queries)


def clean_queries(connection, **kwargs):
    """Adds the wrapper once: Django opens the same connection object again and again, and its wrappers stay."""
    if clean_query not in connection.execute_wrappers:
        connection.execute_wrappers.append(clean_query)


def clean_query(run_query, sql, params, many, context):
    if many:
        params = [clean_parameters(row) for row in params]
    elif params:
        params = clean_parameters(params)
    return run_query(sql, params, many, context)


def clean_parameters(params):
    if isinstance(params, dict):
        return {name: clean_parameter(value) for name, value in params.items()}
    return [clean_parameter(value) for value in params]


def clean_parameter(value):
    """On PostgreSQL, bulk_create() sends lists of values."""
    if isinstance(value, str):
        return clean_text(value)
    return clean_parameters(value) if isinstance(value, list) else value
