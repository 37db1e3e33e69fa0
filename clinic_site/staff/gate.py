"""The gate before every page of the staff site.

Django's own page takes user name and password. After that the gate asks for what is missing, at the address where it
is missing: the password after 15 idle minutes, the second step once in 12 hours and browser, or to set that up.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY, authenticate, update_session_auth_hash
from django.contrib.auth.backends import ModelBackend
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from clinic_site.staff import carried_form, second_factor
from clinic_site.staff.records import record
from clinic_site.staff.site import StaffSite
from consultations.models import AccessRecord

IDLE_FOR = 15 * 60  # seconds without a page, after which the password is asked for again
SIGNED_IN_FOR = 12 * 60 * 60  # seconds after which it is asked for however busy somebody is
NOTED_EVERY = 10  # seconds: what a page loads beside itself need not write the session too
STAFF_PAGES = "/admin/"
ALWAYS_OPEN = ("/admin/login/", "/admin/logout/")
NAMES = {"site_title": StaffSite.site_title, "site_header": StaffSite.site_header}

Action = AccessRecord.Action


class StaffBackend(ModelBackend):
    """Lets in staff only, and asks at every page: an account that was disabled is out at once."""

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and user.is_staff


class SignInGateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        second_factor.remember(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Comes after the CSRF check, so whatever was posted was typed in a page of this browser's user."""
        if not request.path_info.startswith(STAFF_PAGES) or request.path_info in ALWAYS_OPEN:
            return None
        if not request.user.is_authenticated:
            if SESSION_KEY in request.session:
                request.session.flush()  # of an account that was disabled: it stays shut when that is undone
            return arrival(request) if is_for_a_reader(request) else HttpResponse(status=403)
        if carried_form.is_answer(request) and carried_form.is_from_somebody_else(request):
            return HttpResponseRedirect(request.get_full_path())
        step = missing_step(request)
        if step and not is_for_a_reader(request):
            return HttpResponse(status=403)
        if step is None and not carried_form.is_answer(request):
            if "X-Background-Refresh" not in request.headers:
                note_activity(request)
            return None
        return ask_for(request, step)


def arrival(request):
    """A link in webmail comes without our cookies, which are strict; asked for again by a page of ours, with them."""
    if request.method == "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return render(request, "admin/sign_in/arrival.html", {"title": "One moment", **NAMES})
    return None  # Django sends this browser to the sign-in page


def is_for_a_reader(request):
    """Whether a person waits for this page; not so for what scripts fetch."""
    is_page = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return is_page and "X-Background-Refresh" not in request.headers


def missing_step(request):
    """`password`, `code` or `set_up`; None while the gate is open. Up to two queries."""
    now = timezone.now().timestamp()
    session = request.session
    if now - session.get("seen_at", 0) >= IDLE_FOR or now - session.get("signed_in_at", 0) >= SIGNED_IN_FOR:
        return "password"
    if not settings.TWO_STEP_SIGN_IN:
        return None
    device = second_factor.passed_with(request)
    if isinstance(device, TOTPDevice):
        return None
    devices = list(second_factor.devices(request.user))
    if devices and device is None:
        return "code"
    return None if any(isinstance(device, TOTPDevice) for device in devices) else "set_up"


def note_activity(request):
    now = timezone.now().timestamp()
    if now - request.session.get("seen_at", 0) >= NOTED_EVERY:
        request.session["seen_at"] = now


def ask_for(request, step):
    """Takes the answer to `step`, if this is one, and asks for the next; None when the very POST may go on."""
    problem = ""
    if step and carried_form.is_answer(request):
        problem, page = ANSWERS[step](request)
        if page:
            return page
        if not problem:
            step = missing_step(request)
    if step:
        return gate_page(request, step, problem=problem, **PAGES[step](request))
    note_activity(request)
    if not carried_form.was_posted(request):
        return HttpResponseRedirect(request.get_full_path())
    carried_form.restore(request)
    return None


# Each takes the answer and returns (what was wrong with it, a page to show before going on).


def take_password(request):
    user = authenticate(
        request=request, username=request.user.get_username(), password=carried_form.gate_field(request, "password")
    )
    if getattr(request, "axes_locked_out", False):
        minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
        return f"Too many wrong passwords. Wait {minutes} minutes, then try again on this page.", None
    if user is None:
        return "That was not your password. Try again.", None
    update_session_auth_hash(request, user)  # gives the session a new key
    request.session["signed_in_at"] = request.session["seen_at"] = timezone.now().timestamp()
    record(Action.SIGN_IN, request, details="password again")
    return "", None


def take_code(request):
    try:
        device = second_factor.verify(request.user, carried_form.gate_field(request, "code"))
    except second_factor.WrongCodeError as problem:
        record(Action.SECOND_STEP_FAILED, request)
        return str(problem), None
    second_factor.mark_passed(request, device)
    record(Action.SECOND_STEP, request, details="" if isinstance(device, TOTPDevice) else "recovery code")
    return "", None


def take_first_code(request):
    try:
        device, codes = second_factor.set_up(request, carried_form.gate_field(request, "code"))
    except second_factor.WrongCodeError as problem:
        record(Action.SECOND_STEP_FAILED, request, details="setting up")
        return str(problem), None
    second_factor.mark_passed(request, device)
    record(Action.SECOND_STEP_SET_UP, request)
    return "", gate_page(request, "recovery_codes", codes=codes)


def app_to_set_up(request):
    device = second_factor.device_to_set_up(request)
    return {"qr_code": second_factor.qr_code(device), "secret": second_factor.secret_as_text(device)}


ANSWERS = {"password": take_password, "code": take_code, "set_up": take_first_code}
PAGES = {"password": lambda request: {}, "code": lambda request: {}, "set_up": app_to_set_up}
TITLES = {
    "password": "Are you still there?",
    "code": "The second step",
    "set_up": "Set up the second step",
    "recovery_codes": "Keep your recovery codes",
}


def gate_page(request, step, *, problem="", **context):
    hidden_fields = carried_form.hidden_fields(request)
    context |= {
        "title": TITLES[step],
        **NAMES,
        "two_step_sign_in": settings.TWO_STEP_SIGN_IN,
        "hidden_fields": hidden_fields,
        "held_a_file": carried_form.held_a_file(request),
        "has_typed": any(name.startswith(carried_form.TYPED) for name, _ in hidden_fields),
        "problem": problem,
    }
    response = render(request, f"admin/sign_in/{step}.html", context)
    response.is_gate = True
    return response
