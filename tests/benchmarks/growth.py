"""Whether pages stay as quick with 50,000 requests and 10,000 articles as they are with 200 and 50.

    python -m tests.benchmarks.growth [sqlite] [postgresql]

Fills a small and a large database of each kind, asks both for the same pages in turn, and prints the median time of
each, its ratio and the number of queries. Ends with 1 when a page misses its limit.
"""

import logging
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import django

SIZES = {"small": (200, 50), "large": (50_000, 10_000)}  # requests, articles
SEARCHED = {"searched": (0, 1_000)}  # the size at which a search is compared with the list
LIMIT = 1.5  # times the small site's median
PUBLIC_LIMIT = 3  # for public pages, which are made once and kept until something changes
SEARCH_LIMIT = 5  # times the list page's
SECOND_LOOK = 2  # more times, where nothing is found and the site looks once more for words written apart
ROUNDS = 20
# Like is compared with like. A full page takes longer than a part of one, however much the site holds: so the staff's
# lists have pages that the small site fills too. That makes the limit harder to keep, since the rows of a page cost the
# same everywhere. And what the front desk has in hand does not grow with what it has done: both have as much of it.
ROWS_PER_PAGE = 10
OPEN_REQUESTS = 150


class Case(NamedTuple):
    name: str
    address: str
    is_staff: bool = False
    term: str = ""  # of a search in the inbox, which is posted
    index_entries: int = 0  # for each article, how many are read in an index to put lists in order


class Measured(NamedTuple):
    seconds: float
    queries: int


def use_databases(kinds, sizes=(*SIZES, *SEARCHED)):
    """Sets Django up with a database for each kind and size, all of them empty."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    from clinic_site import environment
    from tests import settings
    from tests.postgresql import create_database

    folder = Path(tempfile.mkdtemp(prefix="clinic-growth-"))
    for kind in kinds:
        for size in sizes:
            name = f"{kind}-{size}"
            if kind == "sqlite":
                url = f"sqlite:///{folder / name}.sqlite3"
            else:
                url = create_database(f"growth_{size}_{secrets.token_hex(4)}")
            settings.DATABASES[name] = environment.database("NONE", default=url)
    django.setup()
    compare_like_with_like()


def compare_like_with_like(setattr=setattr):
    from django.contrib.admin import ModelAdmin

    from tests.benchmarks import large_site

    setattr(ModelAdmin, "list_per_page", ROWS_PER_PAGE)
    setattr(large_site, "MOST_OPEN", OPEN_REQUESTS)


def switch_to(name):
    """The site asks this database from now on. One process, so that all else is the same for all of them."""
    from django.db import connections

    connections["default"] = connections[name]


def fill(name, requests, articles):
    from django.core.management import call_command
    from django.db import connection

    from tests.benchmarks import large_site

    switch_to(name)
    call_command("migrate", verbosity=0)
    large_site.load(requests=requests, articles=articles)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as autovacuum does within a minute


def clients(name):
    """Somebody who reads and somebody who works here."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    switch_to(name)
    staff = Client()
    staff.force_login(get_user_model().objects.get())
    return {False: Client(), True: staff}


def cases():
    """The pages by name, with the address that each has on the present database."""
    from django.contrib.auth import get_user_model
    from django.db.models import Count

    from articles.models import Article, ArticleText
    from consultations.desk.inbox import TABS_BY_NAME
    from consultations.models import ConsultationRequest

    texts = ArticleText.objects.filter(article__kind="article").order_by("-article__published_at")
    last_page = texts.filter(language="en").count() // 12
    of_topic = texts.filter(article__topic__slug="knee-pain")  # which has a service, on a site of any size
    found = [Case("home", "/"), Case("home, es", "/es/", index_entries=8), Case("feed", "/articles/feed/")]
    for language, prefix in [("en", ""), ("es", "/es"), ("ar", "/ar")]:
        entries = 4 if language == "en" else 8  # whether the article is public, and whether it is in the language
        text = of_topic.filter(language=language)[0]
        found += [
            Case(f"list, {language}", f"{prefix}/articles/", index_entries=entries),
            Case(
                f"list, {language}, page in the middle",
                f"{prefix}/articles/?page={last_page // 2}",
                index_entries=entries,
            ),
            Case(f"list, {language}, last page but one", f"{prefix}/articles/?page={last_page}", index_entries=entries),
            Case(f"topic, {language}", f"{prefix}/articles/?topic=knee-pain", index_entries=entries),
            Case(f"article, {language}", f"{prefix}/articles/{text.slug}/", index_entries=entries),
        ]
    pk = Article.objects.annotate(languages=Count("texts")).filter(languages=2).latest("pk").pk
    request = ConsultationRequest.objects.filter(state="new").order_by("pk").last()
    person = get_user_model().objects.get().pk
    inbox = "/admin/consultations/consultationrequest/"
    return [
        *found,
        Case("inbox", inbox, is_staff=True),
        Case("inbox, all, page 2", f"{inbox}?tab=all&p=2", is_staff=True),
        *(Case(f"inbox, {tab}", f"{inbox}?tab={tab}", is_staff=True) for tab in TABS_BY_NAME if tab != "to-call"),
        Case("inbox, all in Polish", f"{inbox}?tab=all&language=pl", is_staff=True),
        Case("inbox, all closed", f"{inbox}?tab=all&state__exact=closed", is_staff=True),
        Case("inbox, all unreachable", f"{inbox}?tab=all&closed_because__exact=unreachable", is_staff=True),
        Case("inbox, all of nobody", f"{inbox}?tab=all&assignee=nobody", is_staff=True),
        Case("inbox, all of one person", f"{inbox}?tab=all&assignee={person}", is_staff=True),
        Case("search by phone", f"{inbox}search/", is_staff=True, term=request.phone),
        Case("search by name", f"{inbox}search/", is_staff=True, term=request.full_name),
        Case("search by parts", f"{inbox}search/", is_staff=True, term=f"{request.full_name[:3]} {request.phone[-4:]}"),
        Case("request", f"{inbox}{request.pk}/change/", is_staff=True),
        Case("articles in the admin", "/admin/articles/article/", is_staff=True),
        # Behind the sample people and prices, which have no topics to read.
        Case("articles in the admin, page 4", "/admin/articles/article/?p=4", is_staff=True),
        Case("article in the admin", f"/admin/articles/article/{pk}/change/", is_staff=True),
    ]


def cases_of(name):
    switch_to(name)
    return cases()


# A search looks at every text (in the admin, at every title), so it grows with their number. What is promised is how
# much longer it takes than a list, with as many articles as a clinic may ever have.
SEARCHES = [
    Case("list", "/articles/"),
    Case("search, one word", "/search/?q=knee"),
    Case("search, three words", "/search/?q=knee+pain+running"),
    Case("search, nothing found", "/search/?q=helicopter"),
    Case("list, ar", "/ar/articles/"),
    Case("search, ar", "/ar/search/?q=الركبة"),
    Case("list in the admin", "/admin/articles/article/", is_staff=True),
    Case("search in the admin", "/admin/articles/article/?q=knee", is_staff=True),
    Case("search in the admin, nothing found", "/admin/articles/article/?q=helicopter", is_staff=True),
]


def measure(name, client, case):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    switch_to(name)

    def ask():
        browser, visitor = client[case.is_staff], f"10.0.{random.randrange(256)}.{random.randrange(256)}"
        if case.term:
            return browser.post(case.address, {"term": case.term}, follow=True, REMOTE_ADDR=visitor)
        return browser.get(case.address, REMOTE_ADDR=visitor)  # so many searches are not one visitor's

    with CaptureQueriesContext(connection) as queries:
        response = ask()
        assert response.status_code == 200, (name, case, response.status_code)
        count = len(queries)
    began = time.perf_counter()
    ask()
    return Measured(time.perf_counter() - began, count)


def median(measured):
    return Measured(
        statistics.median(one.seconds for one in measured),
        statistics.median_high(one.queries for one in measured),  # now and then the clinic's facts are read again
    )


def compare(kind):
    """Prints a line for each page; returns how many missed their limit."""
    names = [f"{kind}-{size}" for size in SIZES]
    browsers = {name: clients(name) for name in names}
    missed = 0
    for small_case, large_case in zip(*(cases_of(name) for name in names), strict=True):
        pairs = [
            [measure(name, browsers[name], case) for name, case in zip(names, (small_case, large_case), strict=True)]
            for _ in range(ROUNDS)
        ]
        small, large = (median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(large.seconds / small.seconds for small, large in pairs)
        misses = ratio > (LIMIT if small_case.is_staff else PUBLIC_LIMIT) or small.queries != large.queries
        missed += misses
        print_line(small_case.name, small, large, ratio, misses)
    return missed


def compare_search(kind, size, limit=float("inf")):
    name = f"{kind}-{size}"
    browsers = clients(name)
    measured = {case: [] for case in SEARCHES}
    for _ in range(ROUNDS):
        for case in SEARCHES:
            measured[case].append(measure(name, browsers, case))
    missed, listed = 0, None
    for case in SEARCHES:
        one = median(measured[case])
        if case.name.startswith("list"):
            listed = one
            continue
        ratio = one.seconds / listed.seconds
        misses = ratio > limit + (SECOND_LOOK if "nothing found" in case.name else 0)
        missed += misses
        print_line(f"{case.name} ({size}) / list", listed, one, ratio, misses)
    return missed


def print_line(name, before, after, ratio, misses):
    print(
        f"{name:34}{before.seconds * 1000:8.1f} ms{after.seconds * 1000:8.1f} ms{ratio:7.2f} ×"
        f"{before.queries:5}{after.queries:5} queries{'   MISSES' if misses else ''}",
        flush=True,
    )


def main():
    kinds = sys.argv[1:] or ["sqlite", "postgresql"]
    use_databases(kinds)
    logging.disable(logging.WARNING)  # slow queries are no news here
    missed = 0
    for kind in kinds:
        for size, (requests, articles) in {**SIZES, **SEARCHED}.items():
            fill(f"{kind}-{size}", requests, articles)
        print(f"\n{kind}")
        missed += compare(kind)
        missed += compare_search(kind, "searched", SEARCH_LIMIT)
        compare_search(kind, "large")  # to be known; no limit is set for it
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
