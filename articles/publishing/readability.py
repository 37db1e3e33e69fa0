"""How hard a text is to read. Pure functions of its words.

Sentences of at most 20 words, and words that a child of 9 to 11 can read (for hard matters: of 14, which is grade 8):
the NHS digital service manual, "How we write". Such figures find what to read again; they prove nothing about a text.
"""

import re
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags

LONGEST_SENTENCE = 20  # words
HARD_FROM_GRADE = 8
FEWEST_WORDS = 50  # the grade of less says little

BLOCK = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|blockquote|br)\b[^>]*>")
LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
SENTENCE_END = re.compile(r"(?:(?<=[.!?؟…])|(?<=[.!?؟…][\"'”’»)\]]))\s+")
ABBREVIATION = re.compile(
    r"\b(Dr|Dra|Mr|Mrs|Ms|St|vs|etc|approx|Sr|Sra|Ud|Uds|dr|np|tzn|tj|ok|ul|e\.g|i\.e|p\.ej)\.(?=\s)", re.IGNORECASE
)
DOT = "\ue000"  # in the place of a dot that ends no sentence
PARTED = re.compile(r"(?<=[aeiouy])ing$|(?<![cst])ia|(?<![gq])ua|ea$")  # go-ing, med-i-al, us-u-al, a-re-a
WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")


def lines(html, *, with_links=False):
    """The words of a body, a line for each paragraph, heading and item; `with_links`: where links lead, after them."""
    if with_links:
        html = LINK.sub(r"\2 (\1)", html)
    found = (" ".join(unescape(strip_tags(part)).split()) for part in BLOCK.split(html))
    return [line for line in found if line]


def all_lines(text):
    """Every line of an article's text but its title."""
    return [*([text.summary.strip()] if text.summary.strip() else []), *lines(text.body), *text.all_signs]


def sentences(line):
    parts = SENTENCE_END.split(ABBREVIATION.sub(rf"\1{DOT}", line))
    return [part.replace(DOT, ".").strip() for part in parts if WORD.search(part)]


def words(sentence):
    return WORD.findall(sentence)


def syllables(word):
    """About how many syllables an English word has: its groups of vowels, without a silent e, some groups parted."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?:(?<![aeiouytd])ed|(?<![aeioucgsxyz])(?<![cs]h)es|(?<![aeiouyl])e)$", "", word)
    word = re.sub(r"(?<=[aeiouy])le$", "l", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)) + len(PARTED.findall(word)))


def grade(lines):
    """The US school grade that reads these English lines with ease, None for too few words.

    Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas" (1975).
    """
    found = [words(sentence) for line in lines for sentence in sentences(line)]
    all_words = [word for sentence in found for word in sentence]
    if len(all_words) < FEWEST_WORDS:
        return None
    total = sum(syllables(word) for word in all_words)
    return 0.39 * len(all_words) / len(found) + 11.8 * total / len(all_words) - 15.59


class LongSentences(NamedTuple):
    count: int
    longest: str
    words: int  # of the longest


def long_sentences(lines):
    """The sentences that are too long, None where there is none."""
    lengths = [(len(words(sentence)), sentence) for line in lines for sentence in sentences(line)]
    too_long = [(length, sentence) for length, sentence in lengths if length > LONGEST_SENTENCE]
    if not too_long:
        return None
    length, sentence = max(too_long, key=lambda found: found[0])
    return LongSentences(len(too_long), sentence, length)
