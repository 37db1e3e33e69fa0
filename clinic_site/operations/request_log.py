"""Gives each request an id, and writes a line about those that changed something, failed or were slow."""

import logging
import re
import secrets
from contextvars import copy_context
from http import HTTPMethod
from time import perf_counter

from django.http import FileResponse

from clinic_site.http.client_address import comes_from_a_proxy, truncated_address
from clinic_site.operations import slow_queries
from clinic_site.operations.log_format import because_of

ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
READING = ("GET", "HEAD", "OPTIONS", "TRACE")  # "safe" methods, RFC 9110, 9.2.1
SLOW = 1  # seconds

logger = logging.getLogger(__name__)


class RequestLogMiddleware:
    """The outermost: whatever is logged while a request is answered names its `request_id`.

    `view_name` is that of the view that was asked for, which is the same for every page of a kind; None when a
    middleware answered before there was one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = perf_counter()
        request.request_id, request.view_name = id_of(request), None
        with because_of(request=request.request_id), slow_queries.counted() as count:
            response = self.get_response(request)
            if is_kept_by_nobody(response):
                response.headers["X-Request-ID"] = request.request_id

            def tell():
                write_line(request, response, perf_counter() - started, count)

            if response.streaming and not isinstance(response, FileResponse):  # a file, gunicorn sends by itself
                response.streaming_content = piece_by_piece(response.streaming_content, copy_context(), tell)
            else:
                tell()
        return response

    def process_view(self, request, *args):
        request.view_name = request.resolver_match.view_name  # error pages forget it


def id_of(request):
    """The id that the server in front gave the request, so that its log and this one fit; otherwise a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if ID.fullmatch(given) and comes_from_a_proxy(request) else secrets.token_hex(8)


def is_kept_by_nobody(response):
    """Whether no cache hands this answer to other readers, to whom its id would mean nothing."""
    return response.status_code >= 400 or "no-store" in response.headers.get("Cache-Control", "")


def piece_by_piece(pieces, context, finally_do):
    """The same pieces of an answer, each made in the context of its request: they are made when the views are done."""
    pieces, end = iter(pieces), object()
    try:
        while (piece := context.run(next, pieces, end)) is not end:
            yield piece
    finally:
        context.run(finally_do)


def write_line(request, response, seconds, count):
    is_slow, has_failed = seconds >= SLOW, response.status_code >= 500
    if request.method in READING and not is_slow and not has_failed:
        return
    facts = {
        "method": request.method if request.method in HTTPMethod.__members__ else "another",
        "view": request.view_name,
        "status": response.status_code,
        "milliseconds": round(seconds * 1000),
        "queries": count.queries,
        "query_milliseconds": round(count.seconds * 1000),
        "network": truncated_address(request),
    }
    level = logging.ERROR if has_failed else logging.WARNING if is_slow else logging.INFO
    logger.log(level, "A request", extra={"facts": facts})
