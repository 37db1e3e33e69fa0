"""What `manage.py check --deploy` says about this site beside Django's own checks."""

from datetime import timedelta

from django.conf import settings
from django.core.checks import Warning, register
from django.db import DatabaseError
from django.utils import timezone

from articles.models import ArticleText
from clinic_site import security_txt
from clinic_site.facts import read_clinic
from clinic_site.wording import TRANSLATED_LANGUAGES


@register(deploy=True)
def check_clinic_facts(app_configs, **kwargs):
    """A warning for every fact that is a placeholder or empty."""
    try:
        clinic = read_clinic()
    except DatabaseError:
        return [
            Warning(
                "The clinic's facts cannot be read from the database.",
                hint="Start the database, run manage.py migrate, then check again.",
                id="clinic.W001",
            )
        ]
    where = f"Fill it in at {settings.SITE_URL}/admin/clinic_site/clinic/"
    return [Warning(question, hint=where, id="clinic.W002") for question in clinic.open_questions()]


@register(deploy=True)
def check_translations(app_configs, **kwargs):
    """A warning for each language whose wording nobody has signed, and one for all articles that nobody reviewed."""
    try:
        checked = read_clinic().checked_languages
        unchecked_texts = ArticleText.objects.published().without_review().count()
    except DatabaseError:
        return []  # clinic.W001 says so already
    warnings = [
        Warning(
            f"Nobody has checked the site's wording in {name} since it last changed: its pages say so.",
            hint=f"Ask a translator to read and sign it at {settings.SITE_URL}/admin/clinic_site/interfacereview/",
            id="clinic.W004",
        )
        for code, name in TRANSLATED_LANGUAGES
        if code not in checked
    ]
    if unchecked_texts:
        warnings.append(
            Warning(
                f"Published article texts without a review of their present wording: {unchecked_texts}. They say so.",
                hint=f"Find them with the filters at {settings.SITE_URL}/admin/articles/article/",
                id="clinic.W005",
            )
        )
    return warnings


@register(deploy=True)
def check_backups(app_configs, **kwargs):
    if settings.BACKUP_DIR and settings.BACKUP_KEY:
        return []
    return [
        Warning(
            "The site makes no backups: if this machine fails, everything is lost.",
            hint="Set BACKUP_DIR and BACKUP_KEY as docs/install-and-operate.md says under Backups.",
            id="clinic.W006",
        )
    ]


@register(deploy=True)
def check_mail(app_configs, **kwargs):
    if settings.EMAIL_HOST:
        return []
    return [
        Warning(
            f"Mails are written to files under {settings.EMAIL_FILE_PATH}, where nobody reads them.",
            hint="Set EMAIL_HOST to a mail server.",
            id="clinic.W003",
        )
    ]


@register(deploy=True)
def check_security_txt(app_configs, **kwargs):
    if security_txt.EXPIRES - timezone.now() > timedelta(days=60):
        return []
    return [
        Warning(
            f"The contacts in security.txt are valid only until {security_txt.EXPIRES:%Y-%m-%d}.",
            hint="Make sure that they still reach somebody who acts on a report of a vulnerability. Then install a "
            "newer release, or set EXPIRES in clinic_site/security_txt.py to a day less than a year ahead.",
            id="clinic.W007",
        )
    ]
