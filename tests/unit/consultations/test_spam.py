import pytest

from consultations import spam
from tests.factories import answers


def find_signs(trap="", **changes):
    return spam.find_signs(answers(**changes), trap=trap)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("My knee hurts.", []),
        ("Ból kolana <3 od 2 tygodni; 5 < 6", []),
        ("الركبة تؤلمني", []),
        ("Me duele la 2ª vértebra", []),
        ("Write to Maria <maria@example.net>, it hurts <a lot>", []),
        ("See https://clinic.example/x", ["link"]),
        ("www.a.example and www.b.example", ["links"]),
        ("<a href='//x'>buy</a>", ["markup"]),
        ("[url=//x]buy[/url]", ["markup"]),
        ("<script>alert(1)</script>", ["markup"]),
        ("Болит колено", ["letters"]),
        ("Болит колено, http://a.example", ["link", "letters"]),
    ],
)
def test_signs_in_the_text(reason, expected):
    assert find_signs(reason=reason) == expected


def test_a_link_in_the_name():
    assert find_signs(full_name="Win http://a.example") == ["link in name"]


def test_the_trap():
    assert find_signs(trap="x") == ["trap"]


def test_weak_signs_alone_hold_nobody():
    assert not spam.is_suspicious(["link", "letters"])


@pytest.mark.parametrize("sign", ["trap", "links", "link in name", "markup", "flood"])
def test_strong_signs_hold(sign):
    assert spam.is_suspicious([sign])


def test_signs_are_described_in_words():
    assert spam.describe_signs("link, trap") == "a link; the hidden field was filled in"
    assert spam.describe_signs("") == ""
