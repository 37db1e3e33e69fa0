"""axe-core on every public page and on the admin: every rule but those tagged `wcag2aaa` and `experimental`.

`make test` looks at each page in one language, width and color scheme; `make test-all` in all together.
"""

import re
import secrets
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import WHOLE
from tests.browser.conftest import PHONE
from tests.browser.pages import PREFIXES
from tests.browser.people import Editor, FrontDesk
from tests.factories import picture_file
from tests.faults.patients import send_request

# How a page looks does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

# axe reads -webkit-text-fill-color, for which Chromium names the stylesheet's color, not the forced one that it
# paints. Where both could differ and the ground is filled, tokens.css names the forced color itself (LinkText).
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced-colors": {"forced_colors": "active"},
}
PUBLIC = [("/ar", 390, "light")]
STAFF = [(390, "light")]
ARTICLE_AT_WORK = [(1280, "dark")]
if WHOLE:
    PUBLIC = list(product(PREFIXES, [320, 390, 768, 1280], LOOKS))
    STAFF = ARTICLE_AT_WORK = list(product([390, 1280], ["light", "dark"]))

AXE = Axe().axe_script
# `resultTypes`: for rules that pass, axe names no elements, which saves time.
RUN_AXE = """() => axe.run({resultTypes: ['violations', 'incomplete'], runOnly: {type: 'rule', values: axe.getRules()
    .filter(({tags}) => !tags.includes('wcag2aaa') && !tags.includes('experimental'))
    .map(({ruleId}) => ruleId)}})"""


def problems(page):
    """(rule, the first elements) for each violation and each case that axe cannot decide."""
    page.evaluate(AXE)
    result = page.evaluate(RUN_AXE)
    assert len(result["passes"]) > 10  # the rules did run
    found = result["violations"] + result["incomplete"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


def problems_in_full(page):
    """In a window that shows it all, since axe cannot see behind some texts.

    Behind those at the edge of what scrolls, as the admin does, and those in two lines that float over a page, as the
    contact bar's on a phone.
    """
    small = {**page.viewport_size, "height": PHONE["height"]}
    page.set_viewport_size(small)
    height = page.evaluate("Math.max(...[...document.querySelectorAll('*')].map((element) => element.scrollHeight))")
    page.set_viewport_size({**small, "height": height + 300})
    page.wait_for_function("height => innerHeight === height", arg=height + 300)
    return problems(page)


@pytest.mark.parametrize(("prefix", "width", "look"), PUBLIC)
def test_axe_finds_nothing_on_public_pages(new_page, public_pages, prefix, width, look):
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, **LOOKS[look])
    for name in public_pages.visit(page, prefix):
        assert problems_in_full(page) == [], name


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/es", "es"), ("/pl", "pl"), ("/ar", "en")])
def test_reference_is_heard_letter_by_letter_and_copied_as_it_is_written(new_page, public_pages, prefix, language):
    page = new_page()
    page.goto(prefix + public_pages.addresses["thank-you"])
    reference = page.locator(".reference").inner_text()
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", reference)
    label = page.evaluate("document.querySelector('.lead').firstChild.data.trim()")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [(node["role"]["value"], node["name"]["value"]) for node in tree if not node["ignored"] and "name" in node]
    assert [name for role, name in heard if role == "image"] == [
        ", ".join(" ".join(half) for half in reference.split("-"))
    ]
    assert [name for _, name in heard if reference in name] == []
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.lead'))")
    assert page.evaluate("String(getSelection())") == f"{label} {reference}"
    assert page.evaluate("document.querySelector('.reference').closest('[lang]').lang") == language


@pytest.mark.parametrize(("width", "look"), STAFF)
def test_axe_finds_nothing_in_the_admin(new_page, site, public_pages, width, look):
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, **LOOKS[look])
    page.goto("/admin/")
    assert problems_in_full(page) == [], "sign-in"
    front_desk = FrontDesk(page, site)
    front_desk.signs_in()
    assert problems_in_full(page) == [], "index"

    held, asked = send_request(site, subject="x", full_name="Held"), send_request(site, language="ar", full_name="أحمد")
    page.goto("/admin/")
    assert page.locator(".calls a[href^='tel:']").count() > 0
    assert problems_in_full(page) == [], "index with calls"
    for tab in ["to-call", "mine", "waiting", "scheduled", "held", "all"]:
        page.goto(f"/admin/consultations/consultationrequest/?tab={tab}")
        assert problems_in_full(page) == [], f"requests: {tab}"
    for reference in (held, asked):
        front_desk.opens(reference)
        page.locator("[name=note]").wait_for()
        assert problems_in_full(page) == [], "request"
    older = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, **LOOKS[look])
    FrontDesk(older, site).signs_in()
    older.goto(page.url)
    front_desk.presses("No answer")
    page.locator(".story__entry button").wait_for()
    page.locator(".keys summary").click()
    page.locator(".call-panel summary").click()
    assert problems_in_full(page) == [], "request with a story, its keys and the reasons for closing"
    older.select_option("[name=state]", "contacted")
    older.click(".submit-row [name=_save]")
    older.locator(".meanwhile").wait_for()
    assert problems_in_full(older) == [], "request that was changed meanwhile"
    front_desk.schedules(days=-31)
    page.locator(".buttons__visit .errorlist").wait_for()
    page.locator(".call-panel summary").click()
    assert problems_in_full(page) == [], "request whose visit is too long ago, and reasons for closing"
    front_desk.schedules(days=0)
    page.locator("[name=_came]").wait_for()
    assert problems_in_full(page) == [], "request with a visit"
    front_desk.opens_the_inbox("scheduled")
    assert problems_in_full(page) == [], "visits"

    page.goto("/admin/articles/article/")
    assert problems_in_full(page) == [], "articles"
    page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    page.locator(".tiptap").nth(3).wait_for(state="attached")  # an editor for each of the four languages
    assert problems_in_full(page) == [], "article"
    page.goto("/admin/articles/article/add/")
    page.locator(".tiptap").wait_for()
    assert problems_in_full(page) == [], "new article"

    page.goto("/admin/articles/picture/add/")
    assert problems_in_full(page) == [], "new picture"
    color = tuple(secrets.token_bytes(3))
    page.set_input_files("[name=file]", {"name": "a.jpg", "mimeType": "", "buffer": picture_file(color=color)})
    page.fill("[name=name]", "Knee")
    page.click("[name=_save]")
    page.locator(".errorlist").first.wait_for()
    assert problems_in_full(page) == [], "picture with errors"
    page.set_input_files("[name=file]", {"name": "a.jpg", "mimeType": "", "buffer": picture_file(color=color)})
    page.fill("[name=alternative_text]", "A knee bends.")
    page.click("[name=_continue]")
    page.locator("img.preview").wait_for()
    assert problems_in_full(page) == [], "picture"
    page.goto("/admin/articles/picture/")
    assert problems_in_full(page) == [], "pictures"

    page.goto("/admin/redirects/redirect/paste/")
    assert problems_in_full(page) == [], "table of redirects"
    page.fill("[name=table]", "/old/ /nowhere/")
    page.get_by_role("button", name="Save all").click()
    page.locator(".paste__problems").wait_for()
    assert problems_in_full(page) == [], "table with errors"
    page.fill("[name=table]", f"/{secrets.token_hex(4)}/ /contact/")
    page.get_by_role("button", name="Save all").click()
    page.locator("#result_list").wait_for()
    assert problems_in_full(page) == [], "redirects"
    page.goto("/admin/redirects/redirect/add/")
    assert problems_in_full(page) == [], "new redirect"

    page.goto("/admin/consultations/texttemplate/add/")
    assert problems_in_full(page) == [], "new template"
    page.goto("/admin/clinic_site/clinic/")
    assert problems_in_full(page) == [], "clinic"
    page.goto("/admin/clinic_site/interfacereview/")
    assert problems_in_full(page) == [], "languages"
    page.get_by_role("link", name="Polski").click()
    page.locator("[name=reviewed_by]").wait_for()
    assert problems_in_full(page) == [], "language"


@pytest.mark.whole
@pytest.mark.parametrize(("width", "look"), ARTICLE_AT_WORK)
def test_axe_finds_nothing_on_an_article_that_needs_work(new_page, site, width, look):
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, **LOOKS[look])
    editor = Editor(page, site)
    editor.signs_in()
    editor.writes_a_draft(f"Hips at {width} in {look}", words="We guarantee that you can rest for two days.")
    page.fill("[name=next_review_on]", "2020-01-01")
    editor.shows("texts-1")
    page.fill("[name=texts-1-title]", "الورك")
    page.fill("[name=texts-1-slug]", f"hips-{width}-{look}")
    editor.writes("texts-1", "استرح.")
    editor.reviews("texts-0", who="A. Clinician, DC")
    editor.saves()
    editor.writes("texts-0", "We guarantee that you can rest for three days.")
    editor.saves()
    page.evaluate("for (const part of document.querySelectorAll('.text-form details')) part.open = true")
    assert page.locator("ins").count() == 2  # since the translation and since the review
    assert problems_in_full(page) == [], "changes and advice"
    editor.shows("texts-1")
    assert problems_in_full(page) == [], "translation beside the original"
    editor.shows("texts-0")

    page.select_option("[name=texts-0-state]", "published")
    editor.saves()
    assert len(editor.asked_for()) == 2
    page.locator(".draft-state", has_text="kept as a draft").wait_for()
    assert problems_in_full(page) == [], "refused, and kept as a draft"
    page.goto("/admin/")
    assert page.locator(".due-for-review section").count() == 4
    assert problems_in_full(page) == [], "home"
    page.locator("[aria-labelledby=drafts-heading] a").first.click()
    page.locator(".draft").first.wait_for()
    page.locator(".tiptap").first.wait_for()
    assert problems_in_full(page) == [], "a draft is offered"


@pytest.mark.whole
@pytest.mark.parametrize(("width", "look"), ARTICLE_AT_WORK)
def test_axe_finds_nothing_around_an_article(new_page, site, width, look):
    """Pictures and links in the words, reviewers without an account, earlier wordings, the trash, what asks first."""
    window = {"viewport": {**PHONE, "width": width}, "bypass_csp": True, **LOOKS[look]}
    page = new_page(**window)
    editor = Editor(page, site)
    editor.signs_in()
    page.goto("/admin/articles/picture/add/")
    photo = picture_file(color=tuple(secrets.token_bytes(3)))
    page.set_input_files("[name=file]", {"name": "a.jpg", "mimeType": "", "buffer": photo})
    page.fill("[name=name]", f"Hip at {width} in {look}")
    page.fill("[name=alternative_text]", "A hip bends.")
    page.click("[name=_save]")
    editor.writes_a_draft(f"Hips around {width} in {look}", words="Move them.")
    page.locator("#texts-0 .tiptap p").click()
    with page.expect_popup() as popup:
        page.locator("#texts-0 [title=picture]").click()
    popup.value.locator("#result_list").wait_for()
    assert problems_in_full(popup.value) == [], "pop-up list of pictures"
    link = popup.value.get_by_role("link", name=f"Hip at {width} in {look}", exact=True)
    link.evaluate("link => setTimeout(() => link.click())")
    page.locator("#texts-0 figure img").wait_for()
    assert problems_in_full(page) == [], "picture without a caption in the editor"
    page.keyboard.type("The hip")
    page.locator("#texts-0 .tiptap p").select_text()
    page.locator("#texts-0 [title='insert link']").click()
    page.get_by_label("Page of this site, or web address").wait_for()
    assert problems_in_full(page) == [], "dialog of a link"
    page.keyboard.press("Escape")
    editor.saves()
    assert problems_in_full(editor.previews("English")) == [], "article with a picture and a caption"

    editor.card("English").get_by_text("Review without an account").click()
    page.get_by_role("button", name="Make a link").click()
    address = page.input_value("#review-address")
    assert problems_in_full(page) == [], "link for a reviewer"
    reviewer = new_page(**window)
    reviewer.goto(address)
    assert problems_in_full(reviewer) == [], "review"
    reviewer.get_by_role("button", name="Send my review").click()
    reviewer.locator(".error-summary").wait_for()
    assert problems_in_full(reviewer) == [], "review with an error"
    reviewer.get_by_label("Comment").fill("Say how often.")
    reviewer.get_by_role("button", name="Send my review").click()
    reviewer.get_by_role("heading", name="Thank you").wait_for()
    assert problems_in_full(reviewer) == [], "review that was sent"
    assert address not in reviewer.locator(".site-footer").inner_text()

    page.get_by_role("link", name="Back to “").click()
    editor.card("English").get_by_role("link", name="Earlier wordings").click()
    page.locator(".wording").first.wait_for()
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert problems_in_full(page) == [], "earlier wordings"
    page.goto("/admin/articles/article/")
    page.locator("#result_list [name=_selected_action]").first.check()
    for action, name in {"set_to_draft": "off the website?", "delete_selected": "delete?"}.items():
        page.goto("/admin/articles/article/")
        page.locator("#result_list [name=_selected_action]").first.check()
        page.select_option("[name=action]", action)
        page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Go")).click()
        page.locator("[name=post], [name=confirmed]").first.wait_for(state="attached")
        assert problems_in_full(page) == [], name
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name=f"Hips around {width} in {look}").click()
    page.get_by_role("link", name="Delete", exact=True).click()
    page.get_by_role("button", name="Yes, I’m sure").click()
    page.goto("/admin/articles/trashedarticle/")
    assert problems_in_full(page) == [], "trash"


FAULTS = {
    "target-size": "<p><button style='inline-size:1rem;block-size:1rem'></button><button>b</button></p>",
    "label": "<input>",
    "color-contrast": "<p style='color:#777;background:#666'>faint</p>",
    "region": "<p>outside of every landmark</p>",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_axe_would_find_a_fault(new_page, rule):
    page = new_page(bypass_csp=True)
    page.goto("/")
    parent = "body" if rule == "region" else "main"
    page.evaluate("([parent, html]) => document.querySelector(parent).insertAdjacentHTML('beforeend', html)",
                  [parent, FAULTS[rule]])  # fmt: skip
    assert rule in [found for found, _ in problems(page)]
