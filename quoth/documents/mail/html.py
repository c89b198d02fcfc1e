"""The HTML of a mail: tables are its layout, and all of it is read that is meant for reading."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.encodings import decode
from quoth.documents.html import page as html
from quoth.documents.html import whole as html_whole
from quoth.documents.html.head import headed
from quoth.documents.html.headline import cut
from quoth.documents.html.labels import CALL
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import Part
from quoth.documents.html.roles import Page
from quoth.documents.html.source import charset_of
from quoth.documents.html.tree import KINDS
from quoth.documents.options import DEFAULTS
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
PAGE = re.compile(r"<(?:article|main|nav)\b", re.I)
"""Elements of web pages; mails are made of tables."""
FRAME = 0.25
"""The frame of a mail has no larger share of its prose."""
FIRST, LATER = re.compile(r"\A[^\n]*\n"), re.compile(r"\n.*", re.S)
"""The first line of a piece, and the others."""
BUTTON = 30
"""A link on its own with fewer characters is a button: `Read more`, `Unsubscribe`."""


def document(source: Source, title: str | None) -> Document:
    """The HTML part of a mail with this subject.

    Signatures and what no reader of the mail sees are left out. A web page that was sent as it is
    is read as one.
    """
    text = decode(source.data, source.declared or charset_of(source.opening))
    if PAGE.search(text):
        return next(html.read(source, DEFAULTS))
    marked = UNSEEN.search(text) or "ignature" in text
    return html_whole.document(_marked(text) if marked else text, source.name, _seen, [title or ""])


def _marked(text: str) -> str:
    """`text` with what is not to be read marked as hidden; the paths of elements stay."""
    parser = LexborHTMLParser(text)
    unseen = (n for n in parser.css("[style]") if UNSEEN.search(n.attributes["style"] or ""))
    for node in (*parser.css(SIGNED), *unseen):
        node.attrs["hidden"] = ""
    return parser.html or ""


def _seen(page: Page) -> list[Part]:
    parts = [each for part in _around(page) for each in _divided(page, part)]
    parts = headed(page, [part for part in parts if not _is_button(page, part)])
    if any(kind == "title" for _, kind in parts):
        return parts
    return [(piece, "paragraph" if kind == "deck" else kind) for piece, kind in parts]


def _around(page: Page) -> list[Part]:
    """What is seen, without what its name says is of the frame, unless that is most of it."""
    parts = html_whole.seen(page)
    named = sum(max(page.worths[p.number], 0) for p, _ in parts if page.beside[p.element])
    if named > FRAME * sum(max(page.worths[p.number], 0) for p, _ in parts):
        return parts
    return [part for part in parts if not page.beside[part[0].element]]


def _divided(page: Page, part: Part) -> list[Part]:
    """A piece as what its element is; a bold first line is a heading of its own.

    The services that send newsletters name their boxes for other things than what stands in them.
    """
    piece, kind = part
    tag = page.tree.tags[piece.element]
    if kind in ("caption", "dateline", "byline") and (tag in KINDS or kind == "caption"):
        kind = KINDS.get(tag, "paragraph")
    if kind == "paragraph" and "\n" in piece.text and piece.heavy < len(piece.text):
        first, rest = cut(piece, LATER), cut(piece, FIRST)
        if first and rest and _is_bold(page, first[0]) and not _is_bold(page, rest[0]):
            return [(first[0], "heading"), (rest[0], kind)]
    return [(piece, kind)]


def _is_bold(page: Page, piece: Piece) -> bool:
    return all(page.tree.heavy[element] for text, element in piece.runs if text.strip())


def _is_button(page: Page, part: Part) -> bool:
    """Whether a piece is nothing but a link that does something, or holds no width."""
    piece, kind = part
    text = piece.text.strip(FILLED)
    if not text:
        return True
    if kind in ("heading", "title") or 2 * piece.linked < len(text):
        return False
    return len(text) < BUTTON or bool(CALL.match(text))
