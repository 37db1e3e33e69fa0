"""Saves a database as an older version of the site leaves it, to see that this version takes it over.

    python -m tests.older_databases.make COMMIT NAME

starts the site of that commit with the packages of today, lets patients and staff do what `made.py` says, and writes
NAME.sqlite.sql and NAME.postgresql.sql beside this file. Do so for a version before the next changes its tables.
"""

import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests import postgresql
from tests.older_databases.made import HANDLED, KEYS, LATER, PATIENTS, PHONE, STAFF, SUSPECT
from tests.pages import Page
from tests.running_site import ROOT, RunningSite, wait_until

HERE = Path(__file__).parent
SET_PASSWORD = """
from django.contrib.auth import get_user_model
account = get_user_model().objects.get(username={0!r})
account.set_password({1!r})
account.save()
"""


class Browser:
    """Keeps cookies, and sends forms with what already stands in them."""

    def __init__(self, site):
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, address, data=None):
        headers = {"Origin": self.site.url} if data else {}
        with self.opener.open(Request(self.site.url + address, data, headers)) as response:
            return Page(SimpleNamespace(content=response.read()))

    def send(self, address, form, **answers):
        """Returns the page that follows. What is empty is left out."""
        shown = self.get(address)
        fields = {name: value for name, value in {**shown.fields(form), **answers}.items() if value}
        return self.get(urljoin(address, shown.one(form).get("action")), urlencode(fields).encode())


def live(site):
    """A day in the life of the site, up to a mail server that is away."""
    visitor, staff = Browser(site), Browser(site)
    site.mail_server.refused.add("gone@clinic.example")
    site.mail_server.start()
    for language, answers in PATIENTS.items():
        ask(visitor, "" if language == "en" else f"/{language}", answers)
    ask(visitor, "", SUSPECT)
    sent = len(PATIENTS) + 1
    wait_until(lambda: len(site.mail_server.mails) == sent, seconds=60, what="the mails to be taken")
    wait_until(lambda: unsent_and_tried(site) == sent, seconds=60, what="the mails that are refused")
    site.mail_server.stop()
    ask(visitor, "", LATER)

    site.manage("shell", "-c", SET_PASSWORD.format(*STAFF)).check_returncode()
    staff.send("/admin/login/?next=/admin/", "#login-form", username=STAFF[0], password=STAFF[1])
    for pk, answers in enumerate(PATIENTS.values(), start=1):
        if changes := HANDLED.get(answers["full_name"]):
            address = f"/admin/consultations/consultationrequest/{pk}/change/"
            staff.send(address, "#consultationrequest_form", _save="Save", **changes)
    staff.send("/admin/clinic_site/clinic/1/change/", "#clinic_form", _save="Save", phone=PHONE)
    wait_until(lambda: unsent_and_tried(site) == sent + 2, seconds=60, what="the mails that wait")


def ask(visitor, prefix, answers):
    shown = visitor.send(f"{prefix}/consultation/", "form[method=post]", consent="on", **answers)
    assert "/received/" in str(shown.soup) or shown.soup.select(".reference"), shown.soup.get_text()


def unsent_and_tried(site):
    ((count,),) = site.query(
        "SELECT count(*) FROM consultations_outgoingmail WHERE sent_at IS NULL AND last_error <> ''"
    )
    return count


def dump(site):
    if "DATABASE_URL" not in site.environment:
        with closing(sqlite3.connect(Path(site.environment["DATA_DIR"]) / "site.sqlite3")) as connection:
            return "\n".join(connection.iterdump())
    return re.sub(r"^\\(un)?restrict .*\n", "", postgresql.dump(site.environment["DATABASE_URL"]), flags=re.MULTILINE)


def main():
    commit, name = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="clinic-older-") as folder:
        code = Path(folder) / "code"
        git = ["git", "-C", ROOT, "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", code, commit], check=True)
        try:
            for database in ("sqlite", "postgresql"):
                site = RunningSite(Path(folder) / database, database=database, empty=True, root=code, **KEYS)
                site.environment["STAFF_EMAILS"] = "front-desk@clinic.example,gone@clinic.example"
                site.start()
                try:
                    live(site)
                finally:
                    site.stop()
                    site.mail_server.stop()
                made = f"-- Made by: python -m tests.older_databases.make {commit} {name}\n"
                (HERE / f"{name}.{database}.sql").write_text(made + dump(site))
        finally:
            subprocess.run([*git, "remove", "--force", code], check=True)


if __name__ == "__main__":
    main()
