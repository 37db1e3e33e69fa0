"""A real Chromium that opens pages of the running site."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests import WHOLE, clock
from tests.browser.pages import ADDRESSES, PublicPages
from tests.browser.people import Editor
from tests.chromium import find_for_tests

MAIN_JOURNEY = "test_from_the_article_to_the_front_desk"
PHONE = {"width": 390, "height": 664}
DESKTOP = {"width": 1280, "height": 720}


def pytest_collection_modifyitems(items):
    """`make test` walks one journey on PostgreSQL, the main one; `make test-all` walks all of them there."""
    items[:] = [item for item in items if WHOLE or item.name.startswith(MAIN_JOURNEY) or not is_on_postgresql(item)]


def is_on_postgresql(item):
    is_of_the_browser = item.path.is_relative_to(Path(__file__).parent)
    return is_of_the_browser and hasattr(item, "callspec") and item.callspec.params.get("site") == "postgresql"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_for_tests(),
            env=clock.environment_without_clock(),
            # As root, Chromium has no sandbox; the rest keeps it from looking for its maker's hosts.
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, site):
    """Opens pages of the running site; a page that breaks the Content-Security-Policy fails the test.

    A test that adds its own scripts or styles opens the page with `bypass_csp=True`.
    """
    contexts, errors = [], []

    def open_page(*, viewport=DESKTOP, **options):
        zone = clock.CLINIC.key  # the admin adds a note for staff in another one
        context = browser.new_context(base_url=site.url, viewport=viewport, timezone_id=zone, **options)
        contexts.append(context)
        if clock.SHIFT:
            context.add_init_script(clock.MOVE_DATE)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: record(message))
        return page

    def record(message):
        if message.type == "error" and not is_expected(message):
            errors.append(f"{message.text} {message.location}")

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def is_expected(message):
    """A form with errors is answered with 422, one that somebody else overtook with 409, and one address of the tests
    does not exist."""
    is_missing = "404" in message.text and message.location["url"].endswith(ADDRESSES["not found"])
    return "422" in message.text or "409" in message.text or is_missing


@pytest.fixture(scope="session")
def public_pages(browser, site):
    page = browser.new_page(base_url=site.url)
    pages = PublicPages(page)
    page.close()
    return pages


@pytest.fixture
def editor(site, new_page):
    """An editor who has signed in."""
    editor = Editor(new_page(), site)
    editor.signs_in()
    return editor
