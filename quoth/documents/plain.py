"""Plain text: the document's text is the decoded file, unchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from quoth.documents.dates import iso_date
from quoth.documents.encodings import decode, is_binary
from quoth.documents.furniture import is_page_number, normal, running_heads
from quoth.documents.kinds import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.lines import CLOSED, Column, Line, paragraphs
from quoth.documents.roles import HEAD, shown, with_roles
from quoth.documents.wrapping import margin
from quoth.errors import UnreadableInput
from quoth.records import Block, Document, Span

LINE = re.compile(r"[^\r\n\f]+")
QUOTED = re.compile(r"(?:>[ \t]?)+")
EDGE = 2
"""So many lines at the top and the bottom of a page may be running heads."""
LINE_OR_BREAK = re.compile(r"([^\r\n\f]+)?(?:\r\n|\r|\n|(\f)|\Z)")


def read(data: bytes, name: str) -> Document:
    """The document in a text file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(data):
        raise UnreadableInput(name, f"these bytes are not text; {WHAT_IS_READ}")
    return document(decode(data), name)


def document(text: str, name: str) -> Document:
    """The document that `text` is."""
    width = margin(text)
    heads = _heads(text)
    if width:
        found = paragraphs(text, _wrapped(text, width, heads))
    else:
        found = _unwrapped(text, heads)
    blocks = tuple(with_roles(text, found))
    head = blocks[:HEAD]
    title = next((shown(text, block) for block in head if block.kind == "title"), None)
    dates = (iso_date(shown(text, block)) for block in head if block.kind == "dateline")
    return Document(name, text, blocks, text_layout(text), title, next(dates, None))


def _stripped(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Start and end of a line without white space and `>`, and how many of these there were."""
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    end -= len(line) - len(line.rstrip())
    marks = QUOTED.match(text, start, end)
    if not marks:
        return start, end, 0
    start = marks.end()
    while start < end and text[start].isspace():
        start += 1
    return start, end, marks.group().count(">")


def _unwrapped(text: str, heads: frozenset[str]) -> Iterator[Block]:
    """Every line a block; a page break inside a sentence does not cut it."""
    last: Block | None = None
    for match in LINE.finditer(text):
        start, end, depth = _stripped(text, *match.span())
        if start >= end or (heads and normal(text[start:end]) in heads):
            continue
        if last and _page_cut(text, last.spans[-1], start):
            last = Block(last.kind, (*last.spans, Span(start, end)))
            continue
        if last:
            yield last
        last = Block("quotation" if depth else "paragraph", (Span(start, end),))
    if last:
        yield last


def _page_cut(text: str, before: Span, start: int) -> bool:
    """Whether a form feed stands inside a sentence that goes on at `start`."""
    return (
        text[start].islower()
        and text.find("\f", before.end, start) >= 0
        and not CLOSED.search(text, max(before.end - 8, before.start), before.end)
    )


def _heads(text: str) -> frozenset[str]:
    """Running heads, feet and page numbers, where form feeds show the pages."""
    if "\f" not in text:
        return frozenset()
    edges = []
    for page in text.split("\f"):
        lines = [line for line in page.splitlines() if line.strip()]
        edges.append(lines[:EDGE] + lines[EDGE:][-EDGE:])
    numbers = {normal(line) for page in edges for line in page if is_page_number(line)}
    return running_heads(edges, edges[0]) | numbers


def _wrapped(text: str, width: int, heads: frozenset[str]) -> Iterator[Line]:
    """The lines of a text that was broken at `width`, without what belongs to its pages."""
    starts = islice(LINE.finditer(text), 5000)
    indents = Counter(_indent(match.group()) for match in starts if not match.group().isspace())
    column = Column(indents.most_common(1)[0][0], width)
    gap = turn = False
    for match in LINE_OR_BREAK.finditer(text):
        start, end, depth = _stripped(text, *match.span(1)) if match[1] else (0, 0, 0)
        if start >= end:
            gap = gap or not match[1] or not match[2]
        elif normal(text[start:end]) in heads:
            turn = True
        else:
            indent = start - match.start() if not depth else column.left
            right = end - match.start()
            yield Line(start, end, indent, right, column, gap, turn, 1, depth)
            gap = turn = False
        if match[2]:
            turn = True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
