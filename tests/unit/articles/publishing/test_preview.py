"""The preview of what stands in the form of an article, saved or not."""

import pytest
from django.contrib.auth.models import Permission

from articles.models import Article, ArticleText, Kind
from clinic_site.generation import read_generation
from tests.factories import make_article, make_clinic, make_person, make_picture, make_topic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
FORM = "#article_form"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", summary="Knees bend.", slug="knees", body="<p>One.</p>")


def opened(staff, address):
    return Page(staff.get(LIST + address)).fields(FORM)


def preview(staff, article=None, language="en", **changes):
    """What the button "Preview" shows after these changes in the form."""
    fields = opened(staff, f"{article.pk}/change/" if article else "add/")
    fields |= {name.replace("__", "-"): value for name, value in changes.items()}
    return staff.post(f"{LIST}{article.pk}/preview/" if article else f"{LIST}preview/", fields | {"_preview": language})


def problems(page):
    return page.texts(".notice[lang=en] li")


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.ARTICLE, ["/es/", "/es/articles/", "/es/articles/?topic=knees"]),
        (Kind.CONDITION, ["/es/", "/es/services/"]),
        (Kind.QUESTION, ["/es/", "/es/questions/"]),
        (Kind.GETTING_HERE, ["/es/", "/es/contact/"]),
    ],
)
def test_preview_stands_below_the_page_that_lists_or_shows_it(staff, kind, path):
    article = make_article(kind=kind, topic=make_topic("knees"))
    make_translation(article, "es")
    page = Page(preview(staff, article, "es"))
    assert [link["href"] for link in page.all(".breadcrumb a")] == path


def test_preview_shows_unsaved_words_and_saves_nothing(staff, article):
    before = list(ArticleText.objects.values()), list(Article.objects.values()), read_generation()
    response = preview(staff, article, texts__0__title="On toes", texts__0__body="<p>Two.</p><script>x()</script>")
    page = Page(response)
    assert (page.text("h1"), page.text(".article__body")) == ("On toes", "Two.")
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.all("form, .article__body script") == []
    assert (list(ArticleText.objects.values()), list(Article.objects.values()), read_generation()) == before


def test_preview_follows_the_policy_of_public_pages(staff, article):
    assert "trusted-types" in preview(staff, article)["Content-Security-Policy"]


def test_preview_of_a_new_article_needs_no_save(staff):
    topic = make_topic()
    page = Page(preview(staff, topic=topic.pk, texts__0__title="New", texts__0__body="<p>Words.</p>"))
    assert (page.text("h1"), page.text(".article__body"), problems(page)) == (
        "New",
        "Words.",
        ["English: Slug: This field is required."],
    )
    assert not Article.objects.exists()


def test_preview_of_a_service_and_of_a_part_of_a_page(staff):
    for kind, extra in [("condition", {"topic": make_topic().pk, "texts-0-slug": "new"}), ("question", {})]:
        fields = Page(staff.get(f"{LIST}add/?kind={kind}")).fields(FORM) | extra
        fields |= {"texts-0-title": "New", "texts-0-body": "<p>Words.</p>"}
        page = Page(staff.post(f"{LIST}preview/", fields))
        assert (page.text("h1"), problems(page)) == ("New", [])


def test_preview_of_a_translation_not_saved_yet(staff, article):
    page = Page(preview(staff, article, "ar", texts__1__title="ركبة", texts__1__body="<p>نص</p>"))
    assert (page.one("html")["lang"], page.one("html")["dir"], page.text("h1")) == ("ar", "rtl", "ركبة")
    assert page.one(".notice[lang=en]")["dir"] == "ltr"


def test_preview_tells_what_is_not_valid_and_shows_the_rest(staff, article):
    page = Page(preview(staff, article, published_at_0="tomorrow", texts__0__title="", texts__0__body="<p>Two.</p>"))
    assert (page.text("h1"), page.text(".article__body")) == ("On knees", "Two.")
    assert problems(page) == ["Published at: Enter a valid date.", "English: Title: This field is required."]


def test_preview_shows_unsaved_references_and_pictures(staff, article):
    picture = make_picture(alternative_text="A knee.")
    page = Page(
        preview(
            staff,
            article,
            references__TOTAL_FORMS="1",
            references__0__title="A study",
            references__0__publisher="A press",
            references__0__address="https://example.org/",
            lead_picture=picture.pk,
        )
    )
    assert page.texts(".references li") == ["A study, A press"]
    assert [image["alt"] for image in page.all(".article__top img")] == ["A knee."]


@pytest.mark.whole
def test_preview_leaves_out_what_the_form_deletes(staff, article):
    article.references.create(title="A study", publisher="A press", address="https://example.org/")
    assert Page(preview(staff, article)).texts(".references li") == ["A study, A press"]
    assert Page(preview(staff, article, references__0__DELETE="on")).all(".references") == []


@pytest.mark.whole
def test_preview_tells_whether_the_translation_will_be_out_of_date(staff, article):
    make_translation(article, "es")
    is_old = "El texto en inglés se cambió"

    def notices(**changes):
        return " ".join(Page(preview(staff, article, "es", **changes)).texts(".notice"))

    assert opened(staff, f"{article.pk}/change/")["texts-1-language"] == "es"
    assert is_old not in notices()
    assert is_old in notices(texts__0__body="<p>Another.</p>")
    assert is_old not in notices(texts__0__body="<p>Another.</p>", texts__1__matches_original="on")
    assert is_old not in notices(texts__0__body="<p>Another.</p>", texts__0__minor_correction="on")


@pytest.mark.parametrize("language", ["de", "<b>"])
def test_preview_in_a_language_that_the_form_does_not_have_is_refused(staff, article, language):
    assert preview(staff, article, language).status_code == 400


def test_preview_of_an_article_that_is_gone_is_not_found(staff):
    assert staff.post(f"{LIST}999/preview/").status_code == 404


def test_who_may_only_see_articles_previews_what_is_saved(client, article):
    account = make_account("reader")
    account.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "view_articletext"]))
    client.force_login(account)
    page = Page(client.get(f"{LIST}{article.pk}/change/"))
    assert page.all("[name=_preview], [type=submit]:not(#logout-form *)") == []
    assert page.links("Preview English") == [f"{LIST}preview/{article.texts.get().pk}/"]
    assert client.post(f"{LIST}{article.pk}/preview/").status_code == 403


def test_preview_of_a_person_and_of_an_empty_language(staff):
    person = make_person(title="Jo Doe").article
    assert Page(preview(staff, person, texts__0__title="Jo Roe")).text("h1") == "Jo Roe"
    assert preview(staff, person, "pl").status_code == 200


def test_enter_in_a_field_saves(staff):
    """It presses the form's first button."""
    first = Page(staff.get(f"{LIST}add/")).all(f"{FORM} [type=submit], {FORM} button:not([type=button])")[0]
    assert (first["value"], first.get("formaction")) == ("Save", None)
