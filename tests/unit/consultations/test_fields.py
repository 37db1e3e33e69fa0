"""What the encryption of a patient's words promises."""

import base64

import pytest
from cryptography.fernet import InvalidToken
from django.db import connection

from consultations.models import ConsultationRequest
from tests.factories import make_clinic, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def tokens():
    """Two requests with the same reason, as the database holds it."""
    clinic = make_clinic()
    make_request(clinic=clinic)
    make_request(clinic=clinic, full_name="Another")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM consultations_consultationrequest")
        return [row[0] for row in cursor.fetchall()]


def test_equal_words_are_encrypted_differently(tokens):
    """Fernet: a version, a time, a random start, AES-CBC, and an HMAC-SHA256 over all of it."""
    first, second = (base64.urlsafe_b64decode(token) for token in tokens)
    assert (first[0], second[0]) == (0x80, 0x80)
    assert first[9:25] != second[9:25]
    assert first[25:41] != second[25:41]


@pytest.mark.parametrize("place", [0, 5, 15, 30, -1])
def test_tampered_text_is_refused(tokens, place):
    changed = bytearray(base64.urlsafe_b64decode(tokens[0]))
    changed[place] ^= 1
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE consultations_consultationrequest SET reason = %s",
            [base64.urlsafe_b64encode(bytes(changed)).decode()],
        )
    with pytest.raises(InvalidToken):
        ConsultationRequest.objects.first()
