from pathlib import Path

import pyrage
import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("name", ["STAFF_EMAILS", "DEFAULT_FROM_EMAIL", "SITE_URL", "EMAIL_HOST"])
@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u200f", "\u00ad", "\u2060"])
def test_what_nobody_sees_in_a_setting_does_not_count(monkeypatch, name, sign):
    """As it comes along from a web page or a chat."""
    monkeypatch.setenv(name, f"{sign}fred@exam{sign}ple.org{sign} ")
    assert environment.text(name) == "fred@example.org"


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


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("website@example.org", "website@example.org"),
        ("<website@example.org>", "website@example.org"),
        ("The clinic <website@example.org>", "The clinic <website@example.org>"),
        ("Clínica del Sur <website@example.org>", "Clínica del Sur <website@example.org>"),
        ('"Clinic, Inc." <website@example.org>', '"Clinic, Inc." <website@example.org>'),
        ("Dr. J. Clinic <website@example.org>", '"Dr. J. Clinic" <website@example.org>'),
    ],
)
def test_sender(value, written):
    assert environment.sender("DEFAULT_FROM_EMAIL", value) == written


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        "website@clinic.example>",
        "<website@clinic.example",
        "Clinic <website@clinic.example",
        "Clinic website@clinic.example>",
        "Clinic website@clinic.example",
        "Clinic <website@clinic.example> of Orland Park",
        "website@clinic.example, desk@clinic.example",
        "Clinic, Inc. <website@clinic.example>",
        "Clinic: website@clinic.example;",
        "website@clinic.example\x0b",
        "website@localhost@clinic.example",
        "website@" + "é" * 63 + ".example",
        "website\n<website@clinic.example>",
        "[>,_@",
        " :",
        "?@[.a(..;a",
    ],
)
def test_sender_that_is_none_stops_the_start(value):
    with pytest.raises(ImproperlyConfigured, match=r"(?s)DEFAULT_FROM_EMAIL.*Set it to one email address"):
        environment.sender("DEFAULT_FROM_EMAIL", value)


def test_mail_domain_is_that_of_the_sender():
    assert environment.mail_domain("The clinic <website@example.org>") == "example.org"
    assert environment.mail_domain("website@clínica.example") == "xn--clnica-4va.example"


@given(st.text(alphabet='ab @.<>",;:()[]\\\n=?_é', max_size=20))
def test_whatever_the_sender_is_it_is_read_or_refused(value):
    try:
        read = environment.sender("DEFAULT_FROM_EMAIL", value)
    except ImproperlyConfigured:
        return
    assert environment.sender("DEFAULT_FROM_EMAIL", read) == read
    assert environment.mail_domain(read).isascii()


@pytest.mark.parametrize("value", ["mail.example.org", "localhost", "[192.0.2.1]", "[IPv6:2001:db8::1]"])
def test_helo_name(value):
    assert environment.helo_name("EMAIL_HELO_NAME", value) == value


def test_final_dot_of_a_helo_name_is_dropped():
    assert environment.helo_name("EMAIL_HELO_NAME", "mail.example.org.") == "mail.example.org"


@pytest.mark.parametrize(
    "value",
    [
        "a.example,b.example", "*", "mail.example.org:25", "https://mail.example.org", "", ".",
        "[2001:db8::1]", "[IPv6:192.0.2.1]", "[mail.example.org]",
    ],
)  # fmt: skip
def test_anything_but_one_helo_name_stops_the_start(value):
    with pytest.raises(ImproperlyConfigured, match="Set it to one host name"):
        environment.helo_name("EMAIL_HELO_NAME", value)


@pytest.mark.parametrize("value", ["", "localhost", "mail.example.org", "mail_relay", "127.0.0.1", "::1"])
def test_mail_server(value):
    assert environment.mail_server("EMAIL_HOST", value) == value


@pytest.mark.parametrize(
    "value",
    ["mail.example.org:587", "smtp://mail.example.org", "mail.example.org/", "[::1]:25", "a b", "a@b.example"],
)
def test_a_mail_server_with_anything_else_stops_the_start(value):
    with pytest.raises(ImproperlyConfigured, match=r"EMAIL_HOST is .*EMAIL_PORT"):
        environment.mail_server("EMAIL_HOST", value)


@pytest.mark.parametrize(
    ("user", "password", "problem"),
    [
        ("clinic", "", "EMAIL_HOST_USER is set and EMAIL_HOST_PASSWORD is not"),
        ("", "secret", "EMAIL_HOST_PASSWORD is set and EMAIL_HOST_USER is not"),
        ("clinic", "contraseña", "not in ASCII, and cannot be sent"),
    ],
)
def test_a_login_that_cannot_be_sent_stops_the_start(user, password, problem):
    with pytest.raises(ImproperlyConfigured, match=problem) as refusal:
        environment.mail_login(user, password)
    assert "secret" not in str(refusal.value)
    environment.mail_login("", "")
    environment.mail_login("clinic", "secret")


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
