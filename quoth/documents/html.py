"""HTML: the document's text is the article's, blocks parted by blank lines."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.encodings import decode
from quoth.documents.html_meta import meta
from quoth.documents.html_pieces import Piece, Tree, pieces
from quoth.documents.html_region import article
from quoth.documents.layouts import HtmlLayout
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.roles import shown
from quoth.documents.source import Source
from quoth.records import Block, BlockKind, Document, Metadata, Span

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
REPEATED = 60
"""Shorter pieces may well be said twice."""
NEAR = 4
"""Farther apart, a text that says the same thing twice means to."""
SAID_OF_PARAGRAPHS = 300
"""A piece longer than this is prose, whatever the class of its element says."""


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The article in an HTML page."""
    charset = CHARSET.search(source.opening)
    declared = source.declared or (charset.group(1).decode() if charset else None)
    # The parser ends a text at a NUL.
    text = decode(source.data, declared).replace("\x00", "\ufffd")
    parser = LexborHTMLParser(text)
    tree, all_pieces = pieces(parser)
    known = meta(parser)
    chosen = _with_title(tree, all_pieces, article(tree, all_pieces), known.title)
    text, blocks, layout = _assembled(tree, _once(chosen), known.title)
    headline = next((shown(text, block) for block in blocks if block.kind == "title"), None)
    metadata = Metadata(
        title=found(headline, "title") or found(known.title, "meta"),
        published=found(known.published, "meta"),
        language=found(known.language, "meta"),
    )
    yield Document(source.name, text, blocks, layout, metadata)


def _once(chosen: Sequence[Piece]) -> list[Piece]:
    """`chosen` without what was said before: pages repeat captions for each width of screen."""
    result: list[Piece] = []
    for piece in chosen:
        text = piece.text
        if len(text) < REPEATED or all(text != near.text for near in result[-NEAR:]):
            result.append(piece)
    return result


def _with_title(
    tree: Tree, every: Sequence[Piece], chosen: list[Piece], title: str | None
) -> list[Piece]:
    """`chosen`, led by the page's headline where that stands outside the article's element."""
    if any(_is_title(tree, piece, title) for piece in chosen):
        return chosen
    headline = next((piece for piece in every if _is_title(tree, piece, title)), None)
    return [headline, *chosen] if headline else chosen


def _is_title(tree: Tree, piece: Piece, title: str | None) -> bool:
    """A first-rank heading, or a lower one that says what the page calls itself."""
    tag = tree.tags[piece.element]
    return tag == "h1" or (tag in ("h2", "h3") and _plain(piece.text) == _plain(title or ""))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _kind(tree: Tree, piece: Piece) -> BlockKind:
    kind = tree.kinds[piece.element]
    if kind not in ("byline", "dateline"):
        # A byline may be inline: "<p><span class=byline>By Ann Marsh</span></p>".
        inner = {tree.kinds[element] for text, element in piece.runs if text.strip()}
        kind = inner.pop() if len(inner) == 1 else kind
    if kind in ("byline", "dateline") and len(piece.text) > SAID_OF_PARAGRAPHS:
        return "paragraph"
    return kind


def _assembled(
    tree: Tree, chosen: Sequence[Piece], title: str | None
) -> tuple[str, tuple[Block, ...], HtmlLayout]:
    parts: list[str] = []
    blocks: list[Block] = []
    starts, elements = array("I"), array("I")
    offset, titled = 0, False
    for piece in chosen:
        text = piece.text
        if not text.strip():
            continue
        at = offset
        for run, element in piece.runs:
            starts.append(at)
            elements.append(element)
            at += len(run)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        is_title = not titled and _is_title(tree, piece, title)
        titled = titled or is_title
        kind = "title" if is_title else _kind(tree, piece)
        blocks.append(Block(kind, (Span(offset + start, offset + end),)))
        parts.append(text)
        offset += len(text) + 2
    layout = HtmlLayout(starts, elements, tree.parents, tuple(tree.steps))
    return "\n\n".join(parts), tuple(blocks), layout
