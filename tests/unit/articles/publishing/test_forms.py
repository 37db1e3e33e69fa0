from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry

from articles.actions import save_text
from articles.models import ArticleText, Reference
from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
FORM = "#article_form"
REVIEW = {"reviewed_by": "A. Clinician, DC", "reviewed_on": "2026-02-01"}
CLAIM = "We guarantee that it helps."


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


@pytest.fixture
def draft():
    """A draft with a reference, whose next review has its day."""
    article = make_article(title="On knees", state="draft", unreviewed_because="")
    article.next_review_on = date(2100, 1, 1)
    article.save()
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    return article


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def save(staff, article, language="en", article_changes=None, **changes):
    """Opens the form, changes fields of the text in `language`, and sends it."""
    page = Page(staff.get(address(article)))
    data = page.fields(FORM)
    data |= {f"{prefix_of(page, language)}-{name}": value for name, value in changes.items()}
    return staff.post(address(article), data | (article_changes or {}))


def prefix_of(page, language):
    (field,) = page.all(f"[name^=texts-][name$=-language][value={language}]")
    return field["name"].removesuffix("-language")


def is_saved(response):
    return response.status_code == 302


def asked(response):
    """What the refused form asks for: {name of the field: message}."""
    assert response.status_code == 200
    rows = Page(response).all(".form-row:has(.errorlist)")
    return {row.select_one("[name^=texts-]")["name"].split("-")[-1]: row.select_one("li").get_text() for row in rows}


def notes(article):
    return [entry.change_message for entry in LogEntry.objects.order_by("pk") if "Reason: " in entry.change_message]


# A review, or a reason why not


NEEDS_REVIEW = "To publish, enter a review of this text (reviewer and date), or give a reason here."


def test_publishing_asks_for_a_review_and_keeps_what_was_typed(staff, draft):
    response = save(staff, draft, state="published", title="On good knees")
    assert asked(response) == {"unreviewed_because": NEEDS_REVIEW}
    page = Page(response)
    assert page.one("[name=texts-0-title]")["value"] == "On good knees"
    assert page.one("[name=texts-0-state] [selected]")["value"] == "published"
    assert page.links("English: Reason for publishing without a review") == ["#id_texts-0-unreviewed_because"]
    assert draft.texts.get().state == "draft"


def test_a_reviewed_text_is_published(staff, draft):
    assert is_saved(save(staff, draft, state="published", **REVIEW))
    text = draft.texts.get()
    assert (text.state, text.is_reviewed) == ("published", True)
    assert notes(draft) == []


def test_a_reason_stands_in_for_the_review_and_is_logged(staff, draft):
    assert is_saved(save(staff, draft, state="published", unreviewed_because="The clinician is away."))
    assert draft.texts.get().unreviewed_because == "The clinician is away."
    assert notes(draft) == [
        "Published the English text without a review of this text (reviewer and date). Reason: The clinician is away."
    ]


@pytest.mark.whole
def test_publishing_asks_for_the_day_of_the_next_review(staff, draft):
    response = save(staff, draft, state="published", article_changes={"next_review_on": ""}, **REVIEW)
    assert asked(response) == {
        "unreviewed_because": "To publish, enter a date in “Next review due”, or give a reason here."
    }


@pytest.mark.whole
def test_the_review_of_earlier_words_is_not_enough_to_publish(staff, draft):
    save(staff, draft, **REVIEW)
    response = save(staff, draft, state="published", summary="Other words.")
    assert asked(response) == {"unreviewed_because": NEEDS_REVIEW}
    assert is_saved(save(staff, draft, state="published", summary="Other words.", reviewed_by="B. Clinician, DC"))


@pytest.mark.whole
def test_a_minor_correction_keeps_the_review_for_publishing(staff, draft):
    save(staff, draft, **REVIEW)
    assert is_saved(save(staff, draft, state="published", summary="Knees bend!", minor_correction="on"))


@pytest.fixture
def public(draft):
    """The same, published with a review."""
    text = draft.original
    text.reviewed_by, text.reviewed_on, text.state = "A. Clinician, DC", date(2026, 2, 1), "published"
    save_text(text)
    return draft


IN_2100 = {"published_at_0": "2100-01-05", "published_at_1": "09:00:00"}


def box_of(page):
    """What asks whether the article may leave the site."""
    return page.one("[name=hide_until_then]")["type"]


@pytest.mark.whole
def test_a_public_article_does_not_leave_the_site_unasked(staff, public):
    assert box_of(Page(staff.get(address(public)))) == "hidden"
    page = Page(save(staff, public, article_changes=IN_2100))
    assert page.texts(".field-hide_until_then .errorlist li") == [
        "Tick this box to hide the article until then in all languages, or enter an earlier date: the article is "
        "public now, and this date is in the future."
    ]
    assert box_of(page) == "checkbox"
    assert page.one("[name=published_at_0]")["value"] == "2100-01-05"
    assert public.published_at == type(public).objects.get().published_at

    assert is_saved(save(staff, public, article_changes=IN_2100 | {"hide_until_then": "on"}))
    assert type(public).objects.get().published_at.year == 2100
    assert box_of(Page(staff.get(address(public)))) == "hidden"


@pytest.mark.whole
def test_another_day_is_not_asked_about_where_the_public_sees_no_difference(staff, public):
    earlier = {"published_at_0": "2026-01-02", "published_at_1": "09:00:00"}
    assert is_saved(save(staff, public, article_changes=earlier))
    public.texts.update(state="draft")
    assert is_saved(save(staff, public, article_changes=IN_2100))
    public.texts.update(state="published")
    assert is_saved(save(staff, public, article_changes=IN_2100 | {"published_at_0": "2100-02-05"}))  # not public yet


@pytest.mark.whole
@pytest.mark.parametrize("minute", [datetime(2026, 11, 1, 6, 56, tzinfo=UTC), datetime(2026, 11, 1, 7, 56, tzinfo=UTC)])
def test_a_time_in_the_hour_that_the_clocks_repeat_is_the_first_of_two(staff, draft, clock, minute):
    clock.move_to(minute)
    type(draft).objects.update(published_at=minute)
    assert is_saved(save(staff, draft, title="On knees at night"))
    assert type(draft).objects.get().published_at == datetime(2026, 11, 1, 6, 56, tzinfo=UTC)


@pytest.mark.whole
def test_a_time_that_the_clocks_skip_is_refused(staff, draft):
    skipped = {"published_at_0": "2026-03-08", "published_at_1": "02:30:00"}
    page = Page(save(staff, draft, article_changes=skipped))
    assert page.texts(".field-published_at .errorlist li") == [
        "2026-03-08 02:30:00 couldn’t be interpreted in time zone America/Chicago; it may be ambiguous or it may not "
        "exist."
    ]


WITHOUT_NEXT_REVIEW = {"next_review_on": ""}
WITHOUT_REFERENCES = {"references-0-DELETE": "on"}


@pytest.mark.whole
def test_a_public_article_does_not_lose_the_day_of_its_next_review_unasked(staff, public):
    response = save(staff, public, article_changes=WITHOUT_NEXT_REVIEW)
    assert asked(response) == {
        "unreviewed_because": "To publish, enter a date in “Next review due”, or give a reason here."
    }
    assert is_saved(save(staff, public, article_changes=WITHOUT_NEXT_REVIEW, unreviewed_because="It stays true."))
    assert notes(public) == [
        "Changed the public English text without a date in “Next review due”. Reason: It stays true."
    ]


@pytest.mark.whole
def test_a_public_article_does_not_lose_its_last_reference_unasked(staff, public):
    assert asked(save(staff, public, article_changes=WITHOUT_REFERENCES)).keys() == {"reason_despite_warnings"}
    assert public.references.count() == 1
    because = {"reason_despite_warnings": "The page is gone."}
    assert is_saved(save(staff, public, article_changes=WITHOUT_REFERENCES, **because))
    assert public.references.count() == 0
    assert notes(public)[0].startswith("Changed the public English text despite warnings: Add references")


@pytest.mark.whole
def test_its_translations_do_not_ask_once_more(staff, public):
    make_translation(public, "es")
    response = save(staff, public, article_changes=WITHOUT_NEXT_REVIEW | WITHOUT_REFERENCES)
    assert asked(response).keys() == {"unreviewed_because", "reason_despite_warnings"}
    assert len(Page(response).all("#texts-1 .errorlist")) == 0


def test_a_draft_loses_both_unasked(staff, draft):
    assert is_saved(save(staff, draft, article_changes=WITHOUT_NEXT_REVIEW | WITHOUT_REFERENCES))


def test_a_draft_needs_nothing(staff, draft):
    assert is_saved(save(staff, draft, summary="", title=CLAIM))
    assert draft.texts.get().summary == ""


def test_a_public_text_is_saved_again_without_being_asked(staff):
    article = make_article()
    assert is_saved(save(staff, article, slug="elsewhere"))


@pytest.mark.whole
def test_a_public_text_cannot_lose_both_review_and_reason(staff):
    article = make_article()
    assert "unreviewed_because" in asked(save(staff, article, unreviewed_because=""))


# Warnings


@pytest.mark.whole
def test_publishing_over_a_warning_asks_for_a_reason(staff, draft):
    response = save(staff, draft, state="published", summary=CLAIM, **REVIEW)
    assert asked(response) == {"reason_despite_warnings": "Fix the issues above, or say why you are publishing anyway."}
    assert Page(response).texts("#texts-0 .advice li") == [
        "“guarantee” reads as a guarantee. Illinois forbids it in a clinic's advertising (225 ILCS 60/26). "
        "We guarantee that it helps."
    ]


def test_the_reason_is_in_the_history_with_the_warning_and_who_published(staff, draft, admin_user):
    reason = {"reason_despite_warnings": "It quotes a book."}
    assert is_saved(save(staff, draft, state="published", summary=CLAIM, **REVIEW, **reason))
    (note,) = notes(draft)
    assert note == (
        "Published the English text despite warnings: “guarantee” reads as a guarantee. Illinois forbids it in a "
        "clinic's advertising (225 ILCS 60/26). “We guarantee that it helps.” Reason: It quotes a book."
    )
    history = Page(staff.get(f"/admin/articles/article/{draft.pk}/history/"))
    row = next(row for row in history.all("#change-history tbody tr") if "despite warnings" in row.get_text())
    assert admin_user.get_username() in row.get_text()
    assert note in " ".join(row.get_text().split())


@pytest.mark.whole
def test_a_new_wording_of_a_public_text_with_new_warnings_needs_a_reason(staff):
    article = make_article()
    assert "reason_despite_warnings" in asked(save(staff, article, summary=CLAIM))
    assert is_saved(save(staff, article, summary=CLAIM, reason_despite_warnings="It quotes a book."))
    assert notes(article)[0].startswith("Changed the public English text despite warnings: “guarantee”")


def test_known_warnings_of_a_public_text_need_no_new_reason(staff):
    article = make_article(summary=CLAIM)
    assert is_saved(save(staff, article, title="Another title"))
    assert notes(article) == []


@pytest.mark.whole
def test_missing_references_are_counted_as_they_are_sent(staff, draft):
    response = save(staff, draft, state="published", article_changes={"references-0-DELETE": "on"}, **REVIEW)
    assert Page(response).texts("#texts-0 .advice li") == [
        "Add references: without them, readers cannot check your sources."
    ]


def test_a_draft_shows_its_warnings_as_advice(staff):
    article = make_article(state="draft", summary="")
    page = Page(staff.get(address(article)))
    assert page.texts("#texts-0 .advice li") == [
        "Add a summary: without one, lists and search engines show only the title.",
        "Add references: without them, readers cannot check your sources.",
    ]


@pytest.mark.whole
def test_the_heading_of_advice_says_whether_the_text_is_public_already(staff):
    article = make_article(summary="")
    make_translation(article, "es", summary="", state="draft")
    page = Page(staff.get(address(article)))
    assert page.texts(".advice h3") == ["Check these points in the English text", "Before you publish the Spanish text"]
    response = save(staff, article, state="draft", title="")
    assert Page(response).texts(".advice h3")[0] == "Check these points in the English text"


def test_the_reason_is_asked_for_only_where_there_is_a_warning(staff, draft):
    page = Page(staff.get(address(draft)))
    assert page.one("[name=texts-0-reason_despite_warnings]")["type"] == "hidden"
    assert page.all(".advice") == []


# A form for each language


@pytest.mark.whole
def test_signs_are_seen_whole(staff):
    article = make_article(emergency_signs="\n".join(f"Sign {number}" for number in range(8)))
    page = Page(staff.get(address(article)))
    assert page.one("[name=texts-0-emergency_signs]")["rows"] == "8"
    assert page.one("[name=texts-0-urgent_signs]")["rows"] == "6"
    changed = {"urgent_signs": "\r\n".join(["Fever"] * 7), "title": ""}
    assert Page(save(staff, article, **changed)).one("[name=texts-0-urgent_signs]")["rows"] == "7"


def test_each_language_has_its_form_the_original_first(staff):
    article = make_article(title="On knees", languages=["es"])
    make_translation(article, "en", title="On knees")
    page = Page(staff.get(address(article)))
    assert page.texts(".text-form__name") == ["English: On knees", "Add Arabic", "Spanish: On knees", "Add Polish"]
    assert page.texts(".language-tab") == [
        "English Published",
        "Arabic Missing",
        "Spanish Published, out of date",
        "Polish Missing",
    ]


def test_a_new_article_begins_with_its_original(staff):
    page = Page(staff.get("/admin/articles/article/add/"))
    assert page.texts(".text-form__name") == ["English"]


def test_a_missing_language_is_added_in_its_form(staff):
    article = make_article()
    words = {"title": "Rodillas", "slug": "rodillas", "body": "<p>Uno.</p>", "summary": "Uno."}
    assert is_saved(save(staff, article, "es", **words))
    text = article.texts.get(language="es")
    assert (text.title, text.state, text.source_version) == ("Rodillas", "draft", 1)


def test_a_form_that_was_left_empty_asks_for_nothing(staff):
    article = make_article()
    assert is_saved(save(staff, article, "es", body="<p>&nbsp;</p>", title=" "))
    assert [text.language for text in article.texts.all()] == ["en"]


@pytest.mark.whole
def test_a_half_written_translation_is_refused_and_its_tab_says_so(staff):
    article = make_article()
    response = save(staff, article, "es", title="Rodillas")
    page = Page(response)
    assert page.texts(".language-tab") == [
        "English Published", "Arabic Missing", "Spanish Missing. Correct the errors", "Polish Missing",
    ]  # fmt: skip
    assert page.links("Spanish: Slug") == [f"#id_{prefix_of(page, 'es')}-slug"]
    assert ArticleText.objects.count() == 1
