"""Finding what is published by its words, in four languages, with the same answer on every database.

Texts and questions are folded the same way: no case, accents or Arabic vowel signs, one form of hamza. The rest is
compared as beginnings of words, so "rodill" finds "rodilla". A word is compared in several forms: Arabic words also
without their prefixes ("the", "and the", "and"), words of questions also without the ending of a plural or a case.
Words may be joined or not: "followup" finds "follow-up" and the other way, "dont" finds "don't".
"""

import difflib
import re
import unicodedata
from typing import NamedTuple

from django.conf import settings
from django.db.models import Case, Count, Q, Value, When
from django.utils.html import format_html, format_html_join

from articles.fields import text_rules

MAX_QUESTION_LENGTH = 100  # characters; callers cut off the rest
MAX_WORDS = 8
MOST_LETTERS_WRONG = 2  # too many or too few, in a misspelling that is corrected
SIMILAR = 0.75  # of 1, as difflib measures the likeness of two words
MAX_PARTS = MAX_WORDS  # of a compound that are written together: a question has no more

# Letters that Unicode does not decompose, though readers type them without their marks.
ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None}
    | {"ی": "ي", "ک": "ك"}  # the Persian letters of some keyboards
    | {"ʼ": "'", "ʹ": "'"}  # apostrophes that count as letters
)
ARABIC_PREFIX = re.compile(r"^(?:[وبفكل]?ال|لل|و)(?=\w{3})")  # the Arabic article, "and", "in", "so", "like", "for"
PLURAL = re.compile(r"(?:(?<=\w{4})es|(?<=\w{3})s)$")
POLISH_ENDING = re.compile(r"(?<=\w{3})(?:owi|ami|ach|iem|iom|ow|em|om|ie|[aeiouy])$")
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"  # on letters
LETTERS = rf"[\w{MARKS}{text_rules.INVISIBLE_RANGES}]+"
JOINTS = r"\-\u058a\u05be\u2010-\u2015\u2212'`\u2018\u2019\u201b\u00b7"  # hyphens, dashes, apostrophes, the Catalan dot
WORD = re.compile(f"({LETTERS})")
COMPOUND = re.compile(f"({LETTERS}(?:[{JOINTS}]{LETTERS})*)")
FOLDED_COMPOUND = re.compile(rf"[^\W_]+(?:[{JOINTS}][^\W_]+)*")


def fold(text):
    """The words of a text in the form in which they are compared."""
    return [word for compound in fold_compounds(text) for word in compound]


def fold_compounds(text):
    """The folded words, those that are joined by hyphens or apostrophes in one list."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text_rules.drop_invisible(text)).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(ALIKE)
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    return [re.findall(r"[^\W_]+", compound) for compound in FOLDED_COMPOUND.findall(text)]


def list_forms(word):
    """The forms in which a folded word is compared, the word itself first."""
    return list(dict.fromkeys([word, ARABIC_PREFIX.sub("", word)]))


def build_index(*texts):
    """The form in which texts are stored for searches: every form of their words, each after a space. Those of a
    compound stand behind what they are when written together, so that neighbors stay neighbors."""
    return "".join(
        f" {form}"
        for compound in fold_compounds(" ".join(texts))
        for word in [*("".join(compound[start : start + MAX_PARTS]) for start in range(len(compound) - 1)), *compound]
        for form in list_forms(word)
    )


class Word(NamedTuple):
    """A word of a question. A text needs one of its forms, or writes one of its stems as one word or several."""

    forms: list
    stems: list

    def is_in(self, index):
        return any(f" {form}" in index for form in self.forms) or any(
            re.search(spell_apart(stem), index) for stem in self.stems
        )


def spell_apart(stem):
    """The regular expression, for both databases, that finds the stem in an index as any number of words."""
    return " " + " ?".join(stem)


def question_words(question, language, *, loosely=False):
    """The words of a question. A text needs each of them.

    A word also counts as found where the text joins it to the one before. With `loosely`, a text may join it to all
    that stand before it, or write it as several words. That takes long.
    """
    ending = POLISH_ENDING if language == "pl" else PLURAL
    compounds = fold_compounds(question)
    if loosely:
        compounds = [[word for compound in compounds for word in compound]]
    words, previous = [], ""
    for compound in compounds:
        for position, word in enumerate(compound[:MAX_WORDS]):
            joined = ["".join(compound[start : position + 1]) for start in range(position)] or [previous + word]
            shortened = [ending.sub("", each) for each in [word, *joined]]
            forms = [form for each in shortened for form in list_forms(each)]
            stems = [stem for stem in list_forms(shortened[0]) if len(stem) > 1] if loosely else []
            words.append(Word([form for form in dict.fromkeys(forms) if form not in stems], stems))
            previous = word
    return words[:MAX_WORDS]


def find_matching(texts, words, topics, language):
    """The texts that contain all of the words, or belong to a topic whose name contains them.

    `topics` are the topics' names as the reader sees them, by id. Texts in `language` come first, then by where the
    words are: in the title, in title and summary, in the whole text, in the topic's name. No words find nothing.
    """
    if not words:
        return texts.none()

    def all_words_in(column):
        return Q(*(contains(column, word) for word in words))

    everywhere = Q(*(contains_or_is_about(word, topics) for word in words))
    rank = Case(
        When(all_words_in("indexed_title"), then=Value(0)),
        When(all_words_in("indexed_top"), then=Value(1)),
        When(all_words_in("indexed_text"), then=Value(2)),
        default=Value(3),
    )
    in_language_first = Case(When(language=language, then=Value(0)), default=Value(1))
    return texts.filter(everywhere).order_by(in_language_first, rank, "-article__published_at", "-article_id")


def contains(column, word):
    found = [(f"{column}__contains", f" {form}") for form in word.forms]
    found += [(f"{column}__regex", spell_apart(stem)) for stem in word.stems]
    return Q(*found, _connector=Q.OR)


def contains_or_is_about(word, topics):
    names = {topic: build_index(str(name)) for topic, name in topics.items()}
    named = [topic for topic, name in names.items() if word.is_in(name)]
    return Q(article__topic__in=named) | contains("indexed_text", word)  # the slowest comparison last


def correct_spelling(question, texts, topics, language):
    """The question with each word that nothing has replaced by the most similar one of a title, a summary or a topic.

    Empty where no word is replaced, or one has no similar word.
    """
    known = {word for index in texts.values_list("indexed_top", flat=True) for word in index.split()}
    known.update(word for name in topics.values() for word in fold(str(name)))
    corrected = typed = question.split()
    for position, word in enumerate(typed[:MAX_WORDS]):
        folded = "".join(fold(word)[:1])
        if not folded or any(each.startswith(folded) for each in known):  # signs fold to nothing
            continue
        if texts.filter(contains("indexed_text", question_words(word, language)[0])).exists():
            continue
        near = [each for each in known if abs(len(each) - len(folded)) <= MOST_LETTERS_WRONG]
        similar = difflib.get_close_matches(folded, sorted(near), n=1, cutoff=SIMILAR)
        if not similar:
            return ""
        corrected = [*corrected[:position], write_as_known(similar[0], texts, topics), *corrected[position + 1 :]]
    return " ".join(corrected) if corrected != typed else ""


def write_as_known(word, texts, topics):
    """A folded word as a topic, a title or a summary writes it, with its accents."""
    written = [str(name) for name in topics.values()]
    for row in texts.filter(indexed_top__contains=f" {word}").order_by("pk").values_list("title", "summary")[:1]:
        written += row
    return next((each.lower() for text in written for each in WORD.findall(text) if word in fold(each)), word)


def count_by_word(texts, question, language, topics):
    """For a question that finds nothing: {word as it was typed: how many texts it finds alone}, without single letters
    and words that find none."""
    typed_words = [typed for typed in WORD.findall(question) if len(typed) > 1]
    words = {typed: word for typed in typed_words for word in question_words(typed, language)[:1]}
    words = dict(list(words.items())[:MAX_WORDS])
    if len(words) < 2:
        return {}
    counts = texts.aggregate(
        **{
            f"word_{number}": Count("pk", filter=contains_or_is_about(word, topics))
            for number, word in enumerate(words.values())
        }
    )
    return {typed: count for typed, count in zip(words, counts.values(), strict=True) if count}


def count_in_other_languages(texts, question, language):
    """For a question that finds nothing in `language`: {other language: how many of its `texts` it finds}."""
    asked = {code: question_words(question, code) for code, _ in settings.LANGUAGES if code != language}
    return texts.exclude(language=language).aggregate(
        **{
            code: Count("pk", filter=Q(("language", code), *(contains("indexed_text", word) for word in words)))
            for code, words in asked.items()
        }
    )


def highlight(text, words):
    """The text as safe HTML with the words of the question marked."""
    parts, end = [], 0
    for start, stop in find_spelled_apart(text, words):
        parts += [highlight_compounds(text[end:start], words), format_html("<mark>{}</mark>", text[start:stop])]
        end = stop
    parts.append(highlight_compounds(text[end:], words))
    return format_html_join("", "{}", ((part,) for part in parts))


def find_spelled_apart(text, words):
    """Where several words of the text together are one of the question: (start, end) of each place."""
    stems = [stem for word in words for stem in word.stems]
    found = list(WORD.finditer(text)) if stems else []
    folded = ["".join(fold(word[0])) for word in found]
    position = 0
    while position < len(found):
        counts = [count_spelling(folded[position : position + len(stem)], stem) for stem in stems]
        count = max(counts)
        if count > 1:
            yield found[position].start(), found[position + count - 1].end()
        position += count or 1


def count_spelling(folded, stem):
    """How many of the words it takes to spell the stem; 0 if they spell something else."""
    for first in list_forms(folded[0]):
        spelled = ""
        for count, word in enumerate([first, *folded[1:]], start=1):
            spelled += word
            if spelled.startswith(stem):
                return count
            if not stem.startswith(spelled):
                break
    return 0


def highlight_compounds(text, words):
    parts = COMPOUND.split(text)  # every second one is a word or a compound
    parts[1::2] = [mark(compound, words) for compound in parts[1::2]]
    return format_html_join("", "{}", ((part,) for part in parts))


def mark(compound, words):
    """The compound with those of its words marked that were asked for; whole, if it was asked for as one word."""
    parts = WORD.split(compound)
    found = [part for part in parts[1::2] if matches(part, words)]
    if not found and matches(compound, words):
        return format_html("<mark>{}</mark>", compound)
    parts[1::2] = [format_html("<mark>{}</mark>", part) if part in found else part for part in parts[1::2]]
    return format_html_join("", "{}", ((part,) for part in parts))


def matches(text, words):
    index = build_index(text)
    return any(word.is_in(index) for word in words)
