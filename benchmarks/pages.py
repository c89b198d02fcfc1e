"""Pairs of passages in news of one topic: do both pass on the same utterance?

    python -m benchmarks.pages --show 10 [--from 51] [--held]
    python -m benchmarks.pages --agreement [--held]

`tests/compared/pages` has the pairs as offsets, and the guide; the texts are ECB+ (Cybulska, Vossen
2014) as `benchmarks.altered.pool.text_of` gives them. Agreement is between readers, raw and as
Cohen's kappa.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.altered.pool import text_of
from benchmarks.altered.records import Form
from benchmarks.marks.agreement import kappa
from benchmarks.peers import ROOT
from benchmarks.tools import SHARED

COMPARED = ROOT / "tests" / "compared"
DATA = SHARED / "ecbplus"
READERS = ("one", "two")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one document has, and the document: `article[start:end]` are the words."""

    document: str
    start: int
    end: int
    form: Form
    speaker: str | None
    """As the document calls it beside the passage, if it does."""
    article: str

    @property
    def words(self) -> str:
        """The passage; quoted words with their marks."""
        return self.article[self.start : self.end]

    def shown(self) -> str:
        """The passage in [[ ]] with the rest of its lines, the line before and the line behind."""
        first = self.article.rfind("\n", 0, self.start)
        first = self.article.rfind("\n", 0, max(first, 0)) + 1
        last = self.article.find("\n", self.end)
        last = self.article.find("\n", last + 1) if last >= 0 else -1
        before = self.article[first : self.start]
        behind = self.article[self.end : last if last >= 0 else None]
        return f"{before}[[{self.words}]]{behind}"


@dataclass(frozen=True, slots=True)
class Item:
    """A pair: its number in the set, its topic in ECB+, and its two sides."""

    n: int
    topic: int
    a: Passage
    b: Passage


def part(held: bool) -> Path:
    """The folder that has `pages` and `answers`."""
    return COMPARED / "held" if held else COMPARED


def load(held: bool) -> list[Item]:
    """The pairs with their texts; stops with a line where ECB+ is missing."""
    if not DATA.is_dir():
        sys.exit(f"{DATA}: not there; put the folders of ECB+ (1, 2, … with their XML) in it")
    items = json.loads((part(held) / "pages" / "items.json").read_text(encoding="utf-8"))
    return [
        Item(one["n"], one["topic"], *(_passage(one["topic"], one[side]) for side in "ab"))
        for one in items
    ]


def _passage(topic: int, side: dict[str, Any]) -> Passage:
    return Passage(**side, article=_article(topic, side["document"]))


@cache
def _article(topic: int, document: str) -> str:
    return text_of(DATA / str(topic) / f"{document}.xml")


def answers(held: bool, reader: str) -> dict[int, bool | None]:
    """What a reader said, by the item's number; None where it was left open."""
    path = part(held) / "answers" / reader / "pages.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {mark["n"]: mark.get("same") for mark in map(json.loads, lines)}


def agreement(held: bool) -> str:
    """How far the two readers agree where both have marked, in a line."""
    one, two = (answers(held, reader) for reader in READERS)
    pairs = [(one[n], two[n]) for n in sorted(one.keys() & two.keys())]
    if not pairs:
        return "not yet marked by two readers"
    raw, beyond = sum(a == b for a, b in pairs) / len(pairs), kappa(pairs)
    text = f"{len(pairs)} items, same for both {pairs.count((True, True))}, raw {raw:.1%}"
    return text if beyond is None else f"{text}, kappa {beyond:.3f}"


def shown(items: list[Item]) -> Iterator[str]:
    """Items for a reader, block by block."""
    for item in items:
        yield f"==== {item.n} (topic {item.topic})"
        for name, side in (("a", item.a), ("b", item.b)):
            speaker = side.speaker or "-"
            yield f"{name}: {side.document} | {side.form} | speaker: {speaker}\n{side.shown()}\n"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", type=int, metavar="N", help="print N items for a reader")
    parser.add_argument("--from", type=int, default=1, dest="first", help="the first of them")
    parser.add_argument("--agreement", action="store_true", help="of the two readers")
    parser.add_argument("--held", action="store_true", help="the part that is for the end")
    asked = parser.parse_args(arguments)
    if asked.show:
        items = [item for item in load(asked.held) if item.n >= asked.first]
        print("\n".join(shown(items[: asked.show])))
    if asked.agreement:
        print(agreement(asked.held))
    if not asked.show and not asked.agreement:
        parser.error("say --show N or --agreement")


if __name__ == "__main__":
    main()
