"""Finding articles by their words, in four languages, with the same answer on every database.

Texts and questions are folded alike: no case, no accents, no Arabic vowel signs, one form of hamza. What is left is
compared as the beginnings of words, so "rodill" finds "rodilla" and "knee" finds "knees".
"""

import re
import unicodedata
from html import unescape

from django.db.models import Case, Q, Value, When
from django.utils.html import format_html, format_html_join, strip_tags

LONGEST_QUESTION = 100  # characters; the rest is left out
MOST_WORDS = 8

# Letters that Unicode does not take apart, though readers type them without their marks.
ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None}
)
ARABIC_ARTICLE = re.compile(r"^(?:[وبكف]?ال|لل)(?=\w{3})")  # "the", alone or grown together with "and", "in", "for"

WORD = re.compile(r"([\w\u0300-\u036f\u064b-\u0652]+)")  # with the marks that stand on letters


def fold(text):
    """The words of a text as they are compared, in their order."""
    letters = (char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    text = "".join(letters).translate(ALIKE)
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    return [ARABIC_ARTICLE.sub("", word) for word in re.findall(r"[^\W_]+", text)]


def index(*texts):
    """What is stored to be searched: the folded words of texts or HTML, a blank before each."""
    words = fold(" ".join(unescape(strip_tags(text.replace("<", " <"))) for text in texts))
    return "".join(f" {word}" for word in words)


def question_words(question):
    return fold(question[:LONGEST_QUESTION])[:MOST_WORDS]


def matching(texts, words):
    """The texts that hold all of the words, with `rank`: 0 in the title, 1 with the summary's help, else 2."""

    def all_words_in(column):
        return Q(*((f"{column}__contains", f" {word}") for word in words))

    return texts.filter(all_words_in("indexed_text")).annotate(
        rank=Case(
            When(all_words_in("indexed_title"), then=Value(0)),
            When(all_words_in("indexed_top"), then=Value(1)),
            default=Value(2),
        )
    )


def highlight(text, words):
    """The text as safe HTML with the words that were asked for marked."""
    marked = (
        format_html("<mark>{}</mark>", part) if number % 2 and is_asked_for(part, words) else part
        for number, part in enumerate(WORD.split(text))  # words stand at the odd places
    )
    return format_html_join("", "{}", ((part,) for part in marked))


def is_asked_for(text, words):
    return any(found.startswith(word) for found in fold(text) for word in words)
