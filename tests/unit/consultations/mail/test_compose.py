"""What the site's emails say; the requests' own tests read most of them."""

import pytest
from django.utils import timezone, translation

from consultations.mail.compose import queue_digest
from consultations.models import OutgoingMail
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db


def test_a_digest_is_in_english_whatever_page_caused_it(clock, clinic_zone):
    make_clinic()
    with translation.override("ar"):
        queue_digest(timezone.now())
    digest = OutgoingMail.objects.first()
    assert digest.subject == "Many consultation requests until March 2, 2026, 12:10 p.m."
    assert "Until Monday, March 2, 2026, 12:10 PM CST" in digest.body
