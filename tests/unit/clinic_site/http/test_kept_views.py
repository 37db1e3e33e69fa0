"""Which views say that their answers may be kept: every other answer of the site is private."""

import pytest
from django.urls import URLPattern, get_resolver, reverse

from articles.models import ReviewLink
from clinic_site.http.page_cache import PUBLIC
from tests.factories import answers, make_article, make_picture, make_request

pytestmark = pytest.mark.django_db

PRIVATE = "private, no-store"
KEPT = {
    *("home", "contact", "privacy", "accessibility", "language-help"),
    *("articles:list", "articles:article", "articles:feed", "services", "service"),
    *("people", "costs", "first-visit", "questions"),
    "consultation",  # the empty form
    *("robots", "security-txt", "sitemap"),
}
FOR_A_YEAR = {"picture"}  # what its name stands for never changes
PRIVATE_VIEWS = {"articles:review", "consultation-received", "favicon", "search"}


def names(resolver, namespace=""):
    """The names of all views, such as `articles:list`."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names(pattern, inner)


def of_staff(name):
    return name.startswith("admin:")


@pytest.fixture
def addresses(visitor):
    """An address of every view that is for the public."""
    picture = make_picture(in_article=make_article(slug="knees"))
    make_article(kind="condition", slug="knee-care")
    for kind in ("person", "costs", "first_visit", "question"):
        make_article(kind=kind)
    arguments = {
        "service": ["knee-care"],
        "articles:article": ["knees"],
        "articles:review": [ReviewLink.make(make_article().texts.get(), "eva")[1]],
        "consultation-received": [make_request().token],
        "picture": [picture.content_hash, picture.width],
    }
    public = {name for name in names(get_resolver()) if not of_staff(name)}
    return {name: reverse(name, args=arguments.get(name, [])) for name in public}


def test_every_public_view_is_kept_or_known_not_to_be(addresses):
    assert set(addresses) == KEPT | FOR_A_YEAR | PRIVATE_VIEWS


@pytest.mark.parametrize("name", sorted(KEPT | FOR_A_YEAR | PRIVATE_VIEWS))
def test_what_a_view_says_of_keeping_its_answer(visitor, addresses, name):
    expected = PUBLIC if name in KEPT else PRIVATE
    if name in FOR_A_YEAR:
        expected = "public, max-age=31536000, immutable"
    assert visitor.get(addresses[name])["Cache-Control"] == expected


def test_nothing_for_staff_is_kept(staff):
    found = [name for name in names(get_resolver()) if of_staff(name)]
    asked = 0
    for name in found:
        try:
            address = reverse(name)
        except Exception:  # it is a page of one row
            continue
        asked += 1
        assert staff.get(address)["Cache-Control"] == PRIVATE, name
    assert asked > 20


@pytest.mark.parametrize(
    "address",
    ["/nowhere/", "/articles/nowhere/", "/search/?q=knee", "/es/articles/?q=", "/articles/?topic=none", "/articles"],
)
def test_searches_errors_and_redirects_are_private(visitor, address):
    is_list = address == "/es/articles/?q="  # no search
    assert visitor.get(address)["Cache-Control"] == (PUBLIC if is_list else PRIVATE)


@pytest.mark.parametrize("changes", [{}, {"phone": ""}, {"go_on_in": "es"}], ids=["sent", "with errors", "go on"])
def test_answers_to_what_a_patient_sent_are_private(visitor, changes):
    assert visitor.send(answers(**changes))["Cache-Control"] == PRIVATE
