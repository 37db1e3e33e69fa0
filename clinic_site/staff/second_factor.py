"""The second step of signing in: an authenticator app, recovery codes, and how long a browser is remembered."""

import math
import re
import secrets
from base64 import b32encode

import django_otp
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.safestring import mark_safe
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

HOLDS_FOR = 12 * 60 * 60  # seconds, and never longer: what a browser is remembered by keeps the time of the real step
RECOVERY_CODES = 10
SALT = "clinic_site.staff.second_factor"


class WrongCodeError(Exception):
    """Says in a sentence why a code was not taken."""


def devices(user):
    """The user's confirmed devices, the app first."""
    for model in (TOTPDevice, StaticDevice):
        yield from model.objects.devices_for_user(user, confirmed=True)


# Is it passed?


def passed_with(request):
    """The device with which this session, or this browser at an earlier sign-in, passed within 12 hours, or None."""
    step = request.session.get("second_step") or _remembered(request)
    if step is None or not 0 <= timezone.now().timestamp() - step["at"] < HOLDS_FOR:
        return None
    device = Device.from_persistent_id(step["device"])
    if device is None or device.user_id != request.user.pk or not device.confirmed:
        return None
    return device


def _remembered(request):
    """What the browser's cookie says, if it was given to this user and the password is still the same."""
    try:
        step = signing.loads(request.COOKIES.get(cookie_name(request.user), ""), salt=SALT, max_age=HOLDS_FOR)
    except signing.BadSignature:
        return None
    is_ours = step["user"] == request.user.pk
    return step if is_ours and constant_time_compare(step["password"], request.user.get_session_auth_hash()) else None


def cookie_name(user):
    """One for each user: a front desk shares its computer."""
    return f"{settings.SECOND_STEP_COOKIE_NAME}-{user.pk}"


def mark_passed(request, device):
    """This session has passed; the answer to this request will tell the browser so."""
    request.session.cycle_key()
    request.session["second_step"] = {"device": device.persistent_id, "at": timezone.now().timestamp()}
    request.second_step_is_new = True


def remember(request, response):
    """Gives the browser its cookie after the step was really done."""
    if not getattr(request, "second_step_is_new", False):
        return
    step = request.session["second_step"]
    value = {**step, "user": request.user.pk, "password": request.user.get_session_auth_hash()}
    response.set_cookie(
        cookie_name(request.user),
        signing.dumps(value, salt=SALT),
        max_age=HOLDS_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


# Codes


def verify(user, text):
    """The device that takes the code: six digits of the app, otherwise a recovery code, which is then used up.

    Raises WrongCodeError. Wrong ones are counted for each device, and each doubles the wait for the next.
    """
    code = without_spaces(text)
    model = TOTPDevice if re.fullmatch(r"[0-9]{6}", code) else StaticDevice
    device = model.objects.devices_for_user(user, confirmed=True).first()
    return _verify_on(device, code)


def _verify_on(device, code):
    if device is None or not re.fullmatch(r"[0-9a-z]{6,16}", code):
        raise WrongCodeError("That is not a code of yours. Write the six digits that your app shows now.")
    is_allowed, why = device.verify_is_allowed()
    if not is_allowed:
        seconds = math.ceil((why["locked_until"] - timezone.now()).total_seconds())
        raise WrongCodeError(f"Too many wrong codes. Wait {waiting_time(seconds)}, then write what your app shows.")
    verified = django_otp.verify_token(device.user, device.persistent_id, code)
    if verified is None:
        raise WrongCodeError("That code was wrong or has been used. Write the one that your app shows now.")
    return verified


def without_spaces(text):
    return re.sub(r"[\s-]", "", text).lower()


def waiting_time(seconds):
    if seconds < 120:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{math.ceil(seconds / 60)} minutes"


# Setting it up


def device_to_set_up(request):
    """The app to be confirmed. Its secret belongs to this session: another one must not have seen it before."""
    unconfirmed = TOTPDevice.objects.devices_for_user(request.user, confirmed=False)
    device = unconfirmed.filter(pk=request.session.get("device_to_set_up")).first()
    if device is None:
        unconfirmed.delete()
        device = TOTPDevice.objects.create(user=request.user, name="Authenticator app", confirmed=False)
        request.session["device_to_set_up"] = device.pk
    return device


def set_up(request, text):
    """Confirms the app with a first code. Returns it and the recovery codes, which are shown this once.

    Raises WrongCodeError.
    """
    device = _verify_on(device_to_set_up(request), without_spaces(text))
    with transaction.atomic():
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        StaticDevice.objects.filter(user=request.user).delete()
        recovery = StaticDevice.objects.create(user=request.user, name="Recovery codes")
        codes = [f"{secrets.randbelow(10**12):012}" for _ in range(RECOVERY_CODES)]
        for code in codes:
            recovery.token_set.create(token=code)
    return device, [in_groups(code) for code in codes]


def reset(user):
    """Forgets app and recovery codes: whoever is signed in as this user sets them up at the next page."""
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).delete()


def in_groups(text):
    """In fours, as people read and type it."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def secret_as_text(device):
    return in_groups(b32encode(device.bin_key).decode())


def qr_code(device):
    """An SVG without styles, for a page with a strict Content-Security-Policy."""
    import qrcode  # here: no other page needs it
    from qrcode.image.svg import SvgPathImage

    image = qrcode.make(device.config_url, image_factory=SvgPathImage)
    return mark_safe(image.to_string(encoding="unicode"))
