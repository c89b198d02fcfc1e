"""Plain text: the document's text is the decoded file, unchanged."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence, Set

from quoth.documents.dates import iso_date
from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.metadata import found, merged
from quoth.documents.options import Options
from quoth.documents.roles import HEAD, said, with_roles
from quoth.documents.source import Source
from quoth.documents.text.columns import in_order
from quoth.documents.text.emphasis import without_marks
from quoth.documents.text.extras import extra_rows
from quoth.documents.text.floats import floats
from quoth.documents.text.heads import masthead
from quoth.documents.text.lines import SIGN
from quoth.documents.text.notes import Notes, notes_of, referred
from quoth.documents.text.pages import page_rows
from quoth.documents.text.paragraphs import groups
from quoth.documents.text.rows import Row, align, rows_of, with_bullets
from quoth.documents.text.shapes import kind_of
from quoth.documents.text.wrapping import Setting, double_spaced, setting
from quoth.errors import UnreadableInput
from quoth.records import Block, Document, Metadata, Span


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a text file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(source.data):
        raise UnreadableInput(source.name, f"these bytes are not text; {WHAT_IS_READ}")
    yield document(decode(source.data, source.declared), source.name)


def document(text: str, name: str, titled: bool = False) -> Document:
    """The document that `text` is; `titled` where its title stands outside, as a mail's."""
    rows, aside = _without_pages(text, rows_of(text), mail=titled)
    rows = in_order(text, rows)
    rows = with_bullets(text, rows, numbers=False)
    align(rows)
    if double_spaced(text, rows):
        for row in rows:
            row.above = max(row.above - 1, 0)
    how = setting(text, rows)
    if how:
        rows = with_bullets(text, rows, numbers=True)
    notes = notes_of(text, rows, how)
    found, references = referred(text, list(_blocks(text, rows, how, notes)), notes)
    cut = (Block(block.kind, without_marks(text, block.spans) or block.spans) for block in found)
    blocks = tuple(with_roles(text, cut, titled))
    metadata = merged(said(text, blocks), _printed_beside(text, aside[:HEAD]))
    return Document(name, text, blocks, text_layout(text), metadata, references)


def _printed_beside(text: str, aside: Sequence[Row]) -> Metadata:
    """The name and the date of a newspaper above its pages, or the date in a mail's head."""
    lines = [text[row.start : row.end] for row in aside]
    date = next(filter(None, map(iso_date, lines)), None)
    name = next(filter(None, map(masthead, lines)), None)
    return Metadata(outlet=found(name, "running head"), published=found(date, "running head"))


def _without_pages(text: str, rows: list[Row], mail: bool) -> tuple[list[Row], list[Row]]:
    """The rows of the article, and running heads, page numbers and the like."""
    aside = page_rows(text, rows) | frozenset(extra_rows(text, rows, mail))
    return _without(rows, aside), [row for row in rows if row.start in aside]


def _without(rows: Sequence[Row], taken: Set[int]) -> list[Row]:
    """`rows` but for those that start at one of `taken`; the next one shows that they are gone."""
    kept: list[Row] = []
    above, turn = 0, False
    for row in rows:
        if row.start in taken:
            above, turn = above + row.above, True
            continue
        row.above += above
        row.turn = row.turn or bool(turn and kept)
        above, turn = 0, False
        kept.append(row)
    return kept


def _blocks(text: str, rows: Sequence[Row], how: Setting | None, notes: Notes) -> Iterator[Block]:
    """Blocks in reading order; what a page put inside a paragraph comes after it."""
    order = {row.start: number for number, row in enumerate(rows)}
    rest = _without(rows, notes.all)
    beside = floats(text, rest, how)
    inside = {row.start for _, run in beside for row in run}
    beside += [("footnote", run) for run in notes.runs(rows)]
    waiting = deque(sorted(beside, key=lambda one: order[one[1][0].start]))
    body = _without(rest, inside)
    previous: Block | None = None
    for group in groups(text, body, how):
        while waiting and order[waiting[0][1][0].start] < order[group[0].start]:
            kind, run = waiting.popleft()
            previous = Block(kind, spans_of(text, run))
            yield previous
        kind = kind_of(text, group, previous, how)
        spans = spans_of(text, group)
        if kind == "item" and (bullet := SIGN.match(text, spans[0].start, spans[0].end)):
            spans = (Span(bullet.end(), spans[0].end), *spans[1:])
        previous = Block(kind, spans)
        yield previous
    for kind, run in waiting:
        yield Block(kind, spans_of(text, run))


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
