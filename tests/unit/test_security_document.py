"""docs/security-and-privacy.md says what is so: its table of requirements names tests that exist."""

import re

import pytest
from django.conf import settings
from django.core.signing import Signer

from consultations.forms import ConsultationForm

# How many of level 1 each section of ASVS 5.0.0 has.
LEVEL_1 = {
    "1.2": 5, "1.3": 2, "1.5": 1, "2.1": 1, "2.2": 2, "2.3": 1, "3.2": 2, "3.3": 1, "3.4": 2, "3.5": 3, "4.1": 1,
    "4.4": 1, "5.2": 2, "5.3": 2, "6.1": 1, "6.2": 8, "6.3": 2, "6.4": 2, "7.2": 4, "7.4": 2, "8.1": 1, "8.2": 2,
    "8.3": 1, "9.1": 3, "9.2": 1, "10.4": 5, "11.3": 2, "11.4": 1, "12.1": 1, "12.2": 2, "13.4": 1, "14.2": 1,
    "14.3": 1, "15.1": 1, "15.2": 1, "15.3": 1,
}  # fmt: skip
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


def test_table_holds_the_seventy_requirements_of_level_1_once_each(requirements):
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
    written = dict(rows(section(document, "What is checked of each answer")))
    assert sorted(written) == sorted(f"`{name}`" for name in ConsultationForm.base_fields)
    for name, field in ConsultationForm.base_fields.items():
        rule = written[f"`{name}`"]
        assert rule.startswith("needed; ") == field.required, name
        if limit := getattr(field, "max_length", None):
            assert f"up to {limit:,} characters" in rule, name


def test_defence_against_guessing_is_written_down(document):
    text = " ".join(section(document, "What staff must do").split())
    assert "Five wrong passwords lock that user name out for 15 minutes **from that address only**" in text


def test_who_may_do_what_is_written_down(document):
    table = rows(section(document, "What staff must do"))
    assert len(table) == 6
    assert {cell for _, *cells in table for cell in cells} == {"yes", "no"}


def test_time_frames_for_holes_are_written_down(document):
    times = [time for _, time in rows(section(document, "Holes in packages"))]
    assert times == ["2 days", "7 days", "30 days", "90 days"]


def test_signed_tokens_are_signed_with_hmac_sha256():
    assert Signer().algorithm == "sha256"
    assert len(Signer().sign("a").partition(":")[2]) == 43  # 32 bytes in base64


def test_every_setting_that_is_named_is_documented(document):
    operate = (settings.BASE_DIR / "docs" / "install-and-operate.md").read_text()
    named = set(re.findall(r"`([A-Z][A-Z_]{5,})`", document))
    assert len(named) > 5
    assert [name for name in named if f"`{name}`" not in operate] == []
