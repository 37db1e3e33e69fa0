"""Whatever is sent to the form: no crash, no markup of the sender's, and a row exactly when it was "received"."""

from urllib.parse import unquote_to_bytes, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest
from tests import WHOLE
from tests.factories import answers, make_clinic
from tests.hostile import HEADERS, STORED_AS_TYPED

pytestmark = [pytest.mark.whole, pytest.mark.django_db]

FIELDS = st.sampled_from([*ConsultationForm.base_fields, "go_on_in", "subject", "csrfmiddlewaretoken"])
TEXTS = st.sampled_from([*STORED_AS_TYPED, *HEADERS]) | st.text(max_size=60) | st.characters().map(lambda c: c * 3)
VALUES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60)
ANSWERS = st.lists(st.tuples(FIELDS | st.text(max_size=20), VALUES), max_size=12)


def many(examples):
    return settings(
        max_examples=examples if WHOLE else examples // 5,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


@pytest.fixture
def send(settings):
    settings.RATE_LIMIT_PER_CLIENT = settings.RATE_LIMIT_OVERALL = 1_000_000
    make_clinic()
    client = Client(headers={"origin": "http://testserver"})
    return lambda body: client.post("/consultation/", body, content_type="application/x-www-form-urlencoded")


def check(response, rows_before, body):
    """What must be true of every answer to a form that was sent as `body`."""
    rows = ConsultationRequest.objects.count()
    if response.status_code == 303 and response["Location"] == "/consultation/":  # empty, in the language just chosen
        assert rows == rows_before
        assert b"go_on_in" in unquote_to_bytes(body)
    elif response.status_code == 303:
        token = response["Location"].removesuffix("/").rpartition("/")[2]
        assert ConsultationRequest.objects.filter(token=token).exists()
        assert response.content == b""
    else:
        assert response.status_code in (200, 400, 422)
        assert rows == rows_before
        assert "<script" not in response.content.decode().lower()


@given(changes=ANSWERS)
@many(150)
def test_any_answers_at_all(send, changes):
    rows = ConsultationRequest.objects.count()
    body = urlencode(changes)
    check(send(body), rows, body)


@given(changes=st.dictionaries(FIELDS, VALUES, min_size=1, max_size=3))
@many(200)
def test_valid_answers_of_which_some_are_changed(send, changes):
    rows = ConsultationRequest.objects.count()
    body = urlencode({**answers(), **changes})
    check(send(body), rows, body)


@given(name=TEXTS, reason=TEXTS)
@many(100)
def test_any_name_and_reason_that_show_are_received(send, name, reason):
    name, reason = (f"{text} a" for text in (name, reason))
    typed = answers(full_name=name, reason=reason)
    body = urlencode({key: text.encode("utf-8", "surrogatepass") for key, text in typed.items()})
    response = send(body)
    assert response.status_code == 303
    check(response, None, body)


@given(body=st.binary(max_size=200))
@many(100)
def test_any_bytes_at_all(send, body):
    rows = ConsultationRequest.objects.count()
    check(send(body), rows, body)
