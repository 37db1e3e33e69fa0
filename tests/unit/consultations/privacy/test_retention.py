from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.utils import timezone

from consultations.access_log import record_access
from consultations.models import AccessRecord, ConsultationRequest, LookupKey, OutgoingMail
from consultations.privacy import retention
from tests.factories import handle, make_clinic, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(clock):
    return make_request(clinic=make_clinic(), client_address="198.51.100.7")


def end(consultation_request, state):
    handle(consultation_request, state=state)


@pytest.mark.parametrize(("state", "days"), [("spam", 30), ("closed", 730)])
def test_an_ended_request_is_erased_after_its_time_and_leaves_a_stub(stored, clock, state, days):
    end(stored, state)
    clock.shift(timedelta(days=days))
    retention.purge()
    assert ConsultationRequest.objects.exists()
    clock.shift(timedelta(days=2))
    assert retention.purge()["requests"] == 1
    assert [model.objects.count() for model in (ConsultationRequest, OutgoingMail, LookupKey)] == [0, 0, 0]
    stub = AccessRecord.objects.latest("pk")
    assert (stub.action, stub.reference, stub.actor_name) == ("purge", stored.reference, "")


def test_retention_counts_from_the_end_not_from_the_request(stored, clock):
    clock.shift(timedelta(days=700))
    end(stored, "closed")
    clock.shift(timedelta(days=700))
    retention.purge()
    assert ConsultationRequest.objects.exists()


def test_retention_is_a_setting(stored, clock, settings):
    settings.RETENTION_MONTHS = 1
    end(stored, "closed")
    clock.shift(timedelta(days=32))
    retention.purge()
    assert not ConsultationRequest.objects.exists()


@pytest.mark.parametrize("state", ["new", "contacted", "scheduled"])
def test_open_requests_are_never_erased(stored, clock, state):
    stored.held = True
    end(stored, state)
    clock.shift(timedelta(days=5000))
    retention.purge()
    assert ConsultationRequest.objects.exists()


def test_reopened_request_is_kept(stored, clock):
    end(stored, "spam")
    end(stored, "new")
    clock.shift(timedelta(days=31))
    retention.purge()
    assert ConsultationRequest.objects.get().ended_at is None


def test_codes_of_client_and_sameness_are_erased_within_hours(stored, clock):
    assert stored.client_key
    clock.shift(timedelta(hours=1, seconds=1))
    assert retention.erase_expired_fields() == 1
    stored.refresh_from_db()
    assert (stored.client_key, stored.sameness_key is None) == ("", False)
    clock.shift(timedelta(hours=23))
    assert retention.erase_expired_fields() == 1
    stored.refresh_from_db()
    assert stored.sameness_key is None


def test_access_records_are_erased_after_six_years(clock):
    record_access("list", user=None, address="")
    clock.shift(timedelta(days=6 * 365))
    retention.purge()
    assert AccessRecord.objects.count() == 1
    clock.shift(timedelta(days=3))
    retention.purge()
    assert AccessRecord.objects.count() == 0


def test_old_digests_are_erased(clock, settings):
    settings.RATE_LIMIT_OVERALL = 1
    clinic = make_clinic()
    make_request(clinic=clinic)
    make_request(clinic=clinic, reason="Another")
    OutgoingMail.objects.filter(kind="digest").update(sent_at=timezone.now())
    clock.shift(timedelta(days=31))
    assert retention.purge()["digest emails"] == 2
    assert not OutgoingMail.objects.filter(kind="digest").exists()


def test_dry_run_counts_and_erases_nothing(stored, clock, capsys):
    end(stored, "spam")
    clock.shift(timedelta(days=31))
    call_command("purge", dry_run=True)
    assert capsys.readouterr().out.splitlines() == [
        "Would erase requests: 1",
        "Would erase sameness_key of requests: 0",
        "Would erase client_key of requests: 1",
        "Would erase digest emails: 0",
        "Would erase access records: 0",
    ]
    assert ConsultationRequest.objects.exists()
    call_command("purge")
    assert "Erased requests: 1" in capsys.readouterr().out
    assert not ConsultationRequest.objects.exists()


def test_request_reopened_during_the_purge_is_kept(stored, clock):
    end(stored, "spam")
    clock.shift(timedelta(days=31))
    (pk,) = retention.find_expired_requests(timezone.now()).values_list("pk", flat=True)
    end(stored, "new")
    assert retention.erase_if_still_expired(pk, timezone.now()) == 0
    assert ConsultationRequest.objects.exists()


def test_unreadable_request_does_not_stop_the_purge(stored, clock, settings):
    other = make_request(reason="Another")
    for consultation_request in (stored, other):
        end(consultation_request, "spam")
    clock.shift(timedelta(days=31))
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert retention.purge()["requests"] == 2


def test_marking_a_closed_request_as_spam_starts_its_thirty_days(stored, clock):
    end(stored, "closed")
    clock.shift(timedelta(days=40))
    end(stored, "spam")
    retention.purge()
    assert ConsultationRequest.objects.exists()
    clock.shift(timedelta(days=29))
    handle(stored, note="Sells carpets.")
    clock.shift(timedelta(days=2))
    retention.purge()
    assert not ConsultationRequest.objects.exists()
