"""Every measurement, one after the other: `python -m tests.benchmarks`, about an hour with OTHER_BUILD, half without.

Each prints its ratios beside the machine's own limits. Ends with 1 when one of them misses a limit.
"""

import os
import subprocess
import sys

ALL = {
    "kept_pages": "What a page costs, beside another build (OTHER_BUILD)",
    "counting": "What counting adds to a kept page",
    "throughput": "Pages a second, beside a bare WSGI function",
    "form": "Requests a second, beside the database's driver alone",
    "memory": "Memory over many page views",
    "start": "The time to start, beside that of a check",
    "growth": "Large sites beside small ones",
    "statistics": "A year of page views beside a month of them",
    "old_site": "A large export of WordPress",
    "lighthouse": "What a phone makes of it",
}


def main():
    missed = []
    for name, title in ALL.items():
        print(f"\n# {title} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)\n", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode:
            missed.append(name)
    print("\nMissed:", ", ".join(missed) or "nothing")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
