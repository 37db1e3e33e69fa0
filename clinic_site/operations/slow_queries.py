"""What the database is asked: how often and for how long during a request, and which queries are slow."""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import perf_counter

from django.conf import settings
from django.db.backends.signals import connection_created

LONGEST_SQL = 1000  # characters

_count = ContextVar("count", default=None)

logger = logging.getLogger(__name__)


@dataclass
class Count:
    queries: int = 0
    seconds: float = 0


@contextmanager
def counted():
    """A Count of the queries that are made meanwhile."""
    count = Count()
    token = _count.set(count)
    try:
        yield count
    finally:
        _count.reset(token)


def listen():
    connection_created.connect(watch_connection)


def watch_connection(connection, **kwargs):
    """The same connection object is opened again and again, and keeps what wraps its queries."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, watch)


def watch(ask, sql, params, many, context):
    """Counts a query, and logs it when it takes SLOW_QUERY_MS or longer. It costs half a microsecond.

    The time is that until the database has answered, on SQLite until it has found the first row. Of the query its text
    is told, in which placeholders stand for all values, and never the values.
    """
    started = perf_counter()
    try:
        return ask(sql, params, many, context)
    finally:
        seconds = perf_counter() - started
        if (count := _count.get()) is not None:
            count.queries += 1
            count.seconds += seconds
        if seconds * 1000 >= settings.SLOW_QUERY_MS:
            facts = {"milliseconds": round(seconds * 1000), "sql": shortened(sql)}
            logger.warning("A slow query", extra={"facts": facts})


def shortened(sql):
    text = " ".join(str(sql).split())
    return text if len(text) <= LONGEST_SQL else f"{text[:LONGEST_SQL]}…"
