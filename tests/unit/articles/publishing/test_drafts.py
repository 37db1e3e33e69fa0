"""What an editor types and does not save."""

from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from articles.models import Article, ArticleText, Draft, delete_old_drafts
from clinic_site.generation import read_generation
from clinic_site.operations.scheduled import TASKS
from tests.factories import make_article, make_clinic, make_topic
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
ADD = f"{LIST}add/"
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", summary="Knees bend.", slug="knees", body="<p>One.</p>")


@pytest.fixture
def other():
    """The browser of another editor."""
    client = Client()
    client.force_login(make_account("other", is_superuser=True))
    return client


def page_of(article):
    return f"{LIST}{article.pk}/change/" if article else ADD


def opened(browser, address):
    """The form's fields in a window that has just been opened."""
    return Page(browser.get(address)).fields(FORM)


def typed(fields, **changes):
    return fields | {name.replace("__", "-"): value for name, value in changes.items()}


def send(browser, article, fields):
    """As the script does it."""
    return browser.post(
        f"{LIST}{article.pk}/draft/" if article else f"{LIST}draft/",
        urlencode(fields),
        content_type="application/x-www-form-urlencoded",
        headers={"x-background-refresh": "1"},
    )


def keep(browser, article, fields):
    answer = send(browser, article, fields)
    assert (answer.status_code, answer.content) == (204, b"")


def offers(browser, address):
    """The keys of the drafts that the page offers."""
    return [button["value"] for button in Page(browser.get(address)).all(".draft [name=continue_draft]")]


def go_on(browser, address, key):
    response = browser.post(address, {"continue_draft": key})
    assert response.status_code == 200
    return Page(response)


@pytest.mark.on_both_databases
def test_what_was_typed_is_offered_and_continued(staff, article, clock):
    public = read_generation()
    keep(staff, article, typed(opened(staff, page_of(article)), texts__0__title="On my knees", byline="Ścięgno \0"))
    assert (Draft.objects.get().title, article.texts.get().title) == ("On my knees", "On knees")
    assert read_generation() == public

    page = Page(staff.get(page_of(article)))
    assert page.text(".draft strong") == "You have unsaved changes from March 2, 2026, noon"
    assert page.one("[name=texts-0-title]")["value"] == "On knees"

    page = go_on(staff, page_of(article), offers(staff, page_of(article))[0])
    assert page.text(".messagelist") == "These are your changes from March 2, 2026, noon. They are not saved yet."
    assert page.one("[name=texts-0-title]")["value"] == "On my knees"
    assert page.one("[name=byline]")["value"].startswith("Ścięgno")
    assert page.all(".errorlist, .errornote, .problems, .meanwhile, .draft") == []
    assert page.one("[data-ask-before-leaving]").has_attr("data-is-unsaved")  # leaving asks at once
    assert article.texts.get().title == "On knees"  # nothing is saved by looking


@pytest.mark.whole
def test_saving_what_was_continued_ends_the_draft(staff, article):
    keep(staff, article, typed(opened(staff, page_of(article)), texts__0__title="On my knees"))
    fields = go_on(staff, page_of(article), offers(staff, page_of(article))[0]).fields(FORM)
    assert staff.post(page_of(article), fields).status_code == 302
    assert article.texts.get().title == "On my knees"
    assert not Draft.objects.exists()


def test_a_new_article_has_a_draft_under_its_kind(staff):
    make_topic()
    keep(staff, None, typed(opened(staff, f"{ADD}?kind=question"), texts__0__title="May I run?"))
    assert offers(staff, ADD) == []
    page = Page(staff.get(f"{ADD}?kind=question"))
    assert "“May I run?”" in page.text(".draft")
    page = go_on(staff, f"{ADD}?kind=question", offers(staff, f"{ADD}?kind=question")[0])
    assert page.all(".errorlist, .problems") == []  # nobody is told yet what an unfinished text lacks

    fields = typed(page.fields(FORM), texts__0__body="<p>Yes.</p>")
    assert staff.post(f"{ADD}?kind=question", fields).status_code == 302
    assert Article.objects.get().kind == "question"
    assert not Draft.objects.exists()


def test_a_form_that_is_refused_keeps_its_draft(staff, article):
    fields = typed(opened(staff, page_of(article)), texts__0__title="")
    keep(staff, article, fields)
    refused = Page(staff.post(page_of(article), fields))
    assert refused.fields(FORM)["draft_key"] == fields["draft_key"]
    assert Draft.objects.exists()


def test_two_windows_of_one_person_do_not_write_over_each_other(staff, article):
    first, second = (opened(staff, page_of(article)) for _ in range(2))
    keep(staff, article, typed(first, texts__0__title="First"))
    keep(staff, article, typed(second, texts__0__title="Second"))
    keep(staff, article, typed(first, texts__0__title="First again"))
    assert {draft.title for draft in Draft.objects.all()} == {"First again", "Second"}

    # The first window is saved: the draft of the second one stays.
    staff.post(page_of(article), typed(first, texts__0__title="First again"))
    assert [draft.title for draft in Draft.objects.all()] == ["Second"]


def test_continuing_in_another_window_leaves_the_first_its_own_draft(staff, article):
    first = opened(staff, page_of(article))
    keep(staff, article, typed(first, texts__0__title="First"))
    second = go_on(staff, page_of(article), first["draft_key"]).fields(FORM)
    keep(staff, article, typed(second, texts__0__title="Second"))
    keep(staff, article, typed(first, texts__0__title="First, still open"))
    assert {draft.title for draft in Draft.objects.all()} == {"First, still open", "Second"}


@pytest.mark.whole
def test_a_draft_meets_what_another_editor_saved_meanwhile(staff, other, article):
    keep(staff, article, typed(opened(staff, page_of(article)), texts__0__title="On my knees"))
    other.post(page_of(article), typed(opened(other, page_of(article)), texts__0__summary="Knees bend well."))
    page = Page(staff.get(page_of(article)))
    assert "Since then, other saved this article" in page.text(".draft")

    page = go_on(staff, page_of(article), offers(staff, page_of(article))[0])
    assert page.text(".meanwhile dl") == "Summary Knees bend[added:] well."
    assert page.all(".errornote, .problems, .errorlist") == []
    fields = page.fields(FORM)
    assert (fields["texts-0-title"], fields["texts-0-summary"]) == ("On my knees", "Knees bend well.")
    staff.post(page_of(article), fields)
    text = article.texts.get()
    assert (text.title, text.summary) == ("On my knees", "Knees bend well.")


@pytest.mark.whole
def test_a_draft_is_its_authors_alone(staff, other, article):
    fields = typed(opened(staff, page_of(article)), texts__0__title="On my knees")
    keep(staff, article, fields)
    assert offers(other, page_of(article)) == []
    key = fields["draft_key"]
    assert other.post(page_of(article), {"continue_draft": key})["Location"] == page_of(article)
    other.post(page_of(article), {"discard_draft": key})
    keep(other, article, typed(opened(other, page_of(article)), draft_key=key, texts__0__title="Hers"))
    assert {draft.author.username: draft.title for draft in Draft.objects.all()} == {
        "admin": "On my knees",
        "other": "Hers",
    }
    assert "On my knees" not in other.get("/admin/").content.decode()


def test_a_discarded_draft_is_gone(staff, article):
    fields = typed(opened(staff, page_of(article)), texts__0__title="On my knees")
    keep(staff, article, fields)
    response = staff.post(page_of(article), {"discard_draft": fields["draft_key"]}, follow=True)
    assert Page(response).text(".messagelist") == "Your unsaved changes were discarded."
    assert not Draft.objects.exists()
    assert article.texts.get().title == "On knees"


@pytest.mark.parametrize("key", ["", "nothing", "a4917dea-140e-42d0-bebe-1c94f8640148"])
def test_a_draft_that_is_gone_is_not_continued(staff, article, key):
    assert staff.post(page_of(article), {"continue_draft": key})["Location"] == page_of(article)


@pytest.mark.parametrize("key", ["", "nothing"])
def test_a_form_without_a_key_is_not_kept(staff, article, key):
    assert staff.post(f"{LIST}{article.pk}/draft/", {"draft_key": key}).status_code == 400
    assert not Draft.objects.exists()


def test_no_token_is_kept(staff, article):
    keep(staff, article, opened(staff, page_of(article)))
    assert "csrfmiddlewaretoken" not in Draft.objects.get().form


@pytest.mark.whole
def test_a_form_of_four_languages_is_kept_and_a_longer_one_is_not(staff, article, settings):
    fields = opened(staff, page_of(article))
    words = "ركبة" * 50_000  # more than the limit of the public's forms
    keep(staff, article, typed(fields, texts__0__body=words))
    assert Draft.objects.get().fields["texts-0-body"] == words
    settings.LONGEST_FORM_OF_STAFF = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert send(staff, article, typed(fields, texts__0__body=words)).status_code == 400


def test_who_may_not_change_articles_keeps_no_draft(client, article):
    client.force_login(make_account("desk", groups=["Front desk"]))
    for address in [f"{LIST}{article.pk}/draft/", f"{LIST}draft/"]:
        assert client.post(address, {"draft_key": uuid4()}).status_code == 403
    assert not Draft.objects.exists()


def test_drafts_go_after_thirty_days(staff, article, clock):
    keep(staff, article, opened(staff, page_of(article)))
    clock.shift(timedelta(days=29, hours=23))
    assert delete_old_drafts() == 0
    clock.shift(timedelta(hours=2))
    [task] = [task for task in TASKS if task.run is delete_old_drafts]
    assert (task.run(), task.every) == (1, timedelta(days=1))
    assert not Draft.objects.exists()


def test_drafts_go_with_their_article_and_with_their_author(staff, other, article):
    keep(staff, article, opened(staff, page_of(article)))
    article.delete()
    assert not Draft.objects.exists()
    keep(other, None, opened(other, ADD))
    Draft.objects.get().author.delete()
    assert not Draft.objects.exists()


def test_the_home_page_lists_the_drafts_of_its_reader(staff, other, article):
    keep(staff, article, typed(opened(staff, page_of(article)), texts__0__title="On my knees"))
    keep(staff, None, typed(opened(staff, f"{ADD}?kind=question"), texts__0__title="May I run?"))
    home = Page(staff.get("/admin/"))
    assert home.links("On my knees") == [page_of(article)]
    assert home.links("May I run?") == [f"{ADD}?kind=question"]
    assert Page(other.get("/admin/")).all("#drafts-heading") == []


def test_saving_without_scripts_needs_no_key(staff, article):
    fields = typed(opened(staff, page_of(article)), draft_key="", texts__0__title="On my knees")
    assert staff.post(page_of(article), fields).status_code == 302
    assert ArticleText.objects.get().title == "On my knees"
