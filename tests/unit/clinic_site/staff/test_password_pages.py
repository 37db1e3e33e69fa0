"""The pages on which staff type, paste and change their passwords."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.pages import Page

pytestmark = pytest.mark.django_db

LONG = " Żółty Heron, by the lake! 1234567890 three quiet herons stood there for hours "


@pytest.fixture
def maria():
    return get_user_model().objects.create_user("maria", password=LONG, is_staff=True)


def is_let_in(password):
    client = Client()
    client.post("/admin/login/", {"username": "maria", "password": password})
    return "_auth_user_id" in client.session


@pytest.mark.usefixtures("maria")
def test_a_password_is_compared_exactly_as_it_was_typed():
    assert is_let_in(LONG)
    for changed in (LONG.strip(), LONG.lower(), LONG[:72], LONG[:-1], f"{LONG} ", LONG.replace("  ", " ") + "x"):
        assert not is_let_in(changed), changed


def test_sign_in_asks_for_nothing_but_name_and_password_and_lets_them_be_pasted(db):
    fields = {
        field["name"]: field for field in Page(Client().get("/admin/login/")).all("main input[name], form input[name]")
    }
    assert {name: field["type"] for name, field in fields.items() if field["type"] != "hidden"} == {
        "username": "text",
        "password": "password",
    }
    assert [(field["name"], name) for field in fields.values() for name in field.attrs if name.startswith("on")] == []
    assert fields["password"]["autocomplete"] == "current-password"


def test_passwords_are_masked_wherever_they_are_typed(maria):
    client = Client()
    client.force_login(maria)
    fields = Page(client.get("/admin/password_change/")).all("form input[name*=password]")
    assert [(field["name"], field["type"], field["autocomplete"]) for field in fields] == [
        ("old_password", "password", "current-password"),
        ("new_password1", "password", "new-password"),
        ("new_password2", "password", "new-password"),
    ]


@pytest.mark.parametrize(("old", "is_changed"), [(LONG, True), ("", False), ("a guess at the old one", False)])
def test_staff_change_their_password_with_the_old_one(maria, old, is_changed):
    client = Client()
    client.force_login(maria)
    new = "another phrase, just as long"
    client.post("/admin/password_change/", {"old_password": old, "new_password1": new, "new_password2": new})
    maria.refresh_from_db()
    assert maria.check_password(new) == is_changed
