"""A database of the previous version is brought up to this one without loss."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from consultations.models import ConsultationRequest, OutgoingMail
from tests.factories import answers

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PREVIOUS = [("consultations", "0001_initial")]


@pytest.fixture
def previous():
    """The models of the previous version, on its tables."""
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate(PREVIOUS)
    yield executor.loader.project_state(PREVIOUS).apps
    MigrationExecutor(connection).migrate(newest)


def test_requests_and_mails_of_the_previous_version_are_kept_found_and_encrypted(previous):
    typed = {name: value for name, value in answers().items() if name not in ("voicemail_ok", "interpreter", "consent")}
    requests = previous.get_model("consultations", "ConsultationRequest").objects
    old = requests.create(**typed, page_language="en", consent=True, consent_wording="I agree.", state="closed")
    requests.create(**typed, page_language="en", consent=True, consent_wording="I agree.")
    old.mails.create(recipient="front-desk@clinic.example", subject="New", body="Look.", last_error="550 no")

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())

    closed, new = ConsultationRequest.objects.order_by("pk")
    assert (closed.full_name, closed.phone, closed.reason) == (typed["full_name"], typed["phone"], typed["reason"])
    assert (closed.ended_at <= timezone.now(), new.ended_at) == (True, None)
    assert (closed.held, closed.lookup_keys.count(), new.lookup_keys.count()) == (False, 4, 4)
    mail = OutgoingMail.objects.get()
    assert (mail.recipient, mail.last_error, mail.kind) == ("front-desk@clinic.example", "550 no", "new_request")
    with connection.cursor() as cursor:
        cursor.execute("SELECT recipient, last_error FROM consultations_outgoingmail")
        assert [text[:5] for text in cursor.fetchone()] == ["gAAAA", "gAAAA"]
