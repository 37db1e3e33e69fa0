from pathlib import Path

import pyrage
import pytest
from django.core.exceptions import ImproperlyConfigured

from clinic_site import environment


@pytest.mark.parametrize(
    ("typed", "expected"), [("yes", True), ("TRUE", True), ("1", True), ("no", False), ("off", False), ("", False)]
)
def test_flag(monkeypatch, typed, expected):
    monkeypatch.setenv("EMAIL_USE_TLS", typed)
    assert environment.flag("EMAIL_USE_TLS", default=False) is expected


def test_flag_with_a_typo_stops_the_start(monkeypatch):
    monkeypatch.setenv("EMAIL_USE_TLS", "yess")
    with pytest.raises(ImproperlyConfigured, match='EMAIL_USE_TLS is "yess"'):
        environment.flag("EMAIL_USE_TLS", default=False)


@pytest.mark.parametrize("typed", ["0", "70000", "-1", "80a", "٨٠"])
def test_number_out_of_range_stops_the_start(monkeypatch, typed):
    monkeypatch.setenv("PORT", typed)
    with pytest.raises(ImproperlyConfigured, match="whole number from 1 to 65535"):
        environment.number("PORT", default=8000, minimum=1, maximum=65535)


def test_emails_are_stripped():
    assert environment.emails("STAFF_EMAILS", "a@b.org , c@d.org,") == ["a@b.org", "c@d.org"]


@pytest.mark.parametrize("value", ["", ",", "a@b.org; c@d.org", "front desk"])
def test_invalid_email_addresses_stop_the_start(value):
    with pytest.raises(ImproperlyConfigured, match="STAFF_EMAILS"):
        environment.emails("STAFF_EMAILS", value)


@pytest.mark.parametrize("value", ["https://www.example.org", "https://www.example.org/"])
def test_site_url(value):
    assert environment.site_url(value, allowed_hosts=[".example.org"]) == "https://www.example.org"


@pytest.mark.parametrize(
    "value",
    [
        "www.example.org",
        "ftp://example.org",
        "https://example.org/clinic",
        "https://",
        "https://exa mple.org",
        "https://example.org:abc",
        "https://user:password@example.org",
        "https://[bad",
    ],
)
def test_invalid_site_url_stops_the_start(value):
    with pytest.raises(ImproperlyConfigured, match="Set it to the address of the site without a path"):
        environment.site_url(value, allowed_hosts=["*"])


def test_site_url_must_be_one_of_the_allowed_hosts():
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS does not name"):
        environment.site_url("https://www.example.org", allowed_hosts=["example.org"])


def test_site_url_may_be_an_address_of_ip_version_6():
    assert environment.site_url("http://[::1]:8000", allowed_hosts=["[::1]"]) == "http://[::1]:8000"


@pytest.mark.parametrize("value", [", ,", "https://www.example.org", "www.example.org/x", "www.example.org:8000"])
def test_invalid_hosts_stop_the_start(value):
    with pytest.raises(ImproperlyConfigured, match="Set it to host names separated by commas"):
        environment.hosts("ALLOWED_HOSTS", value)


@pytest.mark.parametrize("value", ["website@example.org", "The clinic <website@example.org>"])
def test_sender(value):
    assert environment.email("DEFAULT_FROM_EMAIL", value) == value


def test_invalid_sender_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="DEFAULT_FROM_EMAIL"):
        environment.email("DEFAULT_FROM_EMAIL", "nonsense")


def test_address_to_listen_on():
    assert environment.address("BIND", "0.0.0.0") == "0.0.0.0"
    with pytest.raises(ImproperlyConfigured, match="BIND"):
        environment.address("BIND", "nonsense")


@pytest.mark.parametrize("value", ["short", "", "not base64 not base64 not base64 not base64!"])
def test_invalid_encryption_key_stops_the_start(value):
    with pytest.raises(ImproperlyConfigured, match="FIELD_ENCRYPTION_KEYS"):
        environment.fernet_keys("FIELD_ENCRYPTION_KEYS", value)


def test_path_is_absolute_or_missing():
    assert environment.absolute_path("BACKUP_DIR", "") is None
    assert environment.absolute_path("BACKUP_DIR", "/var/backups/clinic") == Path("/var/backups/clinic")
    with pytest.raises(ImproperlyConfigured, match='BACKUP_DIR is "backups"'):
        environment.absolute_path("BACKUP_DIR", "backups")


def test_invalid_backup_key_stops_the_start_without_showing_it():
    key = str(pyrage.x25519.Identity.generate())
    assert [environment.age_identity("BACKUP_KEY", value) for value in ["", key]] == ["", key]
    with pytest.raises(ImproperlyConfigured, match="BACKUP_KEY is not a key that begins with") as problem:
        environment.age_identity("BACKUP_KEY", key[:-1])
    assert key[20:-1] not in str(problem.value)


def test_proxies_are_addresses_or_networks():
    assert environment.networks("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8") == ["127.0.0.1", "10.0.0.0/8"]
    with pytest.raises(ImproperlyConfigured, match=r'TRUSTED_PROXIES is "proxy\.local"'):
        environment.networks("TRUSTED_PROXIES", "proxy.local")


def test_sqlite_is_durable(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////tmp/site.sqlite3")
    config = environment.database("DATABASE_URL", default="")
    assert config["NAME"] == "/tmp/site.sqlite3"
    assert config["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        "cached_statements": 24,
    }


def test_postgresql_password_may_contain_special_characters(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://clinic:p%40s%23s@db.example:5433/site")
    config = environment.database("DATABASE_URL", default="")
    assert (config["USER"], config["PASSWORD"], config["HOST"], config["PORT"]) == (
        "clinic",
        "p@s#s",
        "db.example",
        5433,
    )


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", "-c lock_timeout=20s"),
        ("?options=-c%20search_path=clinic", "-c lock_timeout=20s -c search_path=clinic"),
        ("?options=-c%20lock_timeout=3s", "-c lock_timeout=20s -c lock_timeout=3s"),  # the last one counts
    ],
)
def test_postgresql_waits_for_no_lock_for_ever_and_what_the_url_says_is_kept(monkeypatch, query, options):
    monkeypatch.setenv("DATABASE_URL", f"postgres://clinic:secret@db.example/site{query}")
    assert environment.database("DATABASE_URL", default="")["OPTIONS"] == {"connect_timeout": 5, "options": options}


@pytest.mark.parametrize("value", ["mysql://a:b@c/d", "nonsense", "postgres://a:b@c:port/d"])
def test_database_that_cannot_be_read_stops_the_start_without_its_password(monkeypatch, value):
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL cannot be read") as problem:
        environment.database("DATABASE_URL", default="")
    assert value not in str(problem.value)
