from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from clinic_site.hours import (
    PARTS_OF_DAY,
    OpeningHours,
    SpecialDays,
    after_open_time,
    call_by,
    hours_on,
    is_open_time,
    next_change,
    next_opening,
    open_until,
    special_days_from,
    week_ahead,
)
from consultations.models import ConsultationRequest

CHICAGO = ZoneInfo("America/Chicago")
WEEKDAYS_9_TO_5 = (((time(9), time(17)),),) * 5 + ((), ())


def local(year, month, day, hour, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=CHICAGO)


def hours(week=WEEKDAYS_9_TO_5, *special):
    return OpeningHours(zone=CHICAGO, week=week, special=special)


def hours_with(*special):
    """The plain week with these special days."""
    return hours(WEEKDAYS_9_TO_5, *special)


def closed(first, last=None):
    return SpecialDays(first, last or first)


def open_on(day, *periods):
    return SpecialDays(day, day, periods)


def promise(hours, now, wish=""):
    return call_by(hours, now, same_day_minimum=timedelta(hours=2), next_day_within=timedelta(hours=4), wish=wish)


# 2026-03-02 is a Monday.


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(2026, 3, 2, 8, 59), False),
        (local(2026, 3, 2, 9), True),
        (local(2026, 3, 2, 16, 59), True),
        (local(2026, 3, 2, 17), False),
        (local(2026, 3, 7, 12), False),
    ],
)
def test_open_from_opening_until_just_before_closing(now, expected):
    assert (open_until(hours(), now) is not None) is expected


def test_open_until_the_end_of_the_current_period():
    lunch = hours((((time(9), time(12)), (time(13), time(17))),) * 7)
    assert open_until(lunch, local(2026, 3, 2, 10)) == local(2026, 3, 2, 12)
    assert open_until(lunch, local(2026, 3, 2, 12, 30)) is None


def test_overlapping_periods_are_one():
    overlapping = hours((((time(9), time(13)), (time(12), time(17))),) * 7)
    assert open_until(overlapping, local(2026, 3, 2, 10)) == local(2026, 3, 2, 17)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(2026, 3, 2, 7), local(2026, 3, 2, 9)),
        (local(2026, 3, 2, 9), local(2026, 3, 3, 9)),  # the next one, not this one
        (local(2026, 3, 6, 18), local(2026, 3, 9, 9)),  # over the weekend
    ],
)
def test_next_opening(now, expected):
    assert next_opening(hours(), now) == expected


def test_next_opening_skips_closures():
    closed_for_a_week = hours_with(closed(date(2026, 3, 3), date(2026, 3, 9)))
    assert next_opening(closed_for_a_week, local(2026, 3, 2, 18)) == local(2026, 3, 10, 9)


def test_no_hours_no_opening_and_no_promise():
    never = hours(((),) * 7)
    now = local(2026, 3, 2, 12)
    assert open_until(never, now) is None
    assert next_opening(never, now) is None
    assert promise(never, now) is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(2026, 3, 2, 6), local(2026, 3, 2, 17)),  # before opening: the whole day remains
        (local(2026, 3, 2, 12), local(2026, 3, 2, 17)),
        (local(2026, 3, 2, 15), local(2026, 3, 2, 17)),  # exactly two open hours remain
        (local(2026, 3, 2, 15, 1), local(2026, 3, 3, 13)),  # less than two: four open hours into tomorrow
        (local(2026, 3, 2, 20), local(2026, 3, 3, 13)),
        (local(2026, 3, 6, 16), local(2026, 3, 9, 13)),  # Friday afternoon: Monday
        (local(2026, 3, 7, 12), local(2026, 3, 9, 13)),
    ],
)
def test_promise_in_a_plain_week(now, expected):
    assert promise(hours(), now) == expected


def test_open_hours_today_are_counted_over_the_lunch_break():
    lunch = hours((((time(9), time(12)), (time(14), time(15))),) * 7)
    assert promise(lunch, local(2026, 3, 2, 11)) == local(2026, 3, 2, 15)  # one hour before and one after
    assert promise(lunch, local(2026, 3, 2, 11, 30)) == local(2026, 3, 3, 15)  # 3 h before lunch, 1 h after


def test_four_open_hours_reach_past_the_lunch_break():
    lunch = hours((((time(8), time(10)), (time(13), time(18))),) * 7)
    assert promise(lunch, local(2026, 3, 2, 17)) == local(2026, 3, 3, 15)


def test_a_day_open_in_the_afternoon_only():
    afternoons = hours((((time(13), time(16)),),) * 5 + ((), ()))
    assert promise(afternoons, local(2026, 3, 2, 9)) == local(2026, 3, 2, 16)
    assert promise(afternoons, local(2026, 3, 2, 15)) == local(2026, 3, 3, 16)  # shorter than four hours: its closing


def test_promise_skips_closures():
    holidays = hours_with(closed(date(2026, 12, 24), date(2027, 1, 1)))
    assert promise(holidays, local(2026, 12, 23, 16)) == local(2027, 1, 4, 13)


def test_a_closure_today_means_the_next_open_day():
    holiday = hours_with(closed(date(2026, 3, 2)))
    assert promise(holiday, local(2026, 3, 2, 10)) == local(2026, 3, 3, 13)


def test_closed_for_longer_than_anybody_promises_over():
    never = hours_with(closed(date(2026, 1, 1), date(2028, 1, 1)))
    assert promise(never, local(2026, 3, 2, 10)) is None


# Special days that are not closed


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(2026, 3, 2, 10), local(2026, 3, 2, 13)),  # by the closing of the short day
        (local(2026, 3, 2, 11, 1), local(2026, 3, 3, 13)),  # less than two hours of it are left
        (local(2026, 3, 2, 14), local(2026, 3, 3, 13)),
        (local(2026, 3, 6, 18), local(2026, 3, 7, 12)),  # the extra Saturday, which is shorter than four hours
        (local(2026, 3, 7, 8), local(2026, 3, 7, 12)),
    ],
)
def test_promise_follows_a_short_day_and_an_extra_saturday(now, expected):
    changed = hours_with(open_on(date(2026, 3, 2), (time(9), time(13))), open_on(date(2026, 3, 7), (time(9), time(12))))
    assert promise(changed, now) == expected


def test_short_day_and_extra_saturday_are_when_the_clinic_is_open():
    changed = hours_with(
        open_on(date(2026, 3, 6), (time(9), time(11)), (time(12), time(13))),
        open_on(date(2026, 3, 7), (time(10), time(12))),
    )
    assert open_until(changed, local(2026, 3, 6, 12, 30)) == local(2026, 3, 6, 13)
    assert open_until(changed, local(2026, 3, 6, 13)) is None
    assert next_opening(changed, local(2026, 3, 6, 13)) == local(2026, 3, 7, 10)
    assert open_until(changed, local(2026, 3, 7, 11)) == local(2026, 3, 7, 12)


def test_the_clock_changes_pages_when_a_special_day_opens_and_closes():
    changed = hours_with(open_on(date(2026, 3, 7), (time(10), time(12))), closed(date(2026, 3, 9)))
    seen, now = [], local(2026, 3, 7, 0)
    while now < local(2026, 3, 10, 9):
        now = next_change(changed, now).astimezone(CHICAGO)
        seen.append(now)
    saturday = [local(2026, 3, 7, 10), local(2026, 3, 7, 12), local(2026, 3, 8, 0)]
    assert seen == [*saturday, local(2026, 3, 9, 0), local(2026, 3, 10, 0), local(2026, 3, 10, 9)]


def test_of_two_special_days_the_first_counts():
    holiday_in_vacation = hours_with(
        closed(date(2026, 3, 2), date(2026, 3, 6)), open_on(date(2026, 3, 4), (time(9), time(10)))
    )
    assert hours_on(holiday_in_vacation, date(2026, 3, 4)) == ()


def test_the_week_ahead_begins_today_and_shows_each_day_as_it_is():
    holiday = SpecialDays(date(2026, 3, 9), date(2026, 3, 9), name="Casimir Pulaski Day")
    saturday = open_on(date(2026, 3, 7), (time(10), time(12)))
    usual = ((time(9), time(17)),)
    days = week_ahead(hours_with(saturday, holiday), date(2026, 3, 5))
    assert [day.date.day for day in days] == [5, 6, 7, 8, 9, 10, 11]
    assert [day.hours for day in days] == [usual, usual, saturday.hours, (), (), usual, usual]
    assert [day.special for day in days] == [None, None, saturday, None, holiday, None, None]
    assert [day.usual for day in days] == [usual, usual, (), (), usual, usual, usual]


def test_special_days_are_coming_until_their_last_day_is_over():
    vacation, later = closed(date(2026, 3, 2), date(2026, 3, 6)), closed(date(2026, 5, 25))
    both = hours_with(vacation, later)
    assert special_days_from(both, date(2026, 1, 1)) == special_days_from(both, date(2026, 3, 6)) == [vacation, later]
    assert special_days_from(both, date(2026, 3, 7)) == [later]


# When to try again, and whether a promise still falls on open time


@pytest.mark.parametrize(
    ("now", "hours_later", "expected"),
    [
        (local(2026, 3, 2, 10), 2, local(2026, 3, 2, 12)),
        (local(2026, 3, 2, 15), 2, local(2026, 3, 2, 17)),  # ends with the day
        (local(2026, 3, 2, 16), 2, local(2026, 3, 3, 10)),  # one hour today, one tomorrow
        (local(2026, 3, 2, 7), 2, local(2026, 3, 2, 11)),  # counts from opening
        (local(2026, 3, 6, 16, 30), 8, local(2026, 3, 9, 16, 30)),  # half an hour on Friday, the rest on Monday
        (local(2026, 3, 7, 12), 0, local(2026, 3, 9, 9)),
        (local(2026, 3, 2, 9), 20, local(2026, 3, 4, 13)),
    ],
)
def test_open_time_passes_while_the_clinic_is_open(now, hours_later, expected):
    assert after_open_time(hours(), now, timedelta(hours=hours_later)) == expected


def test_open_time_passes_neither_at_lunch_nor_in_closures():
    lunch = hours((((time(9), time(12)), (time(13), time(17))),) * 7, closed(date(2026, 3, 3), date(2026, 3, 9)))
    assert after_open_time(lunch, local(2026, 3, 2, 11), timedelta(hours=2)) == local(2026, 3, 2, 14)
    assert after_open_time(lunch, local(2026, 3, 2, 16), timedelta(hours=2)) == local(2026, 3, 10, 10)


def test_open_time_counts_hours_that_exist_on_the_day_that_loses_one():
    night = hours((((time(0), time(8)),),) * 7)
    assert after_open_time(night, local(2026, 3, 8, 0), timedelta(hours=4)) == local(2026, 3, 8, 5)


def test_without_hours_no_open_time_ever_passes():
    assert after_open_time(hours(((),) * 7), local(2026, 3, 2, 12), timedelta(hours=1)) is None


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(2026, 3, 2, 8, 59), False),
        (local(2026, 3, 2, 9), True),
        (local(2026, 3, 2, 12), True),
        (local(2026, 3, 2, 17), True),  # the usual promise: by closing
        (local(2026, 3, 2, 17, 1), False),
        (local(2026, 3, 3, 12), False),  # a closure
        (local(2026, 3, 7, 12), False),  # a Saturday
        (datetime(2026, 3, 2, 23, 0, tzinfo=UTC), True),  # 5 p.m. there
        (datetime(2026, 3, 3, 1, 0, tzinfo=UTC), False),
    ],
)
def test_a_moment_is_open_time_from_opening_to_closing(moment, expected):
    closed_on_tuesday = hours_with(closed(date(2026, 3, 3)))
    assert is_open_time(closed_on_tuesday, moment) is expected


def test_every_promise_falls_on_open_time():
    lunch = hours(
        (((time(9), time(12)), (time(13), time(17))),) * 5 + ((), ()),
        closed(date(2026, 3, 4), date(2026, 3, 5)),
        open_on(date(2026, 3, 6), (time(9), time(10))),
        open_on(date(2026, 3, 7), (time(10), time(12)), (time(13), time(13, 30))),
    )
    for hour in range(24 * 9):
        assert is_open_time(lunch, promise(lunch, local(2026, 3, 1, 0, 10) + timedelta(hours=hour))), hour


# A wished part of the day


def test_every_part_of_the_day_that_a_patient_may_wish_is_defined():
    assert {*PARTS_OF_DAY, ConsultationRequest.BestTime.ANY} == set(ConsultationRequest.BestTime.values)


@pytest.mark.parametrize(
    ("wish", "now", "expected"),
    [
        ("morning", local(2026, 3, 2, 8), local(2026, 3, 2, 17)),  # there is a morning before it: the rule stands
        ("morning", local(2026, 3, 2, 11), local(2026, 3, 2, 17)),  # an hour of it
        ("morning", local(2026, 3, 2, 11, 1), local(2026, 3, 3, 12)),  # less: by the end of the next one
        ("morning", local(2026, 3, 2, 12), local(2026, 3, 3, 12)),
        ("morning", local(2026, 3, 2, 16), local(2026, 3, 3, 13)),  # tomorrow until 1 p.m. has a morning
        ("morning", local(2026, 3, 6, 12), local(2026, 3, 9, 12)),  # over the weekend
        ("midday", local(2026, 3, 2, 13), local(2026, 3, 2, 17)),
        ("midday", local(2026, 3, 2, 13, 1), local(2026, 3, 3, 14)),
        ("midday", local(2026, 3, 2, 20), local(2026, 3, 3, 13)),
        ("afternoon", local(2026, 3, 2, 9), local(2026, 3, 2, 17)),
        ("afternoon", local(2026, 3, 2, 15, 30), local(2026, 3, 3, 13)),  # there is an hour left today
        ("afternoon", local(2026, 3, 2, 20), local(2026, 3, 3, 13)),  # from noon to 1 p.m. is one
        ("any", local(2026, 3, 2, 12), local(2026, 3, 2, 17)),
        ("", local(2026, 3, 2, 12), local(2026, 3, 2, 17)),
        ("midnight", local(2026, 3, 2, 12), local(2026, 3, 2, 17)),
    ],
)
def test_promise_leaves_an_open_hour_of_the_wished_part_of_the_day(wish, now, expected):
    assert promise(hours(), now, wish) == expected


def test_a_wished_part_of_the_day_is_looked_for_past_closures():
    mornings_closed = hours_with(
        open_on(date(2026, 3, 3), (time(12), time(17))),
        closed(date(2026, 3, 4), date(2026, 3, 5)),
        open_on(date(2026, 3, 6), (time(11, 30), time(17))),  # half an hour of morning
        open_on(date(2026, 3, 7), (time(8), time(10))),
    )
    assert promise(mornings_closed, local(2026, 3, 2, 12), "morning") == local(2026, 3, 7, 10)


def test_a_wish_that_the_clinic_is_never_open_for_changes_nothing():
    mornings = hours((((time(8), time(12)),),) * 7)
    assert promise(mornings, local(2026, 3, 2, 9), "afternoon") == local(2026, 3, 2, 12)
    assert promise(hours(((),) * 7), local(2026, 3, 2, 9), "morning") is None


def test_a_wish_ends_on_the_wall_clock_over_the_change():
    assert promise(hours(), local(2026, 3, 6, 13), "morning") == local(2026, 3, 9, 12)
    assert promise(hours(), local(2026, 3, 6, 13), "morning").astimezone(UTC).hour == 17
    assert promise(hours(), local(2026, 10, 30, 13), "morning").astimezone(UTC).hour == 18


IRREGULAR = (((time(9), time(12)), (time(13), time(17))),) * 3 + (
    ((time(12, 30), time(20)),),
    ((time(7), time(11, 30)),),
    ((time(11, 40), time(12, 20)),),
    ((time(0), time(4)),),
)


@pytest.mark.whole
@pytest.mark.parametrize("first", [date(2026, 3, 1), date(2026, 10, 25)], ids=["spring", "fall"])
@pytest.mark.parametrize("wish", PARTS_OF_DAY)
def test_whenever_a_patient_asks_the_wish_is_kept_as_if_counted_minute_by_minute(wish, first):
    """Two weeks around each change of the clock, with closures, against a count of single minutes."""
    week = hours(IRREGULAR, closed(first + timedelta(days=2)), open_on(first + timedelta(days=10), (time(9), time(11))))
    start = datetime.combine(first, time(), CHICAGO).astimezone(UTC)
    begins, ends = PARTS_OF_DAY[wish]
    suitable = []  # the open minutes of the wished part of the day
    for number in range(30 * 24 * 60):
        minute = start + timedelta(minutes=number)
        wall = minute.astimezone(CHICAGO)
        periods = hours_on(week, wall.date())
        if begins <= wall.time() < ends and any(opens <= wall.time() < closes for opens, closes in periods):
            suitable.append(minute)
    moved = 0
    for number in range(0, 14 * 24 * 60, 17):
        now = start + timedelta(minutes=number)
        by_rule, promised = promise(week, now), promise(week, now, wish)
        left = [minute for minute in suitable if minute >= now]
        if left[59] < by_rule:  # the minute that completes an hour
            assert promised == by_rule, now
        else:
            day = left[59].astimezone(CHICAGO).date()
            last = max(minute for minute in left if minute.astimezone(CHICAGO).date() == day)
            assert promised == last + timedelta(minutes=1) > by_rule, now
            moved += 1
    assert moved > 20


# Daylight-saving time begins on Sunday 2026-03-08 at 2:00 and ends on Sunday 2026-11-01 at 2:00.

ALWAYS_FROM_MIDNIGHT = hours((((time(0), time(8)),),) * 7)


def test_the_day_that_loses_an_hour_counts_hours_that_exist():
    now = local(2026, 3, 7, 12)
    assert promise(ALWAYS_FROM_MIDNIGHT, now) == local(2026, 3, 8, 5)  # 0 to 2 and 3 to 5 are four hours


def test_the_day_that_gains_an_hour_counts_both_hours_of_that_name():
    now = local(2026, 10, 31, 12)
    assert promise(ALWAYS_FROM_MIDNIGHT, now) == local(2026, 11, 1, 3)  # 0 to 2, again 1 to 2, 2 to 3


def test_two_hours_remaining_across_the_change():
    # At 0:30 on the long night an opening that ends at 1:30 (the first one) has an hour left, not two.
    short = hours((((time(0), time(1, 30)),),) * 7)
    assert promise(short, local(2026, 11, 1, 0, 30)) == local(2026, 11, 2, 1, 30)


def test_hours_stay_on_the_wall_clock_over_the_change():
    before, after = local(2026, 3, 6, 8), local(2026, 3, 9, 8)
    assert next_opening(hours(), before).astimezone(UTC).hour == 15
    assert next_opening(hours(), after).astimezone(UTC).hour == 14


def test_now_may_be_given_in_any_time_zone():
    assert promise(hours(), datetime(2026, 3, 3, 1, 0, tzinfo=UTC)) == local(2026, 3, 3, 13)  # Monday 7 p.m. there


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (
            datetime(2026, 11, 1, 4, 59, 59, tzinfo=UTC),
            datetime(2026, 11, 1, 5, tzinfo=UTC),
        ),  # before one of 25 hours
        (datetime(2026, 11, 1, 5, tzinfo=UTC), datetime(2026, 11, 2, 6, tzinfo=UTC)),
        (datetime(2027, 3, 14, 6, tzinfo=UTC), datetime(2027, 3, 15, 5, tzinfo=UTC)),  # one of 23
    ],
)
def test_a_day_begins_at_midnight_by_the_clinics_clock_whatever_its_length(now, then):
    assert next_change(OpeningHours(zone=CHICAGO), now) == then
