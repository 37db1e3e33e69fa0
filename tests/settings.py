"""The site's settings for tests: those of a demo in a temporary folder, independent of the developer's environment."""

import os
import re
import tempfile
from pathlib import Path

from tests.folder import FOLDER

for name in re.findall(r"`([A-Z_]+)`", (Path(__file__).parent.parent / "docs" / "install-and-operate.md").read_text()):
    os.environ.pop(name, None)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="data-", dir=FOLDER)
os.mkdir(os.path.join(os.environ["DATA_DIR"], "static"))
os.environ["SITE_URL"] = "http://testserver"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["STAFF_EMAILS"] = "front-desk@clinic.example, manager@clinic.example"

if os.environ.get("TEST_DATABASE") == "postgresql":
    from tests.postgresql import database_url

    os.environ["DATABASE_URL"] = database_url()

# Only here: they are read from the environment as it is by now. All of them, as Django's settings are extended.
from clinic_site.settings import *  # noqa: E402, F403
from clinic_site.settings import STORAGES  # noqa: E402

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; nothing is protected here
