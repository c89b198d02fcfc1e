"""Plain text: the document's text is the decoded file, unchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.lines import CLOSED, Column, Line, opening_indent, paragraphs
from quoth.documents.options import Options
from quoth.documents.plain_pages import page_lines
from quoth.documents.roles import said, with_roles
from quoth.documents.source import Source
from quoth.documents.wrapping import margin
from quoth.errors import UnreadableInput
from quoth.records import Block, BlockKind, Document, Span

LINE = re.compile(r"\S(?:[^\r\n\f]*\S)?")
"""A line without the white space around it."""
QUOTED = re.compile(r"(?:>[ \t]*)+")
BREAK = re.compile(r"[\r\n\f]")
SAMPLE = 5000
"""So many lines tell how paragraphs are set."""


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a text file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(source.data):
        raise UnreadableInput(source.name, f"these bytes are not text; {WHAT_IS_READ}")
    yield document(decode(source.data, source.declared), source.name)


def document(text: str, name: str) -> Document:
    """The document that `text` is."""
    width = margin(text)
    skipped = page_lines(text, width is not None)
    found = _paragraphs(text, width, skipped) if width else _unwrapped(text, skipped)
    blocks = tuple(with_roles(text, found))
    return Document(name, text, blocks, text_layout(text), said(text, blocks))


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a line starts behind its `>`, and how many of these there are."""
    marks = QUOTED.match(text, start, end)
    return (marks.end(), marks.group().count(">")) if marks else (start, 0)


def _unwrapped(text: str, skipped: frozenset[int]) -> Iterator[Block]:
    """Every line a block; a page break inside a sentence does not cut it."""
    spans: list[Span] = []
    kind: BlockKind = "paragraph"
    paged = "\f" in text
    for match in LINE.finditer(text):
        start, end = match.span()
        if start in skipped:
            continue
        depth = 0
        if text[start] == ">":
            start, depth = _unquoted(text, start, end)
            if start == end:
                continue
        if spans and not (paged and _page_cut(text, spans[-1], start)):
            yield Block(kind, tuple(spans))
            spans = []
        if not spans:
            kind = "quotation" if depth else "paragraph"
        spans.append(Span(start, end))
    if spans:
        yield Block(kind, tuple(spans))


def _page_cut(text: str, before: Span, start: int) -> bool:
    """Whether a form feed stands inside a sentence that goes on at `start`."""
    return (
        text[start].islower()
        and text.find("\f", before.end, start) >= 0
        and not CLOSED.search(text, max(before.end - 8, before.start), before.end)
    )


def _paragraphs(text: str, width: int, skipped: frozenset[int]) -> Iterator[Block]:
    first = list(islice(_wrapped(text, Column(0, width), skipped), SAMPLE))
    edge = Counter(line.left for line in first).most_common(1)
    column = Column(edge[0][0] if edge else 0, width)
    first = list(islice(_wrapped(text, column, skipped), SAMPLE))
    column = replace(column, opening=opening_indent(first))
    yield from paragraphs(text, _wrapped(text, column, skipped))


def _wrapped(text: str, column: Column, skipped: frozenset[int]) -> Iterator[Line]:
    """The lines of a text that was broken into them, without what belongs to its pages."""
    before = 0
    gap = turn = False
    for match in LINE.finditer(text):
        start, end = match.span()
        between = text[before:start]
        breaks = [at.start() for at in BREAK.finditer(between.replace("\r\n", " \n"))]
        before = end
        gap = gap or len(breaks) > 1
        turn = turn or "\f" in between
        if start in skipped:
            turn = True
            continue
        left = len(between) - breaks[-1] - 1 if breaks else len(between)
        right = left + end - start
        depth = 0
        if text[start] == ">":
            start, depth = _unquoted(text, start, end)
            if start == end:
                gap = True
                continue
            left = int(column.left)
        yield Line(start, end, left, right, column, gap, turn, 1, depth)
        gap = turn = False
