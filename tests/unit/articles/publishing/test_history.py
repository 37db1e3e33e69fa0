"""What a text said before: seen, compared, and taken up again."""

import pytest
from django.test import Client

from articles.models import ArticleText
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", summary="Knees bend.", body="<p>Rest.</p>", urgent_signs="Fever")


def change_address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def save(staff, article, query="", **changes):
    fields = Page(staff.get(change_address(article) + query)).fields(FORM)
    return staff.post(change_address(article), fields | changes)


def wordings(staff, article, language="en"):
    text = article.texts.get(language=language)
    return Page(staff.get(f"/admin/articles/article/text/{text.pk}/wordings/"))


def test_all_wordings_are_listed_with_author_and_day_the_newest_first(staff, article):
    save(staff, article, **{"texts-0-summary": "Knees do bend."})
    page = wordings(staff, article)
    assert page.texts(".wording > h2") == ["2. March 2, 2026, noon, by admin", "1. March 2, 2026, noon"]
    assert page.texts(".wording > p") == [
        "Version 2, was public. This is the present wording.", "Version 1, was public. Use this wording",
    ]  # fmt: skip
    assert page.texts(".wording .changes__list") == ["Summary Knees[added:] do bend."]
    assert page.texts(".wording__text")[1] == "On knees Knees bend. Rest. Fever"


def test_a_text_leads_to_its_wordings(staff, article):
    text = article.texts.get()
    page = Page(staff.get(change_address(article)))
    assert page.links("Earlier wordings of the English text") == [f"/admin/articles/article/text/{text.pk}/wordings/"]


@pytest.mark.whole
def test_an_earlier_wording_is_shown_in_the_form_and_used_by_saving(staff, article):
    make_translation(article, "es")
    save(staff, article, **{"texts-0-summary": "Knees do bend.", "texts-0-title": "Our knees"})
    (link,) = wordings(staff, article).links("Use this wording")
    page = Page(staff.get(link))
    assert page.texts(".messagelist li") == ["This is what the text said on March 2, 2026, noon. Save to use it."]
    assert page.one("[name=texts-0-title]")["value"] == "On knees"
    assert page.one("[data-keep-a-draft]").has_attr("data-is-unsaved")
    assert article.texts.get(language="en").title == "Our knees"
    save(staff, article, link.removeprefix(change_address(article)))
    text = article.texts.get(language="en")
    assert (text.title, text.summary, text.version) == ("On knees", "Knees bend.", 3)
    assert article.texts.get(language="es").title == "Translated"


@pytest.mark.whole
def test_a_wording_that_someone_else_overtook_is_a_conflict(staff, article):
    save(staff, article, **{"texts-0-summary": "Knees do bend."})
    (link,) = wordings(staff, article).links("Use this wording")
    fields = Page(staff.get(link)).fields(FORM)
    save(staff, article, **{"texts-0-title": "Our knees"})
    response = staff.post(change_address(article), fields)
    assert Page(response).text(".meanwhile h3") == "What changed in the English text"
    assert article.texts.get().title == "Our knees"


@pytest.mark.parametrize("number", ["0", "x", "-1", "999999"])
def test_an_address_of_no_wording_shows_the_text(staff, article, number):
    page = Page(staff.get(f"{change_address(article)}?wording={number}"))
    assert page.one("[name=texts-0-title]")["value"] == "On knees"
    assert page.texts(".messagelist li") == []


def test_a_wording_of_another_article_is_not_shown(staff, article):
    other = make_article(title="On hips").texts.get().wordings.get()
    page = Page(staff.get(f"{change_address(article)}?wording={other.pk}"))
    assert page.one("[name=texts-0-title]")["value"] == "On knees"


def test_many_wordings_are_on_several_pages(staff, article):
    text = article.texts.get()
    for number in range(2, 25):
        words = {name: getattr(text, name) for name in ArticleText.WORDING}
        text.wordings.create(number=number, version=number, language="en", **words)
    assert len(wordings(staff, article).all(".wording")) == 20
    older = Page(staff.get(f"/admin/articles/article/text/{text.pk}/wordings/?page=2"))
    assert len(older.all(".wording")) == 4


def test_the_front_desk_does_not_see_them(article):
    desk = Client()
    desk.force_login(make_account("ewa", groups=["Front desk"]))
    assert desk.get(f"/admin/articles/article/text/{article.texts.get().pk}/wordings/").status_code == 403
