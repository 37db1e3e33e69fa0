"""The large site that the benchmarks load."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from articles.models import Article, ArticleText
from articles.search import build_index
from clinic_site.models import Clinic
from consultations.models import ConsultationRequest
from consultations.privacy.search_keys import keys_of
from tests.benchmarks import large_site
from tests.pages import Page

pytestmark = [pytest.mark.whole, pytest.mark.django_db]


def load(**counts):
    large_site.load(**{"requests": 0, "articles": 0, **counts})


def test_a_real_site_gets_no_made_up_content(settings):
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="DJANGO_SECRET_KEY is set"):
        load(articles=1)


def test_articles_come_on_top_of_the_sample_ones_and_can_be_found(visitor):
    Clinic.objects.all().delete()  # an empty demo
    load()
    samples = Article.objects.count()
    load(articles=20)
    assert Article.objects.published().count() == samples + 20
    assert {"en", "es", "pl", "ar"} == set(ArticleText.objects.values_list("language", flat=True))
    text = ArticleText.objects.filter(language="en").latest("pk")
    assert text.indexed_title == build_index(text.title)
    found = Page(visitor.get("/search/", {"q": text.title})).texts(".card__title")
    assert found[0] == text.title


def test_requests_are_of_every_state_and_can_be_found():
    load(requests=60)
    assert set(ConsultationRequest.objects.values_list("state", flat=True)) >= {"new", "contacted", "closed"}
    request = ConsultationRequest.objects.filter(state="contacted").first()
    assert set(request.lookup_keys.values_list("key", flat=True)) == keys_of(request)
    phones = [request.dialled_phone for request in ConsultationRequest.objects.all()]
    assert len(set(phones)) == 60


def test_the_same_content_is_made_each_time_and_more_of_it_the_second():
    load(articles=5)
    first = list(Article.objects.order_by("-pk", "texts__language")[:5].values_list("texts__title", flat=True))
    load(articles=5)
    assert list(Article.objects.order_by("-pk", "texts__language")[:5].values_list("texts__title", flat=True)) == first
    assert len(set(ArticleText.objects.values_list("language", "slug"))) == ArticleText.objects.count()
