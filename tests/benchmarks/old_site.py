"""Whether a large export of WordPress is read in little memory, and imported in minutes.

    python -m tests.benchmarks.old_site

Writes an export of 61 MB with 32,300 items and reads it in a process of its own. Prints the processor time, and how
much more memory (resident, at its peak) the process held than before. Then the command imports 5,000 posts, whose
pictures are named but not there, and 500 to compare. Ends with 1 when reading takes more than 40 MB, the plan and the
import together more than three minutes, or each post more than MOST_A_POST.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from clinic_site.old_site.reading import Export
from tests.old_site import ADDRESS, make_export, make_item, make_picture

ITEMS, SIZE = 32_300, 61_000_000  # bytes
MOST_MEMORY = 40_000_000  # bytes above the process at rest
POSTS, MOST_SECONDS = 5_000, 180
MOST_A_POST = 8_000  # bytes that a command holds for each more: titles, addresses and notes of it and its picture
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


def write_posts(path, number_of_posts):
    """Posts of usual length that link to each other, and their pictures."""
    items = []
    for number in range(1, number_of_posts + 1):
        link = f'<a href="{ADDRESS}/?p={2 * (number // 2 + 1)}">More</a>'
        image = f'<img src="{ADDRESS}/wp-content/uploads/2022/06/{number}-300x225.jpg" alt="A shoulder">'
        body = f"<h2>Rest</h2>\n{WORDS * 8}{image}\n\n<h2>Move</h2>\n{WORDS * 8}{link}"
        items.append(make_item(2 * number, f"Article {number}", body, categories={f"topic-{number % 20}": "Topic"}))
        items.append(make_picture(2 * number + 1, f"2022/06/{number}.jpg", sizes=[f"{number}-300x225.jpg"]))
    path.write_text(make_export(*items))


def run_command(*arguments, data):
    """(what it printed, seconds, processor seconds, bytes of memory at its peak). Raises CalledProcessError."""
    begun = time.monotonic()
    command = [sys.executable, "manage.py", *map(str, arguments)]
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(command, stdout=printed, env={**os.environ, "DATA_DIR": str(data)})
        _, status, usage = os.wait4(process.pid, 0)
        printed.seek(0)
        if status:
            raise subprocess.CalledProcessError(status, command)
        seconds, processor_seconds = time.monotonic() - begun, usage.ru_utime + usage.ru_stime
        return printed.read().decode(), seconds, processor_seconds, usage.ru_maxrss * 1024


def import_posts(folder, number_of_posts):
    """(seconds, processor seconds, bytes of memory at their peak) of the plan and of the import."""
    path, data = Path(folder, f"{number_of_posts}.xml"), Path(folder, f"data-{number_of_posts}")
    data.mkdir()
    write_posts(path, number_of_posts)
    run_command("migrate", "--verbosity", "0", data=data)
    report, *plan = run_command("import_wordpress", path, data=data)
    done, *applied = run_command("import_wordpress", path, "--apply", report.split()[-1], data=data)
    assert f"{number_of_posts:,} articles imported." in done, done
    return plan, applied


def measure_import(folder):
    """Prints the figures. Returns whether one of them misses its limit."""
    small, large = import_posts(folder, POSTS // 10), import_posts(folder, POSTS)
    seconds = sum(seconds for seconds, *_ in large)
    missed = seconds > MOST_SECONDS
    for name, (*_, less), (took, processor_seconds, more) in zip(("plan", "import"), small, large, strict=True):
        grown = more - less
        a_post = grown / (POSTS - POSTS // 10)
        is_over = a_post > MOST_A_POST
        print(
            f"{name} of {POSTS:,} posts in {took:.0f} s ({processor_seconds:.0f} s of processor time) with "
            f"{more / 1e6:.0f} MB, {grown / 1e6:.0f} MB more than for {POSTS // 10}: {a_post:,.0f} bytes a post "
            f"(limit {MOST_A_POST:,}){'   MISSES' if is_over else ''}"
        )
        missed = missed or is_over
    print(f"together {seconds:.0f} s (limit {MOST_SECONDS} s){'   MISSES' if seconds > MOST_SECONDS else ''}")
    return missed


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
    with tempfile.TemporaryDirectory(prefix="clinic-old-site-") as folder:
        missed = measure_import(folder) or missed
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
