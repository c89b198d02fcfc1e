"""The truth of a PDF as JSON: what a perfect reader would find in it."""

from __future__ import annotations

from string import Template
from typing import Any

from benchmarks.pdfs.article import Piece
from benchmarks.pdfs.sheet import Sheet


def truth(sheet: Sheet, pages: int) -> dict[str, Any]:
    """`blocks` in reading order, then what stands in the margin of the `pages`, once each.

    Footnotes follow the body and the box follows them, wherever the page has them. A block has
    `kind` and `text` (hyphenation undone, without its marker) and, where they apply, `marker`,
    `citation`, `boxed` and `running`. `refers` ties a note to the offset in a block's text where
    its marker stands.
    """
    blocks = [_block(piece) for piece in sheet.pieces]
    running = [{"kind": "head", "text": text, "running": True} for text in margins(sheet, pages)]
    return {
        "name": sheet.name,
        "layout": sheet.layout.name,
        "producer": sheet.layout.producer,
        "about": sheet.layout.about,
        "article": sheet.article.name,
        "counted": not sheet.layout.scanned,
        "pages": pages,
        "title": sheet.fields["title"],
        "authors": sheet.article.authors,
        "published": sheet.article.head["published"],
        "blocks": blocks + running,
        "refers": _refers(sheet.pieces),
    }


def margins(sheet: Sheet, pages: int) -> list[str]:
    """All that the margins of the pages say; some layouts leave some of it out on some pages."""
    said: dict[str, None] = {}
    for template in sheet.layout.running:
        filled = Template(template).substitute(sheet.fields)
        for page in range(1, pages + 1):
            said[Template(filled).substitute(page=page, pages=pages)] = None
    return list(said)


def _block(piece: Piece) -> dict[str, Any]:
    extra = {"marker": piece.marker, "citation": piece.citation, "boxed": piece.boxed}
    return {"kind": piece.kind, "text": piece.text} | {k: v for k, v in extra.items() if v}


def _refers(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    notes = {one.marker: n for n, one in enumerate(pieces) if one.kind == "footnote"}
    found = []
    for n, piece in enumerate(pieces):
        offset = 0
        for run in piece.runs:
            if run.style == "note":
                note = notes[run.text]
                found.append({"marker": run.text, "block": n, "offset": offset, "footnote": note})
            else:
                offset += len(run.text)
    return found
