"""Codes, remembered browsers, and setting up."""

from base64 import b32encode
from datetime import timedelta

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.lib import add_static_token

from clinic_site.staff import second_factor
from clinic_site.staff.second_factor import cookie_name
from tests.factories import make_clinic
from tests.pages import Page
from tests.staff import (
    PASSWORD,
    answer,
    code_of,
    give_app,
    make_account,
    problem,
    records,
    secret_on,
    sign_in,
    title,
    wrong_code_of,
)


def test_wrong_codes_are_refused_and_must_wait_longer_each_time(app, clock):
    shown = sign_in().get("/admin/")
    shown = answer(shown, code=wrong_code_of(app))
    assert problem(shown) == "That code is wrong or already used. Enter the one that your app shows now."
    shown = answer(shown, code=code_of(app))
    assert problem(shown) == "Too many wrong codes. Wait 1 second, then enter what your app shows."
    clock.shift(timedelta(seconds=2))
    assert answer(shown, code=code_of(app)).status_code == 302
    assert [action for action, _, _ in records()] == [
        "Signed in",
        "Failed the second factor",
        "Failed the second factor",
        "Passed the second factor",
    ]


@pytest.mark.parametrize("code", ["", "12345", "x" * 3000, "\x00" * 6, "١٢٣٤٥٦", "' OR 1=1 --"])
def test_what_cannot_be_a_code_is_refused(app, code):
    assert title(answer(sign_in().get("/admin/"), code=code)) == "Enter your code"


def test_a_code_is_taken_once(app):
    code = code_of(app)
    assert answer(sign_in().get("/admin/"), code=code).status_code == 302
    assert title(answer(sign_in().get("/admin/"), code=code)) == "Enter your code"


def test_a_code_may_be_written_with_a_blank(app):
    code = code_of(app)
    assert answer(sign_in().get("/admin/"), code=f" {code[:3]} {code[3:]}").status_code == 302


def test_a_recovery_code_opens_once(app):
    assert answer(sign_in().get("/admin/"), code="2468 1357 9024").status_code == 302
    assert records()[-1] == ("Passed the second factor", "maria", "recovery code")
    assert title(answer(sign_in().get("/admin/"), code="2468 1357 9024")) == "Enter your code"


def test_a_browser_that_passed_is_not_asked_again_for_twelve_hours(inside, clock):
    clock.shift(timedelta(hours=8))
    inside.post("/admin/logout/")
    sign_in(client=inside)
    assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(hours=4))
    inside.post("/admin/logout/")
    sign_in(client=inside)
    assert title(inside.get("/admin/")) == "Enter your code"


def test_another_browser_is_asked(inside):
    assert title(sign_in().get("/admin/")) == "Enter your code"


def test_remembering_ends_with_the_password_the_device_and_the_user(inside, maria, app, clock):
    kept = inside.cookies[cookie_name(maria)].value
    jan = make_account("jan")
    give_app(jan)

    def asked(user=maria, password=PASSWORD):
        browser = Client()
        browser.cookies[cookie_name(user)] = kept
        return title(sign_in(user.username, password=password, client=browser).get("/admin/"))

    assert asked() == "What would you like to do?"
    assert asked(jan) == "Enter your code"
    maria.set_password("another one of many words")
    maria.save()
    assert asked(password="another one of many words") == "Enter your code"
    maria.set_password(PASSWORD)
    maria.save()
    second_factor.delete_devices(maria)
    assert asked() == "Set up your second factor"


def test_colleagues_at_one_computer_are_each_remembered(inside, clock):
    jan = make_account("jan")
    app = give_app(jan)
    inside.post("/admin/logout/")
    answer(sign_in("jan", client=inside).get("/admin/"), code=code_of(app))
    inside.post("/admin/logout/")
    assert title(sign_in(client=inside).get("/admin/")) == "What would you like to do?"


def test_cookie_that_was_tampered_with_is_nothing(app, maria):
    browser = Client()
    browser.cookies[cookie_name(maria)] = "eyJ1c2VyIjoxfQ:1abc:signature"
    assert title(sign_in(client=browser).get("/admin/")) == "Enter your code"


def test_cookie_of_the_second_factor_lasts_twelve_hours(inside, maria):
    assert inside.cookies[cookie_name(maria)]["max-age"] == 12 * 60 * 60


def test_over_https_the_cookie_is_bound_to_the_host(app, maria, settings):
    settings.SECOND_FACTOR_COOKIE_NAME = "__Host-second-factor"
    settings.SESSION_COOKIE_SECURE = True
    browser = sign_in()
    browser.cookies["session"]["secure"] = ""
    answer(browser.get("/admin/"), code=code_of(app))
    cookie = browser.cookies[f"__Host-second-factor-{maria.pk}"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


# Setting it up


def set_up_page():
    return sign_in().get("/admin/")


def test_first_sign_in_sets_up_the_second_factor_and_shows_ten_recovery_codes_once(maria):
    shown = set_up_page()
    assert title(shown) == "Set up your second factor"
    svg = Page(shown).one(".sign-in__qr svg")
    assert [element for element in [svg, *svg.select("*")] if element.get("style")] == []
    shown = answer(shown, code=f"{totp(secret_on(shown)):06}")
    assert title(shown) == "Save your recovery codes"
    codes = Page(shown).texts("#recovery-codes li")
    assert len(set(codes)) == 10
    assert answer(shown)["Location"] == "/admin/"
    assert title(shown.client.get("/admin/")) == "What would you like to do?"
    assert records()[-1] == ("Set up the second factor", "maria", "")
    assert answer(sign_in().get("/admin/"), code=codes[3]).status_code == 302


def test_app_is_told_the_name_of_the_clinic_and_of_the_account(app):
    url = second_factor.setup_url(app, make_clinic(name="Back: Neck & Co"))
    secret = b32encode(app.bin_key).decode().replace("=", "%3D")
    assert url == f"otpauth://totp/Back%20Neck%20%26%20Co%3Amaria?secret={secret}&issuer=Back%20Neck%20%26%20Co"


def test_setting_up_with_a_wrong_code_asks_again_for_the_same_app(maria):
    shown = set_up_page()
    again = answer(shown, code="12345")
    assert title(again) == "Set up your second factor"
    assert secret_on(again) == secret_on(shown)
    assert records()[-1] == ("Failed the second factor", "maria", "setting up")


def test_every_session_sets_up_with_a_secret_of_its_own(maria):
    """Somebody who knows the password must not have seen what its owner then scans."""
    assert secret_on(set_up_page()) != secret_on(set_up_page())


def test_with_a_code_from_the_command_line_a_new_app_is_set_up(maria):
    second_factor.delete_devices(maria)
    code = add_static_token("maria").token
    shown = sign_in().get("/admin/")
    assert title(shown) == "Enter your code"
    left = add_static_token("maria").token
    shown = answer(shown, code=code).client.get("/admin/")
    assert title(shown) == "Set up your second factor"
    answer(shown, code=f"{totp(secret_on(shown)):06}")
    assert title(answer(sign_in().get("/admin/"), code=left)) == "Enter your code"
