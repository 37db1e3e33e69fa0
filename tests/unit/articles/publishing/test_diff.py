from types import SimpleNamespace

from articles.models import ArticleText
from articles.publishing.diff import ADDED, REMOVED, SAME, find_changes


def wording(**words):
    return SimpleNamespace(**dict.fromkeys(ArticleText.WORDING, "") | words)


def found(old, new):
    """{field: its changed paragraphs} with [removed] and {added} words."""
    marks = {SAME: "%s", ADDED: "{%s}", REMOVED: "[%s]"}
    return {
        change.name: ["".join(marks[kind] % words for kind, words in paragraph) for paragraph in change.paragraphs]
        for change in find_changes(wording(**old), wording(**new))
    }


def test_same_wordings_have_no_changes():
    assert found({"title": "Knees", "body": "<p>One</p>"}, {"title": "Knees", "body": "<p> One\n</p>"}) == {}


def test_changed_words_stand_beside_those_that_stayed():
    assert found({"summary": "Rest for two days."}, {"summary": "Rest for three days."}) == {
        "Summary": ["Rest for [two]{three} days."]
    }


def test_words_that_changed_side_by_side_are_one_change():
    assert found({"title": "Rest two days now"}, {"title": "Rest three weeks now"}) == {
        "Title": ["Rest [two days]{three weeks} now"]
    }


def test_only_changed_paragraphs_of_a_body_are_shown():
    old = "<h2>Why</h2><p>Stays.</p><p>Goes.</p><p>Rest well.</p>"
    new = "<h2>Why</h2><p>Stays.</p><p>Rest very well.</p><p>Comes.</p>"
    assert found({"body": old}, {"body": new}) == {"Body": ["[Goes.\n]Rest{ very} well.{\nComes.}"]}


def test_a_new_sign_is_shown_under_its_heading():
    assert found({"emergency_signs": "you fall"}, {"emergency_signs": "you fall\r\nyou faint"}) == {
        "Call 911 or go to the emergency room if": ["{you faint}"]
    }


def test_a_changed_link_target_is_a_change():
    old, new = (f'<p><a href="https://{name}.example/">Read</a></p>' for name in ("one", "two"))
    assert found({"body": old}, {"body": new}) == {"Body": ["Read (https://[one]{two}.example/)"]}
