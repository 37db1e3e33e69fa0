"""Finds the Chromium that the tests drive; `python -m tests.chromium` installs one where there is none."""

import glob
import os
import shutil
import subprocess
import sys
from typing import NamedTuple

from tests import WHOLE
from tests.clock import environment_without_clock


class Chromium(NamedTuple):
    names: list
    downloaded: str  # where Playwright puts its own
    package: str  # of Debian
    playwright: list  # arguments of Playwright's installer

    def find(self):
        """The path of one that starts on this machine; None if there is none."""
        candidates = [shutil.which(name) for name in self.names]
        candidates += sorted(glob.glob(os.path.expanduser(f"~/.cache/ms-playwright/{self.downloaded}")), reverse=True)
        return next((path for path in candidates if path and starts(path)), None)

    def install(self):
        """Tries the system's package manager, then Playwright's own installer, until there is one."""
        attempts = []
        if shutil.which("apt-get") and os.geteuid() == 0:
            attempts.append(["apt-get", "update", "-q"])
            attempts.append(["apt-get", "install", "-y", "-q", self.package])
        attempts.append([sys.executable, "-m", "playwright", "install", *self.playwright])
        for command in attempts:
            if not self.find():
                print("No Chromium found. Running:", *command, flush=True)
                subprocess.run(command, check=False)


# A full browser as patients use it, for `make test-all`.
BROWSER = Chromium(
    names=["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    downloaded="chromium-*/chrome-linux*/chrome",
    package="chromium",
    playwright=["chromium"],
)
# The same engine without a browser's own windows, which opens a page with half the work: for `make test`, Lighthouse.
SHELL = Chromium(
    names=["chromium-headless-shell", "chrome-headless-shell"],
    downloaded="chromium_headless_shell-*/chrome-*/*headless*shell",
    package="chromium-headless-shell",
    playwright=["--only-shell", "chromium"],
)


def starts(path):
    """Whether it is a browser, not a stub that explains how to install one."""
    command = [path, "--version"]
    return subprocess.run(command, env=environment_without_clock(), capture_output=True, check=False).returncode == 0


def find_for_tests():
    return BROWSER.find() if WHOLE else SHELL.find() or BROWSER.find()


def main():
    wanted = BROWSER if WHOLE else SHELL
    if not wanted.find():
        wanted.install()
    if not find_for_tests():
        sys.exit(f"This needs Chromium. Install it, on Debian with: apt-get install {wanted.package}")
    print(f"Using {find_for_tests()}")


if __name__ == "__main__":
    main()
