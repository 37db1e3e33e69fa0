from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from clinic_site.facts import read_clinic
from clinic_site.models import Clinic, OpeningPeriod
from tests.factories import handle, make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

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
        "special_hours-TOTAL_FORMS": "1",
        "special_hours-INITIAL_FORMS": "0",
        "special_hours-0-first_day": "2026-12-24",
        "special_hours-0-last_day": "2026-12-26",
        "past_special_hours-TOTAL_FORMS": "0",
        "past_special_hours-INITIAL_FORMS": "0",
    }
    return {**page_fields, **changes}


def test_there_is_one_clinic_and_its_link_opens_it_directly(staff):
    assert staff.get("/admin/clinic_site/clinic/")["Location"] == PAGE
    assert staff.get(PAGE).status_code == 200
    assert staff.get("/admin/clinic_site/clinic/add/").status_code == 403


def test_facts_hours_and_special_hours_are_saved(staff):
    Clinic().save()
    assert staff.post(PAGE, form()).status_code == 302
    clinic = read_clinic()
    assert clinic.phone_display == "(708) 349-1000"
    assert [len(periods) for periods in clinic.opening_hours.week] == [2, 0, 0, 0, 0, 0, 0]
    assert clinic.opening_hours.special == ((date(2026, 12, 24), date(2026, 12, 26), (), "", {}),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"phone": "call us"}, "Enter a phone number with its area code, like (708) 555-0123."),
        ({"time_zone": "Chicago"}, "Write a time zone like America/Chicago."),
        ({"opening_periods-0-closes_at": "08:00"}, "The closing time must be later than the opening time."),
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


# Promises that new hours do not fit


def page_with_stored_hours(staff, **changes):
    """Where saving leads to. The hours stay those of the factory, nine to five, unless `changes` say otherwise."""
    periods = OpeningPeriod.objects.order_by("weekday", "opens_at")
    stored = {"opening_periods-TOTAL_FORMS": str(len(periods)), "opening_periods-INITIAL_FORMS": str(len(periods))}
    for number, period in enumerate(periods):
        stored |= {
            f"opening_periods-{number}-id": period.pk,
            f"opening_periods-{number}-weekday": period.weekday,
            f"opening_periods-{number}-opens_at": period.opens_at,
            f"opening_periods-{number}-closes_at": period.closes_at,
        }
    fields = {
        name: value for name, value in form().items() if not name.startswith(("opening_periods", "special_hours-0"))
    }
    fields |= {"special_hours-TOTAL_FORMS": "0"} | stored | changes
    return Page(staff.post(PAGE, fields, follow=True))


def test_new_hours_name_the_promises_that_fall_on_closed_time(staff, clock):
    early = make_request(clinic=make_clinic())
    clock.shift(timedelta(hours=4))
    late = make_request(reason="Another.")  # by Tuesday, 1 p.m.
    assert Page(staff.get(PAGE)).all(".misfits") == []

    page = page_with_stored_hours(staff, **{"opening_periods-0-closes_at": "16:30"})
    assert page.texts(".messagelist .warning") == [
        "Check the list below: 1 promised call is now outside opening hours."
    ]
    assert page.texts(".misfits li") == [f"{early.reference} by Monday, March 2, 5:00 PM"]
    assert page.links(early.reference) == [f"/admin/consultations/consultationrequest/{early.pk}/change/"]

    closure = {"special_hours-TOTAL_FORMS": "1", "special_hours-0-first_day": "2026-03-03"}
    page = page_with_stored_hours(staff, **closure)
    assert [text[:9] for text in page.texts(".misfits li")] == [early.reference, late.reference]
    assert page.texts(".messagelist .warning") == [
        "Check the list below: 2 promised calls are now outside opening hours."
    ]


def test_promises_that_were_kept_or_are_over_are_not_named(staff, clock):
    called, overdue = make_request(clinic=make_clinic()), make_request(reason="Another.")
    handle(called, outcome="reached")
    OpeningPeriod.objects.filter(weekday=0).update(closes_at="16:30")
    assert [text[:9] for text in Page(staff.get(PAGE)).texts(".misfits li")] == [overdue.reference]
    clock.shift(timedelta(hours=5, seconds=1))
    assert Page(staff.get(PAGE)).all(".misfits") == []


def test_a_long_list_of_such_promises_is_cut(staff, clock):
    make_clinic()
    for number in range(22):
        make_request(reason=f"Reason {number}")
    OpeningPeriod.objects.all().delete()
    lines = Page(staff.get(PAGE)).texts(".misfits li")
    assert (len(lines), lines[-1]) == (21, "and 2 more")


def test_such_promises_are_named_to_those_only_who_may_see_requests(clock):
    make_request(clinic=make_clinic())
    OpeningPeriod.objects.all().delete()
    account = make_account()
    account.user_permissions.set(Permission.objects.filter(codename__in=["view_clinic", "change_clinic"]))
    client = Client()
    client.force_login(account)
    page = Page(client.get(PAGE))
    assert page.all("[name=phone]")
    assert page.all(".misfits") == []
    client.force_login(make_account("manager", groups=["Manager"]))
    assert len(Page(client.get(PAGE)).all(".misfits li")) == 1
