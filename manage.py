#!/usr/bin/env python3
"""Django's command line for this site."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from clinic_site.operations.log_format import name_command


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")
    name_command("".join(sys.argv[1:2]))
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"The site cannot start: {problem}")


if __name__ == "__main__":
    main()
