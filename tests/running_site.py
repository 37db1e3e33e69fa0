"""The whole site as `make run` starts it: gunicorn and the worker, in processes of their own."""

import fcntl
import os
import re
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from tests import clock
from tests.folder import FOLDER
from tests.postgresql import client_programs, create_database
from tests.smtp import MailServer, free_port

ROOT = Path(__file__).resolve().parent.parent
START = 180  # seconds that a start may take on a machine that many tests share


class RunningSite:
    """A demo on a free port, with a folder and a database of its own and a mail server beside it.

    Unless it is to begin `empty`, its data are those of a demo that was started before; with a secret key of its own it
    is a real site and begins empty.
    """

    def __init__(self, folder, *, database="sqlite", empty=False, own_terminal=False, root=ROOT, **environment):
        self.own_terminal = own_terminal
        self.root = Path(root)  # where the code is: another folder for another version of it
        own_python = self.root / ".venv" / "bin" / "python"
        self.python = sys.executable if self.root == ROOT or not own_python.exists() else str(own_python)
        self.folder = Path(folder)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.mail_server = MailServer()
        self.environment = {
            "PATH": os.environ["PATH"],
            **clock.ENVIRONMENT,
            "DATA_DIR": str(self.folder / "data"),
            "PORT": str(self.port),
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.mail_server.port),
            "STAFF_EMAILS": "front-desk@clinic.example,manager@clinic.example",
            "MAIL_RETRY_SECONDS": "1",
            "RATE_LIMIT_PER_CLIENT": "1000000",  # all of a test's patients come from one address
            "RATE_LIMIT_OVERALL": "1000000",
            **environment,
        }
        self.original = None if empty or "DJANGO_SECRET_KEY" in environment else started_before(database)
        self.database_name = f"clinic_{secrets.token_hex(6)}"
        if database == "postgresql":
            copied = {"copy_of": (self.original / "database").read_text()} if self.original else {}
            self.environment["DATABASE_URL"] = create_database(self.database_name, **copied)
            self.environment["PATH"] = f"{client_programs()}:{self.environment['PATH']}"
        self.process = None

    @property
    def log(self):
        return (self.folder / "log.txt").read_text()

    @property
    def staff(self):
        """(user name, password) of the account that the first start printed."""
        log = (self.original / "log.txt").read_text() if self.original else self.log
        return re.search(r"user (\S+), password (\S+)", log).groups()

    def put_in_data_dir(self, name, folder):
        """Makes a folder of DATA_DIR one that other sites use too."""
        data = Path(self.environment["DATA_DIR"])
        data.mkdir(parents=True, exist_ok=True)
        if not (data / name).exists():
            (data / name).symlink_to(folder)

    def start(self):
        if self.original and not (self.folder / "data").exists():
            shutil.copytree(self.original / "data", self.folder / "data", symlinks=True)
        self.put_in_data_dir("static", static_files(self.root))
        with (self.folder / "log.txt").open("a") as log:
            self.process = subprocess.Popen(
                [self.python, "manage.py", "serve"],
                cwd=self.root,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=self.own_terminal,
            )
        try:
            wait_until(self.answers, seconds=START, what=lambda: f"a start; it said: {self.log}")
        except AssertionError:
            self.stop()
            raise

    def stop(self, how=signal.SIGINT):
        """As Ctrl-C does it. Returns the exit code."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait(timeout=40)
        self.process = None
        return code

    def answers(self):
        if self.process.poll() is not None:
            raise AssertionError(f"The site did not start; it said: {self.log}")
        try:
            with urlopen(f"{self.url}/healthz", timeout=5) as response:
                return response.status == 200
        except (URLError, ConnectionError, TimeoutError):
            return False

    def query(self, sql, *parameters):
        """Runs SQL on the site's database, bypassing the site, and returns all rows. `?` stands for a parameter."""
        if url := self.environment.get("DATABASE_URL"):
            with psycopg.connect(url) as connection:
                cursor = connection.execute(sql.replace("?", "%s"), parameters)
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(Path(self.environment["DATA_DIR"]) / "site.sqlite3")) as connection, connection:
            return connection.execute(sql, parameters).fetchall()

    def manage(self, *arguments):
        """Runs a command of manage.py on this site's data. Returns the finished process."""
        return subprocess.run(
            [self.python, "manage.py", *arguments],
            cwd=self.root, env=self.environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip


@cache
def static_files(root):
    """The folder of collected static files, shared by all sites and all test runs, since collecting is slow."""
    folder = root / "var" / "tests" / "static"
    folder.mkdir(parents=True, exist_ok=True)
    with one_process_at_a_time(folder):
        site = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder.parent)}
        program = "from clinic_site.management.commands.serve import collect_static_files as collect; collect()"
        subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", program], cwd=root, env=site, check=True
        )
    return folder


@cache
def started_before(database):
    """The folder of a demo that was started once and stopped. Its file "database" holds its database's name."""
    folder = FOLDER / f"started-on-{database}"
    folder.mkdir(exist_ok=True)
    with one_process_at_a_time(folder):
        if not (folder / "database").exists():
            site = RunningSite(folder, database=database, empty=True)
            site.start()
            site.stop()
            (folder / "database").write_text(site.database_name)
    return folder


@contextmanager
def one_process_at_a_time(folder):
    """Others that do the same in this folder wait."""
    with (folder.parent / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def wait_until(condition, *, seconds, what):
    """Waits until `condition()` is true and returns its value. Fails with the name in `what`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.1)
    raise AssertionError(f"Waited {seconds} seconds for {what() if callable(what) else what}")
