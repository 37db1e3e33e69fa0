import pytest

from consultations import spam
from tests.factories import answers


@pytest.fixture
def opened(clock):
    """What a form carries that was opened a minute ago."""
    signed = spam.sign_opening()
    clock.shift(60)
    return signed


def signs(opened, trap="", **changes):
    return spam.signs_in(answers=answers(**changes), trap=trap, opened=opened)


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
def test_signs_in_the_text(opened, reason, expected):
    assert signs(opened, reason=reason) == expected


def test_a_link_in_the_name(opened):
    assert signs(opened, full_name="Win http://a.example") == ["link in name"]


def test_the_trap(opened):
    assert signs(opened, trap="x") == ["trap"]


def test_a_form_sent_within_seconds(clock):
    signed = spam.sign_opening()
    clock.shift(2)
    assert signs(signed) == ["fast"]
    clock.shift(2)
    assert signs(signed) == []


def test_a_form_never_gets_too_old(opened, clock):
    clock.shift(400 * 24 * 3600)
    assert signs(opened) == []


@pytest.mark.parametrize("made_up", ["", "x", "::", ":1x:abc", "\ud800", "1" * 5000])
def test_a_time_that_is_missing_or_made_up(clock, made_up):
    assert signs(made_up) == ["no time"]


def test_weak_signs_alone_hold_nobody():
    assert not spam.is_suspicious(["fast", "letters"])
    assert not spam.is_suspicious(["no time", "letters"])
    assert not spam.is_suspicious(["link", "fast"])
    assert spam.is_suspicious(["link", "fast", "letters"])


@pytest.mark.parametrize("sign", ["trap", "links", "link in name", "markup", "flood"])
def test_strong_signs_hold(sign):
    assert spam.is_suspicious([sign])


def test_signs_are_described_in_words():
    assert spam.describe("link, fast") == "a link; sent within seconds"
    assert spam.describe("") == ""
