"""How often each page is read: what counts as reading, on which day, and that no count is lost or doubled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import OperationalError, connection

from articles.models import ArticleText
from clinic_site.models import Clinic, PageViews
from clinic_site.statistics.counting import PageCounter
from tests.factories import CHICAGO, make_article
from tests.running_site import wait_until
from tests.unit.clinic_site.http.test_page_cache import BROWSER, site_behind_the_cache

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
committed = pytest.mark.django_db(transaction=True, serialized_rollback=True)  # it closes its connection


@pytest.fixture
def counter():
    """Its thread does not write while later tests run."""
    return PageCounter(every=86_400)


@pytest.fixture
def site(db, clock, counter, monkeypatch):
    """The site behind its page cache, on a Monday."""
    with site_behind_the_cache(monkeypatch, count_reading=counter.count) as site:
        yield site


def read(site, address, method="GET", **headers):
    return site.ask(address, method, **{"user_agent": PHONE, **headers})


def stored():
    return {(row.day, row.page, row.language): row.views for row in PageViews.objects.all()}


# What is counted


def test_every_reading_of_a_kept_page_counts(site, counter):
    article = make_article(slug="knees")
    etag = read(site, "/articles/knees/")[1]["ETag"]
    read(site, "/articles/knees/", accept_encoding=BROWSER)
    read(site, "/articles/knees/?utm_campaign=flyer")
    assert read(site, "/articles/knees/", if_none_match=etag)[0] == "304 Not Modified"
    assert counter.counts == {(MONDAY, f"article-{article.pk}", "en"): 4}


def test_each_language_counts_by_itself(site, counter):
    article = make_article(slug="knees", languages=["en", "es"])
    text = article.texts.get(language="es")
    for address in ("/articles/knees/", f"/es/articles/{text.slug}/", "/pl/articles/knees/"):
        read(site, address)
    assert counter.counts == {(MONDAY, f"article-{article.pk}", language): 1 for language in ("en", "es", "pl")}


def test_pages_are_known_by_names_without_anything_of_their_addresses(site, counter):
    service = make_article(kind="condition", slug="back-pain")
    addresses = {"/": "home", "/articles/?topic=knee-pain": "articles:list", "/services/": "services"}
    addresses |= {"/services/back-pain/": f"service-{service.pk}", "/consultation/": "consultation"}
    addresses |= {"/contact/": "contact", "/privacy/": "privacy"}
    for address in addresses:
        assert read(site, address)[0] == "200 OK", address
    assert counter.counts == {(MONDAY, page, "en"): 1 for page in addresses.values()}


def test_another_slug_does_not_begin_another_count(site, counter):
    article = make_article(slug="knees")
    read(site, "/articles/knees/")
    ArticleText.objects.update(slug="knees-and-running")
    assert read(site, "/articles/knees-and-running/")[0] == "200 OK"
    assert counter.counts == {(MONDAY, f"article-{article.pk}", "en"): 2}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_dest": "document"},
        {"user_agent": "Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.7.8"},
    ],
)
def test_browsers_count(site, counter, headers):
    read(site, "/contact/", **headers)
    assert counter.counts == {(MONDAY, "contact", "en"): 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"method": "HEAD"},
        {"user_agent": ""},
        {"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"user_agent": PHONE.replace("Chrome", "HeadlessChrome")},
        {"user_agent": "ia_archiver (+https://archive.example)"},
        {"user_agent": "Sogou web spider/4.0"},
        {"user_agent": "python-requests/2.32"},
        {"user_agent": "curl/8.5.0"},
        {"user_agent": "WhatsApp/2.23.20.0 A"},
        {"user_agent": "Mediapartners-Google"},
        {"sec_purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x_purpose": "preview"},
        {"x_moz": "prefetch"},
        {"sec_fetch_dest": "empty"},
        {"sec_fetch_dest": "iframe"},
    ],
)
def test_robots_and_what_is_fetched_ahead_do_not_count(site, counter, headers):
    for _ in range(2):
        assert read(site, "/contact/", **headers)[0] == "200 OK"
    assert counter.counts == {}
    read(site, "/contact/")
    assert counter.counts == {(MONDAY, "contact", "en"): 1}


def test_what_is_no_page_to_read_or_is_not_kept_does_not_count(site, counter):
    for address in ("/robots.txt", "/sitemap.xml", "/articles/feed/", "/.well-known/security.txt", "/search/?q=knee"):
        assert read(site, address)[0] == "200 OK", address
    for address in ("/nowhere/", "/articles", "/admin/login/", "/healthz", "/consultation/received/abcdefgh/"):
        read(site, address)
    read(site, "/consultation/", "POST", origin="http://testserver")
    assert counter.counts == {}


def test_the_name_of_a_page_is_in_no_header(site, counter):
    article = make_article(slug="knees")
    for _ in range(2):
        assert f"article-{article.pk}" not in str(read(site, "/articles/knees/")[1])
    assert counter.counts


# On which day


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 3, 2), 24)],
    ids=["an hour is taken", "an hour is given", "a usual day"],
)
def test_a_day_begins_and_ends_at_midnight_in_the_clinics_zone(site, counter, day, hours):
    begins = datetime.combine(day, datetime.min.time(), CHICAGO).timestamp()
    ends = begins + hours * 3600
    for moment in (begins - 1, begins, ends - 1, ends):
        with time_machine.travel(moment, tick=False):
            read(site, "/contact/")
    one = timedelta(days=1)
    assert counter.counts == {
        (day - one, "contact", "en"): 1, (day, "contact", "en"): 2, (day + one, "contact", "en"): 1,
    }  # fmt: skip


def test_a_day_is_that_of_another_zone_once_the_clinic_has_it(site, counter):
    read(site, "/contact/")
    Clinic.objects.update(time_zone="Pacific/Auckland")
    read(site, "/contact/")
    assert counter.counts == {(MONDAY, "contact", "en"): 1, (TUESDAY, "contact", "en"): 1}


# What is stored


def count(counter, page="home", *, times=1, day=MONDAY):
    for _ in range(times):
        counter.count((day, page, "en"), {"REQUEST_METHOD": "GET", "HTTP_USER_AGENT": PHONE})


@committed
def test_counts_are_added_to_those_of_other_processes(counter):
    others = PageCounter()
    count(counter, times=3), count(others, times=2), count(others, "contact")
    counter.write(), others.write(), others.write()
    count(counter), count(counter, day=TUESDAY)
    counter.write()
    assert stored() == {(MONDAY, "home", "en"): 6, (MONDAY, "contact", "en"): 1, (TUESDAY, "home", "en"): 1}


@committed
def test_all_counts_are_added_in_one_transaction_and_none_begins_without_counts(counter, monkeypatch):
    commits, commit = [], connection.commit
    monkeypatch.setattr(connection, "commit", lambda: commits.append(commit()))
    for number in range(20):
        count(counter, f"article-{number}")
    for _ in range(3):
        counter.write()
    assert len(commits) == 1
    assert len(stored()) == 20


@committed
def test_nothing_is_lost_or_counted_twice_while_the_database_does_not_answer(counter, console):
    def rename(table, name):
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table} RENAME TO {name}")

    count(counter, times=3)
    rename("clinic_site_pageviews", "elsewhere")
    try:
        counter.write()
        count(counter, times=2), count(counter, "contact")
        counter.write()
    finally:
        rename("elsewhere", "clinic_site_pageviews")
    assert [line["message"] for line in console()] == ["Page views could not be stored"] * 2
    counter.write(), counter.write()
    assert stored() == {(MONDAY, "home", "en"): 5, (MONDAY, "contact", "en"): 1}


@committed
def test_counts_that_may_be_stored_are_not_stored_again(counter, monkeypatch):
    """The database stores them and dies before it can say so."""
    commit = connection.commit

    def die_after_commit():
        commit()
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "commit", die_after_commit)
    count(counter, times=3)
    counter.write()
    monkeypatch.undo()
    counter.write()
    assert stored() == {(MONDAY, "home", "en"): 3}


@pytest.mark.whole
@committed
def test_a_process_writes_by_itself_from_its_first_reading_on():
    counter = PageCounter(every=0.2)
    assert counter.thread is None
    for times in (1, 2):
        count(counter)
        thread = counter.thread
        wait_until(lambda: not counter.counts, seconds=20, what="the thread to take the counts")
        with counter.writing:  # the database in memory cannot be read meanwhile
            assert stored() == {(MONDAY, "home", "en"): times}
    assert counter.thread is thread
    counter.every = 3600  # or it would go on beside other tests


def test_memory_is_bounded_by_the_number_of_pages(counter):
    for number in range(1000):
        count(counter, f"article-{number % 5}")
    assert len(counter.counts) == 5


def test_several_threads_lose_no_count(counter):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: count(counter, times=500), range(8)))
    assert counter.counts == {(MONDAY, "home", "en"): 4000}
