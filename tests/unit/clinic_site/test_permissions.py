"""Who may open and send what in the admin: every address of it, asked for as each group and as a stranger.

A new page fails until it has a line in PAGES; a new action of a list, until it has one in ACTIONS.
"""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import URLPattern
from django.utils import timezone

from articles.models import Article, ReviewLink, Topic
from articles.trash import trash_article
from clinic_site.models import Campaign, Clinic, InsurancePlan, InterfaceReview, OldSiteImport
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail, TextTemplate
from tests.factories import make_article, make_clinic, make_picture, make_request
from tests.staff import make_account

pytestmark = pytest.mark.django_db

# People, each by a letter: a stranger, staff of no group, Front desk, Editor, Manager, the superuser.
STRANGER, STAFF, DESK, EDITOR, MANAGER, SUPERUSER = "-", "0", "F", "E", "M", "S"
PEOPLE = {
    STRANGER: None,
    STAFF: {},
    DESK: {"groups": ["Front desk"]},
    EDITOR: {"groups": ["Editor"]},
    MANAGER: {"groups": ["Manager"]},
    SUPERUSER: {"is_superuser": True},
}
ANYBODY, SIGNED_IN, NOBODY = "-0FEMS", "0FEMS", ""

# Address → who may open it and, where that differs, who may send something to it.
PAGES = {
    "": SIGNED_IN,
    "login/": ANYBODY,
    "logout/": (STRANGER, ANYBODY),  # leads a stranger home
    "password_change/": SIGNED_IN,
    "password_change/done/": (SIGNED_IN, NOBODY),
    "autocomplete/": NOBODY,  # no field of a form completes what is typed
    "jsi18n/": (SIGNED_IN, NOBODY),
    "r/<path:content_type_id>/<path:object_id>/": NOBODY,  # no model tells its own address
    "^(?P<app_label>auth|redirects|consultations|clinic_site|articles)/$": "EMS",  # asked for with articles
    "(?P<url>.*)$": NOBODY,
    #
    "auth/user/": "MS",
    "auth/user/add/": "MS",
    "auth/user/<path:object_id>/": SIGNED_IN,  # leads to the next line, as do others like it
    "auth/user/<path:object_id>/change/": "MS",
    "auth/user/<path:object_id>/delete/": NOBODY,
    "auth/user/<path:object_id>/history/": "MS",
    "auth/user/<path:object_id>/reset-second-factor/": "MS",
    "auth/user/<id>/password/": "MS",
    #
    "consultations/accessrecord/": "MS",
    "consultations/accessrecord/add/": NOBODY,
    "consultations/accessrecord/<path:object_id>/": SIGNED_IN,
    "consultations/accessrecord/<path:object_id>/change/": ("MS", NOBODY),
    "consultations/accessrecord/<path:object_id>/delete/": NOBODY,
    "consultations/accessrecord/<path:object_id>/history/": "MS",
    #
    "consultations/consultationrequest/": "FMS",
    "consultations/consultationrequest/add/": NOBODY,
    "consultations/consultationrequest/search/": (NOBODY, "FMS"),
    "consultations/consultationrequest/news/": ("FMS", NOBODY),
    "consultations/consultationrequest/next/": ("FMS", NOBODY),
    "consultations/consultationrequest/shortcuts/": (NOBODY, "FMS"),
    "consultations/consultationrequest/<int:pk>/verdict/": (NOBODY, "FMS"),
    "consultations/consultationrequest/<path:object_id>/": SIGNED_IN,
    "consultations/consultationrequest/<path:object_id>/change/": "FMS",
    "consultations/consultationrequest/<path:object_id>/delete/": NOBODY,
    "consultations/consultationrequest/<path:object_id>/history/": "FMS",
    "consultations/consultationrequest/<int:pk>/erase/": "MS",
    "consultations/consultationrequest/<int:pk>/print/": ("FMS", NOBODY),
    #
    "consultations/outgoingmail/": "FMS",
    "consultations/outgoingmail/add/": NOBODY,
    "consultations/outgoingmail/<path:object_id>/": SIGNED_IN,
    "consultations/outgoingmail/<path:object_id>/change/": ("FMS", NOBODY),
    "consultations/outgoingmail/<path:object_id>/delete/": NOBODY,
    "consultations/outgoingmail/<path:object_id>/history/": "FMS",
    "consultations/outgoingmail/<int:pk>/give-up/": (NOBODY, "FMS"),
    "consultations/outgoingmail/<int:pk>/send-again/": (NOBODY, "FMS"),
    #
    "consultations/texttemplate/": "FMS",
    "consultations/texttemplate/add/": "MS",
    "consultations/texttemplate/<path:object_id>/": SIGNED_IN,
    "consultations/texttemplate/<path:object_id>/change/": ("FMS", "MS"),
    "consultations/texttemplate/<path:object_id>/delete/": "MS",
    "consultations/texttemplate/<path:object_id>/history/": "FMS",
    #
    "clinic_site/clinic/": "MS",
    "clinic_site/clinic/add/": NOBODY,
    "clinic_site/clinic/federal-holidays/": "MS",
    "clinic_site/clinic/<path:object_id>/": SIGNED_IN,
    "clinic_site/clinic/<path:object_id>/change/": "MS",
    "clinic_site/clinic/<path:object_id>/delete/": NOBODY,
    "clinic_site/clinic/<path:object_id>/history/": "MS",
    #
    "clinic_site/campaign/": "MS",
    "clinic_site/campaign/add/": "MS",
    "clinic_site/campaign/<path:object_id>/": SIGNED_IN,
    "clinic_site/campaign/<path:object_id>/change/": "MS",
    "clinic_site/campaign/<path:object_id>/delete/": "MS",
    "clinic_site/campaign/<path:object_id>/history/": "MS",
    #
    "clinic_site/insuranceplan/": "EMS",
    "clinic_site/insuranceplan/add/": "EMS",
    "clinic_site/insuranceplan/<path:object_id>/": SIGNED_IN,
    "clinic_site/insuranceplan/<path:object_id>/change/": "EMS",
    "clinic_site/insuranceplan/<path:object_id>/delete/": "EMS",
    "clinic_site/insuranceplan/<path:object_id>/history/": "EMS",
    #
    "clinic_site/interfacereview/": "EMS",
    "clinic_site/interfacereview/add/": NOBODY,
    "clinic_site/interfacereview/<path:object_id>/": SIGNED_IN,
    "clinic_site/interfacereview/<path:object_id>/change/": "EMS",
    "clinic_site/interfacereview/<path:object_id>/delete/": NOBODY,
    "clinic_site/interfacereview/<path:object_id>/history/": "EMS",
    #
    "clinic_site/pageviews/": ("MS", NOBODY),
    "clinic_site/pageviews/export/": ("MS", NOBODY),
    "clinic_site/pageviews/counted/": ("MS", NOBODY),
    #
    "clinic_site/oldsiteimport/": "EMS",
    "clinic_site/oldsiteimport/add/": "EMS",
    "clinic_site/oldsiteimport/picture/": "EMS",
    "clinic_site/oldsiteimport/<int:pk>/report/": "EMS",
    "clinic_site/oldsiteimport/<path:object_id>/": SIGNED_IN,
    "clinic_site/oldsiteimport/<path:object_id>/change/": "EMS",
    "clinic_site/oldsiteimport/<path:object_id>/delete/": NOBODY,
    "clinic_site/oldsiteimport/<path:object_id>/history/": "EMS",
    #
    "articles/topic/": "EMS",
    "articles/topic/add/": "EMS",
    "articles/topic/<path:object_id>/": SIGNED_IN,
    "articles/topic/<path:object_id>/change/": "EMS",
    "articles/topic/<path:object_id>/delete/": "EMS",
    "articles/topic/<path:object_id>/history/": "EMS",
    #
    "articles/article/": "EMS",
    "articles/article/add/": "EMS",
    "articles/article/preview/": (NOBODY, "EMS"),
    "articles/article/preview/<int:pk>/": ("EMS", NOBODY),
    "articles/article/<int:pk>/preview/": (NOBODY, "EMS"),
    "articles/article/link-targets/": "EMS",
    "articles/article/draft/": (NOBODY, "EMS"),
    "articles/article/<int:pk>/draft/": (NOBODY, "EMS"),
    "articles/article/text/<int:pk>/wordings/": "EMS",
    "articles/article/text/<int:pk>/review-link/": (NOBODY, "EMS"),
    "articles/article/review-link/<int:pk>/withdraw/": (NOBODY, "EMS"),
    "articles/article/review-link/<int:pk>/enter/": (NOBODY, "EMS"),
    "articles/article/<int:pk>/duplicate/": (NOBODY, "EMS"),
    "articles/article/<path:object_id>/": SIGNED_IN,
    "articles/article/<path:object_id>/change/": "EMS",
    "articles/article/<path:object_id>/delete/": "EMS",
    "articles/article/<path:object_id>/history/": "EMS",
    #
    "articles/trashedarticle/": "EMS",
    "articles/trashedarticle/add/": NOBODY,
    "articles/trashedarticle/<path:object_id>/": SIGNED_IN,
    "articles/trashedarticle/<path:object_id>/change/": ("EMS", NOBODY),
    "articles/trashedarticle/<path:object_id>/delete/": "EMS",
    "articles/trashedarticle/<path:object_id>/history/": "EMS",
    "articles/trashedarticle/<int:pk>/restore/": (NOBODY, "EMS"),
    #
    "articles/picture/": "EMS",
    "articles/picture/add/": "EMS",
    "articles/picture/<int:pk>/thumbnail/": "EMS",
    "articles/picture/<path:object_id>/": SIGNED_IN,
    "articles/picture/<path:object_id>/change/": "EMS",
    "articles/picture/<path:object_id>/delete/": "EMS",
    "articles/picture/<path:object_id>/history/": "EMS",
    #
    "redirects/redirect/": "EMS",
    "redirects/redirect/add/": "EMS",
    "redirects/redirect/paste/": "EMS",
    "redirects/redirect/<path:object_id>/": SIGNED_IN,
    "redirects/redirect/<path:object_id>/change/": "EMS",
    "redirects/redirect/<path:object_id>/delete/": "EMS",
    "redirects/redirect/<path:object_id>/history/": "EMS",
}

# (list, action) → who is offered it, and whose POST of it does something.
ACTIONS = {
    ("consultationrequest", "export_requests"): "MS",
    ("texttemplate", "delete_selected"): "MS",
    ("topic", "delete_selected"): "EMS",
    ("article", "delete_selected"): "EMS",
    ("article", "set_to_draft"): "EMS",
    ("article", "set_next_review"): "EMS",
    ("picture", "delete_selected"): "EMS",
    ("trashedarticle", "delete_selected"): "EMS",
    ("campaign", "delete_selected"): "MS",
    ("insuranceplan", "delete_selected"): "EMS",
    ("redirect", "delete_selected"): "EMS",
}


def routes(patterns=None, before=""):
    for pattern in admin.site.get_urls() if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


@pytest.fixture
def things():
    """The primary key of one thing of each kind that has pages."""
    make_clinic()
    make_request()
    article = make_article()
    InterfaceReview.objects.get_or_create(language="pl")
    AccessRecord.objects.create(action="view")
    return {
        "auth/user": make_account("somebody").pk,
        "consultations/accessrecord": AccessRecord.objects.latest("pk").pk,
        "consultations/consultationrequest": ConsultationRequest.objects.get().pk,
        "consultations/outgoingmail": OutgoingMail.objects.first().pk,
        "consultations/texttemplate": TextTemplate.objects.create(purpose="note", text="Will call back.").pk,
        "clinic_site/clinic": Clinic.objects.get().pk,
        "clinic_site/campaign": Campaign.objects.create(word="spring-flyer").pk,
        "clinic_site/insuranceplan": InsurancePlan.objects.create(name="Sample plan A").pk,
        "clinic_site/interfacereview": InterfaceReview.objects.get(language="pl").pk,
        "clinic_site/oldsiteimport": make_import().pk,
        "articles/topic": Topic.objects.get().pk,
        "articles/article": article.pk,
        "articles/article/preview": article.texts.get().pk,
        "articles/article/text": article.texts.get().pk,
        "articles/article/review-link": ReviewLink.make(article.texts.get(), "ewa")[0].pk,
        "articles/trashedarticle": trash_article(make_article(), trashed_by="ewa").pk,
        "articles/picture": make_picture().pk,
        "redirects/redirect": Redirect.objects.create(site_id=1, old_path="/old/", new_path="/articles/").pk,
    }


def make_import():
    return OldSiteImport.objects.create(
        started_by=make_account("importer"), site={}, report="All is well.", finished_at=timezone.now()
    )


@pytest.fixture(params=PEOPLE)
def person(request, things):
    """(letter, browser) of each."""
    client = Client()
    if PEOPLE[request.param] is not None:
        client.force_login(make_account("person", **PEOPLE[request.param]))
    return request.param, client


def address_of(route, things):
    """The address of a route, with the thing of its kind put in."""
    if route.startswith("r/"):
        path = f"r/{ContentType.objects.get_for_model(Article).pk}/{things['articles/article']}/"
    elif "(?P<" in route:
        path = "articles/" if "app_label" in route else "nowhere/"
    else:
        path = re.sub(r"<[^>]*>", lambda _: str(things[route.partition("/<")[0]]), route)
    return f"/admin/{path}"


def is_let_in(browser, method, address, **data):
    """Whether it is answered: neither refused, nor sent to sign in. What that changed is taken back."""
    cookies = browser.cookies.copy()
    with transaction.atomic():
        response = getattr(browser, method)(address, data)
        transaction.set_rollback(True)
    browser.cookies = cookies
    if response.status_code in (200, 302, 400):  # the last: let in, but something that belongs to it was not sent
        return not response.headers.get("Location", "").startswith("/admin/login/?")
    assert response.status_code in (403, 404, 405), (method, address, response.status_code)
    return False


def test_every_page_of_the_admin_has_a_line():
    found = list(routes())
    assert len(found) > 50
    assert sorted(found) == sorted(PAGES)


@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_answer_those_who_may_and_nobody_else(person, things, method):
    letter, browser = person
    index = ["get", "post"].index(method)
    expected = {route: letter in (who if isinstance(who, str) else who[index]) for route, who in PAGES.items()}
    assert {route: is_let_in(browser, method, address_of(route, things)) for route in PAGES} == expected


def actions_of(user):
    """(list, action) of everything that lists offer to a user."""
    request = RequestFactory().get("/admin/")
    request.user = user
    for model, model_admin in admin.site._registry.items():
        for action in model_admin.get_actions(request):
            yield model._meta.model_name, action


def test_every_action_of_a_list_has_a_line(things):
    assert sorted(actions_of(make_account("boss", is_superuser=True))) == sorted(ACTIONS)


def test_actions_are_offered_to_those_who_may(person):
    letter, _ = person
    user = get_user_model().objects.filter(username="person").first()
    offered = sorted(actions_of(user)) if user else []
    assert offered == sorted(action for action, who in ACTIONS.items() if letter in who)


def test_the_action_that_exports_gives_a_file_to_those_only_who_may(person, things):
    letter, browser = person
    chosen = {
        "action": "export_requests",
        "index": "0",
        "_selected_action": things["consultations/consultationrequest"],
    }
    response = browser.post("/admin/consultations/consultationrequest/", chosen)
    is_file = response.headers.get("Content-Type", "").startswith("text/csv")
    assert is_file == (letter in ACTIONS["consultationrequest", "export_requests"])
    assert is_file == (b"Kowalska" in (response.getvalue() if is_file else b""))
    assert AccessRecord.objects.filter(action="export").exists() == is_file
