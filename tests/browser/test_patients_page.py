"""A patient comes back to the page of a request; the front desk sees what was changed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.people import FrontDesk, Patient

WORDS = {
    "": (
        "Correct your phone number",
        "Add a note",
        "Cancel request",
        "Save number",
        "Send note",
        "Cancel my request",
    ),
    "/ar": ("تصحيح رقم هاتفك", "إضافة شيء", "إلغاء الطلب", "استخدام هذا الرقم", "إضافة", "إلغاء طلبي"),
}


@pytest.mark.parametrize("prefix", WORDS)
def test_from_the_thank_you_page_to_calling_it_off(site, new_page, prefix):
    number, wish, off, use, add, call_off = WORDS[prefix]
    patient = Patient(new_page(viewport=PHONE, java_script_enabled=False), f"Adam Nowak {prefix}")
    front_desk = FrontDesk(new_page(), site)
    page = patient.page

    # Given a request whose page the patient has kept
    patient.reads(f"{prefix}/consultation/")
    patient.fills_in_the_form(words=f"My heel. {prefix}")
    patient.sends_it()
    reference, address = patient.reference, page.url

    # When the patient corrects the number and adds a wish
    page.get_by_text(number, exact=True).click()
    page.locator("[name=phone]").fill("1")
    page.get_by_role("button", name=use).click()
    expect(page.locator(".error-summary:focus")).to_have_count(1)
    assert page.locator("[name=phone]").input_value() == "1"
    page.locator("[name=phone]").fill("(708) 555-0177")
    page.locator("[name=phone]").press("Enter")
    page.wait_for_url(f"{address}#now")
    assert "77" in page.locator("main").inner_text()
    page.get_by_text(wish, exact=True).click()
    page.locator("[name=wish]").fill("After school, please.")
    page.get_by_role("button", name=add, exact=True).click()
    page.wait_for_url(f"{address}#now")

    # Then the front desk sees both, and that nobody knows who it was
    front_desk.signs_in()
    front_desk.opens(reference)
    panel = front_desk.page.locator(".call-panel").inner_text()
    assert "(708) 555-0142" in panel
    assert "(708) 555-0177" in panel
    assert "the second number was entered on the patient's page" in panel
    assert "After school, please." in panel
    assert "Changed by the patient" in listed(front_desk, "to-call", reference)

    # And when the patient calls it off, it is no longer to be called
    page.get_by_text(off, exact=True).click()
    page.get_by_role("button", name=call_off).click()
    page.wait_for_url(f"{address}#now")
    assert page.locator("main form").count() == 0
    front_desk.opens_the_inbox()
    assert reference not in front_desk.listed
    assert "Done: canceled by the patient" in listed(front_desk, "all", reference)


def listed(front_desk, tab, reference):
    """The line of the list."""
    front_desk.opens_the_inbox(tab)
    return front_desk.page.locator("#result_list tr", has_text=reference).inner_text()


def test_a_question_is_short_and_waits_on_its_own_tab(site, new_page):
    patient = Patient(new_page(viewport=PHONE, java_script_enabled=False), "Bill Payer")
    page = patient.page
    patient.reads("/consultation/")
    status = page.locator("[name=patient_status]").last
    assert status.is_visible()
    page.get_by_label("A bill").check()
    assert not status.is_visible()
    page.locator("[name=full_name]").fill(patient.name)
    page.locator("[name=phone]").fill("708.555.0143")
    page.locator("[name=reason]").fill("Why twice?")
    page.locator("[name=consent]").check()
    patient.sends_it()
    assert page.locator("h1").inner_text() == "We received your question"
    reference = patient.reference

    front_desk = FrontDesk(new_page(), site)
    front_desk.signs_in()
    front_desk.opens_the_inbox()
    assert reference not in front_desk.listed
    assert re.fullmatch(r"Questions \(\d+\)", front_desk.tabs[1])
    assert "Answer a question about a bill" in listed(front_desk, "questions", reference)


def test_no_link_of_the_page_tells_another_site_its_address(new_page):
    page = new_page()
    patient = Patient(page, "Quiet Patient")
    patient.reads("/consultation/")
    patient.fills_in_the_form(words="Where are you?")
    patient.sends_it()
    page.context.route(re.compile("https://"), lambda route: route.fulfill(body=""))
    with page.context.expect_event("request", lambda request: request.url.startswith("https://")) as asked:
        page.locator(".site-header__address").click()
    assert "referer" not in asked.value.all_headers()


def test_a_mistake_in_the_fold_is_reached_from_the_error_summary(new_page):
    patient = Patient(new_page(viewport=PHONE, java_script_enabled=False), "Folded Mistake")
    page = patient.page
    patient.reads("/consultation/")
    patient.fills_in_the_form(words="My back.")
    page.locator("[name=email]").fill("patient@")
    patient.sends_it()
    page.locator(".error-summary a").click()
    expect(page.locator("[name=email]:focus")).to_be_visible()


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_first_field_is_near_the_top_on_a_phone(new_page, prefix):
    page = new_page(viewport=PHONE)
    page.goto(f"{prefix}/consultation/")
    assert page.locator("#consultation-form .field").first.evaluate("e => e.getBoundingClientRect().top") <= 650
