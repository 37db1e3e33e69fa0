"""Promises that every public page keeps, in every language, the error pages included."""

import re
import struct
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Reference
from clinic_site import views
from clinic_site.context_processors import OPEN_GRAPH_LOCALES
from clinic_site.facts import current_clinic
from clinic_site.models import InsurancePlan
from tests.conftest import Visitor
from tests.factories import answers, make_article, make_clinic, make_person, make_price
from tests.pages import Page

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "es", "pl", "ar"]
PREFIXES = {"en": "", "es": "/es", "pl": "/pl", "ar": "/ar"}
PAGES = [
    "/",
    "/articles/",
    "/articles/knees/",
    "/people/",
    "/costs/",
    "/first-visit/",
    "/questions/",
    "/consultation/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
    "/language-help/",
]


def make_articles():
    article = make_article(
        slug="knees",
        body="<p>First.</p><h2>One</h2><h3>One more</h3><h2>Two</h2><p>Last.</p>",
        emergency_signs="you cannot stand",
        urgent_signs="it swells",
        visit_signs="it hurts",
        reviewed_by="A. Clinician, DC",
        reviewed_on=date(2026, 2, 1),
    )
    Article.objects.update(next_review_on=date(2026, 1, 1))
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    make_article(title="Another")
    make_person(license_number="000", languages=["en"], other_languages="Tagalog")
    make_price()
    InsurancePlan.objects.create(name="Sample plan A")
    for kind in ("costs", "first_visit", "question", "getting_here"):
        make_article(kind=kind)


@pytest.fixture
def site(visitor):
    make_articles()
    return visitor


def fetch_pages(site, language):
    """Every public page in a language: the plain ones, the form with errors, the thank-you page, not found."""
    prefix = PREFIXES[language]
    for address in PAGES:
        yield address, site.get(prefix + address)
    yield "errors", site.send({}, address=f"{prefix}/consultation/")
    yield "received", site.get(site.send(answers(), address=f"{prefix}/consultation/")["Location"])
    yield "not found", site.get(f"{prefix}/nowhere/")
    yield "refused", site.send(answers(), address=f"{prefix}/consultation/", origin="null")


@pytest.fixture(scope="module")
def fetched(rolled_back):
    """({language: [(name, answer)]}, {address that a page links to: status})."""
    with rolled_back():
        make_clinic()
        make_articles()
        site = Visitor()
        pages = {language: list(fetch_pages(site, language)) for language in LANGUAGES}
        links = {
            link["href"]
            for answers in pages.values()
            for _, answer in answers
            for link in Page(answer).all("a[href^='/']")
        }
        return pages, {address: site.get(address).status_code for address in sorted(links)}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def pages(fetched, language):
    """[(name, answer)] for every public page in a language."""
    return fetched[0][language]


@pytest.mark.whole
def test_language_and_direction_are_those_of_the_path(pages, language):
    for name, response in pages:
        html = Page(response).one("html")
        assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ar" else "ltr"), name
        assert response["Content-Language"] == language, name


def test_the_path_alone_chooses_the_language(site):
    response = site.get("/", headers={"accept-language": "es"})
    assert Page(response).one("html")["lang"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")


def test_header_names_the_clinic_its_address_and_the_call(pages):
    for name, response in pages:
        page = Page(response)
        assert page.text(".site-header__name") == "Integrated Health Solutions", name
        assert page.text(".site-header__address bdi") == "10751 W. 165th Street, Suite 100, Orland Park, IL 60467", name
        assert page.one(".site-header__address")["href"].startswith("https://www.google.com/maps/dir/?api=1"), name
        assert [link["href"] for link in page.all("a[href^='tel:']:not(form a)")] == ["tel:+17085550100"], name
        assert page.text(".call-link bdi") == "(708) 555-0100", name


def test_help_stands_in_the_same_order_everywhere(pages, language):
    with translation.override(language):
        consultation, contact = reverse("consultation"), reverse("contact")
    for name, response in pages:
        links = [link["href"] for link in Page(response).all(".site-nav a, .contact-bar a")]
        assert [link for link in links if link in (consultation, contact, "tel:+17085550100")] == [
            contact,
            "tel:+17085550100",
            consultation,
        ], name


def test_skip_link_comes_first_and_goes_to_the_content(pages):
    for name, response in pages:
        page = Page(response)
        assert page.all("a")[0]["href"] == "#main", name
        assert page.one("main")["id"] == "main", name


def test_hours_stand_once_on_every_page(pages, language):
    with translation.override(language):
        in_the_page = {reverse("home"), reverse("contact")}
    for name, response in pages:
        address = PREFIXES[language] + name
        assert len(Page(response).all(".hours-table tr")) == 7, name
        assert len(Page(response).all(".site-footer .hours-table")) == (address not in in_the_page), name


def test_language_widget_names_languages_in_their_own_words(pages, language):
    for name, response in pages:
        page = Page(response)
        assert page.texts(".language-widget__link > [lang]") == ["العربية", "English", "Español", "Polski"], name
        assert [code["lang"] for code in page.all(".language-widget [aria-current] > [lang]")] == [language], name


def test_titles_are_distinct_and_name_the_clinic(pages):
    titles = [Page(dict(pages)[address]).title for address in PAGES]
    assert len(set(titles)) == len(PAGES)
    assert all(title.endswith(" – Integrated Health Solutions") for title in titles)


def test_pages_describe_themselves_and_say_where_they_are(pages, language):
    for address in PAGES:
        page = Page(dict(pages)[address])
        assert len(page.one("meta[name=description]")["content"]) > 15, address
        untranslated = address == "/articles/knees/"
        expected = address if untranslated else PREFIXES[language] + address
        assert page.one("link[rel=canonical]")["href"] == f"http://testserver{expected}", address


def test_headings_skip_no_level(pages):
    for name, response in pages:
        levels = [int(heading.name[1]) for heading in Page(response).all("h1, h2, h3, h4")]
        # The error summary's h2 stands before the h1, as its rule asks.
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)


def test_no_page_asks_another_site_for_anything(pages):
    for name, response in pages:
        page = Page(response)
        sources = [element.get("src") or element.get("href") for element in page.all("[src], link[rel=icon]")]
        assert all(source.startswith("/static/") for source in sources), name
        assert page.all("script:not([type='application/ld+json']), iframe, img, [style]") == [], name


def test_stylesheet_is_allowed_by_its_hash(site):
    response = site.get("/")
    from clinic_site.http.stylesheet import STYLESHEET, STYLESHEET_HASH

    assert Page(response).one("style").string == STYLESHEET
    assert f"style-src '{STYLESHEET_HASH}'" in response["Content-Security-Policy"]


def test_no_cookie_and_no_cookie_dependence(pages):
    for name, response in pages:
        assert "Set-Cookie" not in response.headers, name
        assert "Cookie" not in response.get("Vary", ""), name


def test_internal_links_have_a_target(fetched):
    _, links = fetched
    assert len(links) > len(PAGES) * len(LANGUAGES)
    assert {address: status for address, status in links.items() if status != 200} == {}


def test_links_within_a_page_have_a_target(pages):
    for name, response in pages:
        page = Page(response)
        for link in page.all("a[href^='#']"):
            assert page.one(link["href"]), (name, link["href"])


def test_current_page_is_marked_in_the_navigation(pages, language):
    with translation.override(language):
        marked = {reverse(name): [reverse(name)] for name in ("home", "articles:list", "contact", "consultation")}
        marked[reverse("privacy")] = []
    answers = {PREFIXES[language] + name: response for name, response in pages}
    for address, links in marked.items():
        page = Page(answers[address])
        assert [link["href"] for link in page.all(".site-header [aria-current=page]")] == links


def test_a_shared_link_shows_title_and_description_of_the_page(pages, language):
    for address in PAGES:
        page = Page(dict(pages)[address])
        shared = {tag["property"]: tag["content"] for tag in page.all("meta[property^='og:']")}
        assert page.title == f"{shared['og:title']} – {shared['og:site_name']}", address
        assert shared["og:description"] == page.one("meta[name=description]")["content"], address
        assert shared["og:url"] == page.one("link[rel=canonical]")["href"], address
        locale = None if address == "/articles/knees/" and language != "en" else OPEN_GRAPH_LOCALES[language]
        assert shared.get("og:locale") == locale, address  # an untranslated article is the English page
        assert shared["og:type"] == ("article" if "knees" in address else "website"), address
        assert shared["og:image"].startswith("http://testserver/static/img/share"), address


def test_picture_to_share_has_the_stated_size():
    data = (settings.BASE_DIR / "static" / "img" / "share.png").read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) < 60_000


# No other English may stay on a translated page. Names and addresses are the same in every language.
PLACES = {"Orland Park", "Orland Park, IL"}
SAME_WORDS = {"es": {"Error:"}, "pl": {"Menu"}}
KEPT_IN_ENGLISH = "body [lang=en], [translate=no], .language-widget, [type=tel]"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_english_is_left_on_translated_pages(fetched, language):
    pages, _ = fetched
    english = {text for _, response in pages["en"] for text in visible_strings(Page(response)) if has_word(text)}
    assert len(english) > 100
    untranslated = Page(dict(pages["en"])["/articles/knees/"]).title
    same = {
        untranslated,
        answers()["reason"],
        *dict(settings.LANGUAGES).values(),
        *SAME_WORDS.get(language, []),
        *PLACES,
    }
    for name, response in pages[language]:
        left = {text for text in visible_strings(Page(response)) if text in english}
        assert left - same == set(), name


def visible_strings(page):
    left_out = {id(text) for element in page.all(KEPT_IN_ENGLISH) for text in element.strings}
    texts = [text for part in page.all("title, body") for text in part.strings if id(text) not in left_out]
    return [" ".join(text.split()) for text in texts if text.strip()]


def has_word(text):
    return len(re.findall("[A-Za-z]{3,}", text)) > 0


# Error pages


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/fr/", "/en/", "/es/nowhere/", "/articles/no such/", "/%00", "/%ff%fe"]
)
def test_unknown_addresses_are_not_found(site, address):
    response = site.get(address)
    assert response.status_code == 404
    assert Page(response).one("html")["lang"] == ("es" if address.startswith("/es/") else "en")


def test_unknown_host_is_a_bad_request_in_the_readers_language(site):
    response = site.get("/pl/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert Page(response).one("html")["lang"] == "pl"


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_error_pages_speak_every_language_and_name_the_phone_number(site, rf, status, language, monkeypatch):
    render = {
        400: lambda request: views.bad_request(request, None),
        403: lambda request: views.forbidden(request, None),
        404: lambda request: views.not_found(request, None),
        429: views.too_many_requests,
        500: views.server_error,
    }[status]

    request = rf.get(f"{PREFIXES[language]}/anything/")
    request.clinic = current_clinic()
    with translation.override(language):
        response = render(request)
    page = Page(response)
    assert response.status_code == status
    assert page.one("html")["lang"] == language
    assert "(708) 555-0100" in page.text("main")
    assert page.all("a[href^='tel:']")


def test_a_failing_view_answers_500_with_the_phone_number(site, monkeypatch, settings):
    from django.db import OperationalError

    current_clinic()

    def no_database(*args, **kwargs):
        raise OperationalError("the database is gone")

    site.raise_request_exception = False
    monkeypatch.setattr(connection, "cursor", no_database)
    assert current_clinic().phone
    for address in ("/", "/ar/articles/", "/consultation/received/abc/"):
        response = site.get(address)
        page = Page(response)
        assert response.status_code == 500
        assert page.text(".call-link bdi") == "(708) 555-0100"
    response = site.send(answers())
    assert response.status_code == 500
    assert "we did not receive it" in Page(response).text("main")


def test_form_is_shown_while_the_database_is_gone(site, monkeypatch):
    """It needs no query, so a patient can read and fill it while the site comes back."""
    from django.db import OperationalError

    current_clinic()
    monkeypatch.setattr(connection, "cursor", lambda *args: (_ for _ in ()).throw(OperationalError("gone")))
    assert site.get("/consultation/").status_code == 200


# Addresses for machines


def test_robots_keep_out_of_the_admin_and_know_the_sitemap(site):
    lines = site.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_head_has_the_headers_of_get_and_no_body(site):
    got, head = site.get("/contact/"), site.head("/contact/")
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(got.content))


def test_safe_methods_only_on_pages(site):
    for address in PAGES:
        if address != "/consultation/":
            assert site.post(address).status_code == 405, address


def test_reading_changes_nothing(site, language):
    with CaptureQueriesContext(connection) as queries:
        for address in [*PAGES, "/articles/feed/", "/search/?q=knee", "/nowhere/"]:
            site.get(PREFIXES[language] + address)
            site.head(PREFIXES[language] + address)
        for address in ("/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/healthz", "/healthz/mail"):
            site.get(address)
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


def test_languages_of_the_widget_are_in_the_order_of_their_own_names():
    assert [code for code, _ in settings.LANGUAGES] == ["ar", "en", "es", "pl"]


def test_today_is_marked_among_the_hours(site):
    with time_machine.travel(datetime(2026, 3, 3, 5, tzinfo=UTC), tick=False):  # still Monday in Chicago
        rows = Page(site.get("/contact/")).texts("main .hours-table tr")
    assert rows[:2] == ["Monday 9 a.m. to 5 p.m. (today)", "Tuesday 9 a.m. to 5 p.m."]


@pytest.mark.parametrize(
    ("prefix", "status"),
    [
        ("", "Closed now, opens Tuesday at 9 a.m."),
        ("/es", "Cerrado ahora, abre el martes a las 9 a.m."),
        ("/pl", "Teraz zamknięte, otwarcie: wtorek, godz. 09:00"),
    ],
)
def test_days_and_times_are_written_as_the_language_writes_them(site, prefix, status):
    with time_machine.travel(datetime(2026, 3, 3, 5, tzinfo=UTC), tick=False):
        assert Page(site.get(f"{prefix}/contact/")).text(".open-status") == status
