"""Parts of an article's page that are kept once they are made: whatever is changed, the page shows it."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from articles.models import Article, ArticleText, Reference, TopicName
from clinic_site import models
from clinic_site.models import Clinic
from tests.factories import make_article, make_picture, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(visitor, clock, empty_caches, monkeypatch):
    """An article with a Spanish text, a reference and a picture, whose parts are kept."""
    monkeypatch.setattr(models, "CACHE_SECONDS", 2)  # as on a real site; conftest.py has another
    article = make_article(
        slug="knees",
        emergency_signs="you cannot stand",
        published_at=datetime(2026, 1, 5, 15, tzinfo=UTC),
        reviewed_by="A. Clinician, DC",
        reviewed_on=date(2026, 2, 1),
    )
    make_translation(article, "es", slug="rodillas", title="Rodillas")
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    make_picture(in_article=article)
    Article.objects.update(next_review_on=date(2027, 1, 1))
    make_article(slug="another", title="Another one")
    visitor.get("/articles/knees/"), visitor.get("/es/articles/rodillas/")
    return article


def update(model, **fields):
    return lambda: model.objects.update(**fields)


def of_knees(**fields):
    return lambda: ArticleText.objects.filter(slug="knees").update(**fields)


CHANGES = {
    "title": (of_knees(title="On shoulders"), "On shoulders"),
    "summary": (of_knees(summary="What shoulders need."), "What shoulders need."),
    "body": (of_knees(body="<h2>Rest</h2><p>Take a day off.</p>"), "Take a day off."),
    "signs": (of_knees(emergency_signs="you faint"), "you faint"),
    "a new wording since the review": (of_knees(version=9), "(changed since then)"),
    "reviewer": (of_knees(reviewed_by="B. Clinician, MD"), "B. Clinician, MD"),
    "byline": (update(Article, byline="The clinic"), "The clinic"),
    "overdue": (update(Article, next_review_on=date(2026, 1, 31)), "This article should have been reviewed"),
    "reference": (update(Reference, title="Hips"), "Hips"),
    "topic": (update(TopicName, name="Legs"), "Legs"),
    "clinic": (update(Clinic, name="New name"), "New name"),
    "related": (lambda: ArticleText.objects.filter(slug="another").update(title="One more"), "One more"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_shows(visitor, article, clock, what):
    change, words = CHANGES[what]
    change()
    clock.shift(3)
    assert words in visitor.get("/articles/knees/").content.decode()


def test_alternative_text_of_a_picture_shows(visitor, article, clock):
    article.pictures.get().picture.__class__.objects.update(alternative_text="A runner rests.")
    clock.shift(3)
    assert 'alt="A runner rests."' in visitor.get("/articles/knees/").content.decode()


@pytest.mark.parametrize("slug", ["kolana", "knees"])
def test_another_language_of_the_article_shows_in_its_links(visitor, article, clock, slug):
    assert 'hreflang="pl"' not in "".join(map(str, Page(visitor.get("/articles/knees/")).all("link[rel=alternate]")))
    make_translation(article, "pl", slug=slug)
    clock.shift(3)
    page = Page(visitor.get("/articles/knees/"))
    assert page.language_links()["pl"] == f"/pl/articles/{slug}/"
    assert page.one("link[rel=alternate][hreflang=pl]")["href"] == f"http://testserver/pl/articles/{slug}/"


def test_a_review_becomes_overdue_with_the_day(visitor, article, clock):
    clock.move_to(datetime(2027, 1, 2, 5, 50, tzinfo=UTC))  # ten to midnight in Chicago
    assert "should have been reviewed" not in visitor.get("/articles/knees/").content.decode()
    clock.shift(20 * 60)  # less than the hour for which the parts are kept
    assert "should have been reviewed" in visitor.get("/articles/knees/").content.decode()


def test_every_form_is_opened_at_its_own_moment(visitor, article, clock):
    moments = set()
    for _ in range(3):
        moments.add(Page(visitor.get("/articles/knees/")).one("[name=opened]")["value"])
        clock.shift(1)
    assert len(moments) == 3


def test_a_preview_is_kept_apart_from_the_page(visitor, article, staff):
    text = article.texts.get(language="en")
    preview = staff.get(reverse("admin:articles_articletext_preview", args=[text.pk]))
    assert preview.status_code == 200
    assert "noindex" in preview.content.decode()
    assert "noindex" not in visitor.get("/articles/knees/").content.decode()


def test_the_navigation_marks_the_page_that_is_shown(visitor, article):
    for _ in range(2):
        for address, marked in [
            ("/", ["/"]),
            ("/articles/", ["/articles/"]),
            ("/articles/knees/", []),
            ("/nowhere/", []),
        ]:
            links = Page(visitor.get(address)).all(".site-nav [aria-current=page]")
            assert [link["href"] for link in links] == marked, address
        assert Page(visitor.get("/es/")).one(".site-nav [aria-current=page]")["href"] == "/es/"


def test_breadcrumbs_are_those_of_the_page(visitor, article, staff):
    assert [
        Page(visitor.get(address)).texts(".breadcrumb a") for address in ("/articles/knees/", "/es/articles/rodillas/")
    ] == [
        ["Home", "Articles", "Knee pain"],
        ["Inicio", "Artículos", "Knee pain"],
    ]


def test_header_and_footer_go_with_the_clock(visitor, article, clock):
    def told():
        page = Page(visitor.get("/articles/knees/"))
        return page.text(".open-status"), page.text(".hours-table__day--today")

    clock.move_to(datetime(2026, 3, 2, 22, 50, tzinfo=UTC))  # ten to five in Chicago
    assert told() == ("Open now, until 5 p.m.", "Monday")
    clock.shift(20 * 60)  # less than the hour for which the parts are kept
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Monday")
    clock.move_to(datetime(2026, 3, 3, 5, 50, tzinfo=UTC))  # ten to midnight
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Monday")
    clock.shift(20 * 60)
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Tuesday")
