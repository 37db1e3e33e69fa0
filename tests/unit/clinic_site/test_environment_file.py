"""The environment file that `make env` writes for a real site."""

import re
import subprocess
import sys

import pytest

from clinic_site.environment_file import EXAMPLE, KEYS, write_environment
from tests.running_site import ROOT

NAMES = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)
ACTIVE = re.compile(r"^([A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture
def path(tmp_path):
    write_environment(tmp_path / "clinic.env")
    return tmp_path / "clinic.env"


def test_file_names_every_setting_and_contains_only_keys(path):
    text = path.read_text()
    assert NAMES.findall(text) == NAMES.findall(EXAMPLE.read_text())
    assert {name for name, _ in ACTIVE.findall(text)} == set(KEYS)


def test_each_file_has_its_own_keys(path, tmp_path):
    write_environment(tmp_path / "other.env")
    first, second = (dict(ACTIVE.findall(file.read_text())) for file in (path, tmp_path / "other.env"))
    assert [name for name in KEYS if first[name] == second[name]] == []


def test_file_is_readable_by_its_owner_alone(path):
    assert path.stat().st_mode & 0o777 == 0o600


def test_existing_file_is_not_overwritten(path):
    before = path.read_text()
    command = [sys.executable, "-m", "clinic_site.environment_file", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{path} exists and was not changed.")
    assert path.read_text() == before


def test_site_starts_with_the_keys_once_the_rest_is_filled_in(path, tmp_path):
    text = path.read_text()
    for name in ("ALLOWED_HOSTS", "SITE_URL", "STAFF_EMAILS", "BACKUP_DIR"):
        text = text.replace(f"\n#{name}=", f"\n{name}=")
    environment = {**dict(ACTIVE.findall(text)), "DATA_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
