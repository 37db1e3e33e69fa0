"""Deleted articles wait in the trash; articles are duplicated."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from articles.actions import keep_pending, save_text
from articles.models import (
    Article,
    ArticleText,
    Person,
    Picture,
    Price,
    Reference,
    Topic,
    TrashedArticle,
    empty_trash,
)
from articles.trash import trash_article
from clinic_site.generation import read_generation
from clinic_site.models import ImportedItem
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
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/trashedarticle/"


@pytest.fixture(autouse=True)
def _clinic(clock):
    make_clinic()


@pytest.fixture
def article():
    article = make_article(title="On knees", slug="knees", reviewed_by="Dr. Ana Ruiz", reviewed_on="2026-02-01")
    make_translation(article, "es", slug="rodillas")
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    make_picture(in_article=article, name="Knee")
    make_picture(leads=article, name="Hip")
    return article


def delete(staff, article):
    return staff.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}, follow=True)


def restore(staff, trashed=None):
    trashed = trashed or TrashedArticle.objects.get()
    return Page(staff.post(f"{LIST}{trashed.pk}/restore/", follow=True))


def rows_of(article):
    """Everything that belongs to an article, as it is stored."""
    texts = ArticleText.objects.filter(article=article)
    wordings = [list(text.wordings.order_by("number").values()) for text in texts]
    return [
        list(rows.order_by("pk").values())
        for rows in (Article.objects.filter(pk=article.pk), texts, Reference.objects.filter(article=article))
    ] + [wordings, set(article.pictures.values_list("picture", flat=True))]


def test_a_deleted_article_is_gone_for_the_public_and_waits_in_the_trash(staff, article):
    confirmation = Page(staff.get(f"/admin/articles/article/{article.pk}/delete/"))
    assert confirmation.text(".to-trash").startswith("What you delete goes to the trash")
    before = read_generation()
    delete(staff, article)
    assert read_generation() != before
    assert Client().get("/articles/knees/").status_code == 404
    assert (Article.objects.count(), Picture.objects.count()) == (0, 2)
    page = Page(staff.get(LIST))
    assert page.texts("#result_list tbody tr > :not(.action-checkbox)") == [
        "On knees", "Article", "March 2, 2026, noon", "admin", "30 more days", "Restore On knees",
    ]  # fmt: skip


def test_several_are_deleted_from_the_list(staff, article):
    other = make_article(title="On hips")
    chosen = {"action": "delete_selected", "_selected_action": [article.pk, other.pk], "post": "yes"}
    staff.post("/admin/articles/article/", chosen)
    assert sorted(TrashedArticle.objects.values_list("title", flat=True)) == ["On hips", "On knees"]
    assert not Article.objects.exists()


@pytest.mark.on_both_databases
def test_a_restored_article_is_as_it_was_and_its_texts_are_drafts(staff, article):
    before = rows_of(article)
    delete(staff, article)
    page = restore(staff)
    assert page.texts(".messagelist li") == [
        "“On knees” is back. All its texts are drafts: publish those that you need."
    ]
    for text in before[1]:
        text["state"] = "draft"
    assert rows_of(article) == before
    assert not TrashedArticle.objects.exists()
    assert Client().get("/articles/knees/").status_code == 404
    assert LogEntry.objects.latest("pk").get_change_message() == "Restored from the trash."


def test_people_prices_and_drafts_of_changes_come_back(staff):
    _person, price = make_person(credential="DC", photograph=make_picture(name="Cleo")), make_price()
    Price.objects.update(changed_on=date(2026, 1, 7))
    text = price.article.texts.get()
    text.title = "First visit"
    keep_pending(text, user=make_account("eva"), is_reviewed=False)
    for article in Article.objects.all():
        trash_article(article, trashed_by="eva")
    for trashed in TrashedArticle.objects.all():
        restore(staff, trashed)
    assert Person.objects.get().photograph.name == "Cleo"
    assert Price.objects.get().changed_on == date(2026, 1, 7)
    assert Price.objects.get().article.texts.get().pending.title == "First visit"


def test_reviews_name_a_person_again_who_was_deleted_by_mistake(staff):
    person = make_person(title="Cleo Brown")
    text = make_article(slug="knees").texts.get()
    ArticleText.objects.filter(pk=text.pk).update(reviewer=person.article)
    item = ImportedItem.objects.create(site="old.example", guid="1", post_id=1, text=person.article.texts.get())
    delete(staff, person.article)
    item.refresh_from_db()
    assert (ArticleText.objects.get(pk=text.pk).reviewer, item.text) == (None, None)
    restore(staff)
    item.refresh_from_db()
    assert ArticleText.objects.get(pk=text.pk).reviewer == person.article
    assert item.text.article == person.article


@pytest.fixture
def spanish(article):
    """A Spanish draft with an earlier wording and a picture."""
    text = article.texts.get(language="es")
    text.state = ArticleText.State.DRAFT
    save_text(text)
    text.title = "Las rodillas"
    return save_text(text)


def delete_spanish(staff, article):
    address = f"/admin/articles/article/{article.pk}/change/"
    form = Page(staff.get(address)).fields("#article_form")
    number = next(name[:-9] for name, value in form.items() if name.endswith("-language") and value == "es")
    assert staff.post(address, form | {f"{number}-DELETE": "on"}).status_code == 302


def test_a_deleted_language_waits_in_the_trash_too(staff, article, spanish):
    before = ArticleText.objects.filter(pk=spanish.pk).values().get(), list(spanish.wordings.values())
    delete_spanish(staff, article)
    assert article.texts.count() == 1
    assert Page(staff.get(LIST)).texts("#result_list .field-title") == ["Las rodillas (Spanish text)"]
    page = restore(staff)
    assert page.texts(".messagelist li") == ["“Las rodillas (Spanish text)” is back. It is a draft."]
    after = ArticleText.objects.get(pk=spanish.pk)
    assert (ArticleText.objects.filter(pk=spanish.pk).values().get(), list(after.wordings.values())) == before
    assert LogEntry.objects.latest("pk").get_change_message() == (
        "Restored “Las rodillas (Spanish text)” from the trash."
    )
    assert not TrashedArticle.objects.exists()


@pytest.mark.whole
def test_a_language_that_was_written_anew_or_whose_article_is_gone_waits(staff, article, spanish):
    delete_spanish(staff, article)
    other = make_translation(article, "es", slug="otra")
    page = restore(staff)
    assert "Its article has another text in this language now." in page.text(".messagelist")
    other.delete()
    delete(staff, article)
    text, whole = TrashedArticle.objects.order_by("pk")
    assert "Its article is not here." in restore(staff, text).text(".messagelist")
    restore(staff, whole)
    restore(staff, text)
    assert article.texts.count() == 2


def test_what_is_gone_or_taken_meanwhile_is_told(staff, article):
    delete(staff, article)
    make_article(slug="knees")
    Picture.objects.all().delete()
    topic = Topic.objects.get()
    trashed = TrashedArticle.objects.get()
    trashed.contents = trashed.contents.replace(f'"topic": {topic.pk}', '"topic": 99')
    trashed.save()
    page = restore(staff)
    assert page.texts(".messagelist li")[1:] == [
        f"Its topic is gone: it has the topic “{topic}” now.",
        "A picture that it showed has been deleted.",
        "Another text has the address “knees” now: the English one has “knees-2”.",
        "A picture in its English text has been deleted.",
        "A picture in its Spanish text has been deleted.",
    ]
    assert Article.objects.get(pk=article.pk).pictures.count() == 0
    assert Article.objects.get(pk=article.pk).texts.get(language="en").slug == "knees-2"


def test_a_service_whose_topic_has_another_one_waits(staff):
    topic = make_topic()
    service = make_article(kind="condition", topic=topic, title="Care for knees")
    delete(staff, service)
    other = make_article(kind="treatment", topic=topic)
    page = restore(staff)
    assert page.texts(".messagelist li") == [
        "“Care for knees” cannot be restored yet. Its topic has another service now. Give that one another topic "
        "first, or delete it."
    ]
    other.delete()
    assert "is back" in restore(staff).text(".messagelist")


@pytest.mark.on_both_databases
def test_the_trash_is_emptied_after_thirty_days(staff, article, clock):
    delete(staff, article)
    clock.shift(timedelta(days=30))
    assert empty_trash() == 0
    clock.shift(timedelta(minutes=1))
    assert empty_trash() == 1


def test_an_article_is_deleted_for_good_from_the_trash(staff, article):
    delete(staff, article)
    trashed = TrashedArticle.objects.get()
    staff.post(f"{LIST}{trashed.pk}/delete/", {"post": "yes"})
    assert not TrashedArticle.objects.exists()


def test_editors_restore_and_the_front_desk_does_not(article):
    trashed = trash_article(article, trashed_by="eva")
    browsers = {}
    for group in ("Front desk", "Editor"):
        browsers[group] = Client()
        browsers[group].force_login(make_account(group.replace(" ", ""), groups=[group]))
    assert browsers["Front desk"].get(LIST).status_code == 403
    assert browsers["Front desk"].post(f"{LIST}{trashed.pk}/restore/").status_code == 403
    assert "is back" in restore(browsers["Editor"]).text(".messagelist")


# Copies


def duplicate(staff, article):
    return Page(staff.post(f"/admin/articles/article/{article.pk}/duplicate/", follow=True))


def test_a_copy_has_the_same_words_in_drafts_that_nobody_reviewed(staff, article):
    page = duplicate(staff, article)
    assert page.texts(".messagelist li") == ["This is a copy of “On knees”. All its texts are drafts."]
    copy = Article.objects.exclude(pk=article.pk).get()
    assert {text.language: (text.title, text.slug, text.state) for text in copy.texts.all()} == {
        "en": ("Copy of On knees", "knees-2", "draft"),
        "es": ("Translated", "rodillas-2", "draft"),
    }
    english, spanish = copy.texts.get(language="en"), copy.texts.get(language="es")
    assert (english.reviewed_by, english.body) == ("", article.original.body)
    assert (spanish.is_machine_translation, spanish.is_older_than(english)) == (True, False)
    assert [reference.title for reference in copy.references.all()] == ["Knees"]
    assert [each.picture.name for each in copy.pictures.all()] == ["Knee"]
    assert copy.lead_picture.name == "Hip"
    assert article.references.count() == article.pictures.count() == 1


def test_a_copy_of_a_copy_has_an_address_of_its_own(staff, article):
    duplicate(staff, article)
    duplicate(staff, article)
    assert sorted(ArticleText.objects.filter(language="en").values_list("slug", flat=True)) == [
        "knees", "knees-2", "knees-3",
    ]  # fmt: skip


def test_people_and_prices_are_copied_with_what_they_have(staff):
    person, price = make_person(credential="DC"), make_price()
    for article in (person.article, price.article):
        duplicate(staff, article)
    assert Person.objects.filter(credential="DC").count() == 2
    assert Price.objects.filter(amount=price.amount).count() == 2


def test_a_service_is_not_copied(staff):
    service = make_article(kind="condition")
    assert Page(staff.get(f"/admin/articles/article/{service.pk}/change/")).all(".duplicate") == []
    assert duplicate(staff, service).texts(".messagelist li") == [
        "A topic can have only one service, so a service cannot be duplicated."
    ]
    assert Article.objects.count() == 1
