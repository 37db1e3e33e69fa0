from datetime import date, timedelta

import pytest
import time_machine
from django.db import DatabaseError

from clinic_site import checks, wording
from clinic_site.security_txt import EXPIRES
from tests.factories import make_article, make_interface_review

pytestmark = pytest.mark.django_db
REVIEW = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}


def reviews_missing():
    """The warnings of what nobody has reviewed, without those of facts that are missing."""
    return [warning for warning in checks.check_facts_and_reviews(None) if warning.id != "clinic.W002"]


def test_unsigned_languages_and_unreviewed_texts_are_warned_of():
    make_article(languages=["en", "es"])
    make_interface_review(language="es", **REVIEW)
    warnings = reviews_missing()
    assert [warning.id for warning in warnings] == ["clinic.W004", "clinic.W004", "clinic.W005"]
    assert "nobody has reviewed: 2." in warnings[-1].msg


def test_nothing_is_said_once_all_is_signed():
    make_article(**REVIEW)
    make_article(state="draft")
    for code, _ in wording.TRANSLATED_LANGUAGES:
        make_interface_review(language=code, **REVIEW)
    assert reviews_missing() == []


def test_database_out_of_reach_is_the_one_warning(monkeypatch):
    def fail():
        raise DatabaseError("gone")

    monkeypatch.setattr(checks, "read_clinic", fail)
    assert [warning.id for warning in checks.check_facts_and_reviews(None)] == ["clinic.W001"]


def test_security_txt_is_warned_of_sixty_days_before_it_expires():
    with time_machine.travel(EXPIRES - timedelta(days=60, seconds=1), tick=False):
        assert list(checks.check_security_txt(None)) == []
    for moment in (EXPIRES - timedelta(days=60), EXPIRES + timedelta(days=400)):
        with time_machine.travel(moment, tick=False):
            (warning,) = checks.check_security_txt(None)
            assert (warning.id, EXPIRES.strftime("%Y-%m-%d") in warning.msg) == ("clinic.W007", True)
