"""A draft beside a public text: kept, previewed, reviewed, published now or at a time, discarded."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles.actions import publish_due_changes, publish_pending, save_text
from articles.models import Article, ArticleText, PendingChanges
from clinic_site.generation import read_generation
from tests.article_form import FORM, open_form, send
from tests.factories import CHICAGO, make_article, make_clinic, make_translation
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
KEPT = {"texts__0__release": "keep"}


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    return make_article(title="On knees", summary="Knees bend.", slug="knees", body="<p>Rest.</p>")


def problems(response):
    return Page(response).texts(".problems li")


def public_text(article, language="en"):
    return ArticleText.objects.get(article=article, language=language)


def read(path="/articles/knees/"):
    return Page(Client().get(path))


@pytest.mark.on_both_databases
def test_changes_are_kept_beside_the_public_page(staff, article):
    before = read_generation()
    send(staff, article, texts__0__title="On my knees", **KEPT)
    assert read_generation() == before
    assert (public_text(article).title, public_text(article).version) == ("On knees", 1)
    assert read().text("h1") == "On knees"
    page = open_form(staff, article)
    assert page.one("[name=texts-0-title]")["value"] == "On my knees"
    assert page.fields(FORM)["texts-0-release"] == "keep"
    assert page.texts(".language-card__pending") == ["Changes kept as a draft by admin on March 2, 2026, noon"]
    assert page.text("#pending-en") == "Title On [added:] my knees"
    assert LogEntry.objects.filter(change_message="Kept changes of the public English text as a draft.").count() == 1


def test_a_text_that_is_not_public_has_no_draft_beside_it(staff, article):
    send(staff, article, texts__0__state="draft", texts__0__title="On my knees", **KEPT)
    assert public_text(article).title == "On my knees"
    assert not PendingChanges.objects.exists()
    assert open_form(staff, article).one("[name=texts-0-release]")["type"] == "hidden"


def test_the_draft_is_previewed_as_the_public_will_see_it(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    text = public_text(article)
    assert Page(staff.get(f"/admin/articles/article/preview/{text.pk}/")).text("h1") == "On my knees"
    fields = open_form(staff, article).fields(FORM) | {"_preview": "en"}
    assert Page(staff.post(f"/admin/articles/article/{article.pk}/preview/", fields)).text("h1") == "On my knees"


@pytest.mark.whole
def test_the_preview_tells_what_the_page_will_tell_of_its_review(staff, article):
    make_translation(article, "es", slug="rodillas")
    review = {"texts__1__reviewed_by": "Dr. Ana Ruiz", "texts__1__reviewed_on": "2026-03-02"}
    spanish = public_text(article, "es")

    def notices():
        saved = staff.get(f"/admin/articles/article/preview/{spanish.pk}/")
        fields = open_form(staff, article).fields(FORM) | {"_preview": "es"}
        unsaved = staff.post(f"/admin/articles/article/{article.pk}/preview/", fields)
        pages = [Page(saved).texts(".notice"), Page(unsaved).texts(".notice")]
        assert (
            pages[0][-1]
            == pages[1][-1]
            == "Vista previa para el personal. El público verá esta página cuando se publique."
        )
        return [page[:-1] for page in pages]

    send(staff, article, texts__1__title="Mis rodillas", **review, texts__1__release="keep")
    reviewed = notices()
    send(staff, article, texts__1__title="Las rodillas", texts__1__release="keep")
    changed = notices()
    assert reviewed != changed
    send(staff, article, texts__1__release="now")
    assert changed == [read("/es/articles/rodillas/").texts(".notice")] * 2


def test_a_draft_shows_all_that_it_changes(staff, article):
    changes = {"slug": "toes", "search_title": "Knee pain", "reviewed_by": "Dr. Ana Ruiz", "reviewed_on": "2026-03-02"}
    send(staff, article, **{f"texts__0__{name}": value for name, value in changes.items()}, **KEPT)
    assert open_form(staff, article).text("#pending-en") == (
        "Slug [removed:] knees[added:] toes Title for search engines and shares [added:] Knee pain "
        "Reviewed by [added:] Dr. Ana Ruiz Reviewed on [added:] March 2, 2026"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (KEPT, "Kept changes of the public English text as a draft."),
        (
            {"texts__0__release": "at", "texts__0__publish_at_0": "2026-03-03", "texts__0__publish_at_1": "08:00"},
            "Scheduled changes of the public English text for March 3, 2026, 8 a.m.",
        ),
    ],
)
def test_after_saving_it_is_said_that_the_draft_waits(staff, article, changes, said):
    send(staff, article, texts__0__title="On my knees", **changes)
    assert open_form(staff, article).texts(".messagelist .info") == [said]


def test_saving_the_draft_unchanged_leaves_it_as_it_is(staff, article, clock):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    clock.shift(timedelta(minutes=5))
    send(staff, article)
    assert PendingChanges.objects.get().changed_at == timezone.now() - timedelta(minutes=5)
    assert public_text(article).title == "On knees"


def test_the_draft_is_published_and_gone(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    send(staff, article, texts__0__release="now")
    text = public_text(article)
    assert (text.title, text.version) == ("On my knees", 2)
    assert not PendingChanges.objects.exists()
    assert read().text("h1") == "On my knees"


@pytest.mark.whole
def test_the_draft_is_discarded_after_a_question(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    response = send(staff, article, texts__0__release="discard")
    assert problems(response) == [
        "English: Yes, discard the draft "
        "To delete the draft that admin changed on March 2, 2026, noon, tick this box and save."
    ]
    assert PendingChanges.objects.get().title == "On my knees"
    asked = Page(response)
    assert asked.one("[name=texts-0-discard_draft]")["type"] == "checkbox"
    send(staff, article, asked.fields(FORM), texts__0__discard_draft="on")
    assert not PendingChanges.objects.exists()
    assert open_form(staff, article).one("[name=texts-0-title]")["value"] == "On knees"
    assert public_text(article).version == 1


@pytest.mark.whole
def test_a_colleagues_newer_draft_is_not_discarded(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    form = open_form(staff, article).fields(FORM)
    send(staff, article, texts__0__title="On both my knees", **KEPT)
    response = send(staff, article, form, texts__0__release="discard", texts__0__discard_draft="on")
    assert Page(response).text(".meanwhile h3") == "What changed in the English text"
    assert PendingChanges.objects.get().title == "On both my knees"


def test_changes_that_end_where_they_began_are_no_draft(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    send(staff, article, texts__0__title="On knees", **KEPT)
    assert not PendingChanges.objects.exists()


@pytest.mark.whole
def test_a_text_that_is_taken_from_the_public_takes_its_draft_with_it(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    send(staff, article, texts__0__state="draft")
    assert (public_text(article).title, public_text(article).state) == ("On my knees", "draft")
    assert not PendingChanges.objects.exists()


# Translations


@pytest.mark.whole
def test_translations_are_judged_by_what_is_public(staff, article):
    make_translation(article, "es", slug="rodillas")
    send(staff, article, texts__0__title="On my knees", **KEPT)
    assert ArticleText.objects.out_of_date().count() == 0
    send(staff, article, texts__0__release="now")
    assert [text.language for text in ArticleText.objects.out_of_date()] == ["es"]


@pytest.mark.whole
def test_a_draft_of_a_translation_matches_the_original_once_it_is_public(staff, article):
    make_translation(article, "es", slug="rodillas")
    send(staff, article, texts__0__title="On my knees")
    send(staff, article, texts__1__title="Rodillas", texts__1__matches_original="on", texts__1__release="keep")
    assert public_text(article, "es").source_version == 1
    assert open_form(staff, article).fields(FORM)["texts-1-matches_original"] == "on"
    send(staff, article, texts__1__release="now")
    assert public_text(article, "es").source_version == 2


# Reviews and reasons


def test_a_review_of_the_draft_is_of_its_words_alone(staff, article):
    review = {"texts__0__reviewed_by": "Dr. Ana Ruiz", "texts__0__reviewed_on": "2026-03-02"}
    send(staff, article, texts__0__title="On my knees", **review, **KEPT)
    assert (public_text(article).reviewed_by, PendingChanges.objects.get().is_reviewed) == ("", True)
    send(staff, article, texts__0__release="now")
    text = public_text(article)
    assert (text.reviewed_by, text.is_reviewed) == ("Dr. Ana Ruiz", True)


@pytest.mark.whole
def test_words_that_changed_after_the_review_of_the_draft_are_not_reviewed(staff, article):
    review = {"texts__0__reviewed_by": "Dr. Ana Ruiz", "texts__0__reviewed_on": "2026-03-02"}
    send(staff, article, texts__0__title="On my knees", **review, **KEPT)
    send(staff, article, texts__0__title="On both my knees", **KEPT)
    assert PendingChanges.objects.get().is_reviewed is False
    send(staff, article, texts__0__release="now")
    text = public_text(article)
    assert (text.reviewed_by, text.is_reviewed) == ("Dr. Ana Ruiz", False)


def test_a_reviewed_text_is_not_reviewed_in_its_draft(staff, article):
    text = public_text(article)
    text.reviewed_by, text.reviewed_on = "Dr. Ana Ruiz", date(2026, 2, 1)
    save_text(text)
    send(staff, article, texts__0__title="On my knees", **KEPT)
    assert (public_text(article).is_reviewed, PendingChanges.objects.get().is_reviewed) == (True, False)
    send(staff, article, texts__0__release="now")
    assert public_text(article).is_reviewed is False


@pytest.mark.whole
def test_warnings_are_asked_about_when_the_draft_is_published(staff, article):
    claim = "<p>We cure every knee.</p>"
    send(staff, article, texts__0__body=claim, **KEPT)
    assert PendingChanges.objects.get().body == claim
    response = send(staff, article, texts__0__release="now")
    assert [problem for problem in problems(response) if "Reason for publishing despite warnings" in problem] != []
    send(staff, article, texts__0__release="now", texts__0__reason_despite_warnings="It is a quotation.")
    assert public_text(article).body == claim


@pytest.mark.whole
def test_a_minor_correction_stays_one_when_the_draft_is_published(staff, article):
    send(staff, article, texts__0__title="On Knees", texts__0__minor_correction="on", **KEPT)
    send(staff, article, texts__0__release="now")
    assert (public_text(article).title, public_text(article).version) == ("On Knees", 1)


# At a time


def schedule(staff, article, day="2026-03-03", time="08:00:00", **changes):
    when = {"texts__0__release": "at", "texts__0__publish_at_0": day, "texts__0__publish_at_1": time}
    return send(staff, article, **{"texts__0__title": "On my knees", **when, **changes})


@pytest.mark.on_both_databases
def test_changes_are_published_at_their_time(staff, article, clock):
    schedule(staff, article)
    assert PendingChanges.objects.get().publish_at == datetime(2026, 3, 3, 8, tzinfo=CHICAGO)
    assert "They are published on March 3, 2026, 8 a.m." in open_form(staff, article).text(".language-card__pending")
    assert publish_due_changes() == 0
    clock.move_to(datetime(2026, 3, 3, 8, tzinfo=CHICAGO))
    assert publish_due_changes() == 1
    assert read().text("h1") == "On my knees"
    assert LogEntry.objects.latest("pk").get_change_message() == (
        "Published the English changes that were scheduled for this time."
    )
    assert publish_due_changes() == 0


@pytest.mark.parametrize(
    ("day", "time", "problem"),
    [("", "", "Enter the day and the time."), ("2026-03-02", "08:00", "Enter a later moment: this one is over.")],
)
def test_a_moment_that_cannot_be_kept_is_refused(staff, article, day, time, problem):
    assert problems(schedule(staff, article, day, time)) == [f"English: Publish the changes on {problem}"]
    assert not PendingChanges.objects.exists()


@pytest.mark.whole
def test_what_is_scheduled_needs_what_publishing_needs(staff, article):
    response = schedule(staff, article, texts__0__body="<p>We cure every knee.</p>")
    assert any("Reason for publishing despite warnings" in problem for problem in problems(response))


@pytest.mark.whole
def test_an_address_that_is_taken_meanwhile_is_told(staff, article, clock):
    schedule(staff, article, texts__0__slug="hips")
    make_article(slug="hips")
    clock.shift(timedelta(days=2))
    assert publish_due_changes() == publish_due_changes() == 0
    assert read().text("h1") == "On knees"
    staff.force_login(get_user_model().objects.get())
    sentence = open_form(staff, article).text(".language-card__pending")
    assert sentence.endswith("Another text has this address now. Choose another slug, then publish again.")
    editor = Client()
    editor.force_login(make_account("eva", groups=["Editor"]))
    told = "English: On knees could not be published on March 3, 2026, 8 a.m., last changed March 2, 2026"
    assert Page(editor.get("/admin/")).texts(".due-for-review li") == [told]


@pytest.mark.whole
def test_a_text_that_changed_meanwhile_is_told(staff, article, clock):
    schedule(staff, article)
    text = public_text(article)
    ArticleText.objects.filter(pk=text.pk).update(version=2, title="Our knees")
    clock.shift(timedelta(days=2))
    assert publish_due_changes() == 0
    staff.force_login(get_user_model().objects.get())
    assert open_form(staff, article).text(".language-card__pending").endswith("Compare both, then publish again.")


@pytest.mark.whole
def test_an_account_that_is_gone_leaves_its_draft(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    PendingChanges.objects.get().changed_by.delete()
    page = Page(Client().get("/articles/knees/"))
    assert page.text("h1") == "On knees"
    assert publish_pending(PendingChanges.objects.get()).title == "On my knees"


@pytest.mark.whole
def test_a_draft_that_the_public_text_overtook_is_scheduled_again(staff, article, clock):
    schedule(staff, article)
    ArticleText.objects.filter(article=article).update(version=2, title="Our knees")
    clock.shift(timedelta(days=2))
    assert publish_due_changes() == 0
    staff.force_login(get_user_model().objects.get())
    schedule(staff, article, day="2026-03-05")
    clock.shift(timedelta(days=2))
    assert publish_due_changes() == 1
    assert (public_text(article).title, public_text(article).version) == ("On my knees", 3)


@pytest.mark.on_both_databases
def test_what_an_editor_postpones_while_it_is_published_stays(staff, article, clock, monkeypatch):
    schedule(staff, article)
    clock.shift(timedelta(days=2))

    def postpone_first():
        PendingChanges.objects.update(publish_at=timezone.now() + timedelta(days=1), title="On both my knees")
        return Article.objects.all()

    monkeypatch.setattr(Article.objects, "select_for_update", postpone_first)
    assert publish_due_changes() == 0
    assert (public_text(article).title, PendingChanges.objects.get().title) == ("On knees", "On both my knees")


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_one_draft_that_cannot_be_published_does_not_hold_up_the_others(staff, article, clock):
    other = make_article(title="On hips", slug="hips")
    schedule(staff, article, texts__0__slug="toes")
    schedule(staff, other, time="08:01:00", texts__0__title="On my hips")
    make_article(slug="toes")
    clock.shift(timedelta(days=2))
    assert publish_due_changes() == 1
    assert (public_text(article).title, public_text(other).title) == ("On knees", "On my hips")


# Two editors


@pytest.mark.on_both_databases
def test_the_second_save_of_a_draft_does_not_write_over_the_first(staff, article):
    both = open_form(staff, article).fields(FORM)
    send(staff, article, both, texts__0__title="On my knees", **KEPT)
    response = send(staff, article, both, texts__0__summary="They bend.", **KEPT)
    assert Page(response).text(".meanwhile h3") == "What changed in the English text"
    assert PendingChanges.objects.get().summary == "Knees bend."


def test_nobody_publishes_a_colleagues_draft_by_changing_something_else(staff, article):
    before = open_form(staff, article).fields(FORM)
    send(staff, article, before, texts__0__title="On my knees", **KEPT)
    response = send(staff, article, before, byline="Our clinic")
    article.refresh_from_db()
    assert (article.byline, public_text(article).title) == ("Integrated Health Solutions", "On knees")
    draft = PendingChanges.objects.get()
    assert (draft.title, draft.facts) == ("On my knees", {"article": {"byline": "Our clinic"}})
    assert "Yours were added to that draft" in Page(staff.get(response.url)).text(".messagelist .warning")


@pytest.mark.whole
def test_a_refused_form_does_not_publish_the_draft_that_it_met(staff, article):
    before = open_form(staff, article).fields(FORM)
    send(staff, article, before, texts__0__title="On my knees", **KEPT)
    fields = Page(send(staff, article, before, texts__0__summary="They bend.")).fields(FORM)
    assert fields["texts-0-release"] == "keep"
    send(staff, article, fields)
    assert (public_text(article).title, PendingChanges.objects.get().summary) == ("On knees", "They bend.")


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_a_draft_that_was_published_at_its_time_is_not_written_over(staff, article, clock):
    schedule(staff, article)
    form = open_form(staff, article).fields(FORM)
    clock.shift(timedelta(days=2))
    publish_due_changes()
    staff.force_login(get_user_model().objects.get())
    send(staff, article, form)
    assert (public_text(article).title, public_text(article).version) == ("On my knees", 2)
    assert not PendingChanges.objects.exists()


@pytest.mark.whole
def test_what_is_typed_into_a_draft_that_was_published_at_its_time_is_not_published_unasked(staff, article, clock):
    schedule(staff, article)
    form = open_form(staff, article).fields(FORM)
    clock.shift(timedelta(days=2))
    publish_due_changes()
    staff.force_login(get_user_model().objects.get())
    response = send(staff, article, form, texts__0__summary="They bend.")
    assert problems(response) == ["English: Publish the changes on Enter a later moment: this one is over."]
    assert (public_text(article).summary, PendingChanges.objects.count()) == ("Knees bend.", 0)


# Lists, and what the database refuses


def test_lists_of_editors_name_drafts_of_public_texts(staff, article):
    send(staff, article, texts__0__title="On my knees", **KEPT)
    listed = Page(staff.get("/admin/articles/article/"))
    assert "en: published and not reviewed and with a draft of changes" in listed.text("#result_list .field-languages")
    editor = Client()
    editor.force_login(make_account("eva", groups=["Editor"]))
    home = Page(editor.get("/admin/"))
    assert home.texts(".due-for-review li") == ["English: On knees draft of changes, last changed March 2, 2026"]


@pytest.mark.on_both_databases
def test_the_database_refuses_half_a_review(article):
    fields = {"text": public_text(article), "slug": "knees", "title": "On knees", "text_version": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        PendingChanges.objects.create(**fields, reviewed_on=datetime.now(UTC).date())
