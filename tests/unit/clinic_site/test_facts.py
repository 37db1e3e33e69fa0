"""The clinic's facts: read once for each generation, and kept on the disk for when the database is down."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import InterfaceError, OperationalError, connection

from clinic_site.facts import (
    current_clinic,
    forget_facts,
    last_good_copy_path,
    next_change,
    read_clinic,
    read_last_good_copy,
)
from clinic_site.models import Clinic, OpeningPeriod, SpecialHours
from tests.factories import CHICAGO, make_article, make_clinic, make_interface_review, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_copy():
    last_good_copy_path().unlink(missing_ok=True)
    yield
    last_good_copy_path().unlink(missing_ok=True)


def take_database_away(monkeypatch, error=OperationalError):
    def no_database(*args, **kwargs):
        raise error("the database is gone")

    monkeypatch.setattr(connection, "cursor", no_database)


def test_facts_take_one_query_while_nothing_changes(django_assert_num_queries):
    make_clinic()
    with django_assert_num_queries(5):
        current_clinic()
    with django_assert_num_queries(1):
        assert current_clinic().has_hours


def test_topics_are_read_once_until_one_of_them_changes(django_assert_num_queries):
    topic = make_topic("knees", en="Knees")
    assert [str(name) for name in current_clinic().topics("en").values()] == ["Knees"]
    with django_assert_num_queries(1):
        assert [str(name) for name in current_clinic().topics("en").values()] == ["Knees"]
    topic.names.update(name="Knee pain")
    assert [str(name) for name in current_clinic().topics("en").values()] == ["Knee pain"]


def test_a_clinic_without_a_row_has_the_known_facts_and_no_hours(no_copy):
    clinic = current_clinic()
    assert (clinic.name, clinic.phone, clinic.has_hours) == ("Integrated Health Solutions", "", False)
    assert not last_good_copy_path().exists()


def sign_off():
    make_interface_review(language="pl", reviewed_by="Jan Nowak", reviewed_on=date(2026, 2, 1))


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        (lambda: Clinic.objects.update(phone="(708) 349-1000"), lambda clinic: clinic.phone == "(708) 349-1000"),
        (lambda: OpeningPeriod.objects.all().delete(), lambda clinic: not clinic.has_hours),
        (lambda: SpecialHours.objects.create(clinic_id=1, first_day=date(2026, 3, 2)),
         lambda clinic: len(clinic.opening_hours.special) == 1),
        (sign_off, lambda clinic: clinic.checked_languages == {"en", "pl"}),
    ],
    ids=["facts", "hours", "special hours", "sign-offs"],
)  # fmt: skip
def test_whatever_is_changed_the_facts_show_it_at_once(change, shows):
    make_clinic()
    assert not shows(current_clinic())
    change()
    assert shows(current_clinic())


# The last good copy


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_last_good_copy_stands_in_while_the_database_is_down(no_copy, monkeypatch, error):
    make_clinic(phone="(708) 349-1000")
    closed = {"first_day": date(2026, 12, 24), "last_day": date(2026, 12, 26), "name": "Christmas"}
    short = {"first_day": date(2026, 12, 31), "opens_at": time(9), "closes_at": time(12, 30)}
    for days in (closed, short):
        SpecialHours.objects.create(clinic_id=1, **days)
    in_database = current_clinic()
    assert not in_database.is_last_good_copy
    take_database_away(monkeypatch, error)
    clinic = current_clinic()
    assert clinic.is_last_good_copy
    assert clinic.phone_display == "(708) 349-1000"
    assert clinic.opening_hours == in_database.opening_hours


@pytest.mark.parametrize("content", [None, "", "{", '[{"model": "clinic_site.unknown", "pk": 1, "fields": {}}]'])
def test_without_a_readable_copy_error_pages_still_name_the_clinic(no_copy, content):
    if content is not None:
        last_good_copy_path().write_text(content)
    clinic = read_last_good_copy()
    assert (clinic.name, clinic.has_hours) == ("Integrated Health Solutions", False)


@pytest.mark.parametrize(
    ("fact", "of_another_version"),
    [
        ('"phone"', '"fax"'),
        ("America/Chicago", "Chicago"),
        ('"weekday": 0', '"weekday": 7'),
        ('"weekday": 0', '"weekday": "Monday"'),
    ],
)
def test_a_copy_that_this_version_cannot_read_counts_as_none(no_copy, fact, of_another_version):
    make_clinic(phone="(708) 349-1000")
    current_clinic()
    text = last_good_copy_path().read_text()
    assert fact in text
    last_good_copy_path().write_text(text.replace(fact, of_another_version))
    assert read_last_good_copy().phone == ""


def test_what_another_host_saved_is_in_this_ones_copy_after_the_next_page(no_copy):
    make_clinic()
    current_clinic()
    Clinic.objects.update(phone="(708) 349-1000")
    assert read_last_good_copy().phone == "(708) 555-0100"
    current_clinic()
    assert read_last_good_copy().phone == "(708) 349-1000"


def test_facts_are_on_the_pages_also_when_the_copy_cannot_be_written(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    last_good_copy_path().mkdir()  # so that nothing can take its place
    make_clinic()
    assert current_clinic().phone == "(708) 555-0100"
    assert list(tmp_path.iterdir()) == [last_good_copy_path()]
    last_good_copy_path().rmdir()
    forget_facts()
    current_clinic()
    assert read_last_good_copy().phone == "(708) 555-0100"


def test_copy_contains_nothing_that_is_for_staff(no_copy):
    make_clinic()
    SpecialHours.objects.create(
        clinic_id=1, first_day=date(2026, 3, 2), name="Closed for training", reason="Eva is away"
    )
    sign_off()
    clinic = current_clinic()
    text = last_good_copy_path().read_text()
    assert not any(word in text for word in ("Eva", "Nowak", "2026-02-01"))
    copy = read_last_good_copy()
    assert (copy.opening_hours, copy.checked_languages) == (clinic.opening_hours, clinic.checked_languages)


# What the clock changes


def local(day, hour, minute=0):
    return datetime(2026, 3, day, hour, minute, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (local(2, 8, 59), local(2, 9)),  # opens
        (local(2, 9), local(2, 17)),  # closes
        (local(2, 17), local(3, 0)),  # another day
        (local(7, 12), local(8, 0)),  # a closed Saturday
        (local(3, 12), local(4, 0)),  # a closed Tuesday
        (local(14, 0), local(14, 10)),  # an extra Saturday
        (local(14, 10), local(14, 12)),
    ],
)
def test_next_change_by_the_clock(now, then):
    make_clinic()
    SpecialHours.objects.create(clinic_id=1, first_day=date(2026, 3, 3))
    SpecialHours.objects.create(clinic_id=1, first_day=date(2026, 3, 14), opens_at=time(10), closes_at=time(12))
    assert datetime.fromtimestamp(next_change(now.timestamp()), UTC) == then


def test_next_change_is_the_time_of_an_article_that_is_still_to_come():
    make_clinic(periods=[(time(9), time(17))])
    make_article(published_at=local(2, 10, 30))
    make_article(published_at=local(2, 11))
    assert next_change(local(2, 10).timestamp()) == local(2, 10, 30).timestamp()
    assert next_change(local(2, 10, 30).timestamp()) == local(2, 11).timestamp()


def test_without_facts_the_next_day_is_the_next_change():
    assert next_change(local(2, 10).timestamp()) == local(3, 0).timestamp()
    assert read_clinic().zone == CHICAGO
