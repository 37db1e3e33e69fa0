"""Patients send requests while processes are killed; afterwards the outcome of each request is counted from outside.

The seed decides which process is killed when. `make test-all` runs it at full length, `make test` in a short form.
"""

import random
import re
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlencode

from tests.factories import answers
from tests.faults.patients import ask, post_form, shown_reference
from tests.faults.processes import children, is_alive, kill, mail_worker, web_workers
from tests.running_site import wait_until

PAUSE = 1  # seconds between two kills
PATIENCE = 120  # seconds for which a patient goes on trying
VICTIMS = ["a web worker", "a web worker", "both web workers", "the mail worker", "the mail worker", "their parent"]


@dataclass
class Tally:
    """The outcome of the requests. `problems` is empty when every promise was kept."""

    acknowledged: int = 0
    stored: int = 0
    mailed_once: int = 0
    mailed_twice: int = 0
    lost: int = 0
    problems: list = field(default_factory=list)

    def __str__(self):
        return (
            f"acknowledged {self.acknowledged} / stored {self.stored} / mailed once {self.mailed_once} / "
            f"mailed twice {self.mailed_twice} / lost {self.lost}"
        )


def count(*, acknowledged, stored, mails, recipients):
    """Compares the references that patients saw with the rows and the mails.

    `acknowledged` is {request: its reference}, `stored` the references of all rows, `mails` (reference, recipient,
    Message-ID) of each mail that the server took. A mail is counted once for each recipient.
    """
    tally = Tally(acknowledged=len(acknowledged), stored=len(stored))
    message_ids = defaultdict(list)
    for reference, recipient, message_id in mails:
        message_ids[reference, recipient].append(message_id)

    for request, reference in acknowledged.items():
        if reference not in stored:
            tally.lost += 1
            tally.problems.append(f"{request} was told {reference}, which is not stored")
    if len(stored) != len(set(acknowledged.values())):
        tally.problems.append(f"{len(stored)} rows for {len(set(acknowledged.values()))} references that were told")
    if len(set(acknowledged.values())) != len(acknowledged):
        tally.problems.append("two requests were told the same reference")
    for reference in stored:
        for recipient in recipients:
            ids = message_ids.pop((reference, recipient), [])
            if not ids:
                tally.lost += 1
                tally.problems.append(f"no mail about {reference} to {recipient}")
            elif len(ids) == 1:
                tally.mailed_once += 1
            else:
                tally.mailed_twice += 1
            if len(set(ids)) > 1:
                tally.problems.append(f"mails about {reference} to {recipient} with different Message-IDs")
    tally.problems += [f"a mail about {key}, which nobody asked for" for key in message_ids]
    return tally


class Patients:
    """Clients that send different requests, each until it is acknowledged, the same answers again and again."""

    def __init__(self, site, *, name):
        self.site, self.name = site, name
        self.acknowledged = {}
        self.met = Counter()

    def send(self, number):
        request = f"{self.name} {number}"
        body = urlencode(answers(full_name=request, reason=f"{request} has a sore knee."))
        headers = self.until(303, lambda: post_form(self.site, body))[1]
        self.acknowledged[request] = self.reference_at(headers["Location"])

    def reference_at(self, thank_you_address):
        return shown_reference(self.until(200, lambda: ask(self.site, "GET", thank_you_address))[2])

    def until(self, status, do):
        """Repeats `do` until it returns an answer with `status`, as a patient tries again after any trouble."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                answer = do()
            except (OSError, HTTPException) as error:
                self.met[type(error).__name__] += 1
            else:
                if answer[0] == status:
                    return answer
                assert answer[0] >= 500, answer
                assert "(708) 555-0100" in answer[2]
                self.met[f"page {answer[0]}"] += 1
            time.sleep(0.2)
        raise AssertionError(f"No answer {status} in {PATIENCE} seconds: {self.met}")

    def have_met_more_than(self, trouble):
        return self.met.total() > trouble

    def send_all(self, requests, *, clients, seconds, seed):
        """Spreads the requests over about so many seconds, now and then several at once."""
        chance = random.Random(seed)
        pauses = [chance.expovariate(requests / clients / seconds) for _ in range(requests)]

        def send_after_a_pause(number):
            time.sleep(pauses[number])
            self.send(number)

        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(send_after_a_pause, range(requests)))


class Killer(threading.Thread):
    """Kills one of VICTIMS every second until it is told to stop."""

    def __init__(self, site, *, seed):
        super().__init__()
        self.site, self.chance, self.enough = site, random.Random(seed), threading.Event()
        self.killed = Counter()

    def run(self):
        while not self.enough.wait(PAUSE):
            victim = self.chance.choice(VICTIMS)
            self.killed[victim] += bool(kill(self.find(victim)))
            if victim == "their parent":
                restart_without_parent(self.site, self.workers)

    def find(self, victim):
        if victim == "a web worker":
            workers = web_workers(self.site)
            return self.chance.sample(workers, min(1, len(workers)))
        if victim == "both web workers":
            return web_workers(self.site)
        if victim == "their parent":
            self.workers = list(children(self.site.process.pid))
            return [self.site.process.pid]
        worker = mail_worker(self.site)
        return [worker] if worker else []

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *problem):
        self.enough.set()
        self.join()


def restart_without_parent(site, workers):
    """What a service manager does when the first process was killed; the others must have ended by themselves."""
    site.process.wait()
    wait_until(lambda: not any(map(is_alive, workers)), seconds=30, what="the children of the killed process to end")
    site.start()


def stored_references(site):
    return [reference for (reference,) in site.query("SELECT reference FROM consultations_consultationrequest")]


def mails_at_the_server(site):
    return [
        (re.search(r"Reference: (\S+)", mail.get_content())[1], mail.recipients[0], mail["Message-ID"])
        for mail in list(site.mail_server.mails)
    ]


def all_mails_arrive(site, *, requests, seconds):
    recipients = site.environment["STAFF_EMAILS"].split(",")
    wanted = requests * len(recipients)

    def arrived():
        return len({(reference, recipient) for reference, recipient, _ in mails_at_the_server(site)}) >= wanted

    wait_until(arrived, seconds=seconds, what=lambda: f"{wanted} mails; {len(mails_at_the_server(site))} came")


def tally_of(site, patients):
    """The tally of a site that only these patients used."""
    return count(
        acknowledged=patients.acknowledged,
        stored=stored_references(site),
        mails=mails_at_the_server(site),
        recipients=site.environment["STAFF_EMAILS"].split(","),
    )
