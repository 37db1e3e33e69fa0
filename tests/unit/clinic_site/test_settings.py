"""The settings as a whole, read as a start reads them, and starts that stop because of them."""

import io
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pyrage
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import override_settings

from clinic_site.demo import read_or_create_keys
from clinic_site.wording import TRANSLATED_LANGUAGES
from tests import clock
from tests.factories import make_article, make_clinic, make_interface_review

ROOT = Path(__file__).resolve().parents[3]
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
REAL = {
    "DJANGO_SECRET_KEY": "a-long-random-text-that-nobody-guesses-0123456789-0123456789",
    "ALLOWED_HOSTS": "www.example.org",
    "SITE_URL": "https://www.example.org",
    "FIELD_ENCRYPTION_KEYS": KEY,
    "LOOKUP_HASH_KEY": "another-long-random-text-of-its-own",
    "STAFF_EMAILS": "desk@example.org",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "website@example.org",
    "BACKUP_DIR": "/var/backups/clinic",
    "BACKUP_KEY": str(pyrage.x25519.Identity.generate()),
}
NOT_OVERRIDDEN = {"DATABASES", "STORAGES", "INSTALLED_APPS", "LOGGING", "PASSWORD_HASHERS"}


def without(*names):
    return {name: value for name, value in REAL.items() if name not in names}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads the settings in an environment: a dictionary, or ImproperlyConfigured."""

    def read(environment, **changes):
        monkeypatch.setattr(os, "environ", {"DATA_DIR": str(tmp_path), **environment, **changes})
        return runpy.run_path(str(ROOT / "clinic_site" / "settings.py"))

    return read


# What stops a start


@pytest.mark.parametrize(
    "name",
    ["ALLOWED_HOSTS", "SITE_URL", "FIELD_ENCRYPTION_KEYS", "LOOKUP_HASH_KEY", "STAFF_EMAILS", "DEFAULT_FROM_EMAIL"],
)
def test_real_site_without_a_required_setting_stops_with_an_instruction(read, name):
    with pytest.raises(ImproperlyConfigured, match=f"^{name} is not set. Set it to "):
        read(without(name))


def test_real_site_without_a_mail_server_needs_no_sender(read):
    assert read(without("EMAIL_HOST", "DEFAULT_FROM_EMAIL"))["EMAIL_HOST"] == ""


def test_short_secret_key_stops_the_start(read):
    with pytest.raises(ImproperlyConfigured, match=r"^DJANGO_SECRET_KEY is shorter than 50 characters"):
        read(REAL, DJANGO_SECRET_KEY="short")


def test_demo_listens_on_this_machine_only(read):
    with pytest.raises(ImproperlyConfigured, match=r"^BIND is 0\.0\.0\.0, but a demo listens on 127\.0\.0\.1 only"):
        read({}, BIND="0.0.0.0")


def test_folder_that_cannot_be_used_stops_the_start(read, tmp_path):
    (tmp_path / "file").touch()
    data = tmp_path / "file" / "data"
    with pytest.raises(ImproperlyConfigured, match=f'^DATA_DIR is "{data}". This user cannot create it '):
        read({}, DATA_DIR=str(data))


# Keys of a demo


def keys_of(settings):
    return [settings[name] for name in ("SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "LOOKUP_HASH_KEY", "BACKUP_KEY")]


def test_demo_keeps_its_keys(read, tmp_path):
    first = keys_of(read({}))
    assert keys_of(read({})) == first
    assert (tmp_path / "demo-keys.json").stat().st_mode & 0o077 == 0


def test_demo_with_some_of_its_keys_keeps_them_and_gets_the_others(read, tmp_path):
    path = tmp_path / "demo-keys.json"
    first = keys_of(read({}))
    path.write_text(
        json.dumps({name: key for name, key in json.loads(path.read_text()).items() if name != "backup_key"})
    )
    second = keys_of(read({}))
    assert second[:-1] == first[:-1]
    assert second[-1].startswith("AGE-SECRET-KEY-1")


def test_demo_that_starts_in_several_processes_at_once_has_one_set_of_keys(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(read_or_create_keys, [tmp_path] * 16))
    assert keys == [keys[0]] * 16


# What follows from them


def test_demo_may_use_other_settings_of_a_real_site(read):
    settings = read({}, EMAIL_HOST="mail.example.org", DATABASE_URL="postgres://a:b@db.example/c")
    assert settings["DEMO"] is True
    assert settings["EMAIL_HOST"] == "mail.example.org"
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"


SECURE = ["SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
COOKIES = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECOND_FACTOR_COOKIE_NAME"]


def test_https_site_redirects_and_secures_its_cookies(read):
    settings = read(REAL)
    assert [settings[name] for name in SECURE] == [True, 63072000, True, True]
    assert [settings[name] for name in COOKIES] == ["__Host-session", "__Host-csrf", "__Host-second-factor"]


def test_http_trial_demands_no_tls(read):
    settings = read(REAL, SITE_URL="http://www.example.org")
    assert [settings[name] for name in SECURE] == [False, 0, False, False]
    assert [settings[name] for name in COOKIES] == ["session", "csrf", "second-factor"]


def test_second_factor_is_required_on_a_real_site_alone(read):
    assert [read(environment)["SECOND_FACTOR_REQUIRED"] for environment in ({}, REAL)] == [False, True]


# manage.py check --deploy


def check_deploy(settings):
    """What it prints: (no warnings, warnings)."""
    output, errors = io.StringIO(), io.StringIO()
    overridden = {name: value for name, value in settings.items() if name.isupper() and name not in NOT_OVERRIDDEN}
    with override_settings(**overridden):
        call_command("check", deploy=True, stdout=output, stderr=errors, no_color=True)
    return output.getvalue(), errors.getvalue()


def warnings_of(settings):
    lines = [line for line in check_deploy(settings)[1].splitlines() if line.startswith("?:")]
    return sorted(re.match(r"\?: \(([\w.]+)\) ", line).group(1) for line in lines)


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_check_deploy_names_only_the_facts_to_fill_in_and_the_languages_to_check(read):
    assert warnings_of(read(REAL)) == ["clinic.W002"] * 8 + ["clinic.W004"] * 3


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_check_deploy_is_silent_once_everything_is_filled_in(read):
    review = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}
    make_clinic(
        phone="(708) 349-1000",
        hours_confirmed=True,
        privacy_practices_url="https://www.example.org/notice.pdf",
        language_notice="Known.",
    )
    for code, _ in TRANSLATED_LANGUAGES:
        make_interface_review(language=code, **review)
    for kind in ("article", "person", "first_visit", "costs", "getting_here"):
        make_article(kind=kind, languages=["en", "es"], **review)
    assert check_deploy(read(REAL)) == ("System check identified no issues (1 silenced).\n", "")


def test_the_one_check_that_is_silenced_is_the_owners_decision(read):
    assert read(REAL)["SILENCED_SYSTEM_CHECKS"] == ["security.W021"]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_check_deploy_warns_of_mail_that_nobody_reads_and_of_a_site_without_backups(read):
    normal = warnings_of(read(REAL))
    bare = warnings_of(read(without("EMAIL_HOST", "BACKUP_DIR", "BACKUP_KEY")))
    assert bare == sorted([*normal, "clinic.W003", "clinic.W006"])


@pytest.mark.parametrize(
    ("url", "direct"),
    [("", "postgres://a:b@db.example/c"), ("postgres://a:b@pool.example/c", "sqlite:////tmp/x.sqlite3")],
)
def test_only_postgresql_has_a_pool(read, url, direct):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_DIRECT_URL is for PostgreSQL behind a connection pool"):
        read({}, DATABASE_URL=url, DATABASE_DIRECT_URL=direct)


def test_behind_a_pool_the_site_sets_nothing_for_a_session(read):
    pool, direct = "postgres://a:b@pool.example/c", "postgres://a:b@db.example/c"
    settings = read({}, DATABASE_URL=pool, DATABASE_DIRECT_URL=direct)
    pooled = settings["DATABASES"]["default"]
    assert (pooled["HOST"], pooled["OPTIONS"]) == ("pool.example", {"connect_timeout": 5})
    assert pooled["DISABLE_SERVER_SIDE_CURSORS"] is True
    assert settings["DATABASE_DIRECT"]["HOST"] == "db.example"
    assert settings["DATABASE_DIRECT"]["OPTIONS"]["options"] == "-c lock_timeout=20s"


def test_the_start_names_the_half_of_a_login_that_is_missing(read):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_HOST_USER is set and EMAIL_HOST_PASSWORD is not"):
        read({}, EMAIL_HOST="mail.example.org", EMAIL_HOST_USER="clinic")


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("changes", "warns"),
    [
        ({}, True),
        ({"EMAIL_USE_TLS": "yes"}, False),
        ({"EMAIL_USE_SSL": "yes"}, False),
        ({"EMAIL_HOST": "localhost"}, False),
        ({"EMAIL_HOST": "127.0.0.1"}, False),
        ({"EMAIL_HOST_USER": "", "EMAIL_HOST_PASSWORD": ""}, False),
    ],
)
def test_check_deploy_warns_of_a_login_without_tls(read, changes, warns):
    login = {"EMAIL_HOST_USER": "clinic", "EMAIL_HOST_PASSWORD": "secret"}
    assert ("clinic.W008" in warnings_of(read({**REAL, **login, **changes}))) is warns


# Starts, each in a process of its own


def manage(tmp_path, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**clock.ENVIRONMENT, "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("migrated")
    assert manage(folder, "migrate", **REAL).returncode == 0
    return folder / "site.sqlite3"


@pytest.fixture
def prepared(tmp_path, empty_database):
    """A DATA_DIR whose database `migrate` has prepared."""
    shutil.copy(empty_database, tmp_path)
    return tmp_path


def test_wrong_setting_stops_every_command_with_one_line(tmp_path):
    result = manage(tmp_path, "check", **without("SITE_URL"))
    assert result.returncode == 1
    assert result.stderr.startswith("The site cannot start: SITE_URL is not set. Set it to ")
    assert result.stderr.count("\n") == 1


@pytest.mark.whole
def test_real_site_refuses_a_demo_database(prepared):
    assert manage(prepared, "load_sample_content").returncode == 0
    for command in (["serve"], ["worker", "--once"]):
        result = manage(prepared, *command, PORT="18999", **REAL)
        assert result.returncode == 1
        assert 'this database belongs to a demo: it has the account "demo-staff"' in result.stderr


NO_SERVER, NO_FOLDER = "postgres://a:secret@127.0.0.1:1/c", "sqlite:////nonexistent/site.sqlite3"


@pytest.mark.whole
@pytest.mark.parametrize(
    ("command", "url"),
    [
        (["serve"], NO_SERVER),
        (["worker", "--once"], NO_FOLDER),
        (["backup"], NO_SERVER),
        pytest.param(["serve"], NO_FOLDER, marks=pytest.mark.whole),
        pytest.param(["worker", "--once"], NO_SERVER, marks=pytest.mark.whole),
        pytest.param(["backup"], NO_FOLDER, marks=pytest.mark.whole),
    ],
)
def test_database_out_of_reach_stops_the_start_with_a_sentence(tmp_path, command, url):
    result = manage(tmp_path, *command, PORT="18999", DATABASE_URL=url)
    assert result.returncode == 1
    assert result.stderr.startswith("The site cannot start: the database cannot be reached (")
    assert result.stderr.count("\n") == 1
    assert "secret" not in result.stderr


def test_worker_without_tables_stops_with_a_sentence(tmp_path):
    result = manage(tmp_path, "worker", "--once")
    assert result.stderr.startswith("The site cannot start: the database is not prepared (")


@pytest.mark.whole
def test_real_site_refuses_sample_content(prepared):
    result = manage(prepared, "load_sample_content", **REAL)
    assert result.returncode == 1
    assert "Sample content is for demos" in result.stderr
