"""The sign-off of the site's own wording, one for each language."""

from datetime import date

import pytest

from clinic_site import wording
from clinic_site.facts import current_clinic
from clinic_site.models import InterfaceReview
from tests import catalogues
from tests.factories import make_clinic, make_interface_review
from tests.pages import Page

pytestmark = pytest.mark.django_db

LIST = "/admin/clinic_site/interfacereview/"
NOTE = "main > .notice"


@pytest.fixture
def signed():
    return make_interface_review(language="es", reviewed_by="Ana Ruiz", reviewed_on=date(2026, 2, 1))


@pytest.mark.parametrize("address", ["/es/", "/es/consultation/", "/es/contact/", "/es/privacy/", "/es/nowhere/"])
def test_unsigned_wording_says_so_once_at_the_top_of_the_page(visitor, address):
    page = Page(visitor.get(address))
    assert "ninguna persona los ha revisado" in page.text(".notice")
    assert page.one("main").find(True) == page.one(NOTE)


def test_signed_wording_says_nothing_in_its_language_and_still_does_in_others(visitor, signed):
    assert Page(visitor.get("/es/consultation/")).all(NOTE) == []
    assert len(Page(visitor.get("/pl/consultation/")).all(NOTE)) == 1


def test_english_needs_no_sign_off(visitor):
    assert Page(visitor.get("/consultation/")).all(NOTE) == []


def test_sign_off_ends_when_the_wording_changes(visitor, signed, monkeypatch):
    monkeypatch.setattr(wording, "fingerprint", lambda language: "of another catalogue")
    assert len(Page(visitor.get("/es/consultation/")).all(NOTE)) == 1


def test_taking_the_name_away_ends_the_sign_off(staff, signed):
    staff.post(f"{LIST}{signed.pk}/change/", {"reviewed_by": "", "reviewed_on": ""})
    signed.refresh_from_db()
    assert (signed.reviewed_by, signed.signed_fingerprint, signed.is_current) == ("", "", False)


def test_sign_off_is_on_the_next_page(visitor, django_capture_on_commit_callbacks):
    assert current_clinic().checked_languages == {"en"}
    with django_capture_on_commit_callbacks(execute=True):
        make_interface_review(language="pl", reviewed_by="Jan Nowak", reviewed_on=date(2026, 2, 1))
    assert current_clinic().checked_languages == {"en", "pl"}


@pytest.mark.parametrize(("day", "is_signed"), [("2026-02-01", False), ("2026-02-02", True)])
def test_saving_without_a_new_name_or_day_signs_nothing(staff, signed, day, is_signed):
    InterfaceReview.objects.update(signed_fingerprint="of another catalogue")
    staff.post(f"{LIST}{signed.pk}/change/", {"reviewed_by": "Ana Ruiz", "reviewed_on": day})
    signed.refresh_from_db()
    assert (str(signed.reviewed_on), signed.is_current) == (day, is_signed)


def test_every_language_has_a_fingerprint_of_its_own():
    prints = {wording.fingerprint(code) for code, _ in wording.TRANSLATED_LANGUAGES}
    assert len(prints) == 3
    assert all(len(fingerprint) == 64 for fingerprint in prints)


def test_safety_lines_are_lines_of_the_site():
    messages = {message.id for message in catalogues.collect()}
    assert set(wording.SAFETY_LINES) - messages == set()


# In the admin


def test_admin_has_one_row_for_each_language_and_no_way_to_add_or_remove_one(staff):
    make_clinic()
    page = Page(staff.get(LIST))
    assert page.texts("#result_list .field-__str__") == ["العربية", "Español", "Polski"]
    assert staff.get(f"{LIST}add/").status_code == 403
    row = InterfaceReview.objects.get(language="es")
    assert staff.post(f"{LIST}{row.pk}/delete/").status_code == 403


def test_admin_rows_are_for_those_who_may_see_them(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(LIST).status_code == 403
    assert not InterfaceReview.objects.exists()


def test_admin_shows_the_lines_that_matter_most_and_takes_the_signature(staff, visitor):
    staff.get(LIST)
    row = InterfaceReview.objects.get(language="es")
    form = Page(staff.get(f"{LIST}{row.pk}/change/"))
    lines = dict(zip(form.texts(".field-lines dt"), form.texts(".field-lines dd"), strict=True))
    assert lines["Do not wait for our call."] == "No espere a que le llamemos."
    assert len(lines) == len(wording.SAFETY_LINES)
    assert "%" not in form.text(".field-lines dl")

    staff.post(f"{LIST}{row.pk}/change/", {"reviewed_by": "Ana Ruiz", "reviewed_on": "2026-02-01"})
    state = Page(staff.get(LIST)).texts("#result_list .field-state")[1]
    assert state == "Checked by Ana Ruiz on Feb. 1, 2026."
    assert Page(visitor.get("/es/consultation/")).all(NOTE) == []


def test_admin_says_when_the_wording_has_changed_since(staff, signed):
    InterfaceReview.objects.update(signed_fingerprint="of another catalogue")
    assert "but the wording has changed since" in Page(staff.get(LIST)).texts("#result_list .field-state")[1]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"reviewed_by": "Ana Ruiz", "reviewed_on": ""}, "Enter both the reviewer and the date of the review."),
        ({"reviewed_by": "Ana Ruiz", "reviewed_on": "2100-01-01"}, "this one is in the future."),
    ],
)
def test_half_a_signature_is_refused(staff, answers, message):
    staff.get(LIST)
    row = InterfaceReview.objects.get(language="es")
    response = staff.post(f"{LIST}{row.pk}/change/", answers)
    assert message in Page(response).text("#content")
