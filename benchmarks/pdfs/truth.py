"""The truth of a PDF as JSON: what a perfect reader would find in it."""

from __future__ import annotations

from string import Template
from typing import Any

from benchmarks.pdfs.article import Piece
from benchmarks.pdfs.sheet import Sheet

BEFORE = 60
"""Characters before a note's mark, and with it, that tell where it stands."""


def truth(sheet: Sheet, pages: int) -> dict[str, Any]:
    """`blocks` in reading order, then what stands in the margins of all pages.

    Footnotes follow the body and the box follows them, wherever the page has them. A block has
    `kind` and `text` (hyphenation undone, without its marker) and, where they apply, `marker`,
    `citation`, `boxed` and `running`. `published` is what the
    pages say or, where none does, the PDF. `refers` has the words up to a note's mark, with it,
    and the note's text.
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
    """What the margins of the pages say; some layouts leave some of it out on some pages."""
    filled = [Template(one).substitute(sheet.fields) for one in sheet.layout.running]
    under = [piece.text for piece in sheet.pieces if piece.kind == "heading" and not piece.boxed]
    return [
        Template(text).substitute(page=page, pages=pages, roman=roman(page), section=section)
        for page in range(1, pages + 1)
        for text in filled
        for section in (under if "${section}" in text else [""])
    ]


def roman(number: int) -> str:
    """A page's number, below forty, in small Roman figures."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _block(piece: Piece) -> dict[str, Any]:
    extra = {"marker": piece.marker, "citation": piece.citation, "boxed": piece.boxed}
    return {"kind": piece.kind, "text": piece.text} | {k: v for k, v in extra.items() if v}


def _refers(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    notes = {one.marker: one.text for one in pieces if one.kind == "footnote"}
    found = []
    for piece in pieces:
        said = ""
        for run in piece.runs:
            said += run.text
            if run.style == "note":
                found.append((said[-BEFORE:], notes[run.text]))
    return found
