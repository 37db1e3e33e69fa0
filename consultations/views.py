"""The consultation form, and the page of a request: thanks at first, then where whoever sent it can change it."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponseRedirect, QueryDict, UnreadablePostError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consultations.actions import TooManyRequestsError, submit_request
from consultations.forms import CHANGES, ConsultationForm
from consultations.models import AWAITING_STATES, ConsultationRequest
from consultations.patients_page import EndedError, TooManyChangesError, change_own_request
from consultations.same_origin import is_same_origin
from consultations.sources import read_campaign_words

FORM = "consultation-form"  # its id, for the buttons of the header that carry it into another language
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
    return render(request, "consultations/consultation.html", {"form": form, "language_form": FORM})


def read_body(request):
    """(what was sent, whether it was too long to be accepted). Raises BadRequest for what cannot be read."""
    if "Transfer-Encoding" in request.headers:
        raise BadRequest("body of unknown length: Django does not read it, and every answer would count as empty")
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    is_too_long = length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    try:
        if not is_too_long and len(request.body) < length:
            raise BadRequest("incomplete body")
        return QueryDict(request.read(MAX_READ), encoding="utf-8") if is_too_long else request.POST, is_too_long
    except (LookupError, UnicodeError) as error:
        raise BadRequest("unknown or wrong encoding") from error
    except UnreadablePostError as error:
        raise BadRequest("connection lost") from error


def receive_form(request):
    """Stores the request and redirects to the thank-you page, or shows the form again with everything typed."""
    answers, is_too_long = read_body(request)
    form = ConsultationForm(answers, clinic_name=request.clinic.name)
    own_name = request.resolver_match.view_name  # of the page that this form has of its own
    words = [form.campaign] if form.campaign else read_campaign_words(request, form.page or own_name)
    form.campaign = request.clinic.find_campaign(words)
    if not is_same_origin(request):
        return show_form_again(request, form, status=403)
    if is_too_long:
        return show_form_again(request, form, status=413)
    if "go_on_in" in answers:
        if form.is_untouched and not form.page:
            return HttpResponseRedirect(request.path, status=303)  # the empty form, in the language of its address
        answers = answers.copy()
        answers["campaign"] = form.campaign
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
            from_service=request.clinic.service_title(form.page),
            source_page=form.page or own_name,
            campaign=form.campaign,
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
    context = {
        "form": form,
        "shown_again": status,
        "retry_at": retry_at,
        "language_form": FORM,
        "page_name": form.page,
        "campaign": form.campaign,
    }
    return render(request, "consultations/consultation.html", context, status=status)


@csrf_exempt  # as for the form
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def received(request, token):
    """The thank-you page, which can be opened again at any time: reference, promised time, nothing that was typed.

    Until staff schedule or end the request, its buttons correct the number, add a wish or call it off. Opening the page
    changes nothing: mail scanners open addresses too.
    """
    consultation_request = get_object_or_404(ConsultationRequest.objects.defer("full_name", "reason"), token=token)
    if request.method == "POST":
        return receive_change(request, consultation_request)
    return show_request(request, consultation_request)


def receive_change(request, consultation_request):
    """Writes the change and redirects to the page, or shows it again with what was typed and the reason."""
    sent, _ = read_body(request)
    change = sent.get("change", "")
    if change not in CHANGES:
        raise BadRequest("no such button")
    form = CHANGES[change](sent)
    refused = {"change": change, "form": form}
    if not is_same_origin(request):
        return show_request(request, consultation_request, **refused, status=403)
    if "go_on_in" in sent:
        return show_request(request, consultation_request, **refused, status=200)
    if not form.is_valid():
        return show_request(request, consultation_request, **refused, status=422)
    try:
        change_own_request(pk=consultation_request.pk, is_called_off=change == "call_off", **form.cleaned_data)
    except EndedError:
        if form.cleaned_data:  # calling off what has ended needs no excuse
            ended = get_object_or_404(ConsultationRequest, pk=consultation_request.pk)
            return show_request(request, ended, **refused, status=409)
    except TooManyChangesError:
        return show_request(request, consultation_request, **refused, status=429)
    except ConsultationRequest.DoesNotExist as error:
        raise Http404("erased meanwhile") from error
    return HttpResponseRedirect(f"{request.path}#now", status=303)


def show_request(request, consultation_request, *, change="", form=None, status=200):
    """The page of a request; with `change` and its `form`, what was typed stands in it again."""
    if form and status != 422:
        form.errors.clear()  # the answers were not judged
    row = consultation_request
    is_open = row.state in AWAITING_STATES
    context = {
        "consultation_request": row,
        "form": form,
        "refused": status if status >= 400 else 0,
        "changes": [
            (name, (form if name == change else kind()).questions, name == change)
            for name, kind in CHANGES.items()
            if is_open or name == change
        ],
        "additions": len(row.additions),
        "language_form": form and f"{change}-form",
    }
    return render(request, "consultations/received.html", context, status=status)
