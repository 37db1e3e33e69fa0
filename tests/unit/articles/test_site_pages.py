"""Advice about links to pages of this site."""

from datetime import UTC, datetime

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import save_text
from articles.models import ArticleText
from articles.publishing.warnings import collect_advice
from articles.slug_redirects import add_redirect
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def link_to(*addresses):
    return "".join(f'<p><a href="{address}">Read <em>this</em> &amp; that</a></p>' for address in addresses)


def advise(*addresses, language="en"):
    text = ArticleText(language=language, title="On knees", summary="Knees.", body=link_to(*addresses))
    found = [piece for piece in collect_advice(text, reference_count=1) if piece.about[0] == "page"]
    assert {piece.quote for piece in found} <= {"Read this & that"}
    return [piece.sentence for piece in found]


def nowhere(address):
    return f"Correct the link to {address}: it leads to no page of this site."


def not_public(address):
    return f"The link to {address} leads to a page that is not public yet: publish that one first."


def there_is(address, name="Spanish"):
    return f"This link leads to the English page; there is one in {name}: {address}"


@pytest.mark.parametrize(
    "address",
    [
        "/articles/nothing/",
        "/es/articles/nothing/",
        "/services/nothing/",
        "/services/knees/",  # it is an article
        "/about-us/",
        "/articles/%00/",
        "/%00",
        "/articles/knees.html",
        "http://testserver/articles/nothing/",
        "//testserver/articles/nothing/",
        "nothing",
        "/articles/review/abc/",  # which shows a draft to one reviewer
        "/admin/articles/article/",
        "/admin/articles/article/preview/1/",
    ],
)
def test_a_link_to_a_page_that_does_not_exist_is_named_with_its_words(address):
    make_article(slug="knees")
    assert advise(address) == [nowhere(address)]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles/knees/",
        "/articles/knees",
        "/Articles/Knees/",
        "/articles/knees/?utm_source=mail#section-1",
        "http://testserver/articles/knees/",
        "../knees/",
        "/es/articles/knees/",  # which shows the English text
        "/articles/?topic=knee-pain",
        "/contact/",
        "/pl/consultation/",
        "/pictures/0123456789abcdef0123.webp",
        "/static/plan.pdf",
        "#section-1",
        "?page=2",
        "https://other.example/articles/nothing/",
        "https://[broken/",
        "mailto:desk@clinic.example",
        "tel:+17085550100",
    ],
)
def test_other_links_need_no_advice(address):
    make_article(slug="knees")
    assert advise(address) == []


def test_a_page_may_be_scheduled_but_no_draft():
    make_article(slug="later", published_at=datetime(2100, 1, 5, tzinfo=UTC))
    make_article(slug="draft", state="draft")
    assert advise("/articles/later/", "/articles/draft/") == [not_public("/articles/draft/")]


def test_a_translation_is_not_public_before_its_original():
    article = make_article(slug="knees", state="draft")
    make_translation(article, "es", slug="rodillas")
    assert advise("/es/articles/rodillas/") == [not_public("/es/articles/rodillas/")]


def test_a_draft_does_not_hide_the_english_page_with_the_same_slug():
    make_article(slug="plan")
    make_translation(make_article(), "es", slug="plan", state="draft")
    assert advise("/es/articles/plan/", language="es") == []


def test_pages_with_parts_exist_once_a_part_is_published():
    assert advise("/people/", "/costs/") == [not_public("/people/"), not_public("/costs/")]
    make_article(kind="person")
    make_article(kind="price", published_at=datetime(2100, 1, 5, tzinfo=UTC))
    assert advise("/people/#person-1", "/costs/") == []


def test_a_link_that_a_redirect_leads_on_needs_no_advice():
    make_article(slug="knees")
    make_article(slug="draft", state="draft")
    add_redirect("/old-knees/", "/articles/knees/")
    add_redirect("/über-uns/", "/contact/")
    add_redirect("/moved/", "/articles/draft/")
    add_redirect("/gone/", "/articles/gone/")
    Redirect.objects.create(site_id=1, old_path="/by-topic/", new_path="/articles/?topic=knee-pain")
    assert advise("/old-knees/", "/Old-Knees", "/%C3%BCber-uns", "/by-topic/") == []
    assert advise("/moved/", "/gone/") == [not_public("/moved/"), nowhere("/gone/")]


def test_a_changed_slug_leads_on():
    text = make_article(slug="knees").original
    text.slug = "knee-pain"
    save_text(text)
    assert advise("/articles/knees/") == []


def test_the_same_link_is_named_once():
    assert advise("/nothing/", "/nothing/") == [nowhere("/nothing/")]


def test_a_translation_that_links_to_an_english_page_names_its_own():
    article = make_article(slug="knees")
    make_translation(article, "es", slug="rodillas")
    add_redirect("/old-knees/", "/articles/knees/")
    assert advise("/articles/knees/#section-2", "/old-knees/", "/contact/", "/", language="es") == [
        there_is("/es/articles/rodillas/#section-2"),
        there_is("/es/articles/rodillas/"),
        there_is("/es/contact/"),
        there_is("/es/"),
    ]
    assert advise("/articles/?topic=knee-pain", language="pl") == [there_is("/pl/articles/?topic=knee-pain", "Polish")]


def test_links_that_lead_to_the_best_page_there_is_need_no_advice():
    article = make_article(slug="knees")
    make_translation(article, "es", slug="rodillas")
    make_translation(article, "pl", slug="kolana", state="draft")
    assert advise("/articles/knees/", language="pl") == []
    assert advise("/es/articles/rodillas/", "/es/articles/knees/", "/robots.txt", language="es") == []
    assert advise("/es/articles/rodillas/") == []  # an English text that names the Spanish one


def test_many_links_take_as_many_queries_as_one():
    make_article(slug="knees")
    costs = []
    for more in (0, 20):
        for number in range(more):
            make_article(slug=f"hips-{number}")
            add_redirect(f"/old-{number}/", f"/articles/hips-{number}/")
        addresses = [f"/{place}-{number}/" for number in range(more) for place in ("old", "articles/hips")]
        with CaptureQueriesContext(connection) as queries:
            assert advise("/articles/knees/", "/people/", *addresses) == [not_public("/people/")]
        costs.append(len(queries))
    assert costs == [3, 3]


def test_a_text_without_such_links_takes_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert advise("https://other.example/", "tel:911") == []


def test_the_form_shows_the_advice_with_the_words_of_the_link(staff):
    make_clinic()
    article = make_article(slug="knees", body=link_to("/nothing/"))
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    assert f"{nowhere('/nothing/')} Read this & that" in page.texts("#texts-0 .advice li")
