from datetime import date, timedelta

import pytest
import time_machine

from clinic_site import checks, wording
from clinic_site.models import InterfaceReview
from clinic_site.security_txt import EXPIRES
from tests.factories import make_article

pytestmark = pytest.mark.django_db
REVIEW = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}


def ids():
    return [warning.id for warning in checks.check_translations(None)]


def test_unsigned_languages_and_unreviewed_texts_are_warned_of():
    make_article(languages=["en", "es"])
    InterfaceReview.objects.create(language="es", **REVIEW)
    warnings = checks.check_translations(None)
    assert [warning.id for warning in warnings] == ["clinic.W004", "clinic.W004", "clinic.W005"]
    assert "wording: 2." in warnings[-1].msg


def test_nothing_is_said_once_all_is_signed():
    make_article(**REVIEW)
    make_article(state="draft")
    for code, _ in wording.TRANSLATED_LANGUAGES:
        InterfaceReview.objects.create(language=code, **REVIEW)
    assert ids() == []


def test_security_txt_is_warned_of_sixty_days_before_it_expires():
    with time_machine.travel(EXPIRES - timedelta(days=60, seconds=1), tick=False):
        assert checks.check_security_txt(None) == []
    for moment in (EXPIRES - timedelta(days=60), EXPIRES + timedelta(days=400)):
        with time_machine.travel(moment, tick=False):
            (warning,) = checks.check_security_txt(None)
            assert (warning.id, EXPIRES.strftime("%Y-%m-%d") in warning.msg) == ("clinic.W007", True)
