"""No stored text holds a character that XML 1.0 or a page cannot carry, whichever way it came."""

import csv
import io
import json
import sys
from datetime import date
from email import policy
from email.parser import BytesParser
from importlib import import_module
from xml.etree import ElementTree

import html5lib
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.redirects.models import Redirect
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Concat

from articles.actions import save_text
from articles.models import Article, ArticleText, Reference, TopicName
from clinic_site.models import Clinic, SpecialHours
from clinic_site.text_rules import clean_query, clean_text
from consultations.mail.outbox import deliver_due
from consultations.models import ConsultationRequest, Entry
from tests.factories import answers, make_article, make_clinic, make_picture, make_request
from tests.hostile import EVERY_FORBIDDEN, FORBIDDEN
from tests.pages import Page

pytestmark = pytest.mark.django_db

DIRTY = "Heel\x0bpain" + EVERY_FORBIDDEN.replace("\x0b", "") + "!"
BLANKS = " " * 6  # what form feed, the four separators and "next line" become


def tidied(text):
    """Blanks are as good as nothing."""
    return " ".join(text.split())


def test_exactly_these_characters_are_cleaned():
    assert len(FORBIDDEN) == 29 + 33 + 2048 + 66
    assert [code for code in range(sys.maxunicode + 1) if clean_text(chr(code)) != chr(code)] == [*map(ord, FORBIDDEN)]


def test_breaks_of_office_programs_become_blanks_and_the_rest_nothing():
    assert clean_text("Heel Pain With\x0bthe First\uffff Steps\x00") == "Heel Pain With the First Steps"
    assert clean_text(DIRTY) == f"Heel pain{BLANKS}!"
    assert clean_text("a\tb\r\nc\u200cd🙂") == "a\tb\r\nc\u200cd🙂"


TEXT_FIELDS = [
    field
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, CharField | TextField)
]


@pytest.mark.parametrize("field", TEXT_FIELDS, ids=str)
def test_every_text_field_of_every_model_is_cleaned(field):
    """What the field hands to the database is asked back from it, as any query would get it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [field.get_db_prep_save(DIRTY, connection)])
        (stored,) = cursor.fetchone()
    if hasattr(field, "from_db_value"):
        stored = field.from_db_value(stored, None, connection)
    assert tidied(stored) == "Heel pain !"


def test_fields_in_memory_are_what_is_stored():
    article = make_article(title=DIRTY, summary=DIRTY, body=f"<p>{DIRTY}&#11;&#xFFFF;</p>", urgent_signs=DIRTY)
    stored, kept = article.texts.get(), article.texts.get().wordings.get()
    for name in ("title", "summary", "body", "urgent_signs"):
        assert getattr(article.original, name) == getattr(stored, name) == getattr(kept, name)
    assert tidied(stored.title) == tidied(stored.summary) == tidied(stored.urgent_signs) == "Heel pain !"
    assert stored.indexed_title == " heel pain"
    save_text(ArticleText(pk=stored.pk, **{**fields_of(stored), "title": DIRTY}))
    assert article.texts.get().version == 1  # the same words


def fields_of(text):
    return {field.attname: getattr(text, field.attname) for field in ArticleText._meta.fields if not field.primary_key}


def test_writes_that_never_call_save_are_cleaned_too():
    article = make_article()
    Article.objects.update(byline=DIRTY)
    TopicName.objects.bulk_create([TopicName(topic=article.topic, language="es", name=DIRTY[-30:])])
    TopicName.objects.filter(language="en").update(name=Concat(F("name"), Value("\x0b\ufdd0!")))
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE articles_articletext SET title = %s WHERE id = %s", [(DIRTY, article.original.pk)])
    assert tidied(Article.objects.get().byline) == tidied(article.texts.get().title) == "Heel pain !"
    assert [tidied(name.name) for name in TopicName.objects.order_by("language")] == ["Knee pain !", "!"]


def test_a_required_line_of_nothing_else_is_missing(staff):
    make_clinic()
    page = Page(staff.get("/admin/articles/topic/add/"))
    fields = page.fields("#topic_form") | {"slug": "heels", "names-0-language": "en", "names-0-name": "\x01\ufffe"}
    answer = staff.post("/admin/articles/topic/add/", fields)
    assert "This field is required." in answer.content.decode()
    answer = staff.post("/admin/articles/topic/add/", fields | {"names-0-name": DIRTY[:9]})
    assert (answer.status_code, TopicName.objects.get().name) == (302, "Heel pain")


def test_accounts_made_by_a_command_and_redirects_are_cleaned():
    call_command("createsuperuser", username="ana", email="ana@example.com", interactive=False)
    get_user_model().objects.update(last_name=f"Ruiz{EVERY_FORBIDDEN}")
    redirect = Redirect.objects.create(site_id=settings.SITE_ID, old_path="/a\x0bb/\uffff", new_path="/contact/")
    redirect.refresh_from_db()
    assert (get_user_model().objects.get().last_name.strip(), redirect.old_path) == ("Ruiz", "/a b/")


def test_what_patients_and_staff_write_about_them_is_cleaned(visitor):
    make_clinic()
    sent = {name: f"{value}\x0b\x0c\ufffe" for name, value in answers().items() if name in ("full_name", "reason")}
    visitor.post("/consultation/", answers(**sent), headers={"origin": "http://testserver"})
    request = ConsultationRequest.objects.get()
    assert (request.full_name.strip(), request.reason.strip()) == (answers()["full_name"], answers()["reason"])
    Entry.objects.create(consultation_request=request, note=DIRTY, state_before="new", state_after="new")
    ConsultationRequest.objects.update(corrected_phone="(312) 555\x0b0142\x00")
    request.refresh_from_db()
    assert (tidied(Entry.objects.get().note), request.corrected_phone) == ("Heel pain !", "(312) 555 0142")


# What was stored before


@pytest.fixture
def as_before():
    """Writes reach the database as they did before texts were cleaned."""
    connection.execute_wrappers.remove(clean_query)
    yield
    connection.execute_wrappers.append(clean_query)


STORABLE = "Heel\x0bpain" + "".join(char for char in FORBIDDEN[1:] if char < "\xa0" or char > "\ufdcf")[:100] + "!"


def test_migrations_clean_what_is_stored(as_before):
    make_clinic()
    article = make_article()
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/")
    assert {"\x0b", "\x1f", "\x85", "\ufdd0", "\uffff"} <= set(STORABLE)
    for model, name in [(ArticleText, "title"), (Clinic, "language_notice"), (Reference, "publisher")]:
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {model._meta.db_table} SET {name} = %s", [STORABLE])
        assert getattr(model.objects.get(), name) == STORABLE
    connection.execute_wrappers.append(clean_query)
    for module in ("articles.migrations.0003_clean_texts", "clinic_site.migrations.0005_clean_texts"):
        import_module(module).clean_texts(apps, None)
    connection.execute_wrappers.remove(clean_query)
    assert tidied(article.texts.get().title) == tidied(Clinic.objects.get().language_notice) == "Heel pain !"
    assert tidied(Reference.objects.get().publisher) == "Heel pain !"


# What is made of it


@pytest.fixture
def dirty_site():
    """A site in which staff put every such character into every text that the public sees."""
    make_clinic(name=f"Clinic{EVERY_FORBIDDEN}", language_notice=DIRTY, confirm_by_mail=True)
    Clinic.objects.update(city=f"Orland{EVERY_FORBIDDEN}Park")
    SpecialHours.objects.create(clinic_id=1, first_day=date(2099, 3, 2), name=f"Break{EVERY_FORBIDDEN}")
    TopicName.objects.all().delete()
    article = make_article(slug="heels", title=DIRTY, summary=DIRTY, body=f"<h2>{DIRTY}</h2><p>{DIRTY}&#11;</p>")
    Article.objects.update(byline=DIRTY)
    TopicName.objects.update(name=DIRTY)
    Reference.objects.create(article=article, title=DIRTY, publisher=DIRTY, address=f"https://l.example/{DIRTY}")
    make_picture(in_article=article, alternative_text=DIRTY)
    return article


@pytest.mark.parametrize("address", ["/articles/feed/", "/sitemap.xml"])
def test_feeds_and_sitemaps_are_well_formed(dirty_site, visitor, address):
    content = visitor.get(address).content
    assert ElementTree.fromstring(content) is not None
    assert not set(content.decode()) & set(FORBIDDEN)
    if "feed" in address:
        assert [tidied(title.text) for title in ElementTree.fromstring(content).iter("title")] == [
            "Health articles from Clinic", "Heel pain !",
        ]  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/heels/", "/contact/", "/consultation/"])
def test_pages_and_their_structured_data_hold_none(dirty_site, visitor, address):
    page = visitor.get(address).content.decode()
    assert not set(page) & set(FORBIDDEN)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page)
    for script in Page(visitor.get(address)).all("script[type='application/ld+json']"):
        assert not set(json.dumps(json.loads(script.string), ensure_ascii=False)) & set(FORBIDDEN)


def test_the_question_of_a_search_is_shown_without_them(visitor):
    make_clinic()
    page = Page(visitor.get("/search/", {"q": "heel\x0bpain\ufffe\x01"}))
    assert page.text("h1") == "Search: heel pain"


def test_exports_and_mails_hold_none(dirty_site, staff, visitor):
    request = make_request()
    ConsultationRequest.objects.update(full_name=DIRTY, reason=DIRTY, held_because=DIRTY)
    answer = staff.post(
        "/admin/consultations/consultationrequest/?tab=all",
        {"action": "export_requests", "_selected_action": [request.pk]},
    )
    table = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert not set(table) & set(FORBIDDEN)
    row = dict(zip(*csv.reader(io.StringIO(table)), strict=True))
    assert tidied(row["Full name"]) == tidied(row["How can we help?"]) == "Heel pain !"
    deliver_due()
    assert len(mail.outbox) == 3  # to two of staff and to the patient
    for message in mail.outbox:
        parsed = BytesParser(policy=policy.default).parsebytes(message.message().as_bytes())
        assert not set(parsed.as_string() + parsed.get_body().get_content() + str(parsed["Subject"])) & set(FORBIDDEN)
