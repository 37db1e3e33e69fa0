"""The clinic's facts become texts that can be translated; and who may write people, prices and insurance plans.

In a transaction of its own: PostgreSQL changes no table in which the triggers of rows are still waiting.
"""

from importlib import import_module

from django.db import migrations
from django.utils import timezone
from django.utils.html import linebreaks

from articles.body import plain_text
from articles.search import build_index

permission = import_module("clinic_site.migrations.0002_groups").permission

FACTS = [  # column, kind, title, order
    ("who_treats_you", "person", "Our clinicians", 0),
    ("first_visit", "first_visit", "Your first visit", 0),
    ("parking", "getting_here", "Parking", 0),
    ("step_free_access", "getting_here", "Step-free access", 1),
    ("insurance", "costs", "Insurance", 0),
]
UNREVIEWED = "It was a fact of the clinic before it could be translated."
NEW_MODELS = [("articles", "person"), ("articles", "price"), ("clinic_site", "insuranceplan")]


def write_texts(apps, schema_editor):
    articles, texts, wordings = (
        apps.get_model("articles", name).objects for name in ("Article", "ArticleText", "Wording")
    )
    for clinic in apps.get_model("clinic_site", "Clinic").objects.all():
        for column, kind, title, order in FACTS:
            if not getattr(clinic, column):
                continue
            body = linebreaks(getattr(clinic, column), autoescape=True)
            article = articles.create(kind=kind, order=order, byline=clinic.name, published_at=timezone.now())
            text = texts.create(
                article=article,
                slug=f"{kind.replace('_', '-')}-{article.pk}",
                title=title,
                body=body,
                state="published",
                unreviewed_because=UNREVIEWED,
                indexed_title=build_index(title),
                indexed_top=build_index(title, ""),
                indexed_text=build_index(title, "", plain_text(body)),
            )
            wordings.create(text=text, version=1, language="en", title=title, body=body)


def allow_new_models(apps, schema_editor):
    for name in ("Editor", "Manager"):
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(
            *(
                permission(apps, *model, action)
                for model in NEW_MODELS
                for action in ("add", "change", "delete", "view")
            )
        )


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0006_plans_pictures_and_names")]

    operations = [
        migrations.RunPython(write_texts, migrations.RunPython.noop),
        migrations.RunPython(allow_new_models, migrations.RunPython.noop),
    ]
