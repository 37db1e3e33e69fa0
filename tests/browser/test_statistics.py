"""The owner asks whether the website brings patients, and finds out in at most three clicks from the home page."""

import csv
from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from tests import WHOLE
from tests.browser.conftest import PHONE
from tests.browser.people import ARTICLE
from tests.browser.test_accessibility import LOOKS, problems_in_full
from tests.browser.test_manager import member_of
from tests.clock import CLINIC
from tests.faults.patients import ask
from tests.running_site import RunningSite

KNEE, HEEL = "Knee Pain After Running: What to Know", "Heel Pain With the First Steps in the Morning"
PHONE_BROWSER = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile"
VISITS = {"state": "scheduled", "called": 12, "came": True}
MAKE_MONTHS = f"""
from datetime import timedelta
from django.utils import timezone
from articles.models import ArticleText
from tests.factories import CHICAGO
from tests.months import ask, read

today = timezone.localdate(timezone=CHICAGO)
before = today.replace(day=1) - timedelta(days=1)
knee, heel = (
    f"article-{{ArticleText.objects.get(language='en', title=title).article_id}}" for title in ({KNEE!r}, {HEEL!r})
)
for page, views in {{"home": 1200, knee: 300, heel: 90, "contact": 3}}.items():
    read(page, views, today)
    read(page, 2 * views, before, "pl")
for _ in range(4):
    ask(today, source_page=knee, state="contacted", called=11)
for _ in range(3):
    ask(today, source_page=heel, language="pl", campaign="spring-flyer", visit_on=today, **{VISITS!r})
ask(before, source_page="home", visit_on=before, **{VISITS!r})
ask(today, held=True)
"""
STAFF = [(390, "light"), (1280, "dark")]
if WHOLE:
    STAFF = list(product([390, 1280], LOOKS))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of its own, with this month and the last one."""
    site = RunningSite(tmp_path_factory.mktemp("months"))
    site.start()
    made = site.manage("shell", "-v0", "-c", MAKE_MONTHS)
    assert made.returncode == 0, made.stderr
    yield site
    site.stop()


class Owner:
    def __init__(self, page, site):
        self.page, self.clicks = page, 0
        member_of("Manager", page, site)

    def clicks_on(self, link):
        self.page.get_by_role("main").get_by_role("link", name=link, exact=True).click()
        self.page.wait_for_load_state()
        self.clicks += 1

    @property
    def answers(self):
        return self.page.locator(".statistics__answers li").all_inner_texts()

    def table(self, name):
        """[[the cells of a row]], with its head."""
        rows = self.page.locator(f".figures[aria-labelledby={name}] tr").all()
        return [row.locator("th, td").all_inner_texts() for row in rows]


def rows_of_pages(owner):
    """[(name, views)] of the running month, as the page shows them, but for commas, and as the spreadsheet has them."""
    shown = [(name, views.replace(",", "")) for name, views, *_ in owner.table("pages")[1:]]
    with owner.page.expect_download() as download:
        owner.page.get_by_role("link", name="Download as a spreadsheet (CSV)").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    exported = [tuple(row[2:4]) for row in rows if row[:2] == [rows[1][0], "Pages"]]
    return sorted(shown), sorted(exported)


@pytest.fixture
def owner(new_page, site):
    return Owner(new_page(accept_downloads=True), site)


@pytest.mark.whole
def test_which_article_brought_most_patients_this_quarter(owner):
    owner.clicks_on("Statistics")
    owner.clicks_on("Quarter")
    assert f"“{HEEL}” brought the most patients: 3 requests, 3 scheduled, 3 came." in owner.answers
    assert owner.table("pages")[1][0] == KNEE  # most requests
    owner.clicks_on("Came")
    assert owner.table("pages")[1][0] == HEEL  # most visits
    assert owner.clicks <= 3


@pytest.mark.whole
def test_which_languages_requests_are_called_last(owner):
    owner.clicks_on("Statistics")
    assert owner.answers[-1] == (
        "Patients who asked in Polish wait longest: half of them waited 2 hours or longer for the first call."
    )
    plot = owner.page.get_by_role("img", name="Median wait for the first call")
    assert plot.locator("text").all_text_contents() == ["Polish", "2 hours", "English", "1 hour"]
    assert owner.clicks <= 3


@pytest.mark.whole
def test_whether_the_website_brings_patients(owner):
    owner.clicks_on("Statistics")
    today = timezone.localdate(timezone=CLINIC)
    before = today.replace(day=1) - timedelta(days=1)
    head, *rows = owner.table("totals")
    assert head[1:3] == [f"{today:%B %Y}".upper(), f"{before:%B %Y}".upper()]
    assert [row[:3] for row in rows[:5]] == [
        ["Page views", "1,590", "3,186"],
        ["Requests", "7", "1"],
        ["Reached", "7", "1"],
        ["Scheduled", "3", "1"],
        ["Came", "3", "1"],
    ]
    assert owner.clicks <= 3


@pytest.mark.whole
def test_small_numbers_stay_hidden_on_the_page_and_in_the_spreadsheet(owner):
    """The contact page was read three times. 1,593 without home and knee is 93: not 90 and 3. 93 is told as 90."""
    owner.clicks_on("Statistics")
    shown, exported = rows_of_pages(owner)
    assert shown == exported == [
        ("All others", "90"), (HEEL, "in “All others”"), ("Home page", "1200"), (KNEE, "300"),
    ]  # fmt: skip


@pytest.mark.whole
def test_known_visits_are_stored_exactly_and_shown_by_the_floor(browser, fresh_site):
    # Given a day on which pages were read so often
    fresh_site.start()
    for address, views in {"/": 40, ARTICLE: 22, "/contact/": 3}.items():
        for _ in range(views):
            status, _, _ = ask(fresh_site, "GET", address, headers={"User-Agent": PHONE_BROWSER})
            assert status == 200
    assert fresh_site.stop() == 0

    # Then the database has the exact totals
    rows = fresh_site.query("SELECT page, language, views FROM clinic_site_pageviews ORDER BY views")
    ((contact, *_), (knee, *_), (home, *_)) = rows
    assert (contact, home, knee[:8]) == ("contact", "home", "article-")
    assert [row[1:] for row in rows] == [("en", 3), ("en", 22), ("en", 40)]

    # And the manager sees and exports what gives no small number away: 65 - 40 - 22 would be the third page
    fresh_site.start()
    page = browser.new_context(base_url=fresh_site.url, accept_downloads=True).new_page()
    owner = Owner(page, fresh_site)
    owner.clicks_on("Statistics")
    assert owner.table("totals")[1][:2] == ["Page views", "65"]
    shown, exported = rows_of_pages(owner)
    assert shown == exported == [("All others", "25"), ("Home page", "40")]
    page.context.close()


def problems_beside_plots(page):
    """Axe cannot see behind the texts of a drawing. They have the color of the page's own text, which it checks."""
    colors = page.locator(".plot text").evaluate_all("(all) => all.map((text) => getComputedStyle(text).fill)")
    assert set(colors) == {page.locator(".statistics p").first.evaluate("(text) => getComputedStyle(text).color")}
    page.add_style_tag(content=".plot text { visibility: hidden }")
    return problems_in_full(page)


@pytest.mark.whole
@pytest.mark.parametrize(("width", "look"), STAFF)
def test_the_statistics_are_accessible(new_page, site, width, look):
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, **LOOKS[look])
    Owner(page, site).clicks_on("Statistics")
    assert problems_beside_plots(page) == [], "month"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("link", name="Year", exact=True).click()
    page.get_by_role("link", name="Views", exact=True).click()
    page.locator("[aria-sort]").wait_for()
    assert problems_beside_plots(page) == [], "year"
    page.get_by_role("link", name="What is counted").click()
    page.get_by_role("heading", level=1, name="What is counted").wait_for()
    assert problems_in_full(page) == [], "what is counted"
