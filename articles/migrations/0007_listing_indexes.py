from html import unescape

from django.db import migrations, models
from django.utils.html import strip_tags

from articles import search  # as it is when this runs: the index must suit the search that reads it


def index_texts(apps, schema_editor):
    """Anew, because more spellings of a word are folded into one."""
    for text in apps.get_model("articles", "ArticleText").objects.using(schema_editor.connection.alias).iterator():
        body = unescape(strip_tags(text.body.replace("<", " <")))
        signs = [text.emergency_signs, text.urgent_signs, text.visit_signs]
        text.indexed_title = search.index(text.title)
        text.indexed_top = search.index(text.title, text.summary)
        text.indexed_text = search.index(text.title, text.summary, body, *signs)
        text.save(update_fields=["indexed_title", "indexed_top", "indexed_text"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_pictures")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["topic", "published_at"], name="article_of_topic"),
        ),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.UniqueConstraint(fields=("article", "language", "state"), name="text_and_its_state"),
        ),
        migrations.RunPython(index_texts, migrations.RunPython.noop),
    ]
