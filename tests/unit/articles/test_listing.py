from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import listing
from articles.listing import newest_texts, related_texts, texts_for_readers
from articles.models import Article
from clinic_site.facts import forget_facts
from tests.factories import make_article, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def article(title, day, *, spanish="", **fields):
    made = make_article(title=title, published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)
    if spanish:
        make_translation(made, "es", title=spanish)
    return made


def titles(language):
    keys = list(Article.objects.for_readers(language).values_list("pk", flat=True))
    return [text.title for text in texts_for_readers(keys, language, {})]


def test_translated_articles_go_first_then_the_newest():
    for day, name in enumerate(["uno", "", "tres", "", ""], start=1):
        article(f"Day {day}", day, spanish=name)
    assert titles("es") == ["tres", "uno", "Day 5", "Day 4", "Day 2"]
    assert titles("en") == [f"Day {day}" for day in (5, 4, 3, 2, 1)]


def test_articles_of_the_same_moment_have_one_order():
    for number in range(5):
        article(f"Article {number}", 1)
    assert titles("en") == [f"Article {number}" for number in (4, 3, 2, 1, 0)]


def test_a_draft_translation_leaves_the_original_in_its_place():
    make_translation(article("English", 1), "es", title="Borrador", state="draft")
    make_translation(article("Draft", 2, state="draft"), "es", title="Solo")
    assert titles("es") == ["English"]


def test_articles_of_the_future_are_not_listed():
    make_article(published_at=timezone.now() + timedelta(days=1))
    article("Here", 1)
    assert titles("es") == ["Here"]


def test_related_texts_are_of_the_topic_first_then_in_the_language_then_new():
    knees, backs = make_topic("knees"), make_topic("backs")
    this = article("This", 1, topic=knees, spanish="esto")
    article("Other, untranslated", 9, topic=backs)
    article("Other, translated", 2, topic=backs, spanish="otro")
    article("Same, untranslated", 8, topic=knees)
    assert [text.title for text in related_texts(this, "es", {})] == [
        *["Same, untranslated", "otro", "Other, untranslated"]
    ]
    article("Same, translated", 3, topic=knees, spanish="igual")
    assert [text.title for text in related_texts(this, "es", {})] == ["igual", "Same, untranslated", "otro"]


def test_related_texts_of_the_topic_may_be_older_than_all_that_are_compared_first(monkeypatch):
    monkeypatch.setattr(listing, "MOST_COMPARED", 2)
    knees, backs = make_topic("knees"), make_topic("backs")
    article("Same, old", 1, topic=knees)
    this = article("This", 2, topic=knees)
    for day in (3, 4, 5):
        article(f"Other {day}", day, topic=backs)
    assert [text.title for text in related_texts(this, "en", {})] == ["Same, old", "Other 5", "Other 4"]


def test_articles_with_an_overdue_review_are_neither_new_nor_related():
    this, overdue = article("This", 1), article("Overdue", 2)
    Article.objects.filter(pk=overdue.pk).update(next_review_on=date(2026, 1, 31))
    assert [text.title for text in newest_texts("en", {})] == ["This"]
    assert related_texts(this, "en", {}) == []


# What it costs


def queries_of(visitor, address):
    forget_facts()
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(address).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.whole
def test_pages_take_as_many_queries_for_thirty_articles_as_for_three(visitor):
    addresses = [
        *("/", "/es/", "/articles/", "/es/articles/", "/ar/articles/", "/articles/feed/", "/es/articles/feed/"),
        *("/es/articles/?topic=knee-pain", "/articles/knees/", "/es/articles/knees/"),
        *("/search/?q=article", "/es/search/?q=article", "/search/?q=nothing+found"),
    ]
    counts = []
    for count in (3, 27):
        for number in range(count):
            slug = "knees" if len(counts) + number == 0 else f"{count}-{number}"
            made = make_article(slug=slug)
            if number % 3 == 1:
                make_translation(made, "es")
        for address in addresses:
            visitor.get(address)
        counts.append({address: len(queries_of(visitor, address)) for address in addresses})
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_whether_a_text_is_published_is_read_from_an_index_alone(language):
    if connection.vendor == "sqlite":
        plan = Article.objects.for_readers(language).values("pk").explain()
        assert "SEARCH U0 USING COVERING INDEX" in plan
        assert plan.count("SEARCH U0 USING COVERING INDEX") == plan.count("SEARCH U0")
        assert ("TEMP B-TREE" in plan) == (language != "en")


def test_last_page_of_a_long_list_in_another_language_shows_what_is_left(visitor):
    for number in range(26):
        make_article(title=f"Article {number}", languages=["en", "es"] if number < 13 else ["en"])
    pages = [Page(visitor.get("/es/articles/", {"page": page})).texts(".card__title") for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [12, 12, 2]
    assert len({title for page in pages for title in page}) > 13
