import pytest

from articles.models import ArticleText
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="steal()">Hi <strong>you</strong></p><script>steal()</script><a href="javascript:steal()">x</a>'

CLEAN_PARTS = ["<p>Hi <strong>you</strong></p>"]

DANGERS = ["onclick", "<script", "javascript:", "steal()"]


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
