import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

WORDING = ["title", "summary", "body", "emergency_signs", "urgent_signs", "visit_signs"]
AT_ONCE = 500


def keep_present_wordings(apps, schema_editor):
    database = schema_editor.connection.alias
    texts = apps.get_model("articles", "ArticleText").objects.using(database)
    wording_model = apps.get_model("articles", "Wording")
    wordings = []
    for text in texts.iterator(AT_ONCE):
        words = {name: getattr(text, name) for name in WORDING}
        wordings.append(
            wording_model(text=text, version=text.version, language=text.language, written_at=text.changed_at, **words)
        )
        if len(wordings) == AT_ONCE:
            wording_model.objects.using(database).bulk_create(wordings)
            wordings.clear()
    wording_model.objects.using(database).bulk_create(wordings)


def say_why_unreviewed_texts_are_public(apps, schema_editor):
    texts = apps.get_model("articles", "ArticleText").objects.using(schema_editor.connection.alias)
    texts.filter(state="published", reviewed_by="").update(
        unreviewed_because="It was published before a review was asked for."
    )
    schema_editor.connection.check_constraints()  # PostgreSQL adds no constraint while a check is put off


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_search")]

    operations = [
        migrations.AlterField(
            model_name="articletext",
            name="summary",
            field=models.CharField(blank=True, help_text="The main message in one sentence.", max_length=250),
        ),
        migrations.AddField(
            model_name="articletext",
            name="unreviewed_because",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Only for a text that goes public without a review, or without a date for the next one.",
                max_length=250,
                verbose_name="published without a review because",
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("language", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=120)),
                ("summary", models.CharField(blank=True, max_length=250)),
                ("body", models.TextField()),
                ("emergency_signs", models.TextField(blank=True)),
                ("urgent_signs", models.TextField(blank=True)),
                ("visit_signs", models.TextField(blank=True)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wordings",
                        to="articles.articletext",
                    ),
                ),
            ],
            options={"ordering": ["text", "version"], "default_permissions": ()},
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.UniqueConstraint(fields=("text", "version"), name="one_wording_per_text_and_version"),
        ),
        migrations.RunPython(keep_present_wordings, migrations.RunPython.noop),
        migrations.RunPython(say_why_unreviewed_texts_are_public, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "published"), _negated=True)
                | models.Q(("reviewed_by", ""), _negated=True)
                | models.Q(("unreviewed_because", ""), _negated=True),
                name="published_text_is_reviewed_or_says_why_not",
            ),
        ),
    ]
