"""The site starts fast, and uses nothing that Python or Django has deprecated."""

import signal

import pytest

from tests.benchmarks import start
from tests.faults.patients import ask, send_request, two_mails
from tests.older_databases.make import Browser
from tests.running_site import RunningSite

pytestmark = pytest.mark.whole

DEPRECATIONS = "error::DeprecationWarning,error::PendingDeprecationWarning"  # Django's for two versions ahead


def test_a_second_start_serves_within_three_times_the_time_of_a_check():
    checked, served = start.measure(pairs=12, until_fast=True)  # other tests run beside: the best ones count
    assert served <= checked


def test_site_runs_with_deprecations_as_errors(tmp_path):
    site = RunningSite(tmp_path, empty=True, PYTHONWARNINGS=DEPRECATIONS)
    site.mail_server.start()
    site.start()
    try:
        for address in ("/", "/articles/", "/search/?q=knee", "/es/contact/", "/ar/consultation/", "/sitemap.xml"):
            assert ask(site, "GET", address)[0] == 200, address
        two_mails(site, send_request(site))
        name, password = site.staff
        staff = Browser(site)
        staff.send("/admin/login/?next=/admin/", "#login-form", username=name, password=password)
        staff.get("/admin/consultations/consultationrequest/1/change/")
        for command in ("check", "purge", "reencrypt", "collectstatic --no-input"):
            assert site.manage(*command.split()).returncode == 0, command
        assert "Warning" not in site.log
    finally:
        assert site.stop(signal.SIGTERM) == 0
        site.mail_server.stop()
