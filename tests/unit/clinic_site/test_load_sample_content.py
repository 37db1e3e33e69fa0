import re

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from articles.models import Article, ArticleText
from clinic_site.facts import read_clinic
from clinic_site.models import Clinic
from consultations.models import TextTemplate
from tests.conftest import Visitor
from tests.factories import make_article
from tests.pages import Page

pytestmark = pytest.mark.django_db


def test_sample_content_fills_an_empty_demo(capsys):
    call_command("load_sample_content")
    username, password = re.search(r"user (\S+), password (\S+)", capsys.readouterr().out).groups()
    account = get_user_model().objects.get(username=username)
    assert (account.is_superuser, account.check_password(password)) == (True, True)
    assert Article.objects.published().count() >= 6
    clinic = read_clinic()
    assert clinic.phone_display == "(708) 555-0100"
    assert clinic.has_hours
    assert clinic.hours_confirmed is False
    assert all(text.startswith("Sample note: ") for text in TextTemplate.objects.values_list("text", flat=True))
    assert TextTemplate.objects.exists()


@pytest.mark.whole
def test_the_old_article_keeps_title_date_address_and_facts(visitor):
    Clinic.objects.all().delete()
    call_command("load_sample_content")
    page = visitor.get("/articles/knee-pain-after-running-what-to-know/").content.decode()
    assert '<h1 class="article__title">Knee Pain After Running: What to Know</h1>' in page
    assert "June 18, 2022" in page
    for fact in ["patellofemoral", "chondromalacia patella", "hamstrings", "quadriceps", "downhill", "arthritis"]:
        assert fact in page.lower()


@pytest.mark.whole
def test_the_old_article_is_translated_and_nobody_checked_it_yet():
    call_command("load_sample_content")
    texts = ArticleText.objects.filter(article__texts__slug="knee-pain-after-running-what-to-know")
    assert sorted(texts.values_list("language", "reviewed_by")) == [("ar", ""), ("en", ""), ("es", ""), ("pl", "")]


@pytest.mark.whole
def test_sample_bodies_lose_nothing_to_the_sanitiser():
    """The sample files contain only HTML that the editor allows."""
    import tomllib

    from clinic_site.management.commands.load_sample_content import SAMPLE_ARTICLES, SAMPLE_SERVICES

    call_command("load_sample_content")
    stored = {(text.language, text.slug): text.body for text in ArticleText.objects.all()}
    for file in [*SAMPLE_ARTICLES.glob("*.toml"), *SAMPLE_SERVICES.glob("*.toml")]:
        sample = tomllib.loads(file.read_text())
        for language in ("ar", "en", "es", "pl"):
            if "body" in sample.get(language, {}):
                text = sample[language]
                assert stored[language, text["slug"]] == text["body"]


@pytest.mark.whole
@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_every_page_of_the_clinic_is_filled_with_what_says_that_it_is_a_sample(prefix):
    call_command("load_sample_content")
    words = {"": "sample content", "/es": "contenido de muestra", "/pl": "przykładowa treść", "/ar": "محتوى تجريبي"}
    for page in ("people", "costs", "first-visit", "questions", "contact", "services"):
        main = Page(Visitor().get(f"{prefix}/{page}/")).text("main")
        assert words[prefix] in main, page
    assert "$00" in Page(Visitor().get(f"{prefix}/costs/")).text(".prices")


@pytest.mark.whole
def test_loading_again_changes_nothing(capsys):
    call_command("load_sample_content")
    before = (Article.objects.count(), get_user_model().objects.count())
    capsys.readouterr()
    call_command("load_sample_content")
    assert capsys.readouterr().out == "The database is not empty: no sample content loaded.\n"
    assert (Article.objects.count(), get_user_model().objects.count()) == before


def test_a_database_with_articles_gets_no_sample_content():
    make_article()
    call_command("load_sample_content")
    assert Article.objects.count() == 1
    assert not get_user_model().objects.exists()
