"""What happens to what staff typed before there was a place for it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.models import Person

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
BEFORE = ("articles", "0006_people_and_prices")


@pytest.fixture
def old_database(db):
    """The database as it was, and its models."""
    call_command("migrate", *BEFORE, verbosity=0)
    yield MigrationLoader(connection).project_state(BEFORE).apps
    call_command("migrate", verbosity=0)


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
