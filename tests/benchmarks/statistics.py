"""Whether the month's page takes as long after a year of counting as after a month of it.

    python -m tests.benchmarks.statistics [sqlite] [postgresql]

Counts 300 pages in four languages on every day: of one month; of a year whose finished months are added up, as the
worker leaves them; and of a year of days. Opens the month's page of each in turn. Prints the fastest of each, their
ratios and the number of queries. Ends with 1 when a year misses the limit.
"""

import logging
import random
import sys
import time
from datetime import timedelta

from tests.benchmarks import growth

SIZES = ("month", "year", "days")
PAGES, LANGUAGES = 300, ("en", "es", "pl", "ar")
MOST_QUERIES, LIMIT = 8, 1.5  # times the page with a month
ROUNDS = 25
REQUESTS = 200


def count_views(month):
    """Every page in every language on each day of a month."""
    from articles.models import Article
    from clinic_site.models import PageViews

    random_source = random.Random(month.code)
    pages = Article.objects.filter(kind="article").order_by("pk").values_list("pk", flat=True)[:PAGES]
    days = [month.first + timedelta(days=number) for number in range((month.after.first - month.first).days)]
    for day in days:
        PageViews.objects.bulk_create(
            PageViews(day=day, page=f"article-{pk}", language=language, views=random_source.randrange(1, 40))
            for pk in pages
            for language in LANGUAGES
        )
    return len(days) * len(pages) * len(LANGUAGES)


def fill(name, size, month):
    from django.db import connection

    from clinic_site.statistics.merging import merge

    growth.fill(name, REQUESTS, PAGES)
    assert count_views(month) >= 28 * PAGES * len(LANGUAGES)
    for number in range(1, 12 if size != "month" else 1):
        earlier = month.moved(-number)
        count_views(earlier)
        if size == "year":
            merge(earlier)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def measure(name, browser, address):
    """(seconds, queries) of one look at the page. With SQLite, processor time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    growth.switch_to(name)
    assert browser.get(address).status_code == 200  # which reads the facts of this database
    read_clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    with CaptureQueriesContext(connection) as queries:
        began = read_clock()
        browser.get(address)
        return growth.Measured(read_clock() - began, len(queries))


def compare(kind, address):
    """Prints a line for each year; returns how many missed the limit."""
    browsers = {f"{kind}-{size}": growth.clients(f"{kind}-{size}")[True] for size in SIZES}
    rounds = [[measure(name, browser, address) for name, browser in browsers.items()] for _ in range(ROUNDS)]
    month, *years = (min(side) for side in zip(*rounds, strict=True))  # what else the machine does only adds to it
    missed = 0
    for name, year in zip(("a year", "a year of days"), years, strict=True):
        ratio = year.seconds / month.seconds
        misses = ratio > LIMIT or max(month.queries, year.queries) > MOST_QUERIES
        missed += misses
        growth.print_line(f"{kind}: a month, {name}", month, year, ratio, misses)
    return missed


def main():
    kinds = sys.argv[1:] or ["sqlite", "postgresql"]
    growth.use_databases(kinds, SIZES)
    logging.disable(logging.WARNING)
    from django.utils import timezone

    from clinic_site.statistics.periods import Period

    month = Period.around(timezone.localdate()).before
    address = f"/admin/clinic_site/pageviews/?period={month.code}"
    missed = 0
    for kind in kinds:
        for size in SIZES:
            fill(f"{kind}-{size}", size, month)
        missed += compare(kind, address)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
