"""Services: what the clinic treats and how, written and shown like articles."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, ArticleText
from clinic_site.facts import current_clinic
from tests.factories import make_article, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def make_service(kind="condition", **fields):
    fields = {"slug": "knee-care", "title": "Care for painful knees", **fields}
    return make_article(kind=kind, **fields)


def test_service_has_a_page_and_a_place_on_the_list(visitor):
    make_service()
    assert Page(visitor.get("/services/knee-care/")).text("h1") == "Care for painful knees"
    assert Page(visitor.get("/services/")).links("Care for painful knees") == ["/services/knee-care/"]


def test_what_is_treated_and_how_stand_apart(visitor):
    make_service()
    make_service("treatment", slug="hands", title="Manual therapy", topic=make_topic("hands", en="Hands"))
    page = Page(visitor.get("/services/"))
    assert page.texts("main h2") == ["What we treat", "How we treat"]
    assert page.texts(".card__title") == ["Care for painful knees", "Manual therapy"]


def test_an_article_is_no_service_and_a_service_no_article(visitor):
    make_article(slug="knees", topic=make_topic("other", en="Other"))
    make_service()
    for address in ("/services/knees/", "/articles/knee-care/"):
        assert visitor.get(address).status_code == 404, address
    assert Page(visitor.get("/articles/")).links("Care for painful knees") == []
    assert "Care for painful knees" not in visitor.get("/articles/feed/").content.decode()


@pytest.mark.parametrize("hidden", [{"state": "draft"}, {"published_at": timezone.now() + timedelta(days=300)}])
def test_until_a_service_is_published_nothing_leads_to_services(visitor, hidden):
    make_service(**hidden)
    for address in ("/services/", "/services/knee-care/"):
        assert visitor.get(address).status_code == 404, address
    assert "/services/" not in visitor.get("/").content.decode()
    assert "/services/" not in visitor.get("/sitemap.xml").content.decode()


def test_navigation_and_sitemap_lead_to_published_services(visitor):
    make_service()
    assert current_clinic().published_pages == ["services"]
    assert Page(visitor.get("/articles/")).links("Services") == ["/services/"]
    assert "http://testserver/services/</loc>" in visitor.get("/sitemap.xml").content.decode()
    assert "http://testserver/services/knee-care/</loc>" in visitor.get("/sitemap.xml").content.decode()


def test_where_it_hurts_leads_to_the_service_in_place_of_its_topic(visitor):
    make_service(topic=make_topic("knees", en="Knee pain"))
    make_article(topic=make_topic("necks", en="Neck pain"))
    page = Page(visitor.get("/"))
    assert page.links("Care for painful knees") == ["/services/knee-care/"]
    assert page.texts(".topic-list__link") == ["Care for painful knees", "Neck pain"]


def test_where_it_hurts_leads_to_the_treatment_of_a_topic(visitor):
    make_service("treatment", topic=make_topic("shoulders", en="Shoulder pain"))
    page = Page(visitor.get("/"))
    assert page.links("Shoulder pain") == page.links("Care for painful knees") == ["/services/knee-care/"]


def test_a_service_gathers_the_articles_of_its_topic_and_they_lead_to_it(visitor):
    knees = make_topic("knees", en="Knee pain")
    make_service(topic=knees)
    make_article(slug="running", title="Running", topic=knees)
    make_article(title="Desks", topic=make_topic("necks", en="Neck pain"))
    assert Page(visitor.get("/services/knee-care/")).texts(".related .card__title") == ["Running"]
    for address in ("/articles/running/", "/articles/?topic=knees"):
        link = "What we do about it: Care for painful knees"
        assert Page(visitor.get(address)).links(link) == ["/services/knee-care/"], address


@pytest.mark.on_both_databases
def test_a_topic_has_one_service():
    make_service()
    with pytest.raises(IntegrityError):
        make_service("treatment", slug="other")


def test_a_service_in_another_language_has_its_own_address(visitor):
    make_translation(make_service(), "es", slug="rodillas", title="Rodillas")
    assert Page(visitor.get("/es/services/")).links("Rodillas") == ["/es/services/rodillas/"]
    assert visitor.get("/es/services/knee-care/")["Location"] == "/es/services/rodillas/"


@pytest.mark.parametrize(("kind", "type"), [("condition", "MedicalCondition"), ("treatment", "MedicalTherapy")])
def test_structured_data_says_what_the_page_is_about(visitor, kind, type):
    make_service(kind)
    nodes = Page(visitor.get("/services/knee-care/")).structured_nodes()
    assert nodes["MedicalWebPage"]["about"] == {"@type": type, "name": "Care for painful knees"}
    assert "Article" not in nodes


@pytest.mark.whole
@pytest.mark.on_both_databases
def test_many_services_take_as_many_queries_as_few(visitor):
    def count_queries(address):
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(address).status_code == 200
        return len(queries)

    for number in range(3):
        make_service(slug=f"service-{number}", topic=make_topic(f"topic-{number}"))
    few = [count_queries(address) for address in ("/", "/services/", "/services/service-1/")]
    for number in range(3, 60):
        make_service(slug=f"service-{number}", topic=make_topic(f"topic-{number}"))
    assert [count_queries(address) for address in ("/", "/services/", "/services/service-1/")] == few


def test_service_is_written_in_the_admin(staff):
    topic = make_topic()
    form = Page(staff.get(f"{ADD}?kind=condition"))
    assert [option["value"] for option in form.all("#id_kind option")] == ["condition", "treatment"]
    sent = {
        "kind": "condition", "topic": topic.pk, "order": "0", "byline": "Integrated Health Solutions",
        "published_at_0": "2026-01-05", "published_at_1": "09:00", "next_review_on": "2027-01-05",
        "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0", "texts-0-language": "en", "texts-0-title": "Knee care",
        "texts-0-slug": "knee-care", "texts-0-summary": "We look at your knee.", "texts-0-body": "<p>We look.</p>",
        "texts-0-state": "published", "texts-0-reviewed_by": "A. Clinician, DC", "texts-0-reviewed_on": "2026-01-05",
        "texts-0-reason_despite_warnings": "It rests on no source.", "pictures-TOTAL_FORMS": "0",
        "pictures-INITIAL_FORMS": "0", "references-TOTAL_FORMS": "0", "references-INITIAL_FORMS": "0",
    }  # fmt: skip
    assert staff.post(ADD, sent).status_code == 302
    assert Article.objects.get().kind == "condition"


def test_a_part_of_a_page_is_written_with_a_title_and_a_text_alone(staff):
    form = Page(staff.get(f"{ADD}?kind=question"))
    names = {field["name"] for field in form.all("[name^=texts-0-]")}
    assert {"texts-0-title", "texts-0-body", "texts-0-state"} <= names
    assert not {"texts-0-slug", "texts-0-summary", "texts-0-visit_signs"} & names
    assert not form.all("#id_topic")
    sent = {
        "kind": "question", "order": "3", "published_at_0": "2026-01-05", "published_at_1": "09:00",
        "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0", "texts-0-language": "en",
        "texts-0-title": "May I bring somebody?", "texts-0-body": "<p>Yes.</p>", "texts-0-state": "published",
        "texts-0-unreviewed_because": "Not medical advice.",
    }  # fmt: skip
    assert staff.post(ADD, sent).status_code == 302
    text = ArticleText.objects.get()
    assert (text.article.kind, text.article.order, text.slug) == ("question", 3, f"question-{text.article_id}")
