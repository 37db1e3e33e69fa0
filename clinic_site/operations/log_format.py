"""The format of the log: one JSON object per event, on one line, without personal data."""

import json
import logging
import re
import sys
import time
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

# Characters that could end a line, hide it, or reverse its direction, and so forge another one.
_ESCAPED = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
ESCAPES = {code: chr(code).encode("unicode_escape").decode() for code in _ESCAPED}

TOKEN = re.compile(r"(/(?:consultation/+received|articles/+review)/+)[\w-]+")  # opens the page of a request or a draft
MOST_FRAMES = 100  # in a traceback, so that a line stays well below the 48 kB at which journald cuts it

_context = ContextVar("log_context", default=MappingProxyType({}))


@contextmanager
def log_context(**fields):
    """Adds fields like `request="9f…"` or `duty="purge"` to every line logged inside the context."""
    token = _context.set({**_context.get(), **fields})
    try:
        yield
    finally:
        _context.reset(token)


def name_command(name):
    """Adds the name of the command to every line that this process logs from now on."""
    _context.set({"command": name})


class PrivateFormatter(logging.Formatter):
    """Writes the type and the traceback of an exception, but not its message, which may quote what somebody typed.

    PostgreSQL's messages, for example, contain the values of the row that it refused. Characters that could end a line
    are escaped even inside JSON strings, so that nobody can forge a line (ASVS 16.4.1), not even in the text that a
    tool extracts. Of a record's extra attributes only `facts` are written.
    """

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record):
        event = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": TOKEN.sub(r"\1…", format_message(record)),
            **_context.get(),
            **getattr(record, "facts", {}),
        }
        if request_id := getattr(getattr(record, "request", None), "request_id", None):
            event["request"] = request_id  # Django logs most errors after the request's context has ended
        if record.exc_info and record.exc_info[1]:
            event["error"] = type_if_error(record.exc_info[1])
            event["places"] = shorten(list_frames(record.exc_info[1]))
        return json.dumps({name: make_safe(value) for name, value in event.items()})


def make_safe(value):
    if isinstance(value, list):
        return [make_safe(item) for item in value]
    if value is None or isinstance(value, int | float):
        return value
    return str(type_if_error(value)).translate(ESCAPES)


def format_message(record):
    """The record's message, with types instead of exceptions and names of views instead of addresses."""
    arguments = record.args
    if isinstance(arguments, tuple):
        arguments = tuple(type_if_error(value) for value in remove_path(arguments, record))
    elif isinstance(arguments, dict):
        arguments = {name: type_if_error(value) for name, value in arguments.items()}
    try:
        return str(type_if_error(record.msg)) % arguments if arguments else str(type_if_error(record.msg))
    except (KeyError, TypeError, ValueError):
        return str(record.msg)  # unformatted, since logging's own error would show the arguments


def remove_path(arguments, record):
    """In the arguments of Django's message about a failed request, replaces the path by the name of the view.

    Together with the network in the request's own line, the path would reveal a reader. The path of a page that was
    not found stays, since it shows which redirect is missing.
    """
    request = getattr(record, "request", None)
    if request is None or getattr(record, "status_code", None) == 404:
        return arguments
    return (*arguments[:-1], getattr(request, "view_name", None) or "…")  # the path is Django's last argument


def type_if_error(value):
    """The name of an exception's type; any other value as it is."""
    if isinstance(value, BaseException):
        return f"{type(value).__module__}.{type(value).__qualname__}"
    return value


def list_frames(error, seen=()):
    """The traceback of an error, after that of its cause, and before those of the errors in a group."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = []
    if earlier and earlier not in seen:
        lines = [*list_frames(earlier, (*seen, error)), "which led to:"]
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"{code.co_filename}:{line} in {code.co_qualname}")
    lines.append(type_if_error(error))
    for held in getattr(error, "exceptions", ()):
        if isinstance(held, BaseException):
            lines += ["which contains:", *list_frames(held, (*seen, error))]
    return lines


def shorten(lines):
    """The first and last of more than MOST_FRAMES lines, as of an endless recursion."""
    half = MOST_FRAMES // 2
    left_out = len(lines) - 2 * half
    return [*lines[:half], f"… {left_out} more …", *lines[-half:]] if left_out > 0 else lines


def log_uncaught(kind, error, trace):
    """For `sys.excepthook`: logs the error that ends a process; Python itself would print its message."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(__name__).critical(
            "The process stopped with an uncaught error", exc_info=(kind, error, trace)
        )
