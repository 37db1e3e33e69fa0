"""Slow queries are logged with their text but without values; the queries of a request are counted."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.backends.signals import connection_created

from clinic_site.models import Clinic
from clinic_site.operations import scheduled, slow_queries
from consultations.models import ConsultationRequest
from tests.factories import answers, handle, make_clinic
from tests.staff import make_account, sign_in

pytestmark = pytest.mark.django_db
INBOX = "/admin/consultations/consultationrequest/"


@pytest.fixture
def every_query_is_slow(settings):
    settings.SLOW_QUERY_MS = 0


@pytest.fixture
def slow(console):
    """A function that returns the lines about slow queries so far."""
    return lambda: [event for event in console() if event["logger"] == "clinic_site.operations.slow_queries"]


@pytest.fixture
def takes(monkeypatch):
    """A function that sets how many milliseconds each query takes."""

    def set_time(milliseconds):
        moments = iter(range(1_000_000))
        monkeypatch.setattr(
            "clinic_site.operations.slow_queries.perf_counter", lambda: next(moments) * milliseconds / 1000
        )

    return set_time


def test_a_query_is_slow_from_a_fifth_of_a_second_on(slow, takes):
    takes(199)
    Clinic.objects.exists()
    assert slow() == []
    takes(200)
    Clinic.objects.exists()
    (event,) = slow()
    assert (event["level"], event["message"], event["milliseconds"]) == ("WARNING", "A slow query", 200)
    assert event["sql"].endswith(' AS "a" FROM "clinic_site_clinic" LIMIT 1')


def test_the_limit_is_a_setting(slow, takes, settings):
    settings.SLOW_QUERY_MS = 1000
    takes(999)
    Clinic.objects.exists()
    assert slow() == []


def test_values_are_placeholders(slow, every_query_is_slow):
    ConsultationRequest.objects.filter(reference="AB-CDEF").delete()
    list(Clinic.objects.filter(name="Canary", pk__in=[7]).order_by().values_list("pk"))
    assert slow()[-1]["sql"] == (
        'SELECT "clinic_site_clinic"."id" AS "pk" FROM "clinic_site_clinic" '
        'WHERE ("clinic_site_clinic"."name" = %s AND "clinic_site_clinic"."id" IN (%s))'
    )
    assert "AB-CDEF" not in str(slow())


def test_many_rows_at_once_are_placeholders_too(slow, every_query_is_slow):
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM clinic_site_clinic WHERE name = %s", [["Canary"], ["Heron"]])
    assert [event["sql"] for event in slow()] == ["DELETE FROM clinic_site_clinic WHERE name = %s"]


def test_a_query_that_fails_is_logged_too(slow, takes):
    takes(300)
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("SELECT\n  nothing FROM nowhere WHERE a = %s", ["Canary"])
    assert [(event["milliseconds"], event["sql"]) for event in slow()] == [
        (300, "SELECT nothing FROM nowhere WHERE a = %s")
    ]


def test_long_sql_is_shortened(slow, every_query_is_slow):
    list(Clinic.objects.filter(pk__in=range(500)))
    (event,) = slow()
    assert (len(event["sql"]), event["sql"][-1]) == (slow_queries.LONGEST_SQL + 1, "…")


def test_no_value_of_a_patient_or_of_staff_stands_in_any_query(visitor, slow, every_query_is_slow, clock):
    words = ["Canarywoman", "555-0142", "5550142", "canary@example.net", "kneecanary", "heron", "olga"]
    visitor.send(answers(full_name="Anna Canarywoman", email="canary@example.net", reason="My kneecanary hurts."))
    stored = ConsultationRequest.objects.get()
    make_account("olga", groups=["Manager"])
    olga = sign_in("olga")
    assert b"Canarywoman" in olga.post(f"{INBOX}search/", {"term": "Canarywoman"}, follow=True).content
    handle(stored, outcome="no_answer", note="The heron called.")
    export = olga.post(f"{INBOX}?tab=all", {"action": "export_requests", "index": "0", "_selected_action": [stored.pk]})
    assert b"Canarywoman" in export.getvalue()
    clock.shift(timedelta(days=3))
    call_command("worker", once=True)
    told = slow()
    assert {"SELECT", "INSERT", "UPDATE"} <= {event["sql"].split()[0] for event in told}
    assert [(word, event) for event in told for word in words if word.lower() in str(event).lower()] == []


# Whose queries they are


def test_a_slow_query_names_its_request(visitor, slow, every_query_is_slow):
    answer = visitor.send(answers())
    Clinic.objects.exists()
    assert {event.get("request") for event in slow()[:-1]} == {answer["X-Request-ID"]}
    assert slow()[-1].get("request") is None


def test_a_slow_query_of_the_worker_names_its_duty(slow, every_query_is_slow):
    make_clinic()
    scheduled.run_due_tasks()
    assert {task.name for task in scheduled.TASKS} <= {event.get("duty") for event in slow()}


def test_queries_are_counted_while_they_are_asked_for(takes):
    takes(10)
    Clinic.objects.exists()
    with slow_queries.count_queries() as count:
        Clinic.objects.exists()
        Clinic.objects.exists()
    Clinic.objects.exists()
    assert (count.queries, count.seconds) == (2, pytest.approx(0.02))


def test_a_connection_that_is_opened_anew_is_watched_once():
    for _ in range(3):
        connection_created.send(type(connection), connection=connection)
    assert connection.execute_wrappers.count(slow_queries.measure_query) == 1
