"""Finding articles by their words, in four languages, with the same answer on every database.

Texts and questions are folded the same way: no case, accents or Arabic vowel signs, one form of hamza. The rest is
compared as beginnings of words, so "rodill" finds "rodilla". A word is compared in several forms: Arabic words also
without their prefixes ("the", "and the", "and"), words of questions also without the ending of a plural or a case.
"""

import re
import unicodedata

from django.conf import settings
from django.db.models import Case, Count, Q, Value, When
from django.utils.html import format_html, format_html_join

from articles.fields import text_rules

MAX_QUESTION_LENGTH = 100  # characters; callers cut off the rest
MAX_WORDS = 8

# Letters that Unicode does not decompose, though readers type them without their marks.
ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None}
    | {"ی": "ي", "ک": "ك"}  # the Persian letters of some keyboards
)
ARABIC_PREFIX = re.compile(r"^(?:[وبفكل]?ال|لل|و)(?=\w{3})")  # the Arabic article, "and", "in", "so", "like", "for"
PLURAL = re.compile(r"(?:(?<=\w{4})es|(?<=\w{3})s)$")
POLISH_ENDING = re.compile(r"(?<=\w{3})(?:owi|ami|ach|iem|iom|ow|em|om|ie|[aeiouy])$")
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"  # on letters
WORD = re.compile(rf"([\w{MARKS}{text_rules.INVISIBLE_RANGES}]+)")


def fold(text):
    """The words of a text in the form in which they are compared."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text_rules.drop_invisible(text)).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(ALIKE)
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    return re.findall(r"[^\W_]+", text)


def list_forms(word):
    """The forms in which a folded word is compared, the word itself first."""
    return list(dict.fromkeys([word, ARABIC_PREFIX.sub("", word)]))


def build_index(*texts):
    """The form in which texts are stored for searches: every form of their words, each after a space."""
    return "".join(f" {form}" for word in fold(" ".join(texts)) for form in list_forms(word))


def question_words(question, language):
    """The words of a question, each as a list of its forms. A text needs one form of each."""
    ending = POLISH_ENDING if language == "pl" else PLURAL
    return [list_forms(ending.sub("", word)) for word in fold(question)[:MAX_WORDS]]


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
    return Q(*((f"{column}__contains", f" {form}") for form in word), _connector=Q.OR)


def contains_or_is_about(word, topics):
    names = {topic: build_index(str(name)) for topic, name in topics.items()}
    named = [topic for topic, name in names.items() if any(f" {form}" in name for form in word)]
    return Q(article__topic__in=named) | contains("indexed_text", word)  # the slowest comparison last


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
    marked = (
        format_html("<mark>{}</mark>", part) if number % 2 and matches(part, words) else part
        for number, part in enumerate(WORD.split(text))  # every second part is a word
    )
    return format_html_join("", "{}", ((part,) for part in marked))


def matches(text, words):
    found = build_index(text)
    return any(f" {form}" in found for word in words for form in word)
