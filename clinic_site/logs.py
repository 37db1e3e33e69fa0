"""How the site writes its log: one line for each event, and no word of a patient."""

import logging
import re
import sys
import time
import traceback

# What could end a line, hide it, or turn its direction, so that it reads as another one.
_ESCAPED = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
ESCAPES = {code: chr(code).encode("unicode_escape").decode() for code in _ESCAPED}

TOKEN = re.compile(r"(/consultation/received/)[\w-]+")  # opens the thank-you page of a request


class PrivateFormatter(logging.Formatter):
    """Writes of an exception its type and the places it passed, not its message.

    A message may quote what somebody typed: PostgreSQL's name the values of the row that it refused. Characters that
    could end a line are escaped, so that nobody forges one (ASVS 16.4.1); only the places follow on lines of their own.
    """

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record):
        record = logging.makeLogRecord(record.__dict__)  # other formatters may want what this one leaves out
        record.message = TOKEN.sub(r"\1…", escape(message_of(record)))
        record.asctime = self.formatTime(record)
        lines = [self.formatMessage(record)]
        if record.exc_info and record.exc_info[1]:
            lines += places(record.exc_info[1])
        return "\n".join(lines)


def message_of(record):
    """The record's message, in which an exception is its type."""
    arguments = record.args
    if isinstance(arguments, tuple):
        arguments = tuple(type_of(value) for value in arguments)
    elif isinstance(arguments, dict):
        arguments = {name: type_of(value) for name, value in arguments.items()}
    try:
        return str(type_of(record.msg)) % arguments if arguments else str(type_of(record.msg))
    except (KeyError, TypeError, ValueError):
        return str(record.msg)  # its blanks stay unfilled; logging's own complaint would show what was to fill them


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
        lines = [*places(earlier, (*seen, error)), "  which led to:"]
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"  {escape(code.co_filename)}:{line} in {escape(code.co_qualname)}")
    lines.append(f"  {type_of(error)}")
    for held in getattr(error, "exceptions", ()):
        if isinstance(held, BaseException):
            lines += ["  which holds:", *places(held, (*seen, error))]
    return lines


def write_uncaught(kind, error, trace):
    """What ends a process, in the same form; Python itself would print the message. For `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(__name__).critical("A process ends", exc_info=(kind, error, trace))
