"""What nobody sees changes nothing where a text is compared, searched or dialled."""

import importlib
import time

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.forms import modelform_factory

from articles.models import ArticleText, Reference, Topic
from clinic_site.models import Clinic
from clinic_site.redirects.addresses import Pages, read_table
from clinic_site.text_rules import clean_code, clean_email, clean_name
from consultations import phones
from consultations.desk.forms import EDITED, HandlingForm
from consultations.fields import encrypt
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest, LookupKey, OutgoingMail
from consultations.privacy import search_keys
from tests import WHOLE
from tests.factories import answers, handle, make_article, make_clinic, make_request, make_topic
from tests.pages import Page
from tests.staff import PASSWORD, code_of, give_app, make_account, sign_in

pytestmark = pytest.mark.django_db

INVISIBLE = [
    "\u00ad",  # soft hyphen
    "\u034f",  # combining grapheme joiner
    "\u061c",  # Arabic letter mark
    "\u180e",  # Mongolian vowel separator
    "\u200b",  # zero width space
    "\u200c",  # zero width non-joiner
    "\u200d",  # zero width joiner
    "\u200e",  # left-to-right mark
    "\u200f",  # right-to-left mark
    "\u202a",  # left-to-right embedding, which Windows copies with telephone numbers
    "\u202c",  # pop directional formatting
    "\u2060",  # word joiner
    "\u2063",  # invisible separator
    "\u2066",  # left-to-right isolate
    "\u2069",  # pop directional isolate
    "\u2800",  # braille blank
    "\u3164",  # Hangul filler
    "\ufe0f",  # variation selector, which phones put behind digits
    "\ufeff",  # byte order mark
    "\ufffc",  # what iOS leaves where somebody dictated
    "\U000e0020",  # tag
]
each_invisible = pytest.mark.parametrize(
    "sign", INVISIBLE if WHOLE else INVISIBLE[::7], ids=lambda sign: f"U+{ord(sign):04X}"
)
RIGHT = "ana@example.com"


def everywhere(text, sign):
    """The text with the sign before, behind and between all its characters."""
    return sign + sign.join(text) + sign


@each_invisible
def test_email_address_is_what_people_see(sign):
    for typed in (f"{RIGHT}{sign}", f"{sign}{RIGHT}", f"ana@exam{sign}ple.com", everywhere(RIGHT, sign)):
        assert clean_email(typed) == RIGHT
        request = make_request(clinic=make_clinic(), email=typed)
        request.refresh_from_db()
        assert request.email == RIGHT


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("\u00a0ana@example.com\u2003", RIGHT),
        ("ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ", RIGHT),  # typed with the keyboard's wide letters
        ("ana\u2011maria@example.com", "ana-maria@example.com"),  # a word processor's hyphens and dashes
        ("ana@exa\u2010mple.com", "ana@exa-mple.com"),
        ("ana@exa\u2012mple.com", "ana@exa-mple.com"),
        ("ana@exa\u2013mple.com", "ana@exa-mple.com"),
        ("ana@exa\u2212mple.com", "ana@exa-mple.com"),
        ("o\u2019neill@example.com", "o'neill@example.com"),  # a phone's apostrophes
        ("o\u2018neill@example.com", "o'neill@example.com"),
        ("o\u201bneill@example.com", "o'neill@example.com"),
        ("o\u02bcneill@example.com", "o'neill@example.com"),
        ("\ufb01ona@example.com", "fiona@example.com"),  # copied from a PDF
    ],
)
def test_email_address_of_office_programs_is_understood(typed, address):
    form = ConsultationForm(answers(email=typed), clinic_name="Clinic")
    assert form.is_valid()
    assert form.answers["email"] == make_request(clinic=make_clinic(), email=typed).email == address


@each_invisible
def test_one_confirmation_a_day_whatever_stands_in_the_address(sign):
    clinic = make_clinic(confirm_by_mail=True)
    make_request(clinic=clinic, email=RIGHT)
    make_request(clinic=clinic, email=f"{RIGHT}{sign}", reason="Another")
    assert [mail.recipient for mail in OutgoingMail.objects.filter(kind="confirmation")] == [RIGHT]


@each_invisible
def test_phone_number_is_dialled_and_compared_as_it_is_seen(sign):
    make_clinic()
    number = everywhere("(312) 555-0142", sign)
    request = make_request(phone=number)
    assert (request.phone, request.dialled_phone) == ("(312) 555-0142", "+13125550142")
    assert phones.format_for_dialling(number) == "+13125550142"
    assert search_keys.phone_key(number) == search_keys.phone_key("312-555-0142")
    handle(request, corrected_phone=everywhere("(312) 555-0143", sign))
    request.refresh_from_db()
    assert request.corrected_phone == "(312) 555-0143"
    form = modelform_factory(ConsultationRequest, HandlingForm, fields=EDITED)(
        {"corrected_phone": number}, instance=request
    )
    form.is_valid()
    assert form.cleaned_data["corrected_phone"] == "(312) 555-0142"


def find_requests(staff, term):
    answer = staff.post("/admin/consultations/consultationrequest/search/", {"term": term}, follow=True)
    return Page(answer).texts("#result_list .field-reference")


@pytest.mark.whole
@each_invisible
def test_staff_find_a_request_by_what_they_see(sign, staff):
    make_clinic()
    request = make_request(full_name=everywhere("Ana Ruiz", sign), email=everywhere(RIGHT, sign))
    assert request.full_name == "Ana Ruiz"
    for term in ("Ana Ruiz", RIGHT, "312-555-0142", request.reference):
        for typed in (term, everywhere(term, sign)):
            assert find_requests(staff, typed) == [request.reference], typed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("مهدی علی\u200cپور", "مهدی علی\u200cپور"),  # Persian: the letters must not join
        ("می\u200c\u200cخواهم", "می\u200cخواهم"),  # pressed twice
        ("علی\u200c\u200fپور", "علی\u200cپور"),
        ("علی\u2066\u200c\u200d\u2069پور", "علی\u200cپور"),
        ("\u200cعلی\u200c\u200c پور\u200c\u200f", "علی پور"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),  # Sinhala: the letters must join
        ("श्री\u200c", "श्री"),
        ("क्\u200dष", "क्\u200dष"),  # Devanagari
        ("葛\U000e0100城", "葛\U000e0100城"),  # Japanese: a form of the character that a family uses
        ("葛\u200b\U000e0100\U000e0100\u200b城", "葛\U000e0100城"),
        ("🏴\ufe0f\u200d🌈", "🏴\ufe0f\u200d🌈"),
        ("Mar\u200cia\u200d Ru\u200biz", "Maria Ruiz"),
        ("\u200fمحمد\u200e", "محمد"),
        ("Ana\ufe0f \ufeffRuiz\U000e0100", "Ana Ruiz"),
        ("O\u2019Neill", "O\u2019Neill"),
    ],
)
def test_names_keep_joiners_where_their_script_needs_them(typed, name):
    assert clean_name(typed) == make_request(clinic=make_clinic(), full_name=typed).full_name == name


@pytest.mark.whole
@pytest.mark.parametrize("sign", ["\u00ad", "\u200c", "\ufe0f", "\x0b", "\ufdfa", "e\u0301", " ", "@", "-"], ids=ascii)
def test_a_form_full_of_odd_characters_takes_no_long_time(settings, sign):
    """With an astral letter, Python stores all of the text in four bytes for each character."""
    text = sign * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE // len(sign.encode())) + "🙂"
    started = time.process_time()
    for name in ("full_name", "phone", "email", "reason"):
        ConsultationForm(answers(**{name: text}), clinic_name="Clinic").is_valid()
        ConsultationForm(answers(**{name: f"ع{sign}" * (len(text) // 2) + "🙂"}), clinic_name="Clinic").is_valid()
    assert time.process_time() - started < 2


def test_words_of_a_patient_stay_as_they_are():
    family = "👩\u200d👩\u200d👧 می\u200cخواهم"
    assert make_request(clinic=make_clinic(), reason=family).reason == family


@pytest.mark.on_both_databases
def test_texts_that_were_stored_before_are_read_and_found_as_they_are_seen(staff):
    """Columns and keys as release 1.0 wrote them; the migration renews the keys."""
    make_clinic()
    request = make_request(full_name="Ana Ruiz", email=RIGHT, phone="(312) 555-0142")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE consultations_consultationrequest SET full_name = %s, email = %s",
            [encrypt("An\u200ba Ruiz"), encrypt(f"{RIGHT}\u200b")],
        )
    old = {search_keys.keyed_hash("name", word) for word in ("an", "a", "ruiz")}
    old |= {search_keys.keyed_hash("email", f"{RIGHT}\u200b"), search_keys.phone_key("(312) 555-0142")}
    LookupKey.objects.all().delete()
    LookupKey.objects.bulk_create(LookupKey(consultation_request=request, key=key) for key in old)
    importlib.import_module("consultations.migrations.0004_search_keys_of_what_is_seen").renew_keys(apps, None)
    stored = ConsultationRequest.objects.get()
    assert (stored.full_name, stored.email) == ("Ana Ruiz", RIGHT)
    assert set(LookupKey.objects.values_list("key", flat=True)) == search_keys.keys_of(stored)
    assert find_requests(staff, RIGHT) == [request.reference]


def test_migration_leaves_the_keys_of_another_secret_alone(settings):
    make_request(clinic=make_clinic())
    kept = set(LookupKey.objects.values_list("key", flat=True))
    settings.LOOKUP_HASH_KEY = "another long random text, put there by mistake"
    importlib.import_module("consultations.migrations.0004_search_keys_of_what_is_seen").renew_keys(apps, None)
    assert set(LookupKey.objects.values_list("key", flat=True)) == kept


# What staff type


@each_invisible
def test_staff_sign_in_with_what_they_see(sign):
    device = give_app(make_account("maria"))
    client = sign_in(everywhere("maria", sign), password=PASSWORD)
    assert client.answer.status_code == 302
    from clinic_site.staff.second_factor import verify_code

    assert verify_code(device.user, everywhere(code_of(device), sign)) == device


@pytest.mark.whole
@each_invisible
def test_accounts_have_names_and_addresses_that_are_seen(sign, staff):
    fields = {"username": everywhere("olga", sign), "password1": PASSWORD, "password2": PASSWORD}
    answer = staff.post("/admin/auth/user/add/", {**fields, "email": everywhere(RIGHT, sign)})
    assert answer.status_code == 302
    account = get_user_model().objects.get(username="olga")
    assert account.email == RIGHT
    page = Page(staff.get(f"/admin/auth/user/{account.pk}/change/"))
    fields = page.fields("#user_form") | {"email": f"olga{sign}@example.com"}
    assert staff.post(f"/admin/auth/user/{account.pk}/change/", fields).status_code == 302
    account.refresh_from_db()
    assert account.email == "olga@example.com"


@pytest.mark.whole
@each_invisible
def test_addresses_of_pages_are_what_is_seen(sign, staff):
    make_clinic()
    fields = Page(staff.get("/admin/articles/topic/add/")).fields("#topic_form")
    fields |= {"slug": everywhere("neck-pain", sign), "names-0-language": "en", "names-0-name": "Neck pain"}
    assert staff.post("/admin/articles/topic/add/", fields).status_code == 302
    assert Topic.objects.get().slug == "neck-pain"
    article = make_article(slug=f"{sign}knees")
    assert ArticleText.objects.get().slug == "knees"
    Reference.objects.create(article=article, title="K", publisher="L", address=f"https://l.example/{sign}k")
    assert Reference.objects.get().address == "https://l.example/k"
    form_field = Reference._meta.get_field("address").formfield(assume_scheme="https")
    assert form_field.clean(everywhere("https://l.example/k", sign)) == "https://l.example/k"
    form_field = Clinic._meta.get_field("privacy_practices_url").formfield(assume_scheme="https")
    assert form_field.clean(f"https://l.example/{sign}") == "https://l.example/"


@each_invisible
def test_redirects_lead_from_what_is_seen(sign, visitor):
    make_clinic()
    assert Pages().read_old_address(everywhere("/old-page/", sign)) == "/old-page/"
    assert read_table(f"{sign}/old-page/{sign}\t/contact/{sign}\n").redirects == {"/old-page/": "/contact/"}
    Redirect.objects.create(site_id=1, old_path="/old-page/", new_path="/contact/")
    assert visitor.get(f"/old-page{sign}")["Location"] == "/contact/"
    assert visitor.get(f"/contact/{sign}")["Location"] == "/contact/"


@pytest.mark.on_both_databases
def test_redirects_that_were_stored_before_lead_from_what_is_seen(visitor):
    make_clinic()
    pages = {"/i-❤\ufe0f-knees/": "/contact/", "/old\u200b/": "/contact/", "/old/": "/privacy/", "/new/": "/contact/"}
    for old, new in {**pages, "/new\u00ad/": "/privacy/", "/?p=1": "/privacy/"}.items():
        Redirect.objects.create(site_id=1, old_path=old, new_path=new)
    kept_as_it_was = Redirect.objects.get(old_path="/new/").pk
    importlib.import_module("clinic_site.migrations.0005_clean_texts").clean_texts(apps, None)
    assert dict(Redirect.objects.values_list("old_path", "new_path")) == {
        "/i-❤-knees/": "/contact/",
        "/old/": "/contact/",  # the first of two
        "/new/": "/contact/",
        "/?p=1": "/privacy/",
    }
    assert Redirect.objects.get(old_path="/new/").pk == kept_as_it_was
    assert visitor.get("/i-❤\ufe0f-knees/")["Location"] == visitor.get("/i-❤-knees")["Location"] == "/contact/"


@pytest.mark.on_both_databases
@each_invisible
def test_articles_are_found_by_what_is_seen(sign, visitor):
    make_topic()
    make_article(title=f"Knee{sign}pain")
    make_article(title="Backs")
    for question in ("kneepain", f"knee{sign}pain", everywhere("kneepain", sign)):
        page = Page(visitor.get("/search/", {"q": question}))
        assert page.texts(".card__title mark") == [f"Knee{sign}pain"]


@each_invisible
def test_the_clinics_number_is_dialled_as_it_is_seen(sign, visitor):
    make_clinic(phone=everywhere("(708) 555-0100", sign))
    assert Page(visitor.get("/contact/")).one("a[href^='tel:']")["href"] == "tel:+17085550100"
    assert clean_code(everywhere("(708) 555-0100", sign)) == "(708) 555-0100"
