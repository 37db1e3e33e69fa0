"""Patients who speak HTTP without a browser, and the mails that their requests cause."""

import http.client
import re
from urllib.parse import urlencode

from tests.factories import answers
from tests.running_site import wait_until


def ask(site, method, address, body=None, headers=None, timeout=30):
    """One request as it is given, byte for byte. Returns (status, headers, body as text)."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=timeout)
    try:
        connection.request(method, address, body=body, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()


def post_form(site, body, address="/consultation/", timeout=30, **headers):
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": site.url, **headers}
    headers = {name: value for name, value in headers.items() if value is not None}
    return ask(site, "POST", address, body, headers, timeout)


def send_request(site, **changes):
    """Sends valid answers and returns the reference that the thank-you page shows."""
    status, headers, body = post_form(site, urlencode(answers(**changes)))
    assert status == 303, (status, body)
    status, _, page = ask(site, "GET", headers["Location"])
    assert status == 200
    return shown_reference(page)


def shown_reference(thank_you_page):
    return re.search(r">([0-9A-Z]{4}-[0-9A-Z]{4})<", thank_you_page).group(1)


def mails_about(site, reference):
    return [mail for mail in site.mail_server.mails if reference in mail.get_content()]


def two_mails(site, reference):
    wait_until(
        lambda: len(mails_about(site, reference)) == 2, seconds=40, what=lambda: f"two mails; the site said: {site.log}"
    )
