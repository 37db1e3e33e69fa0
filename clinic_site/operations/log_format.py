"""How the site writes its log: one JSON object on a line for each event, and no word of a patient."""

import json
import logging
import re
import sys
import time
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

# What could end a line, hide it, or turn its direction, so that it reads as another one.
_ESCAPED = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
ESCAPES = {code: chr(code).encode("unicode_escape").decode() for code in _ESCAPED}

TOKEN = re.compile(r"(/consultation/+received/+)[\w-]+")  # opens the thank-you page of a request
MOST_PLACES = 100  # of an exception, so that a line stays well below the 48 kB at which journald cuts it

_cause = ContextVar("cause", default=MappingProxyType({}))


@contextmanager
def because_of(**cause):
    """Every line that is written meanwhile names its cause, like `request="9f…"` or `duty="purge"`."""
    token = _cause.set({**_cause.get(), **cause})
    try:
        yield
    finally:
        _cause.reset(token)


def name_command(name):
    """Every line that this process writes from now on names the command that it runs."""
    _cause.set({"command": name})


class PrivateFormatter(logging.Formatter):
    """Writes of an exception its type and the places it passed, not its message.

    A message may quote what somebody typed: PostgreSQL's name the values of the row that it refused. Characters that
    could end a line are escaped before they become JSON, so that nobody forges one (ASVS 16.4.1), not even for whoever
    reads the text that a tool took out of it. Of what is hung on a record only its `facts` are written.
    """

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record):
        event = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": TOKEN.sub(r"\1…", message_of(record)),
            **_cause.get(),
            **getattr(record, "facts", {}),
        }
        if request_id := getattr(getattr(record, "request", None), "request_id", None):
            event["request"] = request_id  # Django logs most errors when the request's own lines are all written
        if record.exc_info and record.exc_info[1]:
            event["error"] = type_of(record.exc_info[1])
            event["places"] = shortened(places(record.exc_info[1]))
        return json.dumps({name: written(value) for name, value in event.items()})


def written(value):
    if isinstance(value, list):
        return [written(item) for item in value]
    return value if value is None or isinstance(value, int | float) else escape(str(type_of(value)))


def message_of(record):
    """The record's message, in which an exception is its type, and a page that was found the name of its view."""
    arguments = record.args
    if isinstance(arguments, tuple):
        arguments = tuple(type_of(value) for value in without_path(arguments, record))
    elif isinstance(arguments, dict):
        arguments = {name: type_of(value) for name, value in arguments.items()}
    try:
        return str(type_of(record.msg)) % arguments if arguments else str(type_of(record.msg))
    except (KeyError, TypeError, ValueError):
        return str(record.msg)  # its blanks stay unfilled; logging's own complaint would show what was to fill them


def without_path(arguments, record):
    """The arguments of Django's line about a request that failed, with the name of the view instead of the path.

    The request's own line names the network that it came from, and who read what is nobody's business. The path of what
    was not found stays: it is no page, and tells which redirect is missing.
    """
    request = getattr(record, "request", None)
    if request is None or getattr(record, "status_code", None) == 404:
        return arguments
    return (*arguments[:-1], getattr(request, "view_name", None) or "…")  # Django's lines end with the path


def type_of(value):
    """A value to log as it is; of an exception, the name of its type."""
    if isinstance(value, BaseException):
        return f"{type(value).__module__}.{type(value).__qualname__}"
    return value


def escape(text):
    return text.translate(ESCAPES)


def places(error, seen=()):
    """The lines that tell of `error`, of what it came from before it, and of the errors it holds."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = []
    if earlier and earlier not in seen:
        lines = [*places(earlier, (*seen, error)), "which led to:"]
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"{code.co_filename}:{line} in {code.co_qualname}")
    lines.append(type_of(error))
    for held in getattr(error, "exceptions", ()):
        if isinstance(held, BaseException):
            lines += ["which holds:", *places(held, (*seen, error))]
    return lines


def shortened(lines):
    """The first and the last of them, where there are more than MOST_PLACES: of an endless recursion, say."""
    half = MOST_PLACES // 2
    left_out = len(lines) - 2 * half
    return [*lines[:half], f"… {left_out} more …", *lines[-half:]] if left_out > 0 else lines


def write_uncaught(kind, error, trace):
    """What ends a process, in the same form; Python itself would print the message. For `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(__name__).critical("A process ends", exc_info=(kind, error, trace))
