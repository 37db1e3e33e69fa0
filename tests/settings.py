"""The site's settings for tests: those of a demo, in a folder of its own, whatever the developer's environment says."""

import os
import tempfile

for name in [
    "ALLOWED_HOSTS", "BIND", "DATABASE_URL", "DEFAULT_FROM_EMAIL", "DJANGO_SECRET_KEY", "EMAIL_HOST",
    "FIELD_ENCRYPTION_KEYS", "LOOKUP_HASH_KEY", "PORT", "SITE_URL", "STAFF_EMAILS", "TRUSTED_PROXIES",
]:  # fmt: skip
    os.environ.pop(name, None)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="clinic-tests-")
os.mkdir(os.path.join(os.environ["DATA_DIR"], "static"))
os.environ["SITE_URL"] = "http://testserver"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["STAFF_EMAILS"] = "front-desk@clinic.example, manager@clinic.example"

if os.environ.get("TEST_DATABASE") == "postgresql":
    from tests.postgresql import database_url

    os.environ["DATABASE_URL"] = database_url()

from clinic_site.settings import *  # noqa: E402, F403
from clinic_site.settings import STORAGES  # noqa: E402

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; nothing is protected here
