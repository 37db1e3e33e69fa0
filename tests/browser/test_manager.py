"""What a manager does beside the inbox: gets data out, reads who did, and sees that promises are kept."""

import csv
import io
import secrets
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.people import FrontDesk, Patient
from tests.browser.test_accessibility import STAFF, problems_in_full
from tests.running_site import wait_until

LIST = "/admin/consultations/consultationrequest/"
MAKE_ACCOUNT = """
from django.contrib.auth.models import Group, User
user = User.objects.create_user({name!r}, password={password!r}, is_staff=True)
user.groups.set(Group.objects.filter(name={group!r}))
"""


def sends_a_request(page, name, phone):
    """A patient does. Returns the reference."""
    patient = Patient(page, name)
    patient.reads("/consultation/")
    patient.fills_in_the_form(words=f"My shoulder {secrets.token_hex(4)}.")
    page.locator("[name=phone]").fill(phone)
    patient.sends_it()
    return patient.reference


def member_of(group, page, site):
    """Somebody of the group, signed in."""
    name, password = f"{group[:1].lower()}-{secrets.token_hex(4)}", secrets.token_hex(12)
    made = site.manage("shell", "-v0", "-c", MAKE_ACCOUNT.format(name=name, password=password, group=group))
    assert made.returncode == 0, made.stderr
    person = FrontDesk(page, site)
    person.signs_in((name, password))
    return name


def exports(page, references):
    """Ticks the requests in the list and exports them. Returns the file's rows."""
    page.goto(LIST)
    for reference in references:
        page.locator("#result_list tr", has_text=reference).locator(".action-select").check()
    page.select_option("select[name=action]", "export_requests")
    with page.expect_download() as download:
        page.click("button[name=index]")
    assert download.value.suggested_filename.startswith("consultation-requests-")
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(io.StringIO(file.read(), newline="")))


def test_a_manager_exports_requests_and_reads_who_did(site, new_page):
    # Given requests of patients who write in Arabic and in Polish
    patients = new_page()
    arabic = sends_a_request(patients, "أحمد العلي", "+1 312 555 0142")
    polish = sends_a_request(patients, "Łukasz Żółć", "+48 22 123 45 67")

    # When a manager exports the two
    page = new_page(accept_downloads=True)
    manager = member_of("Manager", page, site)
    rows = {row["Reference"]: row for row in exports(page, [arabic, polish])}

    # Then the file holds them as they were written, and numbers as one dials them
    assert set(rows) == {arabic, polish}
    assert [rows[arabic][head] for head in ("Full name", "Phone", "Phone as typed")] == [
        "أحمد العلي", "(312) 555-0142", "'+1 312 555 0142",
    ]  # fmt: skip
    assert [rows[polish][head] for head in ("Full name", "Phone")] == ["Łukasz Żółć", "011 48 22 123 45 67"]

    # And the access log says who took what, and when
    page.goto("/admin/consultations/accessrecord/?action__exact=export")
    line = page.locator("#result_list tr", has_text=manager)
    assert line.locator(".field-action").inner_text() == "Exported"
    assert set(line.locator(".field-details").inner_text().split()) == {arabic, polish}
    assert line.locator(".field-address").inner_text() == "127.0.0.1"
    assert line.locator(".field-at").inner_text() != ""


@pytest.mark.whole
def test_the_front_desk_is_offered_no_export(site, new_page):
    reference = sends_a_request(new_page(), "Ewa Zielińska", "(312) 555-0142")
    page = new_page()
    member_of("Front desk", page, site)
    page.goto(LIST)
    assert page.get_by_text(reference).is_visible()
    assert page.locator("select[name=action], .action-select").count() == 0


@pytest.mark.whole
def test_a_request_is_printed_on_a_sheet_without_the_sites_navigation(site, new_page):
    # Given the page of a request
    reference = sends_a_request(new_page(), "Łukasz Żółć", "+48 22 123 45 67")
    page = new_page()
    member_of("Front desk", page, site)
    page.goto(LIST)
    page.get_by_text(reference).click()

    # When its print sheet is opened
    page.get_by_role("link", name="Print sheet").click()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_text("Home", exact=True)).to_be_visible()

    # Then paper holds the sheet and nothing else, black on white
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in ("#header", ".breadcrumbs", ".print-sheet__button"):
        assert page.locator(hidden).count() > 0
        assert not page.locator(hidden).first.is_visible(), hidden
    text = page.locator("body").inner_text()
    assert text.startswith(f"Request {reference}")
    assert "+48 22 123 45 67" in text
    colors = page.locator("#content h1, .print-sheet *").evaluate_all(
        "all => all.map(e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor].join(' on '))"
    )
    assert set(colors) == {"rgb(0, 0, 0) on rgb(255, 255, 255)"}


@pytest.mark.whole
def test_new_hours_list_the_promises_outside_them(site, new_page):
    # Given a promise for noon, and a clinic that is open then
    reference = sends_a_request(new_page(), "Ewa Zielińska", "(312) 555-0142")
    promised = noon_of_the_next_weekday()
    change(site, reference, call_by=promised)
    page = new_page()
    manager = FrontDesk(page, site)
    manager.signs_in()

    # When the manager closes the clinic for the week
    page.goto("/admin/clinic_site/clinic/")
    page.fill("[name=special_hours-0-first_day]", f"{promised - timedelta(days=1):%Y-%m-%d}")
    page.fill("[name=special_hours-0-last_day]", f"{promised + timedelta(days=7):%Y-%m-%d}")
    page.click("[name=_save]")

    # Then the page says which patient waits for a call at a time when nobody is there
    assert "now outside opening hours" in page.locator(".messagelist").inner_text()
    page.locator(".misfits").get_by_text(reference).click()
    assert reference in page.locator("#content").inner_text()

    # And no longer when the closure is taken back
    page.goto("/admin/clinic_site/clinic/")
    page.check("[name=special_hours-0-DELETE]")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()
    page.wait_for_load_state()
    assert page.get_by_text(reference).count() == 0


@pytest.mark.whole
def test_an_overdue_request_is_counted_on_the_home_and_mailed_once(site, new_page):
    # Given a request whose time is over
    reference = sends_a_request(new_page(), "Ewa Zielińska", "(312) 555-0142")
    change(site, reference, call_by=datetime.now(UTC) - timedelta(minutes=1))

    # When the worker looks, every address of the staff gets one mail
    let_the_worker_look(site)

    def mails():
        return [
            mail for mail in site.mail_server.mails if "wait" in mail["Subject"] and reference in mail.get_content()
        ]

    wait_until(lambda: len(mails()) >= 2, seconds=40, what="a mail to each of the two addresses")
    assert sorted(mail["To"] for mail in mails()) == ["front-desk@clinic.example", "manager@clinic.example"]

    # And the home says so
    page = new_page()
    member_of("Front desk", page, site)
    page.goto("/admin/")
    assert "overdue" in page.locator(".promises__overdue").inner_text()

    # When the worker has looked again, nobody was told twice
    for _ in range(2):  # it begins to look once more only when it has done with the first
        let_the_worker_look(site)
    assert len(mails()) == 2


def let_the_worker_look(site):
    """Now, instead of after a minute. Returns when it has begun to."""
    duty, a_minute_ago = "notify staff of overdue calls", stored(site, datetime.now(UTC) - timedelta(minutes=1))

    def next_look():
        ((moment,),) = site.query("SELECT due_at FROM clinic_site_duty WHERE name = ?", duty)
        return moment

    site.query("UPDATE clinic_site_duty SET due_at = ? WHERE name = ?", a_minute_ago, duty)
    wait_until(lambda: next_look() > a_minute_ago, seconds=40, what="the worker's look at the promises")


def noon_of_the_next_weekday():
    """After today, in Orland Park. The sample clinic is open then, and closed at weekends."""
    noon = datetime.now(ZoneInfo("America/Chicago")).replace(hour=12, minute=0, second=0, microsecond=0)
    noon += timedelta(days=1)
    while noon.weekday() >= 5:
        noon += timedelta(days=1)
    return noon.astimezone(UTC)


def change(site, reference, *, call_by):
    """As if the patient had been promised another time."""
    moment = stored(site, call_by)
    site.query(
        "UPDATE consultations_consultationrequest SET call_by = ?, call_due_at = ? WHERE reference = ?",
        *(moment, moment, reference),
    )


def stored(site, moment):
    """As the site's database takes it."""
    return moment if site.environment.get("DATABASE_URL") else f"{moment:%Y-%m-%d %H:%M:%S}"


@pytest.mark.whole
@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("width", "look"), STAFF)
def test_pages_for_managers_are_accessible(site, new_page, width, look):
    reference = sends_a_request(new_page(), "Łukasz Żółć", "+48 22 123 45 67")
    change(site, reference, call_by=datetime.now(UTC) - timedelta(minutes=1))
    at_night = datetime.now(UTC).replace(hour=8, minute=0) + timedelta(days=1)
    change(site, sends_a_request(new_page(), "Ewa Zielińska", "(312) 555-0142"), call_by=at_night)
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, color_scheme=look)
    FrontDesk(page, site).signs_in()
    page.locator(".promises__overdue").wait_for()
    assert problems_in_full(page) == [], "home"
    page.goto("/admin/clinic_site/clinic/")
    page.locator(".misfits").wait_for()
    assert problems_in_full(page) == [], "clinic"
    page.goto(LIST)
    page.locator(".action-select").first.wait_for()
    assert problems_in_full(page) == [], "requests"
    page.get_by_text(reference).click()
    page.get_by_role("link", name="Print sheet").click()
    page.locator(".print-sheet__button").wait_for()
    assert problems_in_full(page) == [], "print sheet"
