"""Two editors of one article: what one changes in topic, dates, references, details or prices, the other's older page
neither deletes nor publishes."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from articles.actions import publish_due_changes
from articles.models import PendingChanges, Price, TrashedArticle
from articles.trash import restore
from tests.article_form import (
    FORM,
    KEEP,
    LATER,
    NEW,
    NOW,
    SOON,
    add_reference,
    add_row,
    open_form,
    save,
    send,
    stored,
    titles,
)
from tests.factories import (
    make_article,
    make_clinic,
    make_person,
    make_picture,
    make_price,
    make_topic,
    make_translation,
)
from tests.pages import Page

pytestmark = [pytest.mark.whole, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    article = make_article(title="On knees", slug="knees", body="<p>Rest.</p>", topic=make_topic("knees", en="Knees"))
    add_reference(article, "Knees at rest")
    add_reference(article, "Knees at work")
    make_translation(article, "es", slug="rodillas")
    return article


def opened(staff, article):
    """The fields of a page that stays open while others save."""
    return open_form(staff, article).fields(FORM)


def waiting_titles():
    return [row["title"] for row in PendingChanges.objects.get(text__language="en").facts.get("reference", [])]


def conflicts(response):
    return Page(response).texts(".meanwhile")


def test_a_public_reference_of_a_colleague_stays(staff, article):
    older = opened(staff, article)
    save(staff, article, add_row(opened(staff, article), **NEW))
    save(staff, article, older, byline="Jane")
    assert titles(article) == ["Knees at rest", "Knees at work", "Knees in water"]
    assert stored(article).byline == "Jane"


def test_the_references_of_a_colleagues_draft_stay(staff, article):
    older = opened(staff, article)
    save(staff, article, add_row(opened(staff, article), **NEW) | {"references-0-DELETE": "on"}, **KEEP)
    save(staff, article, older, texts__1__title="Rodillas nuevas")
    assert waiting_titles() == ["Knees at work", "Knees in water"]
    assert titles(article) == ["Knees at rest", "Knees at work"]


def test_a_page_opened_before_a_draft_does_not_publish_it(staff):
    price = make_price(title="Visit", amount="$50", body="")
    make_translation(price.article, "es", title="Consulta", body="")
    older = opened(staff, price.article)
    save(staff, price.article, price__0__amount="$99", **LATER)
    save(staff, price.article, older, texts__1__title="Visita")
    assert Price.objects.get().amount == "$50"
    assert PendingChanges.objects.get().facts["price"][0]["amount"] == "$99"


def test_a_new_reference_of_the_draft_that_two_change_is_a_conflict(staff, article):
    save(staff, article, add_row(opened(staff, article), **NEW), **KEEP)
    older = opened(staff, article)
    save(staff, article, references__2__title="Knees under water")
    response = send(staff, article, older, references__2__title="Knees in the sea")
    assert "New references of the draft, as they are now Title: Knees under water" in conflicts(response)[0]
    assert waiting_titles()[-1] == "Knees under water"
    save(staff, article, Page(response).fields(FORM))  # what was typed is still there, and now it is known
    assert waiting_titles()[-1] == "Knees in the sea"


def test_an_unchanged_reference_of_the_draft_follows_the_colleague(staff, article):
    save(staff, article, add_row(opened(staff, article), **NEW), **KEEP)
    older = opened(staff, article)
    save(staff, article, references__2__title="Knees under water")
    save(staff, article, older, byline="Jane")
    assert waiting_titles()[-1] == "Knees under water"


def test_after_a_conflict_the_colleagues_new_reference_stays(staff, article):
    older = opened(staff, article)
    save(staff, article, add_row(opened(staff, article), **NEW), byline="Jane", **KEEP)
    response = send(staff, article, older, byline="John")
    assert conflicts(response) != []
    save(staff, article, Page(response).fields(FORM))
    assert waiting_titles()[-1] == "Knees in water"
    assert PendingChanges.objects.get().facts["article"] == {"byline": "John"}


@pytest.mark.on_both_databases
def test_a_draft_that_changed_unseen_is_not_published(staff, article):
    save(staff, article, byline="Jane", **KEEP)
    older = opened(staff, article)
    save(staff, article, byline="Not finished", references__0__title="To do")
    response = send(staff, article, older, **NOW)
    assert "[added:] Not finished" in conflicts(response)[0]
    assert (stored(article).byline, titles(article)[0]) == ("Integrated Health Solutions", "Knees at rest")
    save(staff, article, Page(response).fields(FORM))
    assert (stored(article).byline, titles(article)[0]) == ("Not finished", "To do")


def test_a_draft_taken_off_its_schedule_stays_off(staff, article):
    save(staff, article, byline="Jane", **LATER)
    older = opened(staff, article)
    save(staff, article, **KEEP)
    save(staff, article, older, next_review_on="2027-01-01")
    draft = PendingChanges.objects.get()
    assert (draft.publish_at, draft.facts["article"]) == (None, {"byline": "Jane", "next_review_on": "2027-01-01"})


def test_a_refused_page_revives_no_schedule_that_a_colleague_ended(staff, article):
    older = opened(staff, article)
    save(staff, article, texts__0__title="On toes", **LATER)
    fields = Page(send(staff, article, older, texts__0__summary="Knees bend.")).fields(FORM)
    save(staff, article, **KEEP)
    send(staff, article, fields)
    assert PendingChanges.objects.get().publish_at is None


def test_what_is_chosen_on_a_refused_page_is_done(staff, article):
    older = opened(staff, article)
    save(staff, article, texts__0__title="On toes", **KEEP)
    fields = Page(send(staff, article, older, texts__0__summary="Knees bend.")).fields(FORM)
    assert fields["texts-0-release"] == "keep"
    save(staff, article, fields, **NOW, texts__0__reason_despite_warnings="They are short.")
    assert not PendingChanges.objects.exists()
    assert str(stored(article)) == "On toes"


def test_the_ticks_of_a_draft_follow_the_colleague(staff, article):
    save(staff, article, texts__0__title="On Knees", **KEEP)
    older = opened(staff, article)
    save(staff, article, texts__0__minor_correction="on")
    save(staff, article, older, texts__1__title="Rodillas nuevas")
    assert PendingChanges.objects.get(text__language="en").is_minor_correction
    older, fields = opened(staff, article), opened(staff, article)
    del fields["texts-0-minor_correction"]
    save(staff, article, fields)
    save(staff, article, older, texts__1__title="Rodillas")
    assert not PendingChanges.objects.get(text__language="en").is_minor_correction


def test_a_tick_that_a_colleague_changed_meanwhile_is_shown(staff, article):
    save(staff, article, texts__0__title="On Knees", **KEEP)
    older = opened(staff, article)
    save(staff, article, texts__0__minor_correction="on")
    response = send(staff, article, older, texts__0__title="On my knees")
    assert "[removed:] no[added:] yes" in " ".join(conflicts(response))
    assert Page(response).fields(FORM)["texts-0-minor_correction"] == "on"


def test_a_translation_is_saved_after_the_worker_published_a_minor_correction(staff, article, clock):
    save(staff, article, texts__0__title="On Knees", texts__0__minor_correction="on", **SOON)
    older = opened(staff, article)
    clock.shift(timedelta(minutes=6))
    publish_due_changes()
    save(staff, article, older, texts__1__title="Rodillas nuevas")
    assert article.texts.get(language="es").title == "Rodillas nuevas"


def test_a_draft_whose_time_is_over_waits_for_another_time(staff, article, clock):
    ankles = make_topic("ankles", en="Ankles")
    save(staff, article, topic=ankles.pk, **SOON)
    ankles.delete()
    clock.shift(timedelta(minutes=6))
    assert publish_due_changes() == 0
    save(staff, article, topic=make_topic("hips", en="Hips").pk)
    assert publish_due_changes() == 0
    assert "They were not published" in open_form(staff, article).text(".language-card__pending")


@pytest.mark.on_both_databases
def test_a_reference_that_the_worker_published_does_not_come_twice(staff, article, clock):
    save(staff, article, add_row(opened(staff, article), **NEW), **SOON)
    older = opened(staff, article)
    clock.shift(timedelta(minutes=6))
    assert publish_due_changes() == 1
    save(staff, article, older, texts__1__title="Rodillas nuevas")
    assert titles(article) == ["Knees at rest", "Knees at work", "Knees in water"]
    assert not PendingChanges.objects.exists()


def test_an_article_whose_drafts_picture_was_deleted_is_restored(staff, article):
    picture = make_picture()
    save(staff, article, lead_picture=picture.pk, **KEEP)
    staff.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
    picture.delete()
    restore(TrashedArticle.objects.get())
    assert stored(article).texts.count() == 2


def test_translations_are_judged_by_what_is_public(staff, article):
    save(staff, article, next_review_on="2027-01-01", **KEEP)
    review = {"texts__1__reviewed_by": "Dr. Ana Ruiz", "texts__1__reviewed_on": "2026-03-02"}
    save(staff, article, texts__1__state="draft")
    fields = opened(staff, article)
    published = {"texts__1__state": "published", "texts__1__unreviewed_because": "", **review}
    response = send(staff, article, fields, **published)
    assert "a date in “Next review due”" in Page(response).text(".problems")
    save(staff, article, next_review_on="2027-01-01", **NOW)
    save(staff, article, **published, texts__1__reason_despite_warnings="It is short.")


def test_a_date_that_is_changed_back_ends_the_draft(staff, article):
    day = opened(staff, article)["published_at_0"]
    save(staff, article, published_at_0="2026-02-01", **KEEP)
    assert PendingChanges.objects.exists()
    save(staff, article, published_at_0=day)
    assert not PendingChanges.objects.exists()


def test_a_day_for_several_articles_ends_a_draft_of_that_day_alone(staff, article):
    save(staff, article, next_review_on="2027-01-01", **KEEP)
    data = {
        "action": "set_next_review",
        "_selected_action": [article.pk],
        "confirmed": "1",
        "next_review_on": "2027-05-05",
    }
    staff.post("/admin/articles/article/", data)
    assert not PendingChanges.objects.exists()


def test_who_may_only_view_sees_what_is_public(staff, article):
    fields = add_row(opened(staff, article), **NEW) | {"references-0-DELETE": "on"}
    save(staff, article, fields, byline="Jane", **KEEP)
    user = User.objects.get()
    user.is_superuser = False
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    page = open_form(staff, article)
    assert "Knees at rest" in page.text("#references-group")
    assert "Integrated Health Solutions" in page.text(".field-byline")


def test_the_history_tells_what_became_public_and_what_did_not(staff, article):
    LogEntry.objects.all().delete()
    save(staff, article, byline="Jane", references__0__DELETE="on", **KEEP)
    kept = " ".join(entry.get_change_message() for entry in LogEntry.objects.all())
    assert "Kept changes of the public English text as a draft." in kept
    assert "Byline" not in kept
    assert "Deleted" not in kept
    save(staff, article, **NOW)
    messages = [entry.get_change_message() for entry in LogEntry.objects.all()]
    assert "Published with the English draft: Byline, References." in messages


def test_a_reference_that_a_colleague_deleted_does_not_stop_a_save(staff, article):
    older = opened(staff, article)
    save(staff, article, references__0__DELETE="on")
    save(staff, article, older, byline="Jane")
    assert (stored(article).byline, titles(article)) == ("Jane", ["Knees at work"])


def test_a_refused_page_names_each_reference_rightly(staff, article):
    save(staff, article, references__0__DELETE="on", **KEEP)
    response = send(staff, article, add_row(opened(staff, article), **NEW | {"address": ""}))
    page = Page(response)
    assert page.texts("#references-group .has_original .inline_label") == ["Knees at work"]
    assert page.one("[name=references-0-title]")["value"] == "Knees at work"


def test_a_restored_draft_ends_with_the_next_save(staff, article):
    save(staff, article, byline="Jane", **KEEP)
    staff.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
    restore(TrashedArticle.objects.get())
    save(staff, article, byline="John")
    assert (stored(article).byline, opened(staff, article)["byline"]) == ("John", "John")
    assert not PendingChanges.objects.exists()


def test_a_photograph_that_was_deleted_holds_up_nobody_else(staff, article, clock):
    person, picture = make_person(title="Dr. Ana Ruiz", credential="DC", languages=["en"]), make_picture()
    save(staff, person.article, person__0__photograph=picture.pk, **SOON)
    save(staff, article, texts__0__title="On toes", **SOON)
    staff.post(f"/admin/articles/article/{person.article.pk}/delete/", {"post": "yes"})
    picture.delete()
    restored, _ = restore(TrashedArticle.objects.get())
    clock.shift(timedelta(minutes=6))
    publish_due_changes()
    assert str(stored(article)) == "On toes"
    pending = PendingChanges.objects.get(text__article=restored)
    assert pending.problem == "The photograph of the draft has been deleted. Choose another one."


@pytest.mark.parametrize("make", [make_article, make_person])
def test_a_draft_is_previewed_without_a_picture_that_was_deleted(staff, make):
    made, picture = make(), make_picture()
    article = made if make is make_article else made.article
    field = "lead_picture" if make is make_article else "person__0__photograph"
    save(staff, article, **{field: picture.pk}, **KEEP)
    staff.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
    picture.delete()
    restored, _ = restore(TrashedArticle.objects.get())
    preview = staff.get(f"/admin/articles/article/preview/{restored.texts.get().pk}/")
    assert preview.status_code == 200
    assert Page(preview).all("main img") == []


def test_an_article_leaves_the_website_although_its_drafts_address_is_taken(staff, article):
    save(staff, article, texts__0__slug="toes", texts__0__title="On toes", **KEEP)
    make_article(title="Toes", slug="toes", topic=make_topic("toes", en="Toes"))
    data = {"action": "set_to_draft", "_selected_action": [article.pk], "confirmed": "1"}
    said = Page(staff.post("/admin/articles/article/", data, follow=True)).texts(".messagelist .warning")
    assert said == ["“On knees”: another text has the address “toes” of its draft now. It keeps “knees”."]
    text = article.texts.get(language="en")
    assert (text.state, text.title, text.slug) == ("draft", "On toes", "knees")
