"""docs/security-and-privacy.md agrees with the settings and the code, and every test that it names exists."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.signing import Signer

from clinic_site.http.client_address import truncated_address
from clinic_site.operations.backups import make as backups
from consultations.forms import ConsultationForm

# How many of level 1 each section of ASVS 5.0.0 has.
LEVEL_1 = {
    "1.2": 5, "1.3": 2, "1.5": 1, "2.1": 1, "2.2": 2, "2.3": 1, "3.2": 2, "3.3": 1, "3.4": 2, "3.5": 3, "4.1": 1,
    "4.4": 1, "5.2": 2, "5.3": 2, "6.1": 1, "6.2": 8, "6.3": 2, "6.4": 2, "7.2": 4, "7.4": 2, "8.1": 1, "8.2": 2,
    "8.3": 1, "9.1": 3, "9.2": 1, "10.4": 5, "11.3": 2, "11.4": 1, "12.1": 1, "12.2": 2, "13.4": 1, "14.2": 1,
    "14.3": 1, "15.1": 1, "15.2": 1, "15.3": 1,
}  # fmt: skip
NUMBERS = {3: "three", 5: "Five"}
NEEDED = {
    "read requests, change their state, send an email again": [
        "consultations.view_consultationrequest",
        "consultations.change_consultationrequest",
        "consultations.view_outgoingmail",
    ],
    "print a request": ["consultations.view_consultationrequest"],
    "export requests to a file": ["consultations.export_consultationrequest"],
    "erase requests": ["consultations.erase_consultationrequest"],
    "write, review and publish articles; sign translations": [
        "articles.change_article",
        "articles.change_articletext",
        "clinic_site.change_interfacereview",
    ],
    "people, prices and insurance plans": [
        "articles.change_person",
        "articles.change_price",
        "clinic_site.change_insuranceplan",
    ],
    "add pictures; redirect old addresses": [
        "articles.add_picture",
        "articles.add_picturetext",
        "redirects.add_redirect",
    ],
    "see the status of the site and its backups": ["clinic_site.change_clinic"],
    "the clinic's facts and hours": ["clinic_site.change_clinic", "clinic_site.change_openingperiod"],
    "the list of campaigns": ["clinic_site.add_campaign", "clinic_site.change_campaign"],
    "accounts of staff, resetting a second factor": ["auth.add_user", "auth.change_user"],
    "read access records": ["consultations.view_accessrecord"],
}
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.fixture(scope="module")
def document():
    return (settings.BASE_DIR / "docs" / "security-and-privacy.md").read_text()


def section(document, title):
    (text,) = re.findall(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", document, re.DOTALL | re.MULTILINE)
    return text


def rows(text):
    """The cells of every row of the tables in a text, without heads."""
    table = [line.strip("|\n").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip("| ") for cell in row] for row in table if not row[0].startswith("---")][1:]


@pytest.fixture(scope="module")
def requirements(document):
    return rows(section(document, "OWASP ASVS 5.0, level 1"))


def test_table_contains_the_seventy_requirements_of_level_1_once_each(requirements):
    ids = [row[0] for row in requirements]
    assert len(ids) == len(set(ids)) == 70
    sections = [name.removeprefix("V").rpartition(".")[0] for name in ids]
    assert {name: sections.count(name) for name in sections} == LEVEL_1
    assert [len(row) for row in requirements] == [3] * 70


def test_every_requirement_has_a_test_or_a_plain_reason(requirements):
    for name, _, shown_by in requirements:
        has_reason = re.match(r"(not met|does not apply), because .{15,}", shown_by)
        assert has_reason or TEST.match(shown_by), name


def test_every_test_that_is_named_exists(document):
    named = set(TEST.findall(document))
    assert len(named) > 40
    for file, name in named:
        assert re.search(rf"^def {name}\(", (settings.BASE_DIR / file).read_text(), re.MULTILINE), (file, name)


def test_rules_of_every_answer_are_written_down(document):
    written = dict(rows(section(document, "Validation of each answer")))
    assert sorted(written) == sorted(f"`{name}`" for name in ConsultationForm.base_fields)
    for name, field in ConsultationForm.base_fields.items():
        rule = written[f"`{name}`"]
        assert rule.startswith("required; ") == field.required, name
        if limit := getattr(field, "max_length", None):
            assert f"up to {limit:,} characters" in rule, name


def test_defence_against_guessing_is_written_down(document):
    text = " ".join(section(document, "What staff must do").split())
    failures, minutes = NUMBERS[settings.AXES_FAILURE_LIMIT], settings.AXES_COOLOFF_TIME // timedelta(minutes=1)
    assert (
        f"{failures} wrong passwords lock that user name out for {minutes} minutes **from that address only**" in text
    )
    assert settings.AXES_LOCKOUT_PARAMETERS == [["username", "ip_address"]]


def test_how_long_backups_are_kept_is_written_down(document):
    text = " ".join(section(document, "What is stored, and who sees it").split())
    assert f"are deleted after {backups.RETENTION.days} days" in text
    assert f"The newest {NUMBERS[backups.LEAST_KEPT]}, and the newest that passed its check, stay" in text
    operate = " ".join((settings.BASE_DIR / "docs" / "install-and-operate.md").read_text().split())
    assert f"**Kept** for {backups.RETENTION.days} days; the newest {NUMBERS[backups.LEAST_KEPT]} stay" in operate


@pytest.mark.django_db
def test_table_of_rights_agrees_with_the_groups(document):
    text = section(document, "What staff must do")
    head = [cell.strip() for cell in next(line for line in text.splitlines() if line.startswith("|")).split("|")]
    groups = head[2:-1]
    written = {what: dict(zip(groups, cells, strict=True)) for what, *cells in rows(text)}
    assert written == {
        what: {group: "yes" if all(may(group, permission) for permission in needed) else "no" for group in groups}
        for what, needed in NEEDED.items()
    }


def may(group, permission):
    app, codename = permission.split(".")
    return Group.objects.get(name=group).permissions.filter(content_type__app_label=app, codename=codename).exists()


def test_time_frames_for_vulnerabilities_are_written_down(document):
    times = [time for _, time in rows(section(document, "Vulnerabilities in packages"))]
    assert times == ["2 days", "7 days", "30 days", "90 days"]


def test_how_much_of_an_address_is_logged_is_written_down(document, rf):
    text = " ".join(section(document, "What is stored, and who sees it").split())
    assert "the first 24 bits of an IPv4 address, 48 of an IPv6 one" in text
    for address, network in [("203.0.113.5", "203.0.113.0/24"), ("2001:db8:1:2::5", "2001:db8:1::/48")]:
        assert truncated_address(rf.get("/", REMOTE_ADDR=address)) == network


def test_signed_tokens_are_signed_with_hmac_sha256():
    assert Signer().algorithm == "sha256"
    assert len(Signer().sign("a").partition(":")[2]) == 43  # 32 bytes in base64


def test_every_setting_that_is_named_is_documented(document):
    operate = (settings.BASE_DIR / "docs" / "install-and-operate.md").read_text()
    named = set(re.findall(r"`([A-Z][A-Z_]{5,})`", document))
    assert len(named) > 5
    assert [name for name in named if f"`{name}`" not in operate] == []
