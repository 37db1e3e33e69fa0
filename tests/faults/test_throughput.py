"""What a page that is asked for often costs, beside what it costs to send the same bytes and nothing else.

Processor time, which does not depend on what else the machine does; `python -m tests.benchmarks.throughput` measures
pages a second as well, and a page that is made anew.
"""

import pytest

from tests.benchmarks.throughput import LIMITS, processor_milliseconds, three_servers


@pytest.mark.whole
def test_a_kept_page_costs_at_most_twice_what_its_bytes_cost():
    with three_servers() as servers:
        costs = {name: processor_milliseconds(servers[name]) for name in ("site", "bare")}
    print(f"\n{costs['site']:.3f} ms of processor time a page, bare {costs['bare']:.3f}")
    assert costs["site"] <= costs["bare"] / LIMITS["site"]
