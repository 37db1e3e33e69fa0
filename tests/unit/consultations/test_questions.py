"""A question that is no consultation: about an appointment, a bill or records."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations import promises
from consultations.desk import inbox
from consultations.models import ConsultationRequest
from tests.factories import answers, handle, make_clinic, make_request
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LIST = "/admin/consultations/consultationrequest/"
MATTERS = ["appointment", "bill", "records"]


@pytest.fixture(params=MATTERS)
def matter(request):
    return request.param


@pytest.fixture
def question(visitor):
    return make_request(matter="bill", patient_status=None)


def listed(staff, tab):
    return Page(staff.get(f"{LIST}?tab={tab}")).texts("#result_list .field-reference")


# Asking it


def test_form_begins_with_what_it_is_about_and_a_consultation_is_chosen(visitor):
    page = Page(visitor.get("/consultation/"))
    first = page.all("#consultation-form input")[:4]
    assert [(radio["name"], radio["value"], radio.has_attr("checked")) for radio in first] == [
        ("matter", "consultation", True),
        *(("matter", matter, False) for matter in MATTERS),
    ]


def test_prescriptions_and_emergencies_are_led_to_the_phone(visitor):
    make_clinic(phone="")
    page = Page(visitor.get("/consultation/"))
    assert page.text("#id_matter_helptext") == "For a prescription, call us; in an emergency, call 911"
    assert page.all("#consultation-form fieldset")[0]["aria-describedby"] == "id_matter_helptext"


def test_the_number_for_prescriptions_can_be_called(visitor):
    make_clinic()
    page = Page(visitor.get("/consultation/"))
    assert page.text("#id_matter_helptext") == "For a prescription, call (708) 555-0100; in an emergency, call 911"
    assert page.one("#id_matter_helptext a")["href"] == "tel:+17085550100"


def test_form_that_does_not_say_what_it_is_about_asks_for_a_consultation(visitor):
    visitor.send(answers())
    visitor.send(answers(matter="", reason="Another."))
    assert set(ConsultationRequest.objects.values_list("matter", flat=True)) == {"consultation"}


def test_question_needs_no_answer_that_only_a_consultation_needs(visitor, matter):
    assert visitor.send(answers(matter=matter, patient_status=None)).status_code == 303
    stored = ConsultationRequest.objects.get()
    assert (stored.matter, stored.patient_status) == (matter, "")
    refused = Page(visitor.send(answers(patient_status=None)))
    assert refused.texts(".error-summary a") == ["Select whether you are a new or returning patient"]


def test_question_comes_back_with_its_choice(visitor, matter):
    page = Page(visitor.send(answers(matter=matter, phone="")))
    assert [radio["value"] for radio in page.all("[name=matter][checked]")] == [matter]
    assert page.text("h1") == "Ask us a question"
    assert page.title.startswith("Error: Ask us a question")


def test_unknown_matter_is_refused(visitor):
    page = Page(visitor.send(answers(matter="x")))
    assert page.texts(".error-summary a") == ["Select what your request is about"]
    assert page.text("h1") == "Request a consultation"


def test_the_same_words_about_another_matter_are_another_request(visitor):
    visitor.send(answers())
    visitor.send(answers(matter="bill"))
    assert ConsultationRequest.objects.count() == 2


# What the patient is told


def test_patient_is_thanked_for_a_question_and_promised_no_time(visitor, matter):
    page = Page(visitor.get(visitor.send(answers(matter=matter))["Location"]))
    assert (page.text("h1"), page.title.split(" – ")[0]) == ("We received your question", "Question received")
    assert "We will call you as soon as we can." in page.text("main")
    assert "We will call you by" not in page.text("main")


def test_mails_say_that_it_is_a_question_and_nothing_more(db):
    stored = make_request(clinic=make_clinic(confirm_by_mail=True), matter="bill", best_time="any")
    to_staff, to_patient = stored.mails.filter(kind="new_request").first(), stored.mails.get(kind="confirmation")
    assert to_staff.subject == f"New question {stored.reference}"
    assert to_staff.body.startswith("A patient has a question that is not about a new consultation.\n")
    assert "Call by:   no time promised" in to_staff.body
    assert to_patient.subject == f"Integrated Health Solutions: We received your question ({stored.reference})"
    assert to_patient.body.startswith("We received your question.\n")
    assert "as soon as we can" in to_patient.body
    for mail in stored.mails.all():
        assert "bill" not in (mail.subject + mail.body).lower()


# What staff see


def test_questions_have_a_tab_of_their_own_oldest_first_and_are_not_to_be_called(staff, question, clock):
    clock.shift(timedelta(minutes=1))
    later, consultation = make_request(matter="records", reason="Copies."), make_request(reason="My hip.")
    assert listed(staff, "questions") == [question.reference, later.reference]
    assert listed(staff, "to-call") == [consultation.reference]
    assert Page(staff.get(LIST)).texts(".tabs a")[:2] == ["To call (1)", "Questions (2)"]


def test_a_question_stays_on_its_tab_until_it_is_closed(staff, question):
    handle(question, outcome="no_answer")
    assert (listed(staff, "questions"), listed(staff, "waiting")) == ([question.reference], [])
    handle(question, state="closed")
    assert listed(staff, "questions") == []


def test_suspicious_questions_are_with_the_other_suspicious_ones(staff, visitor):
    held = make_request(matter="bill", subject="x")
    assert (listed(staff, "held"), listed(staff, "questions")) == ([held.reference], [])


@pytest.mark.parametrize(
    ("matter", "words"), [("appointment", "an appointment"), ("bill", "a bill"), ("records", "records")]
)
def test_list_and_page_say_what_the_question_is_about(staff, visitor, clock, matter, words):
    stored = make_request(matter=matter, best_time="any")
    clock.shift(timedelta(minutes=5))
    step = f"Answer a question about {words}: waiting for 5 minutes"
    assert Page(staff.get(f"{LIST}?tab=questions")).text("#result_list .field-next_step") == step
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    assert page.text(".call-panel__step") == step
    assert page.text(".field-matter .readonly") == stored.get_matter_display()


def test_next_to_call_is_never_a_question(question, admin_user):
    assert inbox.find_next_to_call(admin_user, timezone.now()) is None


# Figures


def test_question_counts_in_no_figure_of_the_promises(question, clock):
    clock.shift(timedelta(hours=1))
    handle(question, outcome="reached")
    clock.shift(timedelta(days=2))
    assert promises.report_overdue_calls() == 0
    assert promises.measure_promises(timezone.now()) == {
        "overdue": 0, "overdue_held": 0, "today": 0, "due": 0, "kept": 0, "median": None,
    }  # fmt: skip


@pytest.mark.on_both_databases
def test_no_question_can_be_stored_with_a_promise(question):
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsultationRequest.objects.update(call_by=timezone.now(), call_due_at=timezone.now())
