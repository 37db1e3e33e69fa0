from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Reference
from tests.factories import make_article, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def titles(response):
    return Page(response).texts(".card__title")


# The list


def test_list_shows_newest_first_with_summary_topic_and_date(visitor):
    make_article(title="Older", published_at=datetime(2026, 1, 5, 15, tzinfo=UTC))
    make_article(title="Newer", published_at=datetime(2026, 2, 5, 15, tzinfo=UTC), summary="What is new.")
    response = visitor.get("/articles/")
    assert titles(response) == ["Newer", "Older"]
    assert Page(response).texts(".card")[0] == "Newer What is new. Knee pain · Feb. 5, 2026"


def test_list_leaves_out_drafts_and_the_future(visitor):
    make_article(state="draft")
    make_article(published_at=timezone.now() + timedelta(days=1))
    assert (
        Page(visitor.get("/articles/"))
        .text("main")
        .endswith("There is no article here yet. Ask us your question instead")
    )


def test_list_in_spanish_has_translations_first_and_marks_english(visitor):
    make_article(languages=["en", "es"], published_at=datetime(2025, 1, 1, tzinfo=UTC))
    make_article()
    page = Page(visitor.get("/es/articles/"))
    cards = page.all(".card__title")
    assert [card.get("lang") for card in cards] == [None, "en"]
    assert [card.get("dir") for card in cards] == [None, "ltr"]
    assert page.texts(".card")[1].endswith("en inglés")


def test_list_has_pages(visitor):
    for _ in range(13):
        make_article()
    first, second = visitor.get("/articles/"), visitor.get("/articles/?page=2")
    assert (len(titles(first)), len(titles(second))) == (12, 1)
    assert Page(second).title == "Health articles (Page 2 of 2) – Integrated Health Solutions"
    assert Page(first).links("Next page") == ["?page=2"]
    assert Page(second).links("Previous page") == ["?page=1"]


@pytest.mark.parametrize("page", ["0", "-1", "2", "two", "1.5", "", "9" * 50, "\x00", "%F0"])
def test_unknown_page_is_not_found(visitor, page):
    make_article()
    response = visitor.get("/articles/", {"page": page})
    assert response.status_code == 404


def test_list_by_topic(visitor):
    make_article(title="On knees")
    make_article(title="On backs", topic=make_topic("back-pain", en="Back pain", es="Dolor de espalda"))
    response = visitor.get("/articles/?topic=back-pain")
    assert titles(response) == ["On backs"]
    assert Page(response).text("h1") == "Articles: Back pain"
    assert Page(visitor.get("/es/articles/?topic=back-pain")).text("h1") == "Artículos: Dolor de espalda"


@pytest.mark.parametrize("topic", ["none", "\x00", "back pain"])
def test_unknown_topic_is_not_found(visitor, topic):
    make_article()
    assert visitor.get("/articles/", {"topic": topic}).status_code == 404


# One article


def test_article_page_shows_the_text(visitor):
    make_article(slug="knees", title="On knees", summary="Knees bend.", body="<p>They <strong>do</strong>.</p>")
    page = Page(visitor.get("/articles/knees/"))
    assert page.title == "On knees – Integrated Health Solutions"
    assert page.text("h1") == "On knees"
    assert page.text(".article__body") == "They do."
    assert page.text(".article__facts").startswith("Knee pain · Integrated Health Solutions Published: Jan. 5, 2026")
    assert page.links("Articles") == ["/articles/", "/articles/"]  # navigation and breadcrumb


def test_article_page_carries_the_consultation_form(visitor):
    make_article(slug="knees")
    page = Page(visitor.get("/articles/knees/"))
    assert page.one("form").get("action") == "/consultation/"
    assert page.one("form").get("method") == "post"


def test_article_page_shows_references(visitor):
    article = make_article(slug="knees")
    Reference.objects.create(
        article=article, title="Knees", publisher="Library", year=2024, address="https://lib.example/k"
    )
    page = Page(visitor.get("/articles/knees/"))
    assert page.texts(".references li") == ["Knees, Library, 2024"]
    assert page.links("Knees") == ["https://lib.example/k"]


@pytest.mark.parametrize("slug", ["none", "knees-draft", "knees-future"])
def test_draft_future_or_unknown_article_is_not_found(visitor, slug):
    make_article(slug="knees-draft", state="draft")
    make_article(slug="knees-future", published_at=timezone.now() + timedelta(seconds=60))
    assert visitor.get(f"/articles/{slug}/").status_code == 404


def test_translation_has_its_own_address_and_says_that_nobody_checked_it(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas", title="Rodillas")
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.text("h1") == "Rodillas"
    assert "ninguna persona" in page.text(".notice")
    assert page.links("Leer el original en inglés") == ["/articles/knees/"]


def test_checked_translation_carries_no_notice_but_the_person_and_day(visitor):
    review = {"reviewed_by": "Ana Ruiz", "reviewed_on": date(2026, 2, 1)}
    make_translation(make_article(slug="knees"), "es", slug="rodillas", **review)
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.texts(".notice") == []
    assert "1 de febrero de 2026, Ana Ruiz" in page.text(".article__facts")


def test_translated_article_under_its_english_slug_leads_to_its_own(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    response = visitor.get("/es/articles/knees/")
    assert (response.status_code, response["Location"]) == (302, "/es/articles/rodillas/")


def test_untranslated_article_shows_english_marked_as_such_with_a_notice(visitor):
    make_article(slug="knees", title="On knees")
    response = visitor.get("/ar/articles/knees/")
    page = Page(response)
    assert response.status_code == 200
    assert (page.one("html").get("lang"), page.one("html").get("dir")) == ("ar", "rtl")
    assert (page.one("article").get("lang"), page.one("article").get("dir")) == ("en", "ltr")
    assert "(708) 555-0100" in page.text(".notice")
    assert page.one("link[rel=canonical]").get("href") == "http://testserver/articles/knees/"


def test_draft_translation_counts_as_none(visitor):
    make_translation(make_article(slug="knees", title="On knees"), "es", slug="rodillas", state="draft")
    assert visitor.get("/es/articles/rodillas/").status_code == 404
    assert Page(visitor.get("/es/articles/knees/")).text("h1") == "On knees"


def test_slug_of_another_language_is_not_found(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    assert visitor.get("/pl/articles/rodillas/").status_code == 404
    assert visitor.get("/articles/rodillas/").status_code == 404


def test_slug_shared_by_two_articles_is_the_one_of_the_readers_language(visitor):
    make_article(slug="mano", title="English mano")
    make_translation(make_article(slug="hand"), "es", slug="mano", title="La mano")
    assert Page(visitor.get("/es/articles/mano/")).text("h1") == "La mano"
    assert Page(visitor.get("/articles/mano/")).text("h1") == "English mano"


def test_language_links_lead_to_the_same_article(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    links = Page(visitor.get("/articles/knees/")).language_links()
    assert links == {
        "ar": "/ar/articles/knees/",
        "en": "/articles/knees/",
        "es": "/es/articles/rodillas/",
        "pl": "/pl/articles/knees/",
    }


def test_alternates_are_real_translations_only(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    page = Page(visitor.get("/articles/knees/"))
    assert {(link.get("hreflang"), link.get("href")) for link in page.all("link[hreflang]")} == {
        ("en", "http://testserver/articles/knees/"),
        ("x-default", "http://testserver/articles/knees/"),
        ("es", "http://testserver/es/articles/rodillas/"),
    }


# What it costs


@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/knees/", "/es/articles/knees/"])
def test_pages_cost_at_most_six_queries_whatever_there_is(visitor, address):
    make_article(slug="knees")
    counts = []
    for more in (0, 29):
        for number in range(more):
            make_article(languages=["en", "es"], topic=make_topic(f"topic-{number}"))
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 6
