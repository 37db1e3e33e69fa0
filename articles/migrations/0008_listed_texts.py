"""What lists show, kept for them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ORIGINAL_LANGUAGE = "en"
BATCH = 500  # rows in one statement


def list_all(apps, schema_editor):
    database = schema_editor.connection.alias
    articles = apps.get_model("articles", "Article").objects.using(database)
    texts = apps.get_model("articles", "ArticleText").objects.using(database).filter(state="published")
    listed = apps.get_model("articles", "ListedText").objects.using(database)

    published = {}
    for pk, article, language in texts.values_list("pk", "article", "language"):
        published.setdefault(article, {})[language] = pk
    rows = [
        listed.model(
            article_id=article,
            text_id=published[article].get(language, published[article][ORIGINAL_LANGUAGE]),
            language=language,
            is_in_language=language in published[article],
            topic_id=topic,
            published_at=published_at,
        )
        for article, topic, published_at in articles.values_list("pk", "topic", "published_at")
        if ORIGINAL_LANGUAGE in published.get(article, {})
        for language, _ in settings.LANGUAGES
    ]
    listed.bulk_create(rows, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_listing_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("is_in_language", models.BooleanField()),
                ("published_at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listed",
                        to="articles.article",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listed",
                        to="articles.articletext",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.topic",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["language", "is_in_language", "published_at", "article", "text"], name="listed"
                    ),
                    models.Index(
                        fields=["topic", "language", "is_in_language", "published_at", "article", "text"],
                        name="listed_by_topic",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "language"), name="one_listed_text_per_article_and_language"
                    ),
                    models.UniqueConstraint(fields=("text", "language"), name="text_is_listed_once_per_language"),
                ],
            },
        ),
        migrations.RunPython(list_all, migrations.RunPython.noop),
    ]
