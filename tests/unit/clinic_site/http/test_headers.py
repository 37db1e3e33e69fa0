"""The limits on the length of forms, for the public and for staff."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_clinic

pytestmark = pytest.mark.django_db
PASTE = "/admin/redirects/redirect/paste/"
FOR_THE_PUBLIC, FOR_STAFF = settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.LONGEST_FORM_OF_STAFF


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


def send(client, size, address=PASTE, **headers):
    form = urlencode({"table": "x" * (size - len("table="))})
    return client.post(address, form, content_type="application/x-www-form-urlencoded", headers=headers)


@pytest.mark.parametrize(("size", "status"), [(FOR_THE_PUBLIC + 1, 200), (FOR_STAFF, 200), (FOR_STAFF + 1, 400)])
def test_staff_send_longer_forms_up_to_a_limit_of_their_own(staff, size, status):
    assert send(staff, size).status_code == status


def test_who_is_not_signed_in_sends_none():
    client = Client()
    assert send(client, FOR_THE_PUBLIC, "/admin/login/").status_code == 200
    assert send(client, FOR_THE_PUBLIC + 1, "/admin/login/").status_code == 400


def test_the_public_form_has_its_limit_for_staff_too(staff):
    response = send(staff, FOR_THE_PUBLIC + 1, "/consultation/", sec_fetch_site="same-origin")
    assert response.status_code == 413


def test_a_form_with_files_keeps_the_limit_of_its_words(staff):
    assert staff.post(PASTE, {"table": "x" * (FOR_THE_PUBLIC - 100)}).status_code == 200
    assert staff.post(PASTE, {"table": "x" * (FOR_THE_PUBLIC + 1)}).status_code == 400


class BrokenConnection(BytesIO):
    def read(self, *args):
        raise OSError("gone")


def test_a_connection_that_breaks_is_no_error_of_the_site(staff):
    broken = {"CONTENT_LENGTH": str(FOR_THE_PUBLIC + 1), "wsgi.input": BrokenConnection()}
    response = staff.post(PASTE, "table=", content_type="application/x-www-form-urlencoded", **broken)
    assert response.status_code == 400
