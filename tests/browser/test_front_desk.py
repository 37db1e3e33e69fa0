"""Two people share the front desk: they call everybody once, forget nobody, and never overwrite each other."""

import html
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Barrier
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests import WHOLE
from tests.browser.conftest import PHONE
from tests.browser.people import INBOX, FrontDesk
from tests.faults.patients import ask, send_request
from tests.running_site import RunningSite

EWA = ("ewa", "three quiet herons by the lake")
PATIENTS = [  # (name, language), in the order in which they ask
    ("Maria Kowalska", "pl"),
    ("Rosa Jiménez", "es"),
    ("أحمد الحسن", "ar"),
    ("John Smith", "en"),
    ("Piotr Wiśniewski", "pl"),
    ("Carlos Ruiz", "es"),
    ("Layla Haddad", "ar"),
    ("Grace Lee", "en"),
    ("Ewa Zielińska", "pl"),
    ("Elena Vargas", "es"),
]
GREETINGS = {
    "pl": "Dzień dobry, dzwonię z Integrated Health Solutions.",
    "es": "Hola, le llamo de Integrated Health Solutions.",
    "ar": "مرحبًا، أتصل بكم من Integrated Health Solutions.",
    "en": "Hello, I am calling from Integrated Health Solutions.",
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def site(request, tmp_path_factory):
    """A site of this file's own, so that its list can be worked through to the end."""
    site = RunningSite(tmp_path_factory.mktemp(request.param), database=request.param)
    site.start()
    made = site.manage(
        "shell",
        "--no-imports",
        "-c",
        f"from django.contrib.auth.models import User; User.objects.create_superuser{EWA[0], '', EWA[1]}",
    )
    assert made.returncode == 0, made.stderr
    yield site
    assert site.stop() == 0


@pytest.fixture
def desk(site, new_page):
    front_desk = FrontDesk(new_page(), site)
    front_desk.signs_in()
    return front_desk


@pytest.fixture
def second_desk(site, new_page):
    front_desk = FrontDesk(new_page(), site)
    front_desk.signs_in(EWA)
    return front_desk


def ask_for_a_call(site, name, language="en", **changes):
    number = sum(name.encode()) % 10000
    return send_request(
        site,
        **{"full_name": name, "language": language, "phone": f"(312) 555-{number:04}", "email": "", **changes},
        interpreter=None,
        reason=f"It hurts. {name}",
    )


@pytest.mark.whole
def test_the_morning_of_a_front_desk_with_twelve_requests_in_four_languages(site, desk):
    page = desk.page

    # Given twelve requests, two of them held as possible spam
    asked = [ask_for_a_call(site, name, language) for name, language in PATIENTS]
    real = ask_for_a_call(site, "Linda Brown", "en", subject="filled in by her password manager")
    spam = ask_for_a_call(site, "Buy Now", "en", subject="x")
    desk.opens_the_inbox()
    assert desk.tabs == [
        "To call (10)",
        "Questions (0)",
        "Mine (0)",
        "Waiting",
        "Scheduled",
        "Possible spam (2)",
        "All",
    ]
    assert desk.listed == asked

    # When the held ones are looked at, one is let go and one is spam
    desk.opens_the_inbox("held")
    page.locator("tr", has_text=real).get_by_role("button", name="Genuine").click()
    assert desk.message == f"{real} is genuine and on the list of calls. Open it to check or undo"
    page.locator("tr", has_text=spam).get_by_role("button", name="Spam").click()
    assert desk.message == f"{spam} is marked as spam. Open it to check or undo"
    assert desk.listed == []
    desk.opens_the_inbox()
    assert desk.listed == [*asked, real]

    # And the list shows what the first call needs
    row = page.locator("#result_list tbody tr", has_text=asked[0])
    assert row.locator(".number").get_attribute("href").startswith("tel:+1312555")
    assert row.locator(".message").inner_text() == "It hurts. Maria Kowalska"

    # And the first is opened by keyboard, greeted in Polish, and reached
    tab_to(page, lambda: page.evaluate("document.activeElement.textContent").endswith(asked[0]))
    page.keyboard.press("Enter")
    page.locator(".call-panel").wait_for()
    assert page.locator(".call-panel__greeting").inner_text() == GREETINGS["pl"]
    tab_to(page, lambda: page.evaluate("document.activeElement.textContent") == "Reached")
    tab_to(page, lambda: page.evaluate("document.activeElement.name") == "note")
    page.keyboard.type("Can come on Thursday.")
    page.keyboard.down("Shift")
    tab_to(page, lambda: page.evaluate("document.activeElement.textContent") == "Reached")
    page.keyboard.up("Shift")
    page.keyboard.press("Enter")
    page.locator(".messagelist").wait_for()
    assert desk.step == "Reached: schedule or close"
    assert "Can come on Thursday." in desk.story[0]
    desk.presses("Scheduled")
    assert (
        page.locator(".buttons__visit .errorlist").inner_text() == "Enter the day of the visit, then press Scheduled."
    )
    desk.schedules(days=0)
    assert desk.step == "Visit today: did the patient come?"

    # And a field is left with Enter: it is saved, and nobody counts as called
    desk.goes_to_the_next()
    assert page.locator("h2 bdi").inner_text() == "Rosa Jiménez"
    assert page.locator(".call-panel__greeting").inner_text() == GREETINGS["es"]
    desk.writes("Ask for the afternoon.")
    page.locator("[name=corrected_phone]").press("Enter")
    page.locator(".messagelist").wait_for()
    assert desk.step.startswith("Call by ")
    assert "Call:" not in desk.story[0]

    # And the next ones do not answer, get a voicemail, need an interpreter
    desk.presses("No answer")
    assert desk.step.startswith("Call again after ")
    for reference, outcome, then in [
        (asked[2], "Needs an interpreter", "with an interpreter"),
        (asked[3], "Left a voicemail", "a voicemail was left"),
    ]:
        desk.goes_to_the_next()
        assert page.locator("h1").inner_text() == f"Request {reference}"
        desk.presses(outcome)
        assert desk.step.endswith(f": {then}")

    # And a wrong number is corrected, which is then called at once; the old one stays in the story
    desk.goes_to_the_next()
    desk.presses("Wrong number")
    assert desk.step == "Wrong number: correct it"
    page.fill("[name=corrected_phone]", "312 555 0199")
    page.click(".submit-row [name=_save]")
    assert desk.step == "Number corrected: call now"
    assert page.locator(".call-panel__call").get_attribute("href") == "tel:+13125550199"
    assert re.search(r"Number changed from \(312\) 555-\d{4} to 312 555 0199\.", desk.story[0])
    desk.presses("Reached")
    desk.closes("Outside our specialty")
    assert desk.step == "Done: outside our specialty"

    # And a slip is undone: the story keeps both, and the call is due as before
    desk.goes_to_the_next()
    before = desk.step
    desk.presses("Reached")
    desk.presses("Undo this")
    assert desk.message.startswith(f"{asked[5]}: Undone.")
    assert desk.step == before
    assert len(desk.story) == 2
    desk.presses("No answer")

    # And one is taken for later, by whoever speaks the language
    desk.goes_to_the_next()
    desk.presses("Assign to me")
    desk.opens_the_inbox("mine")
    assert (desk.listed, desk.tabs[2]) == ([asked[6]], "Mine (1)")

    # Then the rest is called, until nobody is left to call
    for reference in [*asked[7:], real, asked[6]]:
        desk.opens(reference)
        desk.presses("Reached")
        desk.closes("Patient declined")
    desk.goes_to_the_next()
    assert desk.message == "You have no more calls to make."
    assert desk.tabs[:3] == ["To call (0)", "Questions (0)", "Mine (0)"]
    assert page.locator(".empty-list").inner_text() == "No calls to make right now."

    # And nobody is forgotten: each is where the last call left it
    desk.opens_the_inbox("waiting")
    assert set(desk.listed) == {asked[1], asked[2], asked[3], asked[5]}

    # And whoever came to the visit is done
    desk.opens_the_inbox("scheduled")
    assert desk.listed == [asked[0]]
    page.get_by_role("button", name="Came", exact=True).click()
    assert desk.message == f"{asked[0]} is closed: the patient came to the visit. Open it to check or undo"
    assert desk.listed == []
    desk.opens_the_inbox("all")
    assert set(desk.listed) == {*asked, real, spam}


def test_two_people_at_once_see_each_other_and_lose_nothing(site, desk, second_desk):
    reference = ask_for_a_call(site, f"Anna Nowak {site.port}", "pl")

    # Given a request that both have open, the second is told of the first
    desk.opens(reference)
    second_desk.opens(reference)
    warning = second_desk.page.locator(".call-panel__warning").inner_text()
    assert warning == "demo-staff opened this request just now. Ask before you call."

    # When the first notes a call, and the second presses another button on the older page
    desk.writes("Rang out.")
    desk.presses("No answer")
    second_desk.writes("Her daughter speaks English.")
    second_desk.page.select_option("[name=state]", "contacted")
    second_desk.presses("Assign to me")

    # Then nothing is saved yet, and both are to be seen
    meanwhile = second_desk.page.locator(".meanwhile").inner_text()
    assert "demo-staff" in meanwhile
    assert "Call: No answer" in meanwhile
    assert "Rang out." in meanwhile
    assert second_desk.page.input_value("[name=note]") == "Her daughter speaks English."
    assert second_desk.page.input_value("[name=state]") == "contacted"
    assert "Stored now: Not reached yet" in second_desk.page.locator(".field-state").inner_text()
    assert len(second_desk.story) == 2  # the same call: told as news, and as the whole story

    # And pressed again, it is saved, with the call of the first still there
    second_desk.presses("Assign to me")
    assert second_desk.step.startswith("Call again after ")
    assert "State changed from Not reached yet to Contacted." in second_desk.story[0]
    assert [entry.split(",")[0] for entry in second_desk.story] == ["ewa", "demo-staff"]
    assert "Her daughter speaks English." in second_desk.story[0]
    assert "Assigned to ewa." in second_desk.story[0]


def test_double_click_is_one_call(site, desk):
    reference = ask_for_a_call(site, f"Jan Nowak {site.port}", "pl")
    desk.opens(reference)
    desk.page.get_by_role("button", name="No answer").dblclick(no_wait_after=True)
    desk.page.locator(".messagelist").wait_for()
    desk.opens(reference)
    assert len(desk.story) == 1


@pytest.mark.whole
def test_of_two_simultaneous_changes_one_is_saved_and_one_is_a_conflict(site, desk, second_desk):
    """Over HTTP, so that nothing makes one wait for the other but the database."""
    for round_ in range(8 if WHOLE else 4):
        reference = ask_for_a_call(site, f"Round {round_} {site.port}")
        sent = [form_of(someone, reference) for someone in (desk, second_desk)]
        start = Barrier(2)

        def press(form, start=start):
            start.wait(timeout=10)
            status, _, body = ask(site, "POST", form["address"], form["body"], form["headers"])
            return status, "Your changes weren't saved" in html.unescape(body)

        with ThreadPoolExecutor(2) as pool:
            answers = sorted(pool.map(press, sent))
        assert answers == [(200, True), (302, False)]
        desk.opens(reference)
        assert len(desk.story) == 1


def form_of(someone, reference):
    """What the browser of `someone` would post to note that nobody answered."""
    someone.opens(reference)
    page = someone.page
    fields = dict(page.evaluate("[...new FormData(document.querySelector('#consultationrequest_form'))]"))
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
    return {
        "address": page.url.removeprefix(site_of(page.url)),
        "body": urlencode({**fields, "_outcome": "no_answer"}),
        "headers": {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": site_of(page.url),
            "Cookie": cookies,
        },
    }


def site_of(address):
    return re.match(r"http://[^/]+", address).group()


def test_new_requests_show_themselves_quietly_on_the_open_list(site, desk):
    page = desk.page
    page.clock.install()
    desk.opens_the_inbox()
    title = page.title()
    page.focus("#searchbar")
    top = page.locator("#changelist").bounding_box()

    # Given two requests that come while the list is open
    new = [ask_for_a_call(site, f"News {number} {site.port}") for number in range(2)]
    assert page.locator(".news").inner_text() == ""

    # When half a minute has passed, a line says so; nothing moves, and the focus stays
    page.clock.run_for(31_000)
    page.locator(".news a").wait_for()
    assert page.locator(".news").inner_text() == "2 new requests: show them"
    assert page.title() == f"(2) {title}"
    expect(page.locator("#searchbar:focus")).to_have_count(1)
    assert page.locator("#changelist").bounding_box() == top

    # Then its link shows them
    page.click(".news a")
    page.locator(".news:empty").wait_for(state="attached")
    assert set(new) <= set(desk.listed)


@pytest.mark.whole
def test_going_back_in_the_browser_brings_no_old_state_back(site, desk, second_desk):
    # Given a request that one has opened and the other then schedules
    reference = ask_for_a_call(site, f"Back {site.port}")
    desk.opens(reference)
    second_desk.opens(reference)
    second_desk.schedules()

    # When the first goes on to the list, back again, and takes the request
    desk.opens_the_inbox()
    desk.page.go_back()
    assert desk.page.input_value("[name=state]") == "scheduled"
    desk.presses("Assign to me")
    assert "Saved." in desk.message

    # Then it is still scheduled
    assert desk.page.input_value("[name=state]") == "scheduled"
    assert "to New." not in " ".join(desk.story)


def test_a_typed_note_is_not_lost_by_a_link(site, desk):
    desk.opens(ask_for_a_call(site, f"Note {site.port}"))
    asked = []
    desk.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.writes("Has moved to Tinley Park.")
    with desk.page.expect_event("dialog"):
        desk.goes_to_the_next()
    assert asked == ["beforeunload"]
    assert desk.page.input_value("[name=note]") == "Has moved to Tinley Park."
    desk.presses("Reached")
    assert "Saved." in desk.message
    assert "Has moved to Tinley Park." in desk.story[0]
    assert asked == ["beforeunload"]


def test_on_a_phone_the_call_comes_first_and_nothing_is_cut_off(site, new_page):
    reference = ask_for_a_call(site, f"Phone {site.port}", "ar")
    front_desk = FrontDesk(new_page(viewport=PHONE, java_script_enabled=False), site)
    front_desk.signs_in()
    page = front_desk.page
    page.goto(INBOX)
    assert reference in front_desk.listed
    front_desk.opens(reference)
    order = [".call-panel__call", ".call-panel__greeting", "[name=_outcome]", "[name=note]", "[name=state]", ".story"]
    tops = [page.locator(selector).first.bounding_box()["y"] for selector in order]
    assert tops == sorted(tops)
    for box in [page.locator(selector).first.bounding_box() for selector in order]:
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
    assert page.locator(".call-panel__call").bounding_box()["height"] >= 48
    assert page.locator(".request-tools").bounding_box()["y"] > tops[-1]
    page.get_by_role("link", name="Print sheet").click(trial=True)
    front_desk.presses("No answer")
    assert front_desk.step.startswith("Call again after ")


def tab_to(page, is_there):
    for _ in range(80):
        if is_there():
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not reach it")


def test_on_a_phone_each_request_of_the_list_is_a_block_of_lines(site, new_page):
    asked = ask_for_a_call(site, "Anna Maria Nowak-Wiśniewska", "pl")
    desk = FrontDesk(new_page(viewport=PHONE), site)
    desk.signs_in()
    desk.opens_the_inbox("all")
    row = desk.page.locator("#result_list tbody tr", has_text=asked)
    tick, *lines = [cell.bounding_box() for cell in row.locator("td, th").all()]
    assert len({line["x"] for line in lines}) == 1
    for line, next_line in pairwise(lines):
        assert next_line["y"] >= line["y"] + line["height"]
    assert tick["x"] + tick["width"] <= lines[0]["x"]
    assert tick["y"] == lines[0]["y"]


@pytest.mark.parametrize("width", [390, 1280])
def test_list_needs_no_sideways_scrolling(site, new_page, width):
    ask_for_a_call(site, "Aleksandra Wiśniewska-Kwiatkowska", "pl", voicemail_ok="no")
    ask_for_a_call(site, "أحمد بن عبد الرحمن الحسن", "ar", subject="x")
    desk = FrontDesk(new_page(viewport={**PHONE, "width": width}), site)
    desk.signs_in()
    for tab in ("to-call", "held", "all"):
        desk.opens_the_inbox(tab)
        assert desk.listed
        for box in ("html", ".results"):
            over = desk.page.locator(box).evaluate("(box) => box.scrollWidth - box.clientWidth")
            assert over == 0, (tab, box)


def test_a_patient_is_found_by_part_of_the_name_and_the_last_four_digits(site, desk):
    reference = ask_for_a_call(site, "Zofia Kaczmarek", "pl", phone="(312) 555-0142")
    desk.opens_the_inbox()
    desk.page.fill("#searchbar", "kacz 0142")
    desk.page.keyboard.press("Enter")
    desk.page.get_by_text("1 result").wait_for()
    assert desk.listed == [reference]


def test_the_sidebar_comes_after_the_content_for_the_keyboard_and_before_it_on_the_screen(site, desk):
    desk.opens_the_inbox()
    page = desk.page
    sidebar, content = page.locator("#nav-sidebar"), page.locator("#content-start")
    assert sidebar.bounding_box()["x"] < content.bounding_box()["x"]
    assert sidebar.bounding_box()["y"] == content.bounding_box()["y"]
    tab_to(page, lambda: page.evaluate("document.activeElement.id") == "searchbar")
    assert page.locator("#nav-sidebar :focus").count() == 0
    page.get_by_role("button", name="Toggle navigation").click()
    expect(sidebar).to_be_hidden()
    assert content.bounding_box()["x"] < 30


def test_home_leads_from_the_first_patient_to_call_to_the_number(site, desk):
    name = f"Home {site.port}"
    ask_for_a_call(site, name)
    page = desk.page
    page.goto("/admin/")
    first = page.locator(".calls li").first
    assert first.locator("[href^='tel:']").count() == 1
    counted = page.get_by_role("link", name="To call (").inner_text()
    first.get_by_role("link").first.click()
    page.locator(".call-panel").wait_for()
    desk.opens_the_inbox()
    assert desk.tabs[0] == counted
