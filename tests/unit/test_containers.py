"""The Dockerfile and compose.yaml: they do what the services of docs/deploy/ do, in the same way."""

import re

from tests.running_site import ROOT

DEPLOY = ROOT / "docs" / "deploy"
CONTAINERS = (ROOT / "Dockerfile").read_text() + (ROOT / "compose.yaml").read_text()


def test_containers_run_the_commands_of_the_services():
    commands = re.findall(r"^ExecStart=/srv/clinic/(.*)$", "".join(file.read_text() for file in DEPLOY.iterdir()), re.M)
    assert len(commands) == 6
    words = re.sub(r'[\[\]",]', "", CONTAINERS)
    assert [command for command in commands if command.removesuffix(" --verbosity 0") not in words] == []


def test_containers_set_documented_settings_only():
    documented = (ROOT / "docs" / "install-and-operate.md").read_text()
    names = re.findall(r"^    ([A-Z_]+):", CONTAINERS, re.M) + re.findall(r"\b([A-Z_]+)=\S", CONTAINERS)
    names = set(names) - {"PYTHONDONTWRITEBYTECODE"}
    assert "DATABASE_URL" in names
    assert [name for name in names if f"`{name}`" not in documented] == []


def test_image_contains_what_the_site_runs_from():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    kept = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    packages = {file.parent.name for file in ROOT.glob("*/__init__.py")} - {"tests"}
    assert kept == {"Makefile", "manage.py", "requirements.lock", "static", "templates", *packages}
