from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from clinic_site.models import Clinic, Closure, OpeningPeriod
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db


def test_address_is_one_line_everywhere():
    assert Clinic().address == "10751 W. 165th Street, Suite 100, Orland Park, IL 60467"


def test_directions_link_to_the_address():
    assert Clinic().directions_url == (
        "https://www.google.com/maps/dir/?api=1&destination=Integrated+Health+Solutions%2C+"
        "10751+W.+165th+Street%2C+Suite+100%2C+Orland+Park%2C+IL+60467"
    )


@pytest.mark.parametrize("typed", ["(708) 555-0100", "708.555.0100", "+1 708 555 0100", "7085550100"])
def test_phone_is_shown_and_dialled_in_one_form(typed):
    clinic = Clinic(phone=typed)
    assert (clinic.phone_display, clinic.phone_dial) == ("(708) 555-0100", "+17085550100")


def test_phone_must_be_a_phone_number():
    with pytest.raises(ValidationError, match="area code"):
        Clinic(phone="call us").full_clean()


def test_time_zone_must_exist():
    with pytest.raises(ValidationError, match="America/Chicago"):
        Clinic(time_zone="Chicago").full_clean()


def test_there_is_one_clinic():
    Clinic(name="First").save()
    Clinic(name="Second").save()
    assert [clinic.name for clinic in Clinic.objects.all()] == ["Second"]
    with pytest.raises(IntegrityError):
        Clinic.objects.bulk_create([Clinic(pk=2)])


def test_closing_before_opening_cannot_be_stored():
    make_clinic(days=[])
    with pytest.raises(IntegrityError):
        OpeningPeriod.objects.create(clinic_id=1, weekday=0, opens_at=time(17), closes_at=time(9))


def test_closure_ending_before_it_begins_cannot_be_stored():
    make_clinic()
    with pytest.raises(IntegrityError):
        Closure.objects.create(clinic_id=1, first_day=date(2026, 3, 3), last_day=date(2026, 3, 2))


def test_placeholders_and_empty_facts_are_questions():
    questions = make_clinic(parking="Behind the building.").open_questions()
    assert questions[0] == "The telephone number (708) 555-0100 is a placeholder reserved for fiction."
    assert questions[1] == "The opening hours are a placeholder: correct them, then tick “opening hours confirmed”."
    assert not any("parking" in question for question in questions)
    assert any("insurance" in question for question in questions)


def test_a_complete_clinic_has_no_questions():
    known = ["who_treats_you", "first_visit", "parking", "step_free_access", "insurance", "language_notice"]
    clinic = make_clinic(
        phone="(708) 349-1000",
        hours_confirmed=True,
        privacy_practices_url="https://clinic.example/npp",
        **dict.fromkeys(known, "Known."),
    )
    assert clinic.open_questions() == []
