"""axe-core on every public page: every rule but those tagged `wcag2aaa` and `experimental`."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.people import ARTICLE

# How a page looks does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

PAGES = [
    "/",
    "/articles/",
    "/articles/?topic=knee-pain",
    ARTICLE,
    "/articles/low-back-pain-what-to-do-in-the-first-days/",
    "/consultation/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
    "/language-help/",
    "/nowhere/",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}}  # that rule is off unless it is asked for


def problems(page):
    """What axe finds wrong or cannot decide: (rule, the first elements)."""
    result = Axe().run(page, options=OPTIONS).response
    assert len(result["passes"]) > 10  # it did look
    found = result["violations"] + result["incomplete"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


@pytest.fixture
def look(browser, site):
    """Opens a page in which axe may run: the Content-Security-Policy of the site forbids scripts from elsewhere."""
    contexts = []

    def open_page(**options):
        contexts.append(browser.new_context(base_url=site.url, bypass_csp=True, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_public_pages(look, prefix, viewport, scheme):
    page = look(viewport=viewport, color_scheme=scheme)
    for address in PAGES:
        page.goto(prefix + address)
        assert problems(page) == [], address
    page.goto(f"{prefix}/consultation/")
    page.locator("form button").click()
    page.wait_for_load_state()
    assert problems(page) == [], "errors"
