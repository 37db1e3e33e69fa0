"""Answers balancers and monitors before any page can: whatever the host name, the method or the scheme."""

import logging

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse

from clinic_site.models import Clinic
from consultations.models import OutgoingMail

logger = logging.getLogger(__name__)


class HealthMiddleware:
    """`/healthz`: 200 while the site can serve. `/healthz/mail`: 200 while no mail is late. Otherwise 503.

    It stands before everything that refuses an unknown host, redirects to TLS or asks the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.is_migrated = False
        self.questions = {"/healthz": self.site, "/healthz/mail": self.mail}

    def __call__(self, request):
        question = self.questions.get(request.path_info)
        if not question:
            return self.get_response(request)
        request.view_name = request.path_info.strip("/")  # for the log: no view is asked
        return answer(question)

    def site(self):
        """One query; until every migration has been seen to be applied, two more."""
        if not self.is_migrated:
            executor = MigrationExecutor(connection)
            self.is_migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not self.is_migrated:
            return "down"
        Clinic.objects.exists()  # a table of ours: a new, empty SQLite file would answer SELECT 1
        return "ok"

    def mail(self):
        """One query, by an index on what is unsent."""
        return "late" if OutgoingMail.objects.late().exists() else "ok"


def answer(question):
    """What `question` finds, as a page that says nothing else to strangers."""
    try:
        found = question()
    except Exception as error:  # 503 is promised for whatever keeps the site from serving
        logger.error("The site cannot serve (%s)", type(error).__name__)
        found = "down"
    return HttpResponse(
        found,
        status=200 if found == "ok" else 503,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store", "Content-Length": str(len(found))},
    )
