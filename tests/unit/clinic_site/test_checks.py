from datetime import date

import pytest

from clinic_site import checks, wording
from clinic_site.models import InterfaceReview
from tests.factories import make_article

pytestmark = pytest.mark.django_db
REVIEW = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}


def ids():
    return [warning.id for warning in checks.translations_are_checked(None)]


def test_unsigned_languages_and_unreviewed_texts_are_warned_of():
    make_article(languages=["en", "es"])
    InterfaceReview.objects.create(language="es", **REVIEW)
    warnings = checks.translations_are_checked(None)
    assert [warning.id for warning in warnings] == ["clinic.W004", "clinic.W004", "clinic.W005"]
    assert "now: 2." in warnings[-1].msg


def test_nothing_is_said_once_all_is_signed():
    make_article(**REVIEW)
    make_article(state="draft")
    for code, _ in wording.TRANSLATED_LANGUAGES:
        InterfaceReview.objects.create(language=code, **REVIEW)
    assert ids() == []
