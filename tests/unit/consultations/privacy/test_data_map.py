from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.conf import settings

from consultations.fields import EncryptedTextField
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest
from consultations.privacy import data_map
from consultations.privacy.data_map import MAP, OF_REQUEST, Section
from tests.factories import make_clinic, make_request
from tests.pages import Page

TYPED = {"full_name", "phone", "email", "reason"}


def test_every_field_that_is_asked_or_stored_is_on_the_map():
    stored = {field.name for field in ConsultationRequest._meta.concrete_fields} - {"id"}
    asked = set(ConsultationForm.base_fields)
    assert {datum.field for datum in OF_REQUEST} == stored | asked
    assert {datum.field for datum in MAP if not datum.is_stored} == asked - stored


def test_everything_that_is_encrypted_is_on_the_map():
    encrypted = {
        (model, field.name)
        for model in apps.get_app_config("consultations").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField)
    }
    on_map = {(datum.model, datum.field) for datum in MAP}
    assert encrypted - on_map == set()
    others = {(datum.model, datum.field) for datum in MAP if datum not in OF_REQUEST}
    assert others - encrypted == set()


def test_no_field_is_on_the_map_twice():
    assert len({(datum.model, datum.field) for datum in MAP}) == len(MAP)


def test_every_question_has_a_purpose():
    asked = set(ConsultationForm.base_fields) - {datum.field for datum in MAP if not datum.is_stored}
    assert {datum.field for datum in MAP if datum.purpose} >= asked


@pytest.mark.django_db
def test_mails_are_given_only_what_the_map_allows():
    stored = make_request(clinic=make_clinic())
    assert data_map.select_for_mail(stored) == {
        "reference": stored.reference,
        "received_at": stored.received_at,
        "call_by": stored.call_by,
        "matter": "consultation",
    }


def test_hidden_fields_are_not_on_the_admin_page():
    shown = {name for _, options in data_map.build_fieldsets() for name in options["fields"]}
    assert shown == {
        datum.shown_as or datum.field for datum in OF_REQUEST if datum.section in (Section.REQUEST, Section.SOURCE)
    }


@pytest.mark.parametrize(
    ("moment", "months", "expected"),
    [
        ((2026, 11, 24), 24, (2024, 11, 24)),
        ((2026, 1, 31), 1, (2025, 12, 31)),
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
        ((2026, 5, 1), 5, (2025, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, expected):
    assert data_map.subtract_months(datetime(*moment, tzinfo=UTC), months) == datetime(*expected, tzinfo=UTC)


# A new question


def test_a_question_is_named_in_three_files():
    """The example for a new one: its column, its field of the form, its row of the map, and nothing else."""
    sources = [
        path
        for folder, kind in (("consultations", "*.py"), ("templates", "*.html"))
        for path in (settings.BASE_DIR / folder).rglob(kind)
        if "migrations" not in path.parts and "patient_status" in path.read_text()
    ]
    assert {path.relative_to(settings.BASE_DIR).as_posix() for path in sources} == {
        "consultations/models/request.py",
        "consultations/forms.py",
        "consultations/privacy/data_map.py",
    }


@pytest.mark.django_db
def test_every_question_is_on_form_request_page_print_sheet_export_and_privacy_page(admin_client):
    stored = make_request(clinic=make_clinic(), reason="My knee.")
    inbox = "/admin/consultations/consultationrequest/"
    form, privacy = Page(admin_client.get("/consultation/")), Page(admin_client.get("/privacy/"))
    page = Page(admin_client.get(f"{inbox}{stored.pk}/change/"))
    sheet = Page(admin_client.get(f"{inbox}{stored.pk}/print/"))
    exported = admin_client.post(inbox, {"action": "export_requests", "_selected_action": stored.pk, "index": 0})
    heads = exported.getvalue().decode("utf-8-sig").splitlines()[0].split(",")
    for datum in OF_REQUEST:
        if datum.field not in ConsultationForm.base_fields or datum.field in ("subject", "consent"):
            continue
        label = data_map.get_label(datum.field)
        assert form.all(f"[name={datum.field}]"), datum.field
        assert page.all(f".field-{datum.shown_as or datum.field}"), datum.field
        assert label in [*sheet.texts("dt"), *sheet.texts("h2")], datum.field
        assert label in heads or f"{label} as typed" in heads, datum.field
        assert str(ConsultationForm.base_fields[datum.field].label) in privacy.texts("dt"), datum.field
