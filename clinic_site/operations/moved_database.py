"""Notices that SQLite's file was moved or replaced while the site runs: a connection stays with the file it opened.

Otherwise requests would go on into a file that is no longer the site's, and a process that opened an empty new file
while the database was down would show errors until somebody restarts it.
"""

import os

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


def watch_all_connections() -> None:
    connection_created.connect(remember_file)
    request_started.connect(close_connections_to_moved_files)


def remember_file(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    if connection.vendor == "sqlite":
        connection.opened_file = present_file(connection)


def close_connections_to_moved_files(**kwargs: object) -> None:
    """Closes those of this thread; they are opened again when they are needed."""
    for connection in connections.all(initialized_only=True):
        close_if_file_was_moved(connection)


def close_if_file_was_moved(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor != "sqlite" or connection.connection is None or connection.in_atomic_block:
        return
    if connection.opened_file != present_file(connection):
        connection.close()


def present_file(connection):
    """(device, inode) of the file now at the database's path; None if there is none, as for a database in memory."""
    try:
        found = os.stat(connection.settings_dict["NAME"])
    except OSError:
        return None
    return found.st_dev, found.st_ino
