"""Who signed in, failed to, was locked out or signed out, in the access records; and what django-axes may keep."""

import hashlib
import hmac
from datetime import timedelta

from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import pre_save
from django.shortcuts import render
from django.utils import timezone

from clinic_site.http.client_address import client_address, truncated_address
from clinic_site.staff.site import StaffSite
from consultations.access_log import record_access
from consultations.models import AccessRecord

MOST_FAILURES_AN_HOUR = 100  # that are recorded from one address


def listen():
    """Called once, when the site starts."""
    user_logged_in.connect(begin_session)
    user_logged_out.connect(record_sign_out)
    user_login_failed.connect(record_failure)
    user_locked_out.connect(note_lock_out)
    pre_save.connect(keep_nothing_posted, sender=AccessAttempt)


def record(action, request, *, user=None, details=""):
    record_access(action, user=user or request.user, address=client_address(request), details=details)


def begin_session(request, user, **kwargs):
    """A key of its own for every sign-in, one by somebody who was signed in already too; its time begins now."""
    request.session.cycle_key()
    request.session["signed_in_at"] = request.session["seen_at"] = timezone.now().timestamp()


def record_sign_in(request):
    record(AccessRecord.Action.SIGN_IN, request)


def record_sign_out(request, user, **kwargs):
    if user is not None:
        record(AccessRecord.Action.SIGN_OUT, request, user=user)


def note_lock_out(request, **kwargs):
    """axes says so before Django's signal goes on to us; while a lock-out lasts it counts nothing more."""
    request.lock_out_begins = request.axes_failures_since_start is not None


def record_failure(credentials, request=None, **kwargs):
    """Names the account only if there is one: people type passwords where the user name belongs."""
    if request is None:
        return
    address = client_address(request)
    hour_ago = timezone.now() - timedelta(hours=1)
    failed = AccessRecord.objects.filter(action=AccessRecord.Action.SIGN_IN_FAILED, address=address, at__gt=hour_ago)
    if failed[MOST_FAILURES_AN_HOUR - 1 :].exists():
        return  # enough to tell; records are kept for years, and a stranger must not fill the disk with them
    user = get_user_model().objects.filter(username=credentials.get("username") or "").first()
    lock_out_begins = getattr(request, "lock_out_begins", None)
    details = [] if user else ["unknown user name"]
    if lock_out_begins is False:
        details.append("while locked out")
    record_access(AccessRecord.Action.SIGN_IN_FAILED, user=user, address=address, details=", ".join(details))
    if lock_out_begins:
        record_access(AccessRecord.Action.LOCKED_OUT, user=user, address=address)


# What django-axes asks of this site (AXES_… in the settings)


def hashed_username(request, credentials):
    """What stands for the user name where failures are counted: anything may have been typed there."""
    username = (credentials or {}).get("username")
    if username is None:
        return None
    return hmac.new(settings.SECRET_KEY.encode(), username.encode(errors="replace"), hashlib.sha256).hexdigest()


def client_in_the_log(username, address, browser, path, request):
    """Who failed to sign in, for the log: the access records say more, to those who may read them."""
    return truncated_address(request)


def keep_nothing_posted(instance, **kwargs):
    """axes would keep the form, and with it what somebody was typing when the gate closed."""
    instance.get_data = instance.post_data = ""


def locked_out(request, response, credentials):
    """The page after too many failures; the gate's own page stays, since it holds what was being typed."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    if not getattr(response, "is_gate", False):
        names = {"site_title": StaffSite.site_title, "site_header": StaffSite.site_header}
        context = {"title": "Too many wrong tries", "minutes": minutes, **names}
        response = render(request, "admin/sign_in/locked_out.html", context)
    response.status_code = 429
    response.headers["Retry-After"] = str(minutes * 60)
    return response
