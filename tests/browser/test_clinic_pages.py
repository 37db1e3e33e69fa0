"""A patient goes from what hurts to the request; an editor writes a service and answers a question in two languages."""

import secrets

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import ARTICLE, Editor, FrontDesk, Patient
from tests.running_site import wait_until


@pytest.mark.whole
@pytest.mark.parametrize(
    ("prefix", "costs", "plan"),
    [("", "Costs and insurance", "No plan on our list"), ("/ar", "التكاليف والتأمين", "لا توجد في قائمتنا")],
)
def test_from_the_home_page_to_the_price_and_the_plan_without_scripts(site, new_page, prefix, costs, plan):
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{prefix}/")
    page.locator("main").get_by_role("link", name=costs).click()
    assert page.locator(".prices td").first.inner_text() == "$00"
    page.fill("[name=plan]", "sample b")
    page.locator("main form button").click()
    assert page.locator("main ul bdi[translate=no]").all_inner_texts() == ["Sample plan B"]
    page.fill("[name=plan]", "Another")
    page.locator("main form button").click()
    assert page.locator("[role=status]").inner_text().startswith(plan)


@pytest.mark.parametrize(
    ("prefix", "heel", "people", "person", "costs"),
    [
        ("", "Heel pain", "Our team", "Sample clinician A", "Costs"),
        ("/ar", "ألم الكعب", "فريقنا", "أخصائي تجريبي أ", "التكاليف"),
    ],
)
def test_from_my_heel_hurts_to_the_request(site, new_page, prefix, heel, people, person, costs):
    patient = Patient(new_page(java_script_enabled=False), f"Heel Walker {prefix}")
    page = patient.page

    # Given a patient whose heel hurts, and who reads what the clinic does about it, who works there and what it costs
    page.goto(f"{prefix}/")
    page.locator("main").get_by_role("link", name=heel, exact=True).click()
    service = page.url
    assert page.locator(".related .card").count() >= 1
    page.locator(".site-nav").get_by_role("link", name=people, exact=True).click()
    assert page.locator("main h2").first.inner_text() == person
    page.locator(".site-nav").get_by_role("link", name=costs, exact=True).click()
    assert page.locator(".prices td").first.inner_text() == "$00"

    # When they ask for a consultation from the page of the service
    page.goto(service)
    patient.fills_in_the_form(words="My heel hurts in the morning.")
    patient.sends_it()

    # Then the front desk sees what it is about
    front_desk = FrontDesk(new_page(), site)
    front_desk.signs_in()
    front_desk.opens(patient.reference)
    assert front_desk.page.locator(".field-source .readonly").inner_text() == "Heel pain"


@pytest.mark.whole
def test_a_flyer_is_known_to_those_only_who_ask_on_the_page_that_it_led_to(site, new_page):
    word = f"flyer-{secrets.token_hex(4)}"
    desk = FrontDesk(new_page(), site)
    desk.signs_in()
    desk.page.goto("/admin/clinic_site/campaign/add/")
    desk.page.fill("[name=word]", word)
    desk.page.click("[name=_save]")
    desk.page.locator(".messagelist .success").wait_for()

    def ask_after(*addresses, phone="(708) 555-0142"):
        """The facts of a request sent from the last of the pages; first with a slip, if `phone` is one."""
        patient = Patient(new_page(java_script_enabled=False), f"Reader {secrets.token_hex(4)}")
        for address in addresses:
            patient.reads(address)
        patient.fills_in_the_form(words="My knee.")
        patient.page.fill("[name=phone]", phone)
        patient.sends_it()
        if phone == "1":
            patient.page.fill("[name=phone]", "(708) 555-0142")
            patient.sends_it()
        desk.opens(patient.reference)
        return [desk.page.inner_text(f".field-{name} .readonly") for name in ("source", "campaign_word")]

    title = "Knee Pain After Running: What to Know"
    link = f"{ARTICLE}?utm_source=library&utm_campaign={word}"
    assert ask_after(link) == ask_after(link, phone="1") == [title, word]
    assert ask_after(link, ARTICLE) == [title, "Not known"]
    assert ask_after(link, "/consultation/") == ["Consultation form", "Not known"]
    assert ask_after(f"/consultation/?utm_source={word}") == ["Consultation form", word]


@pytest.mark.whole
def test_a_service_in_two_languages_appears(site, new_page):
    mark = secrets.token_hex(4)
    editor = Editor(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given a topic without a service
    page.goto("/admin/articles/topic/add/")
    page.fill("[name=slug]", f"topic-{mark}")
    page.select_option("[name=names-0-language]", "en")
    page.fill("[name=names-0-name]", f"Elbow {mark}")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()

    # When an editor writes one in English, translates it, and publishes both
    page.goto("/admin/articles/article/add/?kind=condition")
    page.select_option("[name=topic]", label=f"Elbow {mark}")
    page.fill("[name=texts-0-title]", f"Elbow care {mark}")
    editor.writes("texts-0", "We look at your elbow.")
    editor.saves()
    row = page.locator("[name$=-language][value=es]").get_attribute("name").removesuffix("-language")
    editor.shows(row)
    page.fill(f"[name={row}-title]", f"Cuidado del codo {mark}")
    editor.writes(row, "Miramos su codo.")
    editor.saves()
    for number in (0, 1):
        editor.shows(f"texts-{number}")
        page.select_option(f"[name=texts-{number}-state]", "published")
        page.fill(f"[name=texts-{number}-unreviewed_because]", "It is a test.")
        page.fill(f"[name=texts-{number}-reason_despite_warnings]", "It is a test.")
    editor.saves()
    assert editor.asked_for() == []

    # Then the home pages lead to it
    def leads(prefix, title):
        page.goto(f"{prefix}/")
        return page.get_by_role("link", name=title).count()

    wait_until(lambda: leads("", f"Elbow care {mark}"), seconds=5, what="the service")
    wait_until(lambda: leads("/es", f"Cuidado del codo {mark}"), seconds=5, what="its translation")
    page.get_by_role("link", name=f"Cuidado del codo {mark}").click()
    assert page.url.endswith(f"/es/services/cuidado-del-codo-{mark}/")


@pytest.mark.whole
def test_an_answer_in_two_languages_appears_on_its_page(site, new_page):
    mark = secrets.token_hex(4)
    editor = Editor(new_page(), site)
    editor.signs_in()
    page = editor.page

    def write(row, title, words):
        page.fill(f"[name=texts-{row}-title]", title)
        page.locator(f"#texts-{row} .tiptap").click()
        page.keyboard.type(words)
        page.select_option(f"[name=texts-{row}-state]", "published")
        page.fill(f"[name=texts-{row}-unreviewed_because]", "Not medical advice.")

    # Given an answer in English
    page.goto("/admin/articles/article/add/?kind=question")
    write(0, f"May I bring my dog? {mark}", "Yes, on a leash.")
    page.click("[name=_continue]")
    page.locator(".messagelist .success").wait_for()

    # When a person translates it
    row = page.locator("[name$=-language][value=es]").get_attribute("name").split("-")[1]
    editor.shows(f"texts-{row}")
    write(row, f"¿Puedo traer a mi perro? {mark}", "Sí, con correa.")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()

    # Then both pages show it, and the translation is not called automatic
    def shows(address, words):
        page.goto(address)
        return words in page.locator("main").inner_text()

    wait_until(lambda: shows("/questions/", f"May I bring my dog? {mark}"), seconds=5, what="the answer")
    wait_until(lambda: shows("/es/questions/", f"¿Puedo traer a mi perro? {mark}"), seconds=5, what="its translation")
    section = page.locator("main section", has_text=mark)
    assert "Una persona tradujo este texto." in section.inner_text()
