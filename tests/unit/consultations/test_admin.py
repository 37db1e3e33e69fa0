from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from cryptography.fernet import Fernet
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.db import DatabaseError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from consultations import outbox
from consultations.fields import encrypt
from consultations.models import AccessRecord, ConsultationRequest, LookupKey, OutgoingMail
from tests.factories import answers, handle, make_clinic, make_request
from tests.pages import Page

pytestmark = pytest.mark.django_db
TYPED = ["Maria", "Kowalska", "555-0142", "maria@example.net", "downstairs"]
CHICAGO = ZoneInfo("America/Chicago")
LIST = "/admin/consultations/consultationrequest/"


@pytest.fixture
def stored(db):
    return make_request(clinic=make_clinic())


def change(staff, stored, **fields):
    version = ConsultationRequest.objects.get(pk=stored.pk).version
    form = {"state": "new", "corrected_phone": "", "note": "", "seen_version": version, **management_form(), **fields}
    return staff.post(f"{LIST}{stored.pk}/change/", form)


def management_form():
    return {"mails-TOTAL_FORMS": "0", "mails-INITIAL_FORMS": "0"}


def test_list_shows_reference_name_state_promise_and_language(staff, stored):
    page = Page(staff.get(LIST))
    assert page.texts("#result_list thead .text") == ["Reference", "Full name", "State", "Call by", "Language"]
    cells = page.texts("#result_list tbody tr > *")
    promise = date_format(timezone.localtime(stored.call_by, CHICAGO), "DATETIME_FORMAT")
    assert cells == [stored.reference, "Maria Kowalska", "New", promise, "Polski"]


def test_list_costs_the_same_for_one_and_many(staff, stored):
    staff.get(LIST)  # content types are read once
    cache.clear()
    with CaptureQueriesContext(connection) as one:
        staff.get(LIST)
    for number in range(29):
        make_request(reason=f"Reason {number}")
    cache.clear()
    with CaptureQueriesContext(connection) as many:
        staff.get(LIST)
    assert len(one) == len(many)


def test_request_page_shows_all_answers_with_a_link_to_call(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    text = page.text("#content-main")
    for typed in ["Maria Kowalska", "(312) 555-0142", "maria@example.net", "My knee hurts when I walk downstairs."]:
        assert typed in text
    assert page.links("(312) 555-0142") == ["tel:+13125550142"]


def test_language_is_that_of_the_page_when_the_patient_named_none(staff, db):
    make_request(clinic=make_clinic(), page_language="ar", language=None)
    assert Page(staff.get(LIST)).texts(".field-language_to_speak") == ["العربية"]


def test_line_breaks_of_the_patient_are_kept(staff, db):
    stored = make_request(clinic=make_clinic(), reason="First.\r\n<b>Second.</b>")
    assert "First.<br>&lt;b&gt;Second.&lt;/b&gt;" in staff.get(f"{LIST}{stored.pk}/change/").content.decode()


def test_what_the_patient_sent_cannot_be_changed(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    editable = {control["name"] for control in page.all("#content-main [name]") if control.get("type") != "hidden"}
    assert editable == {
        *("state", "held", "assigned_to", "call_due_at_0", "call_due_at_1", "note", "corrected_phone"),
        *("_save", "_continue"),
    }
    change(staff, stored, full_name="Somebody Else", phone="1", reason="Other")
    stored.refresh_from_db()
    assert (stored.full_name, stored.phone) == (answers()["full_name"], answers()["phone"])


@pytest.mark.parametrize("state", ["new", "contacted", "scheduled", "closed", "spam"])
def test_state_and_note_are_saved(staff, stored, state):
    assert change(staff, stored, state=state, note="Rang twice.").status_code == 302
    stored.refresh_from_db()
    assert (stored.state, stored.entries.get().note) == (state, "Rang twice.")


def test_phone_is_corrected_beside_the_typed_one(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199")
    stored.refresh_from_db()
    assert (stored.phone, stored.corrected_phone) == ("(312) 555-0142", "312-555-0199")
    assert Page(staff.get(f"{LIST}{stored.pk}/change/")).links("312-555-0199") == ["tel:+13125550199"]


def test_correction_that_is_no_number_is_refused(staff, stored):
    page = Page(change(staff, stored, corrected_phone="later"))
    assert page.texts(".errorlist") == ["Write a telephone number with its area code, like (708) 555-0123."]


@pytest.mark.parametrize(("state", "requests"), [("closed", 2), ("spam", 2), ("contacted", 1), ("scheduled", 1)])
def test_an_ended_request_makes_an_identical_one_new(staff, stored, state, requests):
    change(staff, stored, state=state)
    make_request()
    assert ConsultationRequest.objects.count() == requests


def test_nothing_can_be_added_or_deleted(staff, stored):
    assert staff.get(f"{LIST}add/").status_code == 403
    assert staff.get(f"{LIST}{stored.pk}/delete/").status_code == 403
    assert Page(staff.get(LIST)).all("#content-main .addlink") == []


def test_titles_messages_addresses_and_log_hold_no_word_of_the_patient(staff, stored):
    detail = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    after = change(staff, stored, state="contacted", note="Kowalska rang.", corrected_phone="312-555-0142")
    listed = Page(staff.get(after["Location"]))
    history = Page(staff.get(f"{LIST}{stored.pk}/history/"))
    entry = LogEntry.objects.get()
    for text in [
        detail.title,
        listed.title,
        *listed.texts(".messagelist"),
        after["Location"],
        history.text("#content"),
        entry.object_repr,
        entry.change_message,
    ]:
        assert not any(typed in text for typed in TYPED)
    assert stored.reference in listed.text(".messagelist")


def test_typed_markup_is_shown_as_text(staff, db):
    make_clinic()
    stored = make_request(full_name="<b>x</b><script>alert(1)</script>", reason="<img src=x onerror=alert(1)>")
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        text = staff.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_strangers_are_sent_to_sign_in(client, stored):
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        assert client.get(address)["Location"].startswith("/admin/login/")


# Held requests, and others of the same number


def test_a_held_request_says_why_and_is_let_go_by_a_person(staff, db):
    make_clinic()
    stored = make_request(website="x")
    text = Page(staff.get(f"{LIST}{stored.pk}/change/")).text("#content-main")
    assert "the field that people do not see was filled in" in text
    assert Page(staff.get(f"{LIST}?held__exact=1")).texts(".field-reference") == [stored.reference]
    change(staff, stored)
    stored.refresh_from_db()
    assert stored.held is False


def test_another_request_from_the_same_person_is_shown(staff, stored):
    make_request(phone="+1 312.555.0142 x9", email="", reason="Still hurts.")
    make_request(phone="(312) 555-0143", email="other@example.net", reason="Somebody else.")
    page = Page(staff.get(f"{LIST}{stored.pk}/change/"))
    other = ConsultationRequest.objects.get(pk=stored.pk + 1)
    assert page.links(other.reference) == [f"{LIST}{other.pk}/change/"]


# Searching


def search(staff, term):
    """The references that a search shows, and the address it leads to."""
    response = staff.post(f"{LIST}search/", {"term": term})
    return Page(staff.get(response["Location"])).texts(".field-reference"), response["Location"]


@pytest.mark.parametrize(
    "term",
    ["Kowalska", "maria", "KOWALSKA maria", "(312) 555-0142", "+1 312 555 0142", "312.555.0142", "MARIA@example.net"],
)
def test_requests_are_found_by_number_address_and_whole_words_of_the_name(staff, stored, term):
    make_request(full_name="Maria Nowak", phone="(312) 555-0199", email="m@example.net")
    found, address = search(staff, term)
    assert stored.reference in found
    assert (len(found) == 1) == (term != "maria")
    assert not any(word in address.casefold() for word in ["kowalska", "maria", "0142", "example.net"])


@pytest.mark.parametrize(("name", "term"), [("Łukasz Żółć", "lukasz zolc"), ("أحمد", "احمد"), ("José O'Neill", "jose")])
def test_names_are_found_without_their_accents(staff, db, name, term):
    make_clinic()
    stored = make_request(full_name=name)
    assert search(staff, term)[0] == [stored.reference]


def test_a_request_is_found_by_its_reference_however_it_is_written(staff, stored):
    for term in (stored.reference, stored.reference.lower().replace("-", " "), stored.reference.replace("0", "O")):
        assert search(staff, term)[0] == [stored.reference]


def test_a_corrected_number_is_found_too(staff, stored):
    change(staff, stored, corrected_phone="312-555-0199")
    assert search(staff, "(312) 555-0199")[0] == search(staff, "(312) 555-0142")[0] == [stored.reference]


@pytest.mark.parametrize("term", ["Kowal", "555-0142", "nobody@example.net", "zzz", "ZZZZ-ZZZZ", "%", "'; --"])
def test_what_is_not_there_is_not_found(staff, stored, term):
    assert search(staff, term)[0] == []


def test_an_empty_search_shows_all(staff, stored):
    assert search(staff, "  ") == ([stored.reference], LIST)


def test_a_made_up_address_of_a_search_finds_nothing(staff, stored):
    for made_up in ("Kowalska", encrypt("Kowalska")):  # the second as it stands in an old backup
        page = Page(staff.get(LIST, {"q": made_up}))
        assert page.texts(".field-reference") == []
        assert page.one("#searchbar")["value"] == ""


def test_the_term_stands_in_the_box_of_its_results_and_nowhere_else(staff, stored):
    response = staff.get(staff.post(f"{LIST}search/", {"term": "Kowalska"})["Location"])
    page = Page(response)
    assert page.one("#searchbar")["value"] == "Kowalska"
    assert page.one("#changelist-search")["method"] == "post"
    assert "Kowalska" not in page.title
    assert staff.get(f"{LIST}search/").status_code == 405


# Access records


def recorded():
    """What was recorded since last asked, oldest first."""
    records = list(AccessRecord.objects.order_by("pk"))
    AccessRecord.objects.all()._raw_delete("default")
    return [(record.action, record.reference, record.details) for record in records]


@pytest.fixture
def _nothing_recorded_yet(staff, stored):
    recorded()


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_every_look_and_change_is_recorded_once(staff, stored, admin_user):
    page = f"{LIST}{stored.pk}/change/"
    staff.get(LIST)
    assert recorded() == [("list", "", stored.reference)]
    search(staff, "Kowalska")
    assert recorded() == [("list", "", f"search: {stored.reference}")]
    search(staff, "Nobody")
    assert recorded() == [("list", "", "search: ")]
    staff.get(page)
    assert recorded() == [("view", stored.reference, "")]
    staff.get(f"{LIST}{stored.pk}/history/")
    assert recorded() == [("view", stored.reference, "history")]
    change(staff, stored, state="contacted", note="Rang.")
    assert recorded() == [("change", stored.reference, "call_due_at, state, note")]
    change(staff, stored, corrected_phone="nonsense")  # refused, and shown again
    assert recorded() == [("view", stored.reference, "")]


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_a_record_says_who_and_from_where(staff, stored, admin_user):
    staff.get(f"{LIST}{stored.pk}/change/", headers={"x-forwarded-for": "198.51.100.9"})
    record = AccessRecord.objects.get()
    assert (record.actor_id, record.actor_name) == (admin_user.pk, admin_user.get_username())
    assert (record.address, record.request_id) == ("198.51.100.9", stored.pk)


def test_nobody_changes_or_deletes_a_record(staff, stored):
    staff.get(LIST)
    record = AccessRecord.objects.latest("pk")
    for forbidden in (record.save, record.delete, AccessRecord.objects.all().delete, AccessRecord._base_manager.delete):
        with pytest.raises(TypeError):
            forbidden()
    with pytest.raises(TypeError):
        AccessRecord.objects.update(actor_name="somebody else")
    record.actor_name = "somebody else"
    with pytest.raises(TypeError):
        AccessRecord.objects.bulk_update([record], ["actor_name"])


def overwrite_in_bulk():
    record = AccessRecord.objects.latest("pk")
    record.actor_name = "somebody else"
    AccessRecord.objects.bulk_create(
        [record], update_conflicts=True, unique_fields=["id"], update_fields=["actor_name"]
    )


def overwrite_in_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE consultations_accessrecord SET actor_name = 'somebody else'")


@pytest.mark.parametrize("overwrite", [overwrite_in_bulk, overwrite_in_sql])
def test_the_database_itself_refuses_to_change_a_record(staff, stored, overwrite):
    staff.get(LIST)
    with pytest.raises(DatabaseError, match="access records are never changed"), transaction.atomic():
        overwrite()
    assert not AccessRecord.objects.filter(actor_name="somebody else").exists()


def test_without_a_record_nothing_is_shown(staff, stored, monkeypatch):
    def broken(**values):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(AccessRecord.objects, "create", broken)
    staff.raise_request_exception = False
    for address in (LIST, f"{LIST}{stored.pk}/change/"):
        response = staff.get(address)
        assert response.status_code == 500
        assert "Kowalska" not in response.content.decode()


# Erasing


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_erasing_asks_first_and_leaves_only_the_record(staff, stored):
    page = Page(staff.get(f"{LIST}{stored.pk}/erase/"))
    assert ConsultationRequest.objects.exists()
    assert page.text("h1") == f"Erase request {stored.reference}?"
    assert recorded() == []
    staff.post(f"{LIST}{stored.pk}/erase/")
    assert [model.objects.count() for model in (ConsultationRequest, OutgoingMail, LookupKey)] == [0, 0, 0]
    assert recorded() == [("erase", stored.reference, "")]


def test_who_may_not_erase_is_refused(stored, client, django_user_model):
    user = django_user_model.objects.create_user("desk", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_consultationrequest"]))
    client.force_login(user)
    assert client.post(f"{LIST}{stored.pk}/erase/").status_code == 403
    assert Page(client.get(f"{LIST}{stored.pk}/change/")).links("Erase this request") == []


# Mails

MAILS = "/admin/consultations/outgoingmail/"


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_a_waiting_mail_is_tried_at_once(staff, stored):
    mail = stored.mails.first()
    OutgoingMail.objects.update(attempts=3, due_at=timezone.now() + timedelta(minutes=9))
    assert staff.post(f"{MAILS}{mail.pk}/send-again/")["Location"] == f"{MAILS}{mail.pk}/change/"
    mail.refresh_from_db()
    assert mail.due_at <= timezone.now()
    assert recorded() == [("resend", stored.reference, f"mail {mail.pk}")]


def test_a_mail_that_a_worker_has_in_hand_is_left_to_it(staff, stored):
    mail = outbox.claim_next()
    staff.post(f"{MAILS}{mail.pk}/send-again/")
    mail.refresh_from_db()
    assert mail.due_at > timezone.now()


def test_a_mail_that_was_taken_goes_out_again_as_a_new_one(staff, stored):
    outbox.deliver_due()
    first = stored.mails.first()
    staff.post(f"{MAILS}{first.pk}/send-again/")
    copy = stored.mails.latest("pk")
    assert (copy.recipient, copy.subject, copy.body, copy.sent_at) == (first.recipient, first.subject, first.body, None)
    assert copy.message_id != first.message_id


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_mails_are_listed_and_shown_with_their_errors(staff, stored):
    OutgoingMail.objects.update(last_error="SMTPServerDisconnected: gone")
    mail = stored.mails.first()
    assert Page(staff.get(f"{MAILS}?waiting=yes")).texts(".field-reference") == [stored.reference] * 2
    assert Page(staff.get(f"{MAILS}?waiting=late")).texts(".field-reference") == []
    page = Page(staff.get(f"{MAILS}{mail.pk}/change/"))
    assert "SMTPServerDisconnected: gone" in page.text("#content-main")
    assert recorded() == [("view", stored.reference, f"mail {mail.pk}")]
    assert page.one("form[action$=send-again\\/] input[type=submit]")["value"] == "Try now"
    assert staff.get(f"{MAILS}{mail.pk}/send-again/").status_code == 405


def test_admin_home_tells_of_mail_that_is_late(staff, stored):
    assert Page(staff.get("/admin/")).all(".errornote") == []
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(minutes=75))
    banner = Page(staff.get("/admin/")).one(".errornote")
    assert " ".join(banner.get_text().split()) == (
        "2 mails could not be delivered; the oldest has waited for 1\xa0hour, 15\xa0minutes. "
        "No request is lost, but not everybody who should is told of new ones. Show the mails and their errors"
    ).replace("\xa0", " ")
    outbox.deliver_due()
    assert Page(staff.get("/admin/")).all(".errornote") == []


def test_a_confirmation_that_nobody_takes_raises_no_alarm(staff, stored):
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=2), kind="confirmation")
    assert Page(staff.get("/admin/")).all(".errornote") == []


@pytest.mark.usefixtures("_nothing_recorded_yet")
def test_staff_give_up_a_mail_that_nobody_takes(staff, stored):
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=2))
    mails = stored.mails.order_by("pk")
    for mail in mails:
        assert staff.post(f"{MAILS}{mail.pk}/give-up/")["Location"] == f"{MAILS}{mail.pk}/change/"
    assert recorded() == [("change", stored.reference, f"mail {mail.pk} given up") for mail in mails]
    assert Page(staff.get("/admin/")).all(".errornote") == []
    assert outbox.deliver_due() == 0
    buttons = Page(staff.get(f"{MAILS}{mail.pk}/change/")).all("#content-main input[type=submit]")
    assert [button["value"] for button in buttons] == ["Send it again"]
    staff.post(f"{MAILS}{mail.pk}/send-again/")
    assert outbox.deliver_due() == 1


def test_a_digest_that_still_gathers_requests_is_not_sent_early(staff, stored, settings):
    settings.RATE_LIMIT_OVERALL = 1
    make_request(reason="One too many")
    digest = OutgoingMail.objects.filter(kind="digest").first()
    staff.post(f"{MAILS}{digest.pk}/send-again/")
    digest.refresh_from_db()
    assert digest.due_at > timezone.now()


def test_a_request_that_no_key_can_read_can_still_be_erased(staff, stored, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    staff.post(f"{LIST}{stored.pk}/erase/")
    settings.FIELD_ENCRYPTION_KEYS = []
    assert not ConsultationRequest.objects.exists()


def test_an_open_request_saved_late_leaves_its_sameness_to_the_next(staff, stored):
    """Staff had it open while, after 24 hours, the same answers came in again."""
    ConsultationRequest.objects.filter(pk=stored.pk).update(received_at=timezone.now() - timedelta(hours=25))
    again = make_request()
    assert again.pk != stored.pk
    handle(stored, note="Rang.")
    again.refresh_from_db()
    assert again.sameness_key
