"""What a second core is worth: `quoth read` over the same files on one core and on two.

    python -m benchmarks.cores [--data FOLDER] [--rounds N]

Linux only, where a process can be held to a core.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from statistics import median

from benchmarks.measure import cost
from benchmarks.setting import setting
from benchmarks.tools import DATA, texts_in
from quoth.models import MODELS


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cores",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/")
    parser.add_argument("--rounds", type=int, default=3, help="turns for each (3)")
    options = parser.parse_args()
    if not hasattr(os, "sched_setaffinity"):
        sys.exit("this system does not hold processes to cores")
    files = sorted(map(str, texts_in(options.data).iterdir()))
    print("| model | one core, s | two cores, s | gain | start-up, s |")
    print("|---|---:|---:|---:|---:|")
    for model in MODELS:
        rows = [_round(model, files) for _ in range(options.rounds)]
        one, two, start = (median(row[n] for row in rows) for n in range(3))
        gain = median((a - c) / (b - c) for a, b, c in rows)
        print(f"| {model} | {one:.1f} | {two:.1f} | {gain:.2f} | {start:.2f} |")
    print()
    print("- gain: seconds on one core over those on two, both less start-up (one short file)")
    for line in setting(options.data):
        print(f"- {line}")


def _round(model: str, files: list[str]) -> tuple[float, float, float]:
    """Seconds on one core, on two, and for the shortest file alone."""
    read = [sys.executable, "-m", "quoth", "read", "--format", "jsonl", "--model", model]
    shortest = min(files, key=lambda name: Path(name).stat().st_size)
    cores = sorted(os.sched_getaffinity(0))
    seconds = []
    for held, given in ((cores[:1], files), (cores[:2], files), (cores[:1], [shortest])):
        os.sched_setaffinity(0, held)  # the child takes it over
        try:
            seconds.append(cost([*read, *given]).seconds)
        finally:
            os.sched_setaffinity(0, cores)
    return seconds[0], seconds[1], seconds[2]


if __name__ == "__main__":
    main()
