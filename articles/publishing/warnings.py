"""What an editor should think about before a text goes public, in sentences."""

from typing import NamedTuple

from articles.publishing import claims, readability


class Advice(NamedTuple):
    """`about` tells two pieces of advice apart whatever their figures; `quote` is the sentence it speaks of."""

    about: tuple
    sentence: str
    quote: str = ""


def advice(text, *, reference_count):
    """Everything worth a warning in the text's present words."""
    lines = readability.all_lines(text)
    return [
        *claims_of([text.title, *lines], text.language),
        *reading_of(lines, text),
        *what_is_missing(text, reference_count),
    ]


def claims_of(lines, language):
    for claim in claims.claims(lines, language):
        yield Advice(
            ("claim", claim.kind, claim.sentence),
            f"“{claim.words}” reads as a {CLAIMS[claim.kind]}. Illinois forbids it in a clinic's advertising "
            "(225 ILCS 60/26).",
            claim.sentence,
        )


CLAIMS = {
    claims.SUPERIORITY: "claim to be better than others",
    claims.GUARANTEE: "guarantee",
    claims.CURE: "promise of a cure",
    claims.PRICE: "comparison of prices",
}


def reading_of(lines, text):
    if not text.is_translation:  # the formula is made for English
        grade = readability.grade(lines)
        if grade is not None and grade >= readability.HARD_FROM_GRADE:
            yield Advice(
                ("grade",),
                f"It reads like US school grade {grade:.0f}. Below grade {readability.HARD_FROM_GRADE} more "
                "patients understand it: use shorter words and sentences.",
            )
    if found := readability.long_sentences(lines):
        many = "1 sentence has" if found.count == 1 else f"{found.count} sentences have"
        yield Advice(
            ("long sentences",),
            f"{many} more than {readability.LONGEST_SENTENCE} words. The longest has {found.words}:",
            found.longest,
        )


def what_is_missing(text, reference_count):
    if not text.summary.strip():
        yield Advice(("summary",), "There is no summary: lists and search engines show the title alone.")
    if not text.is_translation and not reference_count:
        yield Advice(("references",), "There are no references: readers cannot check where it comes from.")
