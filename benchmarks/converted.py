"""How well Quoth reads the structure of texts that converters made, against truth of our own.

    python -m benchmarks.converted [--held] [--verbose]

Reads `tests/converted/open`, or with `--held` the texts that are kept for testing alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers import ROOT
from benchmarks.setting import setting
from benchmarks.structure import Piece, Structure, Tally, pieces, references, score, table
from quoth.documents import open_document
from quoth.errors import UnreadableInput
from quoth.records import Document

TEXTS = ROOT / "tests" / "converted"


@dataclass(frozen=True, slots=True)
class Scored:
    """A text's structure, its notes, and which of title, authors and date were found."""

    structure: Structure
    notes: Tally
    said: dict[str, bool]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.converted",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--held", action="store_true", help="the texts kept for testing alone")
    parser.add_argument("--verbose", action="store_true", help="a row for each text")
    options = parser.parse_args()
    for line in report(TEXTS / ("held" if options.held else "open"), options.verbose):
        print(line)


def report(folder: Path, verbose: bool = False) -> Iterator[str]:
    """The table of all texts in a folder, and what it was measured on."""
    found = {path.stem: scored(path) for path in sorted(folder.glob("*.txt"))}
    yield from table({name: one.structure for name, one in found.items()}, verbose)
    yield ""
    notes = sum((one.notes for one in found.values()), Tally())
    yield f"- Marks tied to their notes: {notes.right} of {notes.truth}, {notes.read} made"
    for key in ("title", "authors", "published"):
        wrong = [name for name, one in found.items() if not one.said[key]]
        named = f": not {', '.join(wrong)}" if verbose and wrong else ""
        yield f"- {key} as in the truth: {len(found) - len(wrong)} of {len(found)}{named}"
    for line in setting():
        yield f"- {line}"


def scored(path: Path) -> Scored:
    """A text against the truth beside it; one that cannot be read has nothing right."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    wanted = [Piece(block["kind"], block["text"]) for block in truth["blocks"]]
    refers = [(mark, note) for mark, note in truth["refers"]]
    try:
        document = open_document(path)
    except UnreadableInput as failure:
        print(failure)
        return Scored(score(wanted, []), references(refers, []), dict.fromkeys(_said(truth), False))
    said = {key: value == _found(document)[key] for key, value in _said(truth).items()}
    return Scored(score(wanted, pieces(document)), references(refers, _notes(document)), said)


def _said(truth: dict[str, Any]) -> dict[str, Any]:
    return {key: truth[key] for key in ("title", "authors", "published")}


def _found(document: Document) -> dict[str, Any]:
    authors = [author.value for author in document.metadata.authors]
    return {"title": document.title, "authors": authors, "published": document.published}


def _notes(document: Document) -> list[tuple[str, str]]:
    """Each reference's words up to its mark, with it, and its note."""
    blocks = pieces(document)
    return [
        (document.text[max(one.span.start - 80, 0) : one.span.end], blocks[one.block].text)
        for one in document.references
    ]


if __name__ == "__main__":
    main()
