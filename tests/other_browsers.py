"""Finds Firefox, WebKitGTK and lynx; `python -m tests.other_browsers` installs what is missing of them.

Only `make test-all` needs them: patients have Firefox, iPhones have WebKit, and a text browser shows what is left of a
page without styles.
"""

import glob
import os
import shutil
import subprocess
import sys

# The smallest browser around WebKitGTK, which comes with it: on Debian, Fedora and Arch.
MINI_BROWSER = ["/usr/lib*/*/webkit2gtk-4*/MiniBrowser", "/usr/lib*/webkit2gtk-4*/MiniBrowser"]
PACKAGE_OF_MINI_BROWSER = "webkit2gtk-driver"  # brings the library, and so the browser
# Debian's package of each program.
PROGRAMS = {
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",  # a screen for WebKitGTK, which cannot do without one
    "lynx": "lynx",
    "java": "default-jre-headless",  # for the Nu HTML checker, as the next one
    "npx": "npm",
}


def find(program):
    """Its path; None if it is not installed. A plain Firefox stands in for the one with extended support."""
    return shutil.which(program) or (shutil.which("firefox") if program == "firefox-esr" else None)


def find_mini_browser(root=""):
    return max((path for pattern in MINI_BROWSER for path in glob.glob(f"{root}{pattern}")), default=None)


def find_missing_packages():
    missing = [package for program, package in PROGRAMS.items() if not find(program)]
    return missing if find_mini_browser() else list(dict.fromkeys([*missing, PACKAGE_OF_MINI_BROWSER]))


def main():
    missing = find_missing_packages()
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", *missing]):
            print("Browsers are missing. Running:", *command, flush=True)
            subprocess.run(command, check=False)
        missing = find_missing_packages()
    if missing:
        sys.exit(f"These tests need more browsers. Install them, on Debian with: apt-get install {' '.join(missing)}")


if __name__ == "__main__":
    main()
