"""How hard a text is to read. Pure functions of its words.

Sentences of at most 20 words, and words that a child of 9 to 11 can read (for hard subjects: of 14, which is grade 8):
the NHS digital service manual, "How we write". Such figures show what to read again; they prove nothing about a text.
"""

import re
import tomllib
from html import unescape
from pathlib import Path
from typing import NamedTuple

from django.utils.html import strip_tags

from articles.body import LINK

MAX_SENTENCE_WORDS = 20
HARD_FROM_GRADE = 8
MIN_WORDS_FOR_GRADE = 50  # the grade of a shorter text means little

DATA = tomllib.loads(Path(__file__).with_name("readability.toml").read_text(encoding="utf-8"))
ABBREVIATION = re.compile(rf"\b({'|'.join(DATA['abbreviations'])})\.(?=\s)", re.IGNORECASE)
TWO_SYLLABLES = re.compile("|".join(DATA["two_syllables"]))
SILENT_ENDING = re.compile(rf"(?:{'|'.join(DATA['silent'])})$")

BLOCK = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|blockquote|br|table|tbody|tr|th|td|figure|figcaption)\b[^>]*>")
PICTURE = re.compile(r'<img src="([^"]*)">(?:<figcaption>)?')
SENTENCE_END = re.compile(r"(?:(?<=[.!?؟…])|(?<=[.!?؟…][\"'”’»)\]]))\s+")
DOT = "\ue000"  # replaces a dot that ends no sentence
WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")


def lines(html, *, with_links=False):
    """The words of a body, a line for each paragraph, heading, item and caption; `with_links` adds the address after a
    link and the name of a picture's file before its caption."""
    if with_links:
        html = PICTURE.sub(r"[picture \1] ", LINK.sub(r"\2 (\1)", html))
    found = (" ".join(unescape(strip_tags(part)).split()) for part in BLOCK.split(html))
    return [line for line in found if line]


def all_lines(text):
    """All lines of an article's text except its title."""
    return [*([text.summary.strip()] if text.summary.strip() else []), *lines(text.body), *text.all_signs]


def sentences(line):
    parts = SENTENCE_END.split(ABBREVIATION.sub(rf"\1{DOT}", line))
    return [part.replace(DOT, ".").strip() for part in parts if WORD.search(part)]


def words(sentence):
    return WORD.findall(sentence)


def syllables(word):
    """About how many syllables an English word has: its groups of vowels without silent endings, some counted twice."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = SILENT_ENDING.sub("", word)
    word = re.sub(r"(?<=[aeiouy])le$", "l", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)) + len(TWO_SYLLABLES.findall(word)))


def grade(lines):
    """The US school grade at which these English lines are easy to read, None for too few words.

    Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas" (1975).
    """
    found = [words(sentence) for line in lines for sentence in sentences(line)]
    all_words = [word for sentence in found for word in sentence]
    if len(all_words) < MIN_WORDS_FOR_GRADE:
        return None
    total = sum(syllables(word) for word in all_words)
    return 0.39 * len(all_words) / len(found) + 11.8 * total / len(all_words) - 15.59


class LongSentences(NamedTuple):
    count: int
    longest: str
    words: int  # of the longest


def long_sentences(lines):
    """The sentences that are too long, or None."""
    lengths = [(len(words(sentence)), sentence) for line in lines for sentence in sentences(line)]
    too_long = [(length, sentence) for length, sentence in lengths if length > MAX_SENTENCE_WORDS]
    if not too_long:
        return None
    length, sentence = max(too_long, key=lambda found: found[0])
    return LongSentences(len(too_long), sentence, length)
