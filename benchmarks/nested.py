"""How well statements inside statements are found, in the passages marked by hand.

    python -m benchmarks.nested [--held] [--model small] [--misses]

A nested statement is right where its content overlaps that of a marked one by half or more
(intersection over union) and so does the content of the statement that it lies in, as
`tests/marked/README.md` has it. Measured where the outer statements are given, which says what
nesting itself does, and where the document is read as users read it, which is what counts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import quoth
from benchmarks.marks.agreement import LOOSE, overlap, same
from benchmarks.marks.answers import given
from benchmarks.marks.documents import Spans, text_of
from benchmarks.marks.sets import SETS, Record, bounds, final_file, items_file, load
from benchmarks.marks.show import quoted
from benchmarks.setting import machine_and_commit
from quoth.documents import from_text
from quoth.models import MODELS
from quoth.records import Passage, Reading, Span, Statement

NESTED = SETS["nested"]


@dataclass(frozen=True)
class Score:
    """Statements marked and found, how many of them are the same, and the same in its parent."""

    marked: int
    found: int
    same: int
    right: int

    def __add__(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self.all(), other.all(), strict=True)))

    def all(self) -> tuple[int, int, int, int]:
        return self.marked, self.found, self.same, self.right

    def f1(self, hits: int) -> float:
        """In percent."""
        return 200 * hits / max(self.marked + self.found, 1)
