"""The pages that belong to no app."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles import search
from articles.listing import newest_texts, parts_of_kind, texts_of_kind
from articles.models import SERVICES, Kind, Picture, describe_pictures
from articles.structured_data import people_data
from clinic_site.models import InsurancePlan
from clinic_site.security_txt import build_text
from clinic_site.staff import site
from clinic_site.structured_data import clinic_data
from clinic_site.text_rules import clean_text
from consultations.forms import ConsultationForm
from consultations.privacy import data_map

public_page = cache_control(public=True)  # may be kept: the same for every visitor

EMERGENCY_SIGNS = [
    _("you have pain or pressure in the chest, or trouble breathing"),
    _("your face droops, your speech is slurred, or one side of your body is weak"),
    _("you lose control of your bladder or bowels, or feel numb between the legs"),
    _("the pain began after a serious fall or a car crash"),
]
ACCESSIBILITY_CHECKED_ON = date(2026, 11, 22)  # the day on which the statement was last compared with the site


@require_safe
@public_page
def home(request):
    language = translation.get_language()
    topics = request.clinic.topics(language)
    services = texts_of_kind(SERVICES, language, topics)
    return render(
        request,
        "pages/home.html",
        {
            "newest_texts": newest_texts(language, topics),
            "emergency_signs": EMERGENCY_SIGNS,
            "painful": list(list_painful(topics, services)),
            "treatments": sort_services(services)["treatments"],
            **clinic_pictures(request.clinic, "hero_picture"),
            "structured_data": clinic_data(request.clinic),
        },
    )


@require_safe
@public_page
def services(request):
    language = translation.get_language()
    found = texts_of_kind(SERVICES, language, request.clinic.topics(language))
    if not found:
        raise Http404("no service is published")
    return render(request, "pages/services.html", sort_services(found))


def list_painful(topics, services):
    """What may hurt, in the order of the topics, as (name, language, address).

    A condition that the clinic treats goes by its own name; any other topic leads to its treatment or its articles.
    """
    by_topic = {text.article.topic_id: text for text in services}
    for key, name in topics.items():
        service = by_topic.get(key)
        if service and service.article.kind == Kind.CONDITION:
            yield service.title, service.language, service.address
        else:
            address = service.address if service else f"{reverse('articles:list')}?topic={name.topic.slug}"
            yield name.name, name.language, address


def sort_services(texts):
    """What the clinic treats, and how."""
    return {
        "conditions": [text for text in texts if text.article.kind == Kind.CONDITION],
        "treatments": [text for text in texts if text.article.kind == Kind.TREATMENT],
    }


def read_parts(*kinds):
    """What a page of several parts shows. Raises Http404 before anything is published there."""
    parts = parts_of_kind(kinds, translation.get_language())
    if not parts:
        raise Http404("nothing is published here")
    return {"parts": parts, **shared_notice(parts)}


def shared_notice(parts):
    """What readers must know about every one of these parts; None if they differ. The line at the top of a page says
    that all of it was translated by a program."""
    notices = {part.notice for part in parts}
    notice = notices.pop() if len(notices) == 1 else None
    return {"shared_notice": notice, "is_machine_page": notice == (("machine", None),)}


@require_safe
@public_page
def people(request):
    context = read_parts(Kind.PERSON)
    described = [part for part in context["parts"] if hasattr(part.article, "person")]
    return render(request, "pages/people.html", {**context, "structured_data": people_data(described, request.clinic)})


@require_safe
def costs(request):
    """Prices, insurance and payment. `plan` searches the insurance plans."""
    context = read_parts(Kind.COSTS, Kind.PRICE)
    question = " ".join(clean_text(request.GET.get("plan", "")).split())[: search.MAX_QUESTION_LENGTH]
    words = search.question_words(question, translation.get_language())
    prices = [part for part in context["parts"] if part.article.kind == Kind.PRICE]
    context |= {
        "prices": prices,
        "prices_as_of": max((part.article.price.changed_on for part in prices), default=None),
        "parts": [part for part in context["parts"] if part.article.kind == Kind.COSTS],
        "has_plans": InsurancePlan.objects.exists(),
        "plans": InsurancePlan.objects.with_words(words),
        "question": question,
    }
    response = render(request, "pages/costs.html", context)
    if not question:
        patch_cache_control(response, public=True)
    return response


@require_safe
@public_page
def first_visit(request):
    return render(request, "pages/first-visit.html", read_parts(Kind.FIRST_VISIT))


@require_safe
@public_page
def questions(request):
    """Without FAQPage in its structured data: since May 7, 2026, Google shows no results made of it.

    https://developers.google.com/search/docs/appearance/structured-data/faqpage
    """
    return render(request, "pages/questions.html", read_parts(Kind.QUESTION))


@require_safe
@public_page
def contact(request):
    parts = parts_of_kind([Kind.GETTING_HERE], translation.get_language())
    context = {
        "parts": parts,
        **shared_notice(parts),
        "structured_data": clinic_data(request.clinic),
        **clinic_pictures(request.clinic, "map_picture", "entrance_picture"),
    }
    return render(request, "pages/contact.html", context)


def clinic_pictures(clinic, *names):
    """{name: the picture that staff chose for this place, or None}. At most two queries."""
    pictures = Picture.objects.in_bulk({getattr(clinic, f"{name}_id") for name in names} - {None})
    shown = describe_pictures(list(pictures.values()), translation.get_language())
    return {name: shown.get(getattr(clinic, f"{name}_id")) for name in names}


@require_safe
@public_page
def privacy(request):
    labels = {name: field.label for name, field in ConsultationForm.base_fields.items()}
    context = {"seen_by_staff": data_map.list_purposes(labels), "how_long": data_map.describe_retention()}
    return render(request, "pages/privacy.html", context)


@require_safe
@public_page
def accessibility(request):
    return render(request, "pages/accessibility.html", {"checked_on": ACCESSIBILITY_CHECKED_ON})


@require_safe
@public_page
def language_help(request):
    return render(request, "pages/language-help.html")


@require_safe
@public_page
def robots(request):
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """For programs that request this path without reading a page."""
    return redirect(static("img/icon.svg"))


@require_safe
@public_page
def security_txt(request):
    return HttpResponse(build_text(request.clinic), content_type="text/plain; charset=utf-8")


# Error pages. They must render while the database is unavailable: they show the last good facts and make no query.


def error_page(request, status, context=None):
    request.resolver_match = None  # so that the language links go to the home page
    return render(request, f"{status}.html", context, status=status)


def bad_request(request, exception):
    return error_page(request, 400)


def forbidden(request, exception):
    return error_page(request, 403)


def forbidden_without_token(request, reason=""):
    """Answers a form without a valid CSRF token, such as a sign-in without cookies.

    Staff who signed in again in another tab get back what they typed in this one.
    """
    if request.path.startswith(reverse("admin:index")) and request.user.is_staff:
        return site.render_not_saved(request)
    return error_page(request, 403, {"is_token_missing": True})


def not_found(request, exception):
    return error_page(request, 404)


def too_many_requests(request):
    return error_page(request, 429)


def server_error(request):
    return error_page(request, 500)
