import time

import pytest

from articles.body_pictures import find_hashes, take_out_pictures
from articles.models import ArticleText
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="steal()">Hi <strong>you</strong></p><script>steal()</script><a href="javascript:steal()">x</a>'

CLEAN_PARTS = ["<p>Hi <strong>you</strong></p>"]

DANGERS = ["onclick", "<script", "javascript:", "steal()"]


HASH = "0123456789abcdef0123"
IMAGE = f'<img src="/pictures/{HASH}.webp">'
FIGURE = f'<figure>{IMAGE}<figcaption>The <em>knee</em>, <a href="/a/">bent</a></figcaption></figure>'


def stored_body():
    return ArticleText.objects.get().body


def assert_clean(body):
    assert all(part in body for part in CLEAN_PARTS)
    assert not any(danger in body for danger in DANGERS)


def test_body_is_sanitised_by_a_plain_save():
    article = make_article(body=DIRTY)
    assert_clean(stored_body())
    text = article.texts.get()
    text.body = DIRTY
    text.save()
    assert_clean(text.body)
    assert_clean(stored_body())


def test_body_is_sanitised_by_writes_that_never_call_save():
    text = make_article().texts.get()
    ArticleText.objects.update(body=DIRTY)
    assert_clean(stored_body())
    text.body = DIRTY
    ArticleText.objects.bulk_update([text], ["body"])
    assert_clean(stored_body())
    ArticleText.objects.all().delete()
    text.pk = None
    ArticleText.objects.bulk_create([text])
    assert_clean(stored_body())


@pytest.mark.parametrize(
    "kept",
    [
        "<h2>Heading</h2>",
        "<h3>Smaller</h3>",
        "<ul><li><p>Item</p></li></ul>",
        "<ol><li><p>Item</p></li></ol>",
        "<blockquote><p>Said</p></blockquote>",
        '<table><tbody><tr><th><p>Week</p></th><td colspan="2" rowspan="3"><p></p></td></tr></tbody></table>',
        "<p><em>so</em> and <strong>so</strong><br>on</p>",
        "<p>The <dfn>plantar fascia</dfn> is a band of tissue.</p>",
        "<p>The <dfn><strong>plantar</strong> fascia</dfn> is a band.</p>",
        "<ul><li><p><dfn>Arch</dfn>: the middle.</p></li></ul>",
        f"<p>1</p>{FIGURE}<p>2</p>",
        f"<ul><li><p>1</p>{FIGURE}</li></ul>",
        f"<table><tbody><tr><th><p>Week</p></th><td>{FIGURE}</td></tr></tbody></table>",
        f"{FIGURE}{FIGURE}",
    ],
)
def test_body_keeps_what_the_editor_offers(kept):
    make_article(body=kept)
    assert stored_body() == kept


@pytest.mark.parametrize(
    "dropped", ["<h1>Second</h1>", "<img src=x onerror=alert(1)>", "<iframe src=//x></iframe>", "<style>p{}</style>"]
)
def test_body_loses_what_the_editor_does_not_offer(dropped):
    make_article(body=f"<p>Kept</p>{dropped}")
    assert stored_body() in ("<p>Kept</p>", "<p>Kept</p><h2>Second</h2>")


@pytest.mark.parametrize("empty", ["<h2></h2>", "<h2><br></h2>", "<h3> &nbsp; </h3>", "<h2><strong> </strong></h2>"])
def test_empty_headings_are_left_out(empty):
    text = make_article(body=f"<p>1</p>{empty}<p>2</p>").original
    text.refresh_from_db()
    assert text.body == "<p>1</p><p>2</p>"


@pytest.mark.parametrize("span", ["1", "0", "-2", "100", "2e9", "x"])
def test_a_cell_spans_up_to_99_columns(span):
    cells = f'<th colspan="{span}" rowspan="{span}"><p>Week</p></th><td><p>1</p></td>'
    make_article(body=f"<table><tbody><tr>{cells}</tr></tbody></table>")
    assert stored_body() == "<table><tbody><tr><th><p>Week</p></th><td><p>1</p></td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f'<figure class="x" onclick="steal()"><img alt="a" src="/pictures/{HASH}-800.webp" onerror="steal()">'
         "<figcaption></figcaption></figure>", f"<figure>{IMAGE}</figure>"),
        (f"<figure>{IMAGE}<figcaption><p>One</p><p>two <b>three</b><script>steal()</script></p></figcaption></figure>",
         f"<figure>{IMAGE}<figcaption>One two <strong>three</strong></figcaption></figure>"),
        (f"<h2><figure>{IMAGE}</figure></h2><p>b</p>", f"<figure>{IMAGE}</figure><p>b</p>"),
        (f"<h2>a <figure>{IMAGE}</figure></h2><p>b</p>", f"<h2>a </h2><figure>{IMAGE}</figure><p>b</p>"),
        (f"<p>a {IMAGE} b</p>", "<p>a  b</p>"),
        ('<figure><img src="https://other.example/a.webp"><figcaption>Words</figcaption></figure>', "<p>Words</p>"),
        (f'<figure><img src="//other.example/pictures/{HASH}.webp"></figure><p>a</p>', "<p>a</p>"),
        (f"<figure>{IMAGE}{IMAGE}</figure><p>a</p>", "<p>a</p>"),
        (f"<figure>{IMAGE}<figcaption>{'a &amp; ' * 5000}b</figcaption></figure>",
         f"<figure>{IMAGE}<figcaption>{'a &amp; ' * 5000}b</figcaption></figure>"),
        (f"<div><strong>one <figure>{IMAGE}</figure> two</strong></div>",
         f"<p><strong>one </strong></p><figure>{IMAGE}</figure><p><strong> two</strong></p>"),
        (f"<div style='font-weight:bold'><figure>{IMAGE}</figure></div>", f"<figure>{IMAGE}</figure>"),
        (f"<strong><figure>{IMAGE}</figure></strong><p>a</p>", f"<figure>{IMAGE}</figure><p>a</p>"),
        (f"<a href='/x/'><figure>{IMAGE}</figure></a><p>a</p>", f"<figure>{IMAGE}</figure><p>a</p>"),
        (f"<p>&#xF0002;7&#xF0003;&#xF0002;0&#xF0003;a</p><figure>{IMAGE}</figure>",
         f"<p>a</p><figure>{IMAGE}</figure>"),
        ("<p>a\U000f00020\U000f0003b\U000f00029\U000f0003</p>", "<p>a0b9</p>"),
    ],
)  # fmt: skip
def test_a_picture_is_one_of_the_library_and_has_nothing_but_a_caption(written, kept):
    tidy = ArticleText._meta.get_field("body").tidy
    assert tidy(written) == kept
    assert tidy(kept) == kept


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{IMAGE}<figcaption>words " * 5_000,
        f'<figure><img {f"""src="/pictures/{HASH}.webp" """ * 8_000}',
        f"<figure>{IMAGE}<figcaption>" * 8_000,
    ],
)
def test_broken_figures_take_no_time(body):
    started = time.perf_counter()
    find_hashes(body)
    take_out_pictures(body)
    assert time.perf_counter() - started < 1
