"""Whether time grows in a straight line, with the length of a text and with their number."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.invented import news
from benchmarks.measure import Cost, cost
from benchmarks.setting import setting

SIZES = (0.6, 1.25, 2.5, 5.0, 10.0)
"""Megabytes of text."""
NUMBERS = (600, 2500, 10_000)
"""Texts of `SHORT` bytes each."""
SHORT = 600
STRAIGHT = 1.2
"""CPU-seconds per MB of the largest over those of the smallest, at most."""
BAR = 40
"""Cells of the longest bar of the plot."""

READ = (sys.executable, "-m", "quoth", "read", "--format", "jsonl")


def long_texts(sizes: Sequence[float]) -> Iterator[tuple[str, float, Cost]]:
    """Name, megabytes and cost of `quoth read` for a text of each size, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(sizes):
            path = Path(folder) / f"{size:g}.txt"
            data = news(round(size * 1e6)).encode()
            path.write_bytes(data)
            yield f"{size:g} MB", len(data) / 1e6, cost([*READ, str(path)])


def many_texts(numbers: Sequence[int]) -> Iterator[tuple[str, float, Cost]]:
    """The same for so many short texts at once."""
    with tempfile.TemporaryDirectory() as folder:
        paths: list[str] = []
        size = 0
        for number in sorted(numbers):
            while len(paths) < number:
                path = Path(folder) / f"{len(paths):05}.txt"
                size += path.write_bytes(news(SHORT, seed=len(paths)).encode())
                paths.append(os.fspath(path))
            yield f"{number} texts", size / 1e6, cost([*READ, *paths])


def report(measured: Iterator[tuple[str, float, Cost]]) -> Iterator[str]:
    """A table in Markdown, a row as soon as it is measured, a plot and the verdict."""
    yield "| | MB | seconds | CPU-seconds | CPU-seconds per MB | peak MB | lines out |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    done: list[tuple[str, float, Cost]] = []
    for name, megabytes, spent in measured:
        done.append((name, megabytes, spent))
        yield (
            f"| {name} | {megabytes:.2f} | {spent.seconds:.1f} | {spent.cpu:.1f} "
            f"| {spent.cpu / megabytes:.2f} | {spent.memory:.0f} | {spent.lines} |"
        )
    yield ""
    most = max(spent.cpu for _, _, spent in done)
    for name, _, spent in done:
        yield f"    {name:>12} {'█' * max(round(BAR * spent.cpu / most), 1)} {spent.cpu:.0f} s"
    yield ""
    yield verdict([spent.cpu / megabytes for _, megabytes, spent in done])
    yield ""
    yield from (f"- {line}" for line in setting())
    yield "- `quoth read --format jsonl`, one whole process for each row, start-up included"


def verdict(rates: Sequence[float]) -> str:
    """Whether CPU-seconds per MB stay the same from the smallest to the largest."""
    ratio = rates[-1] / rates[0]
    line = "straight" if ratio <= STRAIGHT else "not straight"
    return (
        f"The line is {line}: a MB of the largest takes {ratio:.2f} times the CPU-seconds "
        f"of a MB of the smallest (at most {STRAIGHT} counts as straight)."
    )
