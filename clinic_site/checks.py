"""The site's own checks in `manage.py check --deploy`."""

from datetime import timedelta
from ipaddress import ip_address

from django.conf import settings
from django.core.checks import Warning, register
from django.db import DatabaseError
from django.utils import timezone

from articles.models import ArticleText
from clinic_site import security_txt
from clinic_site.facts import read_clinic
from clinic_site.wording import TRANSLATED_LANGUAGES


@register(deploy=True)
def check_facts_and_reviews(app_configs, **kwargs):
    """Warns of each fact that is missing or a placeholder, each unsigned translation, and articles without a review."""
    try:
        clinic = read_clinic()
        unreviewed = ArticleText.objects.published().without_review().count()
    except DatabaseError:
        message, hint = "The database cannot be read.", "Start it, run manage.py migrate, then check again."
        yield Warning(message, hint=hint, id="clinic.W001")
        return
    for question in clinic.open_questions():
        hint = f"Fill it in at {settings.SITE_URL}/admin/clinic_site/clinic/"
        yield Warning(question, hint=hint, id="clinic.W002")
    for kind, message in clinic.missing_kinds().items():
        hint = f"Write it at {settings.SITE_URL}/admin/articles/article/add/?kind={kind}"
        yield Warning(message, hint=hint, id="clinic.W002")
    for code, name in TRANSLATED_LANGUAGES:
        if code not in clinic.checked_languages:
            message = f"Nobody has checked the site's wording in {name} since it last changed: its pages say so."
            hint = f"Ask a translator to read and sign it at {settings.SITE_URL}/admin/clinic_site/interfacereview/"
            yield Warning(message, hint=hint, id="clinic.W004")
    if unreviewed:
        message = (
            f"Published article texts whose present wording nobody has reviewed: {unreviewed}. Their pages say so."
        )
        hint = f"Find them with the filters at {settings.SITE_URL}/admin/articles/article/"
        yield Warning(message, hint=hint, id="clinic.W005")


@register(deploy=True)
def check_mail(app_configs, **kwargs):
    if not settings.EMAIL_HOST:
        message = f"Mails are written to files under {settings.EMAIL_FILE_PATH}, where nobody reads them."
        yield Warning(message, hint="Set EMAIL_HOST to a mail server.", id="clinic.W003")
    elif settings.EMAIL_HOST_USER and not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or is_mail_server_local()):
        message = "The password of the mail account goes over the network in clear."
        hint = "Set EMAIL_USE_TLS to yes (usually port 587), or EMAIL_USE_SSL (usually port 465)."
        yield Warning(message, hint=hint, id="clinic.W008")


def is_mail_server_local():
    try:
        return ip_address(settings.EMAIL_HOST).is_loopback
    except ValueError:
        return settings.EMAIL_HOST == "localhost"


@register(deploy=True)
def check_backups(app_configs, **kwargs):
    if not (settings.BACKUP_DIR and settings.BACKUP_KEY):
        message = "The site makes no backups: if this machine fails, everything is lost."
        hint = "Set BACKUP_DIR and BACKUP_KEY as docs/install-and-operate.md says under Backups."
        yield Warning(message, hint=hint, id="clinic.W006")


@register(deploy=True)
def check_security_txt(app_configs, **kwargs):
    if security_txt.EXPIRES - timezone.now() <= timedelta(days=60):
        message = f"The contacts in security.txt are valid only until {security_txt.EXPIRES:%Y-%m-%d}."
        hint = (
            "Make sure that they still reach somebody who acts on a report of a vulnerability. Then install a newer "
            "release, or set EXPIRES in clinic_site/security_txt.py to a day less than a year ahead."
        )
        yield Warning(message, hint=hint, id="clinic.W007")
