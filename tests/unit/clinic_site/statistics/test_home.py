"""The manager's home tells the month so far."""

from django.test import Client

from tests.factories import make_clinic, make_request
from tests.pages import Page
from tests.staff import make_account


def home(group):
    client = Client()
    client.force_login(make_account(group, groups=[group]))
    return Page(client.get("/admin/"))


def test_managers_read_the_month_so_far_on_their_home(db, clock):
    make_clinic()
    make_request()
    page = home("Manager")
    assert page.texts(".month li")[0] == "March 2026: under 5 page views, 1 request, 0 visits."
    assert page.links("Open this month’s statistics") == ["/admin/clinic_site/pageviews/"]
    assert home("Front desk").all(".month") == []
