"""The mail server refuses, hangs or dies; the patient does not notice, and every mail arrives."""

import re
import time

import pytest

from tests import WHOLE
from tests.faults.patients import mails_about, send_request, two_mails
from tests.running_site import wait_until
from tests.smtp import silent_server

BACK_OFFS = 20 if WHOLE else 4  # of each mail


def failed_tries(site, error=""):
    return len(re.findall(rf"Mail \d+ was not accepted \({error}", site.log))


def test_mail_waits_while_the_server_is_down_and_goes_out_afterwards(fresh_site):
    fresh_site.environment["MAIL_RETRY_LONGEST_SECONDS"] = "1"
    fresh_site.start()
    reference = send_request(fresh_site)
    wait_until(
        lambda: failed_tries(fresh_site, "ConnectionRefusedError") >= 2 * BACK_OFFS,
        seconds=20 + 4 * BACK_OFFS,
        what=f"{BACK_OFFS} back-offs of two mails",
    )
    fresh_site.mail_server.start()
    two_mails(fresh_site, reference)
    all_sent(fresh_site)
    print(f"The mail server was down for {BACK_OFFS} back-offs of each mail: both arrived")


@pytest.mark.whole
def test_a_slow_mail_server_gets_every_mail_once_and_holds_up_nothing(fresh_site):
    """As servers do that scan what they are given, or make strangers wait."""
    greeting, answer = (60, 90) if WHOLE else (4, 8)
    fresh_site.environment.update(MAIL_LEASE_SECONDS="3", RETENTION_MONTHS="1")
    fresh_site.mail_server.seconds = {"greeting": greeting, "DATA": answer}
    fresh_site.mail_server.start()
    fresh_site.start()
    first = send_request(fresh_site)
    started = time.monotonic()
    wait_until(lambda: attempts(fresh_site) == 2, seconds=10, what="two mails at once")
    fresh_site.query("UPDATE clinic_site_duty SET due_at = '2026-01-01 00:00:00'")
    wait_until(lambda: "Done: purge" in fresh_site.log, seconds=10, what="duties done meanwhile")
    assert accepted(fresh_site) == 0
    wait_until(lambda: fresh_site.mail_server.names, seconds=greeting + 30, what="the end of the greeting")
    fresh_site.mail_server.seconds = {"DATA": answer}  # for the mails to come
    second = send_request(fresh_site, reason="Another.")

    wait_until(lambda: accepted(fresh_site) == 4, seconds=3 * answer + greeting + 30, what="four accepted mails")
    assert time.monotonic() - started < 2 * (greeting + answer)  # one after the other they would take twice as long
    time.sleep(4 if WHOLE else 2)
    assert [len(mails_about(fresh_site, reference)) for reference in (first, second)] == [2, 2]
    assert failed_tries(fresh_site) == 0


def attempts(site):
    return site.query("SELECT SUM(attempts) FROM consultations_outgoingmail")[0][0]


def accepted(site):
    return site.query("SELECT COUNT(*) FROM consultations_outgoingmail WHERE sent_at IS NOT NULL")[0][0]


def test_a_mail_server_that_hangs_delays_no_patient(fresh_site):
    fresh_site.environment["EMAIL_TIMEOUT"] = "5"
    with silent_server(fresh_site.mail_server.port):
        fresh_site.start()
        started = time.monotonic()
        references = [send_request(fresh_site, reason=f"Request {number}") for number in range(3)]
        assert time.monotonic() - started < 5
        assert len(set(references)) == 3
        wait_until(lambda: "was not accepted (" in fresh_site.log, seconds=40, what="a try that timed out")
    fresh_site.mail_server.start()
    for reference in references:
        two_mails(fresh_site, reference)


@pytest.mark.whole
@pytest.mark.parametrize("answer", ["451 4.3.0 later", "550 5.7.1 no", "554 5.0.0 never"])
def test_refused_mail_is_tried_until_it_is_taken(fresh_site, answer):
    fresh_site.environment["MAIL_RETRY_REFUSED_SECONDS"] = "1"
    fresh_site.mail_server.answer = answer
    fresh_site.mail_server.start()
    fresh_site.start()
    reference = send_request(fresh_site)
    wait_until(lambda: failed_tries(fresh_site, "SMTP") >= 3, seconds=40, what="refused tries")
    assert mails_about(fresh_site, reference) == []
    fresh_site.mail_server.answer = "250 taken"
    two_mails(fresh_site, reference)
    message_ids = {mail["Message-ID"] for mail in mails_about(fresh_site, reference)}
    assert len(message_ids) == 2


@pytest.mark.whole
@pytest.mark.parametrize(("drops", "copies"), [("during DATA", 2), ("after DATA", 4), ("on QUIT", 2)])
def test_a_mail_server_that_hangs_up_gets_every_mail_and_repeats_carry_one_message_id(fresh_site, drops, copies):
    fresh_site.environment["MAIL_RETRY_LONGEST_SECONDS"] = "1"
    fresh_site.mail_server.drops = drops
    fresh_site.mail_server.start()
    fresh_site.start()
    reference = send_request(fresh_site)
    if drops == "on QUIT":  # the mail was taken by then
        two_mails(fresh_site, reference)
    else:
        wait_until(lambda: failed_tries(fresh_site, "FateUnknownError") >= 2, seconds=40, what="two tries")
        fresh_site.mail_server.drops = None
    all_sent(fresh_site)
    mails = mails_about(fresh_site, reference)
    assert len(mails) == copies
    assert len({(mail.recipients[0], mail["Message-ID"]) for mail in mails}) == 2
    assert failed_tries(fresh_site) == (0 if drops == "on QUIT" else 2)


@pytest.mark.whole
def test_one_bad_recipient_of_three_delays_no_other(fresh_site):
    good = ["front-desk@clinic.example", "manager@clinic.example"]
    fresh_site.environment.update(
        STAFF_EMAILS=f"{good[0]},gone@clinic.example,{good[1]}", MAIL_RETRY_REFUSED_SECONDS="1"
    )
    fresh_site.mail_server.refused = {"gone@clinic.example"}
    fresh_site.mail_server.start()
    fresh_site.start()
    reference = send_request(fresh_site)
    two_mails(fresh_site, reference)
    wait_until(lambda: failed_tries(fresh_site, "SMTPRecipientsRefused") >= 2, seconds=20, what="two refusals")
    assert sorted(mail.recipients[0] for mail in mails_about(fresh_site, reference)) == good

    fresh_site.mail_server.refused = set()
    all_sent(fresh_site)
    assert [mail.recipients for mail in mails_about(fresh_site, reference)[2:]] == [["gone@clinic.example"]]


def all_sent(site):
    unsent = "SELECT COUNT(*) FROM consultations_outgoingmail WHERE sent_at IS NULL"
    wait_until(lambda: site.query(unsent) == [(0,)], seconds=30, what=lambda: f"all mails; the site said: {site.log}")


@pytest.mark.whole
def test_without_a_mail_server_a_demo_writes_files(fresh_site):
    del fresh_site.environment["EMAIL_HOST"]
    fresh_site.start()
    reference = send_request(fresh_site)
    folder = fresh_site.folder / "data" / "mail"

    def written():
        texts = [file.read_text() for file in folder.glob("*")]  # mails of the same second may share a file
        return sum(text.count(f"Reference: {reference}") for text in texts) == 2

    wait_until(written, seconds=20, what="two mails in files")
    assert re.search(rf"emails are written to files in {re.escape(str(folder))}", fresh_site.log)
