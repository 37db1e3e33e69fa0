"""The form and the memory under load, in a short form; `make bench` does it at full length and checks times."""

import pytest

from tests import clock
from tests.benchmarks import form, memory
from tests.benchmarks.visitors import Visitors, percentile
from tests.running_site import RunningSite

SECONDS = 10
VIEWS = 3000
GROWTH = 0.2  # after so few views caches still fill: half of it; 10 kB kept of each view would be more


@pytest.fixture(scope="module")
def busy_site(tmp_path_factory):
    site = RunningSite(tmp_path_factory.mktemp("busy"))
    site.mail_server.start()
    site.start()
    yield site
    assert site.stop() == 0
    site.mail_server.stop()


@pytest.mark.whole
def test_twenty_posts_a_second_are_each_stored_once_beside_readers(busy_site):
    numbers = range(SECONDS * form.POSTS)
    with Visitors() as visitors:
        outcome = visitors.come(busy_site, form.visits(busy_site, seconds=SECONDS, posts=numbers, seed=1))
    posts, reads = outcome.seconds_of_posts, outcome.seconds_of_reads
    print(f"\np99 of posts {percentile(posts, 99) * 1000:.0f} ms, of reads {percentile(reads, 99) * 1000:.0f} ms")
    assert outcome.errors == []
    assert (len(posts), len(reads)) == (len(numbers), SECONDS * form.READS)
    assert len(outcome.tokens) == len(numbers)
    assert form.not_stored_once(busy_site, outcome.tokens) == 0


@pytest.mark.parametrize(
    ("told", "stored", "wrong"),
    [
        (["a", "b"], ["a", "b"], 0),
        (["a", "b"], ["a"], 1),
        (["a"], ["a", "b"], 1),
        (["a"], ["a", "a"], 1),
        (["a", "a"], ["a"], 1),
    ],
)
def test_the_count_finds_requests_not_stored_once(told, stored, wrong):
    class Site:
        def query(self, sql):
            return [(token,) for token in stored]

    assert form.not_stored_once(Site(), told) == wrong


@pytest.mark.whole
def test_a_web_workers_memory_stays_as_it_is(busy_site):
    crowd = memory.READERS if clock.SHIFT else memory.CROWD
    measured, counted = memory.watch(busy_site, VIEWS, crowd=crowd)
    assert sum(counted.values()) >= VIEWS * 0.99
    assert set(counted) == {200, 302, 304, 404}
    for worker, last in measured[-1].items():
        assert last["RSS"] <= memory.MOST
        assert memory.growth(measured, worker) <= GROWTH
