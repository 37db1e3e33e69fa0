"""Text from word processors is stored as its author saw it, without what was not for the public."""

import itertools
import re
import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import ArticleText
from articles.pasted import tidy_pasted
from tests.factories import make_article
from tests.pasted import EXAMPLES, LIBREOFFICE, LIBREOFFICE_STORED, as_shown

pytestmark = pytest.mark.django_db
sanitize = ArticleText._meta.get_field("body").sanitize


@pytest.mark.parametrize("name", EXAMPLES)
def test_pasted_text_is_stored_as_its_author_saw_it(name):
    html, stored = EXAMPLES[name]
    body = make_article(body=html).texts.get().body
    assert body == stored
    assert sanitize(body) == body  # a second save changes nothing


@pytest.mark.parametrize("name", ["Word, margin comments", "Google Docs, exported comments"])
def test_margin_comments_are_neither_kept_nor_found(name):
    text = make_article(body=EXAMPLES[name][0]).texts.get()
    assert "secret" not in (text.body + text.indexed_text + text.wordings.get().body).lower()


WORDS_THAT_LOOK_LIKE_MARKERS = [
    "<p>(708)&nbsp; 555-0100 is our number</p>",
    "<p>911.&nbsp; Call it first.</p>",
    "<p>12.&nbsp; May</p>",
    "<p>12.&nbsp; May</p><p>14.&nbsp; May</p>",
    "<p>1.&nbsp; One</p><p>2)&nbsp; Two</p>",
    "<p>1.&nbsp; One</p><p>But</p><p>2.&nbsp; Two</p>",
    "<p>A.&nbsp; Clinician wrote this</p>",
    "<p>I.&nbsp; went home.</p>",
    "<p>§&nbsp; 60/26 says</p>",
    "<p>o&nbsp; zdrowie</p>",
    "<p>–&nbsp; so he said</p><p>-&nbsp; so she said</p>",
    "<p>Ask<br>o&nbsp; zdrowie</p>",
    "<p>• &nbsp;</p>",
    "<p>● = open, ○ = closed</p>",
    "<p>□ Yes □ No</p>",
    "<p>· · ·</p>",
    "<p>● ● ●</p>",
    "<p>● Open on Sundays</p>",
    "<p>-\t10 °C</p><p>-\t5 °C</p>",
    "<p>§\t5 BGB</p><p>§\t6 BGB</p>",
    "<p>–&nbsp; ¿Qué?</p><p>–&nbsp; Nada.</p>",
    "<p>(1)\ta</p><p>(2)\tb, see (1)</p>",
    "<p>001.\tOne</p><p>002.\tTwo</p>",
    "<p>١.\tواحد</p><p>٢.\tاثنان</p>",
]


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<p>·    One</p><p>·    Two</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>·&nbsp;&nbsp;&nbsp; One</p>\n<p>•\tTwo</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>o&nbsp;&nbsp; One</p><p>o&nbsp; Two</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>§&nbsp;&nbsp; One</p>\n<p>§\tTwo</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>1.&nbsp;&nbsp;&nbsp; One</p><p>2.&nbsp; Two</p>", "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"),
        ("<p>a)&nbsp; One</p><p>b)&nbsp; Two</p>", '<ol type="a"><li><p>One</p></li><li><p>Two</p></li></ol>'),
        ("<p>I.\tOne</p><p>II.\tTwo</p>", '<ol type="I"><li><p>One</p></li><li><p>Two</p></li></ol>'),
        ("<p>i.&nbsp; I</p><p>j.&nbsp; J</p>", '<ol start="9" type="a"><li><p>I</p></li><li><p>J</p></li></ol>'),
        ("<p>3.&nbsp; Three</p><p>4.&nbsp; Four</p>", '<ol start="3"><li><p>Three</p></li><li><p>Four</p></li></ol>'),
        ("<p>· one<br>· two<br>· three</p>", "<ul><li><p>one</p></li><li><p>two</p></li><li><p>three</p></li></ul>"),
        (
            "<p>Rest:<br><strong>•</strong>&nbsp; one<br>more<br>•&nbsp; <strong>two</strong></p>",
            "<p>Rest:</p><ul><li><p>one<br>more</p></li><li><p><strong>two</strong></p></li></ul>",
        ),
        (
            "<p>Mo–Fr<br>• 8–12<br>• 14–18<br>Closed on holidays.<br>Bye</p>",
            "<p>Mo–Fr</p><ul><li><p>8–12</p></li><li><p>14–18</p></li></ul><p>Closed on holidays.<br>Bye</p>",
        ),
        ("<p>● One</p><p>● Two</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>1.&nbsp; one<br>2.&nbsp; two</p>", "<ol><li><p>one</p></li><li><p>two</p></li></ol>"),
        ("<p style='mso-list:l0 level1 lfo1'>§&nbsp; One</p>", "<ul><li><p>One</p></li></ul>"),
        ("<p><strong>·  One</strong> more</p>", "<ul><li><p><strong>One</strong> more</p></li></ul>"),
        ("<p>·  1</p><p>But</p><p>·  2</p>", "<ul><li><p>1</p></li></ul><p>But</p><ul><li><p>2</p></li></ul>"),
        ("<blockquote><p>·  One</p></blockquote>", "<blockquote><ul><li><p>One</p></li></ul></blockquote>"),
        ("<p>o. One</p>", "<p>o. One</p>"),
        ("<p>1. One</p>", "<p>1. One</p>"),
        ("<p>– so he said</p>", "<p>– so he said</p>"),
        ("<p>2 · 3 = 6</p>", "<p>2 · 3 = 6</p>"),
        ("<p>A. Clinician, DC</p>", "<p>A. Clinician, DC</p>"),
        *((html, html) for html in WORDS_THAT_LOOK_LIKE_MARKERS),
    ],
)  # fmt: skip
def test_bullets_in_paragraphs_become_lists_and_other_signs_stay(html, stored):
    assert sanitize(html) == stored


@pytest.mark.parametrize(
    "html",
    [
        "<table><tbody><tr><th><p>Week</p></th><td colspan=\"2\"><h3>Do</h3><p></p></td></tr></tbody></table><p></p>",
        "<p>Plain <strong>bold</strong> <em>italic</em> <a href=\"https://a.example/?a=1&amp;b=2\">link</a></p>",
        "<ul><li><p>One</p><ol><li><p>Two</p></li></ol></li></ul><h2>Why &amp; how</h2><p>a&nbsp;b &lt;b&gt;<br>c</p>",
        "<p><strong><em>both</em> bold</strong></p><blockquote><p>Said.</p></blockquote>",
    ],
)  # fmt: skip
def test_what_the_editor_writes_is_left_alone(html):
    assert tidy_pasted(html) is html
    assert sanitize(html) == html


@pytest.mark.whole
@pytest.mark.parametrize(
    "html",
    [
        f"<p>{chr(0xA0) * 5000}x</p>",
        f"<p>{'&nbsp;' * 5000}x</p>",
        f"<p>o{chr(0xA0) * 5000}</p>",
        f"<p>{'<span style=font-weight:700>' * 300}x{'</span>' * 300}</p>",
        f"<p>{'https://' * 5000}</p>",
        f"<p>{'https://www.google.com/url?q=https%3A%2F%2Fa.example ' * 3000}</p>",
        f"""<p>https://{".'s" * 5000}</p>""",
        "<div>" * 5000 + "x",
        "<ul>" * 5000 + "x",
        "<table><tr><td>x</td><td>" * 2000,
        f"<table>{'<tr><td>a</td><td>b</td></tr>' * 2000}</table>",
        "<blockquote>" * 5000 + "</blockquote>" * 5000,
        "<b>x" * 5000,
        "<div>x</div>" * 3000,
        f"<p>{'· one<br>' * 3000}</p>",
        "".join(
            f"<p class=MsoNormal><b style='x:y'>Word</b> <span style='a:b'>{number}</span></p>"
            for number in range(3000)
        ),
    ],
    ids=[
        "blanks",
        "no-break spaces",
        "a bullet",
        "nested",
        "addresses",
        "links",
        "possessives",
        "boxes",
        "lists",
        "tables in tables",
        "rows",
        "quotes",
        "bold in bold",
        "lines",
        "bullets",
        "a book",
    ],
)
def test_long_and_odd_text_takes_no_long_time(html):
    started = time.process_time()
    sanitize(html)
    assert time.process_time() - started < 5


def test_pasted_text_brings_no_scripts():
    html = '<b style="font-weight:normal"><p onclick="x()">Hi<script>x()</script><a href="javascript:x()">a</a></p></b>'
    assert sanitize(html) == "<p>Hia</p>"


def test_a_comment_that_lost_its_mark_takes_nothing_along():
    html = '<div><p>Whole article.</p><p><a href="#cmnt_ref1"></a>remark</p></div>'
    assert sanitize(html) == "<p>Whole article.</p>"


def test_a_page_long_wrapper_with_a_comment_loses_only_the_comment():
    html = '<div><p>Kept <a href="#cmnt1">[a]</a></p><p><a href="#cmnt_ref1">[a]</a>Secret</p></div>'
    assert sanitize(html) == "<p>Kept </p>"


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("one<div>two</div>three", "<p>one</p><p>two</p><p>three</p>"),
        ("<h1><div>One</div><p>Two</p></h1>", "<h2>One</h2><h2>Two</h2>"),
        (
            "<ul>One <b>1</b><li>Two<div>2</div></li></ul>",
            "<ul><li><p>One <strong>1</strong></p></li><li><p>Two</p><p>2</p></li></ul>",
        ),
        ("one<hr>two", "<p>one</p><p>two</p>"),
        ("<dl><dt>Ice</dt><dd>cools</dd></dl>", "<p>Ice</p><p>cools</p>"),
        ("<div><li>One</li></div>", "<p>One</p>"),
        ("<ul><ul></ul></ul><div>One</div>", "<p>One</p>"),
        ("<p>One</p><h1><br></h1><blockquote><br></blockquote><blockquote><p></p></blockquote>", "<p>One</p>"),
        ("<h1><br></h1><blockquote><br></blockquote>", ""),
        ("one<h2><br></h2>two<strong>three</strong>", "<p>one</p><p>two<strong>three</strong></p>"),
        ("<b>Bold</b> and <i>italic</i>", "<strong>Bold</strong> and <em>italic</em>"),
    ],
)
def test_blocks_of_other_kinds_become_those_of_the_editor(html, stored):
    assert sanitize(html) == stored


# Words in every structure that a page may have. Each word stands once, so that a lost or glued one is found.
BLOCKS = ["div", "p", "h1", "h2", "h5", "ul", "ol", "li", "blockquote", "dl", "dt", "section"]
INLINE = ["span", "b", "i", "u", "font"]
TEMPLATES = [
    *(f"<{name}>{{}}</{name}>" for name in BLOCKS + INLINE),
    '<a href="https://a.example/">{}</a>',
    "<table><tr><td>{}</td><td>word</td></tr></table>",
    "<table><tr><td>word</td><th>{}</th></tr><tr><td>{}</td><td>word</td></tr></table>",
    "<table><caption>word</caption><tr><th>word</th><td>{}</td></tr></table>",
]
PIECES = st.recursive(
    st.sampled_from(["word", "word", "<br>", " "]),
    lambda inner: st.builds(
        lambda template, pieces: template.replace("{}", "".join(pieces)),
        st.sampled_from(TEMPLATES),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)
NEW_LINE = re.compile(r"<(?!/?(?:strong|em|a|span|b|i|u|font)\b)[^>]*>")  # all but the tags within a line


def read_words(html):
    """As a browser parses it."""
    html = str(BeautifulSoup(html, "html5lib"))
    return re.sub(r"<[^>]*>", "", NEW_LINE.sub(" ", html)).split()


@pytest.mark.whole
@settings(deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_no_word_is_lost_and_no_two_words_are_glued(pieces):
    numbers = itertools.count()
    html = re.sub("word", lambda _: f"w{next(numbers)}", "".join(pieces))
    stored = sanitize(html)
    assert read_words(stored) == read_words(html)
    assert sanitize(stored) == stored


def test_a_cell_of_empty_boxes_is_an_empty_cell():
    html = "<table><tr><td>One</td><th><div><br></div></th></tr><tr><td><div> </div></td><td>Two</td></tr></table>"
    assert sanitize(html) == (
        "<table><tbody><tr><td><p>One</p></td><th><p></p></th></tr><tr><td><p></p></td><td><p>Two</p></td></tr></tbody>"
        "</table>"
    )


def test_marks_of_ones_own_in_pasted_text_mean_nothing():
    html = '<p data-level="x" data-marker="1." class="y">One</p>'
    assert sanitize(html) == "<p>One</p>"


def test_text_from_libreoffice_is_stored_as_its_author_saw_it():
    stored = ArticleText._meta.get_field("body").tidy(LIBREOFFICE)
    assert as_shown(stored) == LIBREOFFICE_STORED
