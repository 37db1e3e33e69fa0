"""The file that says where to report a vulnerability, read as RFC 9116 says."""

import re
from collections import defaultdict

import pytest

from clinic_site.models import Clinic
from clinic_site.security_txt import EXPIRES

WHERE = "/.well-known/security.txt"


def fields(response):
    """{name in lower case: values}; every line of the file is a field."""
    found = defaultdict(list)
    for line in response.content.decode().splitlines():
        name, value = re.fullmatch(r"([A-Za-z-]+): (\S.*)", line).groups()
        found[name.lower()].append(value)
    return dict(found)


@pytest.fixture
def _real(settings):
    settings.SITE_URL = "https://www.example.org"


@pytest.mark.usefixtures("_real")
def test_file_says_where_to_report_and_until_when(visitor):
    response = visitor.get(WHERE)
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert fields(response) == {
        "contact": ["https://www.example.org/contact/", "tel:+17085550100"],
        "expires": [EXPIRES.isoformat().replace("+00:00", "Z")],
        "canonical": [f"https://www.example.org{WHERE}"],
        "preferred-languages": ["en"],
    }


@pytest.mark.usefixtures("_real")
def test_contact_page_is_there(visitor):
    contact = fields(visitor.get(WHERE))["contact"][0]
    assert visitor.get(contact.removeprefix("https://www.example.org")).status_code == 200


@pytest.mark.usefixtures("_real")
def test_without_a_telephone_number_the_contact_page_is_the_only_contact(visitor):
    Clinic.objects.update(phone="")
    assert fields(visitor.get(WHERE))["contact"] == ["https://www.example.org/contact/"]


def test_web_addresses_begin_with_https_on_a_trial_too(visitor):
    found = fields(visitor.get(WHERE))
    assert [found["contact"][0], *found["canonical"]] == ["https://testserver/contact/", f"https://testserver{WHERE}"]
