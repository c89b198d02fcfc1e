"""Exports of press databases that hold many articles: Nexis, Factiva, ProQuest.

They come as text, HTML, RTF and DOCX; a database is told from its marks and its fields. A text that
merely has such words in it stays one document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quoth.documents.cutting import blanked, merged, trimmed, without
from quoth.documents.encodings import decode, is_binary
from quoth.documents.formats import is_html
from quoth.documents.html import page as html
from quoth.documents.html import whole as html_whole
from quoth.documents.html.source import charset_of
from quoth.documents.joined import moved
from quoth.documents.layouts import OfficeLayout, within
from quoth.documents.options import Options
from quoth.documents.press import factiva as press_factiva
from quoth.documents.press import lexis as press_lexis
from quoth.documents.press import proquest as press_proquest
from quoth.documents.press.fields import Article
from quoth.documents.slices import below, line_ends, sliced
from quoth.documents.source import Source
from quoth.documents.text import plain
from quoth.records import Block, BlockKind, Document, Layout, Reference, Span

DATABASES = (press_lexis, press_factiva, press_proquest)
PLAINLY: dict[BlockKind, BlockKind] = {
    "title": "heading",
    "byline": "paragraph",
    "dateline": "paragraph",
}


def read(source: Source, options: Options) -> Iterator[Document]:
    """The articles in a text or an HTML file, or the document that it is where it is no export."""
    if is_html(source.opening, ""):
        text = decode(source.data, source.declared or charset_of(source.opening))
        parts = list(split(html_whole.document(text, source.name)))
        several = parts[0].name != source.name
        yield from parts if several else html.read(source, options)
    elif is_binary(source.data):
        yield from plain.read(source, options)
    else:
        text = decode(source.data, source.declared)
        found = articles(text)
        at = above = pages = 0
        for number, article in enumerate(found, 1):
            between = text[at : article.span.start]
            at, above = article.span.start, above + line_ends(between)
            pages += between.count("\f")
            read = _of_text(text, article, f"{source.name}#{number}", number)
            yield replace(read, layout=below(read.layout, above, pages))
        if not found:
            yield from plain.read(source, options)


def split(document: Document) -> Iterator[Document]:
    """The articles in an export that was read as `document`; itself where it is none."""
    found = articles(document.text)
    starts = [block.spans[0].start for block in document.blocks]
    for number, article in enumerate(found, 1):
        first = max(bisect_right(starts, article.span.start) - 1, 0)
        blocks = document.blocks[first : bisect_left(starts, article.span.end)]
        one = replace(document, name=f"{document.name}#{number}", blocks=blocks)
        yield _of_document(one, article, number)
    if not found:
        yield document


def articles(text: str) -> list[Article]:
    """The articles in the text of an export, in their order; none where it is not one."""
    return next((found for each in DATABASES if (found := each.articles(text))), [])


def _of_text(text: str, article: Article, name: str, number: int) -> Document:
    """An article in a text, whose lines may be broken by a width."""
    part = text[article.span.start : article.span.end]
    body = [_moved(span, article) for span in article.body]
    read = plain.document(blanked(part, _gaps(body, len(part))), name, titled=True)
    blocks = (_plainly(block) for block in read.blocks)
    head = _head(part, article)
    references = (Reference(each.span, each.block + len(head)) for each in read.references)
    return Document(
        name,
        part,
        (*head, *blocks),
        within(read.layout, number, None),
        article.metadata,
        tuple(references),
    )


def _of_document(whole: Document, article: Article, number: int) -> Document:
    """An article in a document whose paragraphs are known; its blocks are at hand."""
    start, end = article.span.start, article.span.end
    part = whole.text[start:end]
    gaps = _gaps([_moved(span, article) for span in article.body], len(part))
    # A table may hold several articles.
    ends = [Span(-start, 0), *gaps, Span(len(part), len(whole.text))]
    blocks = without(part, (moved(block, -start) for block in whole.blocks), merged(ends))
    layout = sliced(whole.layout, start, end)
    body = (_plainly(each) for block in blocks for each in _paragraphs(part, block, gaps, layout))
    return Document(
        whole.name,
        part,
        (*_head(part, article), *body),
        within(layout, number, None),
        article.metadata,
    )


def _moved(span: Span, article: Article) -> Span:
    return Span(span.start - article.span.start, span.end - article.span.start)


def _gaps(body: Sequence[Span], length: int) -> list[Span]:
    """What of an article is not its body."""
    starts = [0, *(span.end for span in body)]
    ends = [*(span.start for span in body), length]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _head(part: str, article: Article) -> list[Block]:
    spans = ((kind, trimmed(part, _moved(span, article))) for kind, span in article.head)
    return [Block(kind, (span,)) for kind, span in spans if span.start < span.end]


def _plainly(block: Block) -> Block:
    """A block of the body; who wrote the article when, its fields say."""
    kind = PLAINLY.get(block.kind)
    return replace(block, kind=kind) if kind else block


def _paragraphs(part: str, block: Block, gaps: Sequence[Span], layout: Layout) -> Iterator[Block]:
    """The paragraphs of a text that the export has set in a table, beside its fields."""
    ends = {len(part[: gap.end].rstrip()) for gap in gaps}
    for span in block.spans if block.kind == "table" else ():
        beside = len(part[: span.start].rstrip()) in ends
        starts = layout.starts if beside and isinstance(layout, OfficeLayout) else ()
        inner = (start for start in starts if span.start < start < span.end)
        for start, end in pairwise([span.start, *inner, span.end]):
            piece = trimmed(part, Span(start, end))
            if piece.start < piece.end:
                yield Block("paragraph" if beside else "table", (piece,))
    if block.kind != "table":
        yield block
