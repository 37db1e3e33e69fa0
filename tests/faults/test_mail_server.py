"""The mail server refuses, hangs or dies; the patient does not notice, and every mail arrives."""

import re
import time

import pytest

from tests.faults.patients import mails_about, send_request, two_mails
from tests.running_site import wait_until
from tests.smtp import silent_server


def test_mail_waits_while_nobody_answers_and_goes_out_when_somebody_does(fresh_site):
    fresh_site.start()
    reference = send_request(fresh_site)
    wait_until(
        lambda: fresh_site.log.count("was not taken (ConnectionRefusedError)") >= 4, seconds=40, what="two failed tries"
    )
    fresh_site.mail_server.start()
    two_mails(fresh_site, reference)


def test_a_mail_server_that_hangs_holds_up_no_patient(fresh_site):
    with silent_server(fresh_site.mail_server.port):
        fresh_site.start()
        started = time.monotonic()
        references = [send_request(fresh_site, reason=f"Request {number}") for number in range(3)]
        assert time.monotonic() - started < 5
        assert len(set(references)) == 3
        wait_until(lambda: "was not taken (" in fresh_site.log, seconds=40, what="a try that timed out")
    fresh_site.mail_server.start()
    for reference in references:
        two_mails(fresh_site, reference)


@pytest.mark.parametrize("answer", ["451 4.3.0 later", "550 5.7.1 no", "554 5.0.0 never"])
def test_refused_mail_is_tried_until_it_is_taken(fresh_site, answer):
    fresh_site.mail_server.answer = answer
    fresh_site.mail_server.start()
    fresh_site.start()
    reference = send_request(fresh_site)
    wait_until(lambda: fresh_site.log.count("was not taken (SMTP") >= 3, seconds=40, what="refused tries")
    assert mails_about(fresh_site, reference) == []
    fresh_site.mail_server.answer = "250 taken"
    two_mails(fresh_site, reference)
    message_ids = {mail["Message-ID"] for mail in mails_about(fresh_site, reference)}
    assert len(message_ids) == 2


def test_without_a_mail_server_a_demo_writes_files(fresh_site):
    del fresh_site.environment["EMAIL_HOST"]
    fresh_site.start()
    reference = send_request(fresh_site)
    folder = fresh_site.folder / "data" / "mail"

    def written():
        texts = [file.read_text() for file in folder.glob("*")]  # mails of the same second may share a file
        return sum(text.count(f"Reference: {reference}") for text in texts) == 2

    wait_until(written, seconds=20, what="two mails in files")
    assert re.search(rf"mails go to files in {re.escape(str(folder))}", fresh_site.log)
