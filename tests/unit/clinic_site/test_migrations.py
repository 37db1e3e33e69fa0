"""What happens to a clinic's facts that were stored before they could be translated."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.models import ArticleText
from clinic_site.generation import read_generation
from clinic_site.models import Clinic, InsurancePlan
from tests.conftest import Visitor
from tests.pages import Page

pytestmark = [pytest.mark.whole, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
BEFORE = ("clinic_site", "0006_plans_pictures_and_names")


@pytest.fixture
def old_database(db):
    """The database as it was, and its models."""
    call_command("migrate", *BEFORE, verbosity=0)
    yield MigrationLoader(connection).project_state(BEFORE).apps
    call_command("migrate", verbosity=0)


def test_facts_become_published_texts_in_their_places(old_database):
    old_database.get_model("clinic_site", "Clinic").objects.create(
        pk=1,
        who_treats_you="A. Clinician, DC",
        first_visit="About an hour.\n\nWear <loose> clothes.",
        parking="Behind the building.",
        step_free_access="",
        insurance="Ask us.",
        language_notice="We speak your language.",
    )
    call_command("migrate", verbosity=0)

    found = {(text.article.kind, text.title): text for text in ArticleText.objects.all()}
    assert set(found) == {
        ("person", "Our clinicians"),
        ("first_visit", "Your first visit"),
        ("getting_here", "Parking"),
        ("costs", "Insurance"),
    }
    first_visit = found["first_visit", "Your first visit"]
    assert first_visit.body == "<p>About an hour.</p>\n\n<p>Wear &lt;loose&gt; clothes.</p>"
    assert (first_visit.slug, first_visit.language) == (first_visit.anchor, "en")
    assert first_visit.wordings.get().body == first_visit.body
    assert Clinic.objects.get().language_notice == "We speak your language."
    visitor = Visitor()
    for address, words in {
        "/people/": "A. Clinician, DC",
        "/first-visit/": "Wear <loose> clothes.",
        "/costs/": "Ask us.",
        "/contact/": "Behind the building.",
    }.items():
        assert words in Page(visitor.get(address)).text("main"), address


def test_afterwards_writes_to_the_new_tables_count(old_database):
    call_command("migrate", verbosity=0)
    before = read_generation()
    InsurancePlan.objects.create(name="Sample plan A")
    assert read_generation() != before
