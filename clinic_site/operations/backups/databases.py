"""Copies, restores and examines databases. psycopg is imported where PostgreSQL is used."""

import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager

from django.apps.registry import Apps
from django.db import connection, connections, models, transaction

from articles import pictures
from articles.models import Picture
from clinic_site.operations.backups import BackupError
from clinic_site.operations.startup import first_line

FILE_NAME = {"sqlite": "site.sqlite3", "postgresql": "database.dump"}
DISPLAY_NAME = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@contextmanager
def second_connection(alias, **changes):
    """Another connection to the site's database, known to the ORM as `alias`, with some settings changed."""
    second = connection.copy(alias)
    second.settings_dict.update(changes)
    connections[alias] = second
    try:
        yield alias
    finally:
        second.close()
        del connections[alias]


@contextmanager
def snapshot():
    """The alias of a connection that sees the database as it is at one moment, while others write to it."""
    if connection.vendor == "sqlite":
        mode = {"transaction_mode": "DEFERRED"}  # never asks for the write lock
    else:
        import psycopg

        mode = {"isolation_level": psycopg.IsolationLevel.REPEATABLE_READ}
    options = {**connection.settings_dict["OPTIONS"], **mode}
    with second_connection("snapshot", OPTIONS=options) as alias, transaction.atomic(using=alias):
        yield alias


def copy_to_file(alias, file):
    """Writes the database that `alias`, a snapshot, sees to a file."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(file)) as copy:
            connections[alias].connection.backup(copy)
    else:
        with connections[alias].cursor() as cursor:
            cursor.callproc("pg_export_snapshot")
            (name,) = cursor.fetchone()
        run_client("pg_dump", "--format=custom", f"--snapshot={name}", f"--file={file}")


def fill_from_file(file):
    """Fills the site's own, empty database in one step."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection.connection)
    else:
        restore_dump(file, connection.settings_dict["NAME"])


@contextmanager
def scratch_database(file):
    """The name of a database restored from a backup's file, dropped afterwards."""
    if connection.vendor == "sqlite":
        yield str(file)
        return
    name = f"{connection.settings_dict['NAME'][:40]}_restore_check"
    drop = ["--if-exists", "--force", name]
    run_client("dropdb", *drop)  # left by a killed run
    run_client("createdb", "--template=template0", "--encoding=UTF8", name)
    try:
        restore_dump(file, name)
        yield name
    finally:
        run_client("dropdb", *drop)


def restore_dump(file, name):
    run_client("pg_restore", "--single-transaction", "--no-owner", "--no-privileges", str(file), database=name)


def run_client(program, *arguments, database=None):
    """Runs a client program of PostgreSQL on the site's database, or on another one. Raises BackupError."""
    option = "--maintenance-db" if program in ("createdb", "dropdb") else "--dbname"
    address, password = address_and_password(database)
    connection.ensure_connection()
    info = connection.connection.info
    version = info.server_version // 10000
    install = f"Install the client programs of PostgreSQL {version} or newer, and put their folder first on PATH."
    try:
        result = subprocess.run(
            [program, f"{option}={address}", *arguments],
            env={**os.environ, "LC_ALL": "C", **password},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise BackupError(f"{program} is missing. {install}") from None
    if "server version mismatch" in result.stderr or "unsupported version" in result.stderr:
        raise BackupError(f"{program} is older than the database. {install}")
    if "permission denied to create database" in result.stderr:
        raise BackupError(
            f"The role {info.user} may not create the database into which a backup is restored for verification. "
            f"As a superuser, run: ALTER ROLE {info.user} CREATEDB"
        )
    if result.returncode:
        reason = first_line(result.stderr) if result.stderr.strip() else f"exit code {result.returncode}"
        raise BackupError(f"{program} failed ({reason}).")


def address_and_password(database=None):
    """Connection parameters of the site's database, or of another one on its server, without and with the secret.

    Only what DATABASE_URL says: older client programs do not know every parameter that psycopg adds.
    """
    import psycopg

    known = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}
    given = {name: value for name, value in connection.get_connection_params().items() if name in known}
    password = given.pop("password", None)
    if database:
        given["dbname"] = database
    return psycopg.conninfo.make_conninfo(**given), {"PGPASSWORD": password} if password else {}


def count_rows(alias):
    names = connections[alias].introspection.table_names()
    return {name: table_model(name).objects.using(alias).count() for name in names}


def table_model(name, **fields):
    """A model of any table, including those of other apps and of other versions of the site."""
    meta = type("Meta", (), {"apps": Apps(), "app_label": "backups", "db_table": name, "managed": False})
    return type("Table", (models.Model,), {"Meta": meta, "__module__": __name__, **fields})


def picture_files(alias):
    """The names of all files that the pictures in the database need."""
    return {
        pictures.file_name(content_hash, each)
        for content_hash, width in Picture.objects.using(alias).values_list("content_hash", "width")
        for each in pictures.widths_up_to(width)
    }
