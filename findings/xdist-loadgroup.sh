#!/usr/bin/env bash
# pytest-xdist 3.8.0 under pytest 9.2.0: `--dist loadgroup` does not keep the tests of a group together.
#
# Its documentation says that tests with the same `xdist_group` mark run in the same process. It tells the scheduler of a
# group by adding `@group` to `item._nodeid`; pytest 9.2.0 does not build `item.nodeid` from that attribute any more, so
# the scheduler hears of no group and deals the tests out singly. Nothing warns. Module fixtures are then made once per
# process, and tests of a file that build on each other fail now and then. `--dist loadfile` works.
#
# Fails when this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pytest==9.2.0 pytest-xdist==3.8.0

cat > test_group.py <<'TEST'
import os
import time

import pytest


@pytest.mark.xdist_group("together")
@pytest.mark.parametrize("number", range(6))
def test_where(number):
    time.sleep(0.3)
    with open("where.txt", "a") as file:
        file.write(os.environ["PYTEST_XDIST_WORKER"] + "\n")
TEST

processes_of() { rm -f where.txt; venv/bin/python -m pytest -q -n 2 --dist "$1" test_group.py > /dev/null; sort -u where.txt | wc -l; }

by_group=$(processes_of loadgroup)
by_file=$(processes_of loadfile)
echo "pytest 9.2.0, pytest-xdist 3.8.0: processes that ran the six tests of one group: $by_group with --dist loadgroup, $by_file with --dist loadfile"
[ "$by_group" = 2 ] && [ "$by_file" = 1 ]
