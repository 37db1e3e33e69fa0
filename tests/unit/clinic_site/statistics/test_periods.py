from datetime import UTC, date, datetime

import pytest

from clinic_site.statistics.periods import MONTH, QUARTER, YEAR, Period


@pytest.mark.parametrize(
    ("length", "code", "name", "first", "last"),
    [
        (MONTH, "2026-11", "November 2026", date(2026, 11, 1), date(2026, 11, 30)),
        (QUARTER, "2026-Q4", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31)),
        (YEAR, "2026", "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_period_around_a_day(length, code, name, first, last):
    period = Period.around(date(2026, 11, 28), length)
    assert (period.code, str(period), period.first, period.last) == (code, name, first, last)
    assert Period.read(code) == period


def test_the_periods_that_it_is_compared_with():
    assert [Period.read("2026-01").before.code, Period.read("2026-01").a_year_before.code] == ["2025-12", "2025-01"]
    assert [Period.read("2026-Q1").before.code, Period.read("2026-Q1").a_year_before.code] == ["2025-Q4", "2025-Q1"]
    assert [Period.read("2026").before.code, Period.read("2026").after.code] == ["2025", "2027"]


def test_a_quarter_holds_its_months():
    assert [str(month) for month in Period.read("2026-Q4").months] == ["October 2026", "November 2026", "December 2026"]


@pytest.mark.parametrize("code", ["", "2026-13", "2026-00", "2026-Q5", "1999", "9999-12", "2026-1", "x", "2026-11\n"])
def test_anything_else_is_no_period(code):
    with pytest.raises(ValueError, match="not a period"):
        Period.read(code)


def test_a_period_begins_and_ends_on_the_clinics_clock(clinic_zone):
    """Winter time at its beginning, summer time at its end."""
    begin, end = Period.read("2026-03").moments
    assert (begin, end) == (datetime(2026, 3, 1, 6, tzinfo=UTC), datetime(2026, 4, 1, 5, tzinfo=UTC))
