import importlib

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from consultations.models import ConsultationRequest, LookupKey, OutgoingMail
from consultations.privacy import key_rotation, search_keys
from tests.factories import answers, make_clinic, make_request

pytestmark = pytest.mark.django_db
ENCRYPTED = {"consultationrequest": ["full_name", "phone", "email", "reason"], "outgoingmail": ["recipient"]}


@pytest.fixture
def stored(db):
    return make_request(clinic=make_clinic())


def ciphertexts():
    with connection.cursor() as cursor:
        for table, columns in ENCRYPTED.items():
            cursor.execute(f"SELECT {', '.join(columns)} FROM consultations_{table}")
            for row in cursor.fetchall():
                yield from row


def test_keys_that_fit_have_no_problem(stored):
    assert key_rotation.find_problem() == ""


def test_an_empty_database_has_no_problem():
    assert key_rotation.find_problem() == ""


def test_wrong_encryption_key_is_reported(stored, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert key_rotation.find_problem().startswith(
        "some stored rows cannot be decrypted with any of FIELD_ENCRYPTION_KEYS."
    )


def test_wrong_lookup_key_is_reported_until_requests_are_findable_again(stored, settings):
    settings.LOOKUP_HASH_KEY = "another key of at least thirty-two characters"
    assert key_rotation.find_problem().startswith("LOOKUP_HASH_KEY differs from the key")
    key_rotation.reencrypt()
    assert key_rotation.find_problem() == ""
    # Six beginnings of Kowalska, three of Maria, a number, its last digits, an address: the old ones are gone.
    assert stored.lookup_keys.count() == 12


def test_migration_makes_stored_requests_findable_by_parts(stored):
    whole = search_keys.person_keys(stored) | {search_keys.keyed_hash("name", word) for word in ("maria", "kowalska")}
    stored.lookup_keys.exclude(key__in=whole).delete()
    importlib.import_module("consultations.migrations.0009_search_keys_of_beginnings").renew_keys(apps, None)
    assert set(LookupKey.objects.values_list("key", flat=True)) == search_keys.keys_of(stored)


def test_keys_are_changed_without_loss(stored, settings, capsys):
    old, new = settings.FIELD_ENCRYPTION_KEYS, [Fernet.generate_key().decode()]
    settings.FIELD_ENCRYPTION_KEYS = [*new, *old]
    call_command("reencrypt")
    assert capsys.readouterr().out == "Encrypted with the newest key: 3 rows\n"
    settings.FIELD_ENCRYPTION_KEYS = new
    for text in ciphertexts():
        Fernet(new[0]).decrypt(text)
    assert ConsultationRequest.objects.get().reason == answers()["reason"]
    assert {mail.recipient for mail in OutgoingMail.objects.all()} == set(settings.STAFF_EMAILS)
    settings.FIELD_ENCRYPTION_KEYS = old
    with pytest.raises(InvalidToken):
        ConsultationRequest.objects.get()


def test_every_encrypted_field_is_encrypted_again(stored):
    before = set(ciphertexts())
    key_rotation.reencrypt()
    assert before & set(ciphertexts()) == set()


def test_unreadable_rows_are_reported_and_left(stored, settings):
    before = set(ciphertexts())
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CommandError, match="Add the key they were encrypted with"):
        call_command("reencrypt")
    assert set(ciphertexts()) == before


def test_more_rows_than_a_batch(stored, monkeypatch):
    monkeypatch.setattr(key_rotation, "BATCH", 2)
    for number in range(4):
        make_request(reason=f"Reason {number}")
    assert key_rotation.reencrypt() == 5 + 10


@pytest.mark.parametrize("which", ["first", "last"])
def test_key_that_reads_only_some_rows_is_reported(stored, settings, which):
    old, new = settings.FIELD_ENCRYPTION_KEYS, [Fernet.generate_key().decode()]
    settings.FIELD_ENCRYPTION_KEYS = new
    make_request(reason="Another")
    settings.FIELD_ENCRYPTION_KEYS = {"first": old, "last": new}[which]
    assert "cannot be decrypted" in key_rotation.find_problem()
    settings.FIELD_ENCRYPTION_KEYS = [*new, *old]
    assert key_rotation.find_problem() == ""
