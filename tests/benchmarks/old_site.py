"""Whether a large export of WordPress is read in little memory.

    python -m tests.benchmarks.old_site

Writes an export of 61 MB with 32,300 items and reads it in a process of its own. Prints the processor time, and how
much more memory (resident, at its peak) the process held than before. Ends with 1 when that is more than 40 MB.
"""

import re
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from clinic_site.old_site.reading import Export
from tests.old_site import make_export, make_item, make_picture

ITEMS, SIZE = 32_300, 61_000_000  # bytes
MOST_MEMORY = 40_000_000  # bytes above the process at rest
WORDS = "Rest the shoulder for two days; swim less, and <strong>stretch</strong> it daily.\n\n"


def write_large_export(path):
    """Posts with comments, pictures, and messages of a contact form, in turn."""
    head, end = make_export().split("</channel>")
    body = WORDS * 14
    with path.open("w") as file:
        file.write(head)
        for number in range(1, ITEMS + 1):
            if number % 3 == 0:
                item = make_picture(number, f"2022/06/shoulder-{number}.jpg", sizes=[f"shoulder-{number}-300x225.jpg"])
            elif number % 3 == 1:
                categories = {f"topic-{number % 20}": f"Topic {number % 20}"}
                item = make_item(number, f"Article {number}", body, categories=categories, comments=[WORDS])
            else:
                item = make_item(number, f"Message {number}", body, type="flamingo_inbound")
            file.write(item)
        file.write(f"</channel>{end}")


def read_export(path):
    """({type: number of items and comments}, processor seconds, bytes of memory above the process at rest)."""
    at_rest, begun = memory("VmRSS"), time.process_time()
    export = Export([path])
    counted = Counter(item.type for item in export) + Counter(export.left_out)
    return counted, time.process_time() - begun, memory("VmHWM") - at_rest


def memory(name):
    """Bytes of this process, now (VmRSS) or at most so far (VmHWM)."""
    return int(re.search(rf"^{name}:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)[1]) * 1024


def main():
    with tempfile.TemporaryDirectory(prefix="clinic-old-site-") as folder:
        path = Path(folder, "export.xml")
        write_large_export(path)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            counted, seconds, above = pool.submit(read_export, path).result()
        print(f"an export of {path.stat().st_size / 1e6:.0f} MB, in which were read or left out:", dict(counted))
    missed = above > MOST_MEMORY
    print(f"read in {seconds:.1f} s of processor time")
    print(f"memory above rest {above / 1e6:.1f} MB (limit {MOST_MEMORY / 1e6:.0f} MB){'   MISSES' if missed else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
