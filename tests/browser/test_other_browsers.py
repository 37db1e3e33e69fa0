"""The site's main job in browsers that are not Chromium: Firefox, WebKitGTK and lynx."""

import re
import secrets

import pytest
from selenium.webdriver.common.keys import Keys

from tests import WHOLE
from tests.browser.engines import LynxWindow, open_firefox, open_webkit
from tests.browser.people import ARTICLE
from tests.factories import picture_file
from tests.pasted import EXAMPLES, LIBREOFFICE, LIBREOFFICE_STORED, as_shown, without_kinds
from tests.running_site import wait_until

pytestmark = [pytest.mark.whole, pytest.mark.parametrize("site", ["sqlite"], indirect=True)]

OPEN = {"Firefox": open_firefox, "WebKitGTK": open_webkit}
ANSWERS = {
    "full_name": "Zażółć Jaźń",
    "phone": "708.555.01",
    "email": "patient@example.net",
    "patient_status": "new",
    "reason": "My knee clicks on stairs.",
    "consent": True,
}
PREFIXES = ["", "/es", "/pl", "/ar"] if WHOLE else ["", "/ar"]
FIRST_LINES = {"": "There is a problem", "/es": "Hay un problema", "/pl": "Wystąpił problem", "/ar": "هناك مشكلة"}
REFERENCE = "[0-9A-Z]{4}-[0-9A-Z]{4}"
REFERENCE_LABELS = {
    "": "Your reference:",
    "/es": "Su código de referencia:",
    "/pl": "Państwa numer referencyjny:",
    "/ar": "رقم طلبك:",
}
UNFOLD = "document.querySelector('#consultation-form details').open = true"
SELECT_THE_LINE = "getSelection().selectAllChildren(document.querySelector('.lead')); return String(getSelection())"


@pytest.fixture(scope="module", params=OPEN)
def patient(request, site):
    """A patient's window in each browser."""
    with OPEN[request.param](site) as window:
        yield window


@pytest.mark.parametrize("prefix", PREFIXES)
def test_from_an_article_through_an_error_to_the_thanks(patient, prefix):
    # Given an article and the form at its foot
    patient.reads(prefix + ARTICLE)
    assert patient.run("return getComputedStyle(document.body).direction") == ("rtl" if prefix == "/ar" else "ltr")
    assert patient.run("return document.documentElement.scrollWidth <= innerWidth")

    # When the patient sends it with a telephone number that is too short
    patient.run(UNFOLD)
    patient.fills_in(**ANSWERS)
    patient.sends_it()

    # Then the error has the focus, and leads to the number; nothing else is to be typed again
    assert patient.address == f"{patient.site.url}{prefix}/consultation/"
    assert patient.texts(".error-summary h2") == [FIRST_LINES[prefix]]
    wait_until(
        lambda: patient.run("return document.activeElement.className") == "error-summary", seconds=5, what="focus"
    )
    assert patient.run("return document.querySelector('[name=full_name]').value") == ANSWERS["full_name"]
    patient.presses(".error-summary a")
    assert patient.run("return document.activeElement.name") == "phone"

    # When the number is corrected
    patient.fills_in(phone="708.555.0142")
    patient.sends_it()

    # Then there is a reference, in the same language
    assert re.search(f"{prefix}/consultation/received/[-_A-Za-z0-9]{{22}}/$", patient.address)
    (reference,) = patient.texts(".reference")
    assert re.fullmatch(REFERENCE, reference)

    # And it is heard letter by letter, and copied as it is written
    assert patient.hears(".reference") == [("image", ", ".join(" ".join(half) for half in reference.split("-")))]
    assert patient.run(SELECT_THE_LINE) == f"{REFERENCE_LABELS[prefix]} {reference}"


@pytest.mark.parametrize("display", ["flex", "none"], ids=["in view", "in a closed menu"])
def test_enter_in_a_field_sends_the_form_and_changes_no_language(patient, display):
    """The buttons of the header's languages stand before the form's own."""
    patient.reads("/consultation/")
    patient.run(f"document.querySelector('.language-widget').style.display = '{display}'")
    patient.fills_in(full_name=f"Enter{Keys.ENTER}")
    wait_until(lambda: patient.texts(".error-summary h2") == [FIRST_LINES[""]], seconds=5, what="errors in English")


def test_a_wrong_email_address_makes_no_group_wrong(patient):
    patient.reads("/consultation/")
    patient.run(UNFOLD)
    patient.fills_in(email="patient@")
    assert patient.run("return document.querySelectorAll(':invalid').length") == 0


# In how many lines the number in an error stands, at every width from a narrow phone up.
LINES_OF_THE_NUMBER = r"""
const text = document.querySelector(".field__error").lastChild, range = document.createRange();
const start = text.data.indexOf("("), lines = new Set();
range.setStart(text, start);
range.setEnd(text, text.data.indexOf("0123") + 4);
for (let width = 300; width < 600; width += 5) {
  document.body.style.inlineSize = `${width}px`;
  lines.add(new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size);
}
return [range.toString(), ...lines];
"""


@pytest.mark.parametrize("prefix", PREFIXES)
def test_telephone_number_in_an_error_stays_in_one_line(patient, prefix):
    patient.reads(f"{prefix}/consultation/")
    patient.run(UNFOLD)
    patient.fills_in(**ANSWERS)
    patient.sends_it()
    assert patient.run(LINES_OF_THE_NUMBER) == ["(708)\N{NO-BREAK SPACE}555-\N{WORD JOINER}0123", 1]


def test_whole_address_of_the_clinic_is_underlined(patient):
    patient.reads("/")
    lines = "return ['address', 'city'].map((part) => getComputedStyle(document.querySelector(`.site-header__${part}`))"
    assert patient.run(f"{lines}.textDecorationLine)") == ["underline", "underline"]


MENU = """return [document.querySelector(".site-nav").checkVisibility(),
    document.activeElement.className.split(" ").pop()]"""


def test_menu_opens_and_closes_by_keyboard_on_a_narrow_screen(patient):
    patient.driver.set_window_size(500, 900)
    patient.reads("/")
    assert patient.run(MENU)[0] is False
    patient.types(Keys.ENTER, at=".site-header__menu")
    assert patient.run(MENU) == [True, "site-menu__close"]
    patient.types(Keys.ESCAPE, at=".site-menu__close")
    assert patient.run(MENU) == [False, "site-header__menu"]
    patient.driver.set_window_size(1280, 1000)
    wait_until(lambda: patient.run(MENU)[0] is True, seconds=5, what="the window to be wide, and its menu open")


in_firefox = pytest.mark.parametrize("patient", ["Firefox"], indirect=True)
LETTER = {"width": 21.59, "height": 27.94}  # centimeters


# An article of so many short sections that half of its pages would end with a heading.
MANY_SECTIONS = """
document.querySelector("main").replaceChildren(...[...Array(70)].flatMap((_, number) => ["h2", "p"].map((name) => {
  const element = document.createElement(name);
  element.textContent = `${name} ${number}`;
  return element;
})));
"""


@in_firefox
def test_no_heading_stands_alone_at_the_foot_of_a_printed_page(patient):
    patient.reads(ARTICLE)
    patient.run(MANY_SECTIONS)
    last_lines = [page.strip().splitlines()[-1] for page in patient.print_on(LETTER)][:-1]
    assert len(last_lines) > 4
    assert [line for line in last_lines if not line.startswith("p ")] == []


@in_firefox
@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"])
def test_thank_you_page_fits_on_one_sheet(patient, prefix):
    patient.reads(f"{prefix}/consultation/")
    patient.run(UNFOLD)
    patient.fills_in(**{**ANSWERS, "phone": "708.555.0142"})
    patient.sends_it()
    (reference,) = patient.texts(".reference")
    (sheet,) = patient.print_on(LETTER)
    assert reference in sheet


@pytest.fixture
def editor(patient, site):
    """An editor's window, in the same browser."""
    user, password = site.staff
    patient.reads("/admin/")
    patient.fills_in(username=user, password=password)
    patient.sends_it("[type=submit]")
    yield patient
    patient.driver.delete_all_cookies()


@in_firefox
@pytest.mark.parametrize(
    "name", ["Google Docs", "Google Docs, a table", "Word, lists in lists", "Word, a table", "LibreOffice"]
)
def test_pasted_text_stands_in_the_editor_as_its_author_saw_it(editor, name):
    html, stored = {**EXAMPLES, "LibreOffice": (LIBREOFFICE, LIBREOFFICE_STORED)}[name]
    editor.reads("/admin/articles/article/add/")
    wait_until(lambda: editor.texts("#texts-0 .tiptap"), seconds=20, what="the editor")
    editor.pastes(html, into="#texts-0 .tiptap")
    written = "return document.querySelector('[name=texts-0-body]').value"
    wait_until(lambda: editor.run(written), seconds=5, what="the pasted text")
    assert as_shown(without_kinds(editor.run(written))) == stored


@in_firefox
def test_what_an_editor_types_is_kept_and_offered_again(editor):
    editor.reads("/admin/articles/article/add/?kind=question")
    wait_until(lambda: editor.texts("#texts-0 .tiptap"), seconds=20, what="the editor")
    editor.fills_in(**{"texts-0-title": "Typed in another browser"})
    editor.pastes("<p>Words that nobody saved.</p>", into="#texts-0 .tiptap")
    wait_until(lambda: any(editor.texts(".draft-state")), seconds=10, what="a draft")
    assert editor.texts(".draft-state") == ["Your changes are kept as a draft until you save."]

    editor.reads("/admin/articles/article/add/?kind=question")
    assert "“Typed in another browser”" in editor.texts(".draft p")[0]
    editor.sends_it("[name=continue_draft]")
    wait_until(lambda: editor.texts("#texts-0 .tiptap"), seconds=20, what="the editor")
    assert editor.texts("#texts-0 .tiptap") == ["Words that nobody saved."]
    editor.reads("/admin/articles/article/add/?kind=question")
    editor.sends_it("[name=discard_draft]")
    assert editor.texts(".draft") == []


@in_firefox
def test_an_editor_writes_illustrates_and_publishes_an_article(editor, tmp_path):
    mark = secrets.token_hex(4)
    photo = tmp_path / "knee.jpg"
    photo.write_bytes(picture_file(size=(1600, 1200), color=tuple(secrets.token_bytes(3))))
    editor.reads("/admin/articles/article/add/")
    wait_until(lambda: editor.texts("#texts-0 .tiptap"), seconds=20, what="the editor")
    editor.run("document.querySelector('[name=topic]').selectedIndex = 1")
    editor.fills_in(**{"texts-0-title": f"Firefox {mark}", "texts-0-summary": "Knees like to move."})
    editor.pastes(EXAMPLES["Google Docs"][0], into="#texts-0 .tiptap")

    with editor.pop_up("#texts-0 [title=picture]"):
        wait_until(lambda: editor.texts(".addlink"), seconds=20, what="the list of pictures")
        editor.sends_it(".addlink")
        editor.uploads(photo, at="[name=file]")
        editor.fills_in(name=f"Knee {mark}", alternative_text=f"A knee, {mark}.")
        editor.run("setTimeout(() => document.querySelector('[name=_save]').click())")
    wait_until(lambda: editor.texts("#texts-0 figcaption"), seconds=20, what="the picture")
    editor.types("The knee", at="#texts-0 .tiptap")
    editor.sends_it("[name=_continue]")
    wait_until(lambda: editor.texts("#texts-0 .tiptap"), seconds=20, what="the editor")

    editor.chooses("texts-0-state", "Published")
    editor.fills_in(
        **{"texts-0-unreviewed_because": "A sample.", "texts-0-reason_despite_warnings": "It rests on no source."}
    )
    editor.sends_it("[name=_continue]")
    slug = editor.run("return document.querySelector('[name=texts-0-slug]').value")
    editor.reads(f"/articles/{slug}/")
    assert editor.texts(".article__body figcaption") == ["The knee"]
    assert editor.run("return document.querySelector('.article__body img').alt") == f"A knee, {mark}."
    assert editor.texts(".article__body strong") == ["bold"]


@pytest.fixture
def reader(site, tmp_path):
    """A patient with lynx."""
    window = LynxWindow(site, tmp_path)
    yield window
    window.close()


def test_in_a_text_browser(reader):
    reader.reads(ARTICLE, until="Knee Pain After Running")
    reader.fills_in("Full name *", "Text Browser")
    reader.fills_in("Phone number *", "708.555.01")
    reader.fills_in("How can we help? *", "My knee.")
    reader.chooses("I agree")
    reader.presses("Send request", until="There is a problem")

    # Nobody touched the group of the required question, so it is asked for
    assert "Enter a phone number with its area code" in reader.text
    assert "Select whether you are a new or returning patient" in reader.text
    assert re.search(r"\[\d+\]Text Browser_", reader.text)

    reader.fills_in("We will call this number about your request", "708.555.0142")
    reader.chooses("I am a new patient")
    reader.presses("Send request", until="We received your request")
    (line,) = [line.strip() for line in reader.text.splitlines() if "Your reference:" in line]
    assert re.fullmatch(f"Your reference: {REFERENCE}", line)
