"""Requests for old addresses: which are redirected, and how."""

import pytest
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles import slug_redirects
from clinic_site.facts import current_clinic
from clinic_site.redirects.middleware import find_redirect
from tests.factories import make_article, make_picture, make_translation
from tests.pages import Page
from tests.unit.clinic_site.redirects.conftest import ARABIC, ARABIC_CODES

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(visitor):
    """A visitor of a site that redirects some old addresses."""
    make_article(slug="knees")
    for address in ("/2022/06/18/knees/", "/?p=123", "/brochure.pdf", ARABIC, "/ból-kolana/"):
        slug_redirects.add_redirect(address, "/articles/knees/")
    return visitor


@pytest.mark.parametrize(
    "address",
    [
        "/2022/06/18/knees/",
        "/2022/06/18/knees",
        "/2022/06/18/knees/?utm_source=letter&fbclid=1",
        "/2022/06/18/KNEES/",
        "/2022/06/18/Knees).",
        "/2022/06/18/knees/,",
        "/2022/06/18/knees%E2%80%9D",
        "/Brochure.PDF",
        "/brochure.pdf",
        "/brochure.pdf/",
        "/?p=123",
        "/?p=123&utm_source=letter",
        "/index.php?p=123",
        ARABIC,
        ARABIC_CODES,
        ARABIC_CODES.lower().rstrip("/"),
        "/bo%CC%81l-kolana/",  # the accent as a sign of its own
        "/b%C3%B3l-kolana/",
    ],
)
def test_old_address_is_redirected_however_it_is_written(old, address):
    response = old.get(address)
    assert (response.status_code, response["Location"]) == (301, "/articles/knees/")
    assert response["Cache-Control"] == "private, no-store"  # or browsers store it, and an article may move back
    assert response["Content-Security-Policy"]
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.cookies == {}
    head = old.head(address)
    assert (head.status_code, head["Location"]) == (301, "/articles/knees/")


@pytest.mark.parametrize(
    "address", ["/2022/06/18/", "/2022/06/18/knee/", "/2022/06/18/knees/more/", "/es/2022/06/18/knees/", "/?p=1234"]
)
def test_other_addresses_are_not_found(old, address):
    assert old.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/%00", "/%ff%fe", "/?p=%00", "/?p=" + "9" * 50, "/?p=١٢٣", "/?" + "a&" * 200, "/?p"]
)
def test_odd_addresses_break_nothing(old, address):
    assert old.get(address).status_code in (200, 404)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/contact.", "/contact/"),
        ("/contact/)", "/contact/"),
        ("/contact/).", "/contact/"),
        ("/contact/,", "/contact/"),
        ("/contact%22", "/contact/"),
        ("/Contact/", "/contact/"),
        ("/CONTACT", "/contact/"),
        ("/ES/contact/", "/es/contact/"),
        ("/articles/KNEES/", "/articles/knees/"),
        ("/articles/knees/]", "/articles/knees/"),
        ("/es/Articles/Rodillas.", "/es/articles/rodillas/"),
    ],
)
def test_a_page_is_found_in_capitals_and_with_a_mark_glued_to_its_end(visitor, address, page):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    response = visitor.get(address)
    assert (response.status_code, response["Location"]) == (301, page)
    assert visitor.get(page).status_code == 200


@pytest.mark.parametrize(
    "address", ["/contacts.", "/articles/Draft/", "/articles/none).", "/.", "/)", "/Nowhere", "/Admin"]
)
def test_nothing_else_is_made_of_other_spellings(visitor, address):
    make_article(slug="draft", state="draft")
    response = visitor.get(address)
    assert (response.status_code, response.get("Location")) in [(404, None), (301, f"{address}/")]


def test_an_address_in_capitals_does_not_lead_in_circles_once_its_page_is_gone(visitor):
    slug_redirects.add_redirect("/articles/Knees/", "/articles/knees/")
    assert visitor.get("/articles/Knees/")["Location"] == "/articles/knees/"
    assert visitor.get("/articles/knees/").status_code == 404


# What WordPress answered besides the address that it showed


@pytest.mark.parametrize(
    "address",
    [
        "/2022/06/18/knees/feed/",
        "/2022/06/18/knees/feed",
        "/2022/06/18/knees/feed/atom/",
        "/2022/06/18/knees/rss2/",
        "/2022/06/18/knees/embed/",
        "/2022/06/18/knees/amp/",
        "/2022/06/18/knees/amp/).",
        "/2022/06/18/Knees/AMP/?utm_source=letter",
        "/2022/06/18/knees/trackback/",
        "/2022/06/18/knees/comment-page-3/",
        "/2022/06/18/knees/page/2/",
        "/2022/06/18/knees/2/",
        "/2022/6/18/knees/",
        "/2022/6/KNEES/2",
        "/2022/06/17/knees/",
        "/2022/6/1/knees/feed/",
        "/2022/06/18/knees/?p=9",
        "/2022/06/18/knees/?feed=rss2",
        f"{ARABIC_CODES}feed/",
        f"{ARABIC_CODES.lower()}2/",
    ],
)
def test_what_wordpress_answered_for_a_post_leads_to_its_article(old, address):
    slug_redirects.add_redirect("/2022/06/knees/", "/articles/knees/")
    response = old.get(address)
    assert (response.status_code, response["Location"]) == (301, "/articles/knees/")


@pytest.mark.parametrize(
    ("old_address", "address"),
    [
        ("/2022/06/knees/", "/2022/06/18/knees/"),
        ("/2022/06/18/knees/", "/2022/06/3/knees/"),
        ("/blog/2022/06/knees/", "/blog/2022/6/knees/"),
        ("/pl/2022/06/knees/", "/pl/2022/6/Knees/2/"),
        ("/2022/06/knees/x-ray/", "/2022/6/knees/x-ray/"),
        ("/2022/06/", "/2022/06/18/"),
        ("/category/knees/", "/category/knees/page/2/"),
        ("/page/", "/page/2/"),
        ("/pl/page/", "/pl/page/12/"),
        ("/feed/", "/feed/rss2/"),
        ("/?feed=atom", "/?feed=atom"),
        ("/?p=4", "/pl/?p=4"),
        ("/?p=4", "/pl?p=4"),
        ("/?cat=4", "/index.php?cat=4&paged=2"),
        ("/blog/?p=4", "/blog/?p=4"),
        ("/blog/?p=4", "/blog?p=4&utm_source=letter"),
    ],
)
def test_old_address_leads_on_in_each_form_that_wordpress_answered(visitor, old_address, address):
    slug_redirects.add_redirect(old_address, "/contact/")
    response = visitor.get(address)
    if response.get("Location", "").startswith("/pl/?"):  # Django adds the slash of a page that exists
        response = visitor.get(response["Location"])
    assert (response.status_code, response.get("Location")) == (301, "/contact/")


@pytest.mark.parametrize(
    "address",
    [
        "/2022/07/knees/",
        "/2021/06/18/knees/",
        "/2022/06/18/knees/other/",
        "/2022/06/18/knees/feed/feed/feed/",
        "/2022/06/18/knees/page/x/",
        "/2022/06/18/knees/12345/",
        "/2022/06/32/",
        "/pl/2022/06/18/knees/feed/",
        "/feed/",
        "/2/",
        "/blog/?p=123",
        "/?feed=rss2",
        "/pl/?p=1234",
    ],
)
def test_what_wordpress_did_not_answer_for_a_post_is_not_found(old, address):
    assert old.get(address).status_code == 404


def test_the_nearest_of_several_old_addresses_is_taken(visitor):
    addresses = ["/a/", "/a/2/", "/A/", "/2020/01/b/", "/2020/01/05/b/", "/2020/01/05/b/feed/"]
    for address, page in zip(addresses, ["contact", "privacy", "services", "people", "costs", "search"], strict=True):
        slug_redirects.add_redirect(address, f"/{page}/")
    found = {address: visitor.get(address)["Location"] for address in [*addresses, "/a/3/", "/2020/1/5/b/"]}
    assert found == {
        "/a/": "/contact/",
        "/a/2/": "/privacy/",
        "/A/": "/services/",
        "/2020/01/b/": "/people/",
        "/2020/01/05/b/": "/costs/",
        "/2020/01/05/b/feed/": "/search/",
        "/a/3/": "/contact/",
        "/2020/1/5/b/": "/people/",
    }


@pytest.mark.parametrize(
    "address", ["/contact/feed/", "/contact/2/", "/articles/knees/2/", "/articles/page/2/", "/es/2/"]
)
def test_pages_of_this_site_have_none_of_wordpresss_forms(old, address):
    assert old.get(address).status_code == 404


def test_a_picture_of_the_old_site_leads_to_the_one_here(visitor):
    picture = make_picture()
    slug_redirects.add_redirect("/wp-content/uploads/2022/06/knee-300x225.jpg", picture.address)
    response = visitor.get("/wp-content/uploads/2022/06/Knee-300x225.jpg")
    assert (response.status_code, response["Location"]) == (301, picture.address)
    assert visitor.get(response["Location"]).status_code == 200


def test_the_home_page_of_a_language_is_shown_unless_the_query_names_an_old_page(old):
    assert old.get("/pl/?utm_source=letter").status_code == 200
    assert old.get("/pl/?p=123")["Location"] == "/articles/knees/"


@pytest.mark.on_both_databases
def test_all_forms_of_an_address_cost_one_query_and_hostile_ones_none(old):
    def cost(address):
        request = RequestFactory().get(address)
        with CaptureQueriesContext(connection) as queries:
            find_redirect(request)
        return len(queries)

    addresses = ("/2022/6/7/knees/page/2/?p=4", "/2022/6/7/none/feed/", "/" + "a/" * 4000, "/2022/6/7/" + "2/" * 4000)
    assert [cost(address) for address in addresses] == [1, 1, 0, 0]


def test_forms_are_not_redirected(old):
    assert old.post("/2022/06/18/knees/", {"a": "b"}).status_code == 404
    assert old.post("/?p=123").status_code == 405


def test_page_that_exists_is_shown_whatever_is_stored(old):
    slug_redirects.add_redirect("/contact/", "/articles/knees/")
    slug_redirects.add_redirect("/admin/nothing/", "/articles/knees/")
    assert old.get("/contact/").status_code == 200
    assert old.get("/admin/nothing/")["Location"] != "/articles/knees/"


def test_missing_slash_of_a_page_is_added_as_before(old):
    assert old.get("/contact")["Location"] == "/contact/"


@pytest.mark.on_both_databases
def test_pages_take_no_extra_query_and_missing_pages_one(old):
    def cost(address):
        with CaptureQueriesContext(connection) as queries:
            old.get(address)
        return len(queries)

    old.get("/")  # reads the clinic's facts and the topics, which are kept then
    costs = {address: cost(address) for address in ("/privacy/", "/nowhere/", "/nowhere", "/2022/06/18/knees")}
    assert costs == {"/privacy/": 1, "/nowhere/": 2, "/nowhere": 2, "/2022/06/18/knees": 2}
    assert cost("/?utm_source=letter") == cost("/")


@pytest.mark.on_both_databases
def test_page_is_not_found_while_the_database_is_down(old, monkeypatch):
    current_clinic()

    def no_database(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", no_database)
    response = old.get("/2022/06/18/knees/")
    assert response.status_code == 404
    assert Page(response).text("h1") == "Page not found"


# The site's own domain


def test_the_site_gets_its_domain_from_site_url(settings):
    assert Site.objects.get().domain == "testserver"
    settings.SITE_URL = "https://www.clinic.example"
    call_command("migrate", verbosity=0)
    assert Site.objects.get().domain == "www.clinic.example"


def test_no_page_names_djangos_example(visitor, staff):
    make_article()
    for address in ("/sitemap.xml", "/articles/feed/", "/robots.txt", "/"):
        assert b"example.com" not in visitor.get(address).content
    for address in ("/admin/", "/admin/login/", "/admin/redirects/redirect/add/"):
        assert b"example.com" not in staff.get(address).content
    assert staff.get("/admin/sites/site/").status_code == 404
