"""The front desk works by keyboard alone: every press is counted, and nothing happens to what is typed."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.engines import open_firefox
from tests.browser.people import FrontDesk
from tests.clock import CLINIC
from tests.faults.patients import send_request
from tests.running_site import RunningSite, wait_until

TO_OPEN, TO_RECORD, TO_GO_ON = 3, 5, 2  # presses at most
HOW_MANY = 30


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of this file's own, so that its list can be worked through to the end."""
    site = RunningSite(tmp_path_factory.mktemp("keyboard"))
    site.start()
    yield site
    assert site.stop() == 0


class KeyboardUser(FrontDesk):
    """Has no mouse. What is typed into a field does not count as presses."""

    presses_so_far = 0

    def strikes(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.presses_so_far += 1

    def types(self, text):
        self.page.keyboard.type(text)

    def count(self):
        """The presses since the last count."""
        presses, self.presses_so_far = self.presses_so_far, 0
        return presses

    def is_at(self, selector):
        """Waits until the focus is there: a browser moves it after a page has loaded."""
        expect(self.page.locator(f"{selector}:focus")).to_have_count(1)

    def is_at_a_new_request(self, name):
        expect(self.page.locator("#call-panel-heading:focus")).to_have_text(name)
        self.page.wait_for_load_state()  # with its scripts

    def has_saved(self):
        self.page.locator(".messagelist .success", has_text="Saved.").wait_for()
        self.is_at(".call-panel__step")
        self.page.wait_for_load_state()


@pytest.fixture
def desk(site, new_page):
    user = KeyboardUser(new_page(), site)
    user.signs_in()
    return user


@pytest.fixture
def ask(site):
    def send(name, **changes):
        number = f"(312) 555-{sum(name.encode()) % 10000:04}"
        return send_request(site, full_name=name, phone=number, email="", reason=f"It hurts. {name}", **changes)

    return send


def reaches(desk):
    desk.strikes("1")
    return "Reached: schedule or close"


def reaches_nobody(desk):
    desk.strikes("2")
    return "Call again after"


def leaves_a_voicemail(desk):
    desk.strikes("3")
    return "Call again after"


def writes_a_note_and_reaches(desk):
    desk.strikes("e")
    desk.is_at("[name=note]")
    desk.types("Will ask her son: 1, 2 or 3 visits? x")
    desk.strikes("Escape", "1")
    return "Reached: schedule or close"


def arranges_a_visit(desk):
    desk.strikes("s")
    desk.is_at("[name=visit_on]")
    desk.types((datetime.now(CLINIC) + timedelta(days=7)).strftime("%m%d%Y"))
    desk.strikes("Enter")
    return "Visit on"


def closes(desk):
    desk.strikes("x")
    desk.is_at("summary")
    desk.strikes("3")
    return "Done: outside our specialty"


WAYS = [reaches, reaches_nobody, leaves_a_voicemail, writes_a_note_and_reaches, arranges_a_visit, closes]


@pytest.mark.whole
def test_a_morning_at_the_desk_by_keyboard_alone(desk, ask):
    # Given thirty requests on the list
    names = [f"Patient Number {number}" for number in range(HOW_MANY)]
    for name in names:
        ask(name)
    desk.opens_the_inbox()
    desk.page.wait_for_load_state()

    # When the first is opened from the list
    desk.strikes("j", "Enter")
    assert desk.count() <= TO_OPEN

    # Then each is called, its outcome recorded and the next one opened, with a few presses
    recorded = {}
    for number, name in enumerate(names):
        desk.is_at_a_new_request(name)
        way = WAYS[number % len(WAYS)]
        step = way(desk)
        desk.has_saved()
        recorded.setdefault(way.__name__, set()).add(desk.count())
        assert desk.step.startswith(step)
        desk.strikes("n")
        assert desk.count() <= TO_GO_ON
    assert {way: max(presses) for way, presses in recorded.items()} == {
        "reaches": 1,
        "reaches_nobody": 1,
        "leaves_a_voicemail": 1,
        "writes_a_note_and_reaches": 3,
        "arranges_a_visit": 2,  # and the day
        "closes": 2,
    }
    assert max(max(presses) for presses in recorded.values()) <= TO_RECORD

    # And nobody is left
    desk.page.locator(".empty-list").wait_for()
    assert desk.message == "You have no more calls to make."
    found = desk.site.query("SELECT state, last_outcome, count(*) FROM consultations_consultationrequest GROUP BY 1, 2")
    assert sorted(tuple(row) for row in found) == [
        ("closed", "", 5),
        ("contacted", "reached", 10),
        ("contacted", "voicemail", 5),
        ("scheduled", "", 5),
        ("tried", "no_answer", 5),
    ]


@pytest.mark.whole
def test_a_wrong_key_is_undone_with_one_press(desk, ask):
    desk.opens(ask("Wrong Key"))
    before = desk.step
    desk.strikes("1")
    desk.has_saved()
    desk.strikes("u")
    desk.page.locator(".messagelist", has_text="Undone.").wait_for()
    assert desk.step == before
    assert len(desk.story) == 2


def test_keys_are_silent_in_fields_with_other_keys_and_when_held_down(desk, ask):
    reference = ask("Silent Keys")
    desk.opens(reference)
    address = desk.page.url
    everything = "123456789 jknaeucsx?/ JKN"

    # In the note and in a menu
    desk.strikes("e")
    desk.types(everything)
    assert desk.page.input_value("[name=note]") == everything
    desk.page.focus("[name=state]")
    desk.types("nx1")
    desk.page.select_option("[name=state]", "new")

    # With Ctrl, Alt or Meta, and while a key is held down
    desk.page.focus(".call-panel__next")
    for key in ("Control+1", "Alt+2", "Meta+3", "Alt+x"):
        desk.strikes(key)
    desk.page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '1', repeat: true, bubbles: true}))"
    )
    # And of the reasons for closing, from outside their box
    desk.strikes("x")
    desk.page.focus(".call-panel__next")
    desk.strikes("6", "7")
    desk.page.wait_for_timeout(300)
    assert desk.page.url == address
    desk.page.fill("[name=note]", "")
    desk.opens(reference)
    assert desk.story == []


def test_two_quick_keys_send_one_answer(desk, ask):
    desk.opens(ask("Two Keys"))
    desk.strikes("2", "1")
    desk.has_saved()
    assert len(desk.story) == 1
    assert "Call: No answer" in desk.story[0]


def test_the_list_is_walked_down_and_up_and_searched(desk, ask):
    references = [ask(f"Walked List {number}") for number in range(3)]
    desk.opens_the_inbox("all")
    links = desk.page.locator("#result_list th a")

    def is_on(place):
        expect(links.nth(place)).to_be_focused()

    for key, place in [("k", 0), ("j", 1), ("j", 2), ("k", 1)]:
        desk.strikes(key)
        is_on(place)
    desk.strikes("/")
    desk.is_at("#searchbar")
    desk.types(references[0])
    assert desk.page.input_value("#searchbar") == references[0]
    desk.strikes("Enter")
    desk.page.wait_for_url("**?q=*")
    assert desk.listed == [references[0]]
    desk.strikes("j", "Enter")
    desk.is_at_a_new_request("Walked List 0")


@pytest.mark.whole
def test_shortcuts_that_are_turned_off_are_off_until_they_are_turned_on(desk, ask):
    reference = ask("Shortcuts Off")
    desk.opens(reference)

    # When the list of keys is opened by its key, and its button pressed
    desk.strikes("?")
    desk.is_at(".keys summary")
    assert "Undo the newest line of the history" in desk.page.locator(".keys").inner_text()
    desk.strikes("Tab", "Enter")
    desk.page.locator(".messagelist", has_text="Keyboard shortcuts are off for your account.").wait_for()

    # Then no key does anything, here and on the list, and no hint is shown
    address = desk.page.url
    desk.strikes(*"12345aucensx?")
    desk.is_at(".call-panel__step")
    assert desk.page.url == address
    assert desk.story == []
    assert desk.page.locator("[aria-keyshortcuts], [data-key-hint], details[open]").count() == 0
    desk.opens_the_inbox("all")
    desk.strikes("j", "/")
    assert desk.page.evaluate("document.activeElement === document.body")

    # And the outcome is still near: the focus begins at the patient's name
    desk.opens(reference)
    desk.count()
    while desk.page.evaluate("document.activeElement.value") != "reached":
        desk.strikes("Tab")
    desk.strikes("Enter")
    assert desk.count() <= TO_RECORD
    desk.has_saved()
    desk.strikes("Tab")
    desk.is_at(".call-panel__next")

    # And they come back, from the list too
    desk.opens_the_inbox()
    desk.page.locator(".keys summary").press("Enter")
    desk.page.locator(".keys button", has_text="Turn on for my account").press("Enter")
    desk.page.locator(".messagelist", has_text="Keyboard shortcuts are on for your account.").wait_for()
    desk.page.locator("[aria-keyshortcuts]").first.wait_for(state="attached")  # the script has begun to listen
    desk.strikes("/")
    desk.is_at("#searchbar")


@pytest.mark.whole
def test_a_template_is_put_into_the_note_at_the_cursor_and_can_be_copied_without_scripts(site, desk, ask, new_page):
    text = "Sample note: asked to be called after work."
    reference = ask("Template User")
    desk.opens(reference)
    desk.strikes("e")
    desk.types("Her son called. Thanks.")
    desk.strikes(*["ArrowLeft"] * len(" Thanks."), "Tab", "Enter")
    desk.is_at("[name=note]")
    desk.types(" Really.")
    assert desk.page.input_value("[name=note]") == f"Her son called. {text} Really. Thanks."
    desk.page.fill("[name=note]", "")

    plain = FrontDesk(new_page(java_script_enabled=False), site)
    plain.signs_in()
    plain.opens(reference)
    assert text in plain.page.locator(".note-templates li").all_inner_texts()


@pytest.mark.whole
def test_in_firefox_a_call_is_recorded_and_the_next_one_opened_with_single_keys(site, ask):
    ask("Another Patient")
    reference = ask("Firefox User")
    ((number,),) = site.query("SELECT id FROM consultations_consultationrequest WHERE reference = ?", reference)
    with open_firefox(site) as window:
        window.reads("/admin/")
        user, password = site.staff
        window.fills_in(username=user, password=password)
        window.sends_it("[type=submit]")
        window.reads(f"/admin/consultations/consultationrequest/{number}/change/")
        assert window.run("return document.activeElement.textContent") == "Firefox User"
        window.types("2", "#call-panel-heading")
        wait_until(lambda: window.texts(".messagelist .success") == [f"{reference}: Saved."], seconds=20, what="saved")
        wait_until(
            lambda: window.run("return document.activeElement?.className") == "call-panel__step",
            seconds=20,
            what="the focus on the next step",
        )
        assert "Call: No answer" in window.texts(".story__entry")[0]
        window.types("n", ".call-panel__step")
        wait_until(
            lambda: window.run("return document.activeElement?.id") == "call-panel-heading",
            seconds=20,
            what="the next request",
        )
        assert reference not in window.texts("h1")[0]
