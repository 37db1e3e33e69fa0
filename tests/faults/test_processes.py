"""Processes are killed; the site comes back and nothing that was acknowledged is lost."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from tests.factories import answers
from tests.faults.patients import ask, post_form, send_request, two_mails
from tests.faults.processes import children, is_alive, kill, mail_worker, web_workers
from tests.faults.storm import restart_without_parent
from tests.running_site import RunningSite, wait_until
from tests.smtp import silent_server


def two_web_workers(site):
    return wait_until(lambda: len(found := web_workers(site)) == 2 and found, seconds=20, what="two web workers")


def test_a_killed_mail_worker_is_started_again(fresh_site):
    fresh_site.mail_server.start()
    fresh_site.start()
    killed = mail_worker(fresh_site)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: mail_worker(fresh_site) not in (None, killed), seconds=5, what="another mail worker")
    two_mails(fresh_site, send_request(fresh_site))


def test_killed_web_workers_are_replaced(fresh_site):
    fresh_site.start()
    killed = two_web_workers(fresh_site)
    kill(killed)
    wait_until(lambda: not set(two_web_workers(fresh_site)) & set(killed), seconds=5, what="two others")
    wait_until(fresh_site.answers, seconds=20, what="the site to answer again")


def test_nothing_outlives_a_killed_parent(fresh_site):
    fresh_site.mail_server.start()
    fresh_site.start()
    two_web_workers(fresh_site)
    workers = list(children(fresh_site.process.pid))
    os.kill(fresh_site.process.pid, signal.SIGKILL)
    restart_without_parent(fresh_site, workers)
    two_mails(fresh_site, send_request(fresh_site))


@pytest.mark.whole
def test_a_mail_worker_that_fails_does_not_end_the_site(fresh_site):
    """It fails because another program changes the database under it; gunicorn gives up on a child that cannot boot."""
    fresh_site.start()
    fresh_site.query("INSERT INTO django_migrations (app, name, applied) VALUES ('articles', '9999_x', '2026-01-01')")
    killed = mail_worker(fresh_site)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: fresh_site.log.count("9999_x") > 1, seconds=20, what="two attempts")
    assert fresh_site.answers()
    fresh_site.query("DELETE FROM django_migrations WHERE name = '9999_x'")
    fresh_site.mail_server.start()
    two_mails(fresh_site, send_request(fresh_site))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_no_process_behind(fresh_site, how):
    fresh_site.start()
    two_web_workers(fresh_site)
    started = list(children(fresh_site.process.pid))
    assert len(started) == 3
    assert fresh_site.stop(how) == 0
    assert [pid for pid in started if is_alive(pid)] == []


def test_mail_of_a_worker_that_was_killed_with_it_in_hand_is_sent_by_the_next(fresh_site):
    fresh_site.environment["MAIL_LEASE_SECONDS"] = "11"
    with silent_server(fresh_site.mail_server.port) as silent:
        fresh_site.start()
        reference = send_request(fresh_site)
        connection, _ = silent.accept()  # the worker has claimed a mail and waits for a greeting
        os.kill(mail_worker(fresh_site), signal.SIGKILL)
        connection.close()
    assert "was not accepted" not in fresh_site.log
    fresh_site.mail_server.start()
    two_mails(fresh_site, reference)
    assert len({mail["Message-ID"] for mail in fresh_site.mail_server.mails}) == 2


@pytest.mark.whole
def test_stopping_does_not_wait_for_a_mail_server_that_hangs(fresh_site):
    with silent_server(fresh_site.mail_server.port) as silent:
        fresh_site.start()
        send_request(fresh_site)
        connection, _ = silent.accept()  # kept open
        started = time.monotonic()
        assert fresh_site.stop() == 0
        assert time.monotonic() - started < 15  # the one mail in hand, not the next
        connection.close()


@pytest.mark.whole
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGHUP], ids=["Ctrl-C", "closed"])
def test_a_terminal_stops_everything_at_once(tmp_path, how):
    """It tells every process of the group, not only the first."""
    site = RunningSite(tmp_path, own_terminal=True)
    inherited = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests themselves may run under nohup
    site.start()
    signal.signal(signal.SIGHUP, inherited)
    two_web_workers(site)
    started = children(site.process.pid)
    os.killpg(site.process.pid, how)
    assert site.process.wait(timeout=40) == 0
    assert [pid for pid in started if is_alive(pid)] == []


def test_a_stop_and_a_start_keep_everything(fresh_site):
    fresh_site.start()
    reference, account = send_request(fresh_site), fresh_site.staff
    fresh_site.stop()
    (fresh_site.folder / "log.txt").unlink()
    fresh_site.mail_server.start()
    fresh_site.start()
    two_mails(fresh_site, reference)
    assert "password" not in fresh_site.log
    assert account


def test_a_busy_port_is_a_sentence(fresh_site, tmp_path):
    fresh_site.start()
    other = RunningSite(tmp_path / "other", PORT=str(fresh_site.port))
    result = other.manage("serve")
    assert result.returncode == 1
    assert result.stderr.startswith(f"CommandError: The site cannot listen on 127.0.0.1 port {fresh_site.port}")
    assert "Set PORT to a free port" in result.stderr


def test_the_same_request_sent_fifty_times_at_once_is_one(site):
    body = urlencode(answers(full_name="Fifty Times"))
    with ThreadPoolExecutor(16) as pool:
        answered = list(pool.map(lambda _: post_form(site, body), range(50)))
    assert {status for status, _, _ in answered} == {303}
    assert len({headers["Location"] for _, headers, _ in answered}) == 1


@pytest.mark.whole
def test_different_requests_at_once_are_all_stored(site):
    with ThreadPoolExecutor(16) as pool:
        references = list(pool.map(lambda number: send_request(site, reason=f"At once {number}"), range(50)))
    assert len(set(references)) == 50


REAL = {
    "DJANGO_SECRET_KEY": "a-long-random-text-that-nobody-guesses-0123456789-0123456789",
    "ALLOWED_HOSTS": "www.example.org,127.0.0.1",
    "FIELD_ENCRYPTION_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "LOOKUP_HASH_KEY": "another-long-random-text-of-its-own",
    "DEFAULT_FROM_EMAIL": "website@example.org",
}


@pytest.mark.whole
def test_a_real_site_starts_empty_and_without_tls_on_a_trial(tmp_path):
    site = RunningSite(tmp_path, SITE_URL="http://www.example.org", **REAL)
    site.start()
    try:
        status, headers, page = ask(site, "GET", "/")
        assert (status, headers["Strict-Transport-Security"]) == (200, None)
        assert "There are no articles here yet." in ask(site, "GET", "/articles/")[2]
        assert "tel:" not in page
        assert "password" not in site.log
    finally:
        site.stop()


@pytest.mark.whole
def test_a_real_site_behind_tls_redirects_and_trusts_its_proxy_only(tmp_path):
    site = RunningSite(tmp_path, SITE_URL="https://www.example.org", **REAL)
    site.start()
    host = {"Host": "www.example.org"}
    try:
        status, headers, _ = ask(site, "GET", "/contact/", headers=host)
        assert (status, headers["Location"]) == (301, "https://www.example.org/contact/")
        status, headers, _ = ask(site, "GET", "/contact/", headers={**host, "X-Forwarded-Proto": "https"})
        assert (status, headers["Strict-Transport-Security"]) == (200, "max-age=63072000; includeSubDomains")
        site.stop()
        site.environment["TRUSTED_PROXIES"] = "192.0.2.1"
        site.start()
        status, _, _ = ask(site, "GET", "/contact/", headers={**host, "X-Forwarded-Proto": "https"})
        assert status == 301
    finally:
        site.stop()
