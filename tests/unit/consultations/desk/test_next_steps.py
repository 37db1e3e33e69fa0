"""Words of the front desk, on a Monday noon in Chicago."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from consultations.desk import greetings
from consultations.desk.next_steps import describe_promise, format_age, format_duration, format_moment, get_next_step
from consultations.desk.workflow import DID_NOT_COME
from consultations.models import LANGUAGES, ConsultationRequest, TextTemplate
from tests.factories import CHICAGO, MONDAY_NOON, handle, make_clinic, make_request

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (3 * HOUR + 10 * MINUTE, "3:10 p.m. today"),
        (-DAY, "noon yesterday"),
        (21 * HOUR, "9 a.m. tomorrow"),
        (2 * DAY, "noon on Wednesday"),
        (6 * DAY - HOUR, "noon on Sunday"),  # summer time has begun
        (-3 * DAY, "noon on Feb. 27"),
        (40 * DAY, "1 p.m. on April 11"),
        (-100 * DAY, "noon on Nov. 22, 2025"),
    ],
)
def test_moments_are_formatted_in_everyday_words(after, words):
    with timezone.override(CHICAGO):
        assert format_moment(MONDAY_NOON + after, MONDAY_NOON) == words


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "less than a minute"),
        (5 * MINUTE, "5 minutes"),
        (2 * HOUR + 50 * MINUTE, "2 hours"),
        (3 * DAY, "3 days"),
    ],
)
def test_durations_are_formatted_in_their_largest_unit(passed, words):
    assert format_duration(MONDAY_NOON, MONDAY_NOON + passed) == words
    assert format_age(MONDAY_NOON, MONDAY_NOON + passed) == ("just now" if passed < MINUTE else f"{words} ago")


@pytest.fixture
def asked(db, clock):
    with timezone.override(CHICAGO):
        yield make_request(clinic=make_clinic())


def words(asked, after=timedelta()):
    step = get_next_step(ConsultationRequest.objects.get(pk=asked.pk), MONDAY_NOON + after)
    return step.words, step.is_overdue


def test_before_the_first_call_the_promise_counts(asked):
    assert words(asked) == ("Call by 5 p.m. today", False)
    assert words(asked, 5 * HOUR) == ("Call now: waiting for 5 hours", False)
    assert words(asked, 7 * HOUR) == ("Overdue by 2 hours: call now", True)


def test_called_request_that_is_new_again_is_due_but_not_overdue(asked):
    handle(asked, outcome="reached")
    handle(asked, state="new")
    assert words(asked, 7 * HOUR) == ("Call now: waiting for 7 hours", False)


def test_without_a_promise_the_patient_is_called_at_once(db, clock):
    asked = make_request(clinic=make_clinic(periods=()))
    assert words(asked, 5 * MINUTE) == ("Call now: waiting for 5 minutes", False)


@pytest.mark.parametrize(
    ("outcome", "before", "then"),
    [
        ("no_answer", "Call again after 2 p.m. today: nobody answered", "Call again now: nobody answered"),
        ("voicemail", "Call again after noon tomorrow: a voicemail was left", "Call again now: a voicemail was left"),
        ("interpreter", "Call again after 4 p.m. today: with an interpreter", "Call again now: with an interpreter"),
        ("wrong_number", "Wrong number: correct it", "Wrong number: correct it"),
        ("reached", "Reached: schedule or close", "Reached: schedule or close"),
    ],
)
def test_outcome_of_a_call_decides_the_next_step(asked, outcome, before, then):
    handle(asked, outcome=outcome)
    assert words(asked) == (before, False)
    assert words(asked, 25 * HOUR) == (then, False)


def test_a_corrected_number_is_called_and_a_second_wrong_one_corrected(asked, clock):
    handle(asked, outcome="wrong_number")
    clock.shift(6 * HOUR)
    handle(asked, corrected_phone="(312) 555-0199")
    assert words(asked, 6 * HOUR) == ("Number corrected: call now", False)
    handle(asked, outcome="wrong_number")
    assert words(asked, 24 * HOUR) == ("Wrong number: correct it", False)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"state": "scheduled", "visit_on": None}, "Scheduled: enter the day of the visit"),
        ({"state": "scheduled", "visit_on": date(2026, 3, 5)}, "Visit on Thursday"),
        ({"state": "scheduled", "visit_on": date(2026, 3, 2)}, "Visit today: did the patient come?"),
        ({"state": "scheduled", "visit_on": date(2026, 2, 20)}, "Visit on Feb. 20: did the patient come?"),
        ({"state": "closed", "closed_because": "unreachable"}, "Done: could not be reached"),
        ({"state": "closed", "closed_because": "canceled"}, "Done: canceled by the patient"),
        ({"state": "spam"}, "Done: spam"),
        ({"state": "tried"}, "Call again after 5 p.m. today"),
        ({"state": "contacted"}, "Call again after 5 p.m. today"),
        ({"state": "contacted", "call_due_at": None}, "Schedule or close"),
    ],
)
def test_settled_and_undecided_requests_say_so(asked, change, expected):
    handle(asked, **change)
    assert words(asked) == (expected, False)


def test_a_missed_visit_needs_a_decision(asked):
    handle(asked, state="scheduled", visit_on=date(2026, 3, 2))
    handle(asked, **DID_NOT_COME)
    assert words(asked) == ("Did not come to the visit: schedule or close", False)


def test_held_requests_are_checked_first(db, clock):
    assert words(make_request(clinic=make_clinic(), subject="x")) == ("Check whether it's genuine", False)


def test_promise_is_described_with_the_first_call(asked, clock):
    assert describe_promise(asked, MONDAY_NOON) == "We promised the patient a call by 5 p.m. today."
    clock.shift(HOUR)
    called = handle(asked, outcome="no_answer")
    assert describe_promise(called, MONDAY_NOON + HOUR) == (
        "We promised the patient a call by 5 p.m. today; the first call was at 1 p.m. today."
    )
    called.call_by = None
    assert describe_promise(called, MONDAY_NOON) == "The patient was not promised a time."


# What to say


@pytest.mark.django_db
def test_every_named_language_has_a_greeting_and_a_voicemail_with_the_clinics_name():
    clinic = make_clinic(name="The Clinic", phone="(708) 555-0100")
    for code, _ in LANGUAGES:
        sentences = greetings.build_sentences(code, clinic)
        assert set(sentences) == (set() if code == "other" else {"opening", "voicemail"})
        for sentence in sentences.values():
            assert "The Clinic" in sentence["text"]
            assert bool(sentence["said_like"]) == (code != "en")
            assert (sentence["direction"] == "rtl") == (code == "ar")
            assert ("The Clinic" in sentence["english"]) == (code != "en")
            assert "{" not in "".join(sentence.values())
        if sentences:
            assert "\u2066(708) 555-0100\u2069" in sentences["voicemail"]["text"]


@pytest.mark.django_db
def test_the_managers_sentence_takes_the_place_of_the_files_in_its_language_alone():
    clinic = make_clinic(name="The Clinic")
    TextTemplate.objects.create(purpose="opening", language="pl", text="Tu {clinic}, {imię}.", said_like="too {clinic}")
    TextTemplate.objects.create(purpose="opening", language="en", text="This is {clinic}.")
    polish, spanish = (greetings.build_sentences(code, clinic)["opening"] for code in ("pl", "es"))
    assert (polish["text"], polish["said_like"]) == ("Tu The Clinic, {imię}.", "too The Clinic")
    assert spanish["text"] == "Hola, le llamo de The Clinic."
    assert (polish["english"], spanish["english"]) == ("This is The Clinic.", "This is The Clinic.")


def test_every_greeting_says_who_wrote_it_and_whether_a_speaker_checked_it():
    for greeting in greetings.read_greetings().values():
        assert greeting["written_by"]
        assert isinstance(greeting["checked_by"], str)


@pytest.mark.parametrize(
    ("code", "name"),
    [("pl", "Polish (Polski)"), ("ar", "Arabic (العربية)"), ("en", "English"), ("other", "Another language")],
)
def test_languages_have_an_english_name_too(code, name):
    assert greetings.get_language_name(code) == name
