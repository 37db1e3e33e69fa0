import pytest

from articles.models import ArticleText
from articles.publishing.readability import all_lines, grade, lines, long_sentences, sentences, syllables

EASY = ["The knee bends. It holds your weight. Rest it when it hurts, and walk when it does not hurt any more."] * 4
HARD = [
    "Conservative musculoskeletal interventions frequently demonstrate considerable effectiveness regarding functional "
    "rehabilitation of individuals experiencing patellofemoral discomfort."
] * 4


def test_easy_words_in_short_sentences_are_of_a_low_grade():
    assert grade(EASY) < 3


def test_long_words_in_long_sentences_are_of_a_high_grade():
    assert grade(HARD) > 15


def test_grade_is_that_of_the_formula():
    # 10 words of 1 syllable each in 1 sentence, six times: 0.39 * 10 + 11.8 * 1 - 15.59
    assert grade(["One two three four five six eight nine ten cat."] * 6) == pytest.approx(0.11)


def test_few_words_have_no_grade():
    assert grade(["Conservative musculoskeletal interventions help."]) is None


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("pain", 1), ("knees", 1), ("walked", 1), ("bone", 1), ("caused", 1), ("makes", 1), ("the", 1)],
        *[("muscle", 2), ("table", 2), ("wanted", 2), ("being", 2), ("houses", 2), ("changes", 2), ("patient", 2)],
        *[("area", 3), ("physician", 3), ("exercise", 3), ("usually", 4), ("uncomfortable", 5)],
    ],
)
def test_syllables_are_counted_about_right(word, count):
    assert syllables(word) == count


def sentence_of(count):
    return " ".join(["word"] * count) + "."


def test_a_sentence_of_twenty_words_is_short_enough():
    assert long_sentences([sentence_of(20)]) is None


def test_long_sentences_are_counted_and_the_longest_is_quoted():
    found = long_sentences([f"{sentence_of(21)} {sentence_of(3)} {sentence_of(25)}"])
    assert (found.count, found.longest, found.words) == (2, sentence_of(25), 25)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Ask Dr. Lee, e.g. about ice.", ["Ask Dr. Lee, e.g. about ice."]),
        ("It takes 1.5 hours.", ["It takes 1.5 hours."]),
        ("She said “rest.” He did.", ["She said “rest.”", "He did."]),
        ("هل يؤلمك؟ استرح.", ["هل يؤلمك؟", "استرح."]),
    ],
)
def test_lines_are_parted_at_the_ends_of_sentences(line, parts):
    assert [part.rstrip() for part in sentences(line)] == parts


def test_a_heading_an_item_and_a_paragraph_are_lines_of_their_own():
    body = "<h2>Why</h2><p>Rest &amp; <strong>walk</strong>.<br>Now.</p><ul><li><p>One</p></li><li>Two</li></ul>"
    assert lines(body) == ["Why", "Rest & walk.", "Now.", "One", "Two"]


def test_lines_show_link_targets_when_asked():
    body = '<p>Read <a href="https://one.example/">this</a>.</p>'
    assert (lines(body), lines(body, with_links=True)) == (["Read this."], ["Read this (https://one.example/)."])


def test_all_lines_of_a_text_are_its_summary_body_and_signs():
    text = ArticleText(summary="Short.", body="<p>Long.</p>", emergency_signs="you fall", visit_signs="it hurts")
    assert all_lines(text) == ["Short.", "Long.", "you fall", "it hurts"]
