"""What happens to requests that were closed before anybody was asked why."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from consultations.desk.workflow import undo_last_step
from consultations.models import ConsultationRequest, Entry
from tests.staff import make_account

pytestmark = [pytest.mark.whole, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
BEFORE = ("consultations", "0007_sources_and_outcomes")


@pytest.fixture
def old_database(db):
    """The database as it was, and its models."""
    call_command("migrate", *BEFORE, verbosity=0)
    yield MigrationLoader(connection).project_state(BEFORE).apps
    call_command("migrate", verbosity=0)


def test_requests_that_were_closed_have_a_reason_and_can_still_be_undone(old_database):
    now = timezone.now()
    rows = [
        ("AAAA-AAAA", {"state": "closed", "ended_at": now, "patient_changed_at": now}),
        ("BBBB-BBBB", {"state": "closed", "ended_at": now, "matter": "bill"}),
        ("CCCC-CCCC", {"state": "closed", "ended_at": now}),
        ("DDDD-DDDD", {"state": "spam", "ended_at": now}),
        ("EEEE-EEEE", {"state": "contacted", "patient_changed_at": now}),
    ]
    for reference, fields in rows:
        row = old_database.get_model("consultations", "ConsultationRequest").objects.create(
            reference=reference, token=reference, full_name="Maria", phone="1", reason="Knee.", consent=True, **fields
        )
        old_database.get_model("consultations", "Entry").objects.create(
            consultation_request=row, state_before="closed", state_after=row.state, due_before=now
        )
    call_command("migrate", verbosity=0)

    stored = ConsultationRequest.objects.order_by("reference")
    assert list(stored.values_list("closed_because", flat=True)) == ["canceled", "question", "other", "", ""]
    assert set(Entry.objects.values_list("closed_because_before", flat=True)) == {"other"}
    spam = stored.get(state="spam")
    undone = undo_last_step(pk=spam.pk, seen_version=spam.version, user=make_account("jan"), address="")
    assert (undone.state, undone.closed_because) == ("closed", "other")
