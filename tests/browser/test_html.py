"""What the W3C's own Nu HTML Checker says of every public page."""

import json
import os
import subprocess

import pytest

from tests.browser.pages import PREFIXES

CHECKER = "vnu-jar@26.9.27"  # from the npm registry

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
def test_nu_html_checker_finds_nothing(new_page, public_pages, tmp_path):
    page, pages = new_page(java_script_enabled=False), []
    page.on("response", lambda response: pages.append(response) if response.request.is_navigation_request() else None)
    for prefix in PREFIXES:
        for name in public_pages.visit(page, prefix):
            file = tmp_path / f"{prefix.strip('/') or 'en'} {name}.html"
            file.write_bytes(pages[-1].body())
    assert len(list(tmp_path.iterdir())) > 50
    assert check(tmp_path) == []


def test_nu_html_checker_finds_a_mistake(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=en><title>Wrong</title><p role=none><img src=x>")
    assert len(check(tmp_path)) > 0


def check(folder):
    """[(file, line, message)]; nothing is fetched but the checker itself."""
    ended = subprocess.run(
        ["npx", "--yes", CHECKER, "--format", "json", "--exit-zero-always", str(folder)],
        env={**os.environ, "npm_config_ignore_scripts": "true"},  # its script would download a Java
        capture_output=True,
        check=True,
        timeout=300,
    )
    messages = json.loads(ended.stderr or ended.stdout)["messages"]
    return [(message["url"].rpartition("/")[2], message.get("lastLine"), message["message"]) for message in messages]
