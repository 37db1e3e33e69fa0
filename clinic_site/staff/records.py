"""The access records of signing in: successes, failures, lockouts and sign-outs."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils import timezone

from clinic_site.http.client_address import client_address
from clinic_site.staff import lockout
from consultations.access_log import record_access
from consultations.models import AccessRecord

MOST_FAILURES_AN_HOUR = 100  # recorded for one address: records stay for years, and strangers must not fill the disk

Action = AccessRecord.Action


def record_action(action, request, *, user=None, details=""):
    record_access(action, user=user or request.user, address=client_address(request), details=details)


@receiver(user_logged_in)
def begin_session(request, user, **kwargs):
    """Gives every sign-in a session key of its own, even if the user is signed in already."""
    request.session.cycle_key()
    request.session["signed_in_at"] = request.session["seen_at"] = timezone.now().timestamp()


@receiver(user_logged_out)
def record_sign_out(request, user, **kwargs):
    if user is not None:
        record_action(Action.SIGN_OUT, request, user=user)


@receiver(user_login_failed)
def record_failure(credentials, request=None, **kwargs):
    """Names an account only if it exists: people type passwords where the user name belongs."""
    if request is None:
        return
    address = client_address(request)
    hour_ago = timezone.now() - timedelta(hours=1)
    failures = AccessRecord.objects.filter(action=Action.SIGN_IN_FAILED, address=address, at__gt=hour_ago)
    if failures[MOST_FAILURES_AN_HOUR - 1 :].exists():
        return
    user = get_user_model().objects.filter(username=credentials.get("username") or "").first()
    details = [] if user else ["unknown user name"]
    if lockout.has_begun_before(request):
        details.append("while locked out")
    record_access(Action.SIGN_IN_FAILED, user=user, address=address, details=", ".join(details))
    if lockout.begins_now(request):
        record_access(Action.LOCKED_OUT, user=user, address=address)
