import re
from datetime import UTC, datetime

import pytest

from tests.factories import make_article, make_translation

pytestmark = pytest.mark.django_db


def test_feed_is_in_the_language_of_its_address(visitor):
    article = make_article(slug="knees", title="On knees", summary="Knees bend.")
    make_translation(article, "es", slug="rodillas", title="Rodillas")
    english, spanish = visitor.get("/articles/feed/"), visitor.get("/es/articles/feed/")
    assert english["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert re.findall(r"<(title|link)>(.*?)</", english.content.decode()) == [
        ("title", "Health articles from Integrated Health Solutions"),
        ("link", "http://testserver/articles/"),
        ("title", "On knees"),
        ("link", "http://testserver/articles/knees/"),
    ]
    assert "<language>es</language>" in spanish.content.decode()
    assert "http://testserver/es/articles/rodillas/" in spanish.content.decode()


def test_feed_has_the_newest_first_and_no_text_in_another_language(visitor):
    for year in (2024, 2025):
        article = make_article(published_at=datetime(year, 1, 1, tzinfo=UTC))
        make_translation(article, "es", title=f"De {year}")
    make_article(published_at=datetime(2026, 1, 1, tzinfo=UTC), title="In English")
    titles = re.findall(r"<title>(.*?)</title>", visitor.get("/es/articles/feed/").content.decode())[1:]
    assert titles == ["De 2025", "De 2024"]


def test_feed_leaves_out_drafts(visitor):
    make_article(state="draft")
    assert "<item>" not in visitor.get("/articles/feed/").content.decode()


def test_feed_leaves_out_a_missing_summary(visitor):
    make_article(title="On knees", summary="")
    item = visitor.get("/articles/feed/").content.decode().split("<item>")[1]
    assert "<title>On knees</title>" in item
    assert "<description" not in item
