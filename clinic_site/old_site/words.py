"""The words that HTML shows, to compare what the old site showed with what is stored."""

import re
import unicodedata
from html import unescape

import nh3

from clinic_site.old_site.markup import LEFT_OUT, MEDIA, NEW_LINE, STRUCK, UNSEEN

WORD = re.compile(r"\w+|[©®°€£\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff]")


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


def is_arabic(text):
    """Whether most of its letters are Arabic ones."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("\u0600" <= letter <= "\u06ff" for letter in letters) > len(letters)
