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


def test_feed_has_the_newest_first_whether_translated_or_not(visitor):
    make_translation(make_article(published_at=datetime(2025, 1, 1, tzinfo=UTC)), "es", title="Older, translated")
    make_article(published_at=datetime(2026, 1, 1, tzinfo=UTC), title="Newer, in English")
    titles = re.findall(r"<title>(.*?)</title>", visitor.get("/es/articles/feed/").content.decode())[1:]
    assert titles == ["Newer, in English", "Older, translated"]


def test_feed_leaves_out_drafts(visitor):
    make_article(state="draft")
    assert "<item>" not in visitor.get("/articles/feed/").content.decode()
