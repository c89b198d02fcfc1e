"""Plain text: the document's text is the decoded file, unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.documents.dates import iso_date
from quoth.documents.emphasis import without_marks
from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.metadata import found, merged
from quoth.documents.options import Options
from quoth.documents.plain_columns import in_order
from quoth.documents.plain_extras import extra_rows
from quoth.documents.plain_notes import Notes, notes_of, referred
from quoth.documents.plain_pages import page_rows
from quoth.documents.plain_paragraphs import groups
from quoth.documents.plain_rows import Row, align, rows_of
from quoth.documents.plain_shapes import kind_of, tables
from quoth.documents.roles import HEAD, said, with_roles
from quoth.documents.source import Source
from quoth.documents.wrapping import Setting, double_spaced, setting
from quoth.errors import UnreadableInput
from quoth.records import Block, Document, Metadata, Span


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a text file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(source.data):
        raise UnreadableInput(source.name, f"these bytes are not text; {WHAT_IS_READ}")
    yield document(decode(source.data, source.declared), source.name)


def document(text: str, name: str, titled: bool = False) -> Document:
    """The document that `text` is; `titled` where its title stands outside, as a mail's."""
    rows, aside = _without_pages(text, rows_of(text))
    rows = in_order(text, rows)
    align(rows)
    if double_spaced(text, rows):
        for row in rows:
            row.above = max(row.above - 1, 0)
    how = setting(text, rows)
    notes = notes_of(text, rows, wrapped=how is not None)
    blocks = list(with_roles(text, _blocks(text, rows, how, notes), titled))
    blocks, references = referred(text, blocks, notes)
    cut = tuple(Block(block.kind, without_marks(text, block.spans)) for block in blocks)
    metadata = merged(said(text, cut), _printed_beside(text, aside[:HEAD]))
    return Document(name, text, cut, text_layout(text), metadata, references)


def _printed_beside(text: str, aside: Sequence[Row]) -> Metadata:
    """The date of a newspaper above its pages, or of a mail in its head."""
    dates = (iso_date(text[row.start : row.end]) for row in aside)
    return Metadata(published=found(next(filter(None, dates), None), "running head"))


def _without_pages(text: str, rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the article, and running heads, page numbers and the like."""
    aside = page_rows(text, rows) | frozenset(extra_rows(text, rows))
    kept: list[Row] = []
    above = turn = 0
    for row in rows:
        if row.start in aside:
            above, turn = above + row.above, 1
            continue
        row.above += above
        row.turn = row.turn or bool(turn and kept)
        above = turn = 0
        kept.append(row)
    return kept, [row for row in rows if row.start in aside]


def _blocks(text: str, rows: Sequence[Row], how: Setting | None, notes: Notes) -> Iterator[Block]:
    """Blocks in reading order; a note that stands inside a paragraph comes after it."""
    aside = notes.all
    body = [row for row in rows if row.start not in aside]
    below = _notes(text, rows, notes)
    note = next(below, None)
    previous: Block | None = None
    for kind, group in tables(text, body, how):
        for part in [group] if kind else groups(text, group, how):
            while note and note.spans[0].start < part[0].start:
                yield note
                note = next(below, None)
            previous = Block(kind or kind_of(text, part, previous, how), spans_of(text, part))
            if previous.spans:
                yield previous
    while note:
        yield note
        note = next(below, None)


def _notes(text: str, rows: Sequence[Row], notes: Notes) -> Iterator[Block]:
    group: list[Row] = []
    for row in rows:
        if row.start in notes.firsts and group:
            yield Block("footnote", spans_of(text, group))
            group = []
        if row.start in notes.firsts or row.start in notes.inside:
            group.append(row)
    if group:
        yield Block("footnote", spans_of(text, group))


def spans_of(text: str, rows: Sequence[Row]) -> tuple[Span, ...]:
    """The stretches of text that rows make up; nothing but white space stands inside one."""
    spans: list[Span] = []
    for row in rows:
        between = text[spans[-1].end : row.start] if spans else "-"
        if between.isspace() and "\f" not in between:
            spans[-1] = Span(spans[-1].start, row.end)
        else:
            spans.append(Span(row.start, row.end))
    return tuple(spans)
