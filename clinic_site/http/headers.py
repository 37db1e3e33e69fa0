"""The headers that Django has no setting for, on every answer."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.middleware.security import SecurityMiddleware

from clinic_site.http.page_cache import PUBLIC

FIXED_HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), translator=(self)"
    ),
}


class EmptyBodyForHeadMiddleware:
    """Removes the body from answers to HEAD: Django leaves that to the server, and gunicorn logs a warning."""

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

    Django's SecurityMiddleware comes later, since its redirect may end in an error page that needs the clinic's facts.
    Its headers are added here, to all answers.
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
    """Leaves pictures alone: they are compressed already."""

    def process_response(self, request, response):
        if response.headers.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)


class CacheControlMiddleware:
    """Lets an answer be kept only if its view says so, with `@cache_control(public=True)`.

    Every other answer is `private, no-store`: it may contain a patient's words. So is a public page made from the last
    good copy of the clinic's facts, which may be out of date.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        said = response.headers.get("Cache-Control", "")
        is_from_a_copy = "clinic" in vars(request) and request.clinic.is_last_good_copy
        if not said.startswith("public") or response.status_code != 200 or is_from_a_copy:
            response.headers["Cache-Control"] = "private, no-store"
        elif said == "public":
            response.headers["Cache-Control"] = PUBLIC
        return response
