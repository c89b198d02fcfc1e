"""A document's text as the report shows it: its blocks, with what was found in it marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from quoth.compare import Told
from quoth.export.marking import Mark, marked_blocks
from quoth.export.report.places import outward
from quoth.passages import spans_of
from quoth.records import Span

TAGS = {"title": "h4", "heading": "h5", "quotation": "blockquote", "table": "pre"}
"""What is no paragraph; headings stand under the one that the report gives a document."""


def blocks(told: Told, number: int, found: Mapping[str, tuple[Span, ...]]) -> Iterator[Markup]:
    """Each block of a document as an element; anchors begin with `d` and the `number`.

    `found` are the anchors of passages beside those of statements and figures.
    """
    document = told.reading.document
    for at, inner in marked_blocks(document, _marks(told, number, found)):
        kind = document.blocks[at].kind
        tag = Markup(TAGS.get(kind, "p"))
        yield Markup('<{0} class="block {1}">{2}</{0}>').format(tag, kind, inner)


def _marks(told: Told, number: int, found: Mapping[str, tuple[Span, ...]]) -> Iterator[Mark]:
    for statement in told.reading.statements:
        first, *more = statement.content.spans
        anchor, kind = f"d{number}-{statement.id}", f"said {statement.form}"
        out = outward(told, statement.content.places[0].fragment or "")
        tags = _tags(anchor, statement.id, out)
        yield Mark(first, _opened(kind, anchor) + tags, _opened(kind))
        yield from _pieces(more, kind)
        yield from _pieces(spans_of(statement.source), "source")
        yield from _pieces(spans_of(statement.cue), "cue")
    for at, figure in enumerate(told.reading.figures):
        yield from _pieces((figure.span,), "figure", f"d{number}-f{at}")
    for anchor, spans in found.items():
        yield from _pieces(spans, "found", f"d{number}-{anchor}")


def _pieces(spans: Iterable[Span], kind: str, anchor: str | None = None) -> Iterator[Mark]:
    """A mark for each piece; the first has the anchor."""
    for span in spans:
        yield Mark(span, _opened(kind, anchor), _opened(kind))
        anchor = None


def _opened(kind: str, anchor: str | None = None) -> Markup:
    named = Markup(' id="{}"').format(anchor) if anchor else Markup("")
    return Markup('<span class="{}"{}>').format(kind, named)


def _tags(anchor: str, tag: str, out: str | None) -> Markup:
    tags = Markup('<a class="tag" href="#{0}" aria-label="statement {1}">{1}</a>').format(
        anchor, tag
    )
    if out:
        tags += Markup(
            '<a class="tag out" href="{}" rel="noreferrer" aria-label="{} in the original">↗</a>'
        ).format(out, tag)
    return tags
