"""Advice for an editor before a text is published, in sentences."""

from typing import NamedTuple
from urllib.parse import urlsplit

from articles.models import ORIGINAL_LANGUAGE
from articles.publishing import readability
from articles.publishing.claims import KINDS, find_claims
from articles.publishing.overview import language_name
from articles.site_pages import find_site_links, read_pages
from articles.wrapped_links import find_wrapped


class Advice(NamedTuple):
    """`about` identifies a piece of advice whatever its figures; `quote` is the sentence that it is about."""

    about: tuple
    sentence: str
    quote: str = ""


def collect_advice(text, *, reference_count):
    """All advice about the text's present words; without a `reference_count`, it is a part of a page and needs none."""
    lines = readability.all_lines(text)
    return [
        *advice_on_claims([text.title, text.search_title, text.search_description, *lines], text.language),
        *advice_on_reading(lines, text),
        *advice_on_links(text.body),
        *advice_on_site_links(text),
        *([] if reference_count is None else advice_on_gaps(text, reference_count)),
    ]


def advice_on_claims(lines, language):
    for claim in find_claims(lines, language):
        yield Advice(
            ("claim", claim.kind, claim.sentence),
            f"“{claim.words}” reads as a {KINDS[claim.kind]}. Illinois forbids it in a clinic's advertising "
            "(225 ILCS 60/26).",
            claim.sentence,
        )


def advice_on_reading(lines, text):
    if not text.is_translation:  # the formula is made for English
        grade = readability.grade(lines)
        if grade is not None and grade >= readability.HARD_FROM_GRADE:
            yield Advice(
                ("grade",),
                f"Use shorter words and sentences: this text reads at US grade {grade:.0f}, and more patients "
                f"understand a text below grade {readability.HARD_FROM_GRADE}.",
            )
    if found := readability.long_sentences(lines):
        yield Advice(
            ("long sentences",),
            f"Shorten the sentences of more than {readability.MAX_SENTENCE_WORDS} words ({found.count} in this text). "
            f"The longest has {found.words}:",
            found.longest,
        )


def advice_on_links(body):
    for address in find_wrapped(body):
        host = urlsplit(address).hostname
        yield Advice(
            ("link", address),
            f"Replace the link through {host}: open it, and copy the address of the page that appears. Such services "
            "see who follows a link, and their links stop working.",
            address,
        )


def advice_on_site_links(text):
    links = find_site_links(text.body, text.language)
    pages = read_pages(list(dict.fromkeys(link.path for link in links)))
    for link in links:
        page = pages[link.path]
        if page is None:
            sentence = f"Correct the link to {link.address}: it leads to no page of this site."
        elif not page.is_public:
            sentence = f"The link to {link.address} leads to a page that is not public yet: publish that one first."
        elif other := address_in_own_language(page, text, link):
            name = language_name(text.language)
            sentence = f"This link leads to the English page; there is one in {name}: {other}"
        else:
            continue
        yield Advice(("page", link.address), sentence, link.words)


def address_in_own_language(page, text, link):
    """Where a link of a translation could lead instead of to an English page; None or empty if there is nothing."""
    if not text.is_translation or page.language != ORIGINAL_LANGUAGE:
        return None
    address = page.address_in(text.language)
    return address and address != link.path and f"{address}{link.rest}"


def advice_on_gaps(text, reference_count):
    if not text.summary.strip():
        yield Advice(("summary",), "Add a summary: without one, lists and search engines show only the title.")
    if not text.is_translation and not reference_count:
        yield Advice(("references",), "Add references: without them, readers cannot check your sources.")
