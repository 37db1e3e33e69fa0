"""What an article has beside its words waits in the draft of its changes: topic, picture, dates, references, a
person's details, a price."""

from datetime import date, timedelta

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from articles.actions import publish_due_changes
from articles.models import ArticlePicture, PendingChanges, Person, Price, TrashedArticle
from articles.trash import restore
from clinic_site.generation import read_generation
from tests.article_form import (
    FORM,
    KEEP,
    LATER,
    NEW,
    NOW,
    SOON,
    add_reference,
    add_row,
    address,
    open_form,
    save,
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

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    article = make_article(title="On knees", slug="knees", body="<p>Rest.</p>", topic=make_topic("knees", en="Knees"))
    add_reference(article, "Knees at rest")
    add_reference(article, "Knees at work")
    return article


@pytest.mark.on_both_databases
def test_topic_dates_byline_and_picture_wait_for_the_draft(staff, article):
    ankles, picture = make_topic("ankles", en="Ankles"), make_picture()
    before, generation = stored(article), read_generation()
    changes = {
        "topic": ankles.pk,
        "byline": "Jane",
        "lead_picture": picture.pk,
        "published_at_0": "2026-02-01",
        "next_review_on": "2027-01-01",
    }
    save(staff, article, **changes, **KEEP)
    now = stored(article)
    assert [(each.topic, each.byline, each.lead_picture, each.published_at) for each in (before, now)] == [
        (before.topic, before.byline, None, before.published_at)
    ] * 2
    assert read_generation() == generation
    fields = open_form(staff, article).fields(FORM)
    assert {name: fields[name] for name in changes} == {name: str(value) for name, value in changes.items()}
    save(staff, article, **NOW)
    now = stored(article)
    assert (now.topic, now.byline, now.lead_picture, now.next_review_on) == (ankles, "Jane", picture, date(2027, 1, 1))
    assert now.published_on == date(2026, 2, 1)
    assert not PendingChanges.objects.exists()


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_references_wait_for_the_draft(staff, article):
    fields = open_form(staff, article).fields(FORM)
    fields = add_row(fields, **NEW) | {"references-0-DELETE": "on", "references-1-title": "Knees at play"}
    save(staff, article, fields, **KEEP)
    assert titles(article) == ["Knees at rest", "Knees at work"]
    shown = open_form(staff, article).fields(FORM)
    assert [shown[f"references-{number}-title"] for number in range(2)] == ["Knees at play", "Knees in water"]
    save(staff, article, texts__0__title="On my knees")  # once more with the same draft
    assert titles(article) == ["Knees at rest", "Knees at work"]
    kept = article.references.last()
    save(staff, article, **NOW)
    assert titles(article) == ["Knees at play", "Knees in water"]
    assert article.references.first() == kept


@pytest.mark.whole
def test_all_references_can_go_with_the_draft(staff, article):
    gone = {"references__0__DELETE": "on", "references__1__DELETE": "on"}
    save(staff, article, **gone, **KEEP)
    assert open_form(staff, article).fields(FORM)["references-TOTAL_FORMS"] == "0"
    save(staff, article, texts__0__reason_despite_warnings="It is known.", **NOW)
    assert titles(article) == []


@pytest.mark.on_both_databases
def test_they_are_published_at_the_time_of_the_draft(staff, article, clock):
    ankles = make_topic("ankles", en="Ankles")
    save(staff, article, topic=ankles.pk, references__0__title="Knees at play", **LATER)
    assert (stored(article).topic, titles(article)[0]) == (article.topic, "Knees at rest")
    clock.shift(timedelta(days=8))
    assert publish_due_changes() == 1
    assert (stored(article).topic, titles(article)[0]) == (ankles, "Knees at play")


def test_a_draft_whose_topic_is_gone_says_so(staff, article, clock):
    ankles = make_topic("ankles", en="Ankles")
    save(staff, article, topic=ankles.pk, texts__0__title="On my knees", **SOON)
    ankles.delete()
    clock.shift(timedelta(minutes=6))
    assert publish_due_changes() == 0
    assert (stored(article).topic, str(stored(article))) == (article.topic, "On knees")
    assert PendingChanges.objects.get().problem == "The topic of the draft has been deleted. Choose another one."
    assert "They were not published" in open_form(staff, article).text(".language-card__pending")


@pytest.mark.whole
def test_the_draft_tells_what_it_changes_beside_the_words(staff, article):
    ankles = make_topic("ankles", en="Ankles")
    changes = {"topic": ankles.pk, "next_review_on": "2027-01-01", "references__0__title": "Knees at play"}
    save(staff, article, **changes, **KEEP)
    assert open_form(staff, article).text("#pending-en") == (
        "Topic [removed:] Knees[added:] Ankles Next review due [added:] Jan. 1, 2027 "
        "References Title: Knees at [removed:] rest[added:] play"
    )
    assert open_form(staff, article).text(".description") == (
        "You are editing the draft. It goes live together with the English text."
    )


@pytest.mark.whole
def test_the_draft_is_previewed_with_its_references_and_picture(staff, article):
    picture = make_picture()
    save(staff, article, lead_picture=picture.pk, references__0__title="Knees at play", **KEEP)
    previews = [
        staff.get(f"/admin/articles/article/preview/{article.texts.get().pk}/"),
        staff.post(
            f"/admin/articles/article/{article.pk}/preview/",
            open_form(staff, article).fields(FORM) | {"_preview": "en"},
        ),
    ]
    for preview in previews:
        page = Page(preview)
        assert page.texts(".references a") == ["Knees at play", "Knees at work"]
        assert len(page.all(".article__top img")) == 1
    public = Page(Client().get("/articles/knees/"))
    assert public.texts(".references a") == ["Knees at rest", "Knees at work"]
    assert not public.all(".article__top img")


@pytest.mark.whole
def test_a_discarded_draft_leaves_the_article_as_it_is(staff, article):
    save(staff, article, byline="Jane", references__0__DELETE="on", **KEEP)
    save(staff, article, texts__0__release="discard", texts__0__discard_draft="on")
    assert (stored(article).byline, titles(article)) == (article.byline, ["Knees at rest", "Knees at work"])
    assert not PendingChanges.objects.exists()
    assert open_form(staff, article).fields(FORM)["byline"] == article.byline


@pytest.mark.whole
def test_a_value_that_is_changed_back_ends_the_draft(staff, article):
    save(staff, article, byline="Jane", references__0__title="Knees at play", **KEEP)
    save(staff, article, byline=article.byline, references__0__title="Knees at rest")
    assert not PendingChanges.objects.exists()


def test_the_draft_of_a_translation_leaves_the_article_to_the_original(staff, article):
    make_translation(article, "es", slug="rodillas")
    save(staff, article, byline="Jane", texts__1__title="Rodillas", texts__1__release="keep")
    assert stored(article).byline == "Jane"
    assert PendingChanges.objects.get().facts == {}


@pytest.mark.whole
def test_an_article_that_is_set_to_draft_takes_them_along(staff, article):
    save(staff, article, byline="Jane", references__0__DELETE="on", **KEEP)
    save(staff, article, texts__0__state="draft")
    assert (stored(article).byline, titles(article)) == ("Jane", ["Knees at work"])


def test_taking_articles_off_the_website_takes_them_along(staff, article):
    save(staff, article, byline="Jane", references__0__DELETE="on", **KEEP)
    data = {"action": "set_to_draft", "_selected_action": [article.pk], "confirmed": "1"}
    staff.post("/admin/articles/article/", data)
    assert (stored(article).byline, titles(article)) == ("Jane", ["Knees at work"])


@pytest.mark.whole
def test_facts_that_an_article_cannot_have_do_not_keep_it_on_the_website(staff, article):
    ankles = make_topic("ankles", en="Ankles")
    save(staff, article, topic=ankles.pk, **KEEP)
    ankles.delete()
    data = {"action": "set_to_draft", "_selected_action": [article.pk], "confirmed": "1"}
    page = Page(staff.post("/admin/articles/article/", data, follow=True))
    assert "The other changes in its draft were discarded." in page.text(".messagelist .warning")
    assert stored(article).texts.get().state == "draft"


@pytest.mark.whole
def test_a_day_set_for_several_articles_holds_for_the_draft(staff, article):
    save(staff, article, next_review_on="2027-01-01", byline="Jane", **KEEP)
    data = {
        "action": "set_next_review",
        "_selected_action": [article.pk],
        "confirmed": "1",
        "next_review_on": "2027-05-05",
    }
    staff.post("/admin/articles/article/", data)
    save(staff, article, **NOW)
    assert (stored(article).next_review_on, stored(article).byline) == (date(2027, 5, 5), "Jane")


@pytest.mark.whole
def test_another_editor_sees_a_conflict_about_the_draft(staff, article):
    opened = open_form(staff, article).fields(FORM)
    save(staff, article, byline="Jane", **KEEP)
    response = staff.post(address(article), opened | {"byline": "John"} | {"_continue": "1"})
    assert response.status_code == 200
    assert "Byline [removed:] Integrated Health Solutions[added:] Jane" in Page(response).text(".meanwhile")


@pytest.mark.whole
def test_a_picture_of_the_draft_cannot_be_deleted(staff, article):
    picture = make_picture()
    save(staff, article, lead_picture=picture.pk, **KEEP)
    assert [row.article for row in ArticlePicture.objects.filter(picture=picture)] == [article]
    with pytest.raises(ProtectedError):
        picture.delete()
    save(staff, article, texts__0__release="discard", texts__0__discard_draft="on")
    picture.delete()


def test_hiding_a_public_article_is_asked_about_in_a_draft_too(staff, article):
    fields = open_form(staff, article).fields(FORM) | {"published_at_0": "2026-05-01", "texts-0-release": "keep"}
    response = staff.post(address(article), fields)
    assert "Tick this box to hide the article until then" in Page(response).text(".errorlist")
    save(staff, article, fields, hide_until_then="on")
    assert Client().get("/articles/knees/").status_code == 200
    assert stored(article).published_at < timezone.now()


@pytest.mark.whole
def test_the_details_of_a_person_wait_for_the_draft(staff):
    person = make_person(title="Dr. Ana Ruiz", credential="DC", languages=["en"])
    picture = make_picture()
    changes = {"person__0__credential": "DC, PhD", "person__0__languages": ["en", "es"]}
    save(staff, person.article, **changes, person__0__photograph=picture.pk, **KEEP)
    now = Person.objects.get()
    assert (now.credential, now.languages, now.photograph) == ("DC", ["en"], None)
    page = open_form(staff, person.article)
    assert "Credential: DC[added:] , PhD" in page.text("#pending-en")
    assert "Languages: English[added:] , Spanish" in page.text("#pending-en")
    save(staff, person.article, person__0__languages=["en", "es"], **NOW)
    now = Person.objects.get()
    assert (now.pk, now.credential, now.languages, now.photograph) == (person.pk, "DC, PhD", ["en", "es"], picture)


@pytest.mark.parametrize("saved", [True, False])
def test_a_person_and_a_price_are_previewed_with_what_waits(staff, saved):
    person, price = make_person(title="Dr. Ana Ruiz", credential="DC", languages=["en"]), make_price(title="Visit")
    changes = {"person-0-credential": "DC, PhD", "person-0-photograph": make_picture().pk, "price-0-amount": "$60"}
    for article, words in [(person.article, "DC, PhD Speaks: English"), (price.article, "$60")]:
        fields = open_form(staff, article).fields(FORM)
        fields |= {name: value for name, value in changes.items() if name in fields} | {"texts-0-release": "keep"}
        if saved:
            save(staff, article, fields)
            preview = staff.get(f"/admin/articles/article/preview/{article.texts.get().pk}/")
        else:
            preview = staff.post(f"/admin/articles/article/{article.pk}/preview/", fields | {"_preview": "en"})
        top = Page(preview).one(".article__top")
        assert words in " ".join(top.get_text().split())
        assert len(top.select("img")) == (article == person.article)


def test_a_price_waits_and_has_the_day_on_which_it_became_public(staff, clock):
    price = make_price(title="Visit", amount="$50", body="")
    save(staff, price.article, price__0__amount="$60", **LATER)
    assert Price.objects.get().amount == "$50"
    clock.shift(timedelta(days=8))
    publish_due_changes()
    assert (Price.objects.get().amount, Price.objects.get().changed_on) == ("$60", date(2026, 3, 10))


def test_a_trashed_article_keeps_them(staff, article):
    save(staff, article, byline="Jane", **KEEP)
    staff.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
    restore(TrashedArticle.objects.get())
    assert PendingChanges.objects.get().facts == {"article": {"byline": "Jane"}}
