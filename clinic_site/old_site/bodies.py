"""Turns the body of a WordPress post into what an article keeps, and says what became of the rest."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote

from articles.body import split_body
from articles.body_pictures import make_figure
from articles.models import ArticleText
from clinic_site.old_site.body_parts import (
    MARK,
    MARK_CHARACTERS,
    change_links,
    leave_out,
    link_addresses,
    list_definitions,
    make_mark,
    name_layouts,
    set_headings,
    take_pictures,
)
from clinic_site.old_site.items import Item
from clinic_site.old_site.markup import BodyError, read_markup
from clinic_site.old_site.words import read_words, visible_text, visible_words

__all__ = ["Body", "BodyError", "FoundPicture", "Link", "Note", "Surroundings", "convert_body", "visible_words"]

BLOCK = re.compile(r"<(p|h2|h3)>(.*?)</\1>", re.DOTALL)  # which hold words
# For clean HTML in which a blank is one character.
EMPTY = re.compile(r"<(p|li|ul|ol|h2|h3|blockquote|strong|em|dfn|a)\b[^<>]*>((?: |&nbsp;|<br>)*)</\1>")
EDGES = re.compile(r"(<(?:p|h2|h3)>)?((?: |<br>)+)(</(?:p|h2|h3)>)?")
EMPTY_TABLE = re.compile(r"<table><tbody>(?:<tr>(?:<t[hd][^<>]*>(?:<p></p>)?</t[hd]>)*</tr>)*</tbody></table>")
LINK_WITHIN = re.compile(r'<a href="#([^"]*)">(.*?)</a>')
TIDIED_AT_MOST = 20  # times; twice is enough for what people write
tidy = ArticleText._meta.get_field("body").tidy


class Note(NamedTuple):
    """What was changed or left out, in a few words for the editor, and the words of the body that it is about.

    `is_lost`: the old page showed the words, and they are stored nowhere. `is_added`: it did not, and they are stored.
    With neither, the words are only those that the change is about.
    """

    what: str
    words: str = ""
    is_lost: bool = False
    is_added: bool = False


class FoundPicture(NamedTuple):
    """A picture that the body shows: `attachment` is its key. Its caption, in clean HTML, is in the body, too."""

    attachment: int | str
    alternative_text: str = ""
    caption: str = ""


class Link(NamedTuple):
    """Where a link leads now: an address, or empty. `reason` says why there is none, or what it has lost."""

    address: str
    reason: str = ""


@dataclass
class Surroundings:
    """What a body refers to. The functions return None for what they do not know."""

    item: Item
    find_block: Callable[[int], str | None]  # the body of a reusable block, by its number
    find_picture: Callable[
        [int | str], int | str | None
    ]  # the key of a picture, by its number or the address of a file
    attached_pictures: Callable[[], list[int]]  # to this post, in their order: what [gallery] shows
    find_link: Callable[[str], Link | None]  # None for a link to another site, which stays


@dataclass
class Body:
    html: str
    pictures: list[FoundPicture] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)  # {what a link named in the old page: id of a section here}
    shown: str = ""  # what the old page showed: the body with its reusable blocks and shortcodes read

    def note(self, what: str, words: str = "", **flags: bool) -> None:
        note = Note(what, words, **flags)
        if words or note not in self.notes:
            self.notes.append(note)

    def count_words(self) -> Counter:
        """Those of `shown`, if no word was lost in silence: the stored ones and the lost ones without the added."""
        words = Counter(visible_words(self.html))
        for note in self.notes:
            if note.is_lost:
                words.update(read_words(note.words))
        for note in self.notes:
            if note.is_added:
                words.subtract(read_words(note.words))
        return +words


def convert_body(surroundings: Surroundings) -> Body:
    """Raises BodyError. Takes about five milliseconds for a usual body."""
    from bs4 import BeautifulSoup  # here: the staff site loads this module, and few pages of it need 8 MB more

    body = Body("")
    body.shown = read_markup(surroundings, body.note)
    # In a box, so that tidy() makes paragraphs of loose words.
    page = BeautifulSoup(f"<div>{MARK_CHARACTERS.sub('', body.shown)}</div>", "html.parser")
    leave_out(page, body)
    link_addresses(page)
    change_links(page, surroundings, body)
    pictures = take_pictures(page, surroundings, body)
    set_headings(page, body)
    list_definitions(page, body)
    name_layouts(page, body)
    anchors = mark_headings(page)
    place_parts(tidy(str(page)), pictures, anchors, body)
    explain_rest(body)
    return body


# What is known only once the text is tidied


def mark_headings(page):
    """{id in the old page: number of the heading that has it, or before which nothing is read}"""
    anchors = {}
    for number, heading in enumerate(page.find_all("h2")):
        before = takewhile(lambda element: element.name or not element.strip(), heading.previous_elements)
        for element in [heading, *heading.find_all(True), *(each for each in before if each.name)]:
            for name in (element.get("id"), element.get("name")):
                if name:
                    anchors.setdefault(name, number)
        heading.insert(0, make_mark("h", number))
    return anchors


def place_parts(html, pictures, anchors, body):
    _, sections = split_body(html)
    section_ids = {}  # by the number of their heading
    for section in sections:
        section_ids |= {int(number): section.id for kind, number in MARK.findall(section.title) if kind == "h"}
    body.anchors = {name: section_ids[number] for name, number in anchors.items() if number in section_ids}

    def change_link_within(link):
        """Only top headings have addresses here."""
        name = unescape(link[1])
        if section := body.anchors.get(name) or body.anchors.get(unquote(name)):
            return f'<a href="#{section}">{link[2]}</a>'
        body.note("Link removed: it led to another place in the article", MARK.sub("", visible_text(link[2])))
        return link[2]

    html = drop_marks(LINK_WITHIN.sub(change_link_within, place_pictures(html, pictures, body)))
    for _ in range(TIDIED_AT_MOST):
        before, html = html, tidy(drop_empty(html))
        if html == before:
            body.html = html
            return
    raise BodyError("The body does not stay as it is when it is saved.")


def place_pictures(html, pictures, body):
    """A picture stands in front of the block that it began, or else behind the block that it was in."""

    def move_out(block):
        before, after = "", ""
        for mark in MARK.finditer(block[2]):
            if mark[1] != "p":
                continue
            picture = FoundPicture(*pictures[int(mark[2])])
            body.pictures.append(picture)
            figure = make_figure(stand_in(picture.attachment), picture.caption)
            if after or MARK.sub("", block[2][: mark.start()]).strip():
                after += figure
            else:
                before += figure
        return f"{before}<{block[1]}>{block[2]}</{block[1]}>{after}"

    return BLOCK.sub(move_out, html)


def stand_in(key):
    """What bodies call a picture whose content is not known yet."""
    return hashlib.sha256(str(key).encode()).hexdigest()[:20]


def drop_marks(html):
    html = re.sub(r"\s+", " ", html)
    html = re.sub(rf"<br> ?(?:{MARK.pattern} ?(?:<br> ?)*)+", "<br>", html)
    return re.sub(rf" ?{MARK.pattern} ?([.,;:!?)]?)", lambda found: found[3] or " ", html)


def drop_empty(html):
    """Without empty elements, and without blanks and line breaks at the edges of others."""

    def strip(found):
        return (found[1] or "") + (found[3] or "") if found[1] or found[3] else found[2]

    html, before = re.sub(r"\s+", " ", html), ""
    while html != before:
        before = html
        html = EMPTY.sub(lambda found: " " if found[2] and found[1] in ("strong", "em", "dfn", "a") else "", html)
        html = EMPTY_TABLE.sub("", EDGES.sub(strip, html))
    return re.sub(r" (?=</?(?:p|h2|h3|ul|ol|li|blockquote|table|tbody|tr|th|td)\b)", "", html).strip()


def explain_rest(body):
    """Names what no other note does, such as the numbers that have become those of a list."""
    came, told = Counter(visible_words(body.shown)), body.count_words()
    if lost := came - told:
        body.note("Left out: other words", " ".join(lost.elements()), is_lost=True)
    if added := told - came:
        body.note("Added words", " ".join(added.elements()), is_added=True)
