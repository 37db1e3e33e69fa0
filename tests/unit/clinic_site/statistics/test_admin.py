"""The report as a manager sees it."""

import csv
import io
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from clinic_site.models import PageViews
from tests.factories import make_article
from tests.months import ask, read
from tests.pages import Page, parse
from tests.staff import make_account

pytestmark = pytest.mark.usefixtures("clinic")
REPORT = "/admin/clinic_site/pageviews/"
FEBRUARY = f"{REPORT}?period=2026-02"


def open_as(username="maria", **account):
    """A browser in which somebody has signed in."""
    browser = Client()
    browser.force_login(make_account(username, **account))
    return browser


@pytest.fixture
def manager():
    return open_as(groups=["Manager"])


def table(response, name):
    """{first cell: the other cells} of the table of that name."""
    page = Page(response)
    rows = page.all(f".figures[aria-labelledby={name}] tbody tr") or [
        row for caption in page.all(f"#{name}-caption") for row in caption.find_parent("table").select("tbody tr")
    ]
    return {row.th.get_text(): [cell.get_text() for cell in row.find_all("td")] for row in rows}


def rows_of(response):
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_it_is_in_the_menu_of_managers_as_statistics(manager):
    assert Page(manager.get("/admin/")).links("Statistics") != []
    assert Page(open_as("ewa", groups=["Front desk"]).get("/admin/")).links("Statistics") == []


def test_it_begins_with_the_running_month_and_says_that_it_is_not_over(manager):
    page = Page(manager.get(REPORT))
    assert page.text("h1") == "Statistics: March 2026"
    assert page.texts(".statistics > p")[0].startswith("March 2026 is not over yet: these are the figures so far.")


def test_a_month_is_compared_with_the_last_and_the_same_a_year_before(manager):
    read("home", 40, date(2026, 2, 3))
    read("home", 30, date(2026, 1, 3))
    ask(date(2026, 2, 3), state="scheduled", called=12, visit_on=date(2026, 2, 9), came=True)
    ask(date(2025, 2, 3))
    response = manager.get(FEBRUARY)
    assert Page(response).texts(".figures[aria-labelledby=totals] thead th") == [
        "February 2026", "January 2026", "February 2025",
    ]  # fmt: skip
    assert table(response, "totals") == {
        "Page views": ["40", "30", "under 5"],
        "Requests": ["1", "0", "1"],
        "Reached": ["1", "0", "0"],
        "Scheduled": ["1", "0", "0"],
        "Came": ["1", "0", "0"],
        "Did not come": ["0", "0", "0"],
        "Promised calls kept": ["1 of 1", "0 of 0", "0 of 1"],
        "Median wait for the first call": ["2 hours", "no calls", "1 year"],
    }


def test_a_year_is_compared_with_the_last_one_alone(manager):
    response = manager.get(f"{REPORT}?period=2026")
    assert Page(response).texts(".figures[aria-labelledby=totals] thead th") == ["2026", "2025"]


def test_pages_are_called_by_their_titles_also_those_that_are_deleted(manager):
    article = make_article(title="Knee Pain")
    for page in (f"article-{article.pk}", "article-99", "articles:list", "contact"):
        read(page, 20, date(2026, 2, 3))
    ask(date(2026, 2, 3), source_page=f"article-{article.pk}")
    ask(date(2026, 2, 3))
    found = table(manager.get(FEBRUARY), "pages")
    assert found["Not known"][:2] == ["", ""]
    assert list(found) == [
        "Knee Pain", "Not known", "Article 99 (deleted)", "Contact and directions", "List of articles",
    ]  # fmt: skip


def test_small_numbers_are_not_shown_also_where_subtraction_would_give_them_away(manager):
    """The total, 65, is that of the three pages: without the contact page in the pool, 65 - 40 - 22 tells the third."""
    for page, views in {"home": 40, "contact": 22, "services": 3}.items():
        read(page, views, date(2026, 2, 3))
    ask(date(2026, 2, 3), source_page="services")
    response = manager.get(FEBRUARY)
    assert table(response, "totals")["Page views"][0] == "65"
    assert {name: cells[:1] for name, cells in table(response, "pages").items()} == {
        "Services": ["in “All others”"], "Home page": ["40"], "All others": ["25"],
    }  # fmt: skip
    exported = rows_of(manager.get(f"{REPORT}export/?period=2026-02"))
    assert [row[2:4] for row in exported if row[:2] == ["February 2026", "Pages"]] == [
        ["Home page", "40"], ["Services", "in “All others”"], ["All others", "25"],
    ]  # fmt: skip
    assert list(PageViews.objects.order_by("views").values_list("views", flat=True)) == [3, 22, 40]


def test_a_month_under_the_floor_is_not_told(manager):
    read("home", 4, date(2026, 2, 3))
    response = manager.get(FEBRUARY)
    assert table(response, "totals")["Page views"][0] == "under 5"
    assert table(response, "pages") == {}


def test_the_quarter_is_one_link_away_and_sorts_by_what_a_link_says(manager):
    knee, hip = make_article(title="Knee Pain"), make_article(title="Hip Pain")
    for month in (1, 2):
        ask(date(2026, month, 3), source_page=f"article-{knee.pk}")
    visit = {"state": "scheduled", "visit_on": date(2026, 2, 9), "came": True}
    ask(date(2026, 2, 3), source_page=f"article-{hip.pk}", **visit)
    (quarter,) = Page(manager.get(REPORT)).links("Quarter")
    response = manager.get(REPORT + quarter)
    assert Page(response).text("h1") == "Statistics: Q1 2026"
    assert list(table(response, "pages")) == ["Knee Pain", "Hip Pain"]
    (came,) = Page(response).links("Came")
    assert list(table(manager.get(REPORT + came.partition("#")[0]), "pages")) == ["Hip Pain", "Knee Pain"]


def test_the_first_sentences_answer_what_the_owner_asks(manager):
    knee, hip = make_article(title="Knee Pain"), make_article(title="Hip Pain")
    read("home", 1000, date(2026, 2, 3))
    for _ in range(3):
        ask(date(2026, 2, 3), source_page=f"article-{knee.pk}", state="contacted", called=11)
    visit = {"state": "scheduled", "visit_on": date(2026, 2, 9), "came": True}
    ask(date(2026, 2, 3), source_page=f"article-{hip.pk}", language="pl", called=13, **visit)
    assert Page(manager.get(FEBRUARY)).texts(".statistics__answers li") == [
        "February 2026: 1,000 page views, 4 requests, 1 visit.",
        "January 2026: under 5 page views, 0 requests, 0 visits.",
        "“Hip Pain” brought the most patients: 1 request, 1 scheduled, 1 came.",
        "Patients who asked in Polish wait longest: half of them waited 3 hours or longer for the first call.",
    ]


def test_languages_tell_how_long_their_requests_wait(manager):
    ask(date(2026, 2, 3), language="pl", state="contacted", called=13)
    ask(date(2026, 2, 3), language="ar")
    found = table(manager.get(FEBRUARY), "languages")
    assert {name: cells[2:] for name, cells in found.items()} == {
        "Arabic": ["1", "0", "0", "0", "0", "1", "3 weeks 6 days"],
        "Polish": ["1", "1", "0", "0", "0", "0", "3 hours"],
    }


def test_what_is_due_now_has_links(manager):
    ask(date(2026, 2, 3))
    ask(date(2026, 2, 3), state="scheduled", visit_on=date(2026, 2, 9))
    assert Page(manager.get(REPORT)).texts(".statistics__due li") == [
        "1 call overdue", "1 past visit without an outcome", "No requests held as possible spam",
    ]  # fmt: skip


def test_closed_requests_and_what_is_counted_apart(manager):
    ask(date(2026, 2, 3), state="closed", closed_because="declined")
    ask(date(2026, 2, 3), state="spam")
    response = manager.get(FEBRUARY)
    assert table(response, "closed")["Patient declined"] == ["1", "0", "0"]
    assert table(response, "apart")["Spam"] == ["1", "0", "0"]
    assert table(response, "totals")["Requests"] == ["1", "0", "0"]


def test_every_plot_has_a_title_a_description_and_a_table(manager):
    for language in ("en", "pl"):
        ask(date(2026, 2, 3), language=language, state="closed", called=12)
    page = Page(manager.get(FEBRUARY))
    plots = page.all("svg[role=img]")
    assert len(plots) == 5
    for plot in plots:
        named = [page.one(f"#{name}").get_text() for name in plot["aria-labelledby"].split()]
        assert all(named)
        assert plot.find_parent("section").find("table")
    assert page.all("[style], script:not([src])") == []


@pytest.mark.parametrize("page", ["", "counted/"])
def test_the_pages_are_valid_html(manager, page):
    ask(date(2026, 3, 1), source_page="contact", state="closed", called=12)
    tree, errors = parse(manager.get(REPORT + page).content.decode())
    ids = [element["id"] for element in tree.find_all(id=True)]
    assert (errors, len(tree.find_all("h1"))) == ([], 1)
    assert sorted(ids) == sorted(set(ids))


def test_a_title_cannot_break_out_of_a_plot(manager):
    article = make_article(title="</svg><script>alert(1)</script>")
    ask(date(2026, 2, 3), source_page=f"article-{article.pk}")
    page = Page(manager.get(FEBRUARY))
    assert [label for label in page.texts(".plot__label") if "alert" in label] == ["</svg><script>alert(1)</script>"]


def test_somebody_who_may_not_see_requests_sees_the_reading_alone():
    browser = open_as("reader")
    reader = get_user_model().objects.get(username="reader")
    reader.user_permissions.set(Permission.objects.filter(codename="view_pageviews"))
    read("home", 40, date(2026, 2, 3))
    ask(date(2026, 2, 3), source_page="contact", campaign="spring-flyer")
    response = browser.get(FEBRUARY)
    assert table(response, "totals") == {"Page views": ["40", "under 5", "under 5"]}
    assert table(response, "pages") == {"Home page": ["40", "under 5"]}
    exported = browser.get(f"{REPORT}export/?period=2026-02").content.decode()
    for text in (response.content.decode(), exported):
        assert "spring-flyer" not in text
        assert "Requests" not in text


def test_the_spreadsheet_has_the_figures_of_the_page(manager):
    read("home", 40, date(2026, 2, 3))
    ask(date(2026, 2, 3), source_page="home", language="pl", state="closed", called=13, campaign="spring-flyer")
    response = manager.get(f"{REPORT}export/?period=2026-02")
    assert response.headers["Content-Disposition"] == 'attachment; filename="statistics-2026-02.csv"'
    head, *rows = rows_of(response)
    assert head[:6] == ["Period", "Table", "Name", "Page views", "Requests", "Reached"]
    assert {len(row) for row in rows} == {len(head)}
    february = [row for row in rows if row[0] == "February 2026"]
    assert [row[1:5] for row in february if row[1] in ("Total", "Pages", "Languages", "Campaigns", "Closed")] == [
        ["Total", "", "40", "1"],
        ["Pages", "Home page", "40", "1"],
        ["Languages", "English", "40", "0"],
        ["Languages", "Polish", "in “All others”", "1"],
        ["Campaigns", "spring-flyer", "", "1"],
        ["Closed", "Other reason", "", "1"],
    ]
    assert february[0][-1] == "180"  # minutes


def test_a_title_is_no_formula_in_the_spreadsheet(manager):
    article = make_article(title="=1+1")
    ask(date(2026, 2, 3), source_page=f"article-{article.pk}")
    assert "'=1+1" in [row[2] for row in rows_of(manager.get(f"{REPORT}export/?period=2026-02"))]


@pytest.mark.parametrize("period", ["2026-13", "x", "9999"])
def test_another_period_is_refused(manager, period):
    assert manager.get(REPORT, {"period": period}).status_code == 400


def test_no_page_shows_what_is_stored_for_a_day(manager):
    row = read("home", 3, date(2026, 2, 3))
    for address in (f"{REPORT}{row.pk}/", f"{REPORT}{row.pk}/change/", f"{REPORT}{row.pk}/history/"):
        assert manager.get(address).status_code == 404


def test_many_pages_are_shown_by_twenties(manager):
    for number in range(30):
        read(f"article-{number}", 10 + number, date(2026, 2, 3))
    response = manager.get(FEBRUARY)
    assert len(table(response, "pages")) == 20
    (link,) = Page(response).links("Show all 30 pages")
    assert len(table(manager.get(REPORT + link.partition("#")[0]), "pages")) == 30


def test_the_page_about_what_is_counted_has_an_example_of_a_day(manager):
    page = Page(manager.get(f"{REPORT}counted/"))
    assert page.text("#example-caption") == "Example: these numbers are invented"
    assert page.texts(".figures th") == [
        field.verbose_name[:1].upper() + field.verbose_name[1:] for field in PageViews._meta.fields
    ]
    assert len(page.all(".figures tbody tr")) == 6


@pytest.mark.on_both_databases
@pytest.mark.parametrize("months", [1, 13])
def test_the_report_asks_at_most_eight_times_however_long_it_has_been_counted(manager, months):
    article = make_article()
    for number in range(months):
        day = date(2026 - (number + 9) // 12, 12 - (number + 9) % 12, 1)
        for page in ("home", f"article-{article.pk}"):
            for language in ("en", "es", "pl", "ar"):
                read(page, 7, day, language)
        ask(day, source_page="home", language="pl")
    manager.get(REPORT)
    with CaptureQueriesContext(connection) as queries:
        assert table(manager.get(REPORT), "totals")["Page views"][0] == "55"
    assert len(queries) <= 8, [query["sql"][:200] for query in queries]
