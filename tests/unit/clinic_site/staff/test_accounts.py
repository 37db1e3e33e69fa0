import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultations.models import AccessRecord
from tests.pages import Page
from tests.staff import PASSWORD, give_app, make_account, sign_in

pytestmark = pytest.mark.django_db
ACCOUNTS = "/admin/auth/user/"


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def manager():
    return make_account("manager", groups=["Manager"])


@pytest.fixture
def office(manager):
    return browser_of(manager)


def page_of(user):
    return f"{ACCOUNTS}{user.pk}/change/"


def form(user, **changes):
    groups = list(user.groups.values_list("pk", flat=True))
    return {"username": user.username, "is_active": "on", "groups": groups, **changes}


def group(name):
    return Group.objects.get(name=name).pk


def editable(response):
    names = {field["name"] for field in Page(response).all("#user_form [name]") if field.get("type") != "hidden"}
    return {name for name in names if not name.startswith("_")}


def test_manager_makes_an_account_of_staff_who_can_sign_in(office):
    fields = {"username": "jan", "password1": PASSWORD, "password2": PASSWORD, "groups": group("Front desk")}
    made = office.post(f"{ACCOUNTS}add/", {**fields, "is_superuser": "on", "user_permissions": "1"})
    assert made.status_code == 302
    jan = User.objects.get(username="jan")
    assert (jan.is_staff, jan.is_superuser, jan.user_permissions.count()) == (True, False, 0)
    assert [group.name for group in jan.groups.all()] == ["Front desk"]
    assert sign_in("jan").answer.status_code == 302


def test_manager_sees_no_way_to_more_than_the_three_groups(office):
    Group.objects.create(name="All powers")
    page = office.get(page_of(make_account()))
    assert editable(page) == {"username", "first_name", "last_name", "email", "is_active", "groups"}
    assert sorted(Page(page).texts("#id_groups label")) == ["Editor", "Front desk", "Manager"]


def test_manager_cannot_give_what_the_form_does_not_hold(office):
    powers = Group.objects.create(name="All powers")
    maria = make_account()
    posted = form(maria, is_superuser="on", is_staff="", user_permissions=["1", "2"], groups=[group("Editor")])
    assert office.post(page_of(maria), posted).status_code == 302
    assert office.post(page_of(maria), form(maria, groups=[powers.pk])).status_code == 200
    maria.refresh_from_db()
    assert (maria.is_superuser, maria.is_staff, maria.user_permissions.count()) == (False, True, 0)
    assert [group.name for group in maria.groups.all()] == ["Editor"]


def test_manager_cannot_change_own_groups_or_disable_the_own_account(office, manager):
    assert editable(office.get(page_of(manager))) == {"username", "first_name", "last_name", "email"}
    posted = form(manager, groups=[group("Editor")], first_name="New")
    del posted["is_active"]
    assert office.post(page_of(manager), posted).status_code == 302
    manager.refresh_from_db()
    assert (manager.first_name, manager.is_active) == ("New", True)
    assert [group.name for group in manager.groups.all()] == ["Manager"]


def test_manager_cannot_touch_a_superuser(office, admin_user):
    give_app(admin_user)
    assert office.post(page_of(admin_user), form(admin_user, username="mine")).status_code == 403
    assert office.get(f"{ACCOUNTS}{admin_user.pk}/password/").status_code == 403
    new = {"password1": PASSWORD, "password2": PASSWORD}
    assert office.post(f"{ACCOUNTS}{admin_user.pk}/password/", new).status_code == 403
    assert office.post(f"{ACCOUNTS}{admin_user.pk}/reset-second-factor/").status_code == 403
    admin_user.refresh_from_db()
    assert (admin_user.username, admin_user.check_password("password")) == ("admin", True)
    assert TOTPDevice.objects.count() == 1


def test_superuser_makes_a_superuser(staff):
    maria = make_account()
    assert {"is_staff", "is_superuser"} <= editable(staff.get(page_of(maria)))
    staff.post(page_of(maria), form(maria, is_staff="on", is_superuser="on"))
    maria.refresh_from_db()
    assert maria.is_superuser


def test_nobody_deletes_an_account(office, staff):
    maria = make_account()
    for client in (office, staff):
        assert client.get(f"{ACCOUNTS}{maria.pk}/delete/").status_code == 403
        client.post(ACCOUNTS, {"action": "delete_selected", "_selected_action": maria.pk, "post": "yes"})
    assert User.objects.filter(pk=maria.pk).exists()


def test_disabling_an_account_ends_its_sessions(office):
    maria = make_account(groups=["Front desk"])
    desk = browser_of(maria)
    assert desk.get("/admin/").status_code == 200
    posted = form(maria)
    del posted["is_active"]
    office.post(page_of(maria), posted)
    assert desk.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


def test_weak_password_is_refused(office):
    made = office.post(f"{ACCOUNTS}add/", {"username": "jan", "password1": "chiro", "password2": "chiro"})
    assert Page(made).texts(".errorlist li")[0].startswith("This password is too short.")
    assert not User.objects.filter(username="jan").exists()


def test_page_of_an_account_shows_nothing_of_the_passwords_hash(office):
    maria = make_account()
    text = office.get(page_of(maria)).content.decode()
    assert "Reset password" in text
    assert maria.password.split("$")[2][:6] not in text


# The second factor of somebody else


def test_the_own_password_is_changed_only_with_the_old_one(office, manager):
    own = f"{ACCOUNTS}{manager.pk}/password/"
    for answer in (office.get(own), office.post(own, {"password1": "x" * 20, "password2": "x" * 20})):
        assert answer["Location"] == "/admin/password_change/"
    manager.refresh_from_db()
    assert manager.check_password(PASSWORD)


def test_manager_resets_a_second_factor(office):
    maria = make_account()
    give_app(maria)
    address = f"{ACCOUNTS}{maria.pk}/reset-second-factor/"
    assert Page(office.get(page_of(maria))).links("Reset second factor") == [address]
    asked = office.get(address)
    assert Page(asked).text("h1") == "Reset the second factor?"
    assert TOTPDevice.objects.count() == 1
    assert office.post(address)["Location"] == page_of(maria)
    assert TOTPDevice.objects.count() == 0
    record = AccessRecord.objects.get()
    assert (record.get_action_display(), record.actor_name, record.details) == (
        "Reset a second factor",
        "manager",
        "of maria",
    )
    assert Page(office.get(page_of(maria))).links("Reset second factor") == []


@pytest.mark.parametrize("groups", [[], ["Front desk"], ["Editor"]])
def test_others_reset_nothing(groups):
    maria = make_account()
    give_app(maria)
    other = browser_of(make_account("other", groups=groups))
    assert other.post(f"{ACCOUNTS}{maria.pk}/reset-second-factor/").status_code == 403
    assert TOTPDevice.objects.count() == 1


def test_reset_of_an_account_that_is_not_there_is_not_found(office):
    assert office.post(f"{ACCOUNTS}999/reset-second-factor/").status_code == 404


def test_secrets_of_the_second_factor_and_counted_failures_have_no_page(staff):
    give_app(make_account())
    links = [link["href"] for link in Page(staff.get("/admin/")).all("a[href]")]
    assert [link for link in links if "otp" in link or "axes" in link or "group" in link] == []
    for address in ["otp_totp/totpdevice/", "otp_static/staticdevice/", "axes/accessattempt/", "auth/group/"]:
        assert staff.get(f"/admin/{address}").status_code == 404
