import atexit
import os
import shutil
import tempfile
from pathlib import Path

WHOLE = bool(os.environ.get("WHOLE"))  # set by `make test-all`; `make test` runs the short form


def folder_of_this_run():
    """A temporary folder that all processes of a test run share; the first of them removes it at its end."""
    if "TESTS_FOLDER" not in os.environ:
        os.environ["TESTS_FOLDER"] = tempfile.mkdtemp(prefix="clinic-tests-")
        atexit.register(shutil.rmtree, os.environ["TESTS_FOLDER"], ignore_errors=True)
    return Path(os.environ["TESTS_FOLDER"])


FOLDER = folder_of_this_run()
