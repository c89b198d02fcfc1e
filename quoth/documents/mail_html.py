"""The HTML of a mail: tables are its layout, and all of it is read that is meant for reading."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from quoth.documents import html_whole
from quoth.documents.encodings import decode
from quoth.documents.html import charset_of
from quoth.documents.html_region import Part
from quoth.documents.html_roles import Page
from quoth.documents.source import Source
from quoth.records import Document

UNSEEN = re.compile(
    r"(?:max-height|font-size|opacity)\s*:\s*(?:0*\.0+|0+(?:px|em|pt|%)?|1px)\s*(?:;|!|$)"
    r"|mso-hide\s*:\s*all|visibility\s*:\s*hidden",
    re.I,
)
"""How newsletters hide the line that lists of mails show beside the subject."""
SIGNED = ".gmail_signature, .moz-signature, #Signature"
FILLED = (
    " \xa0\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{COMBINING GRAPHEME JOINER}"
)
"""Characters without width, with which that line is made so long that nothing follows it."""
BUTTON = 30
"""A link on its own with fewer characters is a button: `Read more`, `Unsubscribe`."""


def document(source: Source) -> Document:
    """The HTML part of a mail; signatures and what no reader of the mail sees are left out."""
    text = decode(source.data, source.declared or charset_of(source.opening))
    marked = UNSEEN.search(text) or "ignature" in text
    return html_whole.document(_marked(text) if marked else text, source.name, _seen)


def _marked(text: str) -> str:
    """`text` with what is not to be read marked as hidden; the paths of elements stay."""
    parser = LexborHTMLParser(text)
    for node in parser.css(f"[style], {SIGNED}"):
        if node.css_matches(SIGNED) or UNSEEN.search(node.attributes.get("style") or ""):
            node.attrs["hidden"] = ""
    return parser.html or ""


def _seen(page: Page) -> list[Part]:
    return [
        (piece, kind)
        for piece, kind in html_whole.seen(page)
        if piece.text.strip(FILLED)
        and (2 * piece.linked < len(piece.text) or len(piece.text) >= BUTTON or kind == "heading")
    ]
