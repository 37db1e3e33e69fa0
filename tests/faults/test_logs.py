"""The running site logs a line of JSON for each event, from every process."""

import json
import os
import signal
from urllib.parse import urlencode

from tests.factories import answers
from tests.faults.patients import post_form
from tests.faults.processes import mail_worker
from tests.running_site import wait_until


def test_every_line_after_the_start_is_a_json_object(fresh_site):
    fresh_site.start()
    begun = len(fresh_site.log)
    status, headers, _ = post_form(fresh_site, urlencode(answers()), **{"X-Request-ID": "of-the-server-in-front"})
    assert (status, headers["X-Request-ID"]) == (303, "of-the-server-in-front")

    os.kill(mail_worker(fresh_site), signal.SIGKILL)
    wait_until(lambda: "was sent SIGKILL" in fresh_site.log[begun:], seconds=20, what="word of it")
    wait_until(fresh_site.answers, seconds=20, what="the site to answer again")
    wait_until(lambda: "was not accepted" in fresh_site.log, seconds=20, what="a mail that nobody takes")
    fresh_site.stop()

    events = [json.loads(line) for line in fresh_site.log[begun:].splitlines()]
    told = {(event.get("command"), event.get("request"), event["logger"]) for event in events}
    assert {
        (None, "of-the-server-in-front", "clinic_site.operations.request_log"),
        ("serve", None, "gunicorn.error"),
        ("worker", None, "consultations.mail.outbox"),
    } <= told
    assert {tuple(event)[:4] for event in events} == {("at", "level", "logger", "message")}
