"""What every request is given, and the headers Django has no setting for."""

from io import BytesIO

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import UnreadablePostError
from django.middleware.gzip import GZipMiddleware
from django.middleware.security import SecurityMiddleware
from django.utils import timezone, translation

from clinic_site.clients import client_address, client_network
from clinic_site.models import Clinic
from clinic_site.page_cache import PUBLIC

FIXED_HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), translator=(self)"
    ),
}


class EmptyBodyForHeadMiddleware:
    """Answers HEAD without a body, which Django leaves to the server and gunicorn logs a warning for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


class FixedHeadersMiddleware:
    """Puts the security headers on every answer, whichever middleware gave it.

    Django's SecurityMiddleware stands further in, since its redirect may end in an error page that needs the clinic's
    facts. What it would add to its own answers is added here to all.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.add_djangos_headers = SecurityMiddleware(get_response).process_response

    def __call__(self, request):
        response = self.add_djangos_headers(request, self.get_response(request))
        for name, value in FIXED_HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The public pages' policy, and the admin's own under /admin/."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and request.path_info.startswith("/admin/"):
            return PolicyParts(config=settings.ADMIN_CONTENT_SECURITY_POLICY, nonce=parts.nonce)
        return parts


class GZipTextMiddleware(GZipMiddleware):
    """Leaves pictures as they are: they are compressed already, and would be once more for every reader."""

    def process_response(self, request, response):
        if response.headers.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)


class CacheControlMiddleware:
    """Says who may keep an answer.

    Nobody the staff site, or what answers a POST: it may hold a patient's words. Nobody but the reader's own browser
    what somebody searched for. Everybody a public page, for some seconds.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith("/admin") or request.method not in ("GET", "HEAD", "OPTIONS"):
            response.headers["Cache-Control"] = "private, no-store"
        elif response.status_code == 200:
            response.headers.setdefault("Cache-Control", "private, no-cache" if request.GET.get("q") else PUBLIC)
        return response


class LongFormsOfStaffMiddleware:
    """Takes longer forms from staff who are signed in: articles in four languages, tables of old addresses.

    Django has one limit for everybody, and looks at it when it reads a body for the first time. So such a body is read
    here. Of a form with files (multipart/form-data) nothing is: its limits are those of the upload.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if (
            settings.DATA_UPLOAD_MAX_MEMORY_SIZE < length <= settings.LONGEST_FORM_OF_STAFF
            and request.path_info.startswith("/admin/")
            and request.content_type == "application/x-www-form-urlencoded"
            and request.user.is_staff
        ):
            try:
                request._body = request.read()
            except UnreadablePostError as error:
                raise BadRequest("the connection broke") from error
            request._stream = BytesIO(request._body)
        return self.get_response(request)


class LanguageByPathMiddleware:
    """Speaks the language that the path names: /es/, /pl/, /ar/, otherwise English.

    Not Django's LocaleMiddleware: that one reads Accept-Language and cookies, which would split every cache and
    send readers to pages they did not ask for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ClinicMiddleware:
    """Puts the clinic's facts and who is asking on the request, and the clinic's clock on the wall."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.clinic = Clinic.objects.current()
        request.client_address, request.client_network = client_address(request), client_network(request)
        with timezone.override(request.clinic.zone):
            return self.get_response(request)
