"""A temporary folder that all processes of a test run share. The first of them makes it and removes it at its end."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "TESTS_FOLDER" not in os.environ:
    os.environ["TESTS_FOLDER"] = tempfile.mkdtemp(prefix="clinic-tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_FOLDER"], ignore_errors=True)
FOLDER = Path(os.environ["TESTS_FOLDER"])
