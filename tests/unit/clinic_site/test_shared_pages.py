"""The pages on which several texts of staff stand together: people, costs, first visit, questions, directions."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.formats import date_format

from articles.actions import save_text
from articles.models import Article, ArticleText, PictureText, Price
from clinic_site.facts import current_clinic
from clinic_site.generation import read_generation
from clinic_site.http.page_cache import PUBLIC
from clinic_site.models import Clinic, InsurancePlan
from clinic_site.views import clinic_pictures
from tests.factories import (
    CHICAGO,
    make_article,
    make_clinic,
    make_interface_review,
    make_person,
    make_picture,
    make_price,
    make_translation,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db

PRIVATE = "private, no-store"
PAGES = {"person": "/people/", "costs": "/costs/", "price": "/costs/"}
PAGES |= {"first_visit": "/first-visit/", "question": "/questions/"}
BY_MACHINE = "Esta traducción se hizo de forma automática y ninguna persona la ha revisado todavía."


def make_part(kind, **fields):
    if kind == "person":
        return make_person(**fields).article
    return make_price(**fields).article if kind == "price" else make_article(kind=kind, **fields)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_exists_once_something_is_published_on_it(visitor, kind):
    article = make_part(kind, state="draft")
    name = PAGES[kind].strip("/")
    for address in (PAGES[kind], f"/es{PAGES[kind]}"):
        assert visitor.get(address).status_code == 404, address
    assert PAGES[kind] not in visitor.get("/").content.decode() + visitor.get("/sitemap.xml").content.decode()
    assert current_clinic().published_pages == []

    article.texts.update(state="published")
    for address in (PAGES[kind], f"/es{PAGES[kind]}"):
        assert visitor.get(address).status_code == 200, address
    assert f"http://testserver{PAGES[kind]}</loc>" in visitor.get("/sitemap.xml").content.decode()
    assert Page(visitor.get("/")).all(f"main a[href='{PAGES[kind]}']")
    assert current_clinic().published_pages == [name]


def test_a_page_goes_by_its_heading_wherever_it_is_linked(visitor):
    for kind in PAGES:
        make_part(kind, title="Anything")
    links = {link["href"]: link.get_text() for link in Page(visitor.get("/es/")).all("main .topic-list__link")}
    for address in set(PAGES.values()):
        heading = Page(visitor.get(f"/es{address}")).text("h1")
        assert links[f"/es{address}"] == heading
        assert heading in Page(visitor.get("/es/search/", {"q": heading})).texts("main li a")
        assert any(
            heading in facts for facts in Page(visitor.get("/es/search/", {"q": "anything"})).texts(".card__facts")
        )


@pytest.mark.parametrize("kind", ["costs", "question", "first_visit", "person"])
def test_parts_stand_in_their_order_each_at_its_anchor(visitor, kind):
    last = make_part(kind, title="Last", order=2)
    first = make_part(kind, title="First", order=1)
    page = Page(visitor.get(PAGES[kind]))
    headings = [heading for heading in page.texts("main h2") if heading in ("First", "Last")]
    assert headings == ["First", "Last"]
    for article in (first, last):
        text = article.texts.get()
        assert text.address == f"{PAGES[kind]}#{kind.replace('_', '-')}-{article.pk}"
        assert page.text(f"#{text.anchor} h2") == text.title


def test_an_untranslated_part_is_shown_in_english_and_says_so(visitor):
    make_translation(make_part("question", title="May I bring somebody?"), "es", title="¿Puedo traer a alguien?")
    untranslated = make_part("question", title="Is there parking?").texts.get()
    page = Page(visitor.get("/es/questions/"))
    assert page.texts("main h2") == ["¿Puedo traer a alguien?", "Is there parking?"]
    assert page.one(f"#{untranslated.anchor} h2")["lang"] == "en"
    assert page.texts(".part-notice") == [BY_MACHINE, "Todavía no está traducido: aquí está en inglés."]


def test_what_is_true_of_all_parts_is_said_once(visitor):
    for _ in range(3):
        make_translation(make_part("question"), "es")
    page = Page(visitor.get("/es/questions/"))
    whole = "Esta página se tradujo automáticamente y ninguna persona la ha revisado todavía."
    assert page.texts(".notice, .part-notice") == [whole]  # with the wording of the page, which is unchecked too
    make_interface_review(language="es", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    assert Page(visitor.get("/es/questions/")).texts(".notice, .part-notice") == [BY_MACHINE]


def test_a_translation_that_a_person_typed_is_not_called_automatic(visitor):
    make_translation(make_part("costs"), "es", is_machine_translation=False)
    assert Page(visitor.get("/es/costs/")).texts(".part-notice") == [
        "Una persona tradujo este texto. Nadie más lo ha revisado todavía."
    ]


def test_a_checked_translation_says_nothing_until_the_english_changes(visitor):
    article = make_part("costs")
    make_translation(article, "es", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    assert Page(visitor.get("/es/costs/")).texts(".part-notice") == []
    original = article.texts.get(language="en")
    original.body = "<p>Now we take cash, too.</p>"
    save_text(original)
    with translation.override("es"):
        day = date_format(timezone.localtime(original.changed_at, CHICAGO))
    (notice,) = Page(visitor.get("/es/costs/")).texts(".part-notice")
    assert notice.startswith(f"El texto en inglés se cambió el {day}.")


def test_an_overdue_review_of_a_part_is_said(visitor):
    make_part("costs")
    Article.objects.update(next_review_on=date(2026, 1, 2))
    with time_machine.travel("2026-03-01 12:00-06:00", tick=False):
        assert Page(visitor.get("/costs/")).texts(".part-notice") == [
            "The review of this text was due by Jan. 2, 2026 and is overdue. Ask us before you rely on it."
        ]


# People


def test_people_are_shown_with_what_is_known_of_them(visitor):
    picture = make_picture(texts={"es": "Una mujer sonríe."}, alternative_text="A woman smiles.")
    make_person(
        title="Sample clinician A",
        credential="DC",
        license_number="000.000000",
        languages=["en", "pl", "fr"],
        other_languages="Tagalog, Gujarati",
        photograph=picture,
    )
    make_person(title="Sample receptionist B", credential="")
    page = Page(visitor.get("/people/"))
    first, second = page.all(".person")
    assert page.texts(".person p bdi") == ["DC", "000.000000", "Tagalog, Gujarati"]
    assert first.get_text().strip().endswith("Speaks: English · Polish · French · Tagalog, Gujarati")
    assert (first.img["alt"], second.img) == ("A woman smiles.", None)
    in_spanish = Page(visitor.get("/es/people/"))
    assert in_spanish.one(".person__photograph")["alt"] == "Una mujer sonríe."
    assert "inglés · polaco · francés · Tagalog, Gujarati" in in_spanish.text("main")


def test_structured_data_calls_people_persons(visitor):
    languages = {"languages": ["en", "ur"], "other_languages": "Tagalog, "}
    make_person(title="Sample clinician A", license_number="000.000000", **languages)
    make_article(kind="person", title="Our clinicians")  # no single person
    page = Page(visitor.get("/people/"))
    (node,) = [node for name, node in page.structured_nodes().items() if name == "Person"]
    assert node == {
        "@type": "Person",
        "@id": node["url"],
        "url": node["url"],
        "name": "Sample clinician A",
        "hasCredential": {
            "@type": "EducationalOccupationalCredential",
            "name": "DC",
            "identifier": "000.000000",
        },
        "knowsLanguage": ["en", "ur", {"@type": "Language", "name": "Tagalog"}],
        "worksFor": {"@type": "MedicalClinic", "name": "Integrated Health Solutions", "url": "http://testserver"},
    }
    assert node["@id"].startswith("http://testserver/people/#person-")


REVIEW = {"reviewed_by": "Sample clinician A, DC", "reviewed_on": date(2026, 2, 1)}


def reviewed_by(page):
    return page.text(".article-facts__row:-soup-contains('Last reviewed') bdi")


def test_an_article_links_to_its_reviewer_until_they_leave(visitor):
    person = make_person(title="Sample clinician A")
    make_article(slug="knees", reviewer=person.article, **REVIEW)
    address = f"/people/#person-{person.article_id}"
    page = Page(visitor.get("/articles/knees/"))
    assert page.links("Sample clinician A, DC") == [address]
    assert page.structured_nodes()["MedicalWebPage"]["reviewedBy"] == {
        "@type": "Person",
        "name": "Sample clinician A, DC",
        "url": f"http://testserver{address}",
    }
    person.article.texts.update(state="draft")
    page = Page(visitor.get("/articles/knees/"))
    assert (page.links("Sample clinician A, DC"), reviewed_by(page)) == ([], "Sample clinician A, DC")
    assert "url" not in page.structured_nodes()["MedicalWebPage"]["reviewedBy"]
    assert visitor.get("/people/").status_code == 404

    person.article.delete()
    assert reviewed_by(Page(visitor.get("/articles/knees/"))) == "Sample clinician A, DC"
    assert ArticleText.objects.get().reviewer is None


# Costs


def test_the_right_to_an_estimate_stands_first_on_the_page_of_costs(visitor):
    make_part("costs", title="Ways to pay")
    headings = {"/costs/": "Your right to a good faith estimate"}
    headings["/es/costs/"] = "Su derecho a una estimación de buena fe"
    for address, heading in headings.items():
        page = Page(visitor.get(address))
        assert page.texts("main h2")[0] == heading
        assert page.all(".notice a[href*='section-149.610']")


def test_prices_stand_in_a_table_with_the_day_of_the_newest_change(visitor):
    with time_machine.travel("2026-02-03 12:00-06:00"):
        make_price("$00", title="First visit", order=1, body="")
    with time_machine.travel("2026-02-10 12:00-06:00"):
        make_price("from $00", title="Later visit", order=2)
    page = Page(visitor.get("/costs/"))
    assert page.text("#prices-date") == "Prices as of Feb. 10, 2026"
    assert page.texts(".prices tbody td") == ["$00", "from $00"]
    with time_machine.travel("2026-03-01 12:00-06:00"):
        Price.objects.first().save()
    assert Page(visitor.get("/costs/")).text("#prices-date") == "Prices as of March 1, 2026"


@pytest.fixture
def plans():
    make_part("costs")
    for name in ("Sample plan A", "Sample plan B", "Muestra Salud"):
        InsurancePlan.objects.create(name=name)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["Muestra Salud", "Sample plan A", "Sample plan B"]),
        ("SAMPLE", ["Sample plan A", "Sample plan B"]),
        ("plan b", ["Sample plan B"]),
        ("muéstra", ["Muestra Salud"]),
        ("nothing", []),
    ],
)
def test_plans_are_found_by_their_words(visitor, plans, question, found):
    page = Page(visitor.get("/costs/", {"plan": question}))
    assert page.texts("main ul li bdi[translate=no]") == found
    assert ("No plan on our list has this name." in page.text("main")) == (not found)


def test_a_search_for_a_plan_is_neither_kept_nor_indexed(visitor, plans):
    assert visitor.get("/costs/?plan=")["Cache-Control"] == PUBLIC
    response = visitor.get("/costs/?plan=sample")
    assert response["Cache-Control"] == PRIVATE
    assert Page(response).one("meta[name=robots]")["content"] == "noindex"
    assert "?plan=sample" in Page(response).one(".language-widget a[hreflang=es]")["href"]


# Contact


def test_hours_come_first_on_the_contact_page_and_how_to_get_here_follows(visitor):
    make_part("getting_here", title="Parking")
    headings = Page(visitor.get("/contact/")).texts("main :is(h2, h3)")
    assert headings[:3] == ["Opening hours", "Where we are", "Parking"]


def test_the_map_leads_to_the_directions_and_pictures_describe_themselves(visitor):
    make_clinic(
        map_picture=make_picture(alternative_text="The clinic is south of the park."),
        entrance_picture=make_picture(alternative_text="A glass door.", texts={"es": "Una puerta de vidrio."}),
        hero_picture=make_picture(alternative_text="Two people talk."),
    )
    page = Page(visitor.get("/contact/"))
    assert [picture["alt"] for picture in page.all("main img")] == ["The clinic is south of the park.", "A glass door."]
    assert page.one("main a:has(img)")["href"] == Clinic.objects.get().directions_url
    assert page.all("main img[lang]") == []
    page = Page(visitor.get("/es/contact/"))
    assert [(picture["alt"], picture.get("lang")) for picture in page.all("main img")] == [
        ("The clinic is south of the park.", "en"),
        ("Una puerta de vidrio.", None),
    ]
    shown = clinic_pictures(Clinic.objects.get(), "hero_picture")  # as the home page shows it
    assert shown["hero_picture"].alternative_text == "Two people talk."


def test_a_new_description_of_a_picture_of_the_clinic_shows_at_once(visitor):
    picture = make_picture()
    make_clinic(map_picture=picture)
    before = read_generation()
    PictureText.objects.create(picture=picture, language="es", alternative_text="Un mapa.")
    assert read_generation() != before  # so that no kept page stays
    assert Page(visitor.get("/es/contact/")).one("main img")["alt"] == "Un mapa."


# Many


@pytest.mark.whole
def test_many_parts_take_as_many_queries_as_few(visitor):
    pages = ["/people/", "/costs/", "/questions/", "/first-visit/", "/contact/"]
    pages += [f"/es{page}" for page in pages]

    def fill(numbers):
        for number in numbers:
            person = make_person(languages=["en"], photograph=make_picture())
            for kind in ("question", "first_visit", "costs", "getting_here"):
                make_article(kind=kind)
            make_price()
            InsurancePlan.objects.create(name=f"Sample plan {number}")
            make_translation(person.article, "es")

    def count_queries():
        counts = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert visitor.get(page).status_code == 200
            counts.append(len(queries))
        return counts

    make_clinic()
    fill(range(3))
    few = count_queries()
    fill(range(3, 40))
    assert count_queries() == few
