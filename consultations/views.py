"""The consultation form and what a patient sees after sending it."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseRedirect, QueryDict, UnreadablePostError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from consultations.actions import TooManyRequestsError, submit_request
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest
from consultations.same_origin import is_same_origin

KEPT_OF_TOO_MUCH = 1024 * 1024  # bytes of an over-long body that are read to refill the form


@csrf_exempt  # is_same_origin() checks instead; its docstring says why
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request):
    """The form on a page of its own; every consultation form of the site is sent here."""
    if request.method == "POST":
        return receive(request)
    response = render(request, "consultations/consultation.html")
    patch_cache_control(response, public=True)
    return response


@never_cache
def receive(request):
    """Stores what was sent and leads to the thank-you page; otherwise shows the form again with what was typed."""
    if "Transfer-Encoding" in request.headers:
        raise BadRequest("Django reads no body of unknown length: every answer would count as empty")
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    too_much = length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    try:
        if not too_much and len(request.body) < length:
            raise BadRequest("the connection broke: half a request is none")
        answers = QueryDict(request.read(KEPT_OF_TOO_MUCH), encoding="utf-8") if too_much else request.POST
    except (LookupError, UnicodeError) as error:
        raise BadRequest("the body is in an encoding that is none") from error
    except UnreadablePostError as error:
        raise BadRequest("the connection broke") from error

    form = ConsultationForm(answers, clinic_name=request.clinic.name)
    if not is_same_origin(request):
        return show_again(request, form, status=403)
    if too_much:
        return show_again(request, form, status=413)
    if "go_on_in" in answers:
        answers = answers.copy()
        answers.pop("consent", None)  # it was given to a sentence in another language
        return show_again(request, ConsultationForm(answers, clinic_name=request.clinic.name), status=200)
    if not form.is_valid():
        return show_again(request, form, status=422)

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
        retry_at = timezone.now() + timedelta(seconds=refusal.retry_after + 59)  # shown in whole minutes
        response = show_again(request, form, status=429, retry_at=retry_at)
        response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    received_page = reverse("consultation-received", args=[consultation_request.token])
    return HttpResponseRedirect(received_page, status=303)


def show_again(request, form, *, status, retry_at=None):
    """The form with what was typed.

    422: with its errors. 403, 413, 429: with the reason, to be sent once more. 200: in the language just chosen.
    """
    if status != 422:
        form.errors.clear()  # nothing was judged, so nothing is called wrong
    context = {"form": form, "shown_again": status, "retry_at": retry_at}
    return render(request, "consultations/consultation.html", context, status=status)


@never_cache
@require_safe
def received(request, token):
    """The thank-you page: reference and call-by time, nothing that was typed. It may be opened again at any time."""
    consultation_request = get_object_or_404(ConsultationRequest.objects.only("reference", "call_by"), token=token)
    return render(request, "consultations/received.html", {"consultation_request": consultation_request})
