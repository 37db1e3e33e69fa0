"""A link shows a draft to a reviewer without an account, who answers once."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import keep_pending, publish_pending, save_text
from articles.models import (
    PendingChanges,
    ReviewLink,
    ReviewLinkOpening,
    delete_old_review_links,
    digest_of_words,
)
from articles.review_links import MOST_OPENINGS, answer_link
from articles.trash import restore, trash_article, trash_text
from clinic_site.generation import read_generation
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
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
    page = Page(staff.post(f"/admin/articles/article/text/{text.pk}/review-link/"))
    address = page.one("#review-address")["value"]
    assert address.startswith(f"{settings.SITE_URL}/")
    return address.removeprefix(settings.SITE_URL)


@pytest.fixture
def address(staff, article):
    return make_link(staff, article.texts.get())


def answer(address, *, seen=None, **sent):
    """Sends the form as a browser that has just opened the page, or that saw the words of another digest."""
    page = Page(Client().get(address))
    seen = seen or "".join(field["value"] for field in page.all("[name=seen]"))
    return Client().post(address, {"seen": seen, "comment": "", "reviewer": "", **sent})


def answered(text, **sent):
    """A link whose reviewer has checked the text as it is."""
    link, _ = ReviewLink.make(text, "eva")
    sent = {"reviewer": "Dr. Ana Ruiz", "comment": "", "has_checked": True, **sent}
    answer_link(link, seen=digest_of_words(text), **sent)
    link.refresh_from_db()
    return link


def change_words(text, **words):
    for name, value in words.items():
        setattr(text, name, value)
    save_text(text)


def test_a_reviewer_reads_the_draft_and_nobody_else_does(address):
    response = Client().get(address)
    page = Page(response)
    assert page.text("h1") == "On knees"
    assert page.texts(".notice")[0].startswith("Review this text")
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
    assert ", opened on March 2, 2026, noon" in told
    assert "203.0.113.9" not in str([ReviewLink.objects.values(), ReviewLinkOpening.objects.values()])


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


@pytest.mark.on_both_databases
def test_a_comment_reaches_the_editors_once(staff, article, address):
    before = read_generation()
    assert answer(address, comment="Say more about rest.").status_code == 303
    assert read_generation() == before
    assert Page(Client().get(address)).text(".review-form h2") == "Thank you"
    answer(address, comment="Something else.")
    told = Page(staff.get(change_address(article))).text(".review-links")
    assert "Say more about rest." in told
    assert "Something else." not in told
    assert "March 2, 2026: not checked." in told


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({}, "Write a comment, or tick that you have checked the text."),
        ({"has_checked": "on"}, "Enter your name: readers see who has checked the text."),
        ({"comment": "x" * 2001}, "Use 2,000 characters or less."),
        ({"has_checked": "on", "reviewer": "x" * 101}, "Use 100 characters or less."),
    ],
)
def test_an_answer_without_what_it_needs_is_asked_for_and_kept(address, sent, problem):
    response = answer(address, **sent)
    assert response.status_code == 422
    assert Page(response).texts(".review-form .field__error") == [problem]
    assert ReviewLink.objects.get().answered_at is None


@pytest.mark.parametrize("reviewer", ["Dr. Ana Ruiz", "x" * 101], ids=["whole", "with an error"])
def test_an_answer_about_words_that_were_not_shown_is_refused_and_stays_typed(address, article, reviewer):
    text = article.texts.get()
    seen = digest_of_words(text)
    change_words(text, body="<p>Move.</p>")
    response = answer(address, seen=seen, has_checked="on", reviewer=reviewer)
    page = Page(response)
    assert (response.status_code, page.one("[name=reviewer]")["value"]) == (409, reviewer)
    assert page.texts(".review-form .field__error") == []
    assert "The text has changed since you opened this page." in page.text(".error-summary")
    assert page.text(".article__body") == "Move."
    assert ReviewLink.objects.get().answered_at is None
    assert answer(address, has_checked="on", reviewer="Dr. Ana Ruiz").status_code == 303


def test_a_reviewers_words_are_shown_as_text(staff, article):
    answered(article.texts.get(), reviewer="<b>Ana</b>", comment="<script>alert(1)</script>")
    told = staff.get(change_address(article)).content.decode()
    assert "&lt;b&gt;Ana" in told
    assert "&lt;script&gt;alert(1)" in told
    assert "<script>alert(1)" not in told


# Entering the review


def comes_back(staff):
    """Signs in again: a session ends when nobody uses it."""
    staff.force_login(get_user_model().objects.get(username="admin"))


def enter(staff, link):
    return Page(staff.post(f"/admin/articles/article/review-link/{link.pk}/enter/", follow=True))


@pytest.mark.on_both_databases
def test_an_editor_enters_the_review(staff, article, address, clock):
    answer(address, has_checked="on", reviewer="Dr. Ana Ruiz")
    clock.shift(timedelta(days=3))
    comes_back(staff)
    page = Page(staff.get(change_address(article)))
    assert "Checked by Dr. Ana Ruiz on March 2, 2026." in page.text(".review-links")
    assert page.texts(".review-links button") == ["Withdraw the link of March 2, 2026, noon", "Enter this review"]
    assert article.texts.get().reviewed_by == ""
    page = enter(staff, ReviewLink.objects.get())
    assert page.texts(".messagelist li") == ["The review of the English text by “Dr. Ana Ruiz” is entered."]
    assert "It was entered as the review." in page.text(".review-links")
    text = article.texts.get()
    assert (text.reviewed_by, str(text.reviewed_on), text.is_reviewed) == ("Dr. Ana Ruiz", "2026-03-02", True)
    assert (text.version, text.state) == (1, "draft")
    assert LogEntry.objects.latest("pk").get_change_message() == (
        "Entered the review of the English text by Dr. Ana Ruiz, who checked it by a link."
    )


def test_the_day_of_a_review_is_the_clinics(staff, article, clock):
    clock.move_to("2026-03-03T02:00:00Z")  # still the evening before, at the clinic
    comes_back(staff)
    enter(staff, answered(article.texts.get()))
    assert str(article.texts.get().reviewed_on) == "2026-03-02"


@pytest.mark.whole
def test_a_review_of_words_that_changed_since_is_not_entered(staff, article):
    link = answered(article.texts.get())
    change_words(article.texts.get(), title="On my knees")
    page = Page(staff.get(change_address(article)))
    assert "Enter this review" not in page.texts(".review-links button")
    assert "The words have changed since." in page.text(".review-links")
    page = enter(staff, link)  # from a page that was opened before
    assert page.texts(".messagelist li") == ["The words have changed since Dr. Ana Ruiz checked them. Make a new link."]
    assert article.texts.get().reviewed_by == ""


def test_a_second_review_by_the_same_person_on_the_same_day_is_of_the_new_words(staff, article):
    enter(staff, answered(article.texts.get()))
    change_words(article.texts.get(), title="On my knees")
    assert not article.texts.get().is_reviewed
    enter(staff, answered(article.texts.get()))
    assert article.texts.get().is_reviewed


def test_other_formatting_is_the_same_words(staff, article):
    link = answered(article.texts.get())
    change_words(article.texts.get(), body="<p><strong>First.</strong></p><h2>More</h2><p>Second.</p>")
    enter(staff, link)
    assert article.texts.get().is_reviewed


@pytest.mark.parametrize("has_checked", [False, True], ids=["a comment alone", "entered before"])
def test_what_is_no_open_review_is_not_entered(staff, article, has_checked):
    link = answered(article.texts.get(), has_checked=has_checked, comment="Say more.")
    if has_checked:
        enter(staff, link)
    assert enter(staff, link).texts(".messagelist li") == [
        "There is no review to enter, or it has been entered already."
    ]


def test_a_review_of_the_draft_of_changes_is_that_drafts(staff):
    text = make_article(title="On knees").texts.get()
    text.title = "On my knees"
    keep_pending(text, user=make_account("eva"), is_reviewed=False)
    enter(staff, answered(text))
    pending = PendingChanges.objects.get()
    assert (pending.reviewed_by, str(pending.reviewed_on), pending.is_reviewed) == ("Dr. Ana Ruiz", "2026-03-02", True)
    assert text.article.texts.get().reviewed_by == ""
    published = publish_pending(pending)
    assert (published.title, published.is_reviewed) == ("On my knees", True)


def test_a_draft_of_changes_is_reviewed_by_who_reviewed_the_public_text_on_the_same_day(staff):
    text = make_article(title="On knees").texts.get()
    enter(staff, answered(text))
    text = text.article.texts.get()
    text.title = "On my knees"
    keep_pending(text, user=make_account("eva"), is_reviewed=False)
    enter(staff, answered(text))
    assert publish_pending(PendingChanges.objects.get()).is_reviewed


def test_a_form_that_was_open_meanwhile_keeps_the_review(staff, article):
    fields = Page(staff.get(change_address(article))).fields(FORM)
    enter(staff, answered(article.texts.get()))
    staff.post(change_address(article), fields)
    assert article.texts.get().reviewed_by == "Dr. Ana Ruiz"


def test_the_front_desk_has_none_of_the_buttons(article):
    link = answered(article.texts.get())
    desk = Client()
    desk.force_login(make_account("ewa", groups=["Front desk"]))
    for button in (
        f"text/{link.text_id}/review-link",
        f"review-link/{link.pk}/withdraw",
        f"review-link/{link.pk}/enter",
    ):
        assert desk.post(f"/admin/articles/article/{button}/").status_code == 403
    assert ReviewLink.objects.get().withdrawn_at is None


# Openings


def test_each_opening_is_recorded(address, clock):
    first = timezone.now()
    Client().get(address)
    Client().head(address)
    clock.shift(timedelta(hours=3))
    Client().get(address)
    assert [opening.opened_at for opening in ReviewLinkOpening.objects.all()] == [first + timedelta(hours=3), first]


def test_the_list_tells_how_often_and_when_last(staff, article, address, clock):
    Client().get(address)
    clock.shift(timedelta(hours=3))
    Client().get(address)
    comes_back(staff)
    told = Page(staff.get(change_address(article))).text(".review-links")
    assert ", opened 2 times, last on March 2, 2026, 3 p.m." in told


def test_a_link_is_opened_at_most_60_times_in_an_hour(address, clock):
    link = ReviewLink.objects.get()
    for _ in range(MOST_OPENINGS):
        link.openings.create()
    assert Client().get(address).status_code == 429
    assert link.openings.count() == MOST_OPENINGS
    clock.shift(timedelta(hours=1))
    assert Client().get(address).status_code == 200


def test_the_secret_is_not_in_the_session(staff, article):
    address = make_link(staff, article.texts.get())
    secret = address.rstrip("/").rpartition("/")[2]
    assert secret not in str([session.get_decoded() for session in Session.objects.all()])
    assert secret not in staff.get(change_address(article)).content.decode()


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_the_form_asks_as_little_with_three_links_as_with_one(staff, article):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            answered(article.texts.get()).openings.create()
        staff.get(change_address(article))
        with CaptureQueriesContext(connection) as queries:
            staff.get(change_address(article))
        counts.append(len(queries))
    assert counts[0] == counts[1]


WITHDRAWN = "Review links that were open have been withdrawn. Make new ones if you still need a review."


@pytest.mark.parametrize("is_one_language", [True, False])
def test_links_come_back_from_the_trash_withdrawn_with_what_was_answered(staff, article, address, is_one_language):
    text = article.texts.get()
    make_link(staff, text)
    link = ReviewLink.objects.last()
    link.openings.create()
    answer_link(link, seen=digest_of_words(text), reviewer="Dr. Ruiz", comment="Fine.", has_checked=True)
    before = [ReviewLink.objects.order_by("pk").values(), ReviewLinkOpening.objects.order_by("pk").values()]
    before = [list(rows) for rows in before]
    trashed = trash_text(text, trashed_by="eva") if is_one_language else trash_article(article, trashed_by="eva")
    assert not ReviewLink.objects.exists()
    assert not ReviewLinkOpening.objects.exists()
    assert Client().get(address).status_code == 404
    restored, told = restore(trashed)
    assert told == [WITHDRAWN]
    assert Client().get(address).status_code == 404
    for row in before[0]:
        row["withdrawn_at"] = timezone.now()
    assert list(ReviewLink.objects.order_by("pk").values()) == before[0]
    assert list(ReviewLinkOpening.objects.order_by("pk").values()) == before[1]
    page = Page(staff.get(change_address(restored.article if is_one_language else restored)))
    assert "withdrawn, opened on March 2, 2026, noon" in page.text(".review-links")
    assert "Checked by Dr. Ruiz" in page.text(".review-links")


def test_links_that_had_ended_come_back_from_the_trash_as_they_were(article, address, clock):
    clock.shift(timedelta(days=15))
    _, told = restore(trash_article(article, trashed_by="eva"))
    assert (told, ReviewLink.objects.get().withdrawn_at) == ([], None)


def test_old_links_are_deleted(address, clock):
    ReviewLink.objects.get().openings.create()
    clock.shift(timedelta(days=44))
    assert delete_old_review_links() == 0
    clock.shift(timedelta(minutes=1))
    assert delete_old_review_links() == 1


@pytest.mark.on_both_databases
def test_the_database_refuses_a_check_without_a_name(article):
    fields = {"text": article.texts.get(), "token_hash": "x", "made_by": "eva", "ends_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewLink.objects.create(**fields, has_checked=True)
