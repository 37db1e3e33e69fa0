from datetime import UTC, date, datetime

import pytest

from articles.actions import save_text
from articles.models import Reference
from tests.factories import make_article, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def test_data_equals_what_the_page_shows(visitor):
    evening = datetime(2026, 1, 6, 3, tzinfo=UTC)  # still January 5 at the clinic
    article = make_article(slug="knees", title="On knees", summary="Knees bend.", published_at=evening)
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    page = Page(visitor.get("/articles/knees/"))
    nodes = page.structured_nodes()
    assert list(nodes) == ["MedicalWebPage", "Article", "BreadcrumbList"]
    shown, entity, breadcrumb = nodes.values()
    assert entity["headline"] == shown["name"] == page.text("h1")
    assert entity["description"] == shown["description"] == page.text(".article .lead")
    assert entity["datePublished"] == "2026-01-05T21:00:00-06:00"
    assert entity["datePublished"][:10] == page.all(".article-facts time")[0]["datetime"]
    assert entity["author"]["name"] in page.text(".article-facts")
    assert shown["url"] == page.one("link[rel=canonical]")["href"]
    assert [source["url"] for source in entity["citation"]] == [link["href"] for link in page.all(".references a")]
    steps = [(step["name"], step["item"]) for step in breadcrumb["itemListElement"]]
    assert steps == [(link.get_text(), f"http://testserver{link['href']}") for link in page.all(".breadcrumb a")]


def test_article_stands_beside_its_page_and_each_names_the_other(visitor):
    """Programs that save articles take author and date only from a node of its own."""
    make_article(slug="knees")
    data = Page(visitor.get("/articles/knees/")).structured_data()
    page, article, breadcrumb = data["@graph"]
    assert data["@context"] == "https://schema.org"
    assert (page["mainEntity"], page["breadcrumb"]) == ({"@id": article["@id"]}, {"@id": breadcrumb["@id"]})
    assert article["mainEntityOfPage"] == {"@id": page["@id"]}
    assert len({node["@id"] for node in data["@graph"]}) == 3


@pytest.mark.parametrize(
    ("byline", "kind"),
    [
        ("Integrated Health Solutions", "Organization"),
        ("The team of Integrated Health Solutions", "Organization"),
        ("A. Clinician, DC", "Person"),
    ],
)
def test_author_is_a_person_unless_the_byline_names_the_clinic(visitor, byline, kind):
    article = make_article(slug="knees")
    article.byline = byline
    article.save()
    entity = Page(visitor.get("/articles/knees/")).structured_nodes()["Article"]
    assert entity["author"] == {"@type": kind, "name": byline}


def test_a_later_change_is_dated_on_the_page_and_in_the_data(visitor, clock):
    text = make_article(slug="knees").original
    clock.move_to(datetime(2026, 7, 2, 3, 30, tzinfo=UTC))  # still July 1 at the clinic, in summer time
    text.summary = "Changed."
    save_text(text)
    page = Page(visitor.get("/articles/knees/"))
    assert "Updated: July 1, 2026" in page.texts(".article-facts__row")
    assert page.structured_nodes()["Article"]["dateModified"] == "2026-07-01T22:30:00-05:00"


def test_an_article_that_was_not_changed_since_it_appeared_has_no_second_date(visitor, clock):
    make_article(slug="first-wording")
    rewritten = make_article(slug="rewritten-before", published_at=datetime(2026, 4, 1, 15, tzinfo=UTC)).original
    rewritten.summary = "Changed while it waited."
    save_text(rewritten)
    clock.move_to(datetime(2026, 4, 2, 15, tzinfo=UTC))
    for slug in ("first-wording", "rewritten-before"):
        page = Page(visitor.get(f"/articles/{slug}/"))
        assert not any(row.startswith("Updated") for row in page.texts(".article-facts__row")), slug
        assert "dateModified" not in page.structured_nodes()["Article"], slug


def test_reviewer_is_named_only_when_there_is_one(visitor):
    make_article(slug="unreviewed")
    make_article(slug="reviewed", reviewed_by="A. Clinician, DC", reviewed_on=date(2026, 2, 1))
    unreviewed = Page(visitor.get("/articles/unreviewed/")).structured_nodes()["MedicalWebPage"]
    reviewed = Page(visitor.get("/articles/reviewed/")).structured_nodes()["MedicalWebPage"]
    assert "lastReviewed" not in unreviewed
    assert "reviewedBy" not in unreviewed
    assert (reviewed["lastReviewed"], reviewed["reviewedBy"]["name"]) == ("2026-02-01", "A. Clinician, DC")


def test_who_checked_a_translation_is_no_medical_reviewer(visitor):
    make_translation(make_article(), "es", slug="rodillas", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    data = Page(visitor.get("/es/articles/rodillas/")).structured_nodes()["MedicalWebPage"]
    assert data["inLanguage"] == "es"
    assert "reviewedBy" not in data


def test_untranslated_article_says_that_it_is_english(visitor):
    make_article(slug="knees")
    data = Page(visitor.get("/ar/articles/knees/")).structured_nodes()["MedicalWebPage"]
    assert (data["inLanguage"], data["url"]) == ("en", "http://testserver/articles/knees/")


def test_a_title_cannot_end_the_data_block(visitor):
    title = "</script><script>alert(1)</script> & <!--"
    make_article(slug="knees", title=title)
    response = visitor.get("/articles/knees/")
    assert "<script>alert" not in response.content.decode()
    assert Page(response).structured_nodes()["Article"]["headline"] == title
