from datetime import UTC, date, datetime

import pytest

from articles.models import Reference
from tests.factories import make_article, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def test_data_equals_what_the_page_shows(visitor):
    evening = datetime(2026, 1, 6, 3, tzinfo=UTC)  # still January 5 at the clinic
    article = make_article(slug="knees", title="On knees", summary="Knees bend.", published_at=evening)
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    page = Page(visitor.get("/articles/knees/"))
    data = page.structured_data()
    entity = data["mainEntity"]
    assert (data["@type"], entity["@type"]) == ("MedicalWebPage", "Article")
    assert entity["headline"] == data["name"] == page.text("h1")
    assert data["description"] == page.text(".article .lead")
    assert entity["datePublished"] == "2026-01-05"
    assert entity["datePublished"] == page.all(".article-facts time")[0]["datetime"]
    assert entity["author"]["name"] in page.text(".article-facts")
    assert data["url"] == page.one("link[rel=canonical]")["href"]
    assert [source["url"] for source in entity["citation"]] == [link["href"] for link in page.all(".references a")]
    steps = [(step["name"], step["item"]) for step in data["breadcrumb"]["itemListElement"]]
    assert steps == [(link.get_text(), f"http://testserver{link['href']}") for link in page.all(".breadcrumb a")]


def test_reviewer_is_named_only_when_there_is_one(visitor):
    make_article(slug="unreviewed")
    make_article(slug="reviewed", reviewed_by="A. Clinician, DC", reviewed_on=date(2026, 2, 1))
    unreviewed = Page(visitor.get("/articles/unreviewed/")).structured_data()
    reviewed = Page(visitor.get("/articles/reviewed/")).structured_data()
    assert "lastReviewed" not in unreviewed
    assert "reviewedBy" not in unreviewed
    assert (reviewed["lastReviewed"], reviewed["reviewedBy"]["name"]) == ("2026-02-01", "A. Clinician, DC")


def test_who_checked_a_translation_is_no_medical_reviewer(visitor):
    make_translation(make_article(), "es", slug="rodillas", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    data = Page(visitor.get("/es/articles/rodillas/")).structured_data()
    assert data["inLanguage"] == "es"
    assert "reviewedBy" not in data


def test_untranslated_article_says_that_it_is_english(visitor):
    make_article(slug="knees")
    data = Page(visitor.get("/ar/articles/knees/")).structured_data()
    assert (data["inLanguage"], data["url"]) == ("en", "http://testserver/articles/knees/")


def test_a_title_cannot_end_the_data_block(visitor):
    title = "</script><script>alert(1)</script> & <!--"
    make_article(slug="knees", title=title)
    response = visitor.get("/articles/knees/")
    assert "<script>alert" not in response.content.decode()
    assert Page(response).structured_data()["name"] == title
