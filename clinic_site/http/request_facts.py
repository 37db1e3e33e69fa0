"""Gives every request its language, the clinic's facts and its client's address, before a view sees it."""

from django.conf import settings
from django.utils import timezone, translation

from clinic_site.facts import current_clinic
from clinic_site.http.client_address import client_address, client_network


class LanguageByPathMiddleware:
    """Activates the language of the path: /es/, /pl/, /ar/, otherwise English.

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
    """Puts the clinic's facts and the client's address on the request, and activates the clinic's time zone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.clinic = current_clinic()
        request.client_address, request.client_network = client_address(request), client_network(request)
        with timezone.override(request.clinic.zone):
            return self.get_response(request)
