from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.formats import date_format

from articles.actions import save_text
from articles.models import Article, Reference, Topic
from clinic_site.facts import forget_facts
from tests.factories import make_article, make_interface_review, make_topic, make_translation
from tests.pages import Page, fold

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic_zone")]


def titles(response):
    return Page(response).texts(".card__title")


@pytest.fixture
def checked_wording():
    """The Spanish wording of the site itself is checked, so only that of the article is in question."""
    make_interface_review(language="es", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))


# The list


def test_list_shows_newest_first_with_summary_topic_and_date(visitor):
    make_article(title="Older", published_at=datetime(2026, 1, 5, 15, tzinfo=UTC))
    make_article(title="Newer", published_at=datetime(2026, 2, 5, 15, tzinfo=UTC), summary="What is new.")
    response = visitor.get("/articles/")
    assert titles(response) == ["Newer", "Older"]
    assert Page(response).texts(".card")[0] == "Newer What is new. Knee pain · Published Feb. 5, 2026"


def test_cards_name_the_day_of_a_medical_review_and_not_that_of_a_translations_check(visitor):
    review = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}
    make_translation(make_article(**review), "es", **review)
    assert Page(visitor.get("/articles/")).text(".card__facts").endswith("· Reviewed Feb. 1, 2026")
    assert "Revisado" not in Page(visitor.get("/es/articles/")).text(".card__facts")


def test_list_leaves_out_drafts_and_the_future(visitor):
    make_article(state="draft")
    make_article(published_at=timezone.now() + timedelta(days=1))
    assert (
        Page(visitor.get("/articles/"))
        .text("main")
        .endswith("There are no articles here yet. Ask us your question instead")
    )


def test_list_in_spanish_has_translations_first_and_marks_english(visitor):
    make_article(languages=["en", "es"], published_at=datetime(2025, 1, 1, tzinfo=UTC))
    make_article()
    page = Page(visitor.get("/es/articles/"))
    cards = page.all(".card__title")
    assert [card.get("lang") for card in cards] == [None, "en"]
    assert [card.get("dir") for card in cards] == [None, "ltr"]
    assert page.texts(".card")[1].endswith("en inglés")


def test_list_has_pages(visitor):
    for _ in range(13):
        make_article()
    first, second = visitor.get("/articles/"), visitor.get("/articles/?page=2")
    assert (len(titles(first)), len(titles(second))) == (12, 1)
    assert Page(second).title == "Health articles (Page 2 of 2) – Integrated Health Solutions"
    assert Page(first).links("Next page") == ["?page=2"]
    assert Page(second).links("Previous page") == ["?page=1"]


@pytest.mark.parametrize("page", ["0", "-1", "2", "two", "1.5", "", "9" * 50, "\x00", "%F0"])
def test_unknown_page_is_not_found(visitor, page):
    make_article()
    response = visitor.get("/articles/", {"page": page})
    assert response.status_code == 404


def test_list_by_topic(visitor):
    make_article(title="On knees")
    make_article(title="On backs", topic=make_topic("back-pain", en="Back pain", es="Dolor de espalda"))
    response = visitor.get("/articles/?topic=back-pain")
    assert titles(response) == ["On backs"]
    assert Page(response).text("h1") == "Articles: Back pain"
    assert Page(visitor.get("/es/articles/?topic=back-pain")).text("h1") == "Artículos: Dolor de espalda"


@pytest.mark.parametrize("topic", ["none", "\x00", "back pain"])
def test_unknown_topic_is_not_found(visitor, topic):
    make_article()
    assert visitor.get("/articles/", {"topic": topic}).status_code == 404


# One article


def test_article_page_shows_the_text(visitor):
    make_article(slug="knees", title="On knees", summary="Knees bend.", body="<p>They <strong>do</strong>.</p>")
    page = Page(visitor.get("/articles/knees/"))
    assert page.title == "On knees – Integrated Health Solutions"
    assert page.text("h1") == "On knees"
    assert page.text(".article__body") == "They do."
    assert page.texts(".article-facts__row") == [
        "Written by: Integrated Health Solutions",
        "Published: Jan. 5, 2026",
        "Last reviewed: Not yet reviewed by a clinician",
    ]
    assert page.texts(".breadcrumb li") == ["Home", "Articles", "Knee pain"]
    assert page.all(".breadcrumb a")[-1]["href"] == "/articles/?topic=knee-pain"


def test_article_page_carries_the_consultation_form(visitor):
    make_article(slug="knees")
    page = Page(visitor.get("/articles/knees/"))
    assert page.one("form").get("action") == "/consultation/"
    assert page.one("form").get("method") == "post"


def test_article_page_shows_references(visitor):
    article = make_article(slug="knees")
    Reference.objects.create(
        article=article, title="Knees", publisher="Library", year=2024, address="https://lib.example/k"
    )
    page = Page(visitor.get("/articles/knees/"))
    assert page.texts(".references li") == ["Knees, Library, 2024"]
    assert page.links("Knees") == ["https://lib.example/k"]


@pytest.mark.parametrize("slug", ["none", "knees-draft", "knees-future"])
def test_draft_future_or_unknown_article_is_not_found(visitor, slug):
    make_article(slug="knees-draft", state="draft")
    make_article(slug="knees-future", published_at=timezone.now() + timedelta(seconds=60))
    assert visitor.get(f"/articles/{slug}/").status_code == 404


def test_translation_has_its_own_address_and_says_that_nobody_checked_it(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas", title="Rodillas")
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.text("h1") == "Rodillas"
    assert page.text("main > .notice") == (
        "Esta página se tradujo automáticamente y ninguna persona la ha revisado todavía. Leer el original en inglés"
    )
    assert page.links("Leer el original en inglés") == ["/articles/knees/"]


def test_unchecked_translation_among_checked_wording_speaks_of_itself_alone(visitor, checked_wording):
    make_translation(make_article(), "es", slug="rodillas")
    note = Page(visitor.get("/es/articles/rodillas/")).text("main > .notice")
    assert note.startswith("Esta traducción se hizo de forma automática")


def test_checked_translation_among_unchecked_wording_says_that_of_the_wording(visitor):
    make_translation(make_article(), "es", slug="rodillas", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    note = Page(visitor.get("/es/articles/rodillas/")).text("main > .notice")
    assert note.startswith("Los textos de este sitio web se tradujeron de forma automática")


def test_checked_translation_carries_no_notice_but_the_person_and_day(visitor, checked_wording):
    review = {"reviewed_by": "Ana Ruiz", "reviewed_on": date(2026, 2, 1)}
    make_translation(make_article(slug="knees"), "es", slug="rodillas", **review)
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.texts("main > .notice") == []
    assert "Traducción revisada: 1 de febrero de 2026, Ana Ruiz" in page.texts(".article-facts__row")


def test_translated_article_under_its_english_slug_redirects_to_its_own(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    response = visitor.get("/es/articles/knees/")
    assert (response.status_code, response["Location"]) == (302, "/es/articles/rodillas/")


def test_untranslated_article_shows_english_marked_as_such_with_a_notice(visitor):
    make_article(slug="knees", title="On knees")
    response = visitor.get("/ar/articles/knees/")
    page = Page(response)
    assert response.status_code == 200
    assert (page.one("html").get("lang"), page.one("html").get("dir")) == ("ar", "rtl")
    for part in (".article__top", ".article__body"):
        assert (page.one(part).get("lang"), page.one(part).get("dir")) == ("en", "ltr")
    assert "(708) 555-0100" in page.text("main > .notice")
    assert page.one("link[rel=canonical]").get("href") == "http://testserver/articles/knees/"


def test_draft_translation_counts_as_none(visitor):
    make_translation(make_article(slug="knees", title="On knees"), "es", slug="rodillas", state="draft")
    assert visitor.get("/es/articles/rodillas/").status_code == 404
    assert Page(visitor.get("/es/articles/knees/")).text("h1") == "On knees"


def test_slug_of_another_language_is_not_found(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    assert visitor.get("/pl/articles/rodillas/").status_code == 404
    assert visitor.get("/articles/rodillas/").status_code == 404


def test_slug_shared_by_two_articles_is_the_one_of_the_readers_language(visitor):
    make_article(slug="mano", title="English mano")
    make_translation(make_article(slug="hand"), "es", slug="mano", title="La mano")
    assert Page(visitor.get("/es/articles/mano/")).text("h1") == "La mano"
    assert Page(visitor.get("/articles/mano/")).text("h1") == "English mano"


def test_language_links_go_to_the_same_article(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    links = Page(visitor.get("/articles/knees/")).language_links()
    assert links == {
        "ar": "/ar/articles/knees/",
        "en": "/articles/knees/",
        "es": "/es/articles/rodillas/",
        "pl": "/pl/articles/knees/",
    }


def test_alternates_are_real_translations_only(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    page = Page(visitor.get("/articles/knees/"))
    assert {(link.get("hreflang"), link.get("href")) for link in page.all("link[hreflang]")} == {
        ("en", "http://testserver/articles/knees/"),
        ("x-default", "http://testserver/articles/knees/"),
        ("es", "http://testserver/es/articles/rodillas/"),
    }


# Contents, care callouts, review


def test_long_article_has_a_list_of_contents_that_links_to_its_headings(visitor):
    body = "<p>First.</p>" + "".join(f"<h2>Part <em>{number}</em> &amp; more</h2><p>Text.</p>" for number in range(3))
    make_article(slug="long", body=body, visit_signs="it hurts")
    page = Page(visitor.get("/articles/long/"))
    links = page.all(".contents a")
    assert [fold(link) for link in links] == ["Part 0 & more", "Part 1 & more", "Part 2 & more", "When to see us"]
    assert [fold(page.one(link["href"])).split(":")[0] for link in links[:3]] == [fold(link) for link in links[:3]]
    assert page.text("#care-visit h2") == "Not urgent: See us if:"


def test_short_article_has_no_list_of_contents(visitor):
    make_article(slug="short")
    assert Page(visitor.get("/articles/short/")).all(".contents") == []


def test_care_callouts_stand_between_introduction_and_first_heading_the_visit_last(visitor):
    make_article(slug="knees", emergency_signs="you cannot stand\n\n your leg is cold ", visit_signs="it hurts")
    page = Page(visitor.get("/articles/knees/"))
    assert [child.name for child in page.one(".article__body").find_all(recursive=False)] == [
        "p",
        "section",
        "h2",
        "p",
        "p",  # the link to the form
        "section",
    ]
    assert page.text(".care-callout--emergency h2") == "Emergency: Call 911 or go to the emergency room if:"
    assert page.texts(".care-callout--emergency li") == ["you cannot stand", "your leg is cold"]
    assert page.all(".care-callout--emergency a, .care-callout--urgent") == []


def test_signs_are_text_and_never_markup(visitor):
    make_article(slug="knees", emergency_signs="<script>alert(1)</script>")
    assert Page(visitor.get("/articles/knees/")).texts(".care-callout li") == ["<script>alert(1)</script>"]


def test_care_callout_of_an_untranslated_article_has_its_heading_in_the_readers_language(visitor):
    make_article(slug="knees", emergency_signs="you cannot stand")
    page = Page(visitor.get("/es/articles/knees/"))
    assert (page.one(".care-callout")["lang"], page.one(".care-callout ul")["lang"]) == ("es", "en")
    assert "Llame al 911" in page.text(".care-callout h2")


def test_related_articles_are_of_the_same_topic_first_and_never_the_article_itself(visitor):
    make_article(title="Other topic, newest", topic=make_topic("back-pain"), published_at=at(2026, 4))
    knees = make_topic()
    make_article(title="Same topic, old", topic=knees, published_at=at(2024, 1))
    make_article(slug="knees", topic=knees)
    make_article(title="Same topic, newer", topic=knees, published_at=at(2025, 1))
    make_article(title="Draft", topic=knees, state="draft")
    make_article(title="Other topic, older", topic=Topic.objects.get(slug="back-pain"), published_at=at(2026, 3))
    page = Page(visitor.get("/articles/knees/"))
    assert page.texts(".related .card__title") == ["Same topic, newer", "Same topic, old", "Other topic, newest"]


def at(year, month):
    return datetime(year, month, 1, tzinfo=UTC)


def test_page_shows_who_reviewed_it_and_when_it_is_due_again(visitor):
    article = make_article(slug="knees", reviewed_by="A. Clinician, DC", reviewed_on=date(2026, 2, 1))
    Article.objects.filter(pk=article.pk).update(next_review_on=timezone.localdate())
    page = Page(visitor.get("/articles/knees/"))
    rows = page.texts(".article-facts__row")
    assert rows[2] == "Last reviewed: Feb. 1, 2026, A. Clinician, DC"
    assert rows[3].startswith("Next review due: ")
    assert page.texts("main > .notice") == []  # due today is not overdue


def test_a_review_older_than_the_wording_says_so_and_leaves_the_structured_data(visitor):
    text = make_article(slug="knees", reviewed_by="A. Clinician, DC", reviewed_on=date(2026, 2, 1)).original
    text.summary = "Changed."
    save_text(text)
    page = Page(visitor.get("/articles/knees/"))
    assert page.texts(".article-facts__row")[3] == "Last reviewed: Feb. 1, 2026, A. Clinician, DC (changed since then)"
    assert "lastReviewed" not in page.structured_nodes()["MedicalWebPage"]


def test_a_translation_that_a_person_typed_is_not_called_automatic(visitor):
    text = make_translation(make_article(), "es", slug="rodillas", is_machine_translation=False)
    notice = Page(visitor.get("/es/articles/rodillas/")).text("main > .notice")
    assert notice.startswith("Una persona tradujo este texto. Nadie más lo ha revisado todavía.")
    text.reviewed_by, text.reviewed_on = "Ana Ruiz", date(2026, 2, 1)
    save_text(text)
    assert "Una persona" not in Page(visitor.get("/es/articles/rodillas/")).text("main > .notice")


def test_a_translation_changed_after_it_was_checked_counts_as_unchecked(visitor):
    review = {"reviewed_by": "Ana Ruiz", "reviewed_on": date(2026, 2, 1)}
    text = make_translation(make_article(), "es", slug="rodillas", **review)
    text.summary = "Cambiado."
    save_text(text)
    assert "ninguna persona" in Page(visitor.get("/es/articles/rodillas/")).text("main > .notice")


def test_overdue_review_is_said_and_takes_the_article_off_home_and_related_lists(visitor):
    due = timezone.localdate() - timedelta(days=1)
    article = make_article(slug="old", title="Old", reviewed_by="A. Clinician, DC", reviewed_on=date(2024, 2, 1))
    Article.objects.filter(pk=article.pk).update(next_review_on=due)
    make_article(slug="new", title="New")
    page = Page(visitor.get("/articles/old/"))
    assert page.text("main > .notice") == (
        f"The review of this page was due by {date_format(due)} and is overdue. "
        "Parts of it may be out of date. Ask us before you rely on it."
    )
    assert page.structured_nodes()["MedicalWebPage"]["lastReviewed"] == "2024-02-01"
    assert titles(visitor.get("/")) == ["New"]
    assert titles(visitor.get("/articles/new/")) == []
    assert set(titles(visitor.get("/articles/"))) == {"Old", "New"}  # the list of all still has it


@pytest.mark.parametrize(("hour", "is_overdue"), [(4, False), (7, True)])
def test_days_of_review_are_the_clinics(visitor, hour, is_overdue):
    make_article(slug="knees", title="On knees")
    Article.objects.update(next_review_on=date(2026, 3, 1))
    with time_machine.travel(datetime(2026, 3, 2, hour, tzinfo=UTC), tick=False):  # midnight in Chicago is 6 in UTC
        assert bool(Page(visitor.get("/articles/knees/")).texts("main > .notice")) == is_overdue
        assert titles(visitor.get("/")) == ([] if is_overdue else ["On knees"])
        assert ("Review overdue" in Page(visitor.get("/articles/")).text(".card")) == is_overdue


def test_references_count_as_a_heading_of_the_contents(visitor):
    article = make_article(slug="long", body="<h2>1</h2><h2>2</h2><h2>3</h2>")
    assert Page(visitor.get("/articles/long/")).all(".contents") == []
    Reference.objects.create(article=article, title="Knees", publisher="Library", address="https://lib.example/k")
    assert Page(visitor.get("/articles/long/")).texts(".contents a") == ["1", "2", "3", "References"]


def test_article_leads_to_its_form_beside_the_text_and_after_its_last_section(visitor):
    body = "<h2>Causes</h2><p>Many.</p><h2>Treatment</h2><p>Rest.</p>"
    make_article(slug="knees", body=body, visit_signs="it hurts")
    page = Page(visitor.get("/articles/knees/"))
    assert page.one(".article__aside .request-card a")["href"] == "#consultation"
    assert "(708) 555-0100" in page.text(".request-card")
    link = page.one(".article__body > p > a[href='#consultation']")
    assert fold(link.find_previous("h2")) == "Treatment"
    assert link.find_next("h2") == page.one(".care-callout--visit h2")
    assert page.one("#consultation form")


# Translations that the English has left behind


def outdated_translation(**changes):
    article = make_article(slug="knees", title="On knees", emergency_signs="old sign", visit_signs="old visit")
    signs = {"emergency_signs": "signo antiguo", "visit_signs": "visita antigua"}
    make_translation(article, "es", slug="rodillas", **signs, **changes)
    original = article.original
    original.emergency_signs = "new sign"
    save_text(original)
    return original


def test_outdated_translation_says_so_with_the_day_the_english_changed(visitor, checked_wording):
    original = outdated_translation(reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    with translation.override("es"):
        day = date_format(timezone.localtime(original.changed_at))
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.text("main > .notice").startswith(f"El texto en inglés se cambió el {day}.")
    assert "ninguna persona" not in page.text("main > .notice")
    assert page.links("Leer el original en inglés") == ["/articles/knees/"]


def test_outdated_translation_shows_the_current_callouts_marked_as_english(visitor):
    outdated_translation()
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert page.texts(".care-callout li") == ["new sign", "old visit"]
    assert {(signs.get("lang"), signs.get("dir")) for signs in page.all(".care-callout ul")} == {("en", "ltr")}
    assert page.texts(".care-callout__note") == ["(en inglés)", "(en inglés)"]


def test_callout_that_a_translation_lacks_is_shown_in_english(visitor):
    article = make_article(emergency_signs="you cannot stand", visit_signs="it hurts")
    make_translation(article, "es", slug="rodillas", visit_signs="le duele")
    page = Page(visitor.get("/es/articles/rodillas/"))
    assert [(signs.get("lang"), fold(signs)) for signs in page.all(".care-callout ul")] == [
        ("en", "you cannot stand"),
        (None, "le duele"),
    ]


def test_translation_that_matches_says_nothing_of_age(visitor, checked_wording):
    make_translation(make_article(), "es", slug="rodillas", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))
    assert Page(visitor.get("/es/articles/rodillas/")).texts("main > .notice") == []


@pytest.mark.parametrize("number", ["0", "01", "%201", "1.0", "x", "99", "12345", "١"])
def test_a_page_of_the_list_has_one_address(visitor, number):
    make_article()
    assert visitor.get(f"/articles/?page={number}").status_code == 404


# What it costs


@pytest.mark.whole
@pytest.mark.parametrize("address", ["/", "/articles/", "/articles/knees/", "/es/articles/knees/"])
def test_pages_take_a_limited_number_of_queries_whatever_there_is(visitor, address):
    """Five of them read the clinic's facts, which are kept."""
    make_article(slug="knees"), make_article()
    counts = []
    for more in (0, 29):
        for number in range(more):
            make_article(languages=["en", "es"], topic=make_topic(f"topic-{number}"))
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 14


# An article without a summary


def test_article_without_a_summary_leaves_its_places_out(visitor):
    make_article(slug="knees", title="On knees", summary="")
    page = Page(visitor.get("/articles/knees/"))
    assert (page.text("h1"), page.all(".lead")) == ("On knees", [])
    assert page.all("meta[name=description], meta[property='og:description']") == []
    assert not any("description" in node for node in page.structured_data()["@graph"])


def test_card_without_a_summary_is_its_title_and_facts(visitor):
    make_article(title="On knees", summary="")
    card = Page(visitor.get("/articles/")).one(".card")
    assert [element["class"] for element in card.find_all(recursive=False)] == [["card__title"], ["card__facts"]]


def test_the_navigation_marks_the_page_that_is_shown(visitor):
    make_article(slug="knees")
    for address, marked in [("/", ["/"]), ("/articles/", ["/articles/"]), ("/articles/knees/", []), ("/nowhere/", [])]:
        links = Page(visitor.get(address)).all(".site-nav [aria-current=page]")
        assert [link["href"] for link in links] == marked, address
    assert Page(visitor.get("/es/")).one(".site-nav [aria-current=page]")["href"] == "/es/"


def test_breadcrumbs_are_those_of_the_page(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    assert [
        Page(visitor.get(address)).texts(".breadcrumb a") for address in ("/articles/knees/", "/es/articles/rodillas/")
    ] == [
        ["Home", "Articles", "Knee pain"],
        ["Inicio", "Artículos", "Knee pain"],
    ]


def test_header_and_footer_go_with_the_clock(visitor, clock):
    make_article(slug="knees")

    def told():
        page = Page(visitor.get("/articles/knees/"))
        return page.text(".open-status"), page.text(".hours-table__day--today")

    clock.move_to(datetime(2026, 3, 2, 22, 50, tzinfo=UTC))  # ten to five in Chicago
    assert told() == ("Open now, until 5 p.m.", "Monday")
    clock.shift(20 * 60)
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Monday")
    clock.move_to(datetime(2026, 3, 3, 5, 50, tzinfo=UTC))  # ten to midnight
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Monday")
    clock.shift(20 * 60)
    assert told() == ("Closed now, opens Tuesday at 9 a.m.", "Tuesday")
