"""The words of an article's body, and its sections, each under a heading of its own."""

import re
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags

TAG = re.compile(r"<(?P<closes>/?)(?:blockquote|ul|ol)>|<h2>(?P<title>.*?)</h2>", re.DOTALL)


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
