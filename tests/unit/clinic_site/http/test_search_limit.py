"""One client that searches without end is stopped; everybody else goes on."""

import pytest

from clinic_site.http import search_limit
from clinic_site.http.search_limit import MOST_SEARCHES, SearchLimitMiddleware
from tests.factories import make_article
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def _three(monkeypatch):
    """Three searches are the most, so that a test need not send sixty."""
    monkeypatch.setattr(search_limit, "MOST_SEARCHES", 3)


@pytest.fixture
def searched(visitor, clock, _three):
    """A visitor who has searched as much as one may within a minute."""
    make_article(title="On knees")
    for _ in range(3):
        assert visitor.get("/search/?q=knee").status_code == 200
    return visitor


def test_one_more_search_is_refused_with_words_and_the_telephone_number(searched):
    response = searched.get("/es/search/?q=rodilla")
    page = Page(response)
    assert (response.status_code, response.headers["Retry-After"]) == (429, "60")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert page.one("html")["lang"] == "es"
    assert "(708) 555-0100" in page.text("main")


def test_the_minute_ends(searched, clock):
    clock.shift(60)
    assert searched.get("/search/?q=knee").status_code == 200


def test_others_and_other_pages_are_not_refused(searched):
    assert searched.get("/search/?q=knee", REMOTE_ADDR="198.51.100.7").status_code == 200
    for address in ("/articles/", "/search/?q=", "/articles/?topic=knee-pain", "/consultation/"):
        assert searched.get(address).status_code == 200, address


@pytest.mark.usefixtures("_three")
def test_staff_search_as_much_as_they_like(staff, clock):
    for _ in range(4):
        assert staff.get("/admin/articles/article/?q=knee").status_code == 200


def test_no_address_is_kept_in_the_clear():
    limit = SearchLimitMiddleware(None)
    for _ in range(MOST_SEARCHES):
        assert not limit.is_too_much("198.51.100.7/32")
    assert limit.is_too_much("198.51.100.7/32")
    assert len(limit.searches) == 1
    assert not any("198.51.100" in client for client in limit.searches)


def test_what_is_counted_goes_with_its_minute(clock):
    limit = SearchLimitMiddleware(None)
    limit.is_too_much("198.51.100.7/32")
    clock.shift(60)
    limit.is_too_much("203.0.113.9/32")
    assert len(limit.searches) == 1
