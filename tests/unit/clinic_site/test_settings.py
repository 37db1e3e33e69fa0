"""The settings as a whole, as a start reads them."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyrage
import pytest
from django.core.exceptions import ImproperlyConfigured

from clinic_site.demo import read_or_make_keys
from tests import clock

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


def read_settings(tmp_path, **environment):
    """{name: value} of the settings as a process with nothing but this environment reads them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", {"DATA_DIR": str(tmp_path), **environment})
        return runpy.run_path(str(ROOT / "clinic_site" / "settings.py"))


def setting(tmp_path, names, **environment):
    settings = read_settings(tmp_path, **environment)
    return str([eval(name, settings) for name in names.split()])


def problem_with(tmp_path, **environment):
    """What a start with this environment says; empty if it goes well."""
    try:
        read_settings(tmp_path, **environment)
    except ImproperlyConfigured as problem:
        return str(problem)
    return ""


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


@pytest.mark.parametrize(
    "name",
    ["ALLOWED_HOSTS", "SITE_URL", "FIELD_ENCRYPTION_KEYS", "LOOKUP_HASH_KEY", "STAFF_EMAILS", "DEFAULT_FROM_EMAIL"],
)
def test_real_site_without_a_needed_setting_stops_with_an_instruction(tmp_path, name):
    without = {key: value for key, value in REAL.items() if key != name}
    assert problem_with(tmp_path, **without).startswith(f"{name} is not set. Set it to ")
    assert "\n" not in problem_with(tmp_path, **without)


def test_real_site_without_a_mail_server_needs_no_sender(tmp_path):
    without = {key: value for key, value in REAL.items() if key not in ("EMAIL_HOST", "DEFAULT_FROM_EMAIL")}
    assert problem_with(tmp_path, **without) == ""


def test_short_secret_key_stops_the_start(tmp_path):
    result = manage(tmp_path, "check", **{**REAL, "DJANGO_SECRET_KEY": "short"})
    assert result.returncode == 1
    assert result.stderr.startswith("The site cannot start: DJANGO_SECRET_KEY is shorter than 50 characters.")
    assert result.stderr.count("\n") == 1


def test_demo_listens_on_this_machine_only(tmp_path):
    problem = problem_with(tmp_path, BIND="0.0.0.0")
    assert problem.startswith("BIND is 0.0.0.0, but a demo listens on 127.0.0.1 only.")


def test_demo_keeps_its_keys(tmp_path):
    names = "SECRET_KEY FIELD_ENCRYPTION_KEYS LOOKUP_HASH_KEY BACKUP_KEY"
    first = setting(tmp_path, names)
    assert setting(tmp_path, names) == first
    assert (tmp_path / "demo-keys.json").stat().st_mode & 0o077 == 0


def test_demo_of_an_older_version_keeps_its_keys_and_gets_the_new_one(tmp_path):
    keys = tmp_path / "demo-keys.json"
    names = "SECRET_KEY FIELD_ENCRYPTION_KEYS LOOKUP_HASH_KEY"
    first = setting(tmp_path, names)
    keys.write_text(
        json.dumps({name: key for name, key in json.loads(keys.read_text()).items() if "backup" not in name})
    )
    assert setting(tmp_path, names) == first
    assert json.loads(keys.read_text())["backup_key"].startswith("AGE-SECRET-KEY-1")


def test_demo_that_starts_in_several_processes_at_once_has_one_set_of_keys(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(read_or_make_keys, [tmp_path] * 16))
    assert made == [made[0]] * 16


def test_folder_that_cannot_be_used_stops_the_start(tmp_path):
    (tmp_path / "file").touch()
    problem = problem_with(tmp_path, DATA_DIR=str(tmp_path / "file" / "data"))
    assert problem.startswith(f"DATA_DIR is {tmp_path}/file/data, which cannot be made (")


def test_demo_may_use_other_settings_of_a_real_site(tmp_path):
    printed = setting(
        tmp_path, "DEMO EMAIL_HOST DATABASES['default']['ENGINE']",
        EMAIL_HOST="mail.example.org", DATABASE_URL="postgres://a:b@db.example/c",
    )  # fmt: skip
    assert printed == "[True, 'mail.example.org', 'django.db.backends.postgresql']"


SECURE = "SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_NAME"


def test_https_site_redirects_and_secures_its_cookies(tmp_path):
    assert setting(tmp_path, SECURE, **REAL) == "[True, 63072000, True, True, '__Host-session']"


def test_http_trial_demands_no_tls(tmp_path):
    trial = {**REAL, "SITE_URL": "http://www.example.org"}
    assert setting(tmp_path, SECURE, **trial) == "[False, 0, False, False, 'session']"


def test_check_deploy_names_only_the_facts_to_fill_in_and_the_languages_to_check(prepared):
    result = manage(prepared, "check", "--deploy", **REAL)
    issues = [line for line in result.stderr.splitlines() if line.startswith("?:")]
    codes = [re.match(r"\?: \((clinic\.W\d+)\) ", line).group(1) for line in issues]
    assert sorted(codes) == ["clinic.W002"] * 9 + ["clinic.W004"] * 3


FILL_EVERYTHING_IN = """
from datetime import date, time
from articles.models import ArticleText
from clinic_site.models import Clinic, InterfaceReview
from clinic_site.wording import TRANSLATED_LANGUAGES
from tests.factories import make_article

clinic = Clinic(phone="(708) 349-1000", hours_confirmed=True, privacy_practices_url="https://www.example.org/notice.pdf")
for name in ("who_treats_you", "first_visit", "parking", "step_free_access", "insurance", "language_notice"):
    setattr(clinic, name, "Known.")
clinic.save()
clinic.opening_periods.create(weekday=0, opens_at=time(9), closes_at=time(17))
review = {"reviewed_by": "A. Person", "reviewed_on": date(2026, 2, 1)}
for code, _ in TRANSLATED_LANGUAGES:
    InterfaceReview.objects.create(language=code, **review)
make_article(languages=["en", "es"], **review)
"""


def test_check_deploy_is_silent_once_everything_is_filled_in(prepared):
    filled_in = manage(prepared, "shell", "--no-imports", "-c", FILL_EVERYTHING_IN, **REAL)
    assert filled_in.returncode == 0, filled_in.stderr
    result = manage(prepared, "check", "--deploy", "--fail-level", "WARNING", **REAL)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "System check identified no issues (1 silenced).\n"


def test_the_one_check_that_is_silenced_is_the_owners_decision(tmp_path):
    assert setting(tmp_path, "SILENCED_SYSTEM_CHECKS", **REAL) == "[['security.W021']]"


def test_check_deploy_warns_of_mail_that_nobody_reads(prepared):
    without = {key: value for key, value in REAL.items() if not key.startswith("EMAIL")}
    assert "(clinic.W003)" in manage(prepared, "check", "--deploy", **without).stderr


def test_check_deploy_warns_of_a_site_without_backups(prepared):
    without = {key: value for key, value in REAL.items() if not key.startswith("BACKUP")}
    assert "(clinic.W006)" in manage(prepared, "check", "--deploy", **without).stderr


def test_real_site_refuses_a_demo_database(prepared):
    assert manage(prepared, "load_sample_content").returncode == 0
    for command in (["serve"], ["worker", "--once"]):
        result = manage(prepared, *command, PORT="18999", **REAL)
        assert result.returncode == 1
        assert 'this database holds the account "demo-staff" of a demo' in result.stderr


@pytest.mark.parametrize("url", ["postgres://a:secret@127.0.0.1:1/c", "sqlite:////nonexistent/site.sqlite3"])
@pytest.mark.parametrize("command", [["serve"], ["worker", "--once"], ["backup"]])
def test_database_out_of_reach_stops_the_start_with_a_sentence(tmp_path, command, url):
    result = manage(tmp_path, *command, PORT="18999", DATABASE_URL=url)
    assert result.returncode == 1
    assert result.stderr.startswith("The site cannot start: the database cannot be reached (")
    assert result.stderr.count("\n") == 1
    assert "secret" not in result.stderr


def test_worker_without_tables_stops_with_a_sentence(tmp_path):
    result = manage(tmp_path, "worker", "--once")
    assert result.stderr.startswith("The site cannot start: the database is not prepared (")


def test_real_site_refuses_sample_content(prepared):
    result = manage(prepared, "load_sample_content", **REAL)
    assert result.returncode == 1
    assert "Sample content is for demos" in result.stderr
