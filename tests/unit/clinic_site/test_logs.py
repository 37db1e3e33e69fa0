"""The log's form: places instead of messages, and no line that somebody else wrote."""

import io
import logging
import re
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from gunicorn.config import Config

from clinic_site import logs

CANARY = "canary-7Q"


@pytest.fixture
def logged():
    """Logs an event as the site does. Returns what is written."""

    def log(message, *args, error=None):
        exc_info = (type(error), error, error.__traceback__) if error else None
        record = logging.LogRecord("a.module", logging.ERROR, __file__, 1, message, args, exc_info)
        return logs.PrivateFormatter().format(record)

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
    text = logged("It failed", error=error)
    assert CANARY not in text
    assert re.search(rf"\n  {re.escape(__file__)}:\d+ in {function.__qualname__}\n", text)
    assert f"\n  builtins.{type(error).__name__}" in text


def test_a_chain_of_exceptions_is_told_from_its_beginning(logged):
    lines = logged("It failed", error=raised(fail_because_of_another)).splitlines()
    assert [line for line in lines if line.startswith(("  builtins.", "  which"))] == [
        "  builtins.ValueError",
        "  which led to:",
        "  builtins.LookupError",
    ]


def test_a_hidden_context_stays_hidden(logged):
    def fail_anew():
        try:
            fail()
        except ValueError:
            raise LookupError from None

    assert "ValueError" not in logged("It failed", error=raised(fail_anew))


def test_exceptions_in_a_circle_end(logged):
    first, second = raised(fail), raised(fail_with_a_note)
    first.__context__, second.__context__ = second, first
    assert logged("It failed", error=first).count("builtins.ValueError") == 2


def test_every_held_exception_is_told(logged):
    assert logged("It failed", error=raised(fail_in_many_ways)).count("which holds:") == 2


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("Could not store: %s", [ValueError(CANARY)]),
        ("Could not store: %(error)s", [{"error": ValueError(CANARY)}]),
        (ValueError(CANARY), []),
    ],
)
def test_an_exception_in_a_message_is_its_type(logged, message, arguments):
    text = logged(message, *arguments)
    assert CANARY not in text
    assert text.endswith("builtins.ValueError")


def test_a_message_that_does_not_fit_its_arguments_shows_none(logged):
    assert logged("Stored %d of %d", CANARY).endswith(" ERROR a.module: Stored %d of %d")


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
    text = logged("Not Found: %s", typed)
    assert text.endswith(f" ERROR a.module: Not Found: {written}")
    assert len(text.splitlines()) == 1


def test_lines_begin_with_the_time_in_utc(logged):
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ERROR a\.module: Hello$", logged("Hello"))


def test_what_another_formatter_left_on_the_record_is_not_written():
    error = raised(fail)
    record = logging.LogRecord("a", logging.ERROR, "", 1, "It failed", (), (ValueError, error, error.__traceback__))
    assert CANARY in logging.Formatter().format(record)
    assert CANARY not in logs.PrivateFormatter().format(record)


# The site's own log


@pytest.mark.django_db
def test_a_failing_page_is_logged_without_the_words_of_its_error(visitor, monkeypatch):
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    monkeypatch.setattr(handler, "stream", io.StringIO())
    monkeypatch.setattr("clinic_site.views.clinic_data", lambda clinic: fail())
    visitor.raise_request_exception = False
    assert visitor.get(f"/contact/?q={CANARY}").status_code == 500
    written = handler.stream.getvalue()
    assert "ERROR django.request: Internal Server Error: /contact/\n" in written
    assert "builtins.ValueError" in written
    assert CANARY not in written


def test_every_handler_writes_in_this_form():
    assert {
        settings.LOGGING["formatters"][handler["formatter"]]["()"] for handler in settings.LOGGING["handlers"].values()
    } == {"clinic_site.logs.PrivateFormatter"}
    assert [
        (name, logger["handlers"]) for name, logger in settings.LOGGING["loggers"].items() if logger.get("handlers")
    ] == []


def test_what_ends_the_worker_is_told_in_the_same_form(tmp_path):
    program = (
        "import django; django.setup(); from unittest import mock; from django.core.management import call_command\n"
        f"with mock.patch('consultations.outbox.deliver_due', side_effect=ValueError('{CANARY}')):\n"
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
    assert "CRITICAL clinic_site.logs: A process ends\n" in result.stderr
    assert result.stderr.endswith("  builtins.ValueError\n")
    assert CANARY not in result.stdout + result.stderr


# gunicorn's


@pytest.fixture
def gunicorn_log(monkeypatch, tmp_path):
    """gunicorn's own logger as the site configures it, and what it wrote."""
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
    assert [line.split(" ", 1)[1] for line in text.splitlines() if not line.startswith("  ")] == [
        "WARNING gunicorn.error: Invalid request",
        "ERROR gunicorn.error: Error handling request",
        "ERROR gunicorn.error: Socket error processing request.",
        "ERROR gunicorn.error: builtins.ValueError",
    ]
    assert text.count("builtins.ValueError") == 4
    assert CANARY not in text
    assert "192.0.2.7" not in text


def test_no_access_log_is_written(gunicorn_log):
    log, _ = gunicorn_log
    assert [log.cfg.accesslog, log.cfg.logconfig, log.cfg.logconfig_dict, log.cfg.syslog] == [None, None, {}, False]
