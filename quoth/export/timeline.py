"""How much there is in each month, or in each year where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST = 36
"""Months that are shown each; of more, years."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year, and how much there is in it."""

    label: str
    """`2031-03` or `2031`; `no date` for what has none."""
    number: int


def timeline(months: Iterable[tuple[str | None, int]]) -> tuple[Bar, ...]:
    """Every month from the first to the last, empty ones too; then what has no date."""
    counts = Counter(dict(months))
    undated = counts.pop(None, 0)
    known = sorted(month for month in counts if month and len(month) == 7)
    bars: list[Bar] = []
    if known:
        every = list(_between(known[0], known[-1]))
        if len(every) <= MOST:
            bars = [Bar(month, counts[month]) for month in every]
        else:
            years: Counter[str] = Counter()
            for month in known:
                years[month[:4]] += counts[month]
            first, last = int(known[0][:4]), int(known[-1][:4])
            bars = [Bar(f"{year:04}", years[f"{year:04}"]) for year in range(first, last + 1)]
    return (*bars, Bar("no date", undated)) if undated else tuple(bars)


def _between(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (found := f"{year:04}-{month:02}") <= last:
        yield found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
