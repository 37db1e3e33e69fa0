import re
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.exceptions import FieldError
from django.db import IntegrityError

from consultations.models import ConsultationRequest, make_reference
from tests.factories import make_clinic, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_(db):
    return make_request(clinic=make_clinic())


def test_references_are_random_and_easy_to_read_aloud():
    references = {make_reference() for _ in range(1000)}
    assert len(references) == 1000
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", reference) for reference in references)


def test_request_is_called_by_its_reference_only(request_):
    assert str(request_) == request_.reference


def test_encrypted_fields_read_back(request_):
    stored = ConsultationRequest.objects.get()
    assert (stored.full_name, stored.email, stored.corrected_phone) == ("Maria Kowalska", "maria@example.net", "")


def test_encrypted_fields_cannot_be_searched(request_):
    with pytest.raises(FieldError):
        ConsultationRequest.objects.filter(full_name="Maria Kowalska").exists()


def test_text_encrypted_with_an_older_key_is_readable(request_, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_ENCRYPTION_KEYS]
    assert ConsultationRequest.objects.get().full_name == "Maria Kowalska"


def test_wrong_key_raises_an_error(request_, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(InvalidToken):
        ConsultationRequest.objects.get()


@pytest.mark.parametrize("change", [{"state": "lost"}, {"consent": False}, {"state": "closed"}, {"state": "spam"}])
def test_wrong_states_cannot_be_stored(request_, change):
    """An ended request, too, cannot keep the key that makes later ones the same as it."""
    with pytest.raises(IntegrityError):
        ConsultationRequest.objects.update(**change)


def test_a_promise_cannot_be_put_off_before_the_first_call(request_):
    with pytest.raises(IntegrityError):
        ConsultationRequest.objects.update(call_due_at=request_.call_by + timedelta(days=1))


def test_the_number_to_call_is_the_corrected_one(request_):
    assert request_.dialled_phone == "+13125550142"
    request_.corrected_phone = "312 555 0199"
    assert request_.dialled_phone == "+13125550199"
