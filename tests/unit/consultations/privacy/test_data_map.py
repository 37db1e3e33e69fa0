from datetime import UTC, datetime

import pytest
from django.apps import apps

from consultations.fields import EncryptedTextField
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest
from consultations.privacy import data_map
from consultations.privacy.data_map import MAP, OF_REQUEST, Kept, Section
from tests.factories import make_clinic, make_request

TYPED = {"full_name", "phone", "email", "reason"}


def test_every_field_that_is_asked_or_stored_is_on_the_map():
    stored = {field.name for field in ConsultationRequest._meta.concrete_fields} - {"id"}
    asked = set(ConsultationForm.base_fields)
    assert {datum.field for datum in OF_REQUEST} == stored | asked
    assert {datum.field for datum in MAP if datum.kept is Kept.NOT_AT_ALL} == asked - stored


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
    asked = set(ConsultationForm.base_fields) - {datum.field for datum in MAP if datum.kept is Kept.NOT_AT_ALL}
    assert {datum.field for datum in MAP if datum.purpose} >= asked


@pytest.mark.django_db
def test_mails_are_given_only_what_the_map_allows():
    stored = make_request(clinic=make_clinic())
    assert data_map.in_mail(stored) == {
        "reference": stored.reference,
        "received_at": stored.received_at,
        "call_by": stored.call_by,
    }


def test_what_nobody_sees_is_not_on_the_admins_page():
    shown = {name for _, options in data_map.fieldsets() for row in options["fields"] for name in flat(row)}
    assert shown == {datum.shown_as or datum.field for datum in OF_REQUEST if datum.section is not Section.NOWHERE}
    assert shown == set(data_map.read_only()) | set(data_map.staff_edits())


def flat(row):
    return row if isinstance(row, tuple) else [row]


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
    assert data_map.months_before(datetime(*moment, tzinfo=UTC), months) == datetime(*expected, tzinfo=UTC)
