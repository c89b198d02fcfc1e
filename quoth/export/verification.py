"""Quotations of a document against originals, as a view for people and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from quoth.compare.quotations import GRAVITY, MEANING, Verified
from quoth.compare.quotations.verifying import Piece
from quoth.export import aligned, wording
from quoth.export.account import grid, printed, ruled
from quoth.export.aligned import LEGEND, marked, pieces
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.details import Fields, passage_fields
from quoth.export.fields import place_fields
from quoth.export.quotations import changes_fields
from quoth.export.view import BARS, Screen
from quoth.records import Document, Passage, Reading, Span

_PLACE = 22
NOT_FOUND = "not found"


def verdict(found: Verified) -> str:
    """In a few words."""
    return MEANING[found.kind] if found.kind else NOT_FOUND


def verification_view(
    reading: Reading, verified: Sequence[Verified], screen: Screen | None = None
) -> Iterator[str]:
    """The view of one document, piece by piece: its quotations in their order, then sums."""
    screen = screen or Screen()
    return printed(_parts(reading, verified, screen), screen)


def verification_json(
    reading: Reading, verified: Sequence[Verified], originals: Sequence[Document]
) -> str:
    """One object: every quotation with its verdict and the passages of the originals."""
    return json_line(
        {
            "type": "verification",
            "document": reading.document.name,
            "originals": [document.name for document in originals],
            "quotations": [_fields(each) for each in verified],
        }
    )


def _parts(
    reading: Reading, verified: Sequence[Verified], screen: Screen
) -> Iterator[RenderableType]:
    yield ruled(one_line(reading.document.name), screen)
    if not verified:
        yield Text(" Nothing stands in quotation marks.\n")
        return
    yield Text(f" {LEGEND}\n")
    for each in verified:
        yield _quotation(each, screen)
    counts = Counter(each.kind for each in verified)
    order = sorted(counts, key=lambda kind: GRAVITY[kind] if kind else len(GRAVITY))
    sums = ", ".join(f"{counts[kind]} {MEANING[kind] if kind else NOT_FOUND}" for kind in order)
    yield Text("─" * max(screen.width, 1), style="dim")
    yield Text(f" {len(verified)} in quotation marks: {sums}.\n")


def _quotation(found: Verified, screen: Screen) -> RenderableType:
    table = grid({"ratio": 1}, {"width": _PLACE, "justify": "right"})
    bar = BARS["direct"]
    places = found.statement.content.places
    here = f"{found.statement.id}, {wording.place(places)}"
    held = [part for piece in found.pieces for part in _words(found, piece)]
    words = marked(held or [aligned.Piece("same", found.text)], screen.full)
    table.add_row("", Text.assemble((bar, "magenta"), words), Text(here, style="dim"))
    there = "\n".join(map(_where, found.pieces))
    table.add_row("", Text(verdict(found), style="italic"), Text(there, style="dim"))
    if found.nearest:
        words = marked([aligned.Piece("same", _passage(found.nearest).text)], screen.full)
        nearest = Text.assemble("  nearest: ", words)
        table.add_row("", nearest, Text(_where(found.nearest), style="dim"))
    table.add_row("", "", "")
    return table


def _words(found: Verified, piece: Piece) -> Iterator[aligned.Piece]:
    end = piece.words.end
    text = found.text[:end] if piece is not found.pieces[-1] else found.text
    start = piece.words.start if piece is not found.pieces[0] else 0
    yield from pieces(piece.original.text, text, piece.changes, start)
    if piece is not found.pieces[-1]:
        yield aligned.Piece("same", " / ")


def _passage(piece: Piece) -> Passage:
    return Passage(piece.original, (piece.passage,))


def _where(piece: Piece) -> str:
    return one_line(f"{piece.original.name}, {wording.place(_passage(piece).places)}")


def _fields(found: Verified) -> Fields:
    content = found.statement.content
    return {
        "statement": found.statement.id,
        "source": found.statement.source and found.statement.source.text,
        "form": found.statement.form,
        "content": {
            **passage_fields(content),
            "places": [place_fields(place) for place in content.places],
        },
        "text": found.text,
        "kind": found.kind,
        "pieces": [_piece_fields(found, piece) for piece in found.pieces],
        "nearest": found.nearest and _piece_fields(found, found.nearest),
    }


def _piece_fields(found: Verified, piece: Piece) -> Fields:
    passage = _passage(piece)
    return {
        "original": piece.original.name,
        "passage": {
            **passage_fields(passage),
            "places": [place_fields(place) for place in passage.places],
        },
        "words": _span(piece.words),
        "shared": piece.shared,
        "changes": changes_fields(piece.changes, piece.original.text, found.text),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
