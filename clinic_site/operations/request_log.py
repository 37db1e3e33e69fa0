"""Gives each request an id, and logs those that changed something, failed or were slow."""

import logging
import re
import secrets
from contextvars import copy_context
from http import HTTPMethod
from time import perf_counter

from django.http import FileResponse

from clinic_site.http.client_address import comes_from_a_proxy, truncated_address
from clinic_site.operations import slow_queries
from clinic_site.operations.log_format import log_context

ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")  # RFC 9110, 9.2.1
SLOW = 1  # seconds

logger = logging.getLogger(__name__)


class RequestLogMiddleware:
    """The outermost middleware, so that every line logged during a request names its `request_id`.

    `view_name` is the same for every page of a kind; None when a middleware answered before a view was found.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = perf_counter()
        request.request_id, request.view_name = choose_id(request), None
        with log_context(request=request.request_id), slow_queries.count_queries() as count:
            response = self.get_response(request)
            if is_uncacheable(response):
                response.headers["X-Request-ID"] = request.request_id

            def log():
                log_request(request, response, perf_counter() - started, count)

            if response.streaming and not isinstance(response, FileResponse):  # gunicorn sends files itself
                response.streaming_content = iterate_in_context(response.streaming_content, copy_context(), log)
            else:
                log()
        return response

    def process_view(self, request, *args):
        request.view_name = request.resolver_match.view_name  # lost on error pages


def choose_id(request):
    """The id that the proxy gave the request, so that both logs have the same; otherwise a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if ID.fullmatch(given) and comes_from_a_proxy(request) else secrets.token_hex(8)


def is_uncacheable(response):
    """Whether no cache can give this answer to another reader, for whom the id would be wrong."""
    return response.status_code >= 400 or "no-store" in response.headers.get("Cache-Control", "")


def iterate_in_context(pieces, context, at_end):
    """Yields the pieces of a streamed answer, each made in the context of its request after the view has returned."""
    pieces, end = iter(pieces), object()
    try:
        while (piece := context.run(next, pieces, end)) is not end:
            yield piece
    finally:
        context.run(at_end)


def log_request(request, response, seconds, count):
    is_slow, has_failed = seconds >= SLOW, response.status_code >= 500
    if request.method in SAFE_METHODS and not is_slow and not has_failed:
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
