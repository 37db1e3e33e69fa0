"""Every write to what the public sees gives the generation another number; nothing else does."""

from datetime import UTC, date, datetime

import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.redirects.models import Redirect
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection, models, transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.models import Article, ArticleText, Picture, PictureText, Reference, TopicName
from clinic_site import generation
from clinic_site.generation import PUBLIC_TABLES, GenerationReader, install_triggers, read_generation
from clinic_site.models import Backup, Clinic, Duty, InsurancePlan, SpecialHours
from consultations.models import AccessRecord
from tests.factories import (
    make_article,
    make_clinic,
    make_interface_review,
    make_person,
    make_picture,
    make_price,
    make_request,
)

pytestmark = pytest.mark.django_db

NEVER_PUBLIC = {
    "articles_articlepicture",  # follows from the bodies
    "articles_draft",  # what editors have not saved
    "articles_reviewlink",
    "articles_reviewlinkopening",
    "articles_trashedarticle",
    "articles_pendingchanges",  # what public texts are going to say
    "articles_wording",  # what texts said before
    "clinic_site_backup",
    "clinic_site_campaign",
    "clinic_site_duty",
    "clinic_site_importeditem",
    "clinic_site_oldsiteimport",
    "clinic_site_pageviews",  # written every minute
    "clinic_site_publicgeneration",
    "clinic_site_waitingitem",
    "django_redirect",  # no redirect is kept
    "django_site",  # the settings say what is in it
}
STAFF_AND_PATIENTS = ("auth_", "axes_", "consultations_", "django_admin_log", "django_session", "otp_")
OF_THIS_DATABASE = [("INSERT OR REPLACE",), ("INSERT OR IGNORE",)] if connection.vendor == "sqlite" else []
OF_DJANGO = {"django_content_type", "django_migrations"}


@pytest.fixture
def filled(db):
    """A row at least in every public table, of what is published, and in many others."""
    make_clinic()
    SpecialHours.objects.create(clinic_id=1, first_day=date(2026, 3, 2))
    make_interface_review(language="pl", reviewed_by="Jan Nowak", reviewed_on=date(2026, 2, 1))
    article = make_article(languages=["en", "es"])
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    picture = make_picture(in_article=article)
    PictureText.objects.get_or_create(picture=picture, language="es", defaults={"alternative_text": "Una rodilla"})
    make_person(photograph=picture)
    make_price()
    InsurancePlan.objects.create(name="Sample plan A")
    return article


@pytest.fixture
def draft(filled):
    article = make_article(slug="draft", state=ArticleText.State.DRAFT)
    Reference.objects.create(article=article, title="Hips", publisher="Library", address="https://lib.example/h")
    return article


def changes(write):
    """Whether a write replaces the number. It is undone."""
    before = read_generation()
    with transaction.atomic():
        write()
        after = read_generation()
        transaction.set_rollback(True)
    assert read_generation() == before
    return after != before


def run(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def test_every_table_is_public_or_known_not_to_be():
    tables = set(connection.introspection.table_names())
    others = {table for table in tables if table.startswith(STAFF_AND_PATIENTS)}
    assert tables - others - NEVER_PUBLIC - OF_DJANGO == set(PUBLIC_TABLES)


@pytest.mark.parametrize("table", PUBLIC_TABLES)
def test_every_way_of_writing_a_public_table_counts(filled, table):
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    field = next(field for field in model._meta.fields if not field.primary_key and not field.is_relation)
    instance = model.objects.order_by("pk").last()

    def insert_again(insert, otherwise=""):
        """Takes all rows away and puts them back: only the second counts here."""
        run(f"CREATE TEMPORARY TABLE taken_away AS SELECT * FROM {table}")
        if not otherwise:
            run(f"DELETE FROM {table}")
        assert changes(lambda: run(f"{insert} INTO {table} SELECT * FROM taken_away WHERE TRUE {otherwise}"))

    assert changes(instance.save)
    assert changes(lambda: model.objects.filter(pk=instance.pk).update(**{field.name: getattr(instance, field.name)}))
    assert changes(lambda: model.objects.bulk_update([instance], [field.name]))
    assert changes(lambda: model.objects.all()._raw_delete(model.objects.db))
    assert changes(lambda: run(f"UPDATE {table} SET id = id"))
    assert changes(lambda: run(f"DELETE FROM {table}"))
    for arguments in [("INSERT",), ("INSERT", "ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id"), *OF_THIS_DATABASE]:
        with transaction.atomic():
            insert_again(*arguments)
            transaction.set_rollback(True)
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")  # or it refuses, since it has still to look at what was inserted
        assert changes(lambda: run(f"TRUNCATE {table} CASCADE"))


def test_rows_that_go_with_others_count(filled):
    assert changes(filled.delete)
    assert changes(Clinic.objects.get().delete)
    assert changes(lambda: TopicName.objects.all().delete())


def test_a_write_that_is_taken_back_leaves_the_number(filled):
    before = read_generation()
    with transaction.atomic():
        Clinic.objects.update(phone="(708) 349-1000")
        assert read_generation() != before
        transaction.set_rollback(True)
    assert read_generation() == before


def test_a_number_never_returns_with_other_content(filled):
    """As a counter would after a restore."""
    seen = set()
    for number in range(20):
        Clinic.objects.update(language_notice=str(number))
        seen.add(read_generation())
    assert len(seen) == 20


def test_drafts_change_nothing(draft):
    def edit():
        draft.save()
        text = draft.texts.get()
        text.title = "Another title"
        text.save()
        draft.references.update(title="More")
        make_picture(in_article=draft)
        ArticleText.objects.filter(slug="draft").update(summary="Soon.")

    assert not changes(edit)
    assert not changes(draft.delete)
    assert not changes(lambda: make_article(state=ArticleText.State.DRAFT))


@pytest.mark.parametrize(("state", "then"), [("draft", "published"), ("published", "draft")])
def test_publishing_and_taking_back_count(filled, state, then):
    article = make_article(state=state)
    assert changes(lambda: article.texts.update(state=then))
    assert changes(lambda: ArticleText.objects.filter(article=article).update(state=then))


def test_an_articles_own_dates_and_sources_count(filled):
    assert changes(lambda: Article.objects.filter(pk=filled.pk).update(next_review_on=date(2027, 1, 1)))
    assert changes(lambda: Article.objects.filter(pk=filled.pk).update(published_at=datetime(2030, 1, 1, tzinfo=UTC)))
    assert changes(lambda: filled.references.all().delete())
    assert changes(lambda: Article.objects.filter(pk=filled.pk).update(lead_picture=make_picture()))


def test_requests_sessions_duties_and_mail_change_nothing(filled, admin_user):
    def live():
        consultation_request = make_request()
        consultation_request.state = "contacted"
        consultation_request.save()
        SessionStore().create()
        Duty.objects.create(name="sweep")
        Backup.objects.create(made_at=datetime(2026, 3, 2, tzinfo=UTC), file_name="a")
        Redirect.objects.create(site_id=1, old_path="/old/", new_path="/new/")
        AccessRecord.objects.create(action=AccessRecord.Action.SIGN_IN)
        AccessAttempt.objects.create(username="x", ip_address="127.0.0.1", failures_since_start=1)
        TOTPDevice.objects.create(user=admin_user)
        get_user_model().objects.update(first_name="Maria")
        filled.texts.first().wordings.update(title="Before")

    assert not changes(live)


def test_a_migration_of_nothing_leaves_the_triggers_in_place(filled):
    call_command("migrate", verbosity=0)
    assert changes(lambda: Clinic.objects.update(language_notice="Behind the building."))


def test_installing_again_changes_nothing(filled):
    install_triggers(connection)
    assert changes(lambda: Clinic.objects.update(language_notice="Behind the building."))


def test_it_is_read_over_one_connection_that_is_opened_again(filled, monkeypatch):
    reader = GenerationReader()
    reader.connection = connection  # which sees what this test has written
    asked = []

    def read(connection):
        asked.append(connection)
        if len(asked) == 1:
            raise generation.Error("the server has closed it")
        return 7

    monkeypatch.setattr(generation, "read_generation", read)
    monkeypatch.setattr(connection, "close", lambda: asked.append("closed"))
    assert reader() == 7
    assert asked == [connection, "closed", connection]


def test_every_place_that_shows_a_picture_is_known():
    uses = {
        f"{relation.related_model._meta.db_table}.{relation.field.column}"
        for relation in Picture._meta.get_fields(include_hidden=True)
        if relation.one_to_many and relation.on_delete is models.PROTECT
    }
    assert uses == set(generation.USES_OF_PICTURES)
