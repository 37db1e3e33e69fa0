"""The second factor of signing in: an authenticator app, its recovery codes, and the browsers that are remembered."""

import math
import re
import secrets
from base64 import b32encode
from urllib.parse import quote, urlencode

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

from clinic_site.text_rules import drop_invisible

VALID_FOR = 12 * 60 * 60  # seconds since the code was entered; signing in again does not prolong it
RECOVERY_CODES = 10
SALT = "clinic_site.staff.second_factor"


class WrongCodeError(Exception):
    """Says in a sentence why a code was refused."""


def confirmed_devices(user):
    """The user's devices, the app first."""
    for model in (TOTPDevice, StaticDevice):
        yield from model.objects.devices_for_user(user, confirmed=True)


# Remembering that a code was entered: in the session, and in the browser for the next session


def verified_device(request):
    """The device whose code was entered in this session or browser within the last 12 hours, or None."""
    verified = request.session.get("second_factor") or read_cookie(request)
    if verified is None or not 0 <= timezone.now().timestamp() - verified["at"] < VALID_FOR:
        return None
    device = Device.from_persistent_id(verified["device"])
    if device is None or device.user_id != request.user.pk or not device.confirmed:
        return None
    return device


def mark_verified(request, device):
    request.session.cycle_key()
    request.session["second_factor"] = {"device": device.persistent_id, "at": timezone.now().timestamp()}
    request.is_second_factor_new = True


def cookie_name(user):
    """One for each user: a front desk shares its computer."""
    return f"{settings.SECOND_FACTOR_COOKIE_NAME}-{user.pk}"


def read_cookie(request):
    """The content of the cookie, if it is this user's and the password is still the same; else None."""
    try:
        verified = signing.loads(request.COOKIES.get(cookie_name(request.user), ""), salt=SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        return None
    is_own = verified["user"] == request.user.pk
    is_same_password = constant_time_compare(verified["password"], request.user.get_session_auth_hash())
    return verified if is_own and is_same_password else None


def set_cookie(request, response):
    """Lets the browser remember a code that was entered in this very request."""
    if not getattr(request, "is_second_factor_new", False):
        return
    verified = request.session["second_factor"]
    value = {**verified, "user": request.user.pk, "password": request.user.get_session_auth_hash()}
    response.set_cookie(
        cookie_name(request.user),
        signing.dumps(value, salt=SALT),
        max_age=VALID_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


# Codes


def verify_code(user, text):
    """Returns the device that accepts the code: the app for six digits, else the recovery codes, each good for once.

    Raises WrongCodeError.
    """
    code = remove_spaces(text)
    model = TOTPDevice if re.fullmatch(r"[0-9]{6}", code) else StaticDevice
    return verify_on(model.objects.devices_for_user(user, confirmed=True).first(), code)


def verify_on(device, code):
    """Returns the device. Raises WrongCodeError; each wrong code doubles the wait before the device's next one."""
    if device is None or not re.fullmatch(r"[0-9a-z]{6,16}", code):
        raise WrongCodeError("That is not one of your codes. Enter the six digits that your app shows now.")
    is_allowed, reason = device.verify_is_allowed()
    if not is_allowed:
        seconds = math.ceil((reason["locked_until"] - timezone.now()).total_seconds())
        raise WrongCodeError(f"Too many wrong codes. Wait {waiting_time(seconds)}, then enter what your app shows.")
    verified = django_otp.verify_token(device.user, device.persistent_id, code)
    if verified is None:
        raise WrongCodeError("That code is wrong or already used. Enter the one that your app shows now.")
    return verified


def remove_spaces(text):
    return re.sub(r"[\s-]", "", drop_invisible(text)).lower()


def waiting_time(seconds):
    if seconds < 120:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{math.ceil(seconds / 60)} minutes"


# Setting up


def device_to_set_up(request):
    """The unconfirmed app of this session. Another session gets another secret, so nobody else has seen this one."""
    unconfirmed = TOTPDevice.objects.devices_for_user(request.user, confirmed=False)
    device = unconfirmed.filter(pk=request.session.get("device_to_set_up")).first()
    if device is None:
        unconfirmed.delete()
        device = TOTPDevice.objects.create(user=request.user, name="Authenticator app", confirmed=False)
        request.session["device_to_set_up"] = device.pk
    return device


def confirm_app(request, text):
    """Confirms the app by its first code. Returns it and new recovery codes, which can be shown only this once.

    Raises WrongCodeError.
    """
    device = verify_on(device_to_set_up(request), remove_spaces(text))
    with transaction.atomic():
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        StaticDevice.objects.filter(user=request.user).delete()
        recovery = StaticDevice.objects.create(user=request.user, name="Recovery codes")
        codes = [f"{secrets.randbelow(10**12):012}" for _ in range(RECOVERY_CODES)]
        for code in codes:
            recovery.token_set.create(token=code)
    return device, [group_in_fours(code) for code in codes]


def delete_devices(user):
    """Deletes app and recovery codes: the user sets up a new app at the next page."""
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).delete()


def group_in_fours(text):
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def secret_as_text(device):
    return group_in_fours(b32encode(device.bin_key).decode())


def setup_url(device, clinic):
    """The content of the QR code: the secret, and the names under which the app lists it.

    https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    """
    issuer = clinic.name.replace(":", "")
    query = urlencode({"secret": b32encode(device.bin_key), "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{device.user.get_username()}')}?{query}"


def qr_code(device, clinic):
    """An SVG without styles, for a page with a strict Content-Security-Policy."""
    import qrcode  # here: no other page needs it
    from qrcode.image.svg import SvgPathImage

    image = qrcode.make(setup_url(device, clinic), image_factory=SvgPathImage)
    return mark_safe(image.to_string(encoding="unicode"))
