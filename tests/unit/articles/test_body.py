import pytest

from articles.body import split_body
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_body_is_parted_at_its_headings_and_nothing_is_lost():
    body = "<p>First.</p><h2>One <strong>bold</strong></h2><p>1</p><h3>Not a part</h3><h2>Two</h2>"
    text = make_article(body=body).original
    assert split_body(body)[0] == "<p>First.</p>"
    assert [(part.id, part.title, part.body) for part in text.sections] == [
        ("section-1", "One <strong>bold</strong>", "<p>1</p><h3>Not a part</h3>"),
        ("section-2", "Two", ""),
    ]


def test_headings_in_quotations_and_lists_part_nothing():
    body = "<p>1</p><blockquote><h2>Said</h2></blockquote><ul><li><h2>Listed</h2></li></ul><h2>Part</h2><p>2</p>"
    text = make_article(body=body).original
    assert [part.title for part in text.sections] == ["Part"]
    assert split_body(body)[0] + "<h2>Part</h2>" + text.sections[0].body == text.body


def test_body_without_headings_is_all_introduction():
    assert split_body("<p>First.</p>") == ("<p>First.</p>", [])
