"""The gate before every page of the staff site.

Django's sign-in page checks user name and password. At the requested address the gate then asks for the second factor
once every 12 hours per browser (or has it set up), and for the password again after 15 idle minutes or 12 hours.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY, authenticate, update_session_auth_hash
from django.contrib.auth.backends import ModelBackend
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from clinic_site.staff import carried_form, second_factor
from clinic_site.staff.lockout import lockout_minutes
from clinic_site.staff.records import Action, record_action

IDLE_FOR = 15 * 60  # seconds without a page, after which the gate asks for the password
SIGNED_IN_FOR = 12 * 60 * 60  # seconds after which it does so whatever the activity
NOTED_EVERY = 10  # seconds; the session need not be written for every file that a page loads
# What is being typed in an article is kept after idle minutes too: the answer is empty, and only its author gets to see
# it, after the gate. The worst that somebody at an unattended computer can do is to change a draft.
OPEN_WHILE_IDLE = "admin:articles_article_draft"
STAFF_PAGES = "/admin/"
ALWAYS_OPEN = ("/admin/login/", "/admin/logout/")


class WrongPasswordError(Exception):
    """Says in a sentence why a password was refused."""


class StaffBackend(ModelBackend):
    """Lets in staff only. Asked at every page, so a deactivated account is signed out at once."""

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and user.is_staff


class SignInGateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        second_factor.set_cookie(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Runs after the CSRF check, so a form that is carried comes from a page that this browser was shown."""
        if not request.path_info.startswith(STAFF_PAGES) or request.path_info in ALWAYS_OPEN:
            return None
        is_refresh = "X-Background-Refresh" in request.headers
        is_navigation = not is_refresh and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        if not request.user.is_authenticated:
            if SESSION_KEY in request.session:
                request.session.flush()  # so that activating the account again does not revive the session
            return reload_with_cookies(request) if is_navigation else HttpResponse(status=403)
        is_gate_form = carried_form.is_gate_form(request)
        if is_gate_form and carried_form.belongs_to_another_user(request):
            return HttpResponseRedirect(request.get_full_path())
        step = next_step(request, may_be_idle=is_refresh and request.resolver_match.view_name == OPEN_WHILE_IDLE)
        if step and not is_navigation:
            return HttpResponse(status=403)
        if step or is_gate_form:
            return answer_at_gate(request, step)
        if not is_refresh:
            note_activity(request)
        return None


def reload_with_cookies(request):
    """Cookies are strict, so a link in webmail arrives without them; a reload by a page of this site brings them."""
    if request.method == "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return render(request, "admin/sign_in/arrival.html", {"title": "One moment"})
    return None  # Django redirects to the sign-in page


def next_step(request, *, may_be_idle=False):
    """`password`, `code` or `set_up`; None while the gate is open."""
    now = timezone.now().timestamp()
    session = request.session
    is_idle = now - session.get("seen_at", 0) >= IDLE_FOR and not may_be_idle
    if is_idle or now - session.get("signed_in_at", 0) >= SIGNED_IN_FOR:
        return "password"
    if not settings.SECOND_FACTOR_REQUIRED:
        return None
    device = second_factor.verified_device(request)
    if isinstance(device, TOTPDevice):
        return None
    devices = list(second_factor.confirmed_devices(request.user))
    if devices and device is None:
        return "code"
    return None if any(isinstance(device, TOTPDevice) for device in devices) else "set_up"


def note_activity(request):
    now = timezone.now().timestamp()
    if now - request.session.get("seen_at", 0) >= NOTED_EVERY:
        request.session["seen_at"] = now


def answer_at_gate(request, step):
    """Checks the answer to `step`, if this is one, and asks for the next; None lets the carried form through."""
    problem = ""
    if step and carried_form.is_gate_form(request):
        try:
            recovery_codes = CHECKS[step](request)
        except WrongPasswordError as error:
            problem = str(error)
        except second_factor.WrongCodeError as error:
            problem = str(error)
            record_action(Action.SECOND_FACTOR_FAILED, request, details="setting up" if step == "set_up" else "")
        else:
            if recovery_codes:
                return render_gate_page(request, "recovery_codes", codes=recovery_codes)
            step = next_step(request)
    if step == "set_up":
        device = second_factor.device_to_set_up(request)
        qr_code, secret = second_factor.qr_code(device, request.clinic), second_factor.secret_as_text(device)
        return render_gate_page(request, step, problem=problem, qr_code=qr_code, secret=secret)
    if step:
        return render_gate_page(request, step, problem=problem)
    note_activity(request)
    if not carried_form.carries_a_form(request):
        return HttpResponseRedirect(request.get_full_path())
    carried_form.restore_post(request)
    return None


def check_password(request):
    """Raises WrongPasswordError."""
    password = carried_form.gate_field(request, "password")
    user = authenticate(request=request, username=request.user.get_username(), password=password)
    if getattr(request, "axes_locked_out", False):
        raise WrongPasswordError(f"Too many attempts. Wait {lockout_minutes()} minutes, then try again on this page.")
    if user is None:
        raise WrongPasswordError("That was not your password. Try again.")
    update_session_auth_hash(request, user)  # gives the session a new key
    request.session["signed_in_at"] = request.session["seen_at"] = timezone.now().timestamp()
    record_action(Action.SIGN_IN, request, details="password again")


def check_code(request):
    """Raises WrongCodeError."""
    device = second_factor.verify_code(request.user, carried_form.gate_field(request, "code"))
    second_factor.mark_verified(request, device)
    details = "" if isinstance(device, TOTPDevice) else "recovery code"
    record_action(Action.SECOND_FACTOR, request, details=details)


def check_first_code(request):
    """Returns the recovery codes to show. Raises WrongCodeError."""
    device, recovery_codes = second_factor.confirm_app(request, carried_form.gate_field(request, "code"))
    second_factor.mark_verified(request, device)
    record_action(Action.SECOND_FACTOR_SET_UP, request)
    return recovery_codes


CHECKS = {"password": check_password, "code": check_code, "set_up": check_first_code}
TITLES = {
    "password": "Are you still there?",
    "code": "Enter your code",
    "set_up": "Set up your second factor",
    "recovery_codes": "Save your recovery codes",
}


def render_gate_page(request, name, *, problem="", **context):
    hidden_fields = carried_form.hidden_fields(request)
    context |= {
        "title": TITLES[name],
        "is_second_factor_off": not settings.SECOND_FACTOR_REQUIRED,
        "hidden_fields": hidden_fields,
        "had_a_file": carried_form.had_a_file(request),
        "carries_a_form": any(field.startswith(carried_form.CARRIED) for field, _ in hidden_fields),
        "problem": problem,
    }
    response = render(request, f"admin/sign_in/{name}.html", context)
    response.is_gate = True
    return response
