"""What happens to what staff typed before there was a place for it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.body_pictures import make_figure
from articles.models import Article, ArticleText, PendingChanges, Person, Wording
from clinic_site import generation
from clinic_site.generation import PUBLIC_TABLES, remove_on_sqlite

pytestmark = [pytest.mark.whole, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def old_database(request, db, monkeypatch):
    """The database as it was after a migration, and its models."""
    before = ("articles", request.param)
    call_command("migrate", *before, verbosity=0)
    install_old_triggers(monkeypatch)
    yield MigrationLoader(connection).project_state(before).apps
    call_command("migrate", verbosity=0)


def install_old_triggers(monkeypatch):
    """In place of those of today, which name columns that there were not."""
    tables = dict.fromkeys([*PUBLIC_TABLES, "articles_articlepicture"], "TRUE")
    if connection.vendor == "sqlite":  # where a migration removes them first
        return remove_on_sqlite(connection)
    with connection.cursor() as cursor:
        for table in PUBLIC_TABLES:
            cursor.execute(f"DROP FUNCTION IF EXISTS public_generation_{table} CASCADE")
        monkeypatch.setattr(generation, "PUBLIC_TABLES", tables)
        generation.install_on_postgresql(cursor)
    monkeypatch.undo()


@pytest.mark.parametrize("old_database", ["0006_people_and_prices"], indirect=True)
def test_typed_languages_become_chosen_ones_and_others_stay_as_typed(old_database):
    people = old_database.get_model("articles", "Person").objects
    for languages, typed in [(["pl"], "french, Tagalog,Urdu , Polish"), ([], "Simplified Chinese, a little Ido")]:
        article = old_database.get_model("articles", "Article").objects.create(kind="person", byline="The clinic")
        people.create(article=article, languages=languages, other_languages=typed)
    call_command("migrate", verbosity=0)

    assert list(Person.objects.order_by("pk").values_list("languages", "other_languages")) == [
        (["pl", "fr", "ur"], "Tagalog"),
        ([], "Simplified Chinese, a little Ido"),
    ]
    for person in Person.objects.all():
        person.full_clean()


@pytest.mark.on_both_databases
@pytest.mark.parametrize("old_database", ["0013_review_link_openings"], indirect=True)
def test_pictures_move_to_where_they_stood_and_the_first_one_leads(old_database):
    article = old_database.get_model("articles", "Article").objects.create(kind="person", byline="The clinic")
    texts, pending = (old_database.get_model("articles", name).objects for name in ("ArticleText", "PendingChanges"))
    words = {"article": article, "title": "Knees", "version": 3}
    english = texts.create(**words, slug="knees", body="<p>0</p><h2>One</h2><p>1</p><h2>Two &amp; more</h2><p>2</p>")
    texts.create(**words, language="es", slug="rodillas", body="<p>0</p><h2>Uno</h2><p>1</p>", source_version=3)
    changes = {"title": "Knees", "slug": "knees", "body": "<p>New</p>", "changed_by_id": None}
    pending.create(text=english, text_version=3, **changes)
    pictures = [
        old_database.get_model("articles", "Picture").objects.create(
            name=f"{number}", alternative_text="A.", content_hash=f"{number:020}", width=1, height=1
        )
        for number in range(4)
    ]
    for text, body in [(english, english.body), (english, "<p>Earlier</p>")]:
        old_database.get_model("articles", "Wording").objects.create(
            text=text, number=len(body), version=3, language="en", title="Knees", body=body
        )
    for picture, place in zip(pictures, (0, 0, 1, 2), strict=True):
        old_database.get_model("articles", "ArticlePicture").objects.create(
            article=article, picture=picture, place=place
        )
    call_command("migrate", verbosity=0)

    _, top, one, two = (make_figure(f"{number:020}") for number in range(4))
    assert dict(ArticleText.objects.values_list("language", "body")) == {
        "en": f"{top}<p>0</p><h2>One</h2><p>1</p>{one}<h2>Two &amp; more</h2><p>2</p>{two}",
        "es": f"{top}<p>0</p><h2>Uno</h2><p>1</p>{one}{two}",
    }
    assert PendingChanges.objects.get().body == f"{top}<p>New</p>{one}{two}"
    assert set(ArticleText.objects.values_list("version", flat=True)) == {3}
    assert ArticleText.objects.get(language="en").body in Wording.objects.values_list("body", flat=True)
    assert Wording.objects.filter(body="<p>Earlier</p>").count() == 1
    assert Article.objects.get().lead_picture.name == "0"
    assert list(Article.objects.get().pictures.values_list("picture__name", flat=True)) == ["1", "2", "3"]
