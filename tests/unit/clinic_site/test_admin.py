import pytest

from clinic_site.models import Clinic
from tests.factories import make_clinic
from tests.pages import Page

pytestmark = pytest.mark.django_db
PAGE = "/admin/clinic_site/clinic/1/change/"


def form(**changes):
    page_fields = {
        "name": "Integrated Health Solutions",
        "street": "10751 W. 165th Street, Suite 100",
        "city": "Orland Park",
        "state": "IL",
        "postal_code": "60467",
        "phone": "(708) 349-1000",
        "time_zone": "America/Chicago",
        "same_day_minutes": "120",
        "next_day_minutes": "240",
        "opening_periods-TOTAL_FORMS": "2",
        "opening_periods-INITIAL_FORMS": "0",
        "opening_periods-0-weekday": "0",
        "opening_periods-0-opens_at": "09:00",
        "opening_periods-0-closes_at": "12:00",
        "opening_periods-1-weekday": "0",
        "opening_periods-1-opens_at": "13:00",
        "opening_periods-1-closes_at": "17:00",
        "closures-TOTAL_FORMS": "1",
        "closures-INITIAL_FORMS": "0",
        "closures-0-first_day": "2026-12-24",
        "closures-0-last_day": "2026-12-26",
    }
    return {**page_fields, **changes}


def test_there_is_one_clinic_and_its_link_leads_straight_to_it(staff):
    assert staff.get("/admin/clinic_site/clinic/")["Location"] == PAGE
    assert staff.get(PAGE).status_code == 200
    assert staff.get("/admin/clinic_site/clinic/add/").status_code == 403


def test_facts_hours_and_closures_are_saved(staff):
    Clinic().save()
    assert staff.post(PAGE, form()).status_code == 302
    clinic = Clinic.objects.read()
    assert clinic.phone_display == "(708) 349-1000"
    assert [len(periods) for _, periods, _ in clinic.hours_by_day] == [2, 0, 0, 0, 0, 0, 0]
    assert len(clinic.opening_hours.closures) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"phone": "call us"}, "Write a telephone number with its area code, like (708) 555-0123."),
        ({"time_zone": "Chicago"}, "Write a time zone like America/Chicago."),
        ({"opening_periods-0-closes_at": "08:00"}, "The closing time must be later than the opening time."),
        ({"closures-0-last_day": "2026-12-23"}, "The last day must not be before the first day."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(staff, change, message):
    Clinic().save()
    page = Page(staff.post(PAGE, form(**change)))
    assert message in page.texts(".errorlist li")


def test_clinic_page_is_for_those_who_may_change_it(client, django_user_model):
    make_clinic()
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(PAGE).status_code == 403
