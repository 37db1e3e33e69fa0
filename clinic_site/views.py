"""The pages that belong to no app."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.listing import newest_texts, texts_of_kind
from articles.models import SERVICES, Kind
from clinic_site.security_txt import build_text
from clinic_site.staff import site
from clinic_site.structured_data import clinic_data
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
            **sort_services(services),
            "topics": [name for key, name in topics.items() if key not in {text.article.topic_id for text in services}],
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


def sort_services(texts):
    """What the clinic treats, and how."""
    return {
        "conditions": [text for text in texts if text.article.kind == Kind.CONDITION],
        "treatments": [text for text in texts if text.article.kind == Kind.TREATMENT],
    }


@require_safe
@public_page
def contact(request):
    return render(request, "pages/contact.html", {"structured_data": clinic_data(request.clinic)})


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
