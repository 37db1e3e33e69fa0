"""The gate before the staff site: what it shows and when it closes."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import get_resolver

from articles.models import Draft
from tests.factories import make_request
from tests.pages import Page
from tests.staff import (
    PASSWORD,
    answer,
    code_of,
    make_account,
    problem,
    records,
    sign_in,
    title,
)

KEY = "7d2f8f5e-5f0c-4f64-9d4f-2b8f5f9d1c11"  # of an opened form
LIST = "/admin/consultations/consultationrequest/"


def test_staff_sign_in_with_user_name_password_and_code(app):
    browser = sign_in()
    assert browser.answer["Location"] == "/admin/"
    asked = browser.get("/admin/")
    assert title(asked) == "Enter your code"
    assert answer(asked, code=code_of(app))["Location"] == "/admin/"
    assert title(browser.get("/admin/")) == "What would you like to do?"
    assert records() == [("Signed in", "maria", ""), ("Passed the second factor", "maria", "")]


def test_session_gets_a_new_key_at_every_sign_in(app):
    browser = sign_in()
    keys = [browser.session.session_key]
    sign_in(client=browser)
    keys.append(browser.session.session_key)
    answer(browser.get("/admin/"), code=code_of(app))
    keys.append(browser.session.session_key)
    assert len(set(keys)) == 3


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


def addresses():
    """Every address of the staff site that a closed gate covers, with 1 where it asks for something."""

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            else:
                yield re.sub(r"<[^>]*>|\(\?P.*?\)\)?", "1", route).replace("^", "").replace("$", "")

    (staff_site,) = [part for part in get_resolver().url_patterns if str(part.pattern) == "admin/"]
    return set(walk(staff_site.url_patterns, "/admin/")) - {"/admin/login/", "/admin/logout/"}


def test_no_page_of_the_admin_opens_behind_a_closed_gate(app):
    stored = make_request(full_name="Anna Behindthegate")
    browser = sign_in()
    found = addresses()
    assert {"/admin/", "/admin/jsi18n/", LIST, "/admin/articles/article/preview/1/"} <= found
    for address in [*found, f"{LIST}{stored.pk}/change/", "/admin/nowhere/"]:
        shown = browser.get(address)
        assert title(shown) == "Enter your code", address
        words = ["Anna", stored.reference, "Consultation requests", "Articles"]
        assert [word for word in words if word in shown.content.decode()] == [], address


def test_a_link_in_webmail_arrives_although_it_brings_no_cookie(app):
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    shown = Client().get(f"{LIST}?state=new", headers=headers)
    assert Page(shown).one("meta[http-equiv=refresh]")["content"] == "0"
    assert Page(shown).links("Continue") == [f"{LIST}?state=new"]
    again = Client().get(LIST, headers={**headers, "sec-fetch-site": "same-origin"})
    assert again["Location"] == f"/admin/login/?next={LIST}"


def test_messages_wait_behind_the_gate(inside, maria, clock):
    maria.groups.add(Group.objects.get(name="Manager"))
    jan = make_account("jan")
    inside.post(f"/admin/auth/user/{jan.pk}/change/", {"username": "jan", "is_active": "on"})
    clock.shift(timedelta(minutes=15))
    asked = inside.get("/admin/")
    assert "changed successfully" not in asked.content.decode()
    answer(asked, password=PASSWORD)
    assert "changed successfully" in inside.get("/admin/").content.decode()


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


# After a pause


def test_password_alone_is_asked_for_after_fifteen_idle_minutes(inside, clock):
    clock.shift(timedelta(minutes=14, seconds=59))
    assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(minutes=15))
    asked = inside.get("/admin/?from=mail")
    assert title(asked) == "Are you still there?"
    key = inside.session.session_key
    assert answer(asked, password=PASSWORD)["Location"] == "/admin/?from=mail"
    assert inside.session.session_key != key
    assert title(inside.get("/admin/?from=mail")) == "What would you like to do?"
    assert records()[-1] == ("Signed in", "maria", "password again")


def test_background_refreshes_do_not_keep_a_session_alive(inside, clock):
    ends_at = Session.objects.get().expire_date
    for _ in range(15):
        clock.shift(timedelta(minutes=1))
        last = inside.get("/admin/", headers={"x-background-refresh": "1"})
    assert (last.status_code, last.content) == (403, b"")
    assert Session.objects.get().expire_date == ends_at
    assert title(inside.get("/admin/")) == "Are you still there?"


@pytest.fixture
def editor(inside, maria):
    """Her browser, as an editor's."""
    maria.groups.set(Group.objects.filter(name="Editor"))
    return inside


def keep_draft(browser):
    headers = {"x-background-refresh": "1", "sec-fetch-mode": "cors"}
    answer = browser.post("/admin/articles/article/draft/", {"draft_key": KEY, "byline": "Maria"}, headers=headers)
    assert answer.content == b""
    return answer.status_code


def test_what_is_typed_for_longer_than_the_idle_minutes_is_kept_and_keeps_no_session_alive(editor, clock):
    for minutes in (5, 15, 60):
        clock.shift(timedelta(minutes=minutes))
        assert keep_draft(editor) == 204
    assert Draft.objects.count() == 1
    assert title(editor.get("/admin/articles/article/add/")) == "Are you still there?"
    refused = editor.get("/admin/articles/article/draft/", headers={"x-background-refresh": "1"})
    assert refused.status_code == 405  # nothing can be read there


def test_nothing_typed_is_kept_after_a_sign_out_or_without_the_second_factor(editor, clock, app):
    editor.post("/admin/logout/")
    assert keep_draft(editor) == 403
    assert keep_draft(sign_in()) == 403  # the code is not given yet
    clock.shift(timedelta(minutes=1))
    browser = sign_in()
    answer(browser.get("/admin/"), code=code_of(app))
    assert keep_draft(browser) == 204
    clock.shift(timedelta(hours=12))
    assert keep_draft(browser) == 403
    assert Draft.objects.count() == 1


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


@pytest.mark.whole
def test_a_day_of_work_asks_for_everything_again_after_twelve_hours(inside, app, clock):
    for _ in range(12 * 5 - 1):
        clock.shift(timedelta(minutes=12))
        assert title(inside.get("/admin/")) == "What would you like to do?"
    clock.shift(timedelta(minutes=12))
    asked = inside.get("/admin/")
    assert title(asked) == "Are you still there?"
    asked = inside.get(answer(asked, password=PASSWORD).request["PATH_INFO"])
    assert title(asked) == "Enter your code"
    assert answer(asked, code=code_of(app)).status_code == 302


def test_server_forgets_a_session_after_twelve_hours_without_a_page(inside, clock):
    clock.shift(timedelta(hours=12, seconds=1))
    assert inside.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


def test_demo_asks_for_the_password_after_a_pause_too(db, clock):
    make_account()
    browser = sign_in()
    clock.shift(timedelta(minutes=15))
    assert title(browser.get("/admin/")) == "Are you still there?"
