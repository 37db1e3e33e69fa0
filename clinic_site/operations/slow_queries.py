"""Counts and times the database queries of each request, and logs slow ones."""

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
def count_queries():
    """Gives a Count of the queries made inside the context."""
    count = Count()
    token = _count.set(count)
    try:
        yield count
    finally:
        _count.reset(token)


def measure_all_connections():
    connection_created.connect(measure_connection)


def measure_connection(connection, **kwargs):
    """Adds the wrapper once: Django opens the same connection object again and again, and its wrappers stay."""
    if measure_query not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, measure_query)


def measure_query(run_query, sql, params, many, context):
    """Counts a query, and logs it when it takes SLOW_QUERY_MS or longer. Costs half a microsecond.

    Measures until the database has answered; on SQLite, until it has found the first row. The log gets the query's
    text, in which placeholders stand for all values, and never the values.
    """
    started = perf_counter()
    try:
        return run_query(sql, params, many, context)
    finally:
        seconds = perf_counter() - started
        if (count := _count.get()) is not None:
            count.queries += 1
            count.seconds += seconds
        if seconds * 1000 >= settings.SLOW_QUERY_MS:
            facts = {"milliseconds": round(seconds * 1000), "sql": shorten(sql)}
            logger.warning("A slow query", extra={"facts": facts})


def shorten(sql):
    text = " ".join(str(sql).split())
    return text if len(text) <= LONGEST_SQL else f"{text[:LONGEST_SQL]}…"
