"""Answers load balancers and monitors, whatever the host name, the method or the scheme."""

import logging

from django.http import HttpResponse

from clinic_site.models import Clinic
from clinic_site.operations.startup import available_migrations, recorded_migrations
from consultations.models import OutgoingMail

logger = logging.getLogger(__name__)


class HealthMiddleware:
    """`/healthz`: 200 while the site can serve. `/healthz/mail`: 200 while no mail is late. Otherwise 503.

    It comes before everything that refuses an unknown host, redirects to TLS or queries the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.is_migrated = False
        self.checks = {"/healthz": self.check_site, "/healthz/mail": self.check_mail}

    def __call__(self, request):
        check = self.checks.get(request.path_info)
        if not check:
            return self.get_response(request)
        request.view_name = request.path_info.strip("/")  # for the log, since no view answers
        try:
            result = check()
        except Exception as error:  # whatever the reason, a site that cannot serve answers 503
            logger.error("The site cannot serve (%s)", type(error).__name__)
            result = "down"
        return HttpResponse(
            result,
            status=200 if result == "ok" else 503,
            content_type="text/plain; charset=utf-8",
            headers={"Cache-Control": "no-store", "Content-Length": str(len(result))},
        )

    def check_site(self):
        if not self.is_migrated:
            self.is_migrated = available_migrations() <= recorded_migrations()
        if not self.is_migrated:
            return "down"
        Clinic.objects.exists()  # one of our tables: a new, empty SQLite file would answer SELECT 1
        return "ok"

    def check_mail(self):
        return "late" if OutgoingMail.objects.late().exists() else "ok"
