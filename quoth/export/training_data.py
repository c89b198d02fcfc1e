"""What people vouched for, as `python -m training --data` reads it: PolNeAR's layout of brat.

A network learns as much from what is not marked as from what is. So only those blocks are
written in which people judged every statement: nothing that the machine alone found is taught
as right, and nothing that nobody looked at as wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quoth.export.brat import annotation
from quoth.export.characters import encodable
from quoth.export.folders import new_folder, safe_name
from quoth.imports.records import Marked, MarkedStatement, Spans
from quoth.ledger.corrections import Corrected
from quoth.passages import spans_of
from quoth.records import Document, Passage, Reading, Span, Statement

ANNOTATOR = "people"
"""What PolNeAR has for the name of an annotator, behind the name of the article."""
ONE_IN = 10
"""One document in so many is for choosing (`dev`), told by its whole text: it stays there."""
PARTING = "\n\n"


def write(documents: Iterable[tuple[Reading, Corrected]], folder: Path) -> int:
    """The judged blocks of each machine's reading, as it is corrected; whole or not at all.

    `folder` then has `train` and `dev`, each with `text` and `attributions`. Gives the number of
    statements written.

    Raises QuothError where `folder` has something in it, or cannot be written.
    """
    statements = 0
    with new_folder(folder) as made:
        for part in ("train", "dev"):
            for kind in ("text", "attributions"):
                (made / part / kind).mkdir(parents=True)
        for number, (reading, corrected) in enumerate(documents, 1):
            marked = judged(reading, corrected)
            if marked is None:
                continue
            name = safe_name(number, marked.document)
            place = made / _part(reading.document.text)
            text = place / "text" / f"{name}.txt"
            text.write_bytes(encodable(marked.text).encode())
            lines = place / "attributions" / f"{name}_{ANNOTATOR}.ann"
            lines.write_bytes(annotation(marked).encode())
            statements += len(marked.statements)
    return statements


def judged(reading: Reading, corrected: Corrected) -> Marked | None:
    """The blocks in which people judged all there is, with what stands in them; None for none.

    Of statements in statements the outer ones are written, for PolNeAR marks no others.
    """
    document = reading.document
    kept = _kept(reading, corrected)
    if not kept:
        return None
    text, starts = _cut(document, kept)
    statements = (
        MarkedStatement(
            content=_moved(starts, one.content),
            source=_moved(starts, one.source),
            cue=_moved(starts, one.cue),
        )
        for one in _outermost(corrected.reading)
        if _blocks(document, one) <= kept
    )
    return Marked(document.name, text, tuple(statements))


def _kept(reading: Reading, corrected: Corrected) -> set[int]:
    """Numbers of the blocks in which something was judged and nothing was not."""
    document = reading.document
    rejected = [one for one in reading.statements if one.id in corrected.rejected]
    right = [one for one in corrected.reading.statements if one.id in corrected.verdicts]
    open_ = [one for one in _outermost(corrected.reading) if one.id not in corrected.verdicts]
    kept = {number for one in (*rejected, *right) for number in _blocks(document, one)}
    doubtful = {number for one in open_ for number in _blocks(document, one)}
    reach = [_blocks(document, one) for one in (*rejected, *right)]
    while doubtful & kept:  # what reaches into a block that goes takes its other blocks along
        kept -= doubtful
        doubtful = {number for blocks in reach if not blocks <= kept for number in blocks}
    return kept


def _blocks(document: Document, one: Statement) -> set[int]:
    """Numbers of the blocks that a statement has words in."""
    passages = filter(None, (one.content, one.source, one.cue))
    edges = (edge for p in passages for s in p.spans for edge in (s.start, s.end - 1))
    return {document.block_at(edge) for edge in edges}


def _outermost(reading: Reading) -> Iterator[Statement]:
    """Statements in no other, but for one that only the layout shows, as training takes them."""
    known = {one.id: one for one in reading.statements}

    def held(one: Statement) -> bool:
        outer = known.get(one.within or "")
        return outer is not None and (outer.cue is not None or held(outer))

    return (one for one in reading.statements if not held(one))


def _cut(document: Document, kept: set[int]) -> tuple[str, Mapping[Span, int]]:
    """The text of the kept blocks, and where each stretch of it begins there."""
    text, starts = "", {}
    for number, block in enumerate(document.blocks):
        if number in kept:
            text += PARTING if text else ""
            for stretch in block.spans:
                text += " " if text and not text[-1].isspace() else ""
                starts[stretch] = len(text)
                text += document.text[stretch.start : stretch.end]
    return text + "\n", starts


def _moved(starts: Mapping[Span, int], passage: Passage | None) -> Spans:
    """Where the words of `passage` stand in the text of the kept blocks."""
    pieces = (
        (max(span.start, stretch.start), min(span.end, stretch.end), start - stretch.start)
        for stretch, start in starts.items()
        for span in spans_of(passage)
    )
    return tuple(Span(a + by, b + by) for a, b, by in pieces if a < b)


def _part(text: str) -> str:
    """`dev` or `train`, the same however much of a document is judged."""
    drawn = int(hashlib.sha256(encodable(text).encode()).hexdigest()[:8], 16)
    return "train" if drawn % ONE_IN else "dev"
