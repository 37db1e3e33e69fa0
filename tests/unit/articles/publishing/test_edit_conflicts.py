"""Two editors with the form of one article open."""

from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest

from articles.actions import save_text
from articles.models import Article, ArticleText, Reference, Wording
from tests.factories import make_article, make_clinic, make_picture, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", summary="Knees bend.", slug="knees", body="<ul><li>One</li></ul>")


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def opened(staff, article):
    """The form's fields as an editor sees them; another editor who opens it at the same time sees the same."""
    return Page(staff.get(address(article))).fields(FORM)


def send(staff, article, fields, **changes):
    return staff.post(address(article), fields | {name.replace("__", "-"): value for name, value in changes.items()})


def stored(article):
    text = ArticleText.objects.get(article=article)
    return text.title, text.summary


def test_the_second_save_does_not_write_over_the_first(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees bend well.")

    response = send(staff, article, both, texts__0__title="On my knees")
    assert response.status_code == 200
    assert stored(article) == ("On knees", "Knees bend well.")

    page = Page(response)
    assert page.text("#texts-0 .errorlist.nonfield") == (
        "Your changes weren't saved: someone else saved the English text first. See the top of the page."
    )
    assert page.text(".meanwhile h3") == "What changed in the English text"
    assert page.text(".meanwhile dl") == "Summary Knees bend[added:] well."
    assert page.text(".meanwhile strong") == "admin"
    assert page.links("the English text") == ["#texts-0"]
    assert page.all(".errornote, .problems") == []  # the panel says it all
    assert page.one("[name=texts-0-title]")["value"] == "On my knees"  # as it was typed
    assert page.text("[name=texts-0-summary]") == "Knees bend well."  # as it is stored


@pytest.mark.on_both_databases
def test_after_looking_the_second_editor_saves_both_changes(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees bend well.")
    shown = Page(send(staff, article, both, texts__0__title="On my knees")).fields(FORM)
    assert send(staff, article, shown).status_code == 302
    assert stored(article) == ("On my knees", "Knees bend well.")


def test_who_changed_nothing_in_a_text_leaves_it_as_another_saved_it(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees bend well.")
    assert send(staff, article, both, byline="Maria").status_code == 302
    article.refresh_from_db()
    assert (article.byline, stored(article)) == ("Maria", ("On knees", "Knees bend well."))


@pytest.mark.whole
def test_the_dates_of_an_article_are_not_written_over(staff, article):
    both = opened(staff, article)
    send(staff, article, both, next_review_on="2100-01-01")
    response = send(staff, article, both, byline="Maria")
    assert "Next review due [removed:] nothing[added:] Jan. 1, 2100" in Page(response).text(".meanwhile dl")
    article.refresh_from_db()
    assert (article.byline, article.next_review_on) == ("Integrated Health Solutions", date(2100, 1, 1))
    assert send(staff, article, Page(response).fields(FORM)).status_code == 302
    article.refresh_from_db()
    assert (article.byline, article.next_review_on) == ("Maria", date(2100, 1, 1))


def test_a_time_that_another_changed_is_shown_on_the_clinics_clock(staff, article):
    Article.objects.update(published_at=datetime(2026, 1, 5, 15, tzinfo=UTC))
    both = opened(staff, article)
    send(staff, article, both, published_at_1="10:30")
    page = Page(send(staff, article, both, byline="Maria"))
    assert page.text(".meanwhile dl") == "Published at [removed:] Jan. 5, 2026, 9 a.m.[added:] Jan. 5, 2026, 10:30 a.m."


def test_who_changed_nothing_at_all_leaves_the_article_alone(staff, article):
    second = opened(staff, article)
    topic = make_topic("neck", en="Neck pain")
    send(staff, article, opened(staff, article), topic=str(topic.pk))
    assert send(staff, article, second).status_code == 302
    article.refresh_from_db()
    assert article.topic == topic


def test_a_choice_is_shown_by_its_name(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__state="draft")
    message = Page(send(staff, article, both, texts__0__title="Other")).text(".meanwhile dl")
    assert message == "State [removed:] Published[added:] Draft"


def test_tags_that_an_editor_rearranges_are_no_change(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees bend well.")
    rearranged = {"texts__0__body": "<ul>\r\n<li><p>One</p></li></ul>"}
    assert send(staff, article, both, **rearranged).status_code == 302
    assert stored(article) == ("On knees", "Knees bend well.")


def test_bold_words_are_a_change(staff, article):
    bold = "<ul><li><strong>One</strong></li></ul>"
    assert send(staff, article, opened(staff, article), texts__0__body=bold).status_code == 302
    assert ArticleText.objects.get().body == bold


def test_a_form_that_does_not_tell_what_was_seen_is_saved_as_it_is(staff, article):
    fields = opened(staff, article)
    for name in ("seen", "texts-0-seen"):
        fields.pop(name)
    assert send(staff, article, fields, texts__0__title="Other").status_code == 302
    assert stored(article)[0] == "Other"


@pytest.mark.parametrize("broken", ["", "no json", "[]", "{}"])
def test_a_broken_memory_of_what_was_seen_breaks_nothing(staff, article, broken):
    changes = {"texts__0__seen": broken, "seen": broken, "texts__0__title": "Other"}
    assert send(staff, article, opened(staff, article), **changes).status_code == 302


def test_a_text_that_another_deleted_is_not_brought_back(staff, article):
    second = opened(staff, article)
    ArticleText.objects.all().delete()
    assert send(staff, article, second, texts__0__title="Other").status_code == 200
    assert not ArticleText.objects.exists()


@pytest.fixture
def rows(article):
    """The article with a reference."""
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    return article


@pytest.mark.whole
def test_two_editors_do_not_write_over_each_others_references(staff, rows):
    both = opened(staff, rows)
    send(staff, rows, both, references__0__year="2020")
    response = send(staff, rows, both, references__0__publisher="Archive")
    page = Page(response)
    assert page.text(".meanwhile h3") == "What changed in the reference “Knees”"
    assert page.links("the reference “Knees”") == ["#references-0"]
    assert page.text(".meanwhile dl") == "Year [removed:] nothing[added:] 2020"
    assert (rows.references.get().publisher, rows.references.get().year) == ("Library", 2020)
    assert send(staff, rows, Page(response).fields(FORM)).status_code == 302
    assert (rows.references.get().publisher, rows.references.get().year) == ("Archive", 2020)


def test_two_editors_do_not_write_over_the_picture_that_leads(staff, article):
    one, other = make_picture(name="Stretching"), make_picture(name="Bending")
    both = opened(staff, article)
    send(staff, article, both, lead_picture=str(one.pk))
    page = Page(send(staff, article, both, lead_picture=str(other.pk)))
    assert page.text(".meanwhile h3") == "What changed in the article's topic, picture, dates or byline"
    assert page.text(".meanwhile dl") == "Lead picture [removed:] No picture[added:] Stretching"
    article.refresh_from_db()
    assert article.lead_picture == one


@pytest.mark.whole
def test_a_mistake_is_shown_beside_what_was_saved_meanwhile(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees bend well.")
    page = Page(send(staff, article, both, texts__0__title="", texts__0__reviewed_by="Ana Ruiz"))
    assert len(page.all(".meanwhile")) == len(page.all(".errornote")) == 1
    assert page.texts(".problems li") == [
        "English: Title This field is required.",
        "English Enter both the reviewer and the date of the review.",
    ]


def test_who_changed_no_row_leaves_them_as_another_saved_them(staff, rows):
    both = opened(staff, rows)
    send(staff, rows, both, references__0__year="2020")
    assert send(staff, rows, both, byline="Maria").status_code == 302
    assert rows.references.get().year == 2020


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_rows_are_still_added_and_deleted(staff, rows):
    deleted = {"references__0__DELETE": "on", "texts__0__reason_despite_warnings": "So."}
    assert send(staff, rows, opened(staff, rows), **deleted).status_code == 302
    assert not rows.references.exists()
    values = {"title": "New", "publisher": "Library", "year": "", "address": "https://lib.example/n"}
    added = {f"references__0__{name}": value for name, value in values.items()}
    assert send(staff, rows, opened(staff, rows), references__TOTAL_FORMS="1", **added).status_code == 302
    assert rows.references.get().title == "New"


@pytest.mark.on_both_databases
def test_an_article_that_another_deletes_at_this_moment_is_told_to_be_gone(staff, article, monkeypatch):
    fields = opened(staff, article)

    def delete_first():
        Article.objects.filter(pk=article.pk).delete()
        return Article.objects.all()

    monkeypatch.setattr(Article.objects, "select_for_update", delete_first)
    response = staff.post(address(article), fields, follow=True)
    assert "doesn’t exist" in Page(response).text(".messagelist")


@pytest.mark.on_both_databases
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_history_is_shown_whatever_way_it_is_asked_for(staff):
    """Outside of a transaction, where PostgreSQL holds no row."""
    make_clinic()
    article = make_article(title="On knees")
    assert staff.post(f"/admin/articles/article/{article.pk}/history/").status_code == 200


def test_the_form_does_not_contain_the_words_twice(staff):
    article = make_article(title="On knees", body=f"<p>{'Knees bend. ' * 1000}</p>")
    assert len(opened(staff, article)["texts-0-seen"]) < 1000


@pytest.mark.whole
def test_a_minor_correction_is_described_by_what_it_changed(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees do bend.", texts__0__minor_correction="on")
    message = Page(send(staff, article, both, texts__0__title="Other")).text(".meanwhile dl")
    assert message == "Summary Knees[added:] do bend."


@pytest.mark.whole
def test_words_that_are_no_longer_kept_are_described_by_the_present_ones(staff, article):
    both = opened(staff, article)
    send(staff, article, both, texts__0__summary="Knees do bend.")
    Wording.objects.filter(number=1).delete()
    message = Page(send(staff, article, both, texts__0__title="Other")).text(".meanwhile dl")
    assert message == "Summary, current text (the earlier one was not kept) Knees do bend."


def long_words(language):
    return {"en": "knees bend ", "es": "rodilla ", "pl": "żółć ", "ar": "الركبة "}[language] * 3000


@pytest.fixture
def long_article(article):
    """In four languages, each of at least 15,000 characters."""
    for language in ("es", "pl", "ar"):
        make_translation(article, language)
    for text in article.texts.all():
        text.body = f"<p>{long_words(language=text.language)[:15_000]}</p>"
        save_text(text)
    return article


def sent_as_browsers_do(client, article, fields):
    form = "application/x-www-form-urlencoded"
    return client.post(address(article), urlencode(fields), content_type=form)


@pytest.mark.whole
def test_long_articles_in_four_languages_are_saved(staff, long_article):
    fields = opened(staff, long_article) | {"texts-0-title": "On my knees"}
    assert len(urlencode(fields)) < 256 * 1024  # also where nothing but the public's limit is
    assert sent_as_browsers_do(staff, long_article, fields).status_code == 302
    assert stored_title(long_article) == "On my knees"


@pytest.mark.whole
def test_articles_longer_than_what_the_public_may_send_are_saved(staff, long_article):
    fields = opened(staff, long_article) | {"texts-0-title": "On my knees"}
    fields |= {f"texts-{number}-body": fields[f"texts-{number}-body"] * 3 for number in range(4)}
    assert len(urlencode(fields)) > 256 * 1024
    assert sent_as_browsers_do(staff, long_article, fields).status_code == 302
    assert stored_title(long_article) == "On my knees"


def stored_title(article):
    return article.texts.get(language="en").title
