import pytest

from articles.body import plain_text, show_tables, split_body
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


def test_headings_in_quotations_lists_and_tables_part_nothing():
    body = (
        "<p>1</p><blockquote><h2>Said</h2></blockquote><ul><li><h2>Listed</h2></li></ul><table><tbody><tr><td>"
        "<h2>In a cell</h2></td></tr></tbody></table><h2>Part</h2><p>2</p>"
    )
    text = make_article(body=body).original
    assert [part.title for part in text.sections] == ["Part"]
    assert split_body(body)[0] + "<h2>Part</h2>" + text.sections[0].body == text.body


def test_body_without_headings_is_all_introduction():
    assert split_body("<p>First.</p>") == ("<p>First.</p>", [])


PLAN = (
    '<table><tbody><tr><th><p>Week</p></th><th colspan="2"><p>Do</p></th></tr>'
    "<tr><th><p>1</p></th><td><p>Rest</p></td><td><p></p></td></tr></tbody></table>"
)
SHOWN_PLAN = (
    '<table><tbody><tr><th scope="col"><p>Week</p></th><th scope="col" colspan="2"><p>Do</p></th></tr>'
    '<tr><th scope="row"><p>1</p></th><td><p>Rest</p></td><td><p></p></td></tr></tbody></table>'
)


def frame(name, table):
    return f'<div class="wide-table" role="region" aria-label="{name}" tabindex="0">{table}</div>'


def test_tables_are_shown_in_a_named_place_to_scroll_in_with_headings_that_tell_what_they_head():
    body = f"<p>1</p>{PLAN}<p>2</p>{PLAN}"
    first, second = frame("Table 1: Ice &amp; heat", SHOWN_PLAN), frame("Table 2: Ice &amp; heat", SHOWN_PLAN)
    assert show_tables(body, "Ice & heat", "en") == f"<p>1</p>{first}<p>2</p>{second}"


def test_tables_are_named_in_the_language_of_their_text():
    assert show_tables(PLAN, "Kark", "pl") == frame("Tabela 1: Kark", SHOWN_PLAN)


def test_a_table_in_a_table_scrolls_with_it():
    body = f"<table><tbody><tr><td>{PLAN}</td></tr></tbody></table>"
    assert show_tables(body, "Neck", "en").count("wide-table") == 1


def test_words_of_neighboring_cells_do_not_grow_together():
    assert plain_text(PLAN).split() == ["Week", "Do", "1", "Rest"]


def test_page_of_an_article_shows_its_table(client):
    article = make_article(body=f"<p>First.</p><h2>Plan</h2>{PLAN}")
    page = client.get(article.original.address).content.decode()
    assert frame(f"Table 1: {article.original.title}", SHOWN_PLAN) in page
