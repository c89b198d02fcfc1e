"""What type says where markup does not: bold headings, lists of dashes, slanted quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.html.headline import ended, lines
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import Part
from quoth.documents.html.roles import SENTENCE, Page

HEADING = 80
"""No heading that only bold type makes is longer."""
BULLET = re.compile(r"\s*([-–—•*·▪●‣])\s*(?=\S)")
QUOTED = re.compile(r"\W*[\"“„«‘'].*[\"”“»’'][^\w\s]*$", re.S)
"""A paragraph in quotation marks from end to end."""
INDENTED = re.compile("\xa0{3,}")
SELDOM = 0.3
"""What is set like more of an article's paragraphs is how that article is set."""


def told_by_type(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts`, with what bold and italic type, indents and dashes set apart."""
    result = [each for part in parts for each in _items(part)]
    paragraphs = [piece for piece, kind in result if kind == "paragraph"]
    bold = [piece for piece in paragraphs if _is_bold(piece)]
    quoted = [piece for piece in paragraphs if _is_set_apart(piece)]
    most = max(SELDOM * len(paragraphs), 1)
    headings = {id(piece) for piece in bold} if len(bold) <= most else set()
    quotations = {id(piece) for piece in quoted} if len(quoted) <= most else set()
    for n, (piece, _) in enumerate(result):
        if (
            id(piece) in headings
            and n + 1 < len(result)
            and page.worths[result[n + 1][0].number] > 0
        ):
            result[n] = piece, "heading"
        elif id(piece) in quotations:
            result[n] = piece, "quotation"
    return result


def _is_bold(piece: Piece) -> bool:
    bold = piece.heavy >= 0.95 * len(piece.text.strip())
    return (
        bold and len(piece.text) <= HEADING and not piece.linked and not SENTENCE.search(piece.text)
    )


def _is_set_apart(piece: Piece) -> bool:
    slanted = piece.slanted >= 0.95 * len(piece.text.strip())
    return (slanted or bool(INDENTED.match(piece.text))) and bool(QUOTED.match(piece.text))


def _items(part: Part) -> Iterator[Part]:
    """The lines of a paragraph as items where each begins with the same sign."""
    piece, kind = part
    signs = {_sign(line) for line in piece.text.split("\n")} if kind == "paragraph" else set()
    if "\n" not in piece.text or len(signs) != 1 or None in signs:
        yield part
        return
    for line in lines(piece):
        text, element = line.runs[0]
        line.runs[0] = BULLET.sub("", text, count=1), element
        yield ended([line])[0], "item"


def _sign(line: str) -> str | None:
    match = BULLET.match(line)
    return match.group(1) if match else None
