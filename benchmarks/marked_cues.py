"""Acts, stances and polarities of cues against the marks of people (`tests/marked`, set `cues`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from benchmarks.marks.documents import text_of
from benchmarks.marks.sets import Record, final_file, items_file, load
from quoth.analysis import Analysis
from quoth.details.cues import cued
from quoth.documents import from_text
from quoth.passages import passage_at
from quoth.reading import Finder
from quoth.records import Cued, Passage, Span, Statement

FIELDS = ("act", "stance", "polarity")


def judged(held: bool) -> Iterator[tuple[Record, Record, Cued]]:
    """Each item, its mark, and what we say of it."""
    marks = {mark["n"]: mark for mark in load(final_file("cues", held))}
    for item in load(items_file("cues", held)):
        analysis = analysed(item["document"])
        found = cued(_statement(item, analysis), analysis)
        assert found is not None
        yield item, marks[item["n"]], found


@cache
def analysed(name: str) -> Analysis:
    """The grammar of a document, as the standard model reads it."""
    return _finder().find(from_text(text_of(name), name))[1]


@cache
def _finder() -> Finder:
    return Finder()


def _statement(item: Record, analysis: Analysis) -> Statement:
    def passage(role: str) -> Passage | None:
        spans = tuple(Span(start, end) for start, end in item[role])
        return passage_at(analysis.document, spans)

    content = passage("content")
    assert content is not None
    return Statement(
        str(item["n"]), passage("source"), passage("cue"), content, "indirect", None, 1.0
    )


def table(held: bool) -> str:
    """Accuracy of each field in percent, beside that of its most frequent label."""
    rows = list(judged(held))
    lines = ["| | accuracy | most frequent |", "|---|---:|---:|"]
    for field in FIELDS:
        gold = [mark[field] for _, mark, _ in rows]
        right = sum(getattr(found, field) == mark[field] for _, mark, found in rows)
        common = Counter(gold).most_common(1)[0][1]
        lines.append(f"| {field} | {right / len(rows):.1%} | {common / len(rows):.1%} |")
    return "\n".join([f"{len(rows)} cues", "", *lines])
