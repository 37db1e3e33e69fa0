"""What `manage.py check --deploy` says of this site beside Django's own checks."""

from django.conf import settings
from django.core.checks import Warning, register
from django.db import DatabaseError

from articles.models import ArticleText
from clinic_site.facts import read_clinic
from clinic_site.wording import TRANSLATED_LANGUAGES


@register(deploy=True)
def clinic_facts_are_known(app_configs, **kwargs):
    """A warning for every fact that is a placeholder or empty."""
    try:
        clinic = read_clinic()
    except DatabaseError:
        return [Warning("The clinic's facts cannot be read: the database is away or not migrated.", id="clinic.W001")]
    where = f"Fill it in at {settings.SITE_URL}/admin/clinic_site/clinic/"
    return [Warning(question, hint=where, id="clinic.W002") for question in clinic.open_questions()]


@register(deploy=True)
def translations_are_checked(app_configs, **kwargs):
    """A warning for every language whose wording, and one for all articles whose text, no person has signed."""
    try:
        checked = read_clinic().checked_languages
        unchecked_texts = ArticleText.objects.published().without_review().count()
    except DatabaseError:
        return []  # clinic.W001 says so already
    warnings = [
        Warning(
            f"The site's wording in {name} has not been checked by a person, or has changed since: its pages say so.",
            hint=f"Have it read, then sign it at {settings.SITE_URL}/admin/clinic_site/interfacereview/",
            id="clinic.W004",
        )
        for code, name in TRANSLATED_LANGUAGES
        if code not in checked
    ]
    if unchecked_texts:
        warnings.append(
            Warning(
                f"Published texts of articles that were not reviewed as they are now: {unchecked_texts}. They say so.",
                hint=f"The filters show which: {settings.SITE_URL}/admin/articles/article/",
                id="clinic.W005",
            )
        )
    return warnings


@register(deploy=True)
def backups_can_be_made(app_configs, **kwargs):
    if settings.BACKUP_DIR and settings.BACKUP_KEY:
        return []
    return [
        Warning(
            "No backups can be made: when this machine fails, everything is lost.",
            hint="Set BACKUP_DIR and BACKUP_KEY; docs/install-and-operate.md tells how, under Backups.",
            id="clinic.W006",
        )
    ]


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
