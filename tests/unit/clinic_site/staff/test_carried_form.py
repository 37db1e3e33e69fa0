"""The form that was sent when the gate closed."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django_otp.oath import totp

from clinic_site.staff import second_factor
from tests.factories import upload
from tests.pages import Page
from tests.staff import PASSWORD, answer, code_of, hidden, make_account, secret_on, sign_in, title


@pytest.fixture
def jan(maria):
    """An account that Maria, here a manager, is changing."""
    maria.groups.add(Group.objects.get(name="Manager"))
    return make_account("jan", first_name="Before")


def page_of(user):
    return f"/admin/auth/user/{user.pk}/change/"


def changes(**fields):
    return {"username": "jan", "is_active": "on", "first_name": "After", **fields}


def first_name(user):
    user.refresh_from_db()
    return user.first_name


def test_a_form_sent_after_a_pause_goes_on_once_the_password_is_given(inside, jan, clock):
    clock.shift(timedelta(minutes=15))
    typed = 'Jan "J"\r\n <b>K.</b> & żółw'
    groups = list(Group.objects.order_by("pk").values_list("pk", flat=True))[:2]
    asked = inside.post(page_of(jan), changes(first_name=typed, groups=groups, _continue="Save"))
    assert title(asked) == "Are you still there?"
    assert "Your changes are kept" in Page(asked).text("#content-main")
    assert first_name(jan) == "Before"
    saved = answer(answer(asked, password="wrong"), password=PASSWORD)
    assert saved["Location"] == page_of(jan)
    assert first_name(jan) == typed
    assert sorted(jan.groups.values_list("pk", flat=True)) == groups


def test_a_form_survives_password_and_second_factor(inside, app, jan, clock):
    for _ in range(72):
        clock.shift(timedelta(minutes=10))
        inside.get("/admin/password_change/done/")
    asked = answer(inside.post(page_of(jan), changes()), password=PASSWORD)
    assert title(asked) == "Enter your code"
    assert answer(asked, code=code_of(app))["Location"] == "/admin/auth/user/"
    assert first_name(jan) == "After"


def test_a_form_survives_setting_up(inside, maria, jan):
    second_factor.delete_devices(maria)
    shown = inside.post(page_of(jan), changes())
    shown = answer(shown, code=f"{totp(secret_on(shown)):06}")
    assert (title(shown), first_name(jan)) == ("Save your recovery codes", "Before")
    assert answer(shown)["Location"] == "/admin/auth/user/"
    assert first_name(jan) == "After"


def test_repeated_names_and_the_gates_own_names_come_through_as_they_were(inside, clock):
    clock.shift(timedelta(minutes=15))
    typed = {"groups": ["2", "1", "2"], "password": "p", "carried:a": "b", "gate:code": "c", "empty": "", "method": "m"}
    asked = inside.post("/admin/", typed)
    assert hidden(asked)[2:] == [
        ("carried:groups", "2"),
        ("carried:groups", "1"),
        ("carried:groups", "2"),
        ("carried:carried:a", "b"),
        ("carried:gate:code", "c"),
        ("carried:empty", ""),
        ("carried:method", "m"),
    ]
    assert hidden(answer(asked, password="wrong"))[2:] == hidden(asked)[2:]


def test_a_file_is_asked_for_again_and_the_rest_is_kept(inside, maria, clock):
    maria.groups.add(Group.objects.get(name="Editor"))
    clock.shift(timedelta(minutes=15))
    sent = {"file": upload(), "name": "A knee", "alternative_text": "A bent knee."}
    asked = inside.post("/admin/articles/picture/add/", sent)
    notice = (
        "Your changes are kept on this page and will be sent when you continue, "
        "except the file: you will be asked to choose it again."
    )
    assert notice in Page(asked).text("#content-main")
    asked = answer(asked, password="wrong")
    assert notice in Page(asked).text("#content-main")
    form = Page(answer(asked, password=PASSWORD))
    assert form.texts(".errorlist li") == ["Choose a file."]
    assert form.one("[name=name]")["value"] == "A knee"
    assert form.text("[name=alternative_text]") == "A bent knee."


def test_what_was_typed_is_shown_as_text(inside, clock):
    clock.shift(timedelta(minutes=15))
    shown = inside.post("/admin/", {'"><script>alert(1)</script>': '"><script>alert(2)</script>'})
    assert "<script>alert" not in shown.content.decode()
    assert ('carried:"><script>alert(1)</script>', '"><script>alert(2)</script>') in hidden(shown)


def test_what_one_user_typed_is_neither_sent_nor_shown_as_another(inside, jan, clock):
    make_account("root", is_superuser=True)
    clock.shift(timedelta(minutes=15))
    asked = inside.post(page_of(jan), changes(first_name="Typed by Maria"))
    sign_in("root", client=inside)
    refused = answer(asked, password=PASSWORD)
    assert refused["Location"] == page_of(jan)
    assert "Typed by Maria" not in inside.get(page_of(jan)).content.decode()
    assert first_name(jan) == "Before"
