"""Every Python process under libfaketime imports this first (see tests/clock.py).

libfaketime breaks the call behind `time.sleep` of Python 3.11 and later when it leaves the monotonic clock alone.
"""

import select
import time

time.sleep = lambda seconds: select.select([], [], [], seconds)
