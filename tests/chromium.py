"""Finds the Chromium that the browser tests drive; `python -m tests.chromium` installs one where there is none."""

import glob
import os
import shutil
import subprocess
import sys

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
DOWNLOADED = "~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome"


def find():
    """The path of a Chromium that starts on this machine; None if there is none."""
    candidates = [shutil.which(name) for name in NAMES]
    candidates += sorted(glob.glob(os.path.expanduser(DOWNLOADED)), reverse=True)
    return next((path for path in candidates if path and starts(path)), None)


def starts(path):
    """Whether it is a browser, not a stub that tells how to install one."""
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def install():
    """Tries the system's package manager, then Playwright's own installer, until there is a Chromium."""
    attempts = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts.append(["apt-get", "update", "-q"])
        attempts.append(["apt-get", "install", "-y", "-q", "chromium"])
    attempts.append([sys.executable, "-m", "playwright", "install", "chromium"])
    for command in attempts:
        if not find():
            print("No Chromium found. Running:", *command, flush=True)
            subprocess.run(command, check=False)


def main():
    if not find():
        install()
    if not find():
        sys.exit("The browser tests need Chromium. Install it, on Debian with: apt-get install chromium")
    print(f"The browser tests use {find()}")


if __name__ == "__main__":
    main()
