import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, ArticleText
from tests.factories import make_article, make_clinic, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def preview_address(text):
    return f"{LIST}preview/{text.pk}/"


def test_list_names_languages_and_drafts(staff):
    make_translation(make_article(title="On knees"), "es", state="draft")
    cells = Page(staff.get(LIST)).texts("#result_list tbody tr > *")[1:]
    assert [cells[0], cells[1], cells[3]] == ["On knees", "Knee pain", "en, es (draft)"]


def test_list_costs_the_same_for_one_and_many(staff):
    counts = []
    for more in (1, 10):
        for number in range(more):
            make_article(topic=make_topic(f"topic-{more}-{number}"))
        staff.get(LIST)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            staff.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_draft_is_previewed_as_the_public_will_see_it(staff):
    text = make_article(title="On knees", state="draft").texts.get()
    response = staff.get(preview_address(text))
    page = Page(response)
    assert (page.text("h1"), page.one("meta[name=robots]")["content"]) == ("On knees", "noindex")
    assert page.text(".notice").startswith("Preview for staff.")
    assert page.all("form") == []
    assert "sha256-" in response["Content-Security-Policy"]


def test_preview_of_a_translation_is_in_its_language(staff):
    text = make_translation(make_article(), "ar", state="draft")
    assert Page(staff.get(preview_address(text))).one("html")["dir"] == "rtl"


def test_preview_of_a_translation_links_to_its_original(staff):
    text = make_translation(make_article(slug="knees"), "es", slug="rodillas", state="draft")
    assert Page(staff.get(preview_address(text))).links("Leer el original en inglés") == ["/articles/knees/"]


def test_preview_is_for_staff_who_may_see_articles(client, django_user_model):
    text = make_article(state="draft").texts.get()
    assert client.get(preview_address(text)).status_code == 302
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(preview_address(text)).status_code == 403


def test_preview_of_nothing_is_not_found(staff):
    assert staff.get(f"{LIST}preview/999/").status_code == 404


def test_article_is_written_in_the_admin_and_cleaned(staff):
    response = staff.post(
        f"{LIST}add/",
        {
            "topic": make_topic().pk,
            "published_at_0": "2026-01-05",
            "published_at_1": "09:00",
            "byline": "Integrated Health Solutions",
            "texts-TOTAL_FORMS": "1",
            "texts-INITIAL_FORMS": "0",
            "texts-0-language": "en",
            "texts-0-title": "On knees",
            "texts-0-slug": "on-knees",
            "texts-0-summary": "Knees bend.",
            "texts-0-body": "<p>Bend</p><script>alert(1)</script>",
            "texts-0-state": "published",
            "references-TOTAL_FORMS": "0",
            "references-INITIAL_FORMS": "0",
        },
    )
    assert response.status_code == 302
    assert ArticleText.objects.get().body == "<p>Bend</p>"
    assert Article.objects.published().count() == 1


def test_change_form_gives_the_editor_its_nonce(staff):
    article = make_article()
    response = staff.get(f"{LIST}{article.pk}/change/")
    nonce = Page(response).one("script[type=importmap]")["nonce"]
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]
