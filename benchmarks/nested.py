"""How well statements inside statements are found, in the passages marked by hand.

    python -m benchmarks.nested [--held] [--model small] [--misses]

A statement is right where its content overlaps that of a marked one by half or more (intersection
over union), and so do the contents of the statements that they stand in (`tests/marked/README.md`).
Measured twice: with the outer statements given, which says what nesting itself does, and with
documents read as users read them, where a statement found at the top by mistake, or one not found
there, costs all that stands in it. The second counts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import groupby

from benchmarks.marks.agreement import LOOSE, overlap, paired
from benchmarks.marks.documents import statements, text_of
from benchmarks.marks.sets import Record, bounds, final_file, items_file, load
from benchmarks.marks.show import quoted
from benchmarks.setting import setting
from quoth.documents import from_text
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.reading.relations import Relation
from quoth.records import Span, Statement

GUM = "gum/"
"""Texts whose statements at the top nobody marked but for those with others in them."""


@dataclass(frozen=True, slots=True)
class Score:
    """Statements marked and found, how many of them are the same, and also in the same parent."""

    marked: int = 0
    found: int = 0
    same: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Score(*(one + more for one, more in pairs))

    def row(self, name: str) -> str:
        """A row of the table, in percent."""
        precision, recall = (self.right / max(n, 1) for n in (self.found, self.marked))
        f1, loose = (2 * n / max(self.marked + self.found, 1) for n in (self.right, self.same))
        shares = " | ".join(f"{100 * share:.1f}" for share in (precision, recall, f1, loose))
        return f"| {name} | {self.marked} | {self.found} | {shares} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.nested",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--held", action="store_true", help="the third kept for the end")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--misses", action="store_true", help="print what is missed and too much")
    options = parser.parse_args()
    items = load(items_file("nested", options.held))
    marks = {one["n"]: one["marks"] for one in load(final_file("nested", options.held))}
    finder = Finder(options.model)
    by_outer: dict[str, dict[str, Score]] = {"given": {}, "read": {}}
    try:
        for name, group in groupby(items, key=lambda item: str(item["document"])):
            mine = list(group)
            document = from_text(text_of(name), name)
            outer = _outer(name, mine, marks)
            read = {
                "given": finder.inside(document, outer),
                "read": finder.find(document)[0].statements,
            }
            for item in mine:
                for way, found in read.items():
                    score = _score(item, marks[item["n"]], found, options.misses and way == "read")
                    kind = name.partition("/")[0]
                    for row in (kind, "all"):
                        by_outer[way][row] = by_outer[way].get(row, Score()) + score
    except FileNotFoundError as missing:
        sys.exit(f"{missing.filename or missing}: the marked texts are not there")
    for line in _report(by_outer):
        print(line)
    for line in setting():
        print(f"- {line}")


def _outer(name: str, items: Iterable[Record], marks: dict[int, list[Record]]) -> list[Relation]:
    """The known statements at the top."""
    known: Iterable[Record] = statements(name)
    if name.startswith(GUM):
        known = [one for item in items for one in marks[item["n"]] if one["in"] is None]
    return [
        Relation(_spans(one["source"]), _spans(one["cue"]), _spans(one["content"]), "indirect", 1.0)
        for one in known
    ]


def _spans(marked: Iterable[tuple[int, int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(marked or ()))


def _score(item: Record, marks: list[Record], found: Iterable[Statement], tell: bool) -> Score:
    start, end = bounds(item["passage"])
    gold = [one for one in marks if one["in"] is not None]
    mine = [one for one in _nested(found) if start <= bounds(one["content"])[0] < end]
    pairs = paired("content", gold, mine)
    right = [(a, b) for a, b in pairs if overlap(a["in"], b["in"]) >= LOOSE]
    if tell:
        text = text_of(item["document"])
        for sign, every, side in (("missed", gold, 0), ("too much", mine, 1)):
            for one in every:
                if not any(pair[side] is one for pair in right):
                    parts = (quoted(text, one[role] or []) for role in ("source", "cue", "content"))
                    print(f"{item['n']} {sign}: {' / '.join(parts)}")
    return Score(len(gold), len(mine), len(pairs), len(right))


def _nested(found: Iterable[Statement]) -> Iterator[Record]:
    """Those in another, as marks."""
    by_id = {one.id: one for one in found}
    for one in by_id.values():
        if one.within is not None:
            parts = {"source": one.source, "cue": one.cue, "content": one.content}
            parts["in"] = by_id[one.within].content
            yield {
                name: [[span.start, span.end] for span in part.spans] if part else None
                for name, part in parts.items()
            }


def _report(by_outer: dict[str, dict[str, Score]]) -> Iterator[str]:
    yield "| outer statements | marked | found | precision | recall | F1 | F1, any parent |"
    yield "|---|" + "---:|" * 6
    for way, rows in by_outer.items():
        for name, score in sorted(rows.items(), key=lambda row: (row[0] != "all", row[0])):
            yield score.row(f"{way}: {name}")


if __name__ == "__main__":
    main()
