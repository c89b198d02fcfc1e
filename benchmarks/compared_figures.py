"""Figures compared: are the same things joined, and is the difference sorted as readers do?

    python -m benchmarks.compared_figures [--held] [--set claims|news|FILE] [--errors]
        [--but EVENT ...]

Two sets: `claims`, the invented events of `tests/compared`, and `news`, pairs in real news
(`tests/compared/figures`); besides any file of events in the form of
`tests/compared/figures-events`. For each the share of pairs with the right `same`, with the right
reason (one under `also` is right too), and precision and recall of `conflict`, end to end and over
those whose two figures the reader found; beside them a baseline that joins by the noun alone and
calls every other value a conflict.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.compared import COMPARED, part
from benchmarks.figure_events import Event, load
from quoth.compare import Told, from_readings
from quoth.compare.figures import Count, Relation, counts_of, relation
from quoth.compare.figures.values import equal
from quoth.documents import open_document
from quoth.reader import Reader
from quoth.records import Reading, Span

Mark = dict[str, Any]
KEPT = Path(os.environ.get("QUOTH_READINGS", "work/readings"))
"""Where readings of the documents are kept between two runs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures to compare, found by the reader or not, and what readers say of them."""

    n: int
    event: str
    a: Count | None
    b: Count | None
    mark: Mark


Judge = Callable[[Count, Count], Relation]


def by_noun(one: Count, other: Count) -> Relation:
    """The baseline: the last word of what the reading says is counted, and the value."""
    if _head(one) != _head(other) or one.figure.unit != other.figure.unit:
        return Relation("other thing", "")
    return Relation("agree" if equal(one.amount, other.amount) else "conflict", "")


def _head(count: Count) -> str:
    of = count.figure.of
    return of.text.split()[-1].lower().rstrip("s") if of else ""


def claims(held: bool) -> Iterator[Pair]:
    """The pairs of the invented events."""
    folder = part(held) / "claims"
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))["figures"]
    marks = json.loads((folder / "marks.json").read_text(encoding="utf-8"))["figures"]
    by_number = {mark["n"]: mark for mark in marks}
    for event in sorted({item["event"] for item in items}):
        files = sorted((folder / event).glob("*.txt"))
        told = _told([_read(file.name, file.read_bytes()) for file in files])
        for item in items:
            if item["event"] == event:
                a, b = (_by_words(told[item[s]["document"]], item[s]["words"]) for s in "ab")
                yield Pair(item["n"], event, a, b, by_number[item["n"]])


def news(held: bool) -> Iterator[Pair]:
    """The pairs in real news."""
    return news_in((COMPARED / "held" if held else COMPARED) / "figures")


def news_in(folder: Path) -> Iterator[Pair]:
    """The pairs in real news of any folder with items and marks."""
    from benchmarks.real_figures import load_from

    marks = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
    by_number = {mark["n"]: mark for mark in marks}
    items = load_from(folder)
    for topic in sorted({item.topic for item in items}, key=int):
        mine = [item for item in items if item.topic == topic]
        texts = {side.document: side.text for item in mine for side in (item.a, item.b)}
        told = _told([_read(f"{name}.txt", text.encode()) for name, text in texts.items()])
        for item in mine:
            a, b = (
                _overlapping(told[f"{side.document}.txt"], Span(side.start, side.end))
                for side in (item.a, item.b)
            )
            yield Pair(item.n, topic, a, b, by_number[item.n])


def events(path: Path) -> Iterator[Pair]:
    """The pairs of a file of events, numbered in its order."""
    n = 0
    for event in load(path):
        found = figures_in(event)
        for one, other, mark in event.pairs:
            n += 1
            yield Pair(n, event.name, found[one], found[other], mark)


def figures_in(event: Event) -> dict[str, Count | None]:
    """For each label of an event the figure that the reader found there."""
    told = _told([_read(name, text.encode()) for name, text in event.texts.items()])
    marked = event.figures.items()
    return {label: _first(told[one.document], one.span) for label, one in marked}


def _read(name: str, data: bytes) -> Reading:
    """A reading, from the last run where the text is the same."""
    kept = KEPT / f"{sha256(name.encode() + data).hexdigest()[:24]}.pickle"
    if kept.is_file():
        found: Reading = pickle.loads(kept.read_bytes())
        return found
    reading = _reader().read(open_document(data, name))
    KEPT.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(reading))
    return reading


@cache
def _reader() -> Reader:
    return Reader()


def _told(readings: Iterable[Reading]) -> dict[str, tuple[Told, tuple[Count, ...]]]:
    return {told.key: (told, counts_of(told)) for told in from_readings(readings)}


def _by_words(found: tuple[Told, tuple[Count, ...]], words: str) -> Count | None:
    """The figure at the nth place of these words."""
    text, _, nth = words.partition("|")
    document = found[0].reading.document.text
    pattern = r"\s+".join(map(re.escape, text.split()))
    places = list(re.finditer(rf"(?<![\w,.]){pattern}", document))
    place = places[int(nth or 1) - 1]
    return _overlapping(found, Span(place.start(), place.end()))


def _overlapping(found: tuple[Told, tuple[Count, ...]], span: Span) -> Count | None:
    """The figure that shares most characters with a stretch."""
    best = max(
        found[1],
        key=lambda c: min(c.figure.span.end, span.end) - max(c.figure.span.start, span.start),
        default=None,
    )
    if best is None:
        return None
    shared = min(best.figure.span.end, span.end) - max(best.figure.span.start, span.start)
    return best if shared > 0 else None


def _first(found: tuple[Told, tuple[Count, ...]], span: Span) -> Count | None:
    """The first figure inside a stretch: *450 of 2,600 posts* counts 450."""
    inside = (c for c in found[1] if c.figure.span.start < span.end)
    return next((c for c in inside if c.figure.span.end > span.start), None)


def scores(pairs: list[Pair], judge: Judge) -> dict[str, float | int]:
    """Shares in percent; a pair with a figure that was not found counts as wrong."""
    same = reason = right = shown = marked = recalled = 0
    scored = [pair for pair in pairs if not pair.mark.get("either")]
    for pair in scored:
        is_conflict = "conflict" in _allowed(pair.mark)
        marked += pair.mark["reason"] == "conflict"
        if pair.a is None or pair.b is None:
            continue
        said = judge(pair.a, pair.b)
        same += said.same == pair.mark["same"]
        reason += said.reason in _allowed(pair.mark)
        shown += said.reason == "conflict"
        right += said.reason == "conflict" and is_conflict
        recalled += said.reason == "conflict" == pair.mark["reason"]
    total = max(len(scored), 1)
    return {
        "pairs": len(scored),
        "same": 100 * same / total,
        "reason": 100 * reason / total,
        "conflicts": shown,
        "precision": 100 * right / shown if shown else 100.0,
        "recall": 100 * recalled / marked if marked else 100.0,
    }


def _allowed(mark: Mark) -> set[str]:
    return {mark["reason"], *mark.get("also", ())}


def report(name: str, pairs: list[Pair]) -> Iterator[str]:
    """A table in Markdown: the two ways to judge, over all pairs and over those found."""
    found = [pair for pair in pairs if pair.a and pair.b]
    missed = len(pairs) - len(found)
    yield f"{name}: {len(pairs)} pairs, in {missed} a figure that the reader did not find"
    yield ""
    yield "| | pairs | same | reason | conflicts shown | precision | recall |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    ways: dict[str, Judge] = {"compare": relation, "same noun, equal value": by_noun}
    for way, judge in ways.items():
        for what, part_of in (("end to end", pairs), ("found", found)):
            s = scores(part_of, judge)
            yield (
                f"| {way}, {what} | {s['pairs']} | {s['same']:.1f} | {s['reason']:.1f} "
                f"| {s['conflicts']} | {s['precision']:.1f} | {s['recall']:.1f} |"
            )


def errors(pairs: list[Pair]) -> Iterator[str]:
    """Every pair that is judged otherwise than marked, with its sentences. For open sets only."""
    for pair in pairs:
        if pair.mark.get("either"):
            continue
        if pair.a is None or pair.b is None:
            yield f"{pair.n} {pair.event}: not found: {'a' if pair.a is None else 'b'}"
            continue
        said = relation(pair.a, pair.b)
        if said.reason in _allowed(pair.mark) and said.same == pair.mark["same"]:
            continue
        marked = ", ".join((pair.mark["reason"], *pair.mark.get("also", ())))
        yield f"{pair.n} {pair.event}: {said.reason} ({said.why}); marked {marked}"
        for count in (pair.a, pair.b):
            yield f"    {count.words.text} [{count.whose.text}, {count.day}] {count.amount}"
            yield f"      {count.thing}"
            yield f"      {count.sentence.text}"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--held", action="store_true", help="the part that is for the end")
    parser.add_argument("--set", default="claims", help="claims, news, or a file of events")
    parser.add_argument("--errors", action="store_true", help="what is judged otherwise; open only")
    parser.add_argument("--but", nargs="*", default=(), help="events to leave out")
    given = parser.parse_args(arguments)
    made = {"claims": claims, "news": news}.get(given.set)
    pairs = list(made(given.held) if made else events(Path(given.set)))
    pairs = [pair for pair in pairs if pair.event not in given.but]
    print("\n".join(report(given.set + (" held" if given.held else ""), pairs)))
    if given.errors and not given.held:
        print("\n".join(errors(pairs)))


if __name__ == "__main__":
    main()
