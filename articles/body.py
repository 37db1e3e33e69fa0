"""The words of an article's body, and its sections, each under a heading of its own."""

import re
from html import unescape
from typing import NamedTuple

from django.utils.html import format_html, strip_tags
from django.utils.translation import gettext, override

TAG = re.compile(r"<(?P<closes>/?)(?:blockquote|ul|ol|table)>|<h2>(?P<title>.*?)</h2>", re.DOTALL)
TABLE = re.compile(r"</?table>")
BOX_OR_PICTURE = re.compile(r"<(?P<closes>/?)(?:blockquote|ul|ol|table|div|figure)\b[^<>]*>|<img\b")
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)  # (address, words)
HEADER = re.compile(r"<th(?=[ >])")


class Section(NamedTuple):
    """`title` and `body` are clean HTML."""

    id: str
    title: str
    body: str

    @property
    def plain_title(self):
        return unescape(strip_tags(self.title))


def plain_text(body):
    """The words, without tags. Two paragraphs do not grow together."""
    return unescape(strip_tags(body.replace("<", " <")))


def split_body(body):
    """The introduction and the list of sections. A heading inside a list or a quotation starts no section."""
    depth, headings = 0, []
    for tag in TAG.finditer(body):
        if tag["title"] is None:
            depth += -1 if tag["closes"] else 1
        elif depth == 0:
            headings.append(tag)
    starts = [*(heading.start() for heading in headings), len(body)]
    sections = [
        Section(f"section-{number}", heading["title"], body[heading.end() : starts[number]])
        for number, heading in enumerate(headings, start=1)
    ]
    return body[: starts[0]], sections


def split_at_pictures(html):
    """What stands before the first picture of a body as pages show it, and the rest from there on."""
    depth, start = 0, 0
    for tag in BOX_OR_PICTURE.finditer(html):
        if depth == 0:
            start = tag.start()
        if tag["closes"] is None:
            return html[:start], html[start:]
        depth += -1 if tag["closes"] else 1
    return html, ""


def show_tables(body, name, language):
    """The body as pages show it: a table that is too wide scrolls by itself, also by keyboard, under a name that
    screen readers say, and each of its headings tells what it heads."""
    pieces, depth, number, start = [], 0, 0, 0
    for tag in TABLE.finditer(body):
        depth += -1 if tag[0] == "</table>" else 1
        if depth == 1 and tag[0] == "<table>":
            pieces.append(body[start : tag.start()])
            start = tag.start()
        elif depth == 0:
            number += 1
            with override(language):
                label = gettext("Table %(number)s: %(title)s") % {"number": number, "title": name}
            table = ROW.sub(set_scopes, body[start : tag.end()])
            pieces.append(format_html('<div class="wide-table" role="region" aria-label="{}" tabindex="0">', label))
            pieces.append(f"{table}</div>")
            start = tag.end()
    return "".join([*pieces, body[start:]])


def set_scopes(row):
    """A row of headings heads the columns; a heading beside other cells heads its row."""
    scope = "row" if "<td" in row[1] else "col"
    return HEADER.sub(f'<th scope="{scope}"', row[0])
