"""The text of the reading page: its blocks with statements, sources, cues, figures, dates marked.

Every mark of a part of a statement names it in `data-s`; what means several names them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from quoth.account import OwnVoice
from quoth.export.characters import one_line
from quoth.export.marking import Mark, marked_blocks
from quoth.export.page.hues import hue
from quoth.passages import spans_of
from quoth.records import Document, Reading, Span, Statement

TAGS = {"title": "h2", "heading": "h3", "quotation": "blockquote", "table": "pre"}
"""What is no paragraph; the page's own title stands above a document's."""


def texts(
    reading: Reading,
    unsourced: Sequence[OwnVoice] = (),
    numbers: Iterable[int] | None = None,
    shown: Collection[str] | None = None,
) -> Iterator[tuple[int, Markup]]:
    """Number and element of each block, or of those of these `numbers`.

    `unsourced` are the sentences that rest on nobody's word, `shown` the ids of the statements
    that are marked (all if None); the marks of the others are there, and plain.
    """
    document = reading.document
    wanted = None if numbers is None else sorted(set(numbers))
    near = _Near(document, wanted)
    for number, inner in marked_blocks(document, _marks(reading, unsourced, near, shown), wanted):
        kind = document.blocks[number].kind
        tag = TAGS.get(kind, "p")
        yield number, Markup(f'<{tag} class="block {kind}" dir="auto">{inner}</{tag}>')


class _Near:
    """Does anything of some stretches stand in the blocks that are wanted?"""

    def __init__(self, document: Document, numbers: Sequence[int] | None) -> None:
        self._all = numbers is None
        self._spans = [span for n in numbers or () for span in document.blocks[n].spans]
        self._first = min((span.start for span in self._spans), default=0)
        self._last = max((span.end for span in self._spans), default=0)

    def __call__(self, spans: Iterable[Span]) -> bool:
        return self._all or any(map(self._meets, spans))

    def _meets(self, one: Span) -> bool:
        if one.end <= self._first or one.start >= self._last:
            return False
        return any(one.start < span.end and span.start < one.end for span in self._spans)


def _marks(
    reading: Reading,
    unsourced: Sequence[OwnVoice],
    near: _Near,
    shown: Collection[str] | None,
) -> Iterator[Mark]:
    """Inner ones first: of two marks on one stretch the last is the outer one."""
    for number, figure in enumerate(reading.figures):
        if near((figure.span,)):
            alone = "" if figure.statement else " alone"
            yield _mark(figure.span, f'class="figure{alone}"', f"f{number}")
    for number, date in enumerate(reading.dates):
        if near((date.span,)):
            yield _mark(date.span, 'class="date"', f"t{number}")
    for one in unsourced:
        for label, span in one.words:
            if near((span,)):
                yield _mark(span, f'class="bare {label}"')
    yield from _shared(reading.statements, near, shown)
    # What stands in another statement begins behind it, or on the same stretch.
    for statement in reversed(reading.statements):
        if near(statement.content.spans):
            yield from _content(statement, shown is None or statement.id in shown)
    for one in unsourced:
        if near((one.sentence,)):
            yield _mark(one.sentence, f'class="unsourced" data-labels="{" ".join(one.labels)}"')


def _shared(
    statements: Iterable[Statement], near: _Near, shown: Collection[str] | None
) -> Iterator[Mark]:
    """Sources and cues, each stretch once with all the statements that it serves.

    Where a source is met first has its id.
    """
    serves: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    anchors: dict[tuple[str, int, int], str] = {}
    met: set[str] = set()
    for statement in statements:
        first = spans_of(statement.source)[:1]
        if first and statement.source_id and statement.source_id not in met:
            met.add(statement.source_id)
            anchors["source", first[0].start, first[0].end] = statement.source_id
        for kind, passage in (("cue", statement.cue), ("source", statement.source)):
            for span in spans_of(passage):
                if near((span,)):
                    serves[kind, span.start, span.end].append(statement.id)
    for (kind, start, end), ids in serves.items():
        off = "" if shown is None or any(each in shown for each in ids) else " off"
        anchor = anchors.get((kind, start, end))
        yield _mark(Span(start, end), f'class="{kind}{off}" data-s="{" ".join(ids)}"', anchor)


def _content(statement: Statement, shown: bool) -> Iterator[Mark]:
    key = statement.id
    off = "" if shown else " off"
    attributes = f'class="said {statement.form} h{hue(statement.source_id)}{off}" data-s="{key}"'
    first, *more = statement.content.spans
    who = one_line(statement.source.text) if statement.source else "no source"
    label = escape(f"statement {key}, {who}, {statement.form}")
    tag = f'<a class="tag" href="#note-{key}" aria-label="{label}">{key}</a>'
    yield _mark(first, attributes, key, tag)
    again = f'<span class="tag" aria-hidden="true">…{key}</span>'
    for span in more:
        yield _mark(span, attributes, None, again)


def _mark(span: Span, attributes: str, anchor: str | None = None, inside: str = "") -> Mark:
    """Attributes hold ids, kinds and labels of ours alone; what a document says is escaped."""
    named = f' id="{anchor}"' if anchor else ""
    goes_on = Markup(f"<span {attributes}>")
    return Mark(span, Markup(f"<span {attributes}{named}>{inside}"), goes_on)
