"""Hostile people fill in the form; the front desk reads their words, and no script in them runs."""

import secrets

import pytest

from tests.browser.people import FrontDesk
from tests.faults.patients import send_request
from tests.hostile import STORED_AS_TYPED

pytestmark = pytest.mark.whole

PHONE = "(312) 555-0142 <svg/onload=alert()>"
INBOX = "/admin/consultations/consultationrequest/?tab=all"


def test_the_front_desk_reads_hostile_words_and_no_script_runs(site, new_page):
    """`new_page` itself fails the test for an error on the console, such as a broken Content-Security-Policy."""
    # Given every hostile text as a name and as a reason
    mark = secrets.token_hex(4)
    sent = {}
    for number, text in enumerate(STORED_AS_TYPED):
        name = f"{text} {mark}{number}"[:128]
        sent[send_request(site, full_name=name, reason=f"{text} {mark}", phone=PHONE)] = (name, text)

    # When the front desk opens the inbox and each request
    front_desk = FrontDesk(new_page(), site)
    front_desk.signs_in()
    page, dialogs, requested = front_desk.page, [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: requested.append(request.url))
    page.goto(INBOX)
    inbox = page.locator("#content").inner_text()
    links = {reference: page.get_by_role("link", name=reference).get_attribute("href") for reference in sent}
    assert page.evaluate("window.ran") is None

    # Then everything stands there as it was typed
    for reference, (name, text) in sent.items():
        assert blanks_folded(name) in blanks_folded(inbox)
        page.goto(links[reference])
        read = blanks_folded(page.locator("#content").inner_text())
        for typed in (name, f"{text} {mark}", PHONE):
            assert blanks_folded(typed) in read
        assert page.evaluate("window.ran") is None
        assert page.locator("#content a[href^='javascript'], #content iframe, #content base, #content svg").count() == 0

    # And nothing ran or was fetched from elsewhere
    assert dialogs == []
    assert {url for url in requested if not url.startswith(site.url)} == set()


def blanks_folded(text):
    return " ".join(text.split())
