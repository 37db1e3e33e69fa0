"""A link shows a draft to a reviewer without an account, who answers once."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles.actions import keep_pending
from articles.models import ReviewLink, delete_old_review_links
from clinic_site.generation import read_generation
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = [pytest.mark.django_db, pytest.mark.on_both_databases]
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", slug="knees", state="draft")


def change_address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def make_link(staff, text):
    """The address that the editor is told once."""
    page = Page(staff.post(f"/admin/articles/article/text/{text.pk}/review-link/", follow=True))
    (told,) = page.texts(".messagelist li")
    assert told.startswith("Copy this link now, it is not shown again: http://testserver/")
    return told.rpartition("http://testserver")[2]


@pytest.fixture
def address(staff, article):
    return make_link(staff, article.texts.get())


def answer(address, **sent):
    return Client().post(address, {"comment": "", "reviewer": "", **sent})


def test_a_reviewer_reads_the_draft_and_nobody_else_does(address):
    response = Client().get(address)
    page = Page(response)
    assert page.text("h1") == "On knees"
    assert page.texts(".notice")[0].startswith("This is a draft for review")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert response.cookies == {}
    assert Client().get("/articles/knees/").status_code == 404


def test_the_secret_is_not_stored(address):
    (link,) = ReviewLink.objects.values()
    secret = address.rstrip("/").rpartition("/")[2]
    assert len(secret) >= 22
    assert secret not in str(link)


@pytest.mark.parametrize("secret", ["x", "AAAAAAAAAAAAAAAAAAAAAA", "%00"])
def test_another_secret_shows_nothing(address, secret):
    assert Client().get(f"/articles/review/{secret}/").status_code == 404


def test_a_link_ends_after_fourteen_days(address, clock):
    clock.shift(timedelta(days=13, hours=23))
    assert Client().get(address).status_code == 200
    clock.shift(timedelta(hours=1))
    assert Client().get(address).status_code == 404
    assert answer(address, comment="Late").status_code == 404


def test_a_link_is_withdrawn(staff, article, address):
    link = ReviewLink.objects.get()
    page = Page(staff.post(f"/admin/articles/article/review-link/{link.pk}/withdraw/", follow=True))
    assert page.texts(".messagelist li") == ["The link is withdrawn: it shows nothing any more."]
    assert Client().get(address).status_code == 404
    assert "withdrawn" in page.text(".review-links")
    assert LogEntry.objects.latest("pk").get_change_message() == "Withdrew the review link made by admin."


def test_editors_see_when_it_was_opened_and_nothing_else_of_the_visit(staff, article, address):
    assert "never opened" in Page(staff.get(change_address(article))).text(".review-links")
    Client().get(address, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="A browser")
    told = Page(staff.get(change_address(article))).text(".review-links")
    assert "last opened on March 2, 2026, noon" in told
    assert "203.0.113.9" not in str(ReviewLink.objects.values())


def test_a_draft_beside_a_public_text_is_shown(staff):
    article = make_article(title="On knees", slug="knees")
    text = article.texts.get()
    text.title = "On my knees"
    keep_pending(text, user=make_account("eva"), is_reviewed=False)
    assert Page(Client().get(make_link(staff, text))).text("h1") == "On my knees"
    assert Page(Client().get("/articles/knees/")).text("h1") == "On knees"


def test_a_translation_is_shown_in_its_language(staff):
    article = make_article(slug="knees")
    text = make_translation(article, "ar", state="draft")
    address = make_link(staff, text)
    assert address.startswith("/ar/articles/review/")
    page = Page(Client().get(address))
    assert (page.soup.html["lang"], page.soup.html["dir"]) == ("ar", "rtl")
    assert page.one(".review-form")["lang"] == "en"


# Answers


def test_a_comment_reaches_the_editors_once(staff, article, address):
    before = read_generation()
    assert answer(address, comment="Say more about rest.").status_code == 302
    assert read_generation() == before
    assert Page(Client().get(address)).text(".review-form h2") == "Thank you"
    answer(address, comment="Something else.")
    told = Page(staff.get(change_address(article))).text(".review-links")
    assert "Say more about rest." in told
    assert "Something else." not in told
    assert "Not checked." in told


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({}, "Write a comment, or tick that you have checked the text."),
        ({"has_checked": "on"}, "Enter your name: readers see who has checked the text."),
        ({"comment": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
    ],
)
def test_an_answer_without_what_it_needs_is_asked_for_and_kept(address, sent, problem):
    response = answer(address, **sent)
    assert response.status_code == 422
    assert Page(response).texts(".review-form .field__error") == [problem]
    assert ReviewLink.objects.get().answered_at is None


def test_an_editor_takes_the_review_over(staff, article, address):
    answer(address, has_checked="on", reviewer="Dr. Ana Ruiz")
    page = Page(staff.get(change_address(article)))
    assert "Checked by Dr. Ana Ruiz on March 2, 2026, noon." in page.text(".review-links")
    assert article.texts.get().reviewed_by == ""
    (link,) = page.links("Enter this review")
    page = Page(staff.get(change_address(article) + link))
    assert page.texts(".messagelist li") == ["This is the review by Dr. Ana Ruiz. Save to use it."]
    staff.post(change_address(article), page.fields(FORM))
    text = article.texts.get()
    assert (text.reviewed_by, str(text.reviewed_on), text.is_reviewed) == ("Dr. Ana Ruiz", "2026-03-02", True)


def test_a_review_of_words_that_changed_since_is_not_offered(staff, article, address):
    answer(address, has_checked="on", reviewer="Dr. Ana Ruiz")
    fields = Page(staff.get(change_address(article))).fields(FORM)
    staff.post(change_address(article), fields | {"texts-0-title": "On my knees"})
    page = Page(staff.get(change_address(article)))
    assert page.links("Enter this review") == []
    assert "The words have changed since." in page.text(".review-links")


def test_old_links_are_deleted(address, clock):
    clock.shift(timedelta(days=44))
    assert delete_old_review_links() == 0
    clock.shift(timedelta(minutes=1))
    assert delete_old_review_links() == 1


def test_the_database_refuses_a_check_without_a_name(article):
    fields = {"text": article.texts.get(), "token_hash": "x", "made_by": "eva", "ends_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewLink.objects.create(**fields, has_checked=True)
