"""When the clinic is open, and by when it promises to call. Pure functions of the hours and a moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from consultations.wishes import PARTS_OF_DAY

DayHours = tuple[tuple[time, time], ...]  # (opens, closes) in local time; none on a closed day
Period = tuple[datetime, datetime]  # start and end, in UTC

WHOLE_DAY = (time.min, time.max)
OPEN_HOUR = timedelta(hours=1)  # of the wished part of the day: enough for a call

HORIZON = 400  # days searched for the next opening: longer than the longest closure worth promising over


class SpecialDays(NamedTuple):
    """Days, the last one included, on which other hours apply than in the week."""

    first: date
    last: date
    hours: DayHours = ()
    name: str = ""  # in English
    translations: Mapping[str, str] = MappingProxyType({})  # of the name, as staff typed them, by language


@dataclass(frozen=True)
class OpeningHours:
    """The clinic's week, Monday first, and the special days that override it.

    If two of them name the same day, the first counts.
    """

    zone: ZoneInfo
    week: tuple[DayHours, ...] = ((),) * 7
    special: tuple[SpecialDays, ...] = ()


class DayAhead(NamedTuple):
    """A day with the hours that apply, beside the usual ones, and the special days that it is one of."""

    date: date
    hours: DayHours
    special: SpecialDays | None
    usual: DayHours


def special_days_on(hours: OpeningHours, day: date) -> SpecialDays | None:
    """The special days that a local day is one of; None if its hours are the usual ones."""
    return next((special for special in hours.special if special.first <= day <= special.last), None)


def special_days_from(hours: OpeningHours, today: date) -> list[SpecialDays]:
    """The special days that are not over."""
    return [special for special in hours.special if special.last >= today]


def hours_on(hours: OpeningHours, day: date) -> DayHours:
    """The hours that apply on a local day."""
    special = special_days_on(hours, day)
    return hours.week[day.weekday()] if special is None else special.hours


def week_ahead(hours: OpeningHours, today: date) -> list[DayAhead]:
    """The seven days from today on, so that no weekday shows what applied the week before."""
    days = [today + timedelta(days=offset) for offset in range(7)]
    return [DayAhead(day, hours_on(hours, day), special_days_on(hours, day), hours.week[day.weekday()]) for day in days]


def periods_on(hours: OpeningHours, day: date, part: tuple[time, time] = WHOLE_DAY) -> list[Period]:
    """The open periods in a part of a local day as (start, end) in UTC, in order; overlapping ones are joined."""
    periods: list[Period] = []
    for opens, closes in sorted(hours_on(hours, day)):
        start = datetime.combine(day, max(opens, part[0]), hours.zone).astimezone(UTC)
        end = datetime.combine(day, min(closes, part[1]), hours.zone).astimezone(UTC)
        if start >= end:
            continue
        if periods and start <= periods[-1][1]:
            periods[-1] = (periods[-1][0], max(end, periods[-1][1]))
        else:
            periods.append((start, end))
    return periods


def periods_from(hours: OpeningHours, now: datetime, part: tuple[time, time] = WHOLE_DAY) -> Iterator[Period]:
    """Every open period in a part of the day that ends after `now`, the current one whole, for HORIZON days."""
    today = now.astimezone(hours.zone).date()
    for offset in range(HORIZON):
        for start, end in periods_on(hours, today + timedelta(days=offset), part):
            if end > now:
                yield start, end


def open_until(hours: OpeningHours, now: datetime) -> datetime | None:
    """The end of the open period that `now` lies in, in local time; None while closed."""
    for start, end in periods_from(hours, now):
        return end.astimezone(hours.zone) if start <= now else None
    return None


def next_opening(hours: OpeningHours, now: datetime) -> datetime | None:
    """The next moment the clinic opens after `now`, in local time; None without hours."""
    for start, _ in periods_from(hours, now):
        if start > now:
            return start.astimezone(hours.zone)
    return None


def next_change(hours: OpeningHours, now: datetime) -> datetime:
    """The next moment, in UTC, at which the clinic opens or closes or a day begins in its time zone."""
    today = now.astimezone(hours.zone).date()
    midnight = datetime.combine(today + timedelta(days=1), time(), hours.zone).astimezone(UTC)
    return min([moment for period in periods_on(hours, today) for moment in period if moment > now] + [midnight])


def call_by(
    hours: OpeningHours, now: datetime, *, same_day_minimum: timedelta, next_day_within: timedelta, wish: str = ""
) -> datetime | None:
    """The moment by which the clinic promises to call somebody who asks at `now`, in local time.

    When open time of at least `same_day_minimum` remains today: today's closing. Otherwise the moment at which
    open time of `next_day_within` has passed on the next open day, or that day's closing if it is shorter.
    If less than an open hour of the wished part of the day (one of PARTS_OF_DAY) lies before that moment: the end of
    the next such part by which an hour of it has passed. None without hours: then the clinic promises no time.
    """
    promised = _call_by_rule(hours, now, same_day_minimum, next_day_within)
    if promised is None or wish not in PARTS_OF_DAY:
        return promised
    part = PARTS_OF_DAY[wish]
    suits = after_open_time(hours, now, OPEN_HOUR, part)
    if suits is None or suits <= promised:
        return promised
    return periods_on(hours, suits.date(), part)[-1][1].astimezone(hours.zone)


def _call_by_rule(
    hours: OpeningHours, now: datetime, same_day_minimum: timedelta, next_day_within: timedelta
) -> datetime | None:
    """The promise to somebody who may be called at any time."""
    today = now.astimezone(hours.zone).date()
    left = [(max(start, now), end) for start, end in periods_on(hours, today) if end > now]
    if left and sum((end - start for start, end in left), timedelta()) >= same_day_minimum:
        return left[-1][1].astimezone(hours.zone)

    for offset in range(1, HORIZON):
        periods = periods_on(hours, today + timedelta(days=offset))
        if periods:
            return _after_open_time(periods, next_day_within).astimezone(hours.zone)
    return None


def after_open_time(
    hours: OpeningHours, now: datetime, duration: timedelta, part: tuple[time, time] = WHOLE_DAY
) -> datetime | None:
    """The moment at which the clinic has been open for `duration` since `now`, in local time; None if it never is.

    Open time outside that part of the day does not count.
    """
    for start, end in periods_from(hours, now, part):
        start = max(start, now)
        if duration <= end - start:
            return (start + duration).astimezone(hours.zone)
        duration -= end - start
    return None


def is_open_time(hours: OpeningHours, moment: datetime) -> bool:
    """Whether the clinic is open at that moment, or just closing."""
    day = moment.astimezone(hours.zone).date()
    return any(start <= moment <= end for start, end in periods_on(hours, day))


def _after_open_time(periods: list[Period], duration: timedelta) -> datetime:
    """The moment at which `duration` of open time has passed, or the end of the last period."""
    for start, end in periods:
        if duration <= end - start:
            return start + duration
        duration -= end - start
    return periods[-1][1]
