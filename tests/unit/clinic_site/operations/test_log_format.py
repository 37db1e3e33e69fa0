"""The log contains tracebacks without messages, and no forged lines."""

import json
import logging
import re
import runpy
import subprocess
import sys

import pytest
import time_machine
from django.conf import settings
from gunicorn.config import Config

from clinic_site.operations import log_format

CANARY = "canary-7Q"


@pytest.fixture
def logged():
    """Logs an event as the site does. Returns the fields of its line."""

    def log(message, *args, error=None, **hung_on_the_record):
        exc_info = (type(error), error, error.__traceback__) if error else None
        record = logging.LogRecord("a.module", logging.ERROR, __file__, 1, message, args, exc_info)
        record.__dict__.update(hung_on_the_record)
        (line,) = log_format.PrivateFormatter().format(record).splitlines()
        return json.loads(line)

    return log


def raised(function):
    try:
        function()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def fail():
    raise ValueError(f"the value {CANARY} is too long\nDETAIL: ({CANARY})")


def fail_because_of_another():
    try:
        fail()
    except ValueError as error:
        raise LookupError(CANARY) from error


def fail_with_a_note():
    error = ValueError(CANARY)
    error.add_note(CANARY)
    raise error


def fail_while_another_is_handled():
    try:
        fail()
    except ValueError:
        fail_with_a_note()


def fail_in_many_ways():
    raise ExceptionGroup(CANARY, [raised(fail), raised(fail_because_of_another)])


FAILURES = [fail, fail_because_of_another, fail_while_another_is_handled, fail_in_many_ways, fail_with_a_note]


@pytest.mark.parametrize("function", FAILURES)
def test_an_exception_is_its_type_and_the_places_it_passed(logged, function):
    error = raised(function)
    event = logged("It failed", error=error)
    assert CANARY not in str(event)
    assert event["error"] == f"builtins.{type(error).__name__}"
    assert event["error"] in event["places"]
    assert [place for place in event["places"] if re.fullmatch(rf"{__file__}:\d+ in {function.__qualname__}", place)]


def test_a_chain_of_exceptions_is_logged_from_its_beginning(logged):
    places = logged("It failed", error=raised(fail_because_of_another))["places"]
    assert [place for place in places if place.startswith(("builtins.", "which"))] == [
        "builtins.ValueError",
        "which led to:",
        "builtins.LookupError",
    ]


def test_a_hidden_context_stays_hidden(logged):
    def fail_anew():
        try:
            fail()
        except ValueError:
            raise LookupError from None

    assert "ValueError" not in str(logged("It failed", error=raised(fail_anew)))


def test_exceptions_in_a_circle_end(logged):
    first, second = raised(fail), raised(fail_with_a_note)
    first.__context__, second.__context__ = second, first
    assert logged("It failed", error=first)["places"].count("builtins.ValueError") == 2


def test_every_held_exception_is_logged(logged):
    assert logged("It failed", error=raised(fail_in_many_ways))["places"].count("which contains:") == 2


def test_an_endless_recursion_fits_into_a_line():
    def fail_endlessly():
        fail_endlessly()

    error = raised(fail_endlessly)
    record = logging.LogRecord("a", logging.ERROR, "", 1, "It failed", (), (type(error), error, error.__traceback__))
    line = log_format.PrivateFormatter().format(record)
    places = json.loads(line)["places"]
    assert len(line) < 48_000  # bytes, the longest line of journald
    assert (len(places), places[-1]) == (log_format.MOST_FRAMES + 1, "builtins.RecursionError")
    assert re.fullmatch(r"… \d+ more …", places[log_format.MOST_FRAMES // 2])


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("Could not store: %s", [ValueError(CANARY)]),
        ("Could not store: %(error)s", [{"error": ValueError(CANARY)}]),
        (ValueError(CANARY), []),
    ],
)
def test_an_exception_in_a_message_is_its_type(logged, message, arguments):
    text = logged(message, *arguments)["message"]
    assert CANARY not in text
    assert text.endswith("builtins.ValueError")


def test_a_message_that_does_not_fit_its_arguments_shows_none(logged):
    assert logged("Stored %d of %d", CANARY)["message"] == "Stored %d of %d"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a\nb", "a\\nb"),
        ("a\r\nb", "a\\r\\nb"),
        ("a\x1b[2Jb\x00\x7f\x9b", "a\\x1b[2Jb\\x00\\x7f\\x9b"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("Zażółć مرحبا", "Zażółć مرحبا"),
    ],
)
def test_nobody_forges_a_line(logged, typed, written):
    event = logged("Not Found: %s", typed, facts={"words": typed, "list": [typed]})
    assert event["message"] == f"Not Found: {written}"
    assert (event["words"], event["list"]) == (written, [written])


def test_a_line_is_ascii_whoever_reads_it():
    record = logging.LogRecord("a", logging.ERROR, "", 1, 'Żółć "مرحبا" \udc80', (), None)
    line = log_format.PrivateFormatter().format(record)
    assert line.isascii()
    assert json.loads(line)["message"] == 'Żółć "مرحبا" \udc80'


def test_a_line_is_an_object_with_the_time_in_utc(logged):
    with time_machine.travel("2026-03-02T12:00:00.125-06:00", tick=False):
        assert logged("Hello", facts={"milliseconds": 7, "view": None}) == {
            "at": "2026-03-02T18:00:00.125Z",
            "level": "ERROR",
            "logger": "a.module",
            "message": "Hello",
            "milliseconds": 7,
            "view": None,
        }


def test_a_line_names_its_cause(logged):
    with log_format.log_context(command="worker"):
        with log_format.log_context(duty="purge"):
            inner = logged("Hello")
        outer = logged("Hello")
    assert (inner["command"], inner["duty"]) == ("worker", "purge")
    assert (outer["command"], outer.get("duty")) == ("worker", None)
    assert "command" not in logged("Hello")


def test_an_exception_among_the_facts_is_its_type(logged):
    assert logged("Hello", facts={"error": ValueError(CANARY)})["error"] == "builtins.ValueError"


def test_nothing_else_that_hangs_on_a_record_is_written(logged):
    assert CANARY not in str(logged("Hello", sql=CANARY, params=[CANARY]))


def test_what_another_formatter_left_on_the_record_is_not_written():
    error = raised(fail)
    record = logging.LogRecord("a", logging.ERROR, "", 1, "It failed", (), (ValueError, error, error.__traceback__))
    assert CANARY in logging.Formatter().format(record)
    assert CANARY not in log_format.PrivateFormatter().format(record)


# The site's own log


@pytest.mark.django_db
def test_a_failing_page_is_logged_without_the_words_of_its_error(visitor, monkeypatch, console):
    monkeypatch.setattr("clinic_site.views.clinic_data", lambda clinic: fail())
    visitor.raise_request_exception = False
    assert visitor.get(f"/contact/?q={CANARY}").status_code == 500
    failure, request = console()
    assert (failure["level"], failure["logger"]) == ("ERROR", "django.request")
    assert (failure["message"], failure["error"]) == ("Internal Server Error: contact", "builtins.ValueError")
    assert (request["view"], request["status"]) == ("contact", 500)
    assert failure["request"] == request["request"]
    assert CANARY not in str(console())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "address", "message"),
    [
        ("get", f"/nowhere/?q={CANARY}", "Not Found: /nowhere/"),
        ("get", f"/consultation/received/{CANARY}/", "Not Found: /consultation/received/…/"),
        ("get", f"/consultation//received//{CANARY}/", "Not Found: /consultation//received//…/"),
        ("get", f"/es/articles/review/{CANARY})/", "Not Found: /es/articles/review/…)/"),  # as mail programs add it
        ("post", f"/search/?q={CANARY}", "Method Not Allowed (POST): search"),
        ("post", f"/consultation/received/{CANARY}/", "Not Found: /consultation/received/…/"),
        ("put", f"/consultation/received/{CANARY}/", "Method Not Allowed (PUT): consultation-received"),
    ],
)
def test_refused_request_is_logged_with_its_view_and_missing_page_with_its_path(
    visitor, console, method, address, message
):
    answer = getattr(visitor, method)(address)
    assert answer.status_code in (404, 405)
    assert [event["message"] for event in console() if event["logger"] == "django.request"] == [message]
    assert {event["request"] for event in console()} == {answer["X-Request-ID"]}
    assert CANARY not in str(console())


def test_every_handler_writes_in_this_form():
    assert {
        settings.LOGGING["formatters"][handler["formatter"]]["()"] for handler in settings.LOGGING["handlers"].values()
    } == {"clinic_site.operations.log_format.PrivateFormatter"}
    assert [
        (name, logger["handlers"]) for name, logger in settings.LOGGING["loggers"].items() if logger.get("handlers")
    ] == []


@pytest.mark.whole
def test_error_that_stops_the_worker_is_logged_in_the_same_format(tmp_path):
    program = (
        "import django; django.setup(); from unittest import mock; from django.core.management import call_command\n"
        f"with mock.patch('consultations.mail.outbox.has_due', side_effect=ValueError('{CANARY}')):\n"
        "    call_command('migrate', verbosity=0); call_command('worker')"
    )
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.BASE_DIR,
        env={"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "clinic_site.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 1
    event = json.loads(result.stderr.splitlines()[-1])
    assert (event["level"], event["message"], event["error"]) == (
        "CRITICAL",
        "The process stopped with an uncaught error",
        "builtins.ValueError",
    )
    assert CANARY not in result.stdout + result.stderr


# gunicorn's


@pytest.fixture
def gunicorn_log(monkeypatch, tmp_path):
    """gunicorn's own logger as the site configures it, and its output."""
    config = Config()
    for name, value in runpy.run_path(str(settings.BASE_DIR / "clinic_site" / "gunicorn.conf.py")).items():
        if name in config.settings:
            config.set(name, value)
    config.set("errorlog", str(tmp_path / "log.txt"))
    log = config.logger_class(config)
    yield log, (tmp_path / "log.txt")
    for handler in list(log.error_log.handlers):
        log.error_log.removeHandler(handler)
        handler.close()


def test_gunicorn_writes_in_this_form_and_nothing_of_the_request(gunicorn_log):
    log, file = gunicorn_log
    log.warning(f"Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'GET /?q={CANARY}'")
    try:
        fail()
    except ValueError as error:
        log.exception("Error handling request %s %s", "GET", f"/?q={CANARY}")
        log.exception("Socket error processing request.")
        log.exception(error)
    text = file.read_text()
    events = [json.loads(line) for line in text.splitlines()]
    assert {event["logger"] for event in events} == {"gunicorn.error"}
    assert [(event["level"], event["message"], event.get("error")) for event in events] == [
        ("WARNING", "Invalid request", None),
        ("ERROR", "Error handling request", "builtins.ValueError"),
        ("ERROR", "Socket error processing request.", "builtins.ValueError"),
        ("ERROR", "builtins.ValueError", "builtins.ValueError"),
    ]
    assert CANARY not in text
    assert "192.0.2.7" not in text


def test_no_access_log_is_written(gunicorn_log):
    log, _ = gunicorn_log
    assert [log.cfg.accesslog, log.cfg.logconfig, log.cfg.logconfig_dict, log.cfg.syslog] == [None, None, {}, False]
