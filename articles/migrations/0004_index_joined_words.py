"""Makes the stored words findable again: words that are joined by hyphens are also found as one."""

from django.db import migrations

# The index of today's code, on purpose: it is what a search looks in, whatever release this database comes from.
# tests/faults/test_older_databases.py brings one of 1.0 here, and fails where a later change has to be minded.
from articles.body import plain_text
from articles.search import build_index


def index_words(apps, schema_editor):
    texts = apps.get_model("articles", "ArticleText").objects
    for text in texts.defer("indexed_title", "indexed_top", "indexed_text").iterator():
        signs = [text.emergency_signs, text.urgent_signs, text.visit_signs]
        texts.filter(pk=text.pk).update(
            indexed_title=build_index(text.title),
            indexed_top=build_index(text.title, text.summary),
            indexed_text=build_index(text.title, text.summary, plain_text(text.body), *signs),
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_clean_texts")]

    operations = [migrations.RunPython(index_words, migrations.RunPython.noop)]
