"""Page views of real web processes: what a stop keeps, what a kill costs, and that two hosts add up."""

import os
import secrets
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from clinic_site.statistics.counting import EVERY
from tests.faults.patients import ask, send_request, two_mails
from tests.faults.processes import kill, web_workers
from tests.faults.test_processes import two_web_workers
from tests.faults.test_several_hosts import REAL
from tests.postgresql import create_database
from tests.running_site import RunningSite, wait_until

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"


def read(site, address="/contact/", *, times=1, **headers):
    for _ in range(times):
        assert ask(site, "GET", address, headers={"User-Agent": PHONE, **headers})[0] == 200


def views(site):
    """{(page, language): views}, of all days."""
    sql = "SELECT page, language, SUM(views) FROM clinic_site_pageviews GROUP BY page, language"
    return {(page, language): int(total) for page, language, total in site.query(sql)}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["stopped", "Ctrl-C"])
def test_a_site_that_is_stopped_keeps_every_count(fresh_site, how):
    fresh_site.start()
    read(fresh_site, times=30)
    read(fresh_site, "/es/", times=20)
    assert fresh_site.stop(how) == 0
    assert views(fresh_site) == {("contact", "en"): 30, ("home", "es"): 20}
    assert '"level": "ERROR"' not in fresh_site.log


@pytest.mark.whole
def test_web_processes_that_are_replaced_keep_every_count(fresh_site):
    fresh_site.start()
    for _ in range(3):
        before = two_web_workers(fresh_site)
        read(fresh_site, times=10)
        for pid in before:
            os.kill(pid, signal.SIGTERM)
        wait_until(lambda old=set(before): not old & set(web_workers(fresh_site)), seconds=20, what="two others")
    assert views(fresh_site) == {("contact", "en"): 30}


@pytest.mark.whole
def test_a_killed_process_loses_at_most_a_minute_and_no_request(fresh_site):
    fresh_site.mail_server.start()
    fresh_site.start()
    read(fresh_site, times=20)
    wait_until(lambda: views(fresh_site) == {("contact", "en"): 20}, seconds=EVERY + 20, what="a minute to pass")
    read(fresh_site, times=5)
    reference = send_request(fresh_site)
    killed = two_web_workers(fresh_site)
    kill(killed)
    wait_until(lambda: not set(two_web_workers(fresh_site)) & set(killed), seconds=20, what="two others")
    read(fresh_site, times=3)
    two_mails(fresh_site, reference)
    fresh_site.stop()
    assert views(fresh_site) == {("contact", "en"): 23}


@pytest.mark.whole
def test_two_hosts_add_up(tmp_path):
    shared = {**REAL, "DATABASE_URL": create_database(f"clinic_{secrets.token_hex(6)}")}
    hosts = [RunningSite(tmp_path / name, **shared) for name in ("a", "b")]
    addresses = ["/", "/es/", "/contact/", "/articles/", "/pl/privacy/"]

    def read_all(host):
        for address in addresses * 20:
            read(host, address)

    with ThreadPoolExecutor(6) as pool:
        try:
            for host in hosts:
                host.folder.mkdir()
                host.start()
            list(pool.map(read_all, hosts * 3))
        finally:
            list(pool.map(RunningSite.stop, hosts))  # both at once, so that they write at once
    pages = [("home", "en"), ("home", "es"), ("contact", "en"), ("articles:list", "en"), ("privacy", "pl")]
    assert views(hosts[0]) == dict.fromkeys(pages, 120)
