import logging
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic_site.models import Campaign
from clinic_site.operations.log_format import PrivateFormatter
from consultations import actions
from consultations.models import ConsultationRequest, OutgoingMail
from tests.factories import MONDAY_NOON, answers, make_article, make_request
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday_noon():
    with time_machine.travel(MONDAY_NOON, tick=False):
        yield


# The form


def test_form_asks_for_exactly_these_fields(visitor):
    page = Page(visitor.get("/consultation/"))
    assert [control["name"] for control in page.all("form [aria-hidden] [name], form [type=hidden]")] == ["subject"]
    assert list(dict.fromkeys(control["name"] for control in page.all("form [name]"))) == [
        "matter", "full_name", "phone", "patient_status", "reason", "email", "voicemail_ok", "best_time", "language",
        "interpreter", "subject", "consent",
    ]  # fmt: skip


def test_form_leaves_all_checking_to_the_server(visitor):
    page = Page(visitor.get("/consultation/"))
    assert page.one("form").has_attr("novalidate")
    for attribute in ["required", "pattern", "maxlength", "minlength", "min", "max", "placeholder"]:
        assert page.all(f"form [{attribute}]") == []
    assert page.all("form select") == []


def test_a_group_that_nobody_touched_is_not_answered(visitor):
    """Text browsers send the first of its radio buttons; graphical ones the checked one, or none."""
    page = Page(visitor.get("/consultation/"))
    groups = {}
    for radio in page.all("form [type=radio]"):
        groups.setdefault(radio["name"], []).append(radio)
    first = {name: radios[0]["value"] for name, radios in groups.items()}
    assert first == {
        "matter": "consultation",
        "patient_status": "",
        "voicemail_ok": "",
        "best_time": "any",
        "language": "",
    }
    checked = {
        name: [radio["value"] for radio in radios if radio.has_attr("checked")] for name, radios in groups.items()
    }
    assert checked == {
        "matter": ["consultation"],
        "patient_status": [],
        "voicemail_ok": [""],
        "best_time": ["any"],
        "language": [""],
    }
    assert groups["patient_status"][0].find_parent(hidden=True)

    refused = Page(visitor.send({**answers(), **first}))
    assert refused.texts(".error-summary a") == ["Select whether you are a new or returning patient"]
    visitor.send({**answers(), **first, "patient_status": "returning"})
    stored = ConsultationRequest.objects.get()
    assert (stored.voicemail_ok, stored.best_time, stored.language, stored.spoken_language) == (None, "any", "", "en")


def test_form_explains_the_asterisk_and_marks_required_fields(visitor):
    page = Page(visitor.get("/consultation/"))
    assert "Fill in every field marked with *" in page.text(".consultation")
    marked = {mark.find_parent(["label", "legend"]).get_text(" ", strip=True) for mark in page.all(".field__mark")}
    assert {label.removesuffix(" *").split("\n")[0] for label in marked} == {
        "Full name",
        "Phone number",
        "New or returning patient",
        "How can we help?",
        "I agree that Integrated Health Solutions may contact me about this request by the means I gave above.",
    }


@pytest.mark.parametrize(
    ("field", "attributes"),
    [
        ("full_name", {"type": "text", "autocomplete": "name", "aria-required": "true"}),
        ("phone", {"type": "tel", "autocomplete": "tel", "aria-required": "true"}),
        (
            "email",
            {
                "type": "text",
                "inputmode": "email",
                "autocapitalize": "none",
                "autocorrect": "off",
                "autocomplete": "email",
                "spellcheck": "false",
            },
        ),
    ],
)
def test_fields_tell_the_browser_what_they_are(visitor, field, attributes):
    control = Page(visitor.get("/consultation/")).one(f"[name={field}]")
    assert {name: control.get(name) for name in attributes} == attributes


def test_every_reference_between_elements_has_a_target(visitor):
    for response in (visitor.get("/consultation/"), visitor.send({})):
        page = Page(response)
        ids = {element["id"] for element in page.all("[id]")}
        for attribute in ("aria-describedby", "for"):
            for element in page.all(f"[{attribute}]"):
                assert set(element[attribute].split()) <= ids


def test_form_page_may_be_kept_by_anybody_and_is_the_same_for_all(visitor):
    response = visitor.get("/consultation/")
    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert "Set-Cookie" not in response.headers
    assert visitor.get("/consultation/").content == response.content


def test_nothing_that_answers_a_sent_form_may_be_kept(visitor):
    received = visitor.send(answers())
    answered = [received, visitor.get(received["Location"]), visitor.send({}), visitor.send(answers(), origin="null")]
    assert ["public" in response["Cache-Control"] for response in answered] == [False] * 4
    assert ["no-store" in response["Cache-Control"] for response in answered] == [True] * 4


# Sending it


def test_sent_request_is_stored_and_thanked_for(visitor):
    response = visitor.send(answers())
    request = ConsultationRequest.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/consultation/received/{request.token}/")
    assert {name: getattr(request, name) for name in answers()} == {
        "full_name": "Maria Kowalska",
        "phone": "(312) 555-0142",
        "email": "maria@example.net",
        "voicemail_ok": True,
        "best_time": "afternoon",
        "language": "pl",
        "interpreter": True,
        "patient_status": "new",
        "reason": "My knee hurts when I walk downstairs.",
        "consent": True,
    }
    assert request.received_at == MONDAY_NOON
    assert request.call_by == datetime(2026, 3, 2, 23, 0, tzinfo=UTC)  # 5 p.m. in Chicago
    assert request.state == "new"


def test_request_keeps_language_and_wording_of_the_consent(visitor):
    visitor.send(answers(), address="/es/consultation/")
    request = ConsultationRequest.objects.get()
    assert request.page_language == "es"
    assert "Integrated Health Solutions" in request.consent_wording
    assert not request.consent_wording.startswith("I agree")


def test_request_from_an_article_page_is_received(visitor):
    make_article(slug="knees")
    action = Page(visitor.get("/pl/articles/knees/")).one("form")["action"]
    response = visitor.send(answers(), address=action)
    assert response["Location"].startswith("/pl/consultation/received/")


def test_thank_you_page_shows_reference_and_promise_and_nothing_typed(visitor):
    address = visitor.send(answers())["Location"]
    response = visitor.get(address)
    page = Page(response)
    reference = ConsultationRequest.objects.get().reference
    assert page.text(".reference") == reference
    assert page.one(".reference")["aria-label"] == ", ".join(" ".join(half) for half in reference.split("-"))
    assert page.text(".lead") == f"Your reference: {reference}"
    assert "We will call you by Monday, March 2, 2026, 5 p.m. (Orland Park time)." in page.text("main")
    for typed in ["Maria", "Kowalska", "555-0142", "maria@example.net", "downstairs"]:
        assert typed not in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_thank_you_page_names_the_wish_and_a_promise_that_leaves_time_for_it(visitor):
    """It is noon: the morning is over."""
    page = Page(visitor.get(visitor.send(answers(best_time="morning"))["Location"]))
    assert "We will call you by Tuesday, March 3, 2026, noon (Orland Park time)." in page.text("main")
    assert "We will try to call at the time of day that you prefer: Morning." in page.text("main")
    page = Page(visitor.get(visitor.send(answers(best_time="afternoon"))["Location"]))
    assert "We will call you by Monday, March 2, 2026, 5 p.m." in page.text("main")
    assert "that you prefer: Afternoon." in page.text("main")
    page = Page(visitor.get(visitor.send(answers(best_time="any"))["Location"]))
    assert "that you prefer" not in page.text("main")


def test_leaving_the_voicemail_open_says_what_that_means(visitor):
    page = Page(visitor.get("/consultation/"))
    assert page.text("#id_voicemail_ok_helptext") == "If you have no preference, we do not leave one"


def test_thank_you_page_may_be_opened_again_in_another_language(visitor):
    address = visitor.send(answers())["Location"]
    links = Page(visitor.get(address)).language_links()
    assert visitor.get(links["ar"]).status_code == 200
    assert links["ar"] == f"/ar{address}"


def test_without_hours_no_time_is_promised(visitor):
    from clinic_site.models import OpeningPeriod

    OpeningPeriod.objects.all().delete()
    page = Page(visitor.get(visitor.send(answers())["Location"]))
    assert ConsultationRequest.objects.get().call_by is None
    assert "We will call you as soon as we can." in page.text("main")


@pytest.mark.parametrize("token", ["none", "x" * 500, "a%00b", "%F0%28", "..%2f..", "' OR 1=1"])
def test_unknown_token_is_not_found(visitor, token):
    assert visitor.get(f"/consultation/received/{token}/").status_code == 404


def test_every_staff_address_has_a_mail_of_its_own(visitor):
    visitor.send(answers())
    reference = ConsultationRequest.objects.get().reference
    assert sorted(OutgoingMail.objects.values_list("recipient", "subject")) == [
        ("front-desk@clinic.example", f"New consultation request {reference}"),
        ("manager@clinic.example", f"New consultation request {reference}"),
    ]


def test_staff_mail_contains_reference_times_and_link_only(visitor):
    visitor.send(answers(), address="/ar/consultation/")
    request, mail = ConsultationRequest.objects.get(), OutgoingMail.objects.first()
    assert mail.body == (
        "A patient has requested a consultation.\n\n"
        f"Reference: {request.reference}\n"
        "Received:  Monday, March 2, 2026, 12:00 PM CST\n"
        "Call by:   Monday, March 2, 2026, 5:00 PM CST\n\n"
        "Sign in to read it:\n"
        f"http://testserver/admin/consultations/consultationrequest/{request.pk}/change/\n"
    )


@pytest.mark.on_both_databases
def test_patient_data_is_encrypted_in_the_database(visitor):
    visitor.send(answers())
    with connection.cursor() as cursor:
        cursor.execute("SELECT full_name, phone, email, reason FROM consultations_consultationrequest")
        (row,) = cursor.fetchall()
    assert all(value.startswith("gAAAAA") for value in row)


# The same request again


def test_the_same_answers_sent_again_are_the_same_request(visitor):
    first, second = visitor.send(answers()), visitor.send(answers())
    assert first["Location"] == second["Location"]
    assert (ConsultationRequest.objects.count(), OutgoingMail.objects.count()) == (1, 2)


def test_the_same_answers_in_another_language_are_the_same_request(visitor):
    visitor.send(answers())
    visitor.send(answers(), address="/pl/consultation/")
    assert ConsultationRequest.objects.count() == 1


@pytest.mark.parametrize("change", [{"phone": "(312) 555-0143"}, {"reason": "My back hurts."}, {"interpreter": None}])
def test_other_answers_are_another_request(visitor, change):
    visitor.send(answers())
    visitor.send(answers(**change))
    assert ConsultationRequest.objects.count() == 2


def test_the_same_answers_after_a_day_are_a_new_request(visitor):
    visitor.send(answers())
    with time_machine.travel(MONDAY_NOON.replace(day=3), tick=False):
        visitor.send(answers())
    assert ConsultationRequest.objects.count() == 2


def test_the_same_answers_just_before_a_day_are_the_same_request(visitor):
    visitor.send(answers())
    with time_machine.travel(MONDAY_NOON.replace(day=3, hour=17, minute=59), tick=False):
        visitor.send(answers())
    assert ConsultationRequest.objects.count() == 1


# What is wrong with it


def test_wrong_answers_come_back_whole_with_their_errors(visitor):
    typed = answers(phone="12345", email="maria@", reason="x" * 2001)
    response = visitor.send(typed)
    page = Page(response)
    assert response.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.texts(".error-summary li") == [
        "Enter a phone number with its area code, like (708) 555-\N{WORD JOINER}0123",
        "Use 2,000 characters or less to tell us how we can help",
        "Enter an email address in the right format, like name@example.com",
    ]
    assert [text.removeprefix("Error: ") for text in page.texts(".field__error")] == page.texts(".error-summary li")
    assert page.one("[name=full_name]")["value"] == "Maria Kowalska"
    assert page.one("[name=phone]")["value"] == "12345"
    assert page.one("[name=email]")["value"] == "maria@"
    assert page.text("[name=reason]") == "x" * 2001
    chosen = {(control["name"], control["value"]) for control in page.all("input[type=radio][checked]")}
    assert chosen == {
        *(("voicemail_ok", "yes"), ("best_time", "afternoon"), ("language", "pl"), ("patient_status", "new")),
        ("matter", "consultation"),
    }
    assert [box["name"] for box in page.all("input[type=checkbox][checked]")] == ["interpreter", "consent"]
    assert ConsultationRequest.objects.count() == 0
    assert "no-store" in response["Cache-Control"]


def test_error_summary_takes_the_focus_without_javascript(visitor):
    summary = Page(visitor.send({})).one(".error-summary")
    assert (summary.has_attr("autofocus"), summary["tabindex"]) == (True, "-1")


def test_error_links_go_to_controls(visitor):
    page = Page(visitor.send({}))
    for link in page.all(".error-summary a"):
        assert page.one(link["href"]).name in ("input", "textarea")


@pytest.mark.parametrize("changes", [{"phone": "12345"}, {"go_on_in": "es"}])
def test_no_link_inside_a_form_with_answers_leads_away_from_them(visitor, changes):
    """Browsers cannot go back to the answer to a form that may not be kept without sending it again."""
    page = Page(visitor.send(answers(**changes)))
    leading_away = [link for link in page.all(".consultation a") if not link["href"].startswith(("#", "tel:"))]
    assert [(link["target"], link.text) for link in leading_away] == [
        ("_blank", "How we protect your privacy (opens in a new tab)")
    ]
    (link,) = Page(visitor.get("/consultation/")).links("How we protect your privacy")
    assert link == "/privacy/"


def test_wrong_fields_say_so_to_screen_readers(visitor):
    page = Page(visitor.send(answers(phone="12345")))
    assert [control["name"] for control in page.all("[aria-invalid=true][name]")] == ["phone"]
    assert page.one("[name=phone]")["aria-describedby"] == "id_phone_helptext id_phone_error"


def test_a_wrong_group_of_radios_says_so_as_a_group(visitor):
    page = Page(visitor.send(answers(patient_status=None)))
    group = page.one("[aria-invalid=true]")
    assert (group.name, group["role"], group["aria-required"]) == ("fieldset", "radiogroup", "true")
    assert group["aria-describedby"] == "id_patient_status_error"


@pytest.mark.parametrize(
    ("address", "start"),
    [("/es/consultation/", "Error: "), ("/pl/consultation/", "Błąd: "), ("/ar/consultation/", "خطأ: ")],
)
def test_errors_speak_the_readers_language(visitor, address, start):
    page = Page(visitor.send({}, address=address))
    assert page.title.startswith(start)
    english = {"Enter your full name", "Enter your phone number", "There is a problem"}
    assert not english & {*page.texts(".error-summary li"), *page.texts(".error-summary h2")}


def test_typed_markup_comes_back_as_text(visitor):
    response = visitor.send(answers(full_name='"><script>alert(1)</script>', phone="x"))
    assert "<script>alert" not in response.content.decode()
    assert Page(response).one("[name=full_name]")["value"] == '"><script>alert(1)</script>'


def test_repeated_fields_count_once(visitor):
    response = visitor.generic(
        "POST",
        "/consultation/",
        urlencode([*answers().items(), ("full_name", "Second Name")]),
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "http://testserver"},
    )
    assert response.status_code == 303
    assert ConsultationRequest.objects.get().full_name == "Second Name"


# What is folded


def test_optional_questions_are_folded_below_the_required_ones(visitor):
    page = Page(visitor.get("/consultation/"))
    fold = page.one("#consultation-form details")
    assert not fold.has_attr("open")
    folded = {control["name"] for control in fold.select("[name]")}
    assert folded == {"email", "voicemail_ok", "best_time", "language", "interpreter"}
    assert page.text("#consultation-form summary").endswith("(optional)")


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "maria@"}, {"email": "maria@example.net"}, {"voicemail_ok": "no"}, {"voicemail_ok": "x"},
        {"best_time": "morning"}, {"language": "pl"}, {"interpreter": "on"},
    ],
)  # fmt: skip
def test_fold_is_open_where_it_holds_an_answer_or_a_mistake(visitor, changes):
    nothing = {"email": "", "voicemail_ok": "", "best_time": "any", "language": "", "interpreter": None}
    assert not Page(visitor.send(answers(phone="", **nothing))).one("#consultation-form details").has_attr("open")
    page = Page(visitor.send(answers(phone="", **nothing | changes)))
    assert page.one("#consultation-form details").has_attr("open")


# Which page it came from


def source_of(visitor, **changes):
    """The page and the service that are stored of a request with these changes."""
    assert visitor.send(answers(**changes)).status_code == 303
    stored = ConsultationRequest.objects.get()
    assert stored.held is False
    return stored.source_page, stored.from_service


@pytest.mark.on_both_databases
@pytest.mark.parametrize("kind", ["article", "condition", "treatment"])
def test_the_page_that_carried_the_form_is_kept_whatever_its_address_becomes(visitor, kind):
    article = make_article(kind=kind, slug="knees", title="Care for knees", languages=("en", "es"))
    address = "/articles/knees/" if kind == "article" else "/services/knees/"
    name = Page(visitor.get(f"/es{address}")).one("[name=page][type=hidden]")["value"]
    assert name == f"{'article' if kind == 'article' else 'service'}-{article.pk}"
    shown_again = Page(visitor.send(answers(page=name, phone="")))
    assert shown_again.one("[name=page][type=hidden]")["value"] == name
    article.texts.update(slug="on-knees")
    assert source_of(visitor, page=name) == (name, "" if kind == "article" else "Care for knees")
    with connection.cursor() as cursor:
        cursor.execute("SELECT from_service, source_page FROM consultations_consultationrequest")
        assert all(text.startswith("gAAAAA") or not text for text in cursor.fetchone())


def test_the_page_of_the_form_itself_is_meant_without_a_name(visitor):
    assert Page(visitor.get("/consultation/")).all("[name=page]") == []
    assert source_of(visitor) == ("consultation", "")


@pytest.mark.parametrize(
    "sent",
    [
        *("article 12", "/articles/knees/", "article-12?utm_source=x", "ż", "<b>", "", "a" * 42, "Home"),
        *("article-12\n", "article-12345678901", "12", "article-٣", "\0"),
        *("home", "service-", "service-0", "admin:index", "buy-cheap-pills", "person-12"),
    ],
)
def test_anything_but_the_name_of_a_page_is_dropped(visitor, sent):
    assert Page(visitor.send(answers(page=sent, phone=""))).all("[name=page]") == []
    assert source_of(visitor, page=sent) == ("consultation", "")


@pytest.mark.parametrize("name", ["service-{article}", "service-{person}", "service-9999999999"])
def test_page_that_is_no_service_names_none(visitor, name):
    name = name.format(article=make_article().pk, person=make_article(kind="person").pk)
    assert source_of(visitor, page=name) == (name, "")


def test_the_page_is_no_part_of_sameness(visitor):
    visitor.send(answers(page="article-1"))
    visitor.send(answers())
    assert ConsultationRequest.objects.get().source_page == "article-1"


def test_staff_see_which_page_a_request_came_from(visitor, staff):
    service = make_article(kind="condition", slug="knee-pain", title="Care for knees")
    visitor.send(answers(page=f"service-{service.pk}"))
    address = f"/admin/consultations/consultationrequest/{ConsultationRequest.objects.get().pk}"
    page = Page(staff.get(f"{address}/change/"))
    assert page.text(".field-source .readonly") == "Care for knees"
    assert page.all(".field-from_service") == []
    assert Page(staff.get(f"{address}/print/")).texts("dd").count("Care for knees") == 1
    service.delete()
    assert Page(staff.get(f"{address}/change/")).text(".field-source .readonly") == "Care for knees"
    article = make_article(title="Knees")
    ConsultationRequest.objects.update(from_service="", source_page=f"article-{article.pk}")
    assert Page(staff.get(f"{address}/change/")).text(".field-source .readonly") == "Knees"
    name = f"Article {article.pk} (deleted)"
    article.delete()
    assert Page(staff.get(f"{address}/change/")).text(".field-source .readonly") == name


# Which campaign led there


@pytest.fixture
def campaigns(visitor):
    Campaign.objects.bulk_create(Campaign(word=word) for word in ("spring-flyer", "newsletter"))


def campaign_of(visitor, referer, **changes):
    visitor.send(answers(**changes), referer=f"http://testserver{referer}")
    return ConsultationRequest.objects.get().campaign


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("utm_campaign=spring-flyer", "spring-flyer"),
        ("utm_source=newsletter", "newsletter"),
        ("utm_source=newsletter&utm_campaign=spring-flyer", "spring-flyer"),
        ("utm_source=newsletter&utm_campaign=unknown", "newsletter"),
        ("a=1&utm_campaign=Spring-Flyer&fbclid=x", "spring-flyer"),
        ("utm_campaign=unknown", ""),
        ("utm_medium=newsletter", ""),
        ("utm_campaign=", ""),
        ("utm_campaign=spring-flyer%00", ""),
        ("utm_campaign=x&utm_campaign=spring-flyer", ""),
        ("&".join(["utm_campaign=spring-flyer"] * 51), ""),
    ],
)
def test_the_word_of_a_campaign_is_kept_if_the_manager_has_listed_it(visitor, campaigns, query, word):
    assert campaign_of(visitor, f"/consultation/?{query}") == word


def test_the_word_is_kept_of_an_article_in_the_readers_language(visitor, campaigns):
    article = make_article(slug="knees")
    referer = "http://testserver/es/articles/knees/?utm_campaign=spring-flyer"
    page = f"article-{article.pk}"
    visitor.send(answers(page=page), address="/es/consultation/", referer=referer)
    stored = ConsultationRequest.objects.get()
    assert (stored.source_page, stored.campaign, stored.page_language) == (page, "spring-flyer", "es")


def test_the_word_is_kept_of_a_form_that_goes_on_in_another_language(visitor, campaigns):
    referer = "http://testserver/consultation/?utm_campaign=spring-flyer"
    visitor.send(answers(), address="/es/consultation/", referer=referer)
    assert ConsultationRequest.objects.get().campaign == "spring-flyer"


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://elsewhere.example/consultation/?utm_campaign=spring-flyer", ""),
        ("http://testserver/articles/?utm_campaign=spring-flyer", ""),  # that page carries no form
        ("http://testserver/articles/knees/?utm_campaign=spring-flyer", ""),  # the form came from another page
        ("http://testserver/consultation/?utm_campaign=spring-flyer", "article-1"),
        ("http://testserver/nowhere/?utm_campaign=spring-flyer", ""),
        ("http://testserver/consultation/", ""),
        ("http://[/?utm_campaign=spring-flyer", ""),
        ("", ""),
    ],
)
def test_a_link_that_led_to_another_page_counts_as_not_known(visitor, campaigns, referer, page):
    visitor.send(answers(page=page), referer=referer)
    assert ConsultationRequest.objects.get().campaign == ""


def test_the_word_is_carried_along_when_the_form_is_shown_again(visitor, campaigns):
    link = "http://testserver/consultation/?utm_campaign=spring-flyer&utm_id=7"
    for changes in ({"phone": ""}, {"go_on_in": "es"}):
        page = Page(visitor.send(answers(**changes), referer=link))
        assert page.one("[name=campaign][type=hidden]")["value"] == "spring-flyer"
        assert "utm_" not in str(page.soup)
    visitor.send(page.fields("#consultation-form") | {"consent": "on"}, referer="http://testserver/consultation/")
    assert ConsultationRequest.objects.get().campaign == "spring-flyer"


@pytest.mark.parametrize("sent", ["unknown", "Spring-Flyer", "<b>", "spring-flyer\n", "\0", "a" * 41])
def test_a_word_that_is_not_listed_is_dropped_silently(visitor, campaigns, sent):
    assert Page(visitor.send(answers(campaign=sent, phone=""))).all("[name=campaign]") == []
    visitor.send(answers(campaign=sent))
    stored = ConsultationRequest.objects.get()
    assert (stored.campaign, stored.held) == ("", False)


@pytest.mark.on_both_databases
def test_only_a_word_costs_a_query(visitor, campaigns):
    costs = []
    visitor.send(answers())  # the clinic's facts are read once
    for number, query in enumerate(["", "?page=2", "?utm_campaign=unknown", "?utm_campaign=spring-flyer"]):
        with CaptureQueriesContext(connection) as queries:
            visitor.send(answers(reason=f"Reason {number}"), referer=f"http://testserver/consultation/{query}")
        costs.append(len(queries))
    assert costs[0] == costs[1] == costs[2] - 1 == costs[3] - 1


def test_nothing_else_of_the_referer_is_stored_or_logged(visitor, campaigns, caplog):
    link = (
        "http://testserver/consultation/?utm_campaign=spring-flyer&utm_id=canary-1&utm_source=canary-2&gclid=canary-3"
    )
    formatter = PrivateFormatter()
    with caplog.at_level(logging.DEBUG):
        visitor.send(answers(phone=""), referer=link)
        visitor.send(answers(), referer=link)
    assert ConsultationRequest.objects.get().campaign == "spring-flyer"
    assert "canary" not in str(list(ConsultationRequest.objects.values()))
    assert [line for record in caplog.records if "canary" in (line := formatter.format(record))] == []


def test_staff_see_the_campaign_or_that_it_is_not_known(visitor, staff, campaigns):
    for number, query in enumerate(["?utm_campaign=spring-flyer", ""]):
        visitor.send(answers(reason=f"Reason {number}"), referer=f"http://testserver/consultation/{query}")
    pages = [
        Page(staff.get(f"/admin/consultations/consultationrequest/{row.pk}/change/"))
        for row in ConsultationRequest.objects.order_by("pk")
    ]
    assert [page.text(".field-campaign_word .readonly") for page in pages] == ["spring-flyer", "Not known"]


# Where it came from


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None},
        {"origin": "null"},
        {"origin": "https://elsewhere.example"},
        {"origin": None, "referer": "https://elsewhere.example/form"},
        {"origin": "http://[", "referer": None},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "same-site"},
    ],
)
def test_form_from_elsewhere_is_refused_with_its_answers_kept(visitor, headers):
    response = visitor.send(answers(phone="12345"), **headers)
    page = Page(response)
    assert response.status_code == 403
    assert page.text(".error-summary h2") == "We have not received your request yet"
    assert "(708) 555-0100" in page.text(".error-summary")
    assert page.one("[name=full_name]")["value"] == "Maria Kowalska"
    assert page.one("[name=phone]")["value"] == "12345"
    assert page.texts(".field__error") == []
    assert ConsultationRequest.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None, "referer": "http://testserver/articles/knees/"},
        {"origin": None, "sec-fetch-site": "same-origin"},
        {"origin": "http://testserver", "referer": None},
    ],
)
def test_form_from_this_site_is_taken_by_any_of_three_headers(visitor, headers):
    assert visitor.send(answers(), **headers).status_code == 303


# Too much of it


def test_over_long_body_comes_back_whole(visitor):
    response = visitor.send(answers(reason="x" * 1_000_000))
    page = Page(response)
    assert response.status_code == 413
    assert "too long" in page.text(".error-summary")
    assert page.one("[name=full_name]")["value"] == "Maria Kowalska"
    assert page.text("[name=reason]") == "x" * 1_000_000
    assert [box["name"] for box in page.all("input[type=checkbox][checked]")] == ["interpreter", "consent"]
    assert ConsultationRequest.objects.count() == 0


def test_a_large_body_of_another_kind_is_too_long_as_well(visitor):
    response = visitor.post(
        "/consultation/", {**answers(), "file": "x" * 300_000}, headers={"origin": "http://testserver"}
    )
    assert (response.status_code, ConsultationRequest.objects.count()) == (413, 0)


def test_a_body_of_unknown_length_is_refused_in_words(visitor):
    response = visitor.send(answers(), **{"transfer-encoding": "chunked"})
    assert response.status_code == 400
    assert "we did not receive it" in Page(response).text("main")


def test_too_many_fields_are_a_bad_request(visitor):
    assert visitor.send({**answers(), **{f"x{number}": "" for number in range(1001)}}).status_code == 400


@pytest.mark.parametrize("charset", ["utf-16", "iso-8859-1"])
def test_other_encodings_are_a_bad_request(visitor, charset):
    response = visitor.generic(
        "POST",
        "/consultation/",
        urlencode(answers()),
        content_type=f"application/x-www-form-urlencoded; charset={charset}",
        headers={"origin": "http://testserver"},
    )
    assert response.status_code == 400


def test_bytes_that_are_no_text_do_no_harm(visitor):
    body = urlencode(answers(full_name=None)).encode() + b"&full_name=%FF%FEMaria"
    response = visitor.generic(
        "POST",
        "/consultation/",
        body,
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "http://testserver"},
    )
    assert response.status_code == 303
    assert ConsultationRequest.objects.get().full_name == "\ufffd\ufffdMaria"


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense"]
)
def test_bodies_of_other_kinds_are_never_a_server_error(visitor, content_type):
    response = visitor.generic(
        "POST",
        "/consultation/",
        '{"full_name": "x"}',
        content_type=content_type,
        headers={"origin": "http://testserver"},
    )
    assert response.status_code in (400, 422)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(visitor, method):
    assert getattr(visitor, method)("/consultation/").status_code == 405


# Another language in the middle of the form


def test_going_on_in_another_language_keeps_what_was_typed_and_stores_nothing(visitor):
    typed = answers(phone="12345", go_on_in="es")
    response = visitor.send(typed, address="/es/consultation/")
    page = Page(response)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert page.one("html")["lang"] == "es"
    assert page.one("[name=full_name]")["value"] == "Maria Kowalska"
    assert page.one("[name=phone]")["value"] == "12345"
    assert page.text("textarea") == "My knee hurts when I walk downstairs."
    assert not page.one("[name=consent]").has_attr("checked")  # the patient agreed to another sentence
    assert page.all(".field__error, .error-summary") == []
    assert page.text("main > .notice[autofocus]").startswith("Sus respuestas siguen aquí")
    assert not ConsultationRequest.objects.exists()


@pytest.mark.parametrize("sent", [None, {"phone": "1"}], ids=["empty", "shown again"])
def test_languages_of_the_header_are_buttons_of_the_form(visitor, sent):
    address = "/pl/consultation/"
    page = Page(visitor.send(answers(**sent), address) if sent else visitor.get(address))
    buttons = page.all(".language-widget button[name]")
    assert [(button["value"], button["formaction"]) for button in buttons] == [
        *(("ar", "/ar/consultation/"), ("en", "/consultation/"), ("es", "/es/consultation/")),
    ]
    assert {button["form"] for button in page.all(".language-widget button")} == {"consultation-form"}
    assert page.all("button[name=go_on_in]") == buttons
    assert page.all(".language-widget a") == []
    first = page.all("button[form], form[method=post] button")[0]
    assert first.get("name") is None  # Enter sends the request
    assert not first.has_attr("formaction")


@pytest.mark.parametrize("untouched", [{}, {"matter": "consultation", "best_time": "any", "email": " ", "subject": ""}])
def test_an_untouched_form_leads_on_to_the_page_in_the_other_language(visitor, untouched):
    response = visitor.send({**untouched, "go_on_in": "es"}, address="/es/consultation/")
    assert (response.status_code, response["Location"]) == (303, "/es/consultation/")


@pytest.mark.parametrize("touched", [{"matter": "bill"}, {"interpreter": "on"}, {"reason": "x"}])
def test_any_answer_is_carried_along(visitor, touched):
    answer = visitor.send({**touched, "go_on_in": "es"}, address="/es/consultation/")
    assert answer.status_code == 200
    assert len(Page(answer).all("main .notice[autofocus]")) == 1


def test_the_page_is_carried_along_without_a_word_about_answers(visitor):
    answer = visitor.send({"page": "article-1", "go_on_in": "es"}, address="/es/consultation/")
    page = Page(answer)
    assert (answer.status_code, page.one("[name=page]")["value"]) == (200, "article-1")
    assert page.all("main .notice[autofocus]") == []


def test_other_pages_link_to_their_languages_and_an_article_offers_them_below_its_form(visitor):
    make_article(slug="knees")
    assert len(Page(visitor.get("/")).all(".language-widget a")) == 4
    page = Page(visitor.get("/pl/articles/knees/"))
    assert len(page.all(".language-widget a")) == 4
    offers = [(button["value"], button["formaction"]) for button in page.all("button[name=go_on_in]")]
    assert offers == [("ar", "/ar/consultation/"), ("en", "/consultation/"), ("es", "/es/consultation/")]
    assert {button["form"] for button in page.all("button[name=go_on_in]")} == {page.one("form[method=post]")["id"]}
    buttons = page.all("main button")
    assert buttons[0].get("name") is None  # Enter sends the request


def test_language_is_not_changed_for_a_form_from_elsewhere(visitor):
    assert visitor.send(answers(go_on_in="es"), address="/es/consultation/", origin="null").status_code == 403


# Traps, limits, floods


def test_people_cannot_reach_the_trap(visitor):
    trap = Page(visitor.get("/consultation/")).one("[name=subject]")
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
    assert {name for name in trap.attrs if name.startswith("data-")} == {
        "data-1p-ignore", "data-bwignore", "data-form-type", "data-lpignore", "data-protonpass-ignore",
    }  # fmt: skip
    assert trap.find_parent(attrs={"aria-hidden": "true"})


def test_a_suspicious_request_is_held_and_thanked_like_any_other(visitor):
    response = visitor.send(answers(subject="https://spam.example"))
    held = ConsultationRequest.objects.get()
    assert (held.held, held.held_because, held.state) == (True, "trap", "new")
    assert held.call_by is not None
    assert response["Location"] == f"/consultation/received/{held.token}/"
    assert held.mails.count() == 2


def test_an_ordinary_request_is_not_held(visitor):
    visitor.send(answers())
    stored = ConsultationRequest.objects.get()
    assert (stored.held, stored.held_because) == (False, "")


def test_a_form_that_still_says_when_it_was_opened_is_taken_like_any_other(visitor):
    visitor.send(answers(opened=":1xX2uT:made-up"))
    stored = ConsultationRequest.objects.get()
    assert (stored.held, stored.held_because) == (False, "")
    visitor.send(answers())
    assert ConsultationRequest.objects.count() == 1


@pytest.fixture
def _two_per_client(settings):
    settings.RATE_LIMIT_PER_CLIENT = 2


def send_from(visitor, address, **changes):
    """As a proxy on this machine passes it on."""
    return visitor.send(answers(**changes), **{"x-forwarded-for": address})


@pytest.mark.usefixtures("_two_per_client")
@pytest.mark.parametrize(
    ("prefix", "title"),
    [("", "We have not received"), ("/es", "Todavía no"), ("/pl", "Nie otrzymaliśmy"), ("/ar", "لم يصلنا")],
)
def test_client_over_its_limit_is_asked_to_wait_and_loses_nothing(visitor, prefix, title):
    for number in range(2):
        assert send_from(visitor, "198.51.100.7", reason=f"Reason {number}").status_code == 303
    response = visitor.send(answers(), f"{prefix}/consultation/", **{"x-forwarded-for": "198.51.100.7"})
    page = Page(response)
    assert (response.status_code, response["Retry-After"]) == (429, "3601")
    assert page.text(".error-summary h2").startswith(title)
    assert "(708) 555-0100" in page.text(".error-summary")
    assert page.texts(".error-summary p bdi")[0] in ("1:01 p.m.", "13:01", "1:01 م")
    assert page.one("[name=full_name]")["value"] == "Maria Kowalska"
    assert page.text("[name=reason]") == answers()["reason"]
    assert page.one("[name=consent]").has_attr("checked")
    assert "no-store" in response["Cache-Control"]
    assert ConsultationRequest.objects.count() == 2


@pytest.mark.usefixtures("_two_per_client")
def test_limit_of_one_client_does_not_affect_others(visitor):
    for number in range(3):
        send_from(visitor, "198.51.100.7", reason=f"Reason {number}")
    assert send_from(visitor, "198.51.100.8").status_code == 303


@pytest.mark.usefixtures("_two_per_client")
def test_a_client_may_send_again_after_the_hour(visitor):
    for number in range(2):
        send_from(visitor, "198.51.100.7", reason=f"Reason {number}")
    with time_machine.travel(MONDAY_NOON + timedelta(seconds=3601), tick=False):
        assert send_from(visitor, "198.51.100.7").status_code == 303


@pytest.mark.usefixtures("_two_per_client")
def test_repeats_and_mistakes_do_not_count_against_the_limit(visitor):
    for _ in range(5):
        assert send_from(visitor, "198.51.100.7").status_code == 303
        assert send_from(visitor, "198.51.100.7", phone="1").status_code == 422
    assert send_from(visitor, "198.51.100.7", reason="Another").status_code == 303


@pytest.mark.usefixtures("_two_per_client")
def test_forged_address_does_not_evade_the_limit(visitor, settings):
    settings.TRUSTED_PROXIES = ["192.0.2.1"]
    sent = [send_from(visitor, f"198.51.100.{number}", reason=f"Reason {number}") for number in range(3)]
    assert [response.status_code for response in sent] == [303, 303, 429]


def test_past_the_overall_limit_requests_are_held_and_mailed_as_a_digest(visitor, settings):
    settings.RATE_LIMIT_OVERALL = 2
    sent = [send_from(visitor, f"198.51.100.{number}", reason=f"Reason {number}") for number in range(6)]
    assert {response.status_code for response in sent} == {303}
    stored = ConsultationRequest.objects.order_by("pk")
    assert [(request.held, request.held_because) for request in stored[:2]] == [(False, "")] * 2
    assert [(request.held, request.held_because) for request in stored[2:]] == [(True, "flood")] * 4
    assert OutgoingMail.objects.filter(kind="new_request").count() == 4
    digests = OutgoingMail.objects.filter(kind="digest")
    assert sorted(mail.recipient for mail in digests) == ["front-desk@clinic.example", "manager@clinic.example"]
    assert {mail.due_at - MONDAY_NOON for mail in digests} == {timedelta(minutes=11)}


@pytest.mark.on_both_databases
@pytest.mark.parametrize(("requests", "clients"), [(60, 6), pytest.param(500, 50, marks=pytest.mark.whole)])
def test_many_requests_from_many_clients_are_all_stored(visitor, settings, requests, clients):
    settings.RATE_LIMIT_OVERALL = requests // 5
    for number in range(requests):
        assert send_from(visitor, f"198.51.100.{number % clients}", reason=f"Reason {number}").status_code == 303
    assert ConsultationRequest.objects.count() == requests
    assert OutgoingMail.objects.count() == 2 * (requests // 5) + 2


@pytest.mark.on_both_databases
def test_repeat_of_a_request_that_was_just_stored_is_accepted(visitor, settings, monkeypatch):
    """Two clicks on the client's last allowed request: the second looks before the first is stored."""
    settings.RATE_LIMIT_PER_CLIENT = 1

    refuse = actions.check_client_limit

    def store_then_refuse(client_key, now):
        monkeypatch.undo()
        make_request(client_address="127.0.0.1")
        refuse(client_key, now)

    monkeypatch.setattr(actions, "check_client_limit", store_then_refuse)
    assert visitor.send(answers()).status_code == 303
    assert ConsultationRequest.objects.count() == 1
