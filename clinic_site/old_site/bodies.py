"""Turns the body of a WordPress post into what an article keeps, and says what became of the rest."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import nh3
from bs4 import BeautifulSoup

from articles.body import split_body
from articles.models import ArticleText
from clinic_site.old_site.markup import (
    FIELDS,
    FORMS,
    LEFT_OUT,
    MEDIA,
    NEW_LINE,
    STRUCK,
    UNSEEN,
    BodyError,
    read_markup,
)
from clinic_site.old_site.reading import Item

__all__ = ["Body", "BodyError", "FoundPicture", "Link", "Note", "Surroundings", "convert_body", "visible_words"]

LAST_PLACE = 20  # of a picture, as its model allows
# In place of a picture or at the beginning of a heading, while the text is tidied: no text has these characters.
MARK = re.compile("\U000f0000([ph])(\\d+)\U000f0001")
MARK_CHARACTERS = re.compile("[\U000f0000\U000f0001]")
WORD = re.compile(r"\w+|[©®°€£\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff]")
WHOLE_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"]+)\s*")
LEVELS = ["h1", "h2", "h3", "h4", "h5", "h6"]
MORE_THAN_CAPTION = [*LEVELS, "table", "ul", "ol", "dl", "blockquote", "pre"]
# For clean HTML in which a blank is one character.
EMPTY = re.compile(r"<(p|li|ul|ol|h2|h3|blockquote|strong|em|a)\b[^<>]*>((?: |&nbsp;|<br>)*)</\1>")
EDGES = re.compile(r"(<(?:p|h2|h3)>)?((?: |<br>)+)(</(?:p|h2|h3)>)?")
LINK_WITHIN = re.compile(r'<a href="#([^"]*)">(.*?)</a>')
VIDEOS = [
    (re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})(?:[?#].*)?"),
     "https://www.youtube.com/watch?v={}"),
    (re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(\d+)(?:[?#].*)?"), "https://vimeo.com/{}"),
]  # fmt: skip
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
    """A picture that the body shows: `attachment` is its key, `place` the number of headings before it."""

    attachment: int | str
    place: int
    alternative_text: str = ""
    caption: str = ""


class Link(NamedTuple):
    """Where a link leads now: an address, or empty with the reason why there is none."""

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
    lead_link: Callable[[str], Link | None]  # None for a link to another site, which stays


@dataclass
class Body:
    html: str
    pictures: list[FoundPicture] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    shown: str = ""  # what the old page showed: the body with its reusable blocks and shortcodes read

    def note(self, what: str, words: str = "", **flags: bool) -> None:
        note = Note(what, words, **flags)
        if words or note not in self.notes:
            self.notes.append(note)

    def count_words(self) -> Counter:
        """Those of `shown`, if no word was lost in silence: the stored ones and the lost ones without the added."""
        words = Counter(visible_words(self.html))
        for picture in self.pictures:
            if not says_more(picture.caption, picture.alternative_text):
                words.update(read_words(picture.caption))
        for note in self.notes:
            if note.is_lost:
                words.update(read_words(note.words))
        for note in self.notes:
            if note.is_added:
                words.subtract(read_words(note.words))
        return +words


def convert_body(surroundings: Surroundings) -> Body:
    """Raises BodyError. Takes a few milliseconds for a usual body."""
    body = Body("")
    body.shown = read_markup(surroundings, body.note)
    # In a box, so that tidy() makes paragraphs of loose words.
    page = BeautifulSoup(f"<div>{MARK_CHARACTERS.sub('', body.shown)}</div>", "html.parser")
    leave_out(page, body)
    link_addresses(page)
    lead_links(page, surroundings, body)
    pictures = take_pictures(page, surroundings, body)
    set_headings(page, body)
    list_definitions(page, body)
    list_tables(page, body)
    anchors = mark_headings(page)
    place_parts(tidy(str(page)), pictures, anchors, body)
    explain_rest(body)
    return body


# Words


def visible_text(html):
    """What a browser shows, and what styles hide, with blanks where it begins a line."""
    html = nh3.clean(
        html, tags=NEW_LINE | {LEFT_OUT, "img", *STRUCK}, clean_content_tags={*UNSEEN, *MEDIA}, attributes={}
    )
    return unescape(re.sub(r"<[^>]*>", " ", html))


def read_words(text):
    return WORD.findall(unicodedata.normalize("NFKC", text))


def visible_words(html: str) -> list[str]:
    """The words that a page of this HTML shows, in their order, without punctuation."""
    return read_words(visible_text(html))


def text_of(element):
    return " ".join(visible_text(str(element)).split())


def shorten(text):
    return text if len(text) <= 100 else f"{text[:99]}…"


def says_more(caption, alternative_text):
    return not set(read_words(caption.lower())) <= set(read_words(alternative_text.lower()))


def explain_rest(body):
    """Names what no other note does, such as the numbers that have become those of a list."""
    came, told = Counter(visible_words(body.shown)), body.count_words()
    if lost := came - told:
        body.note("Not stored", " ".join(lost.elements()), is_lost=True)
    if added := told - came:
        body.note("Stored, though the old page did not show it", " ".join(added.elements()), is_added=True)


# What has no place in an article


def leave_out(page, body):
    for element in page.find_all(is_hidden):
        if not element.decomposed:
            remove(element, "Left out: hidden words", body)
    for element in page.find_all([*STRUCK, LEFT_OUT, "form", *MEDIA]):
        if element.decomposed:
            continue
        if element.name in STRUCK:
            remove(element, "Left out: words that were struck out", body)
        elif element.name == LEFT_OUT:
            name = re.match(r"\[/?([\w-]+)", element.get_text())[1]
            remove(element, f"Left out: a {'form' if name in FORMS else 'shortcode'}, {name}", body)
        elif element.name in MEDIA:
            leave_out_media(element, page, body)
        elif element.find(FIELDS):
            remove(element, "Left out: a form", body)


def is_hidden(element):
    return "display:none" in element.get("style", "").replace(" ", "").lower()


def remove(element, what, body):
    for part in element.find_all(["img", *MEDIA]):  # which are looked at by themselves
        element.insert_before(part.extract())
    body.note(what, text_of(element), is_lost=True)
    put_blank(element)


def put_blank(element):
    element.insert_before(" ")
    element.decompose()


def leave_out_media(element, page, body):
    source = element if element.get("src") or element.get("data") else element.find("source")
    address = ((source and (source.get("src") or source.get("data"))) or "").strip()
    kind = {"iframe": "a frame", "audio": "a sound", "video": "a video"}.get(element.name, "an embedded file")
    for known, link in VIDEOS:
        if found := known.fullmatch(address):
            address = link.format(found[1])
            body.note("An embedded video became a link", address, is_added=True)
            paragraph = page.new_tag("p")
            paragraph.append(page.new_tag("a", href=address, string=address))
            element.replace_with(paragraph)
            return
    body.note(f"Left out: {kind}, {shorten(address) or 'without an address'}")
    put_blank(element)


# Links


def link_addresses(page):
    """An address alone on its line was shown as what it leads to."""
    for text in page.find_all(string=WHOLE_ADDRESS):
        found = WHOLE_ADDRESS.fullmatch(text)
        neighbors = [each for each in (text.previous_sibling, text.next_sibling) if each is not None]
        if found and all(each.name in NEW_LINE for each in neighbors) and not text.find_parent("a"):
            text.replace_with(page.new_tag("a", href=found[1], string=found[1]))


def lead_links(page, surroundings, body):
    """Those within the article are left to place_parts()."""
    for element in page.find_all("a"):
        address, words = "".join(element.get("href", "").split()), text_of(element)
        scheme = urlsplit_scheme(address)
        if not address or not words:  # a link around a picture goes with it
            element.unwrap()
        elif address.startswith("#") or scheme in ("mailto", "tel"):
            element["href"] = address
        elif scheme not in ("", "http", "https"):
            body.note(f"A link was taken off: {scheme}: addresses are not followed", words)
            element.unwrap()
        elif link := surroundings.lead_link(address):
            if link.address:
                element["href"] = link.address
            else:
                body.note(f"A link was taken off: {link.reason}", f"{words} ({address})")
                element.unwrap()


def urlsplit_scheme(address):
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "broken"


# Pictures


def take_pictures(page, surroundings, body):
    """[(key, alternative text, caption)] of the pictures, which leave marks in the page."""
    pictures = []

    def take(image, caption=""):
        key = find_picture(image, surroundings)
        if key is None:
            address = image.get("src") or f"number {image.get('data-id', '')}"
            body.note(f"Left out: a picture that is not among the files, {shorten(address)}", image.get("alt", ""))
            if caption:
                body.note("Left out: the caption of that picture", caption, is_lost=True)
            image.replace_with(" ")
        else:
            image.replace_with(f"\U000f0000p{len(pictures)}\U000f0001")
            pictures.append((key, " ".join(image.get("alt", "").split()), caption))

    for figure in reversed(page.find_all("figure")):
        images = figure.find_all("img")
        if images and not figure.find(MORE_THAN_CAPTION):
            images = [image.extract() for image in images]
            caption = text_of(figure)
            figure.clear()
            figure.extend(images)
            take(images[0], caption)
    for image in page.find_all("img"):
        take(image)
    return pictures


def find_picture(image, surroundings):
    if key := image.get("data-id") if not image.get("src") else None:
        return surroundings.find_picture(int(key)) if key.isdigit() else None
    key = surroundings.find_picture(image["src"].strip()) if image.get("src") else None
    number = re.search(r"\bwp-image-(\d+)", " ".join(image.get("class", [])))
    return surroundings.find_picture(int(number[1])) if key is None and number else key


# Headings, lists of definitions, tables


def set_headings(page, body):
    """To two levels, the upper of which is there if any is."""
    headings = []
    for heading in page.find_all(LEVELS):
        if MARK.sub("", heading.get_text()).strip():
            headings.append(heading)
        else:
            heading.name = "p"
    top = max(2, min((int(heading.name[1]) for heading in headings), default=2))
    changed = []
    for heading in headings:
        name = "h2" if int(heading.name[1]) <= top else "h3"
        if name != heading.name:
            changed.append(MARK.sub("", text_of(heading)))
            heading.name = name
    if changed:
        body.note("Headings were set to the two levels that articles have", shorten("; ".join(changed)))


def list_definitions(page, body):
    for definitions in reversed(page.find_all("dl")):
        items = page.new_tag("ul")
        for part in definitions.find_all(["dt", "dd"]):
            if part.name == "dt" or not items.contents:
                item = page.new_tag("li")
                items.append(item)
            if part.name == "dt":
                term = page.new_tag("strong")
                term.extend(list(part.contents))
                if not term.get_text().rstrip().endswith((":", ".", "?", "!")):
                    term.append(":")
                item.append(term)
            else:
                item.append(" " if len(item.contents) == 1 else page.new_tag("br"))
                item.extend(list(part.contents))
        put_in_place(definitions, [items], "A list of definitions became one of items that begin in bold", body)


def list_tables(page, body):
    """Each row becomes an item. A table for the layout alone, with more than words in a cell, becomes paragraphs."""
    for table in page.find_all("table"):
        rows = [
            [cell for cell in row.find_all(["th", "td"]) if cell.get_text().strip()] for row in table.find_all("tr")
        ]
        rows = [row for row in rows if row]
        if not rows:
            continue
        if (
            max(map(len, rows)) < 2
            or table.find(MORE_THAN_CAPTION)
            or any(len(cell.find_all("p")) > 1 for row in rows for cell in row)
        ):
            body.note("A table became paragraphs", shorten(text_of(table)))
            continue
        head = page.new_tag("p")
        if all(cell.name == "th" for cell in rows[0]) and len(rows) > 1:
            head.append(join_cells(rows.pop(0), page, "strong"))
        items = page.new_tag("ul")
        items.extend([join_cells(row, page, "li") for row in rows])
        parts = [head, items]
        if table.caption:
            table.caption.name = "p"
            parts.insert(0, table.p.extract())
        put_in_place(table, parts, "A table became a list", body)


def join_cells(cells, page, name):
    joined = page.new_tag(name)
    for cell in cells:
        if joined.contents:
            joined.append(" – ")
        for line_break in cell.find_all("br"):
            line_break.replace_with(" ")
        for box in cell.find_all(["p", "div"]):
            box.insert_after(" ")
            box.unwrap()
        joined.extend(list(cell.contents))
    return joined


def put_in_place(element, parts, what, body):
    """Puts parts that were made of an element before it, and keeps of it what words are left."""
    words = "".join(str(part) for part in parts)
    body.note(what, MARK.sub("", shorten(" ".join(visible_text(words).split()))))
    for part in parts:
        element.insert_before(part)
    if not element.get_text().strip():
        element.extract()


# What is known only once the text is tidied


def mark_headings(page):
    """{id in the old page: number of the heading that has it}"""
    anchors = {}
    for number, heading in enumerate(page.find_all("h2")):
        for element in [heading, *heading.find_all(True)]:
            for name in (element.get("id"), element.get("name")):
                if name:
                    anchors.setdefault(name, number)
        heading.insert(0, f"\U000f0000h{number}\U000f0001")
    return anchors


def place_parts(html, pictures, anchors, body):
    introduction, sections = split_body(html)
    section_ids = {}  # by the number of their heading
    for place, section in enumerate([introduction, *sections]):
        title, text = (section.title, section.body) if place else ("", section)
        section_ids |= {int(number): section.id for kind, number in MARK.findall(title) if kind == "h"}
        for kind, number in MARK.findall(title + text):
            if kind == "p":
                show_picture(
                    body, FoundPicture(pictures[int(number)][0], min(place, LAST_PLACE), *pictures[int(number)][1:])
                )
    for picture in body.pictures:
        if says_more(picture.caption, picture.alternative_text):
            body.note("Left out: the caption of a picture", picture.caption, is_lost=True)

    def lead_within(link):
        """Only top headings have addresses here."""
        name = unescape(link[1])
        number = anchors.get(name, anchors.get(unquote(name)))
        if number in section_ids:
            return f'<a href="#{section_ids[number]}">{link[2]}</a>'
        body.note("A link was taken off: it led to another place in the article", MARK.sub("", visible_text(link[2])))
        return link[2]

    html = drop_marks(LINK_WITHIN.sub(lead_within, html))
    while html != (tidied := tidy(drop_empty(html))):
        html = tidied
    body.html = html


def show_picture(body, picture):
    """Once: of two, what the other says stays with the first, or is named."""
    for position, shown in enumerate(body.pictures):
        if shown.attachment == picture.attachment:
            if not shown.alternative_text:
                body.pictures[position] = shown._replace(alternative_text=picture.alternative_text)
            if picture.caption:
                body.note("Left out: the caption of a picture that is shown twice", picture.caption, is_lost=True)
            return
    body.pictures.append(picture)


def drop_marks(html):
    html = re.sub(rf"<br>\s*(?:{MARK.pattern}\s*(?:<br>\s*)*)+", "<br>", html)
    return re.sub(rf"\s*{MARK.pattern}\s*([.,;:!?)]?)", lambda found: found[3] or " ", html)


def drop_empty(html):
    """Without empty elements, and without blanks and line breaks at the edges of others."""

    def strip(found):
        return (found[1] or "") + (found[3] or "") if found[1] or found[3] else found[2]

    html, before = re.sub(r"\s+", " ", html), ""
    while html != before:
        before = html
        html = EMPTY.sub(lambda found: " " if found[2] and found[1] in ("strong", "em", "a") else "", html)
        html = EDGES.sub(strip, html)
    return re.sub(r" (?=</?(?:p|h2|h3|ul|ol|li|blockquote)\b)", "", html).strip()
