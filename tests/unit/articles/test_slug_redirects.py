"""No link to an article breaks when its slug changes."""

from random import Random

import pytest
from django.contrib.redirects.models import Redirect
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import slug_redirects
from articles.actions import save_text
from tests.factories import make_article, make_translation

pytestmark = pytest.mark.django_db


def redirects():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def rename(text, slug):
    text.slug = slug
    save_text(text)


def test_old_address_redirects_to_the_new_one(visitor):
    rename(make_article(slug="knees").original, "knee-pain")
    response = visitor.get("/articles/knees/")
    assert (response.status_code, response["Location"]) == (301, "/articles/knee-pain/")
    assert visitor.get("/articles/knee-pain/").status_code == 200


def test_under_every_prefix_where_the_english_was_found(visitor):
    article = make_article(slug="knees")
    make_translation(article, "es", slug="rodillas")
    rename(article.original, "knee-pain")
    assert redirects() == {
        "/articles/knees/": "/articles/knee-pain/",
        "/es/articles/knees/": "/es/articles/knee-pain/",
        "/pl/articles/knees/": "/pl/articles/knee-pain/",
        "/ar/articles/knees/": "/ar/articles/knee-pain/",
    }
    assert visitor.get("/pl/articles/knees/", follow=True).redirect_chain == [("/pl/articles/knee-pain/", 301)]
    assert visitor.get("/es/articles/knees/", follow=True).redirect_chain[-1][0] == "/es/articles/rodillas/"


def test_translation_redirects_under_its_own_prefix_only(visitor):
    rename(make_translation(make_article(), "es", slug="rodillas"), "rodilla")
    assert redirects() == {"/es/articles/rodillas/": "/es/articles/rodilla/"}


def test_a_second_change_redirects_in_one_step(visitor):
    text = make_article(slug="a").original
    for slug in ("b", "c"):
        rename(text, slug)
    for old in ("a", "b"):
        assert visitor.get(f"/articles/{old}/", follow=True).redirect_chain == [("/articles/c/", 301)]


def test_a_change_back_leaves_no_circle(visitor):
    text = make_article(slug="a").original
    for slug in ("b", "a", "b", "a"):
        rename(text, slug)
    assert visitor.get("/articles/a/").status_code == 200
    assert visitor.get("/articles/b/", follow=True).redirect_chain == [("/articles/a/", 301)]
    assert "/articles/a/" not in redirects()


def test_two_articles_that_change_places_leave_no_circle(visitor):
    one, other = make_article(slug="a").original, make_article(slug="b").original
    rename(one, "c")
    rename(other, "a")
    rename(one, "b")
    assert {slug: visitor.get(f"/articles/{slug}/").status_code for slug in "ab"} == {"a": 200, "b": 200}
    assert visitor.get("/articles/c/", follow=True).redirect_chain == [("/articles/b/", 301)]
    assert redirects().keys() & redirects().values() == set()


def test_an_address_that_is_an_articles_again_redirects_nowhere_else(visitor):
    rename(make_article(slug="knees").original, "knee-pain")
    assert len(redirects()) == 4
    make_article(slug="knees", title="Another article")
    assert redirects() == {}
    assert visitor.get("/articles/knees/").status_code == 200


def test_until_another_article_is_public_the_old_address_redirects(visitor):
    rename(make_article(slug="knees").original, "knee-pain")
    draft = make_article(slug="knees", state="draft").original
    assert visitor.get("/articles/knees/")["Location"] == "/articles/knee-pain/"
    draft.state = "published"
    save_text(draft)
    assert visitor.get("/articles/knees/").status_code == 200


@pytest.mark.parametrize("hidden", [{"state": "draft"}, {"published_at": timezone.now() + timezone.timedelta(days=1)}])
def test_redirect_to_an_article_that_is_still_to_come_follows_it(visitor, hidden):
    article = make_article(slug="knees", **hidden)
    slug_redirects.add_redirect("/2022/06/18/knees/", "/articles/knees/")
    rename(article.original, "knee-pain")
    assert redirects()["/2022/06/18/knees/"] == "/articles/knee-pain/"
    assert visitor.get("/articles/knee-pain/").status_code == 404
    publish(article)
    assert visitor.get("/2022/06/18/knees/", follow=True).redirect_chain == [("/articles/knee-pain/", 301)]
    assert visitor.get("/articles/knee-pain/").status_code == 200


def publish(article):
    type(article).objects.filter(pk=article.pk).update(published_at=timezone.now())
    text = article.texts.get(language="en")
    text.state = "published"
    save_text(text)


def test_article_that_was_renamed_while_it_was_withdrawn_is_found_by_its_old_address(visitor):
    article = make_article(slug="knees")
    text = article.original
    text.state = "draft"
    save_text(text)
    rename(text, "knee-pain")
    publish(article)
    assert visitor.get("/articles/knees/", follow=True).redirect_chain == [("/articles/knee-pain/", 301)]


def test_draft_takes_no_address_from_a_redirect_to_a_public_article(visitor):
    rename(make_article(slug="knees").original, "knee-pain")
    draft = make_article(slug="hips", state="draft").original
    for slug in ("knees", "hips"):
        rename(draft, slug)
        assert visitor.get("/articles/knees/", follow=True).redirect_chain == [("/articles/knee-pain/", 301)]
        assert redirects().keys() & redirects().values() == set()


def test_draft_that_gets_its_slug_back_leaves_no_circle(visitor):
    article = make_article(slug="a", state="draft")
    text = article.original
    for slug in ("b", "a", "b", "c", "a"):
        rename(text, slug)
        assert redirects().keys() & redirects().values() == set()
    publish(article)
    assert visitor.get("/articles/a/").status_code == 200
    assert visitor.get("/articles/b/", follow=True).redirect_chain == [("/articles/a/", 301)]


def test_drafts_and_public_articles_that_change_places_leave_no_circle():
    texts = [make_article(slug="a").original, make_article(slug="b", state="draft").original]
    chance = Random(1)
    for _ in range(60):
        text, slug = chance.choice(texts), chance.choice("abcd")
        if slug not in (text.slug for text in texts):
            rename(text, slug)
            assert redirects().keys() & redirects().values() == set()


def test_old_address_that_is_a_translations_own_stays_its(visitor):
    """The Spanish has the slug that the English gives up."""
    article = make_article(slug="mano")
    make_translation(article, "es", slug="mano", title="La mano")
    rename(article.original, "hand")
    assert "/es/articles/mano/" not in redirects()
    assert visitor.get("/es/articles/mano/").status_code == 200
    assert visitor.get("/articles/mano/")["Location"] == "/articles/hand/"


def test_translation_that_gives_up_the_english_slug_is_found_under_it_still(visitor):
    spanish = make_translation(make_article(slug="mano"), "es", slug="mano")
    rename(spanish, "la-mano")
    assert redirects() == {}
    assert visitor.get("/es/articles/mano/")["Location"] == "/es/articles/la-mano/"


def test_text_that_was_in_the_wrong_language_is_found_in_the_right_one(visitor):
    article = make_article(slug="knees")
    text = make_translation(article, "es", slug="kolana")
    text.language = "pl"
    save_text(text)
    assert visitor.get("/es/articles/kolana/")["Location"] == "/pl/articles/kolana/"


def test_what_led_to_an_article_from_the_old_site_follows_it(visitor):
    text = make_article(slug="knees").original
    slug_redirects.add_redirect("/2022/06/18/knees/", "/articles/knees/")
    rename(text, "knee-pain")
    assert visitor.get("/2022/06/18/knees/", follow=True).redirect_chain == [("/articles/knee-pain/", 301)]


def test_a_failed_save_moves_nothing():
    text = make_article(slug="knees").original
    make_article(slug="taken")
    with pytest.raises(IntegrityError), transaction.atomic():
        rename(text, "taken")
    assert redirects() == {}
