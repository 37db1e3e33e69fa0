"""Members of staff: their accounts, their authenticator apps, and how they sign in."""

from base64 import b32decode

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultations.models import AccessRecord
from tests.pages import Page

PASSWORD = "three quiet herons by the lake"


def make_account(username="maria", *, groups=(), **fields):
    user = get_user_model().objects.create_user(username, password=PASSWORD, **{"is_staff": True, **fields})
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def give_app(user):
    """An authenticator app that is set up, and one recovery code, 246813579024."""
    StaticDevice.objects.create(user=user, name="Recovery codes").token_set.create(token="246813579024")
    return TOTPDevice.objects.create(user=user, name="Authenticator app")


def code_of(device, *, steps_ahead=0):
    """The code that the app shows now; with `steps_ahead=1` the one of 30 seconds later, which is accepted too."""
    return f"{totp(device.bin_key, drift=steps_ahead):06}"


def wrong_code_of(device):
    near = {code_of(device, steps_ahead=steps) for steps in range(-3, 4)}
    return next(code for code in map("{:06}".format, range(10)) if code not in near)


def sign_in(username="maria", *, password=PASSWORD, client=None, **headers):
    """A browser that has just sent user name and password."""
    client = client or Client()
    client.answer = client.post(
        "/admin/login/", {"username": username, "password": password, "next": "/admin/"}, headers=headers
    )
    return client


def answer(shown, **fields):
    """Sends the form of the gate's page `shown`, filled in, as a browser does."""
    data = {}
    for field in Page(shown).all("#login-form input[type=hidden]"):
        data.setdefault(field["name"], []).append(field["value"].replace("\n", "\r\n"))
    address = shown.request["PATH_INFO"] + (
        f"?{shown.request['QUERY_STRING']}" if shown.request["QUERY_STRING"] else ""
    )
    return shown.client.post(address, {**data, **{f"gate:{name}": value for name, value in fields.items()}})


def title(shown):
    return Page(shown).text("h1")


def problem(shown):
    return Page(shown).text("#problem")


def hidden(shown):
    """The hidden fields of the gate's form, without the token, which differs each time."""
    fields = [(field["name"], field["value"]) for field in Page(shown).all("#login-form input[type=hidden]")]
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


def secret_on(shown):
    """The secret that the page shows for typing into an app."""
    return b32decode(Page(shown).text(".sign-in__secret").replace(" ", ""))


def records():
    """(action, actor, details) of every access record, oldest first."""
    return [(r.get_action_display(), r.actor_name, r.details) for r in AccessRecord.objects.order_by("pk")]
