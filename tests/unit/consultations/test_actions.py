from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from consultations.actions import hash_answers
from consultations.models import OutgoingMail
from tests.factories import make_clinic, make_request

pytestmark = pytest.mark.django_db
TYPED = ["Maria", "Kowalska", "0142", "maria@example.net", "downstairs"]


@pytest.fixture
def confirming(clock):
    return make_clinic(confirm_by_mail=True)


def confirmations():
    return list(OutgoingMail.objects.filter(kind="confirmation").order_by("pk"))


def test_no_mail_goes_to_patients_by_default(clock):
    make_request(clinic=make_clinic())
    assert confirmations() == []


@pytest.mark.parametrize(
    ("language", "subject", "promise"),
    [
        ("en", "We received your request", "We will call you by Monday, March 2, 2026, 5 p.m. (Orland Park time)."),
        ("es", "Recibimos su solicitud", "Le llamaremos a más tardar el lunes 2 de marzo de 2026, a las 5 p.m."),
        ("pl", "Otrzymaliśmy Państwa zgłoszenie", "najpóźniej w tym terminie: poniedziałek, 2 marca 2026, 17:00"),
        ("ar", "وصلنا طلبك", "يوم الاثنين، 2 مارس، 2026، الساعة 5:00 م"),
    ],
)
def test_confirmation_speaks_the_patients_language_and_repeats_nothing(confirming, language, subject, promise):
    with translation.override(language):
        stored = make_request(clinic=confirming)
    (mail,) = confirmations()
    assert (mail.recipient, mail.subject) == (
        "maria@example.net",
        f"Integrated Health Solutions: {subject} ({stored.reference})",
    )
    lines = mail.body.splitlines()
    assert stored.reference in lines
    assert "(708) 555-0100" in lines
    assert promise in mail.body.replace("\xa0", " ")
    assert "911" in mail.body
    assert [word for word in TYPED if word in mail.subject + mail.body] == []
    assert "<" not in mail.body


def test_no_confirmation_without_an_address(confirming):
    make_request(clinic=confirming, email=None)
    assert confirmations() == []


def test_one_address_gets_one_confirmation_a_day(confirming, clock):
    for number in range(5):
        make_request(clinic=confirming, reason=f"Reason {number}", email=["A@example.net", "a@EXAMPLE.net"][number % 2])
    assert len(confirmations()) == 1
    make_request(clinic=confirming, email="b@example.net")
    clock.shift(timedelta(days=1))
    make_request(clinic=confirming, reason="Again", email="a@example.net")
    assert len(confirmations()) == 3


def test_no_confirmations_during_a_flood(confirming, settings):
    settings.RATE_LIMIT_OVERALL = 1
    make_request(clinic=confirming, email=None)
    make_request(clinic=confirming)
    assert confirmations() == []


def test_answers_of_every_kind_can_be_recognised_again():
    day, price = date(2026, 3, 2), Decimal("1.50")
    assert hash_answers({"day": day, "price": price}) == hash_answers({"price": price, "day": day})
    assert hash_answers({"day": day, "price": price}) != hash_answers({"day": day, "price": 2 * price})
