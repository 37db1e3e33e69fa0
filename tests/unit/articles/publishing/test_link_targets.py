"""What the dialog of a link offers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_article, make_clinic, make_translation

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/article/link-targets/"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def offered(staff, words, language="en"):
    return [tuple(target) for target in staff.get(ADDRESS, {"q": words, "language": language}).json()["targets"]]


def test_pages_are_found_by_words_of_their_titles_in_the_language_of_the_text(staff):
    article = make_article(title="Knee pain after running", slug="knee-pain")
    make_translation(article, "es", title="Dolor de rodilla", slug="rodilla")
    make_article(title="Hip pain", slug="hip-pain")
    assert offered(staff, "pain knee") == [("/articles/knee-pain/", "Knee pain after running")]
    assert offered(staff, "rodilla", "es") == [("/es/articles/rodilla/", "Dolor de rodilla")]
    assert offered(staff, "hip", "es") == [("/es/articles/hip-pain/", "Hip pain")]
    assert {address for address, _ in offered(staff, "pain")} == {"/articles/knee-pain/", "/articles/hip-pain/"}


def test_shared_pages_and_their_parts_are_found_once_they_are_published(staff):
    assert offered(staff, "contact") == [("/contact/", "Contact and directions")]
    assert offered(staff, "team") == []
    person = make_article(kind="person", title="Sample clinician A")
    assert offered(staff, "team") == [("/people/", "Our team")]
    assert offered(staff, "clinician") == [(f"/people/#person-{person.pk}", "Sample clinician A")]
    make_article(kind="treatment", title="Taping", slug="taping")
    assert offered(staff, "taping") == [("/services/taping/", "Taping")]


def test_nothing_that_is_not_public_is_offered(staff):
    make_article(title="Secret", state="draft")
    assert offered(staff, "secret") == []


@pytest.mark.parametrize(("words", "language"), [("", "en"), ("  ", "en"), ("knee", "de"), ("x" * 5000, "en")])
def test_odd_questions_find_nothing(staff, words, language):
    make_article(title="Knee")
    assert offered(staff, words, language) == []


def test_many_pages_take_as_many_queries_as_one(staff):
    make_article(title="Knee")
    costs = []
    for more in (0, 20):
        for number in range(more):
            make_article(title=f"Knee {number}")
        offered(staff, "knee")  # reads the clinic's facts, which are kept then
        with CaptureQueriesContext(connection) as queries:
            assert 1 <= len(offered(staff, "knee")) <= 8
        costs.append(len(queries))
    assert costs[0] == costs[1]
