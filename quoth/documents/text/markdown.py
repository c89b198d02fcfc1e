"""Markdown: the document's text is the decoded file, its blocks leave the markup out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.metadata import merged
from quoth.documents.options import Options
from quoth.documents.roles import HEAD, said, shown, with_roles
from quoth.documents.source import Source
from quoth.documents.text.emphasis import trimmed, without_marks
from quoth.documents.text.front_matter import front_matter, stated_in
from quoth.errors import UnreadableInput
from quoth.records import Block, BlockKind, Document, Reference, Span

NOT_LINE_END = re.compile(r"[^\r\n]")
COMMENT = re.compile(r"<!--.*?-->", re.S)
CONTENT = ("inline", "fence", "html_block")
NOTE = re.compile(r"(?:^|(?<=[\r\n]))[ ]{0,3}\[\^(?P<key>[^\]\s]{1,40})\]:[ \t]*")
MARK = re.compile(r"\[\^(?P<key>[^\]\s]{1,40})\](?!:)")
TARGET = r"(?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]\n]{0,200}\])"
MARKUP = re.compile(
    rf"!?\[(?=[^\[\]]{{0,1000}}\]{TARGET})|\]{TARGET}"
    r"|</?[a-zA-Z][^<>]{0,500}>|<(?=https?://)|`+|~~|\\(?=[!-/:-@\[-`{-~\r\n])"
)
"""Marks inside a line that are no words: of links, tags, code, what was struck, escapes."""
PICTURE = re.compile(rf"\s*!\[[^\[\]]{{0,1000}}\]{TARGET}\s*")

Part = tuple[BlockKind, tuple[Span, ...]]


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a Markdown file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(source.data):
        raise UnreadableInput(source.name, f"these bytes are not text; {WHAT_IS_READ}")
    text = decode(source.data, source.declared)
    fields, start = front_matter(text)
    # Blanks keep every offset in its place.
    content = COMMENT.sub(lambda match: NOT_LINE_END.sub(" ", match.group()), text)
    content = NOT_LINE_END.sub(" ", content[:start]) + content[start:]
    blocks, references = _without_markup(text, _parts(text, content))
    blocks = list(_with_title(text, blocks))
    metadata = merged(stated_in(fields), said(text, blocks))
    yield Document(source.name, text, tuple(blocks), text_layout(text), metadata, references)


def _parts(text: str, content: str) -> Iterator[Part]:
    """Kinds of blocks and where their lines stand."""
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    # Text that is set in is a quotation in a news text, not a program.
    parser.disable("code")
    # Blocks only: what inline markup means is not needed, and it takes most of the time.
    parser.core.ruler.enableOnly(["normalize", "block"])
    lines = _line_spans(text)
    above: list[Token] = []
    cells: list[Span] = []
    cursor = 0
    for token in parser.parse(content):
        if token.nesting > 0:
            above.append(token)
        elif token.nesting < 0:
            above.pop()
            if token.type == "table_close" and cells:
                yield "table", tuple(cells)
                cells = []
        elif token.type in CONTENT and token.map:
            first = lines[min(token.map[0], len(lines) - 1)][0]
            spans = _spans(content, lines, token, max(cursor, first))
            if not spans:
                continue
            cursor = spans[-1].end
            if any(one.type == "table_open" for one in above):
                cells += spans
            else:
                yield from _with_notes(text, _kind(text, above, spans), spans)


def _line_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each line, as Markdown counts them."""
    spans, start = [], 0
    for match in re.finditer(r"\r\n?|\n", text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _spans(
    source: str, lines: Sequence[tuple[int, int]], token: Token, cursor: int
) -> tuple[Span, ...]:
    """Where the lines of a token's content stand; what stands between them may be markup."""
    spans: list[Span] = []
    assert token.map
    number = token.map[0]
    for content in token.content.split("\n"):
        content = content.strip().replace("\ufffd", "\x00") if "\x00" in source else content.strip()
        if not content:
            continue
        while number < len(lines):
            start, end = lines[number]
            at = source.find(content, max(start, cursor), end)
            if at >= 0:
                break
            number += 1
        else:
            continue
        if spans and source[spans[-1].end : at].isspace():
            spans[-1] = Span(spans[-1].start, at + len(content))
        else:
            spans.append(Span(at, at + len(content)))
        cursor = at + len(content)
    return tuple(spans)


def _kind(text: str, above: Sequence[Token], spans: Sequence[Span]) -> BlockKind:
    types = [token.type for token in above]
    if "blockquote_open" in types or text.startswith("<blockquote", spans[0].start):
        return "quotation"
    if "heading_open" in types:
        return "heading"
    if PICTURE.fullmatch(text, spans[0].start, spans[-1].end):
        return "caption"
    return "item" if "list_item_open" in types else "paragraph"


def _with_notes(text: str, kind: BlockKind, spans: tuple[Span, ...]) -> Iterator[Part]:
    """A paragraph that consists of notes, cut into these."""
    span = spans[0]
    if kind != "paragraph" or not NOTE.match(text, span.start, span.end):
        yield kind, spans
        return
    starts = [match.start() for match in NOTE.finditer(text, span.start, span.end)]
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        more = spans[1:] if end == span.end else ()
        yield "footnote", (*trimmed(text, [Span(start, end)]), *more)


def _without_markup(text: str, parts: Iterator[Part]) -> tuple[list[Block], tuple[Reference, ...]]:
    """Blocks of nothing but words, and the notes' marks with the blocks they refer to."""
    blocks: list[Block] = []
    marks: list[tuple[str, Span]] = []
    notes: dict[str, int] = {}
    for kind, spans in parts:
        key = None
        if kind == "footnote" and (match := NOTE.match(text, spans[0].start)):
            key, spans = match["key"], (Span(match.end(), spans[0].end), *spans[1:])
        found = [m for span in spans for m in MARK.finditer(text, span.start, span.end)]
        words = without_marks(text, _cut(text, spans))
        if words:
            marks += [(match["key"], Span(*match.span())) for match in found]
            if key:
                notes.setdefault(key, len(blocks))
            blocks.append(Block(kind, words))
    references = (Reference(span, notes[key]) for key, span in marks if key in notes)
    return blocks, tuple(references)


def _cut(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """`spans` without the marks of notes and what else is markup."""
    for span in spans:
        position = span.start
        found = chain(
            MARK.finditer(text, span.start, span.end), MARKUP.finditer(text, span.start, span.end)
        )
        for match in sorted(found, key=lambda match: match.start()):
            if match.start() >= position:
                yield Span(position, match.start())
                position = match.end()
        yield Span(position, span.end)


def _with_title(text: str, blocks: list[Block]) -> Iterator[Block]:
    """The first heading is the title when nothing but short lines stands above it."""
    for number, block in enumerate(blocks[:HEAD]):
        if block.kind == "heading":
            blocks[number] = Block("title", block.spans)
            break
        if block.kind != "paragraph" or len(shown(text, block)) > 100:
            break
    titled = any(block.kind in ("title", "heading") for block in blocks)
    return with_roles(text, blocks, titled)
