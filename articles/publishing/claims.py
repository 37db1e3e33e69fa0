"""Finds claims that Illinois forbids in a clinic's advertising. Articles count as advertising.

225 ILCS 60/26 (Medical Practice Act of 1987, under which chiropractic physicians are licensed): (2) "claims of superior
quality of care" and "fee comparisons"; (3) "guarantees of success" and "misleading material", which covers the promise
of a cure. https://ilga.gov/legislation/ilcs/documents/022500600K26.htm

The expressions are in claims.toml. Words alone make no claim: "the best you can do" praises nobody, "there is no cure"
promises nothing. So praise counts only beside the person or care that it praises, and a promise only if no word before
it denies it.
"""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import NamedTuple

from articles.publishing.readability import sentences

KINDS = {
    "superiority": "claim to be better than others",
    "guarantee": "guarantee",
    "cure": "promise of a cure",
    "price": "comparison of prices",
}
DENIED_WITHIN = 6  # words
ARABIC_MARKS = re.compile(r"[\u064b-\u0652\u0640]")  # vowel signs and the stretching line, which are optional


class Claim(NamedTuple):
    """`kind` is a key of KINDS."""

    kind: str
    words: str
    sentence: str


def compile_language(data):
    """({kind: expressions}, the expression of words that deny a promise), from one language of claims.toml."""

    def compiled(expression):
        while "«" in expression:
            expression = re.sub("«(.+?)»", lambda name: data["words"][name[1]], expression)
        return re.compile(expression, re.IGNORECASE)

    claims = {kind: [compiled(expression) for expression in data["claims"][kind]] for kind in KINDS}
    return claims, compiled(rf"\b(?:{data['denials']})\b")


LANGUAGES = {
    language: compile_language(data)
    for language, data in tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8")).items()
}


def find_claims(lines, language):
    """The claims in these lines, at most one of each kind in a sentence."""
    found = []
    for line in lines:
        for sentence in sentences(unicodedata.normalize("NFC", line)):
            found += claims_in(sentence, language)
    return found


def claims_in(sentence, language):
    if language not in LANGUAGES:
        return
    expressions, denial = LANGUAGES[language]
    compared = ARABIC_MARKS.sub("", sentence).replace("’", "'")
    for kind in KINDS:
        matches = (match for expression in expressions[kind] for match in expression.finditer(compared))
        claim = next((match for match in matches if is_claim(kind, match, compared, denial)), None)
        if claim:
            yield Claim(kind, claim[0].strip(), sentence)


def is_claim(kind, match, sentence, denial):
    if kind in ("superiority", "price"):
        return True
    if kind == "cure" and sentence.rstrip("\"'”») ").endswith(("?", "؟")):
        return False  # "Can it be cured?" is a question
    clause = re.split(r"[;:,،؛]", sentence[: match.start()])[-1]
    return not denial.search(" ".join(clause.split()[-DENIED_WITHIN:]))
