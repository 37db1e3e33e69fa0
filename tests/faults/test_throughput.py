"""The cost of a kept page compared with sending the same bytes and nothing else.

Processor time, which barely depends on other programs; `python -m tests.benchmarks.throughput` also measures pages a
second and pages that are rendered.
"""

import pytest

from tests.benchmarks.throughput import LIMITS, processor_milliseconds, three_servers


@pytest.mark.whole
def test_a_kept_page_costs_at_most_twice_what_its_bytes_cost():
    with three_servers() as servers:
        costs = {name: processor_milliseconds(servers[name]) for name in ("site", "bare")}
    print(f"\n{costs['site']:.3f} ms of processor time a page, bare {costs['bare']:.3f}")
    assert costs["site"] <= costs["bare"] / LIMITS["site"]
