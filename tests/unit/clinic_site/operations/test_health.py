"""The answers to load balancers and monitors."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from consultations.models import OutgoingMail
from tests.factories import make_request

ADDRESSES = ["/healthz", "/healthz/mail"]


def told(client, address, **request):
    response = client.get(address, **request)
    return response.status_code, response.content.decode()


@pytest.fixture
def database_away(monkeypatch):
    """A context in which every query fails."""

    @contextmanager
    def away(error=OperationalError):
        def no_database(*args, **kwargs):
            raise error("could not connect to maria@example.net")

        with monkeypatch.context() as patch:
            patch.setattr(connection, "cursor", no_database)
            yield

    return away


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_site_that_serves_says_ok_and_nothing_else(visitor, address):
    response = visitor.get(address)
    assert (response.status_code, response.content) == (200, b"ok")
    assert (response["Content-Type"], response["Cache-Control"]) == ("text/plain; charset=utf-8", "no-store")
    assert response.cookies == {}
    assert response.get("Vary", "") == ""


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("error", [OperationalError, InterfaceError, OSError])
def test_a_site_without_its_database_is_down_and_says_nothing_else(visitor, database_away, address, error):
    with database_away(error):
        assert told(visitor, address) == (503, "down")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_database_is_asked_anew_each_time(visitor, database_away, address):
    for _ in range(2):
        with database_away():
            assert told(visitor, address) == (503, "down")
        assert told(visitor, address) == (200, "ok")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
def test_any_method_is_answered(visitor, address, method):
    response = visitor.generic(method, address)
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_has_no_body(visitor, address):
    response = visitor.head(address)
    assert (response.status_code, response.content, response["Content-Length"]) == (200, b"", "2")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("host", ["10.0.0.7", "elsewhere.example", "a b", "[::1", "", "x" * 300])
def test_any_host_name_is_answered(visitor, address, host):
    assert told(visitor, address, headers={"host": host}) == (200, "ok")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-proto": "http", "x-forwarded-for": "nonsense, ,,", "x-forwarded-host": "a b"},
        {"x-forwarded-for": "::ffff:1.2.3.4.5", "forwarded": "for=;;"},
        {"cookie": "session=" + "x" * 5000, "origin": "null", "accept-language": "xx"},
    ],
)
def test_any_header_is_answered(visitor, address, headers):
    assert told(visitor, address, headers=headers) == (200, "ok")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("secure", [True, False])
def test_no_scheme_is_redirected(visitor, settings, address, secure):
    settings.SECURE_SSL_REDIRECT = True
    assert told(Client(), address, secure=secure) == (200, "ok")


def test_other_addresses_are_pages(visitor):
    for address in ("/healthz/", "/healthz/mail/", "/healthz/other", "/es/healthz"):
        assert visitor.get(address).status_code == 404


def test_health_takes_one_query_once_migrations_are_known(visitor, django_assert_num_queries):
    visitor.get("/healthz")
    with django_assert_num_queries(1):
        visitor.get("/healthz")
    with django_assert_num_queries(1):
        visitor.get("/healthz/mail")


def test_a_database_that_is_not_migrated_is_down_until_it_is(visitor):
    applied = MigrationRecorder(connection).Migration.objects
    newest = applied.filter(app="consultations").latest("pk")
    newest.delete()
    assert [told(visitor, "/healthz"), told(visitor, "/healthz")] == [(503, "down")] * 2
    newest.save()
    assert told(visitor, "/healthz") == (200, "ok")


@pytest.mark.parametrize(
    ("waited", "sent", "found"),
    [(timedelta(minutes=9), False, "ok"), (timedelta(minutes=10), False, "late"), (timedelta(hours=1), True, "ok")],
)
def test_mail_is_late_when_the_oldest_unsent_one_waits_for_ten_minutes(visitor, waited, sent, found):
    make_request()
    created_at = timezone.now() - waited
    OutgoingMail.objects.update(created_at=created_at, sent_at=created_at if sent else None)
    assert told(visitor, "/healthz/mail") == (200 if found == "ok" else 503, found)
    assert told(visitor, "/healthz") == (200, "ok")


def test_log_names_the_error_without_its_message(visitor, database_away, caplog):
    with database_away():
        visitor.get("/healthz")
    records = [record for record in caplog.records if record.name != "clinic_site.operations.request_log"]
    assert [record.getMessage() for record in records] == [
        "The site cannot serve (OperationalError)",
        "Service Unavailable: /healthz",
    ]
