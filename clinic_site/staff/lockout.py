"""The lockout after repeated failures to sign in: the functions that django-axes calls (AXES_… in the settings)."""

import hashlib
import hmac

from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.conf import settings
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.shortcuts import render

from clinic_site.http.client_address import truncated_address


def lockout_minutes():
    return int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60


def hash_username(request, credentials):
    """Replaces the user name in the counts of failures: people type passwords where the user name belongs."""
    username = (credentials or {}).get("username")
    if username is None:
        return None
    return hmac.new(settings.SECRET_KEY.encode(), username.encode(errors="replace"), hashlib.sha256).hexdigest()


def describe_client(username, address, browser, path, request):
    """Names the client in the log by its network alone; the access records, which few may read, say more."""
    return truncated_address(request)


@receiver(pre_save, sender=AccessAttempt)
def discard_what_was_posted(instance, **kwargs):
    """axes would store the whole form, and with it a carried one."""
    instance.get_data = instance.post_data = ""


@receiver(user_locked_out)
def note_lockout(request, **kwargs):
    """axes counts no failures while a lockout lasts, so a count means that this failure begins it."""
    request.lockout = "before" if request.axes_failures_since_start is None else "now"


def begins_now(request):
    return getattr(request, "lockout", None) == "now"


def has_begun_before(request):
    return getattr(request, "lockout", None) == "before"


def answer_locked_out(request, response, credentials):
    """A page of the gate stays as it is, since it carries a form; anything else becomes the lockout page."""
    minutes = lockout_minutes()
    if not getattr(response, "is_gate", False):
        context = {"title": "Too many attempts", "minutes": minutes}
        response = render(request, "admin/sign_in/locked_out.html", context)
    response.status_code = 429
    response.headers["Retry-After"] = str(minutes * 60)
    return response
