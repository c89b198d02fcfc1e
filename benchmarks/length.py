"""Whether time grows with length in a straight line, and how much memory a long text takes."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.invented import news
from benchmarks.measure import Cost, cost
from benchmarks.setting import setting

SIZES = (0.6, 1.25, 2.5, 5.0, 10.0)
"""Megabytes of text."""

STRAIGHT = 1.2
"""CPU-seconds per MB of the longest text over those of the shortest, at most."""


def measured(sizes: Sequence[float]) -> Iterator[tuple[float, Cost]]:
    """Megabytes and what `quoth read` costs on a text of that size, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size:g}.txt"
            data = news(round(size * 1e6)).encode()
            path.write_bytes(data)
            read = [sys.executable, "-m", "quoth", "read", "--format", "jsonl", str(path)]
            yield len(data) / 1e6, cost(read)


def report(sizes: Sequence[float]) -> Iterator[str]:
    """A table in Markdown, a row as soon as it is measured, and the verdict."""
    yield "| MB of text | seconds | CPU-seconds | CPU-seconds per MB | peak MB | lines out |"
    yield "|---:|---:|---:|---:|---:|---:|"
    rates = []
    for megabytes, spent in measured(sorted(sizes)):
        rates.append(spent.cpu / megabytes)
        yield (
            f"| {megabytes:.2f} | {spent.seconds:.1f} | {spent.cpu:.1f} | {rates[-1]:.2f} "
            f"| {spent.memory:.0f} | {spent.lines} |"
        )
    yield ""
    yield verdict(rates)
    yield ""
    yield from (f"- {line}" for line in setting())
    yield "- `quoth read --format jsonl`, one whole process for each text, start-up included"


def verdict(rates: Sequence[float]) -> str:
    """Whether CPU-seconds per MB stay the same from the shortest to the longest text."""
    ratio = rates[-1] / rates[0]
    line = "straight" if ratio <= STRAIGHT else "not straight"
    return (
        f"The line is {line}: a MB of the longest text takes {ratio:.2f} times the CPU-seconds "
        f"of a MB of the shortest (at most {STRAIGHT} counts as straight)."
    )
