"""What real browsers send when somebody reads counts once a view, whatever else they fetch."""

import pytest

from tests.browser.engines import open_firefox, open_webkit
from tests.browser.people import ARTICLE
from tests.faults.test_counting import PHONE, views


def test_chromium_counts_a_view_and_a_reload_and_does_not_ask_again_on_back(fresh_site, browser):
    fresh_site.start()
    context = browser.new_context(base_url=fresh_site.url, user_agent=PHONE)  # its own says that no person drives it
    page = context.new_page()
    for address in ("/contact/", "/es/", "/privacy/"):
        page.goto(address)
    page.reload()
    page.goto("/accessibility/")
    page.go_back()
    context.close()
    fresh_site.stop()
    assert views(fresh_site) == {
        ("contact", "en"): 1, ("home", "es"): 1, ("privacy", "en"): 2, ("accessibility", "en"): 1,
    }  # fmt: skip


@pytest.mark.whole
@pytest.mark.parametrize("open_window", [open_firefox, open_webkit], ids=["Firefox", "WebKitGTK"])
def test_other_browsers_count_each_view(fresh_site, open_window):
    fresh_site.start()
    with open_window(fresh_site) as patient:
        for address in (ARTICLE, "/contact/", f"/pl{ARTICLE}"):
            patient.reads(address)
    fresh_site.stop()
    assert sorted((language, total) for (_, language), total in views(fresh_site).items()) == [
        ("en", 1), ("en", 1), ("pl", 1),
    ]  # fmt: skip
