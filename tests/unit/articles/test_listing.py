from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.listing import Listing, related_texts
from articles.models import Article, ArticleText, ListedText
from tests.factories import make_article, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


def article(title, day, *, spanish="", **fields):
    made = make_article(title=title, published_at=datetime(2026, 1, day, tzinfo=UTC), **fields)
    if spanish:
        make_translation(made, "es", title=spanish)
    return made


def everything(language):
    return Listing(ListedText.objects.for_readers(language), language)


def titles(listing, start=0, stop=100):
    return [text.title for text in listing[start:stop]]


@pytest.fixture
def spanish():
    """Two articles in Spanish and three in English only, published in turn."""
    for day, name in enumerate(["uno", "", "tres", "", ""], start=1):
        article(f"Day {day}", day, spanish=name)
    return everything("es")


def test_translated_articles_go_first_then_the_newest(spanish):
    assert titles(spanish) == ["tres", "uno", "Day 5", "Day 4", "Day 2"]
    assert titles(everything("en")) == [f"Day {day}" for day in (5, 4, 3, 2, 1)]


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_pages_hold_each_article_once_wherever_they_are_cut(spanish, size):
    pages = [titles(spanish, start, start + size) for start in range(0, 5, size)]
    assert [title for page in pages for title in page] == titles(spanish)
    assert [len(page) for page in pages[:-1]] == [size] * (len(pages) - 1)
    assert spanish.count() == 5
    assert titles(spanish, 5, 9) == []


def test_articles_of_the_same_moment_have_one_order_on_every_page():
    made = [article(f"Article {number}", 1) for number in range(5)]
    listing = everything("en")
    newest_first = [f"Article {number}" for number in reversed(range(len(made)))]
    assert titles(listing, 0, 3) + titles(listing, 3, 6) == newest_first


def test_a_draft_translation_leaves_the_original_in_its_place():
    make_translation(article("English", 1), "es", title="Borrador", state="draft")
    make_translation(article("Draft", 2, state="draft"), "es", title="Solo")
    listing = everything("es")
    assert (titles(listing), listing.count()) == (["English"], 1)


def test_related_texts_are_of_the_topic_first_then_in_the_language_then_new():
    knees, backs = make_topic("knees"), make_topic("backs")
    this = article("This", 1, topic=knees, spanish="esto")
    article("Other, untranslated", 9, topic=backs)
    article("Other, translated", 2, topic=backs, spanish="otro")
    article("Same, untranslated", 8, topic=knees)
    assert [text.title for text in related_texts(this.original, "es")] == [
        *["Same, untranslated", "otro", "Other, untranslated"]
    ]
    article("Same, translated", 3, topic=knees, spanish="igual")
    assert [text.title for text in related_texts(this.original, "es")] == ["igual", "Same, untranslated", "otro"]


# What is kept for lists follows from articles and texts


def listed(language="es"):
    return list(ListedText.objects.for_readers(language).values_list("text__title", "topic__slug"))


def test_what_is_saved_is_listed_anew():
    made = article("English", 1, topic=make_topic("knees"))
    assert listed() == [("English", "knees")]
    text = make_translation(made, "es", title="Borrador", state="draft")
    assert listed() == [("English", "knees")]
    text.state = "published"
    text.save()
    assert (listed(), listed("pl")) == ([("Borrador", "knees")], [("English", "knees")])
    made.topic = make_topic("backs")
    made.save()
    assert listed() == [("Borrador", "backs")]
    made.published_at = timezone.now() + timedelta(days=1)
    made.save()
    assert listed() == []


def test_what_is_updated_in_bulk_is_listed_anew():
    made = article("English", 1, topic=make_topic("knees"), spanish="uno")
    ArticleText.objects.filter(state="published", language="es").update(state="draft")
    assert listed() == [("English", "knees")]
    ArticleText.objects.filter(language="en").update(state="draft")
    assert listed() == []
    made.texts.update(state="published")
    Article.objects.update(topic=make_topic("backs"))
    assert listed() == [("uno", "backs")]
    Article.objects.filter(topic__slug="backs").update(published_at=timezone.now() + timedelta(days=1))
    assert listed() == []


def test_what_is_deleted_is_listed_no_more():
    made = article("English", 1, spanish="uno")
    made.texts.get(language="es").delete()
    assert [title for title, _ in listed()] == ["English"]
    made.original.delete()
    assert listed() == []
    article("Whole", 2, spanish="dos").delete()
    ArticleText.objects.all().delete()
    assert not ListedText.objects.exists()


# What it costs


def queries_of(visitor, address):
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(address).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/es/", "/articles/", "/es/articles/", "/ar/articles/", "/articles/feed/", "/es/articles/feed/"),
        *("/es/articles/?topic=knee-pain", "/articles/knees/", "/es/articles/knees/"),
        *("/articles/?q=article", "/es/articles/?q=article", "/articles/?q=nothing+found"),
    ],
)
def test_pages_ask_as_many_queries_for_thirty_articles_as_for_three(visitor, address):
    counts = []
    for count in (3, 27):
        for number in range(count):
            slug = "knees" if len(counts) + number == 0 else f"{count}-{number}"
            made = make_article(slug=slug)
            if number % 3 == 1:
                make_translation(made, "es")
        visitor.get(address)  # reads what is kept for the life of the process
        counts.append(len(queries_of(visitor, address)))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_lists_are_read_in_the_order_of_an_index(language):
    topic, other = make_topic(), make_topic("neck-pain")
    for number in range(60):
        make_article(topic=other if number % 4 else topic)
    rows = ListedText.objects.for_readers(language)
    for read, index in ((rows, "listed"), (rows.filter(topic=topic), "listed_by_topic")):
        plan = plan_of(read.values("text")[:12])
        if connection.vendor == "sqlite":
            assert "TEMP B-TREE" not in plan  # nothing is sorted
            assert f"USING COVERING INDEX {index} (" in plan
        else:
            assert "Sort" not in plan
            assert f"Index Only Scan Backward using {index} " in plan


def plan_of(rows):
    if connection.vendor == "sqlite":
        return rows.explain()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_listedtext")  # otherwise what it knows depends on the tests before this one
        # PostgreSQL would sort so few rows: is there another way?
        cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    return rows.explain()


def test_the_future_is_not_counted():
    make_article(published_at=timezone.now() + timedelta(days=1))
    make_article()
    assert everything("es").count() == 1


def test_last_page_of_a_long_list_in_another_language_shows_what_is_left(visitor):
    for number in range(26):
        make_article(title=f"Article {number}", languages=["en", "es"] if number < 13 else ["en"])
    pages = [Page(visitor.get("/es/articles/", {"page": page})).texts(".card__title") for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [12, 12, 2]
    assert len({title for page in pages for title in page}) > 13
