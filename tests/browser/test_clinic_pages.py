"""A patient looks up people, prices and insurance; an editor answers a question in two languages."""

import secrets

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import FrontDesk
from tests.running_site import wait_until


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


def test_an_answer_in_two_languages_appears_on_its_page(site, new_page):
    mark = secrets.token_hex(4)
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page

    def write(row, title, words):
        page.fill(f"[name=texts-{row}-title]", title)
        page.locator(f"#texts-{row} .tiptap").click()
        page.keyboard.type(words)
        page.select_option(f"[name=texts-{row}-state]", "published")
        page.fill(f"[name=texts-{row}-unreviewed_because]", "It is no medical advice.")

    # Given an answer in English
    page.goto("/admin/articles/article/add/?kind=question")
    write(0, f"May I bring my dog? {mark}", "Yes, on a leash.")
    page.click("[name=_continue]")
    page.locator(".messagelist .success").wait_for()

    # When a person translates it
    row = page.locator("[name$=-language][value=es]").get_attribute("name").split("-")[1]
    page.get_by_role("link", name="Add Spanish").click()
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
