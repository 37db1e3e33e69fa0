from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from consultations.access_log import record_access
from consultations.models import AccessRecord
from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
RECORDS = "/admin/consultations/accessrecord/"


@pytest.fixture
def office():
    client = Client()
    client.force_login(make_account("manager", groups=["Manager"]))
    return client


@pytest.fixture
def viewed():
    stored = make_request(clinic=make_clinic())
    maria = make_account()
    record_access(AccessRecord.Action.VIEW, user=maria, address="192.0.2.7", consultation_request=stored)
    record_access(AccessRecord.Action.SIGN_OUT, user=make_account("jan"), address="192.0.2.8")
    return AccessRecord.objects.get(action="view")


def rows(response):
    return Page(response).texts("#result_list tbody .field-actor_name")


def test_managers_see_user_action_and_address(office, viewed):
    page = Page(office.get(f"{RECORDS}?action__exact=view"))
    assert page.texts("#result_list tbody tr > *")[1:] == ["maria", "Viewed", viewed.reference, "", "192.0.2.7"]


def test_records_are_found_by_action_request_name_and_day(office, viewed):
    assert rows(office.get(RECORDS)) == ["jan", "maria"]
    assert rows(office.get(f"{RECORDS}?action__exact=sign_out")) == ["jan"]
    assert rows(office.get(f"{RECORDS}?actor_name=jan")) == ["jan"]
    request_page = Page(office.get(f"/admin/consultations/consultationrequest/{viewed.request_id}/change/"))
    (who_looked,) = request_page.links("Access to this request")
    assert rows(office.get(who_looked)) == ["manager", "maria"]
    assert Page(office.get(RECORDS)).all("#searchbar") == []
    AccessRecord.objects.filter(actor_name="manager")._raw_delete("default")
    AccessRecord.objects.bulk_create([AccessRecord(at=datetime(2020, 5, 4, 12, tzinfo=UTC), actor_name="old")])
    assert rows(office.get(f"{RECORDS}?at__year=2020&at__month=5&at__day=4")) == ["old"]


def test_access_to_a_request_includes_lists_and_exports(office, viewed):
    jan = get_user_model().objects.get(username="jan")
    for action, details in [
        (AccessRecord.Action.LIST, f"search: 0000-0000 {viewed.reference}"),
        (AccessRecord.Action.EXPORT, f"{viewed.reference} 0000-0000"),
        (AccessRecord.Action.LIST, "0000-0000"),
    ]:
        record_access(action, user=jan, address="192.0.2.8", details=details)
    page = Page(office.get(f"{RECORDS}?reference={viewed.reference.lower()}"))
    assert page.texts("#result_list tbody .field-action") == ["Exported", "Listed requests", "Viewed"]
    assert rows(office.get(f"{RECORDS}?reference={viewed.reference}&action__exact=export")) == ["jan"]


@pytest.mark.parametrize("made_up", ["", "x", "7K3M-Q9X", "%25", "Maria Kowalska"])
def test_invalid_reference_is_ignored(office, viewed, made_up):
    response = office.get(f"{RECORDS}?reference={made_up}", follow=True)
    assert (response.status_code, rows(response)) == (200, ["jan", "maria"])


def test_nobody_writes_or_deletes_a_record_in_the_admin(office, staff, viewed):
    for client in (office, staff):
        assert client.get(f"{RECORDS}add/").status_code == 403
        assert client.post(f"{RECORDS}{viewed.pk}/change/", {"actor_name": "somebody else"}).status_code == 403
        assert client.post(f"{RECORDS}{viewed.pk}/delete/", {"post": "yes"}).status_code == 403
        client.post(RECORDS, {"action": "delete_selected", "_selected_action": viewed.pk, "post": "yes"})
    assert AccessRecord.objects.get(pk=viewed.pk).actor_name == "maria"
