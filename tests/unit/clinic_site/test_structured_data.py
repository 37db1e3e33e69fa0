from datetime import time

import pytest

from clinic_site.structured_data import clinic_data
from tests.factories import make_clinic
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/contact/", "/ar/"])
def test_clinic_is_the_one_that_the_page_shows(visitor, address):
    page = Page(visitor.get(address))
    data = page.structured_data()
    place = data["address"]
    assert data["@type"] == "MedicalClinic"
    assert data["name"] == page.text(".site-header__name")
    assert page.all(".call-link")[0]["href"] == f"tel:{data['telephone']}" == "tel:+17085550100"
    assert page.text(".site-header__address bdi") == (
        f"{place['streetAddress']}, {place['addressLocality']}, {place['addressRegion']} {place['postalCode']}"
    )


def test_hours_have_an_entry_for_every_period():
    clinic = make_clinic(periods=[(time(9), time(12)), (time(13), time(17, 30))], days=[0, 4])
    hours = clinic_data(clinic)["openingHoursSpecification"]
    assert [(entry["dayOfWeek"], entry["opens"], entry["closes"]) for entry in hours] == [
        ("Monday", "09:00", "12:00"),
        ("Monday", "13:00", "17:30"),
        ("Friday", "09:00", "12:00"),
        ("Friday", "13:00", "17:30"),
    ]


def test_what_is_not_known_is_not_said():
    data = clinic_data(make_clinic(phone="", days=[]))
    assert "telephone" not in data
    assert "openingHoursSpecification" not in data
