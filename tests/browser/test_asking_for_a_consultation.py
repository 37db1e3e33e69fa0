"""The site's main job: a patient reads an article, sends the form on it, and the front desk finds the request."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import open_form_with_errors
from tests.browser.people import ARTICLE, FrontDesk, Patient


@pytest.mark.parametrize("viewport", [PHONE, pytest.param(DESKTOP, marks=pytest.mark.whole)], ids=["phone", "desktop"])
def test_from_the_article_to_the_front_desk(site, new_page, viewport):
    patient = Patient(new_page(viewport=viewport), f"Rosa Jiménez {viewport['width']}")
    front_desk = FrontDesk(new_page(), site)

    # Given the article and the form at its foot
    patient.reads(ARTICLE)
    assert patient.page.locator("h1").inner_text() == "Knee Pain After Running: What to Know"

    # When the patient sends it
    patient.fills_in_the_form(words=f"My left knee clicks on stairs. {viewport}")
    patient.sends_it()

    # Then there is a reference and a time
    assert re.search("/consultation/received/[-_A-Za-z0-9]{22}/$", patient.page.url)
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", patient.reference)
    told = patient.page.locator("main").inner_text()
    day = re.search(r"We will call you by (\w+day), \w+\.? \d+, \d{4}, \d+ [ap]\.m\. \(Orland Park time\)", told).group(
        1
    )

    # And every staff address has a mail that holds nothing of the patient's
    mails = front_desk.mails_about(patient.reference)
    assert sorted(mail.recipients[0] for mail in mails) == ["front-desk@clinic.example", "manager@clinic.example"]
    for mail in mails:
        assert mail["Subject"] == f"New consultation request {patient.reference}"
        assert f"Call by:   {day}, " in mail.get_content()
        for typed in ["Rosa", "Jim", "555.0142", "5550142", "patient@", "knee clicks"]:
            assert typed not in mail.as_string()

    # And the front desk finds the request behind the mail's link
    front_desk.signs_in()
    link = re.search(r"http://\S+/admin/\S+", mails[0].get_content()).group()
    front_desk.page.goto(link.replace(re.match(r"http://[^/]+", link).group(), site.url))
    request = front_desk.page.locator("#content-main").inner_text()
    assert f"Rosa Jiménez {viewport['width']}" in request
    assert "My left knee clicks on stairs." in request

    # And notes what became of it
    front_desk.page.select_option("[name=state]", "contacted")
    front_desk.page.fill("[name=note]", "Coming on Thursday.")
    front_desk.page.click(".submit-row [name=_save]")
    assert patient.reference in front_desk.page.locator(".messagelist").inner_text()
    front_desk.opens(patient.reference)
    assert front_desk.page.input_value("[name=state]") == "contacted"
    assert "Coming on Thursday." in front_desk.page.locator("#content-main").inner_text()


@pytest.mark.parametrize(("prefix", "thanks"), [("/es", "solicitud"), ("/pl", "zgłoszenie"), ("/ar", "طلبك")])
def test_in_the_patients_own_language(new_page, prefix, thanks):
    patient = Patient(new_page(viewport=PHONE), f"Patient {prefix}")
    patient.reads(f"{prefix}/consultation/")
    patient.fills_in_the_form(words="١٢٣ żółć ñ")
    patient.page.locator("[name=phone]").fill("٧٠٨٥٥٥٠١٤٢")
    patient.sends_it()
    assert f"{prefix}/consultation/received/" in patient.page.url
    assert thanks in patient.page.locator("h1").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_errors_are_focused_and_nothing_typed_is_lost(new_page, javascript):
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    patient = Patient(page, "Anna Nowak")
    patient.reads("/consultation/")
    patient.fills_in_the_form(words="My back.")
    page.locator("[name=phone]").fill("12345")
    patient.sends_it()

    expect(page).to_have_title("Error: Request a consultation – Integrated Health Solutions")
    expect(page.locator(".error-summary:focus")).to_have_count(1)
    assert page.locator(".error-summary").evaluate("e => e.getBoundingClientRect().top") >= 0
    assert page.input_value("[name=phone]") == "12345"
    assert page.input_value("[name=full_name]") == "Anna Nowak"

    page.click(".error-summary a")
    expect(page.locator("[name=phone]:focus")).to_have_count(1)

    page.locator("[name=phone]").fill("(708) 555-0142")
    patient.sends_it()
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", patient.reference)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_every_link_of_the_error_summary_goes_to_a_control_with_its_label_in_view(new_page, prefix, viewport):
    page = new_page(viewport=viewport)
    open_form_with_errors(page, prefix)
    links = page.locator(".error-summary a")
    assert links.count() == 5
    for number in range(5):
        links.nth(number).click()
        in_view = page.evaluate("""() => {
            const control = document.activeElement, field = control.closest('.field');
            return [...field.querySelectorAll('.field__label, .field__error, label')].every((part) => {
              const box = part.getBoundingClientRect();
              return box.top >= 0 && box.bottom <= innerHeight;
            });
        }""")
        assert in_view, links.nth(number).inner_text()


def test_the_language_can_change_in_the_middle_of_the_form(new_page):
    page = new_page(viewport=PHONE, java_script_enabled=False)
    patient = Patient(page, "Carmen Ruiz")
    patient.reads("/consultation/")
    patient.fills_in_the_form(words="My hip.")
    page.get_by_role("button", name="Menu").click()
    page.locator(".language-widget").get_by_role("button", name="Español").click()

    page.wait_for_url("**/es/consultation/")
    expect(page.locator("main > .notice:focus")).to_have_count(1)
    assert page.input_value("[name=full_name]") == "Carmen Ruiz"
    assert page.locator("[name=patient_status][value=new]").is_checked()

    assert not page.locator("[name=consent]").is_checked()  # the patient agreed to another sentence
    page.locator("[name=consent]").check()
    page.locator("[name=full_name]").press("Enter")  # sends the request; it does not change the language again
    page.wait_for_url("**/es/consultation/received/**")


def test_back_forward_and_reload_send_nothing_twice(site, new_page):
    patient = Patient(new_page(), "Piotr Wiśniewski")
    patient.reads("/consultation/")
    patient.fills_in_the_form(words="Reload me.")
    patient.sends_it()
    reference = patient.reference
    patient.page.go_back()
    patient.page.go_forward()
    patient.page.reload()
    assert patient.reference == reference
    FrontDesk(patient.page, site).mails_about(reference)
    assert len([mail for mail in site.mail_server.mails if reference in mail.get_content()]) == 2


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_by_keyboard_alone(new_page, prefix):
    page = new_page()
    press = page.keyboard.press

    # Given an article
    page.goto(prefix + ARTICLE)
    press("Tab")
    expect(page.locator(".skip-link:focus")).to_have_count(1)
    press("Enter")
    expect(page.locator("main:focus")).to_have_count(1)

    # When the form at its foot is filled in and sent
    tab_to(page, "full_name")
    page.keyboard.type("Keyboard Only")
    tab_to(page, "phone")
    page.keyboard.type("708 555 0142")
    tab_to(page, "patient_status")
    press("Space")
    press("ArrowDown")
    assert page.locator("[name=patient_status]:checked").input_value() == "returning"
    tab_to(page, "reason")
    page.keyboard.type("Neck, when I look over my shoulder.")
    press("Tab")
    press("Enter")  # unfolds the optional questions
    tab_to(page, "language")
    press("Space")
    press("ArrowDown")
    press("ArrowUp")
    assert page.locator("[name=language]").first.is_checked()
    tab_to(page, "consent")
    press("Space")
    press("Tab")
    press("Enter")
    page.locator(".reference").wait_for()

    # Then there is a reference in the same language
    assert f"{prefix}/consultation/received/" in page.url
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator(".reference").inner_text())


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_without_javascript(new_page, prefix):
    patient = Patient(new_page(viewport=PHONE, java_script_enabled=False), "No Script")
    patient.reads(prefix + ARTICLE)
    patient.fills_in_the_form(words="My neck.")
    patient.sends_it()
    assert f"{prefix}/consultation/received/" in patient.page.url
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", patient.reference)


def tab_to(page, name):
    for _ in range(20):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")
