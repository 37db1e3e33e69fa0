"""What the home page of the staff site tells editors."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import save_text
from articles.models import ArticleText
from articles.templatetags.editors import due_for_review, stale_translations
from tests.factories import make_article, make_clinic
from tests.pages import Page
from tests.staff import make_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic_zone")]


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def make_due(days, **text):
    article = make_article(**text)
    article.next_review_on = timezone.localdate() + timedelta(days=days)
    article.save()
    return article


def make_stale(**text):
    article = make_article(languages=["en", "es"], **text)
    original = article.original
    original.summary = "New."
    save_text(original)
    return article


def home(**account):
    client = Client()
    client.force_login(make_account(**account))
    return Page(client.get("/admin/"))


def test_reviews_overdue_and_due_within_thirty_days_are_listed_the_oldest_first():
    make_due(31, title="Later")
    make_due(30, title="Soon")
    make_due(-1, title="Overdue")
    make_article(title="Never")
    page = home(groups=["Editor"])
    assert page.texts(".due-for-review section:first-child li a") == ["Overdue", "Soon"]
    assert [text.split()[0] for text in page.texts(".due-for-review li span")] == ["overdue", "due"]


def test_translations_that_are_out_of_date_link_to_what_changed():
    make_article(languages=["en", "es"])
    article = make_stale(title="On knees")
    page = home(groups=["Editor"])
    assert page.links("Spanish: On knees") == [f"/admin/articles/article/{article.pk}/change/#since-es"]
    assert len(page.all(".due-for-review li")) == 1


def test_drafts_are_listed_the_last_changed_first():
    first, second = (make_article(title=title, state="draft", unreviewed_because="") for title in ("First", "Second"))
    ArticleText.objects.filter(article=first).update(changed_at=timezone.now() + timedelta(hours=1))
    make_article(title="Public")
    page = home(groups=["Editor"])
    assert page.texts(".due-for-review h2") == ["Texts to finish"]
    assert page.texts(".due-for-review li a") == ["English: First", "English: Second"]
    assert page.links("English: Second") == [f"/admin/articles/article/{second.pk}/change/"]


@pytest.mark.whole
def test_long_lists_are_cut_and_link_to_the_rest(staff):
    for number in range(12):
        make_due(1, title=f"Due {number}")
        make_stale()
    page = home(groups=["Editor"])
    assert [len(section.select("li")) for section in page.all(".due-for-review section")] == [10, 10]
    due, stale = page.links("and 2 more")
    for address, count in ((due, 12), (stale, 12)):
        assert len(Page(staff.get(address)).all("#result_list tbody tr")) == count


def test_lists_are_for_people_who_may_change_articles():
    make_due(1)
    assert home(groups=["Editor"]).all(".due-for-review") != []
    assert home(username="clerk", groups=["Front desk"]).all(".due-for-review") == []


def test_nothing_is_said_when_nothing_waits():
    assert home(groups=["Editor"]).all(".due-for-review") == []


def test_each_list_is_one_query():
    for _ in range(3):
        make_due(1)
        make_stale()
    with CaptureQueriesContext(connection) as queries:
        titles = [article.title for article in due_for_review()["rows"]]
        titles += [text.original_title for text in stale_translations()["rows"]]
    assert (len(titles), len(queries)) == (6, 2)
