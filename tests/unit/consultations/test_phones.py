import pytest

from consultations.phones import dial_by_hand, format_for_dialling, format_for_reading, is_fictional


@pytest.mark.parametrize(
    ("typed", "dialled", "displayed"),
    [
        ("7085550100", "+17085550100", "(708) 555-0100"),
        ("708 555 0100 x12", "+17085550100;ext=12", "(708) 555-0100 ext. 12"),
        ("+48 601234567", "+48601234567", "+48 601 234 567"),
        ("٧٠٨٥٥٥٠١٠٠", "+17085550100", "(708) 555-0100"),
        ("0048 601 234 567", "+48601234567", "+48 601 234 567"),
        ("home: 708-555-0123 / 708-555-0124", "+17085550123", "(708) 555-0123"),
        ("call me", "", "call me"),
        ("", "", ""),
    ],
)
def test_numbers_have_one_form_to_dial_and_one_to_show(typed, dialled, displayed):
    assert (format_for_dialling(typed), format_for_reading(typed)) == (dialled, displayed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("(708) 555-0100", True),
        ("(312) 555-0199", True),
        ("(708) 555-0200", False),
        ("(708) 555-1000", False),
        ("(708) 349-0100", False),
        ("", False),
    ],
)
def test_numbers_reserved_for_fiction(typed, expected):
    assert is_fictional(typed) is expected


@pytest.mark.parametrize(
    ("text", "by_hand"),
    [
        ("+17085550100", "(708) 555-0100"),
        ("708 555 0100 x 12", "(708) 555-0100 ext. 12"),
        ("+48 22 123 45 67", "011 48 22 123 45 67"),
        ("+966 50 123 4567", "011 966 50 123 4567"),
        ("later", "later"),
    ],
)
def test_numbers_abroad_are_dialled_by_hand_without_a_plus(text, by_hand):
    assert dial_by_hand(text) == by_hand
