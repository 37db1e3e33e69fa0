"""The files of docs/deploy/ are valid, and agree with each other and with the documents."""

import re
import shlex
import shutil
import subprocess
import sys

import pytest
from django.core.management import get_commands

from tests.fronts import DEPLOY, Front
from tests.running_site import ROOT

SERVICES = ["clinic-prepare", "clinic-web", "clinic-worker", "clinic-backup"]
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
FILLED_IN = {
    "EMAIL_HOST_PASSWORD": "secret",
    "DJANGO_SECRET_KEY": "a-long-random-text-that-nobody-guesses-0123456789-0123456789",
    "FIELD_ENCRYPTION_KEYS": KEY,
    "LOOKUP_HASH_KEY": "another-long-random-text-of-its-own",
}


def lines(file):
    """[(key, value)] of a unit or an environment file, without comments."""
    return re.findall(r"^(\w+)=(.*)$", file.read_text(), re.MULTILINE)


def values(service, key):
    return [value for found, value in lines(DEPLOY / f"{service}.service") if found == key]


# Files and documents


def operate():
    return (ROOT / "docs" / "install-and-operate.md").read_text()


def test_documents_name_every_file_and_no_other():
    named = set(re.findall(r"docs/deploy/([\w.-]*\w)", operate()))
    assert named == {file.name for file in DEPLOY.iterdir()}


def example():
    """{setting: value} of the environment file, including settings that are comments."""
    text = (DEPLOY / "clinic.env.example").read_text()
    return dict(re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE))


def test_environment_file_names_every_setting_of_the_document():
    table = [line.split("|")[1] for line in operate().splitlines() if line.startswith("| `")]
    documented = re.findall(r"`([A-Z_]+)`", " ".join(table))
    assert len(documented) > 20
    assert [name for name in documented if name not in example()] == []
    assert [name for name in example() if f"`{name}`" not in operate()] == []


def test_environment_file_tells_the_figures_that_hold_without_it():
    text = (DEPLOY / "clinic.env.example").read_text()
    figures = re.findall(r"^#([A-Z_]+)=([\d.,:]+)$", text, re.MULTILINE)
    assert len(figures) == 12
    assert [name for name, value in figures if f"`{name}` ({value})" not in operate()] == []


def test_services_and_shell_read_the_same_settings_with_which_the_site_starts(tmp_path):
    text = (DEPLOY / "clinic.env.example").read_text()
    for name, value in FILLED_IN.items():
        text = text.replace(f"\n{name}=\n", f"\n{name}={value}\n")
    file = tmp_path / "clinic.env"
    file.write_text(text.replace("/var/lib/clinic", str(tmp_path)))
    sourced = subprocess.run(
        ["env", "-i", "sh", "-c", f"set -a; . {file}; env -0"], capture_output=True, text=True, check=True
    )
    as_the_shell_reads = dict(pair.split("=", 1) for pair in sourced.stdout.split("\0") if pair)
    as_services_read = {name: value.strip("'") for name, value in lines(file)}
    assert {name: as_the_shell_reads[name] for name in as_services_read} == as_services_read
    checked = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT, env=as_services_read, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stderr) == (0, "")


def test_clinic_manage_is_manage_py_with_the_settings_and_the_sites_user(tmp_path):
    (tmp_path / "clinic.env").write_text("BACKUP_KEY='AGE-SECRET-KEY-1 WITH A BLANK'\n")
    runuser = tmp_path / "runuser"
    runuser.write_text('#!/bin/sh\nprintf "%s|" "$BACKUP_KEY" "$(pwd)" "$@"\n')
    runuser.chmod(0o755)
    text = (DEPLOY / "clinic-manage").read_text().replace("/etc/clinic", str(tmp_path))
    done = subprocess.run(
        ["sh", "-c", text.replace("/srv/clinic", str(tmp_path)), "clinic-manage", "restore", "a file"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split("|")[:-1] == [
        *("AGE-SECRET-KEY-1 WITH A BLANK", str(tmp_path)),
        *("-u", "clinic", "--", ".venv/bin/python", "manage.py", "restore", "a file"),
    ]


# Units


def test_units_have_no_fault(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed here")
    for program in ("python", "gunicorn"):
        (tmp_path / program).symlink_to("/bin/true")
    units = []
    for file in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer"), *DEPLOY.glob("*.target")]:
        units.append(tmp_path / file.name)
        units[-1].write_text(file.read_text().replace("/srv/clinic/.venv/bin", str(tmp_path)))
    assert len(units) == 6
    command = ["systemd-analyze", "verify", "--man=no", *units]
    verified = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.parametrize("service", SERVICES)
def test_services_run_what_exists(service):
    commands = values(service, "ExecStart")
    assert commands
    for command in commands:
        program, first, *rest = shlex.split(command)
        assert program.startswith("/srv/clinic/.venv/bin/")
        if first == "manage.py":
            assert rest[0] in get_commands()
        else:
            assert (ROOT / rest[0]).exists()


@pytest.mark.parametrize("service", SERVICES)
def test_services_may_write_to_the_sites_own_folders_only(service):
    may = {
        key: value
        for key, value in lines(DEPLOY / f"{service}.service")
        if key.startswith(("Protect", "Private", "NoNew"))
    }
    assert may == {
        "NoNewPrivileges": "yes", "PrivateTmp": "yes", "PrivateDevices": "yes", "ProtectSystem": "strict",
        "ProtectHome": "yes", "ProtectKernelTunables": "yes", "ProtectKernelModules": "yes", "ProtectKernelLogs": "yes",
        "ProtectControlGroups": "yes", "ProtectClock": "yes", "ProtectHostname": "yes",
    }  # fmt: skip
    assert values(service, "User") == ["clinic"]
    assert [f"/var/lib/{folder}" for folder in values(service, "StateDirectory")] == [example()["DATA_DIR"]]
    backups = [f"-{example()['BACKUP_DIR']}"] if service == "clinic-backup" else []
    assert values(service, "ReadWritePaths") == backups


def test_web_server_is_given_longer_to_stop_than_it_gives_its_requests():
    configuration = (ROOT / "clinic_site" / "gunicorn.conf.py").read_text()
    (graceful,) = re.findall(r"^graceful_timeout = (\d+)", configuration, re.MULTILINE)
    assert int(*values("clinic-web", "TimeoutStopSec")) > int(graceful)


# Fronts. tests/faults/test_front.py sees what they do.


@pytest.mark.parametrize(("name", "arguments"), [("nginx", ["-t"]), ("caddy", [])])
def test_fronts_have_no_fault(name, arguments, tmp_path):
    front = Front(name, tmp_path)
    command = ["validate" if part == "run" else part for part in front.command] + arguments
    checked = subprocess.run(command, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert checked.returncode == 0, checked.stderr
    assert [line for line in checked.stderr.splitlines() if "[warn]" in line and "http2" not in line] == []


TELLS_TOO_MUCH = (
    r"\$(?:request_uri|request\b|uri\b|args|query_string|is_args|remote_addr|remote_port|http_|cookie_|arg_)"
)


def test_log_of_nginx_contains_no_query_address_or_header():
    (told,) = re.findall(r"^log_format clinic (.*);$", (DEPLOY / "nginx.conf").read_text(), re.MULTILINE)
    assert re.findall(TELLS_TOO_MUCH, told) == []
    assert re.findall(TELLS_TOO_MUCH, "$request $args") == ["$request", "$args"]


def test_log_of_caddy_contains_no_query_address_or_header():
    text = (DEPLOY / "Caddyfile").read_text()
    fields = dict(re.findall(r"^\t{4}([\w>]+) (\w+)", text, re.MULTILINE))
    assert fields == {
        "request>uri": "regexp", "request>remote_ip": "ip_mask", "request>client_ip": "ip_mask",
        "request>remote_port": "delete", "request>headers": "delete", "request>tls": "delete",
        "resp_headers": "delete", "user_id": "delete",
    }  # fmt: skip
