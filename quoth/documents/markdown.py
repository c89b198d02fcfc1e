"""Markdown: the document's text is the decoded file, its blocks leave the block markup out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quoth.documents.dates import iso_date
from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import WHAT_IS_READ
from quoth.documents.layouts import text_layout
from quoth.documents.metadata import found, merged
from quoth.documents.options import Options
from quoth.documents.roles import HEAD, said, shown, with_roles
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Block, BlockKind, Document, Metadata, Span

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
FIELD = re.compile(
    r"^(title|date|published|lang|language)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.M | re.I
)
NOT_LINE_END = re.compile(r"[^\r\n]")
COMMENT = re.compile(r"<!--.*?-->", re.S)
CONTENT = ("inline", "fence", "html_block")


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in a Markdown file; raises `UnreadableInput` where the bytes are no text."""
    if is_binary(source.data):
        raise UnreadableInput(source.name, f"these bytes are not text; {WHAT_IS_READ}")
    text = decode(source.data, source.declared)
    fields, content = _front_matter(text)
    blocks = tuple(_with_title(text, list(_blocks(text, content))))
    metadata = merged(_stated(fields), said(text, blocks))
    yield Document(source.name, text, blocks, text_layout(text), metadata)


def _stated(fields: dict[str, str]) -> Metadata:
    published = iso_date(fields.get("date") or fields.get("published") or "")
    return Metadata(
        title=found(fields.get("title"), "meta"),
        published=found(published, "meta"),
        language=found(fields.get("lang") or fields.get("language"), "meta"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the YAML head says, and the text with what is no content blanked out.

    Blanks keep every offset in its place.
    """
    source = COMMENT.sub(lambda match: NOT_LINE_END.sub(" ", match.group()), text)
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, source
    fields = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(match[1])}
    return fields, NOT_LINE_END.sub(" ", match.group()) + source[match.end() :]


def _blocks(text: str, source: str) -> Iterator[Block]:
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    # Text that is set in is a quotation in a news text, not a program.
    parser.disable("code")
    # Blocks only: what inline markup means is not needed, and it takes most of the time.
    parser.core.ruler.enableOnly(["normalize", "block"])
    lines = _line_spans(text)
    above: list[Token] = []
    cursor = 0
    for token in parser.parse(source):
        if token.nesting > 0:
            above.append(token)
        elif token.nesting < 0:
            above.pop()
        elif token.type in CONTENT and token.map:
            first = lines[min(token.map[0], len(lines) - 1)][0]
            spans = _spans(source, lines, token, max(cursor, first))
            if spans:
                cursor = spans[-1].end
                yield Block(_kind(above), spans)


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


def _kind(above: Sequence[Token]) -> BlockKind:
    types = [token.type for token in above]
    if "blockquote_open" in types:
        return "quotation"
    if "heading_open" in types:
        return "heading"
    return "item" if "list_item_open" in types else "paragraph"


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
