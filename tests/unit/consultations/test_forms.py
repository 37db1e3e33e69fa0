import pytest

from consultations.forms import ConsultationForm, clean_text
from tests.factories import answers

CLINIC = "Integrated Health Solutions"


def form(**changes):
    return ConsultationForm(answers(**changes), clinic_name=CLINIC)


def errors(**changes):
    return {name: list(messages) for name, messages in form(**changes).errors.items()}


def test_valid_answers_have_no_errors():
    assert errors() == {}


def test_only_the_marked_fields_are_required():
    optional = ["email", "voicemail_ok", "best_time", "language", "interpreter"]
    sparse = form(**dict.fromkeys(optional))
    assert sparse.is_valid()
    assert [sparse.cleaned_data[name] for name in optional] == ["", None, "", "", False]


def test_every_required_field_has_its_own_message():
    assert {name: list(messages) for name, messages in ConsultationForm({}, clinic_name=CLINIC).errors.items()} == {
        "full_name": ["Enter your full name"],
        "phone": ["Enter your phone number"],
        "patient_status": ["Select whether you are a new or returning patient"],
        "reason": ["Tell us how we can help"],
        "consent": ["Tick the box to agree that we may contact you"],
    }


@pytest.mark.parametrize("name", ["O", "José-María O'Neill", "محمد الأحمد", "Łukasz Żółć", "李小龍", "X Æ A-12", "🙂"])
def test_any_name_is_a_name(name):
    valid = form(full_name=name)
    assert valid.is_valid()
    assert valid.cleaned_data["full_name"] == name


@pytest.mark.parametrize(
    "phone",
    [
        "(708) 555-0100",
        "708-555-0100",
        "708.555.0100",
        "7085550100",
        "1 708 555 0100",
        "+1 (708) 555-0100",
        "708 555 0100 ext. 12",
        "(708) 555-0100 x12",
        "٧٠٨٥٥٥٠١٠٠",
        "۷۰۸-۵۵۵-۰۱۰۰",
        "\u202a708 555-0100\u202c",
        "  708\u00a0555\u00a00100 ",
        "+48 601 234 567",
        "+52 55 1234 5678",
        "+52 1 55 1234 5678",
        "0048 600 100 200",
        "00962790123456",
        "٠٠١٧٠٨٥٥٥٠١٢٣",
        "011 48 600 100 200",
        "708-555-0123 (cell)",
        "home: 708-555-0123",
        "(708) 555-0123 / (708) 555-0124",
    ],
)
def test_phone_numbers_in_usual_forms(phone):
    assert errors(phone=phone) == {}


NO_NUMBERS = ["12345", "call me", "555-0100", "0", "+", "+48", "a@b.org", "(708) 555-01000000"]
MISTYPED = ["33166556013", "81512345678", "708555010", "70855501000"]  # a digit more or less is not a number abroad


@pytest.mark.parametrize("phone", NO_NUMBERS + MISTYPED)
def test_other_text_is_refused_as_a_phone_number(phone):
    assert errors(phone=phone) == {
        "phone": ["Enter a phone number with its area code, like (708)\N{NO-BREAK SPACE}555-\N{WORD JOINER}0123"]
    }


def test_phone_is_kept_as_typed():
    valid = form(phone=" 708.555.0100 x3 ")
    assert valid.is_valid()
    assert valid.cleaned_data["phone"] == "708.555.0100 x3"


@pytest.mark.parametrize("email", ["a.b+c_d-e@example.museum", "a@b.co", "MARIA@EXAMPLE.NET"])
def test_email_addresses(email):
    assert errors(email=email) == {}


@pytest.mark.parametrize("email", ["maria", "maria@", "@example.net", "a b@example.net", "a@b\r\nBcc: c@d.org"])
def test_what_is_no_email_address(email):
    assert errors(email=email) == {"email": ["Enter an email address in the right format, like name@example.com"]}


@pytest.mark.parametrize(
    ("field", "limit", "message"),
    [
        ("full_name", 128, "Full name must be 128 characters or less"),
        ("reason", 2000, "Use 2,000 characters or less to tell us how we can help"),
    ],
)
@pytest.mark.parametrize("character", ["a", "ع", "🙂"])
def test_length_is_counted_in_characters_and_kept_whole(field, limit, message, character):
    assert errors(**{field: character * limit}) == {}
    too_long = form(**{field: character * (limit + 1)})
    assert list(too_long.errors[field]) == [message]
    assert too_long[field].value() == character * (limit + 1)


def test_too_long_phone_and_email():
    assert errors(phone="7" * 41)["phone"][0] == "Phone number must be 40 characters or less"
    assert "Email address must be 254 characters or less" in errors(email="a" * 250 + "@b.org")["email"]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("voicemail_ok", "Select whether we may leave a voicemail"),
        ("best_time", "Select the best time to call"),
        ("language", "Select your preferred language"),
        ("patient_status", "Select whether you are a new or returning patient"),
    ],
)
def test_unknown_choice(field, message):
    assert errors(**{field: "unknown"}) == {field: [message]}


def test_blank_is_empty():
    assert errors(full_name=" \t\n ")["full_name"] == ["Enter your full name"]
    assert errors(reason="\u00a0")["reason"] == ["Tell us how we can help"]


@pytest.mark.parametrize("nothing", ["\u200b\u200b", "\u2060\ufeff", "\u200e\u00ad", "\x00\x7f"])
def test_invisible_text_is_empty(nothing):
    assert errors(full_name=nothing)["full_name"] == ["Enter your full name"]


def test_invisible_characters_are_removed():
    assert clean_text("a\x00b\x1b[31mc\u202ed\r\ne\tf\x7f") == "ab[31mcd\ne\tf"
    assert clean_text("می‌خواهم") == "می‌خواهم"  # the zero-width non-joiner is part of the spelling


def test_line_ends_count_once():
    assert errors(reason="a\r\n" * 999 + "ab") == {}


def test_problems_point_at_the_first_control_of_each_field_in_order():
    assert list(ConsultationForm({}, clinic_name=CLINIC).problems) == [
        ("id_full_name", "Enter your full name"),
        ("id_phone", "Enter your phone number"),
        ("id_patient_status_0", "Select whether you are a new or returning patient"),
        ("id_reason", "Tell us how we can help"),
        ("id_consent", "Tick the box to agree that we may contact you"),
    ]


def test_consent_wording_names_the_clinic():
    assert form().consent_wording == (
        "I agree that Integrated Health Solutions may contact me about this request by the means I gave above."
    )
