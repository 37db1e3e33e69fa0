import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.factories import make_clinic
from tests.staff import PASSWORD

pytestmark = pytest.mark.django_db


def easy_to_guess(word):
    return f"Leave out “{word}”: words of the clinic's name, address and trade are easy to guess."


@pytest.mark.parametrize("password", [PASSWORD, "a" * 64 + " b" * 32, "ółw i żaba na pniu", "exactly 15 long"])
def test_long_passwords_are_taken_whatever_they_are_made_of(password):
    validate_password(password)


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("only 14 longer", "This password is too short. It must contain at least 15 characters."),
        ("my Orland Park clinic", easy_to_guess("orland")),
        ("best-Chiro-practor-2026", easy_to_guess("chiro")),
        ("I.n.t.e.g.r.a.t.e.d health Solutions 1", easy_to_guess("health")),
        ("maria-kowalska-2026", "The password is too similar to the username."),
    ],
)
def test_guessable_passwords_are_refused_with_a_sentence(password, message):
    make_clinic()
    with pytest.raises(ValidationError) as refused:
        validate_password(password, User(username="maria-kowalska"))
    assert refused.value.messages == [message]


def test_guessable_words_follow_the_clinics_facts():
    make_clinic(name="Spine Żółwik", city="Mesa Verde", street="7 Quince Road")
    for password in ["the żółwik by the lake", "in mesa-verde for ever", "a quince and two pears"]:
        with pytest.raises(ValidationError):
            validate_password(password)
    validate_password("my Orland Park clinic")
