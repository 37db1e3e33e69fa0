"""Text from word processors is stored as its author saw it, without what was not for the public."""

import time

import pytest

from articles.models import ArticleText
from articles.pasted import tidy_pasted
from tests.factories import make_article
from tests.pasted import EXAMPLES

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


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<p>·    One</p><p>·    Two</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>·&nbsp;&nbsp;&nbsp; One</p>\n<p>•\tTwo</p>", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("<p>o&nbsp;&nbsp; One</p>", "<ul><li><p>One</p></li></ul>"),
        ("<p>1.&nbsp;&nbsp;&nbsp; One</p><p>2.&nbsp; Two</p>", "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"),
        ("<p><strong>·  One</strong> more</p>", "<ul><li><p><strong>One</strong> more</p></li></ul>"),
        ("<p>·  1</p><p>But</p><p>·  2</p>", "<ul><li><p>1</p></li></ul><p>But</p><ul><li><p>2</p></li></ul>"),
        ("<blockquote><p>·  One</p></blockquote>", "<blockquote><ul><li><p>One</p></li></ul></blockquote>"),
        ("<p>o. One</p>", "<p>o. One</p>"),
        ("<p>1. One</p>", "<p>1. One</p>"),
        ("<p>– so he said</p>", "<p>– so he said</p>"),
        ("<p>2 · 3 = 6</p>", "<p>2 · 3 = 6</p>"),
        ("<p>A. Clinician, DC</p>", "<p>A. Clinician, DC</p>"),
    ],
)  # fmt: skip
def test_bullets_in_paragraphs_become_lists_and_other_signs_stay(html, stored):
    assert sanitize(html) == stored


@pytest.mark.parametrize(
    "html",
    [
        "<p>Plain <strong>bold</strong> <em>slanted</em> <a href=\"https://a.example/?a=1&amp;b=2\">link</a></p>",
        "<ul><li><p>One</p><ol><li><p>Two</p></li></ol></li></ul><h2>Why &amp; how</h2><p>a&nbsp;b &lt;b&gt;<br>c</p>",
        "<p><strong><em>both</em> bold</strong></p><blockquote><p>Said.</p></blockquote>",
    ],
)  # fmt: skip
def test_what_the_editor_writes_is_left_alone(html):
    assert tidy_pasted(html) is html
    assert sanitize(html) == html


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{chr(0xA0) * 5000}x</p>",
        f"<p>{'&nbsp;' * 5000}x</p>",
        f"<p>o{chr(0xA0) * 5000}</p>",
        f"<p>{'<span style=font-weight:700>' * 300}x{'</span>' * 300}</p>",
        f"<p>{'https://' * 5000}</p>",
        "".join(
            f"<p class=MsoNormal><b style='x:y'>Word</b> <span style='a:b'>{number}</span></p>"
            for number in range(3000)
        ),
    ],
    ids=["blanks", "no-break spaces", "a bullet", "nested", "addresses", "a book"],
)
def test_long_and_odd_text_takes_no_long_time(html):
    started = time.monotonic()
    sanitize(html)
    assert time.monotonic() - started < 5


def test_pasted_text_brings_no_scripts():
    html = '<b style="font-weight:normal"><p onclick="x()">Hi<script>x()</script><a href="javascript:x()">a</a></p></b>'
    assert sanitize(html) == "<p>Hia</p>"


def test_a_page_long_wrapper_with_a_comment_loses_only_the_comment():
    html = '<div><p>Kept <a href="#cmnt1">[a]</a></p><p><a href="#cmnt_ref1">[a]</a>Secret</p></div>'
    assert sanitize(html) == "<p>Kept </p>"
