from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from clinic_site.facts import read_clinic
from clinic_site.models import Clinic, OpeningPeriod, SpecialHours
from tests.factories import make_article, make_clinic, make_price

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


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"last_day": date(2026, 3, 2)}, "The last day must not be before the first day."),
        ({"opens_at": time(9)}, "Enter an opening and a closing time, or no times if the clinic is closed."),
        ({"closes_at": time(9)}, "Enter an opening and a closing time, or no times if the clinic is closed."),
        (
            {"opens_again_at": time(13), "closes_again_at": time(15)},
            "Enter an opening and a closing time, or no times if the clinic is closed.",
        ),
        (
            {"opens_at": time(9), "closes_at": time(12), "opens_again_at": time(13)},
            "Enter an opening and a closing time, or no times if the clinic is closed.",
        ),
        ({"opens_at": time(12), "closes_at": time(9)}, "Each time must be later than the one before it."),
        (
            {"opens_at": time(9), "closes_at": time(12), "opens_again_at": time(11), "closes_again_at": time(15)},
            "Each time must be later than the one before it.",
        ),
        (
            {"opens_at": time(9), "closes_at": time(12), "opens_again_at": time(15), "closes_again_at": time(13)},
            "Each time must be later than the one before it.",
        ),
    ],
)
def test_special_hours_that_cannot_be_are_refused_by_the_form_and_by_the_database(wrong, message):
    make_clinic()
    special = SpecialHours(clinic_id=1, first_day=date(2026, 3, 3), **wrong)
    with pytest.raises(ValidationError) as refusal:
        special.full_clean()
    assert refusal.value.messages == [message]
    with pytest.raises(IntegrityError):
        special.save()


def test_special_hours_without_a_last_day_are_for_one_day():
    make_clinic()
    closed = SpecialHours.objects.create(clinic_id=1, first_day=date(2026, 3, 3), name="Inventory")
    short = SpecialHours(clinic_id=1, first_day=date(2026, 3, 4), opens_at=time(9), closes_at=time(13))
    short.full_clean()
    short.save()
    for special in (closed, short):
        special.refresh_from_db()
    assert closed.as_special_days() == (date(2026, 3, 3), date(2026, 3, 3), (), "Inventory", {})
    assert short.as_special_days() == (date(2026, 3, 4), date(2026, 3, 4), ((time(9), time(13)),), "", {})


def test_placeholders_and_empty_facts_are_questions():
    make_clinic(language_notice="We speak your language.")
    make_article(kind="getting_here", title="Parking")
    clinic = read_clinic()
    questions = clinic.open_questions()
    assert questions[0] == "The telephone number (708) 555-0100 is a placeholder reserved for fiction."
    assert questions[1] == "The opening hours are a placeholder: correct them, then tick “opening hours confirmed”."
    assert not any("language notice" in question for question in questions)
    assert any("Notice of Privacy Practices" in question for question in questions)
    assert list(clinic.missing_kinds()) == ["person", "first_visit", "costs"]


def test_without_costs_the_notice_of_the_good_faith_estimate_is_missed_until_the_first_price():
    make_article(kind="price", state="draft")
    make_article(kind="costs", published_at=timezone.now() + timedelta(days=1))
    make_clinic()
    assert read_clinic().missing_kinds()["costs"] == (
        "Nothing about costs and insurance is published. The site lacks the notice about good faith estimates that "
        "federal law asks of a clinic's website (45 CFR 149.610)."
    )
    make_price()
    assert "costs" not in read_clinic().missing_kinds()


def test_a_complete_clinic_has_no_questions():
    for kind in ("person", "first_visit", "costs", "getting_here"):
        make_article(kind=kind)
    clinic = make_clinic(
        phone="(708) 349-1000",
        hours_confirmed=True,
        privacy_practices_url="https://clinic.example/npp",
        language_notice="Known.",
    )
    assert (clinic.open_questions(), clinic.missing_kinds()) == ([], {})
