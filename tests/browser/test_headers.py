"""A browser enforces the headers."""

from collections import Counter

import pytest

from tests import WHOLE

# The rights of a page do not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

WRITE_MARKUP = "document.querySelector('main').innerHTML = '<img src=x onerror=alert(1)>'"
COLLECT = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", e => violations.push(`${e.effectiveDirective} ${e.sample}`));
"""


@pytest.fixture
def open_page(browser, site):
    """Opens a page that may complain; `new_page` would fail the test for it."""
    contexts = []

    def open_page(address, **options):
        context = browser.new_context(base_url=site.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(COLLECT)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def attempt(page, script):
    """The name of the error that a script ends with, or None."""
    return page.evaluate(f"() => {{ try {{ {script} }} catch (error) {{ return error.name }} return null }}")


@pytest.mark.whole
@pytest.mark.parametrize("address", ["/", "/consultation/", "/ar/articles/", "/nowhere/"])
@pytest.mark.parametrize(
    ("script", "stopped_by"),
    [
        (WRITE_MARKUP, "require-trusted-types-for"),
        ("document.write('<p>x')", "require-trusted-types-for"),
        ("document.querySelector('main').setAttribute('onclick', 'alert(1)')", "require-trusted-types-for"),
        ("document.createElement('script').text = 'alert(1)'", "require-trusted-types-for"),
        ("trustedTypes.createPolicy('any', {createHTML: text => text})", "trusted-types"),
    ],
)
def test_trusted_types_stop_scripts_that_write_markup(open_page, address, script, stopped_by):
    page = open_page(address)
    main = page.locator("main").inner_html()
    assert attempt(page, script) == "TypeError"
    assert page.locator("main").inner_html() == main
    page.wait_for_function("violations.length > 0")
    assert [violation.split()[0] for violation in page.evaluate("violations")] == [stopped_by]


def test_without_the_policy_the_script_would_write(open_page):
    page = open_page("/", bypass_csp=True)
    assert attempt(page, WRITE_MARKUP) is None
    assert page.locator("main img").count() == 1


@pytest.mark.parametrize("prefix", ["", "/es", "/pl", "/ar"] if WHOLE else ["/ar"])
def test_no_public_page_breaks_its_own_policy(new_page, public_pages, prefix):
    page = new_page()
    page.add_init_script(COLLECT)
    for name in public_pages.visit(page, prefix):
        page.mouse.wheel(0, 5000)
        assert page.evaluate("violations") == [], name


def test_server_sends_each_header_once(new_page, public_pages):
    page, sent = new_page(), {}
    page.on("response", lambda response: sent.update({response.url: response.headers_array()}))
    for _ in public_pages.visit(page):
        pass
    assert len(sent) > 12
    for address, headers in sent.items():
        names = Counter(header["name"].lower() for header in headers)
        assert [name for name, count in names.items() if count > 1] == [], address
