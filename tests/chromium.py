"""Finds the Chromium that the browser tests drive; `python -m tests.chromium` installs one where there is none."""

import glob
import os
import shutil
import subprocess
import sys

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
DOWNLOADED = "~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome"


def find():
    """The path of a Chromium on this machine; None if there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next(iter(sorted(glob.glob(os.path.expanduser(DOWNLOADED)), reverse=True)), None)


def install():
    """Tries the system's package manager, then Playwright's own installer."""
    attempts = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts.append(["apt-get update -q && apt-get install -y -q --no-install-recommends chromium"])
    attempts.append([f"{sys.executable} -m playwright install chromium"])
    for (command,) in attempts:
        print(f"No Chromium found. Running: {command}", flush=True)
        subprocess.run(command, shell=True, check=False)
        if find():
            return


def main():
    if not find():
        install()
    if not find():
        sys.exit("The browser tests need Chromium. Install it, on Debian with: apt-get install chromium")
    print(f"The browser tests use {find()}")


if __name__ == "__main__":
    main()
