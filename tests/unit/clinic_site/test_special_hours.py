"""Days with other hours than usual: what patients see, what search engines read, what staff may enter."""

from datetime import UTC, date, datetime, time

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from clinic_site.facts import read_clinic
from clinic_site.holiday_names import FEDERAL_HOLIDAYS
from clinic_site.models import Clinic, SpecialHours
from clinic_site.special_hours import list_federal_holidays
from clinic_site.structured_data import clinic_data
from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account
from tests.unit.clinic_site.test_admin import PAGE, page_with_stored_hours

pytestmark = pytest.mark.django_db
HOLIDAYS = "/admin/clinic_site/clinic/federal-holidays/"
MONDAY = date(2026, 3, 2)  # today, in the tests' clock


def make_special(first_day=MONDAY, *, opens_at=None, closes_at=None, **fields):
    Clinic.objects.first() or make_clinic()
    times = {"opens_at": opens_at and time(opens_at), "closes_at": closes_at and time(closes_at)}
    return SpecialHours.objects.create(clinic_id=1, first_day=first_day, **times, **fields)


def week(page):
    return page.texts("main .hours-table tr")


def coming(page):
    return page.texts("main .special-hours__days")


# What patients see


def test_a_day_closed_by_exception_is_closed_everywhere_on_the_page(visitor, clock):
    make_special(name="Inventory")
    page = Page(visitor.get("/contact/"))
    assert page.text(".open-status") == "Closed now, opens Tuesday at 9 a.m."
    assert week(page)[0] == "Monday Closed (today) March 2: Inventory Usually: 9 a.m. to 5 p.m."
    assert Page(visitor.get("/articles/")).texts(".site-footer .hours-table tr") == week(page)
    assert coming(page) == ["Monday, March 2, 2026 Closed Inventory"]


def test_short_days_and_extra_saturdays_stand_in_the_week(visitor, clock):
    make_special(opens_at=9, closes_at=14, opens_again_at=time(15), closes_again_at=time(15, 30), name="Training")
    make_special(date(2026, 3, 7), opens_at=10, closes_at=12)
    page = Page(visitor.get("/contact/"))
    assert page.text(".open-status") == "Open now, until 2 p.m."
    rows = week(page)
    assert rows[0] == "Monday 9 a.m. to 2 p.m.3 p.m. to 3:30 p.m. (today) March 2: Training Usually: 9 a.m. to 5 p.m."
    assert rows[1:5] == [f"{day} 9 a.m. to 5 p.m." for day in ("Tuesday", "Wednesday", "Thursday", "Friday")]
    assert rows[5:] == ["Saturday 10 a.m. to noon March 7 Usually: Closed", "Sunday Closed"]


def test_a_weekday_never_shows_what_applied_the_week_before(visitor, clock):
    """On Tuesday, the row of Monday is next Monday's."""
    make_special(name="Inventory")
    make_special(date(2026, 3, 9), name="Second inventory")
    clock.move_to(datetime(2026, 3, 3, 18, tzinfo=UTC))
    rows = week(Page(visitor.get("/contact/")))
    assert rows[0] == "Tuesday 9 a.m. to 5 p.m. (today)"
    assert rows[6] == "Monday Closed March 9: Second inventory Usually: 9 a.m. to 5 p.m."


def test_coming_special_hours_are_listed_by_day_and_name_until_they_are_over(visitor, clock):
    make_special(date(2026, 2, 16), name="Washington's Birthday")
    make_special(date(2026, 2, 27), last_day=MONDAY, name="Painters")
    make_special(date(2026, 12, 24), last_day=date(2027, 1, 1), name="Winter break", reason="Eva is away")
    make_special(date(2026, 5, 22), opens_at=9, closes_at=12)
    response = visitor.get("/contact/")
    assert coming(Page(response)) == [
        "Feb. 27, 2026 to March 2, 2026 Closed Painters",
        "Friday, May 22, 2026 9 a.m. to noon",
        "Dec. 24, 2026 to Jan. 1, 2027 Closed Winter break",
    ]
    assert "Eva" not in response.content.decode()
    clock.move_to(datetime(2026, 3, 3, 18, tzinfo=UTC))
    assert len(coming(Page(visitor.get("/contact/")))) == 2


def test_without_special_hours_there_is_no_heading_for_them(visitor):
    make_clinic()
    page = Page(visitor.get("/contact/"))
    assert page.all(".special-hours, .hours-table__special") == []
    assert "Holidays and special hours" not in page.texts("h3")


@pytest.mark.parametrize(
    ("prefix", "day", "days"),
    [
        ("/es", "Martes, 3 de marzo de 2026", "Del 24 de diciembre de 2026 al 1 de enero de 2027"),
        ("/pl", "Wtorek, 3 marca 2026", "Od 24 grudnia 2026 do 1 stycznia 2027"),
        ("/ar", "الثلاثاء، 3 مارس، 2026", "من 24 ديسمبر، 2026 إلى 1 يناير، 2027"),
    ],
)
def test_days_are_written_as_the_language_writes_them_and_names_are_marked_as_english(
    visitor, clock, prefix, day, days
):
    make_special(date(2026, 3, 3), name="Inventory")
    make_special(date(2026, 12, 24), last_day=date(2027, 1, 1), name="Winter break")
    page = Page(visitor.get(f"{prefix}/contact/"))
    assert page.texts("main .special-hours dt") == [day, days]
    names = page.all("main .special-hours [lang=en][dir=ltr], main .hours-table [lang=en][dir=ltr]")
    assert sorted(name.get_text() for name in names) == ["Inventory", "Inventory", "Winter break"]


@pytest.mark.parametrize(
    ("prefix", "status"),
    [
        ("", "Closed now, opens Monday, March 16, at 9 a.m."),
        ("/es", "Cerrado ahora, abre el lunes 16 de marzo a las 9 a.m."),
        ("/pl", "Teraz zamknięte, otwarcie: poniedziałek, 16 marca, godz. 09:00"),
        ("/ar", "مغلق الآن، يفتح يوم الاثنين، 16 مارس، الساعة 9:00 ص"),
    ],
)
def test_an_opening_in_a_week_or_later_is_told_with_its_date(visitor, clock, prefix, status):
    make_special(last_day=date(2026, 3, 13))
    assert Page(visitor.get(f"{prefix}/contact/")).text(".open-status") == status


def test_who_asks_on_a_short_day_is_promised_a_call_within_it(clock):
    make_special(opens_at=9, closes_at=14)
    assert make_request().call_by == datetime(2026, 3, 2, 20, tzinfo=UTC)  # 2 p.m.


def test_who_asks_before_an_extra_saturday_is_promised_a_call_on_it(clock):
    make_special(date(2026, 3, 7), opens_at=10, closes_at=12)
    clock.move_to(datetime(2026, 3, 6, 23, 30, tzinfo=UTC))  # Friday, after closing
    assert make_request(best_time="any").call_by == datetime(2026, 3, 7, 18, tzinfo=UTC)  # Saturday, 12 noon


# What search engines read


def test_structured_data_holds_the_same_special_hours_as_the_page(visitor, clock):
    make_special(date(2026, 2, 16), name="Over")
    make_special(date(2026, 3, 7), opens_at=10, closes_at=12, opens_again_at=time(13), closes_again_at=time(14, 30))
    make_special(date(2026, 12, 24), last_day=date(2026, 12, 26), name="Christmas", reason="Eva is away")
    page = Page(visitor.get("/contact/"))
    saturday = {"@type": "OpeningHoursSpecification", "validFrom": "2026-03-07", "validThrough": "2026-03-07"}
    assert page.structured_data()["specialOpeningHoursSpecification"] == [
        {**saturday, "opens": "10:00", "closes": "12:00"},
        {**saturday, "opens": "13:00", "closes": "14:30"},
        {
            "@type": "OpeningHoursSpecification",
            "name": "Christmas",
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-26",
            "opens": "00:00",
            "closes": "00:00",
        },
    ]
    assert len(coming(page)) == 2
    assert {entry["dayOfWeek"] for entry in page.structured_data()["openingHoursSpecification"]} == {
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    }


def test_without_special_hours_the_structured_data_has_none():
    assert "specialOpeningHoursSpecification" not in clinic_data(make_clinic())


# What staff may enter


def special(number=0, **fields):
    """The form's fields of one row."""
    return {f"special_hours-{number}-{name}": value for name, value in fields.items()}


def rows(total, stored=0):
    return {"special_hours-TOTAL_FORMS": str(total), "special_hours-INITIAL_FORMS": str(stored)}


SHORT_DAY = special(first_day="2026-03-06", opens_at="09:00", closes_at="13:00", name="Training", reason="Ask Eva")


def test_a_short_day_is_saved_with_its_name(staff, clock):
    make_clinic()
    page_with_stored_hours(staff, **rows(1), **SHORT_DAY)
    saved = SpecialHours.objects.get()
    assert saved.as_special_days() == (date(2026, 3, 6), date(2026, 3, 6), ((time(9), time(13)),), "Training", {})
    assert saved.reason == "Ask Eva"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"first_day": ""}, "Enter the day, or the first of several days."),
        ({"first_day": "2026-02-27"}, "This day is over. Enter today or a later day."),
        ({"first_day": "2028-03-10"}, "Check the year: this day is more than two years away."),
        ({"last_day": "2027-03-26"}, "Check the dates: they cover more than a year."),
        ({"last_day": "2026-03-05"}, "The last day must not be before the first day."),
        ({"closes_at": ""}, "Enter an opening and a closing time, or no times if the clinic is closed."),
        ({"opens_again_at": "14:00"}, "Enter an opening and a closing time, or no times if the clinic is closed."),
        ({"closes_at": "08:00"}, "Each time must be later than the one before it."),
        ({"opens_again_at": "12:00", "closes_again_at": "15:00"}, "Each time must be later than the one before it."),
    ],
)
def test_special_hours_that_cannot_be_are_refused_with_a_sentence(staff, clock, change, message):
    make_clinic()
    page = page_with_stored_hours(staff, **rows(1), **SHORT_DAY | special(**change))
    assert page.texts("#special_hours-group .errorlist li") == [message]
    assert not SpecialHours.objects.exists()


def test_a_day_has_one_set_of_hours(staff, clock):
    make_clinic()
    both = SHORT_DAY | special(1, first_day="2026-03-05", last_day="2026-03-09")
    page = page_with_stored_hours(staff, **rows(2), **both)
    assert page.texts("#special_hours-group .errorlist li") == [
        "March 6, 2026 already has other hours: see March 5, 2026 to March 9, 2026. Change one of them."
    ]


def test_a_holiday_may_lie_in_a_vacation(staff, clock):
    make_clinic()
    vacation = special(first_day="2026-12-21", last_day="2027-01-01")
    page_with_stored_hours(staff, **rows(2), **vacation, **special(1, first_day="2026-12-25", name="Christmas Day"))
    assert SpecialHours.objects.count() == 2


def test_days_that_began_before_today_may_still_be_changed(staff, clock):
    stored = make_special(date(2026, 2, 27), last_day=date(2026, 3, 6))
    fields = special(id=stored.pk, first_day="2026-02-27", last_day="2026-03-06", name="Painters")
    page_with_stored_hours(staff, **rows(1, stored=1), **fields)
    assert SpecialHours.objects.get().name == "Painters"


def test_past_special_hours_are_folded_up_and_can_only_be_deleted(staff, clock):
    make_special(date(2024, 3, 1), name="Long ago")
    over = make_special(date(2026, 2, 16), name="Over")
    make_special(date(2026, 3, 9), name="To come")
    page = Page(staff.get(PAGE))
    assert [field.get("value") for field in page.all("#special_hours-group [name$='-name']")] == ["To come", None, None]
    past = page.one("#past_special_hours-group")
    assert past.select("details:not([open])")
    assert ("Over" in past.get_text(), "Long ago" in past.get_text()) == (True, False)
    assert past.select("input[type=text], input[type=date]") == []

    fields = {
        "past_special_hours-TOTAL_FORMS": "1",
        "past_special_hours-INITIAL_FORMS": "1",
        "past_special_hours-0-id": over.pk,
        "past_special_hours-0-DELETE": "on",
    }
    page_with_stored_hours(staff, **fields)
    assert sorted(special.name for special in SpecialHours.objects.all()) == ["Long ago", "To come"]


def test_a_page_that_was_opened_before_midnight_is_saved_after_it(staff, clock):
    stored = make_special(name="Inventory")
    clock.move_to(datetime(2026, 3, 3, 6, 1, tzinfo=UTC))
    fields = special(id=stored.pk, first_day="2026-03-02", last_day="2026-03-02", name="Inventory, again")
    page_with_stored_hours(staff, **rows(1, stored=1), **fields)
    assert SpecialHours.objects.get().name == "Inventory, again"


# Federal holidays


def test_federal_holidays_are_those_of_the_law():
    """5 U.S.C. 6103, as the Office of Personnel Management lists them for 2027."""
    found = {day: name for day, name in list_federal_holidays(date(2027, 1, 1)).items() if day.year == 2027}
    assert found == {
        date(2027, 1, 1): "New Year's Day",
        date(2027, 1, 18): "Martin Luther King Jr. Day",
        date(2027, 2, 15): "Washington's Birthday",
        date(2027, 5, 31): "Memorial Day",
        date(2027, 6, 18): "Juneteenth National Independence Day (observed)",
        date(2027, 6, 19): "Juneteenth National Independence Day",
        date(2027, 7, 4): "Independence Day",
        date(2027, 7, 5): "Independence Day (observed)",
        date(2027, 9, 6): "Labor Day",
        date(2027, 10, 11): "Columbus Day",
        date(2027, 11, 11): "Veterans Day",
        date(2027, 11, 25): "Thanksgiving Day",
        date(2027, 12, 24): "Christmas Day (observed)",
        date(2027, 12, 25): "Christmas Day",
        date(2027, 12, 31): "New Year's Day (observed)",
    }


def test_federal_holidays_of_twelve_months_are_offered_and_none_is_ticked(staff, clock):
    make_clinic()
    assert Page(staff.get(PAGE)).links("Add US federal holidays") == [HOLIDAYS]
    page = Page(staff.get(HOLIDAYS))
    offered = page.texts(".federal-holidays__days label")
    assert (offered[0], offered[-1]) == (
        "Monday, May 25, 2026: Memorial Day",
        "Monday, February 15, 2027: Washington's Birthday",
    )
    assert "Saturday, July 4, 2026: Independence Day (the clinic is always closed on this weekday)" in offered
    assert page.all(".federal-holidays__days [checked]") == []
    assert not SpecialHours.objects.exists()


def test_ticked_holidays_become_closed_days_and_are_offered_no_more(staff, clock):
    make_clinic()
    ticked = {"days": ["2026-05-25", "2026-11-26"]}
    page = Page(staff.post(HOLIDAYS, ticked, follow=True))
    assert page.texts(".messagelist .success") == ["Added 2 closed days."]
    assert [special.name for special in read_clinic().coming_special_days] == ["Memorial Day", "Thanksgiving Day"]
    assert LogEntry.objects.get().change_message == "Added federal holidays: May 25, 2026, Nov. 26, 2026"

    page = Page(staff.get(HOLIDAYS))
    assert page.texts("#content-main li") == [
        "Monday, May 25, 2026: Memorial Day",
        "Thursday, November 26, 2026: Thanksgiving Day",
    ]
    assert not any("Memorial" in label for label in page.texts(".federal-holidays__days label"))
    page = Page(staff.post(HOLIDAYS, ticked))
    assert page.text(".errornote") == "Check the list and tick again: one of these days has been added in the meantime."
    assert SpecialHours.objects.count() == 2


def test_nothing_ticked_is_said_and_a_day_with_hours_of_its_own_is_not_offered(staff, clock):
    make_special(date(2026, 11, 11), opens_at=9, closes_at=12, name="Veterans Day")
    page = Page(staff.post(HOLIDAYS, {}))
    assert page.title.startswith("Error: ")
    assert page.text(".errornote") == "Tick at least one holiday."
    assert page.texts("#content-main li") == ["Wednesday, November 11, 2026: Veterans Day"]


def test_holidays_warn_of_promised_calls_like_any_other_closed_day(staff, clock):
    make_clinic()
    clock.move_to(datetime(2026, 5, 22, 22, tzinfo=UTC))  # Friday evening before Memorial Day
    promised = make_request()
    page = Page(staff.post(HOLIDAYS, {"days": ["2026-05-25"]}, follow=True))
    assert page.texts(".messagelist .warning") == [
        "Check the list below: 1 promised call is now outside opening hours."
    ]
    assert page.texts(".misfits a") == [promised.reference]


def test_federal_holidays_are_for_those_who_may_add_special_hours():
    make_clinic()
    client = Client()
    client.force_login(make_account("editor", groups=["Editor"]))
    assert client.get(HOLIDAYS).status_code == 403
    assert client.post(HOLIDAYS, {"days": ["2026-05-25"]}).status_code == 403
    client.force_login(make_account("manager", groups=["Manager"]))
    assert client.get(HOLIDAYS).status_code == 200


# Names in every language


@pytest.mark.parametrize(
    ("prefix", "name"),
    [
        ("", "Thanksgiving Day"),
        ("/es", "Día de Acción de Gracias"),
        ("/pl", "Święto Dziękczynienia"),
        ("/ar", "عيد الشكر"),
    ],
)
def test_federal_holidays_are_named_in_the_language_of_the_page(visitor, clock, prefix, name):
    make_special(name="Thanksgiving Day")
    page = Page(visitor.get(f"{prefix}/contact/"))
    assert page.all("main .special-hours [lang]") == []
    assert coming(page)[0].endswith(name)
    special = page.structured_data()["specialOpeningHoursSpecification"]
    assert special[0]["name"] == name


def test_a_day_off_for_a_holiday_at_a_weekend_is_named_too(visitor, clock):
    make_special(name="Christmas Day (observed)")
    assert coming(Page(visitor.get("/es/contact/")))[0].endswith("Navidad (día festivo trasladado)")


def test_every_federal_holiday_is_translated(clock):
    names = {name.removesuffix(" (observed)") for name in list_federal_holidays(MONDAY).values()}
    assert names == set(FEDERAL_HOLIDAYS)


def test_other_names_are_as_staff_typed_them(visitor, clock):
    make_special(name="Inventory", name_es="Inventario")
    page = Page(visitor.get("/es/contact/"))
    assert coming(page)[0].endswith("Inventario")
    assert "automática" not in page.text("main .special-hours")
    assert Page(visitor.get("/pl/contact/")).one("main .special-hours [lang=en]").string == "Inventory"


def test_a_name_in_another_language_needs_one_in_english(staff, clock):
    make_clinic()
    page = page_with_stored_hours(staff, **rows(1), **SHORT_DAY | special(name="", name_es="Inventario"))
    assert page.texts("#special_hours-group .errorlist li") == [
        "Enter the name in English as well: pages in other languages may need it."
    ]
