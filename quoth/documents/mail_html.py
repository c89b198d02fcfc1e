"""The HTML of a mail: tables are its layout, and all of it is read that is meant for reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from quoth.documents import html
from quoth.documents.encodings import decode
from quoth.documents.html_pieces import Piece, Tree
from quoth.documents.source import Source
from quoth.records import Document

UNSEEN = re.compile(
    r"(?:max-height|font-size|opacity)\s*:\s*(?:0*\.0+|0+(?:px|em|pt|%)?|1px)\s*(?:;|!|$)"
    r"|mso-hide\s*:\s*all|visibility\s*:\s*hidden",
    re.I,
)
"""How newsletters hide the line that lists of mails show beside the subject."""
SIGNED = ".gmail_signature, .moz-signature, #Signature"
FILLED = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{COMBINING GRAPHEME JOINER}"
"""Characters without width, with which that line is made so long that nothing follows it."""
BUTTON = 30
"""A link on its own with fewer characters is a button: `Read more`, `Unsubscribe`."""


def document(source: Source) -> Document:
    """The HTML part of a mail; signatures and what no reader of the mail sees are left out."""
    text = decode(source.data, source.declared)
    hidden = UNSEEN.search(text) or "ignature" in text
    return html.document(_marked(source, text) if hidden else source, _seen)


def _marked(source: Source, text: str) -> Source:
    """`source` with what is not to be read marked as hidden; the paths of elements stay."""
    parser = LexborHTMLParser(text)
    for node in parser.css(f"[style], {SIGNED}"):
        if node.css_matches(SIGNED) or UNSEEN.search(node.attributes.get("style") or ""):
            node.attrs["hidden"] = ""
    return replace(source, data=(parser.html or "").encode("utf-8", "replace"), declared="utf-8")


def _seen(tree: Tree, pieces: Sequence[Piece]) -> list[Piece]:
    return [
        piece
        for piece in pieces
        if piece.text.strip(FILLED + " \xa0")
        and (
            2 * piece.linked < len(piece.text)
            or len(piece.text) >= BUTTON
            or tree.kinds[piece.element] == "heading"
        )
    ]
