from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import save_text
from articles.models import Article, ArticleText
from clinic_site.facts import forget_facts
from tests.factories import make_article, make_clinic, make_topic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def preview_address(text):
    return f"{LIST}preview/{text.pk}/"


def test_list_shows_the_state_of_every_language(staff):
    article = make_article(title="On knees")
    make_translation(article, "es", state="draft")
    make_translation(article, "pl", reviewed_by="Jan Nowak", reviewed_on=date(2026, 2, 1))
    assert states(staff) == [
        "en: published and not reviewed",
        "ar: missing",
        "es: draft and not reviewed",
        "pl: published",
    ]

    original = article.original
    original.summary = "Knees bend, and more."
    save_text(original)
    assert states(staff)[2:] == ["es: draft and out of date and not reviewed", "pl: published and out of date"]

    Article.objects.update(published_at=datetime(2100, 1, 1, tzinfo=UTC))
    assert states(staff)[0] == "en: scheduled for Dec. 31, 2099, 6 p.m. and not reviewed"
    original.state = "draft"
    save_text(original)
    assert states(staff)[3] == "pl: waiting for the English text and out of date"


def states(staff):
    """The state of each language, the original's first. The list names those of the same state together."""
    lines = [line.split(": ") for line in Page(staff.get(LIST)).text("#result_list .field-languages").split("; ")]
    found = {code: f"{code}: {state}" for codes, state in lines for code in codes.split(", ")}
    return [found[code] for code in ("en", "ar", "es", "pl")]


@pytest.mark.whole
def test_the_list_offers_to_add_every_kind_in_the_order_of_the_navigation(staff):
    *links, old_site = Page(staff.get(LIST)).all(".add-menu a")
    assert old_site["href"] == "/admin/clinic_site/oldsiteimport/add/"
    assert [link["href"].partition("?kind=")[2] for link in links] == [
        "article", "condition", "treatment", "person", "costs", "price", "first_visit", "question", "getting_here",
    ]  # fmt: skip
    for link in links:
        assert Page(staff.get(link["href"])).text("h1") == f"Add: {link.get_text()}"


def test_list_can_be_narrowed_to_what_needs_work(staff):
    def found(**filters):
        return sorted(Page(staff.get(LIST, filters)).texts("#result_list .field-__str__"))

    review = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}
    complete = make_article(title="Complete", **review)
    for language in ("ar", "es", "pl"):
        make_translation(complete, language, **review)
    old = make_article(title="Old")
    make_translation(old, "es")
    ArticleText.objects.filter(article=old, language="en").update(version=2)
    make_article(title="Overdue")
    Article.objects.filter(texts__title="Overdue").update(next_review_on=date(2026, 1, 1))
    Article.objects.exclude(texts__title="Overdue").update(next_review_on=date(2100, 1, 1))
    assert found() == ["Complete", "Old", "Overdue"]
    assert found(translations="missing") == ["Old", "Overdue"]
    assert found(translations="unchecked") == ["Old"]
    assert found(translations="old") == ["Old"]
    assert found(review="overdue") == ["Overdue"]
    assert found(review="none") == ["Old", "Overdue"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("knee", ["Zdrowe kolana and knees"]),
        ("KOLANA zdro", ["Zdrowe kolana and knees"]),
        ("corazón", ["Hearts"]),
        ("CORAZON", ["Hearts"]),
        ("heart knee", []),  # each in a title, but of two articles
        ("bend", []),  # a word of the summary
    ],
)
def test_list_is_searched_by_the_words_of_titles(staff, words, found):
    make_article(title="Zdrowe kolana and knees", summary="They bend.")
    make_translation(make_article(title="Hearts"), "es", title="El corazón")
    assert Page(staff.get(LIST, {"q": words})).texts("#result_list .field-__str__") == found


def test_list_costs_the_same_for_one_and_many(staff):
    counts = []
    for more in (1, 10):
        for number in range(more):
            make_article(topic=make_topic(f"topic-{more}-{number}"))
        staff.get(LIST)
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            staff.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_draft_is_previewed_as_the_public_will_see_it(staff):
    text = make_article(title="On knees", state="draft").texts.get()
    response = staff.get(preview_address(text))
    page = Page(response)
    assert (page.text("h1"), page.one("meta[name=robots]")["content"]) == ("On knees", "noindex")
    assert page.text(".notice").startswith("Preview for staff.")
    assert page.all("form") == []
    assert "sha256-" in response["Content-Security-Policy"]


def test_preview_of_a_translation_is_in_its_language(staff):
    text = make_translation(make_article(), "ar", state="draft")
    assert Page(staff.get(preview_address(text))).one("html")["dir"] == "rtl"


def test_preview_of_a_translation_links_to_its_original(staff):
    text = make_translation(make_article(slug="knees"), "es", slug="rodillas", state="draft")
    assert Page(staff.get(preview_address(text))).links("Leer el original en inglés") == ["/articles/knees/"]


def test_preview_is_for_staff_who_may_see_articles(client, django_user_model):
    text = make_article(state="draft").texts.get()
    assert client.get(preview_address(text)).status_code == 302
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(preview_address(text)).status_code == 403


def test_preview_of_nothing_is_not_found(staff):
    assert staff.get(f"{LIST}preview/999/").status_code == 404


def test_article_is_written_in_the_admin_and_cleaned(staff):
    response = staff.post(
        f"{LIST}add/",
        {
            "topic": make_topic().pk,
            "published_at_0": "2026-01-05",
            "published_at_1": "09:00",
            "byline": "Integrated Health Solutions",
            "next_review_on": "2027-01-05",
            "texts-TOTAL_FORMS": "1",
            "texts-INITIAL_FORMS": "0",
            "texts-0-language": "en",
            "texts-0-title": "On knees",
            "texts-0-slug": "on-knees",
            "texts-0-summary": "Knees bend.",
            "texts-0-body": "<p>Bend</p><script>alert(1)</script>",
            "texts-0-state": "published",
            "texts-0-reviewed_by": "A. Clinician, DC",
            "texts-0-reviewed_on": "2026-01-05",
            "texts-0-reason_despite_warnings": "It rests on no source.",
            "pictures-TOTAL_FORMS": "0",
            "pictures-INITIAL_FORMS": "0",
            "references-TOTAL_FORMS": "0",
            "references-INITIAL_FORMS": "0",
        },
    )
    assert response.status_code == 302
    assert ArticleText.objects.get().body == "<p>Bend</p>"
    assert Article.objects.published().count() == 1


def test_change_form_gives_the_editor_its_nonce(staff):
    article = make_article()
    response = staff.get(f"{LIST}{article.pk}/change/")
    nonce = Page(response).one("script[type=importmap]")["nonce"]
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def change_form(article, languages=("en", "es"), **changes):
    """What the browser posts from the change form of an article whose texts are in these languages."""
    texts = [article.texts.get(language=language) for language in languages]
    data = {
        "topic": article.topic_id,
        "published_at_0": "2026-01-05",
        "published_at_1": "09:00",
        "byline": article.byline,
        "texts-TOTAL_FORMS": "2",
        "texts-INITIAL_FORMS": "2",
        "pictures-TOTAL_FORMS": "0",
        "pictures-INITIAL_FORMS": "0",
        "references-TOTAL_FORMS": "0",
        "references-INITIAL_FORMS": "0",
    }
    for number, text in enumerate(texts):
        names = ["id", "article_id", "language", "title", "slug", "summary", "body", "state", "unreviewed_because"]
        data |= {f"texts-{number}-{name.removesuffix('_id')}": getattr(text, name) for name in names}
    return {**data, **changes}


def source_versions(staff, article, **changes):
    """(version of the English, version that the Spanish says it was made from) after the change form was saved."""
    response = staff.post(f"{LIST}{article.pk}/change/", change_form(article, **changes))
    assert response.status_code == 302, Page(response).texts(".errorlist")
    english, spanish = article.texts.get(language="en"), article.texts.get(language="es")
    return english.version, spanish.source_version


def test_a_changed_original_leaves_the_translation_out_of_date(staff):
    article = make_article(languages=["en", "es"])
    assert source_versions(staff, article, **{"texts-0-summary": "New."}) == (2, 1)


def test_a_minor_correction_leaves_the_translation_up_to_date(staff):
    article = make_article(languages=["en", "es"])
    changes = {"texts-0-summary": "New.", "texts-0-minor_correction": "on"}
    assert source_versions(staff, article, **changes) == (1, 1)


def test_a_translation_can_be_brought_up_to_date_in_the_same_go(staff):
    article = make_article(languages=["en", "es"])
    changes = {"texts-0-summary": "New.", "texts-1-summary": "Nuevo.", "texts-1-matches_original": "on"}
    assert source_versions(staff, article, **changes) == (2, 2)


def test_a_translation_that_sorts_before_the_original_can_be_brought_up_to_date_too(staff):
    article = make_article(languages=["en", "ar"])
    changes = {"texts-0-summary": "New.", "texts-1-summary": "جديد", "texts-1-matches_original": "on"}
    order = {"texts-INITIAL_FORMS": "2", **changes}
    data = change_form(article, languages=("en", "ar"), **order)
    swapped = {name.translate(str.maketrans("01", "10")) if "texts-" in name else name: data[name] for name in data}
    assert staff.post(f"{LIST}{article.pk}/change/", swapped).status_code == 302
    assert not article.texts.get(language="ar").is_older_than(article.texts.get(language="en"))


def test_a_draft_of_a_translation_can_be_deleted(staff):
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="es").update(state="draft")
    response = staff.post(f"{LIST}{article.pk}/change/", change_form(article, **{"texts-1-DELETE": "on"}))
    assert response.status_code == 302
    assert [text.language for text in article.texts.all()] == ["en"]


UNTICK = "Untick its box, set it to draft and save. Then you can delete it."
OR_WHOLE = "To delete the whole article, use the Delete button on this page."


def refused(staff, article, **changes):
    """What the form says of deleting texts, on top and at the texts. All of them stay."""
    before = article.texts.count()
    page = Page(staff.post(f"{LIST}{article.pk}/change/", change_form(article, **changes)))
    assert article.texts.count() == before
    assert [f"Article texts {told}" for told in page.texts("#texts-group .errorlist.nonform li")] == page.texts(
        ".problems li"
    )
    return page.texts("#texts-group .errorlist.nonform li")


def test_a_public_text_is_not_deleted_with_a_tick(staff):
    article = make_article(languages=["en", "es"])
    assert refused(staff, article, **{"texts-0-DELETE": "on"}) == [
        f"The English text wasn't deleted, because it is public. {UNTICK} {OR_WHOLE}"
    ]
    # What is sent with the tick makes no difference: it is public now.
    assert refused(staff, article, **{"texts-1-DELETE": "on", "texts-1-state": "draft"}) == [
        f"The Spanish text wasn't deleted, because it is public. {UNTICK}"
    ]


def test_the_english_that_translations_rest_on_is_not_deleted(staff):
    article = make_article(languages=["en", "es"], state="draft")
    assert refused(staff, article, **{"texts-0-DELETE": "on"}) == [
        "The English text wasn't deleted, because the article has translations. Untick its box, and first set the "
        f"translations to draft and delete them. {OR_WHOLE}"
    ]


def test_drafts_in_all_languages_can_be_deleted_together(staff):
    article = make_article(languages=["en", "es"], state="draft")
    changes = {"texts-0-DELETE": "on", "texts-1-DELETE": "on"}
    assert staff.post(f"{LIST}{article.pk}/change/", change_form(article, **changes)).status_code == 302
    assert not article.texts.exists()


def test_a_wrongly_chosen_language_can_be_corrected(staff):
    article = make_article(languages=["en", "es"], state="draft")
    changes = {"texts-0-DELETE": "on", "texts-1-language": "en"}
    assert staff.post(f"{LIST}{article.pk}/change/", change_form(article, **changes)).status_code == 302
    assert [(text.language, text.source_version) for text in article.texts.all()] == [("en", None)]


@pytest.mark.parametrize("half", [{"texts-1-reviewed_by": "Ana Ruiz"}, {"texts-1-reviewed_on": "2026-02-01"}])
def test_half_a_review_is_refused_with_a_sentence(staff, half):
    article = make_article(languages=["en", "es"])
    response = staff.post(f"{LIST}{article.pk}/change/", change_form(article, **half))
    assert response.status_code == 200
    assert Page(response).texts(".errorlist.nonfield li") == ["Enter both the reviewer and the date of the review."]


def test_boxes_stand_only_where_they_mean_something(staff):
    article = make_article(languages=["en", "es"])
    page = Page(staff.get(f"{LIST}{article.pk}/change/"))
    boxes = [box["name"] for box in page.all("[type=checkbox][name^=texts-]") if "DELETE" not in box["name"]]
    assert boxes == [
        "texts-0-minor_correction",
        "texts-2-is_machine_translation",  # Arabic is missing, and so is Polish
        *("texts-1-is_machine_translation", "texts-1-minor_correction", "texts-1-matches_original"),
        "texts-3-is_machine_translation",
    ]


def test_change_form_shows_which_version_a_translation_was_made_from(staff):
    article = make_article(languages=["en", "es"])
    article.texts.filter(language="en").update(version=2)
    page = Page(staff.get(f"{LIST}{article.pk}/change/"))
    told = page.texts(".field-made_from .readonly")
    assert "Made from version 1 of the English text: out of date." in told
    assert any(text.startswith("Version 2, written on ") for text in told)


def test_who_may_only_look_sees_the_overview_and_no_field(client):
    reader = make_account()
    allowed = ["view_article", "view_articletext", "view_reference"]
    reader.user_permissions.set(Permission.objects.filter(codename__in=allowed))
    client.force_login(reader)
    article = make_article(title="On knees")
    page = Page(client.get(f"{LIST}{article.pk}/change/"))
    assert len(page.all(".language-tab")) == 4
    assert page.texts(".text-form__name") == ["English: On knees"]
    assert page.all("#article_form [name$=-title], #article_form [type=checkbox], #article_form select") == []
    assert [tab.find("a") is None for tab in page.all(".language-tab")] == [False, True, True, True]
