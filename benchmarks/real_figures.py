"""Pairs of figures in real news: the items of `tests/compared/figures` with their texts.

    python -m benchmarks.real_figures --show N [--held]

Prints both sides of one item. The texts are those of ECB+ and are read from beside the
repository, since the project has no copy of them; offsets count in the text that `text` gives.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.altered.pool import text_of
from benchmarks.peers import ROOT
from benchmarks.tools import SHARED

CORPUS = SHARED / "ecbplus"
COMPARED = ROOT / "tests" / "compared"


@dataclass(frozen=True, slots=True)
class Side:
    """One figure: its document's name and text, and where the figure's words stand there."""

    document: str
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The figure as it is written."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Item:
    """Two figures of one topic, under the number that its marks have."""

    n: int
    topic: str
    a: Side
    b: Side


def load(held: bool) -> list[Item]:
    """The items in order of their file; stops with a line that says what is missing."""
    return load_from((COMPARED / "held" if held else COMPARED) / "figures")


def load_from(folder: Path) -> list[Item]:
    """The items of any folder that has them in this form."""
    if not CORPUS.is_dir():
        sys.exit(f"{CORPUS}: no ECB+ there; put its topics' folders (1, 2, ...) in that place")
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    return [
        Item(one["n"], one["topic"], *(_side(one["topic"], one[side]) for side in "ab"))
        for one in items
    ]


def _side(topic: str, side: dict[str, Any]) -> Side:
    name = side["document"]
    return Side(name, text(topic, name), side["start"], side["end"])


@cache
def text(topic: str, document: str) -> str:
    """A document's running text, a line to a sentence, its decimals and times in one piece."""
    path = CORPUS / topic / f"{document}.xml"
    if not path.is_file():
        sys.exit(f"{path}: missing; put the whole of ECB+ there")
    return re.sub(r"(?<=\d)([.:]) (?=\d)", r"\1", text_of(path))


def shown(side: Side) -> str:
    """The figure in its sentence, after the sentence before it."""
    begin = side.text.rfind("\n", 0, side.start) + 1
    end = side.text.find("\n", side.end)
    before = side.text[: max(begin - 1, 0)].rsplit("\n", 1)[-1]
    marked = f"{side.text[begin : side.start]}[[{side.words}]]"
    marked += side.text[side.end : end if end >= 0 else len(side.text)]
    return f"{side.document}\n  before: {before}\n  {marked}"


def main(arguments: list[str] | None = None) -> None:
    """Print one item."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", type=int, metavar="N", required=True, help="number of an item")
    parser.add_argument("--held", action="store_true", help="of the part that is held back")
    options = parser.parse_args(arguments)
    item = next((one for one in load(options.held) if one.n == options.show), None)
    if item is None:
        sys.exit(f"{options.show}: no such item in this part of the set")
    print(f"{item.n}, topic {item.topic}\na: {shown(item.a)}\nb: {shown(item.b)}")


if __name__ == "__main__":
    main()
