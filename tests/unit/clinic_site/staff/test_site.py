"""What every page of the staff site keeps to."""

from django.test import Client

from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import answer, code_of, records, sign_in, title

LIST = "/admin/consultations/consultationrequest/"


def test_every_page_is_headed_by_the_clinics_name(app):
    make_clinic(name="Back & Neck")
    browser = sign_in()
    gate = browser.get("/admin/")
    home = answer(gate, code=code_of(app)).client.get("/admin/")
    for shown in (Client().get("/admin/login/"), gate, home):
        assert Page(shown).text("#site-name") == "Back & Neck: staff"
        assert Page(shown).title.endswith(" | Staff")


def test_home_page_names_what_staff_do_and_begins_with_the_front_desk(staff):
    groups = Page(staff.get("/admin/")).texts("#content-main caption")
    assert groups == ["Front desk", "Articles", "Clinic", "Redirects", "Staff accounts"]


def test_signing_out_is_recorded_and_clears_what_scripts_kept(inside):
    left = inside.post("/admin/logout/")
    assert title(left) == "Logged out"
    assert left["Clear-Site-Data"] == '"storage"'
    assert left.cookies["session"].value == ""
    assert inside.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    assert records()[-1] == ("Signed out", "maria", "")


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


def test_cookies_of_the_admin_are_strict_and_out_of_reach_of_scripts(inside, maria):
    inside.get("/admin/password_change/")
    assert set(inside.cookies) == {"session", "csrf", f"second-factor-{maria.pk}"}
    for cookie in inside.cookies.values():
        assert (cookie["samesite"], cookie["httponly"], cookie["path"]) == ("Strict", True, "/"), cookie.key


def test_demo_asks_for_no_second_factor_and_says_so_on_every_page(staff):
    make_clinic()
    for address in ["/admin/", LIST, "/admin/articles/article/add/", "/admin/password_change/"]:
        assert "the second factor is off" in Page(staff.get(address)).text(".staff-notice"), address
    assert "the second factor is off" in Page(Client().get("/admin/login/")).text(".staff-notice")


def test_real_site_says_nothing_of_it(inside):
    for browser, address in [(inside, "/admin/"), (Client(), "/admin/login/")]:
        assert Page(browser.get(address)).all(".staff-notice") == []


def test_a_form_that_comes_after_the_sign_out_is_given_back_and_does_nothing(inside, client):
    make_clinic()
    stored = make_request()
    address = f"{LIST}{stored.pk}/change/"
    sent = {"note": "Knocked twice.", "_outcome": "reached", "password1": "secret", "csrfmiddlewaretoken": "x"}
    for browser in (client, signed_out(inside)):
        refused = browser.post(address, sent)
        page = Page(refused)
        assert (refused.status_code, title(refused)) == (403, "Nothing was saved")
        assert page.texts(".not-saved dd") == ["Knocked twice.", "reached"]
        assert page.links("Open the page again") == [address]
        assert refused["Cache-Control"] == "private, no-store"
    assert stored.entries.count() == 0


def signed_out(browser):
    browser.post("/admin/logout/")
    return browser


def test_a_form_of_before_a_new_sign_in_is_given_back_too(maria):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(maria)
    make_clinic()
    refused = browser.post(LIST, {"note": "Knocked twice.", "csrfmiddlewaretoken": "of the other tab"})
    assert (refused.status_code, title(refused)) == (403, "Nothing was saved")
    assert Page(refused).texts(".not-saved dd") == ["Knocked twice."]


def test_a_form_of_another_site_is_given_back_to_nobody(db):
    make_clinic()
    refused = Client(enforce_csrf_checks=True).post(LIST, {"note": "Call this number."})
    assert refused.status_code == 403
    assert "Call this number." not in refused.content.decode()
