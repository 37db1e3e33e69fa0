"""Forgets the days of months that are over: the report tells months, and reads a few rows instead of thousands."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from clinic_site.models import PageViews
from clinic_site.statistics.periods import Period


def merge_finished_months():
    """Adds up the days of each month that has been over for a day, by the current time zone, in rows of its first day.

    By then every process has added what it counted in the month. Returns by how many rows the table shrank.
    """
    running, merged = Period.around(timezone.localdate() - timedelta(days=1)), 0
    while (last := PageViews.objects.filter(day__lt=running.first, day__day__gt=1).order_by("day").last()) is not None:
        merged += merge(Period.around(last.day))
    return merged


@transaction.atomic
def merge(month):
    totals, keys = Counter(), []
    rows = PageViews.objects.filter(day__range=(month.first, month.last))
    for row in rows.select_for_update().order_by("day", "page", "language"):  # as add_to_database()
        totals[row.page, row.language] += row.views
        keys.append(row.pk)
    PageViews.objects.filter(pk__in=keys).delete()
    PageViews.objects.bulk_create(
        PageViews(day=month.first, page=page, language=language, views=views)
        for (page, language), views in totals.items()
    )
    return len(keys) - len(totals)
