"""The periods of a report: a month, a quarter or a year of the clinic's calendar."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format

MONTH, QUARTER, YEAR = 1, 3, 12  # months
CODE = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2])|-Q([1-4]))?")


class Period(NamedTuple):
    first: date
    length: int  # months

    @classmethod
    def around(cls, day, length=MONTH):
        return cls(date(day.year, (day.month - 1) // length * length + 1, 1), length)

    @classmethod
    def read(cls, code):
        """Raises ValueError for anything but a code like `2026-11`, `2026-Q4` or `2026`."""
        match = CODE.fullmatch(code)
        if not match:
            raise ValueError("not a period")
        year, month, quarter = match.groups()
        if month:
            return cls(date(int(year), int(month), 1), MONTH)
        return cls(date(int(year), 3 * int(quarter) - 2, 1), QUARTER) if quarter else cls(date(int(year), 1, 1), YEAR)

    def moved(self, months):
        number = self.first.year * 12 + self.first.month - 1 + months
        return self._replace(first=date(number // 12, number % 12 + 1, 1))

    @property
    def before(self):
        return self.moved(-self.length)

    @property
    def after(self):
        return self.moved(self.length)

    @property
    def a_year_before(self):
        return self.moved(-YEAR)

    @property
    def last(self):
        return self.after.first - timedelta(days=1)

    @property
    def months(self):
        """The months in it, as periods."""
        return [Period(self.moved(months).first, MONTH) for months in range(self.length)]

    @property
    def moments(self):
        """When it begins and ends, in the current time zone."""
        return tuple(timezone.make_aware(datetime.combine(day, time())) for day in (self.first, self.after.first))

    @property
    def code(self):
        if self.length == QUARTER:
            return f"{self.first.year}-Q{self.first.month // 3 + 1}"
        return f"{self.first:%Y-%m}" if self.length == MONTH else f"{self.first:%Y}"

    def __str__(self):
        if self.length == QUARTER:
            return f"Q{self.first.month // 3 + 1} {self.first.year}"
        return date_format(self.first, "F Y") if self.length == MONTH else str(self.first.year)
