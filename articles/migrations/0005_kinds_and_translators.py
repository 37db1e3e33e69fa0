"""Services and parts of pages beside articles; and whether a program translated a text."""

import django.db.models.deletion
from django.db import migrations, models


def mark_machine_translations(apps, schema_editor):
    """As their pages have said until now: those that nobody ever reviewed were translated by a program."""
    texts = apps.get_model("articles", "ArticleText").objects.exclude(language="en")
    texts.filter(reviewed_by="").update(is_machine_translation=True)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_index_joined_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="kind",
            field=models.CharField(
                choices=[
                    ("article", "Article"),
                    ("condition", "Service: what we treat"),
                    ("treatment", "Service: how we treat"),
                    ("person", "Person"),
                    ("question", "Question and answer"),
                    ("first_visit", "Part of the page “First visit”"),
                    ("costs", "Part of the page “Costs and insurance”"),
                    ("price", "Price"),
                    ("getting_here", "Part of the page “Contact and directions”"),
                ],
                default="article",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="order",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="On a page with several, those with smaller numbers come first."
            ),
        ),
        migrations.AddField(
            model_name="articletext",
            name="is_machine_translation",
            field=models.BooleanField(
                default=False,
                help_text="Untick this once a person has written or corrected the whole text. Until the text is reviewed, its page says who translated it: a program or a person.",
                verbose_name="translated by a program",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.topic",
            ),
        ),
        migrations.AlterField(
            model_name="articletext",
            name="body",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["kind", "published_at"], name="article_of_kind"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "article",
                            "condition",
                            "treatment",
                            "person",
                            "question",
                            "first_visit",
                            "costs",
                            "price",
                            "getting_here",
                        ],
                    )
                ),
                name="article_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("topic__isnull", False),
                    models.Q(("kind__in", ["article", "condition", "treatment"]), _negated=True),
                    _connector="OR",
                ),
                name="article_with_own_page_has_topic",
                violation_error_message="Choose a topic.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ("condition", "treatment"))),
                fields=("topic",),
                name="one_service_per_topic",
                violation_error_message="Choose another topic: this one has a service already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_machine_translation", True), ("language", "en"), _negated=True),
                name="only_translations_are_made_by_a_program",
            ),
        ),
        # Last: PostgreSQL changes no table in which the triggers of rows are still waiting.
        migrations.RunPython(mark_machine_translations, migrations.RunPython.noop),
    ]
