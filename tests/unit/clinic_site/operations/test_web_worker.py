import signal
from types import SimpleNamespace

import pytest

from clinic_site.operations.web_worker import DeadlineWorker

ENDS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)


class BusyPool:
    """A thread pool whose lock this thread holds: it is handing over a request when the signal comes."""

    def shutdown(self, wait):
        pytest.fail("waits for ever")


@pytest.fixture
def worker():
    before = [signal.getsignal(number) for number in ENDS]
    worker = object.__new__(DeadlineWorker)
    worker.cfg, worker.tpool = SimpleNamespace(worker_int=lambda worker: None), BusyPool()
    yield worker
    for number, handler in zip(ENDS, before, strict=True):
        signal.signal(number, handler)


def test_ctrl_c_ends_a_web_process_that_is_handing_a_request_to_a_thread(worker):
    with pytest.raises(SystemExit):
        worker.handle_quit(signal.SIGQUIT, None)


def test_a_second_ctrl_c_does_not_interrupt_what_is_written_at_the_end(worker):
    worker.end_undisturbed()
    for number in ENDS:
        signal.raise_signal(number)
