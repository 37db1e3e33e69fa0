from datetime import date, timedelta
from itertools import product

import pytest
from django.utils import timezone

from clinic_site.models import PageViews
from clinic_site.statistics.merging import merge_finished_months
from clinic_site.statistics.monthly import read_views
from clinic_site.statistics.periods import Period
from tests.months import read

pytestmark = pytest.mark.usefixtures("clinic")


def stored():
    return sorted(PageViews.objects.values_list("day", "page", "language", "views"))


def test_the_days_of_a_finished_month_are_forgotten_and_its_totals_are_not():
    read("home", 3, date(2026, 1, 1))
    read("home", 4, date(2026, 1, 17))
    read("home", 5, date(2026, 1, 17), "es")
    read("contact", 6, date(2026, 1, 31))
    read("home", 7, date(2025, 12, 31))
    assert merge_finished_months() == 1
    assert stored() == [
        (date(2025, 12, 1), "home", "en", 7),
        (date(2026, 1, 1), "contact", "en", 6),
        (date(2026, 1, 1), "home", "en", 7),
        (date(2026, 1, 1), "home", "es", 5),
    ]


def test_the_days_of_the_running_month_are_kept():
    read("home", 3, date(2026, 3, 1))
    read("home", 4, date(2026, 3, 2))
    assert merge_finished_months() == 0
    assert stored() == [(date(2026, 3, 1), "home", "en", 3), (date(2026, 3, 2), "home", "en", 4)]


def test_a_month_is_added_up_once_every_process_has_stored_its_last_day(clock):
    read("home", 3, date(2026, 2, 27))
    read("home", 4, date(2026, 2, 28))
    clock.shift(-timedelta(days=1))  # to March 1
    assert merge_finished_months() == 0
    clock.shift(timedelta(days=1))
    assert merge_finished_months() == 1


def test_views_that_are_added_late_are_added_up_the_next_time():
    read("home", 3, date(2026, 2, 10))
    merge_finished_months()
    read("home", 4, date(2026, 2, 28))
    merge_finished_months()
    assert stored() == [(date(2026, 2, 1), "home", "en", 7)]


def test_the_report_tells_the_same_before_and_after():
    periods = [Period.read(code) for code in ("2025-12", "2026-01", "2026-Q1", "2026")]
    for month, day, page, language in product((12, 1), (1, 9, 28), range(5), ("en", "es")):
        read(f"article-{page}", page * day % 7 + 1, date(2025 + (month == 1), month, day), language)
    before = read_views(periods, timezone.localdate())
    assert merge_finished_months() > 0
    assert read_views(periods, timezone.localdate()) == before
