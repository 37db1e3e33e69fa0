"""Each request has an id. Those that changed something, failed or were slow are logged, without page or visitor."""

import re
from contextvars import copy_context

import pytest
from django.http import FileResponse
from django.test import Client

from clinic_site.models import Clinic
from clinic_site.operations import request_log
from tests.factories import answers, make_article, make_clinic, make_request
from tests.staff import make_account

pytestmark = pytest.mark.django_db
GIVEN = "4f9c0d1e-77aa_b.3"


@pytest.fixture
def lines(console):
    """A function that returns the lines about requests so far."""
    return lambda: [event for event in console() if event["logger"] == "clinic_site.operations.request_log"]


@pytest.fixture
def takes(monkeypatch):
    """A function that sets how many seconds each request takes."""

    def set_time(seconds):
        moments = iter(range(1_000_000))
        monkeypatch.setattr("clinic_site.operations.request_log.perf_counter", lambda: next(moments) * seconds)

    return set_time


def fail(*args):
    raise ZeroDivisionError


# The id


def test_a_request_of_a_proxy_keeps_its_id(visitor):
    assert visitor.send(answers(), **{"x-request-id": GIVEN})["X-Request-ID"] == GIVEN


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "with a blank", "Maria Kowalska", "a,b;c=d-12", "żółwżółwżółw", "1234567\n"]
)
def test_invalid_request_id_is_replaced(visitor, given):
    assert re.fullmatch(r"[0-9a-f]{16}", visitor.send(answers(), **{"x-request-id": given})["X-Request-ID"])


def test_a_stranger_cannot_choose_the_id(visitor, settings):
    settings.TRUSTED_PROXIES = ["192.0.2.1"]
    headers = {"x-request-id": GIVEN, "x-forwarded-for": "192.0.2.1"}
    assert re.fullmatch(r"[0-9a-f]{16}", visitor.send(answers(), **headers)["X-Request-ID"])


def test_every_request_has_another_id(visitor):
    assert len({visitor.send(answers())["X-Request-ID"] for _ in range(3)}) == 3


def test_answers_that_a_cache_may_keep_do_not_show_it(visitor):
    article = make_article().texts.get()
    for address in ["/", "/es/", "/contact/", f"/articles/{article.slug}/", "/articles/", "/robots.txt"]:
        answer = visitor.get(address)
        assert (answer.status_code, answer.headers.get("X-Request-ID")) == (200, None), address


def test_answers_that_no_cache_keeps_show_it(visitor, staff, monkeypatch):
    received = visitor.send(answers())
    visitor.raise_request_exception = False
    monkeypatch.setattr("clinic_site.views.clinic_data", fail)
    shown = {
        303: received,
        200: visitor.get(received["Location"]),
        422: visitor.send(answers(phone="")),
        404: visitor.get("/nowhere/"),
        400: visitor.get("/", headers={"host": "elsewhere.example"}),
        500: visitor.get("/contact/"),
    }
    assert [answer.status_code for answer in shown.values()] == list(shown)
    assert [status for status, answer in shown.items() if "X-Request-ID" not in answer.headers] == []
    assert "X-Request-ID" in staff.get("/admin/").headers
    assert "X-Request-ID" in Client().get("/admin/login/").headers


def test_a_failed_page_reads_as_before(visitor, monkeypatch):
    monkeypatch.setattr("clinic_site.views.clinic_data", fail)
    visitor.raise_request_exception = False
    answer = visitor.get("/contact/")
    assert answer["X-Request-ID"] not in answer.content.decode()


# The line


def test_a_form_that_was_sent_is_one_line(visitor, lines):
    answer = visitor.send(answers(), **{"x-forwarded-for": "198.51.100.77"})
    (line,) = lines()
    assert line.pop("at")
    assert line.pop("milliseconds") >= line.pop("query_milliseconds") >= 0
    assert line.pop("queries") > 3
    assert line == {
        "level": "INFO",
        "logger": "clinic_site.operations.request_log",
        "message": "A request",
        "request": answer["X-Request-ID"],
        "method": "POST",
        "view": "consultation",
        "status": 303,
        "network": "198.51.100.0/24",
    }


def test_guide_explains_every_field_of_the_log(visitor, console, settings):
    settings.SLOW_QUERY_MS = 0
    visitor.send(answers())
    guide = (settings.BASE_DIR / "docs" / "install-and-operate.md").read_text().partition("## Read the log")[2]
    words = {word for event in console() for word in event}
    assert len(words) > 10
    assert [word for word in words if f"`{word}`" not in guide] == []


def test_reading_leaves_no_line(visitor, staff, console, takes):
    takes(0.99)
    address = f"/articles/{make_article().texts.get().slug}/"
    for browser, page in [(visitor, address), (visitor, "/healthz"), (staff, "/admin/")]:
        assert browser.get(page).status_code == 200
        assert browser.head(page).status_code == 200
    visitor.options("/contact/")
    assert [event for event in console() if event["logger"] != "django.request"] == []


@pytest.mark.parametrize(("seconds", "expected"), [(0.99, []), (1, [("WARNING", "articles:article", 200, 1000)])])
def test_a_page_that_takes_a_second_has_a_line_that_does_not_say_which_it_was(visitor, lines, takes, seconds, expected):
    article = make_article(slug="canary-slug").texts.get()
    takes(seconds)
    visitor.get(f"/articles/{article.slug}/?q=canary")
    assert [(line["level"], line["view"], line["status"], line["milliseconds"]) for line in lines()] == expected
    assert "canary" not in str(lines())


def test_a_page_that_fails_has_a_line(visitor, lines, monkeypatch):
    monkeypatch.setattr("clinic_site.views.clinic_data", fail)
    visitor.raise_request_exception = False
    visitor.get("/contact/?q=canary")
    (line,) = lines()
    assert (line["level"], line["method"], line["view"], line["status"]) == ("ERROR", "GET", "contact", 500)
    assert "canary" not in str(line)


def test_a_monitor_that_is_told_of_trouble_leaves_a_line(visitor, lines, monkeypatch):
    monkeypatch.setattr(Clinic.objects, "exists", fail)
    assert visitor.get("/healthz").status_code == 503
    assert [(line["level"], line["view"], line["status"]) for line in lines()] == [("ERROR", "healthz", 503)]


def test_what_a_middleware_refuses_has_no_view(visitor, lines):
    assert visitor.post("/contact/", headers={"host": "elsewhere.example"}).status_code == 400
    assert [(line["view"], line["status"]) for line in lines()] == [(None, 400)]


def test_a_method_that_somebody_made_up_is_not_quoted(visitor, lines):
    visitor.generic("CANARY", "/contact/")
    assert [(line["method"], line["view"], line["status"]) for line in lines()] == [("another", "contact", 405)]


def test_staff_are_not_named(lines):
    make_clinic()
    stored = make_request()
    browser = Client()
    browser.force_login(make_account("canaryname", groups=["Front desk"]))
    browser.post(f"/admin/consultations/consultationrequest/{stored.pk}/change/", {"note": "canarynote"})
    (line,) = lines()
    assert line["view"] == "admin:consultations_consultationrequest_change"
    assert "canary" not in str(line)
    assert str(stored.reference) not in str(line)


def test_of_an_answer_in_pieces_the_line_is_written_at_its_end(lines, clock, settings, console):
    make_clinic()
    stored = make_request()
    browser = Client()
    browser.force_login(make_account(groups=["Manager"]))
    settings.SLOW_QUERY_MS = 0
    form = {"action": "export_requests", "index": "0", "_selected_action": [stored.pk]}
    export = browser.post("/admin/consultations/consultationrequest/?tab=all", form)
    begun = len(console())
    assert lines() == []
    assert stored.reference in export.getvalue().decode()
    (line,) = lines()
    made_since = console()[begun:]
    assert {event["request"] for event in made_since} == {export["X-Request-ID"]}
    assert made_since[-1] == line
    assert line["queries"] == len([event for event in console() if "sql" in event])


def test_streamed_answer_that_breaks_is_logged_too():
    ended = []
    pieces = request_log.iterate_in_context(map(fail, [1]), copy_context(), lambda: ended.append("told"))
    with pytest.raises(ZeroDivisionError):
        list(pieces)
    assert ended == ["told"]


def test_a_file_is_left_to_the_server_to_send(rf):
    """Static files: gunicorn passes them to the kernel instead of reading them."""
    with open(__file__, "rb") as file:
        response = request_log.RequestLogMiddleware(lambda request: FileResponse(file))(rf.get("/static/a.css"))
        assert response.file_to_stream is file
