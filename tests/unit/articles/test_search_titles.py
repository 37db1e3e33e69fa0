"""What search engines and shared links say of an article."""

import json

import pytest
from django.test import Client

from articles.actions import save_text
from articles.models import ArticleText
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def head_of(address="/articles/knees/"):
    """(title, description, those of shared links, description in structured data)"""
    page = Page(Client().get(address))
    shared = [page.one(f"meta[property='og:{name}']")["content"] for name in ("title", "description")]
    (data,) = page.all("script[type='application/ld+json']")[:1]
    (found,) = [node["description"] for node in json.loads(data.string)["@graph"] if node["@type"] == "MedicalWebPage"]
    return page.text("title"), page.one("meta[name=description]")["content"], *shared, found


def test_without_texts_of_their_own_they_are_the_title_and_the_summary():
    make_article(title="On knees", summary="Knees bend.", slug="knees")
    assert head_of() == (
        "On knees – Integrated Health Solutions", "Knees bend.", "On knees", "Knees bend.", "Knees bend.",
    )  # fmt: skip


def test_texts_of_their_own_stand_in_the_head_and_nowhere_else():
    make_article(title="On knees", slug="knees", search_title="Knee pain", search_description="What helps knees.")
    assert head_of() == (
        "Knee pain – Integrated Health Solutions", "What helps knees.", "Knee pain", "What helps knees.",
        "What helps knees.",
    )  # fmt: skip
    page = Page(Client().get("/articles/knees/"))
    assert page.text("h1") == "On knees"
    assert Page(Client().get("/articles/")).links("On knees") != []


def test_they_make_no_translation_out_of_date():
    article = make_article(slug="knees")
    make_translation(article, "es")
    text = article.texts.get(language="en")
    text.search_title = "Knee pain"
    save_text(text)
    assert text.version == 1
    assert ArticleText.objects.out_of_date().count() == 0


@pytest.mark.whole
def test_editors_write_them_and_see_both_looks(staff):
    article = make_article(title="On knees", summary="Knees bend.", slug="knees")
    address = f"/admin/articles/article/{article.pk}/change/"
    page = Page(staff.get(address))
    assert page.texts("#texts-0 [data-shows=title]") == ["On knees"] * 2
    staff.post(address, page.fields(FORM) | {"texts-0-search_title": "Knee pain"})
    page = Page(staff.get(address))
    assert page.texts("#texts-0 [data-shows=title]") == ["Knee pain"] * 2
    assert page.texts("#texts-0 [data-shows=description]") == ["Knees bend."] * 2
    assert head_of()[0] == "Knee pain – Integrated Health Solutions"


@pytest.mark.whole
def test_they_belong_to_the_draft_of_a_public_text(staff):
    article = make_article(title="On knees", slug="knees")
    address = f"/admin/articles/article/{article.pk}/change/"
    changes = {"texts-0-search_title": "Knee pain", "texts-0-release": "keep"}
    staff.post(address, Page(staff.get(address)).fields(FORM) | changes)
    assert head_of()[0] == "On knees – Integrated Health Solutions"
    assert Page(staff.get(address)).one("[name=texts-0-search_title]")["value"] == "Knee pain"


@pytest.mark.whole
def test_claims_in_them_are_warned_of(staff):
    article = make_article(title="On knees", slug="knees")
    address = f"/admin/articles/article/{article.pk}/change/"
    response = staff.post(
        address, Page(staff.get(address)).fields(FORM) | {"texts-0-search_title": "We cure every knee."}
    )
    assert "“cure” reads as a" in Page(response).text("#texts-0 .advice")


def test_parts_of_a_page_have_none(staff):
    price = make_article(kind="costs")
    page = Page(staff.get(f"/admin/articles/article/{price.pk}/change/"))
    assert page.all("[name$=-search_title], [data-search-preview]") == []


@pytest.mark.whole
def test_a_title_that_another_article_has_is_told(staff):
    article, other = make_article(title="Knee pain"), make_article(title="Knee  pain!", state="draft")
    make_translation(article, "es", title="Knee pain")
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    told = page.all("[data-search-preview]")[0].find_previous_sibling("p", class_="help")
    assert told.get_text().startswith("This title is taken, too, by another article (Draft).")
    assert page.links("another article") == [f"/admin/articles/article/{other.pk}/change/"]
    other.texts.update(indexed_title="")
    assert Page(staff.get(f"/admin/articles/article/{article.pk}/change/")).links("another article") == []
