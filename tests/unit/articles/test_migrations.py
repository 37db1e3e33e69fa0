"""What migrations make of the rows they meet."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import ArticleText, Wording


@pytest.fixture
def database_before_wordings():
    """The models of the version before; afterwards the test migrates to the newest."""
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate([("articles", "0004_search")])
    yield executor.loader.project_state([("articles", "0004_search")]).apps
    MigrationExecutor(connection).migrate(newest)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_present_words_are_kept_and_unreviewed_public_texts_say_why(database_before_wordings):
    model = database_before_wordings.get_model
    topic = model("articles", "Topic").objects.create(slug="knees")
    written_at = datetime(2026, 1, 5, tzinfo=UTC)
    review = {"reviewed_by": "A. Clinician, DC", "reviewed_on": date(2026, 2, 1), "reviewed_version": 3}
    for slug, fields in {
        "public": {"state": "published"},
        "reviewed": {"state": "published", **review},
        "draft": {"state": "draft"},
    }.items():
        article = model("articles", "Article").objects.create(topic=topic)
        model("articles", "ArticleText").objects.create(
            article=article, language="en", slug=slug, title="On knees", summary="Knees bend.", body="<p>Bend.</p>",
            version=3, changed_at=written_at, **fields,
        )  # fmt: skip

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert dict(ArticleText.objects.values_list("slug", "unreviewed_because")) == {
        "public": "It was published before a review was asked for.",
        "reviewed": "",
        "draft": "",
    }
    kept = Wording.objects.values_list("text__slug", "version", "language", "summary", "body", "written_at")
    assert sorted(kept) == [
        (slug, 3, "en", "Knees bend.", "<p>Bend.</p>", written_at) for slug in ("draft", "public", "reviewed")
    ]
