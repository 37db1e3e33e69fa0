"""The consultation form and its thank-you page."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseRedirect, QueryDict, UnreadablePostError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from consultations.actions import TooManyRequestsError, submit_request
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest
from consultations.same_origin import is_same_origin

MAX_READ = 1024 * 1024  # bytes of an over-long body that are read to refill the form


@csrf_exempt  # is_same_origin() checks instead; its docstring says why
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request):
    """The form on a page of its own; every consultation form of the site is sent here."""
    return receive_form(request) if request.method == "POST" else show_form(request)


@cache_control(public=True)
def show_form(request):
    """The empty form: the same page for every visitor."""
    form = ConsultationForm(clinic_name=request.clinic.name)
    return render(request, "consultations/consultation.html", {"form": form})


def receive_form(request):
    """Stores the request and redirects to the thank-you page, or shows the form again with everything typed."""
    if "Transfer-Encoding" in request.headers:
        raise BadRequest("body of unknown length: Django does not read it, and every answer would count as empty")
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    is_too_long = length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    try:
        if not is_too_long and len(request.body) < length:
            raise BadRequest("incomplete body")
        answers = QueryDict(request.read(MAX_READ), encoding="utf-8") if is_too_long else request.POST
    except (LookupError, UnicodeError) as error:
        raise BadRequest("unknown or wrong encoding") from error
    except UnreadablePostError as error:
        raise BadRequest("connection lost") from error

    form = ConsultationForm(answers, clinic_name=request.clinic.name)
    if not is_same_origin(request):
        return show_form_again(request, form, status=403)
    if is_too_long:
        return show_form_again(request, form, status=413)
    if "go_on_in" in answers:
        answers = answers.copy()
        answers.pop("consent", None)  # it was given to a sentence in another language
        return show_form_again(request, ConsultationForm(answers, clinic_name=request.clinic.name), status=200)
    if not form.is_valid():
        return show_form_again(request, form, status=422)

    try:
        consultation_request = submit_request(
            answers=form.answers,
            signs=form.signs_of_spam,
            consent_wording=form.consent_wording,
            page_language=translation.get_language(),
            clinic=request.clinic,
            client_network=request.client_network,
        )
    except TooManyRequestsError as refusal:
        retry_at = timezone.now() + timedelta(seconds=refusal.retry_after + 59)  # rounded up to whole minutes
        response = show_form_again(request, form, status=429, retry_at=retry_at)
        response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    received_page = reverse("consultation-received", args=[consultation_request.token])
    return HttpResponseRedirect(received_page, status=303)


def show_form_again(request, form, *, status, retry_at=None):
    """The form with everything typed.

    422: with its errors. 403, 413, 429: with the reason why it has to be sent again. 200: in the language just chosen.
    """
    if status != 422:
        form.errors.clear()  # the answers were not judged
    context = {"form": form, "shown_again": status, "retry_at": retry_at}
    return render(request, "consultations/consultation.html", context, status=status)


@require_safe
def received(request, token):
    """The thank-you page: reference and promised time, nothing that was typed. It can be opened again at any time."""
    consultation_request = get_object_or_404(ConsultationRequest.objects.only("reference", "call_by"), token=token)
    return render(request, "consultations/received.html", {"consultation_request": consultation_request})
