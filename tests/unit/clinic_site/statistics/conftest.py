import pytest

from tests.factories import make_clinic


@pytest.fixture
def clinic(db, clock, clinic_zone):
    """The clinic on March 2, 2026, at noon."""
    return make_clinic()
