"""The gate before the staff site."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import get_resolver

from clinic_site import second_step
from consultations.models import AccessRecord, ConsultationRequest
from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import PASSWORD, answer, code_of, give_app, make_account, sign_in, title, wrong_code_of

MORNING = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def maria(db, settings, clock):
    """A front desk with an app, on a real site."""
    settings.TWO_STEP_SIGN_IN = True
    make_clinic()
    return make_account(groups=["Front desk"])


@pytest.fixture
def app(maria):
    return give_app(maria)


@pytest.fixture
def inside(app):
    """Maria's browser, signed in with both steps."""
    browser = sign_in()
    assert answer(browser.get("/admin/"), code=code_of(app)).status_code == 302
    return browser


def records():
    return [(r.get_action_display(), r.actor_name, r.details) for r in AccessRecord.objects.order_by("pk")]


def problem(shown):
    return Page(shown).text("#problem")


def hidden(shown):
    """What the gate's form carries, but for the token, which differs each time."""
    fields = [(field["name"], field["value"]) for field in Page(shown).all("#login-form input[type=hidden]")]
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


def change_page(stored):
    return f"{LIST}{stored.pk}/change/"


def handling(**fields):
    form = {
        "state": "contacted",
        "corrected_phone": "",
        "note": "",
        "mails-TOTAL_FORMS": "0",
        "mails-INITIAL_FORMS": "0",
    }
    return {**form, **fields}


# User name and password


def test_staff_sign_in_with_user_name_password_and_code(app):
    browser = sign_in()
    assert browser.answer["Location"] == "/admin/"
    asked = browser.get("/admin/")
    assert title(asked) == "The second step"
    assert answer(asked, code=code_of(app))["Location"] == "/admin/"
    assert title(browser.get("/admin/")) == "What would you like to do?"
    assert records() == [("Signed in", "maria", ""), ("Passed the second step", "maria", "")]


def test_failures_read_the_same_for_everybody(maria):
    make_account("left", is_active=False)
    make_account("patient").__class__.objects.filter(username="patient").update(is_staff=False)
    for username in ["maria", "left", "patient", "nobody"]:
        password = "wrong" if username in ("maria", "nobody") else PASSWORD
        failed = sign_in(username, password=password).answer
        assert Page(failed).texts(".errornote") == [
            "Please enter the correct username and password for a staff account. "
            "Note that both fields may be case-sensitive."
        ], username


def test_failure_is_recorded_by_a_user_name_that_exists(maria):
    sign_in(password="wrong")
    sign_in("three quiet herons by the lake", password="")
    sign_in("three quiet herons by the lake", password="wrong")
    assert records() == [("Failed to sign in", "maria", ""), ("Failed to sign in", "", "unknown user name")]


@pytest.mark.parametrize(("username", "actor"), [("maria", "maria"), ("nobody", "")])
def test_five_failures_lock_out_for_a_quarter_of_an_hour(maria, clock, username, actor):
    for _ in range(4):
        assert sign_in(username, password="wrong").answer.status_code == 200
    locked = sign_in(username, password="wrong").answer
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert title(locked) == "Too many wrong tries"
    assert sign_in(username).answer.status_code == 429
    unknown = [] if actor else ["unknown user name"]
    assert records() == [
        *[("Failed to sign in", actor, ", ".join(unknown))] * 5,
        ("Was locked out", actor, ""),
        ("Failed to sign in", actor, ", ".join([*unknown, "while locked out"])),
    ]
    clock.shift(timedelta(minutes=16))
    assert sign_in(username).answer.status_code == (302 if actor else 200)


def test_lock_out_is_for_a_user_name_from_an_address(maria):
    make_account("jan")
    for _ in range(5):
        sign_in(password="wrong", x_forwarded_for="192.0.2.7")
    assert sign_in(x_forwarded_for="192.0.2.7").answer.status_code == 429
    assert sign_in("jan", x_forwarded_for="192.0.2.7").answer.status_code == 302
    assert sign_in(x_forwarded_for="192.0.2.8").answer.status_code == 302


def test_what_counts_failures_keeps_nothing_that_was_typed(maria):
    from axes.models import AccessAttempt

    sign_in(PASSWORD, password="wrong words")
    attempt = AccessAttempt.objects.get()
    kept = [getattr(attempt, field.name) for field in AccessAttempt._meta.concrete_fields]
    assert not any(typed in str(value) for value in kept for typed in (PASSWORD, "wrong words"))


def test_session_gets_a_new_key_at_every_sign_in(app):
    browser = sign_in()
    keys = [browser.session.session_key]
    sign_in(client=browser)
    keys.append(browser.session.session_key)
    answer(browser.get("/admin/"), code=code_of(app))
    keys.append(browser.session.session_key)
    assert len(set(keys)) == 3


def test_signing_out_is_recorded_and_clears_what_scripts_kept(inside):
    left = inside.post("/admin/logout/")
    assert title(left) == "Logged out"
    assert left["Clear-Site-Data"] == '"storage"'
    assert left.cookies["session"].value == ""
    assert inside.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    assert records()[-1] == ("Signed out", "maria", "")


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"is_staff": False}, {"password": "pbkdf2_sha256$another"}], ids=str
)
def test_disabled_account_is_out_at_the_next_page(inside, maria, change):
    before = {name: getattr(maria, name) for name in change}
    type(maria).objects.update(**change)
    assert inside.get(LIST)["Location"] == f"/admin/login/?next={LIST}"
    type(maria).objects.update(**before)
    assert inside.get(LIST)["Location"] == f"/admin/login/?next={LIST}"


# What a closed gate shows


def addresses(prefix="/admin/", patterns=None):
    """Every address of the admin, with 1 where it asks for something."""
    import re

    resolver = get_resolver()
    admin_urls = next(p for p in resolver.url_patterns if str(p.pattern) == "admin/")

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            else:
                yield re.sub(r"<[^>]*>|\(\?P.*?\)\)?", "1", route).replace("^", "").replace("$", "")

    return [a for a in walk(admin_urls.url_patterns, prefix) if a not in ("/admin/login/", "/admin/logout/")]


def test_no_page_of_the_admin_opens_behind_a_closed_gate(app):
    stored = make_request(full_name="Anna Behindthegate")
    browser = sign_in()
    found = addresses()
    assert {"/admin/", "/admin/jsi18n/", f"{LIST}", "/admin/articles/article/preview/1/"} <= set(found)
    for address in [*found, change_page(stored), "/admin/nowhere/"]:
        shown = browser.get(address)
        assert title(shown) == "The second step", address
        text = shown.content.decode()
        assert not any(word in text for word in ["Anna", stored.reference, "Consultation requests", "Articles"]), (
            address
        )


def test_a_link_in_webmail_arrives_although_it_brings_no_cookie(app):
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    shown = Client().get(f"{LIST}?state=new", headers=headers)
    assert Page(shown).one("meta[http-equiv=refresh]")["content"] == "0"
    assert Page(shown).links("Go on") == [f"{LIST}?state=new"]
    again = Client().get(LIST, headers={**headers, "sec-fetch-site": "same-origin"})
    assert again["Location"] == f"/admin/login/?next={LIST}"


def test_messages_wait_behind_the_gate(inside, clock):
    stored = make_request()
    inside.post(change_page(stored), handling())
    clock.shift(timedelta(minutes=15))
    assert stored.reference not in inside.get(LIST).content.decode()


def test_signing_out_works_at_a_closed_gate(app):
    browser = sign_in()
    assert title(browser.post("/admin/logout/")) == "Logged out"


def test_what_scripts_fetch_is_refused_without_a_body_at_a_closed_gate(app):
    browser = sign_in()
    for headers in [{"x-background-refresh": "1"}, {"sec-fetch-mode": "cors"}, {"sec-fetch-mode": "no-cors"}]:
        refused = browser.get(LIST, headers=headers)
        assert (refused.status_code, refused.content) == (403, b"")
    refused = Client().get(LIST, headers={"x-background-refresh": "1"})
    assert (refused.status_code, refused.content) == (403, b"")


def test_every_answer_of_the_admin_is_kept_by_nobody(inside, client):
    for browser, address in [
        (inside, "/admin/"),
        (inside, "/admin/jsi18n/"),
        (inside, "/admin"),
        (inside, "/admin/nowhere/"),
        (client, "/admin/"),
        (client, "/admin/login/"),
    ]:
        assert browser.get(address)["Cache-Control"] == "private, no-store", address


# After a pause


def test_password_alone_is_asked_for_after_fifteen_idle_minutes(inside, clock):
    clock.shift(timedelta(minutes=14, seconds=59))
    assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(minutes=15))
    asked = inside.get(f"{LIST}?state=new")
    assert title(asked) == "Are you still there?"
    key = inside.session.session_key
    assert answer(asked, password=PASSWORD)["Location"] == f"{LIST}?state=new"
    assert inside.session.session_key != key
    assert inside.get(f"{LIST}?state=new").status_code in (200, 302)
    assert records()[-1] == ("Signed in", "maria", "password again")


def test_background_refreshes_do_not_keep_a_session_alive(inside, clock):
    ends_at = Session.objects.get().expire_date
    for _ in range(15):
        clock.shift(timedelta(minutes=1))
        last = inside.get("/admin/", headers={"x-background-refresh": "1"})
    assert (last.status_code, last.content) == (403, b"")
    assert Session.objects.get().expire_date == ends_at
    assert title(inside.get("/admin/")) == "Are you still there?"


def test_wrong_password_at_the_gate_is_asked_for_again_and_counted(inside, clock):
    clock.shift(timedelta(minutes=15))
    shown = inside.get("/admin/")
    for _ in range(4):
        shown = answer(shown, password="wrong")
        assert problem(shown) == "That was not your password. Try again."
    locked = answer(shown, password="wrong")
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes" in problem(locked)
    assert answer(locked, password=PASSWORD).status_code == 429
    clock.shift(timedelta(minutes=15, seconds=1))
    assert answer(locked, password=PASSWORD).status_code == 302


def test_a_day_of_work_asks_for_everything_again_after_twelve_hours(inside, app, clock):
    for _ in range(12 * 6 - 1):
        clock.shift(timedelta(minutes=10))
        assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(minutes=10))
    asked = inside.get("/admin/")
    assert title(asked) == "Are you still there?"
    asked = inside.get(answer(asked, password=PASSWORD).request["PATH_INFO"])
    assert title(asked) == "The second step"
    assert answer(asked, code=code_of(app)).status_code == 302


def test_server_forgets_a_session_after_twelve_hours_without_a_page(inside, clock):
    clock.shift(timedelta(hours=12, seconds=1))
    assert inside.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


# What was being typed


def test_a_form_sent_after_a_pause_goes_on_once_the_password_is_given(inside, clock):
    stored = make_request()
    clock.shift(timedelta(minutes=15))
    note = 'Rang "twice".\r\n<b>Line two</b> & more'
    asked = inside.post(change_page(stored), handling(note=note, _continue="Save"))
    assert title(asked) == "Are you still there?"
    assert "What you were sending is kept" in Page(asked).text("#content-main")
    assert ConsultationRequest.objects.get().note == ""
    asked = answer(asked, password="wrong")
    saved = answer(asked, password=PASSWORD)
    assert saved["Location"] == change_page(stored)
    assert ConsultationRequest.objects.get().note == note
    assert AccessRecord.objects.filter(details__contains="Rang").count() == 0


def test_a_form_survives_password_and_second_step(inside, app, clock):
    stored = make_request()
    for _ in range(72):
        clock.shift(timedelta(minutes=10))
        inside.get("/admin/")
    asked = answer(inside.post(change_page(stored), handling(note="Rang.")), password=PASSWORD)
    assert title(asked) == "The second step"
    assert answer(asked, code=code_of(app))["Location"] == LIST
    assert ConsultationRequest.objects.get().note == "Rang."


def test_repeated_names_and_the_gates_own_names_come_through_as_they_were(inside, clock):
    clock.shift(timedelta(minutes=15))
    typed = {"groups": ["2", "1", "2"], "password": "p", "typed:a": "b", "gate:code": "c", "empty": "", "method": "m"}
    asked = inside.post("/admin/", typed)
    assert hidden(asked)[2:] == [
        ("typed:groups", "2"),
        ("typed:groups", "1"),
        ("typed:groups", "2"),
        ("typed:password", "p"),
        ("typed:typed:a", "b"),
        ("typed:gate:code", "c"),
        ("typed:empty", ""),
        ("typed:method", "m"),
    ]
    assert hidden(answer(asked, password="wrong"))[2:] == hidden(asked)[2:]


def test_what_one_user_typed_is_neither_sent_nor_shown_as_another(inside, clock):
    make_account("jan", is_superuser=True)
    stored = make_request()
    clock.shift(timedelta(minutes=15))
    asked = inside.post(change_page(stored), handling(note="Maria wrote this."))
    sign_in("jan", client=inside)
    refused = answer(asked, password=PASSWORD)
    assert refused["Location"] == change_page(stored)
    assert "Maria wrote this." not in inside.get(change_page(stored)).content.decode()
    assert ConsultationRequest.objects.get().note == ""


def test_the_gates_form_needs_its_token(maria, app):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(maria)
    shown = browser.get("/admin/")
    fields = {**dict(hidden(shown)), "gate:code": code_of(app)}
    assert browser.post("/admin/", fields).status_code == 403
    assert answer(shown, code=code_of(app)).status_code == 302


# The second step


def test_wrong_codes_are_refused_and_must_wait_longer_each_time(app, clock):
    shown = sign_in().get("/admin/")
    shown = answer(shown, code=wrong_code_of(app))
    assert problem(shown) == "That code was wrong or has been used. Write the one that your app shows now."
    shown = answer(shown, code=code_of(app))
    assert problem(shown) == "Too many wrong codes. Wait 1 second, then write what your app shows."
    clock.shift(timedelta(seconds=2))
    assert answer(shown, code=code_of(app)).status_code == 302
    assert [action for action, _, _ in records()] == [
        "Signed in",
        "Failed the second step",
        "Failed the second step",
        "Passed the second step",
    ]


@pytest.mark.parametrize("code", ["", "12345", "x" * 3000, "\x00" * 6, "١٢٣٤٥٦", "' OR 1=1 --"])
def test_what_cannot_be_a_code_is_refused(app, code):
    assert title(answer(sign_in().get("/admin/"), code=code)) == "The second step"


def test_a_code_is_taken_once(app):
    code = code_of(app)
    assert answer(sign_in().get("/admin/"), code=code).status_code == 302
    assert title(answer(sign_in().get("/admin/"), code=code)) == "The second step"


def test_a_code_may_be_written_with_a_blank(app):
    code = code_of(app)
    assert answer(sign_in().get("/admin/"), code=f" {code[:3]} {code[3:]}").status_code == 302


def test_a_recovery_code_opens_once(app):
    assert answer(sign_in().get("/admin/"), code="2468 1357 9024").status_code == 302
    assert records()[-1] == ("Passed the second step", "maria", "recovery code")
    assert title(answer(sign_in().get("/admin/"), code="2468 1357 9024")) == "The second step"


def test_a_browser_that_passed_is_not_asked_again_for_twelve_hours(inside, clock):
    clock.shift(timedelta(hours=8))
    inside.post("/admin/logout/")
    sign_in(client=inside)
    assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(hours=4))
    inside.post("/admin/logout/")
    sign_in(client=inside)
    assert title(inside.get("/admin/")) == "The second step"


def test_another_browser_is_asked(inside):
    assert title(sign_in().get("/admin/")) == "The second step"


def test_remembering_ends_with_the_password_the_device_and_the_user(inside, maria, app, clock):
    kept = inside.cookies["second-step"].value

    def asked(username="maria", password=PASSWORD):
        browser = Client()
        browser.cookies["second-step"] = kept
        return title(sign_in(username, password=password, client=browser).get("/admin/"))

    assert asked() == "What would you like to do?"
    give_app(make_account("jan"))
    assert asked("jan") == "The second step"
    maria.set_password("another one of many words")
    maria.save()
    assert asked(password="another one of many words") == "The second step"
    maria.set_password(PASSWORD)
    maria.save()
    second_step.reset(maria)
    assert asked() == "Set up the second step"


def test_cookie_that_was_tampered_with_is_nothing(app):
    browser = Client()
    browser.cookies["second-step"] = "eyJ1c2VyIjoxfQ:1abc:signature"
    assert title(sign_in(client=browser).get("/admin/")) == "The second step"


def test_cookies_of_the_admin_are_strict_and_out_of_reach_of_scripts(inside):
    inside.get("/admin/password_change/")
    assert set(inside.cookies) == {"session", "csrf", "second-step"}
    for cookie in inside.cookies.values():
        assert (cookie["samesite"], cookie["httponly"], cookie["path"]) == ("Strict", True, "/"), cookie.key


def test_cookie_of_the_second_step_lasts_twelve_hours(inside):
    assert inside.cookies["second-step"]["max-age"] == 12 * 60 * 60


def test_over_https_the_cookie_is_bound_to_the_host(app, settings):
    settings.SECOND_STEP_COOKIE_NAME = "__Host-second-step"
    settings.SESSION_COOKIE_SECURE = True
    browser = sign_in()
    browser.cookies["session"]["secure"] = ""
    answer(browser.get("/admin/"), code=code_of(app))
    cookie = browser.cookies["__Host-second-step"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


# Setting it up


def set_up_page():
    return sign_in().get("/admin/")


def secret_on(shown):
    from base64 import b32decode

    return b32decode(Page(shown).text(".sign-in__secret").replace(" ", ""))


def test_first_sign_in_sets_up_the_second_step_and_shows_ten_recovery_codes_once(maria):
    from django_otp.oath import totp

    shown = set_up_page()
    assert title(shown) == "Set up the second step"
    svg = Page(shown).one(".sign-in__qr svg")
    assert [element for element in [svg, *svg.select("*")] if element.get("style")] == []
    shown = answer(shown, code=f"{totp(secret_on(shown)):06}")
    assert title(shown) == "Keep your recovery codes"
    codes = Page(shown).texts("#recovery-codes li")
    assert len(set(codes)) == 10
    assert answer(shown)["Location"] == "/admin/"
    assert title(shown.client.get("/admin/")) == "What would you like to do?"
    assert records()[-1] == ("Set up the second step", "maria", "")
    assert answer(sign_in().get("/admin/"), code=codes[3]).status_code == 302


def test_setting_up_with_a_wrong_code_asks_again_for_the_same_app(maria):
    shown = set_up_page()
    again = answer(shown, code="000000")
    assert title(again) == "Set up the second step"
    assert secret_on(again) == secret_on(shown)
    assert records()[-1] == ("Failed the second step", "maria", "setting up")


def test_every_session_sets_up_with_a_secret_of_its_own(maria):
    """Somebody who knows the password must not have seen what its owner then scans."""
    assert secret_on(set_up_page()) != secret_on(set_up_page())


def test_what_was_typed_survives_setting_up(maria, clock):
    from django_otp.oath import totp

    stored = make_request()
    shown = sign_in().post(change_page(stored), handling(note="Rang."))
    shown = answer(shown, code=f"{totp(secret_on(shown)):06}")
    assert answer(shown)["Location"] == LIST
    assert ConsultationRequest.objects.get().note == "Rang."


def test_with_a_code_from_the_command_line_a_new_app_is_set_up(maria):
    from django_otp.plugins.otp_static.lib import add_static_token

    second_step.reset(maria)
    code = add_static_token("maria").token
    shown = sign_in().get("/admin/")
    assert title(shown) == "The second step"
    browser = answer(shown, code=code).client
    assert title(browser.get("/admin/")) == "Set up the second step"


# Demo


def test_demo_asks_for_no_second_step_and_says_so_on_every_page(staff):
    make_clinic()
    for address in ["/admin/", LIST, "/admin/articles/article/add/", "/admin/password_change/"]:
        assert "two-step sign-in is off" in Page(staff.get(address)).text(".staff-notice"), address
    assert "two-step sign-in is off" in Page(Client().get("/admin/login/")).text(".staff-notice")


def test_real_site_says_nothing_of_it(inside):
    for browser, address in [(inside, "/admin/"), (Client(), "/admin/login/")]:
        assert Page(browser.get(address)).all(".staff-notice") == []


def test_demo_asks_for_the_password_after_a_pause_too(db, clock):
    make_account()
    browser = sign_in()
    clock.shift(timedelta(minutes=15))
    assert title(browser.get("/admin/")) == "Are you still there?"
