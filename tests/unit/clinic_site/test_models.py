from datetime import date, time
from time import time as now

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection

from clinic_site import models
from clinic_site.models import (
    CACHE_KEY,
    Clinic,
    Closure,
    InterfaceReview,
    OpeningPeriod,
    as_text,
    last_good_copy_path,
    read_last_good_copy,
)
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db


def test_address_is_one_line_everywhere():
    assert Clinic().address == "10751 W. 165th Street, Suite 100, Orland Park, IL 60467"


def test_directions_lead_to_the_address():
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


def test_current_clinic_costs_three_queries_and_then_none(django_assert_num_queries):
    make_clinic()
    with django_assert_num_queries(3):
        Clinic.objects.current()
    with django_assert_num_queries(0):
        assert Clinic.objects.current().has_hours


def test_a_clinic_without_a_row_has_the_known_facts_and_no_hours(django_assert_num_queries):
    clinic = Clinic.objects.current()
    assert (clinic.name, clinic.phone, clinic.has_hours) == ("Integrated Health Solutions", "", False)


def test_placeholders_and_empty_facts_are_questions():
    questions = make_clinic(parking="Behind the building.").open_questions()
    assert questions[0] == "The telephone number (708) 555-0100 is a placeholder reserved for fiction."
    assert questions[1] == "The opening hours are a placeholder: correct them and tick that they are right."
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


def test_saving_writes_a_copy_for_when_the_database_is_gone(django_capture_on_commit_callbacks, monkeypatch):
    last_good_copy_path().unlink(missing_ok=True)
    with django_capture_on_commit_callbacks(execute=True):
        make_clinic(phone="(708) 349-1000")
        Closure.objects.create(clinic_id=1, first_day=date(2026, 12, 24), last_day=date(2026, 12, 26))
    written = Clinic.objects.read()

    def no_database(*args, **kwargs):
        raise OperationalError("the database is gone")

    monkeypatch.setattr(connection, "cursor", no_database)
    clinic = Clinic.objects.current()
    assert clinic.phone_display == "(708) 349-1000"
    assert clinic.opening_hours == written.opening_hours


@pytest.mark.parametrize("content", [None, "", "{", '[{"model": "clinic_site.unknown", "pk": 1, "fields": {}}]'])
def test_without_a_readable_copy_error_pages_still_name_the_clinic(content):
    last_good_copy_path().unlink(missing_ok=True)
    if content is not None:
        last_good_copy_path().write_text(content)
    clinic = read_last_good_copy()
    assert (clinic.name, clinic.has_hours) == ("Integrated Health Solutions", False)
    last_good_copy_path().unlink(missing_ok=True)


def facts(**changes):
    """What another host stores of the clinic in the cache."""
    return as_text([Clinic(pk=1, **changes), OpeningPeriod(weekday=0, opens_at=time(9), closes_at=time(17))])


def test_what_another_host_has_read_need_not_be_read_again(django_assert_num_queries):
    make_clinic()
    cache.set(CACHE_KEY, [now(), facts(phone="(708) 349-1000")])
    with django_assert_num_queries(0):
        clinic = Clinic.objects.current()
    assert (clinic.phone, clinic.has_hours) == ("(708) 349-1000", True)


CACHE_SECONDS = models.CACHE_SECONDS  # on a real site; conftest.py has another


@pytest.mark.parametrize("age", [CACHE_SECONDS, 3600, -1, float("nan"), "0", None])
def test_what_was_read_too_long_ago_is_read_again_however_long_the_cache_kept_it(monkeypatch, age):
    """A Redis that hung stores late what it was told before; a slow host stores what has changed meanwhile."""
    monkeypatch.setattr(models, "CACHE_SECONDS", CACHE_SECONDS)
    make_clinic()
    began = now() - age if isinstance(age, int | float) else age
    cache.set(CACHE_KEY, [began, facts(phone="(708) 349-1000")])
    assert Clinic.objects.current().phone == "(708) 555-0100"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        facts().replace('"phone"', '"fax"'),
        facts().replace("America/Chicago", "Chicago"),
        facts().replace('"weekday": 0', '"weekday": 7'),
        facts().replace('"weekday": 0', '"weekday": "Monday"'),
        None,
    ],
    ids=["empty", "cut off", "a number", "other facts", "no zone", "no weekday", "no number", "nothing"],
)
def test_what_is_not_this_sites_or_of_another_version_of_it_is_read_again(text):
    make_clinic()
    cache.set(CACHE_KEY, [now(), text])
    clinic = Clinic.objects.current()
    assert (clinic.phone, len(clinic.opening_hours.week[0])) == ("(708) 555-0100", 1)


@pytest.mark.parametrize("way", ["cache", "database"])
def test_what_another_host_saved_is_in_this_ones_copy_after_the_next_page(way):
    make_clinic()
    Clinic.objects.current()
    if way == "cache":
        cache.set(CACHE_KEY, [now(), facts(phone="(708) 349-1000")])
    else:
        cache.clear()
        Clinic.objects.update(phone="(708) 349-1000")  # sends no signal, as a save on another host does not here
    assert read_last_good_copy().phone == "(708) 555-0100"
    Clinic.objects.current()
    assert read_last_good_copy().phone == "(708) 349-1000"


def test_what_is_saved_here_and_taken_back_elsewhere_is_in_the_copy(django_capture_on_commit_callbacks):
    clinic = make_clinic()
    Clinic.objects.current()
    with django_capture_on_commit_callbacks(execute=True):
        make_clinic(phone="(708) 349-1000", days=[])
    assert read_last_good_copy().phone == "(708) 349-1000"
    cache.clear()
    Clinic.objects.update(phone=clinic.phone)
    Clinic.objects.current()
    assert read_last_good_copy().phone == clinic.phone


def test_facts_are_on_the_pages_also_when_the_copy_cannot_be_written(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(Clinic.objects, "kept_text", "")
    last_good_copy_path().mkdir()  # so that nothing can take its place
    make_clinic()
    assert Clinic.objects.current().phone == "(708) 555-0100"
    assert list(tmp_path.iterdir()) == [last_good_copy_path()]
    last_good_copy_path().rmdir()
    Clinic.objects.current()
    assert read_last_good_copy().phone == "(708) 555-0100"


def test_cache_and_copy_hold_nothing_that_is_for_staff():
    make_clinic()
    Closure.objects.create(clinic_id=1, first_day=date(2026, 3, 2), last_day=date(2026, 3, 2), reason="Eva is away")
    InterfaceReview.objects.create(language="pl", reviewed_by="Jan Nowak", reviewed_on=date(2026, 2, 1))
    clinic = Clinic.objects.current()
    assert (len(clinic.opening_hours.closures), clinic.checked_languages) == (1, {"en", "pl"})
    for text in [cache.get(CACHE_KEY)[1], last_good_copy_path().read_text()]:
        assert not any(word in text for word in ("Eva", "Nowak", "2026-02-01"))
    kept = read_last_good_copy()
    assert (kept.opening_hours, kept.checked_languages) == (clinic.opening_hours, clinic.checked_languages)


def test_an_edit_is_seen_at_once_by_the_process_that_made_it(django_capture_on_commit_callbacks):
    make_clinic()
    Clinic.objects.current()
    with django_capture_on_commit_callbacks(execute=True):
        Clinic.objects.get().opening_periods.all().delete()
    assert Clinic.objects.current().has_hours is False
