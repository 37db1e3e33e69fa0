"""What `manage.py check --deploy` says of this site beside Django's own checks."""

from django.conf import settings
from django.core.checks import Warning, register
from django.db import DatabaseError

from clinic_site.models import Clinic


@register(deploy=True)
def clinic_facts_are_known(app_configs, **kwargs):
    """A warning for every fact that is a placeholder or empty."""
    try:
        clinic = Clinic.objects.read()
    except DatabaseError:
        return [Warning("The clinic's facts cannot be read: the database is away or not migrated.", id="clinic.W001")]
    where = f"Fill it in at {settings.SITE_URL}/admin/clinic_site/clinic/"
    return [Warning(question, hint=where, id="clinic.W002") for question in clinic.open_questions()]


@register(deploy=True)
def mail_reaches_people(app_configs, **kwargs):
    if settings.EMAIL_HOST:
        return []
    return [
        Warning(
            f"Mails are written to files under {settings.EMAIL_FILE_PATH}, where nobody reads them.",
            hint="Set EMAIL_HOST to a mail server.",
            id="clinic.W003",
        )
    ]
