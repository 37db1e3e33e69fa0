"""Finding articles by their words, in four languages, with the same answer on every database.

Texts and questions are folded alike: no case, no accents, no Arabic vowel signs, one form of hamza. What is left is
compared as the beginnings of words, so "rodill" finds "rodilla". A word counts in more than one form: Arabic also
without what grows together with it ("the", "and the", "and"), questions also without the ending of a plural or a case.
"""

import re
import unicodedata

from django.conf import settings
from django.db.models import Case, Count, Q, Value, When
from django.utils.html import format_html, format_html_join

LONGEST_QUESTION = 100  # characters; whoever asks leaves out the rest
MOST_WORDS = 8

# Letters that Unicode does not take apart, though readers type them without their marks.
ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None}
    | {"ی": "ي", "ک": "ك"}  # the Persian letters of some keyboards
)
GROWN_TOGETHER = re.compile(r"^(?:[وبفكل]?ال|لل|و)(?=\w{3})")  # the Arabic article, "and", "in", "so", "like", "for"
PLURAL = re.compile(r"(?:(?<=\w{4})es|(?<=\w{3})s)$")
POLISH_ENDING = re.compile(r"(?<=\w{3})(?:owi|ami|ach|iem|iom|ow|em|om|ie|[aeiouy])$")
# With the marks that stand on letters, and what nobody sees: soft hyphens, joiners, signs of direction.
INSIDE_WORDS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
UNSEEN = re.compile(r"[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
WORD = re.compile(rf"([\w{INSIDE_WORDS}]+)")


def fold(text):
    """The words of a text as they are compared, in their order."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", UNSEEN.sub("", text)).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(ALIKE)
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
    return re.findall(r"[^\W_]+", text)


def forms(word):
    """The forms in which a folded word is compared, as it stands first."""
    return list(dict.fromkeys([word, GROWN_TOGETHER.sub("", word)]))


def index(*texts):
    """What is stored to be searched: every form of the words, a blank before each."""
    return "".join(f" {form}" for word in fold(" ".join(texts)) for form in forms(word))


def question_words(question, language):
    """The words that are asked for, each as the list of forms of which one is enough."""
    ending = POLISH_ENDING if language == "pl" else PLURAL
    return [forms(ending.sub("", word)) for word in fold(question)[:MOST_WORDS]]


def matching(texts, words, topics):
    """The texts that hold all of the words, or are of a topic whose name holds them.

    `topics` are the topics' names as the reader sees them, by id. Adds `rank`: 0 for a title with all of the words,
    1 for title and summary together, 2 for the whole text, 3 with the help of the topic. No words find nothing.
    """
    if not words:
        return texts.none().annotate(rank=Value(3))

    def all_words_in(column):
        return Q(*(holds(column, word) for word in words))

    everywhere = Q(*(holds_or_is_about(word, topics) for word in words))
    return texts.filter(everywhere).annotate(
        rank=Case(
            When(all_words_in("indexed_title"), then=Value(0)),
            When(all_words_in("indexed_top"), then=Value(1)),
            When(all_words_in("indexed_text"), then=Value(2)),
            default=Value(3),
        )
    )


def holds(column, word):
    return Q(*((f"{column}__contains", f" {form}") for form in word), _connector=Q.OR)


def holds_or_is_about(word, topics):
    names = {topic: index(str(name)) for topic, name in topics.items()}
    named = [topic for topic, name in names.items() if any(f" {form}" in name for form in word)]
    return Q(article__topic__in=named) | holds("indexed_text", word)  # to look into a text takes longest: that last


def found_by_one_word(texts, question, language, topics):
    """For a question that finds nothing: {word as it was typed: how many texts it finds alone}, without those that
    find none and single letters. One query."""
    typed_words = [typed for typed in WORD.findall(question) if len(typed) > 1]
    words = {typed: word for typed in typed_words for word in question_words(typed, language)[:1]}
    words = dict(list(words.items())[:MOST_WORDS])
    if len(words) < 2:
        return {}
    counts = texts.aggregate(
        **{
            f"word_{number}": Count("pk", filter=holds_or_is_about(word, topics))
            for number, word in enumerate(words.values())
        }
    )
    return {typed: count for typed, count in zip(words, counts.values(), strict=True) if count}


def found_in_other_languages(texts, question, language):
    """For a question that finds nothing in `language`: {another language: how many of `texts` it finds there}.

    One query, which looks into the texts of each language, and into no others, for the words with its own endings.
    """
    asked = {code: question_words(question, code) for code, _ in settings.LANGUAGES if code != language}
    return texts.exclude(language=language).aggregate(
        **{
            code: Count("pk", filter=Q(("language", code), *(holds("indexed_text", word) for word in words)))
            for code, words in asked.items()
        }
    )


def highlight(text, words):
    """The text as safe HTML with the words that were asked for marked."""
    marked = (
        format_html("<mark>{}</mark>", part) if number % 2 and is_asked_for(part, words) else part
        for number, part in enumerate(WORD.split(text))  # words stand at the odd places
    )
    return format_html_join("", "{}", ((part,) for part in marked))


def is_asked_for(text, words):
    found = index(text)
    return any(f" {form}" in found for word in words for form in word)
