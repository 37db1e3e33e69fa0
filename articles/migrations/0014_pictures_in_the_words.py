"""Pictures move from a list beside the texts into their words; the first one below the summary leads the article."""

import django.db.models.deletion
from django.db import migrations, models

from articles.body import split_body
from articles.body_pictures import make_figure


def place_pictures(body, placed):
    """The body with its pictures. `placed` has (place, content hash): place 0 is before everything, place 3 after the
    third section or, in a text with fewer, after the last one."""
    introduction, sections = split_body(body)
    parts = [introduction, *(f"<h2>{section.title}</h2>{section.body}" for section in sections)]
    for place, content_hash in placed:
        if place == 0:
            continue
        parts[min(place, len(sections))] += make_figure(content_hash)
    return "".join([*(make_figure(content_hash) for place, content_hash in placed if place == 0), *parts])


def move_pictures(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":  # no trigger of these rows may be left when their table changes
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    rows = apps.get_model("articles", "ArticlePicture").objects.select_related("picture").order_by("place", "pk")
    by_article = {}
    for row in rows:
        by_article.setdefault(row.article_id, []).append((row.place, row.picture))
    get_rows = {name: apps.get_model("articles", name).objects for name in ("ArticleText", "PendingChanges", "Wording")}
    for article, placed in by_article.items():
        if placed[0][0] == 0:
            _, lead = placed.pop(0)
            apps.get_model("articles", "Article").objects.filter(pk=article).update(lead_picture=lead)
            rows.filter(article=article, picture=lead).delete()
        hashes = [(place, picture.content_hash) for place, picture in placed]
        if not hashes:
            continue
        for text in get_rows["ArticleText"].filter(article=article):
            present = get_rows["Wording"].filter(text=text, body=text.body).order_by("-number").first()
            changes = get_rows["PendingChanges"].filter(text=text).first()
            for row in filter(None, [text, present, changes]):
                body = place_pictures(row.body, hashes)
                type(row).objects.filter(pk=row.pk).update(body=body)


def forbid_editing(apps, schema_editor):
    """Which pictures an article shows follows from its words now."""
    apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", content_type__model="articlepicture"
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_review_link_openings")]

    operations = [
        migrations.AddField(
            "article",
            "lead_picture",
            models.ForeignKey(
                null=True,
                blank=True,
                help_text="Shown at the top of the page, on its card in lists, and by links that people share.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leads",
                to="articles.picture",
            ),
        ),
        migrations.RunPython(move_pictures, migrations.RunPython.noop),
        migrations.RunPython(forbid_editing, migrations.RunPython.noop),
        migrations.RemoveConstraint("articlepicture", "article_picture_place_is_known"),
        migrations.AlterModelOptions(
            "articlepicture", {"default_permissions": (), "verbose_name": "article that shows it"}
        ),
        migrations.RemoveField("articlepicture", "place"),
    ]
