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
from quoth.export.page.blocks import Blocks
from quoth.export.page.hues import hue
from quoth.passages import parts_of, spans_of
from quoth.records import Reading, Span, Statement

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
    placed = _Placed(reading, unsourced)
    for number in range(len(document.blocks)) if numbers is None else sorted(set(numbers)):
        [(_, inner)] = marked_blocks(document, placed.marks(number, shown), (number,))
        kind = document.blocks[number].kind
        tag = TAGS.get(kind, "p")
        yield number, Markup(f'<{tag} class="block {escape(kind)}" dir="auto">{inner}</{tag}>')


class _Placed:
    """What stands in each block, so that marks are made for one block at a time."""

    def __init__(self, reading: Reading, unsourced: Sequence[OwnVoice]) -> None:
        blocks = Blocks(reading.document)
        self._statements = blocks.of((each, _places(each)) for each in reading.statements)
        self._figures = blocks.of((each, (each[1].span,)) for each in enumerate(reading.figures))
        self._dates = blocks.of((each, (each[1].span,)) for each in enumerate(reading.dates))
        self._unsourced = blocks.of((each, (each.sentence,)) for each in unsourced)
        self._met: dict[str, Span] = {}
        """Where each source is met first: its anchor stands there."""
        for each in reading.statements:
            if each.source and each.source_id:
                self._met.setdefault(each.source_id, each.source.spans[0])

    def marks(self, number: int, shown: Collection[str] | None) -> Iterator[Mark]:
        """Inner ones first: of two marks on one stretch the last is the outer one."""
        for at, figure in self._figures.get(number, ()):
            alone = "" if figure.statement else " alone"
            yield _mark(figure.span, f'class="figure{alone}"', f"f{at}")
        for at, date in self._dates.get(number, ()):
            yield _mark(date.span, 'class="date"', f"t{at}")
        for one in self._unsourced.get(number, ()):
            for label, span in one.words:
                yield _mark(span, f'class="bare {label}"')
        statements = self._statements.get(number, [])
        yield from self._shared(statements, shown)
        # What stands in another statement begins behind it, or on the same stretch.
        for statement in reversed(statements):
            yield from _content(statement, shown is None or statement.id in shown)
        for one in self._unsourced.get(number, ()):
            yield _mark(one.sentence, f'class="unsourced" data-labels="{" ".join(one.labels)}"')

    def _shared(
        self, statements: Iterable[Statement], shown: Collection[str] | None
    ) -> Iterator[Mark]:
        """Sources and cues, each stretch once with all the statements that it serves."""
        serves: dict[tuple[str, int, int], list[Statement]] = defaultdict(list)
        for statement in statements:
            for kind, passage in (("cue", statement.cue), ("source", statement.source)):
                for span in spans_of(passage):
                    serves[kind, span.start, span.end].append(statement)
        for (kind, start, end), served in serves.items():
            span, ids = Span(start, end), [escape(each.id) for each in served]
            off = "" if shown is None or any(each in shown for each in ids) else " off"
            source = served[0].source_id or ""
            anchor = source if kind == "source" and self._met.get(source) == span else None
            yield _mark(span, f'class="{kind}{off}" data-s="{" ".join(ids)}"', anchor)


def _places(statement: Statement) -> Iterator[Span]:
    return (span for passage in parts_of(statement) for span in passage.spans)


def _content(statement: Statement, shown: bool) -> Iterator[Mark]:
    key = escape(statement.id)
    off = "" if shown else " off"
    attributes = (
        f'class="said {escape(statement.form)} h{hue(statement.source_id)}{off}" data-s="{key}"'
    )
    first, *more = statement.content.spans
    who = one_line(statement.source.text) if statement.source else "no source"
    label = escape(f"statement {key}, {who}, {statement.form}")
    tag = f'<a class="tag" href="#note-{key}" aria-label="{label}">{key}</a>'
    yield _mark(first, attributes, key, tag)
    again = f'<span class="tag" aria-hidden="true">…{key}</span>'
    for span in more:
        yield _mark(span, attributes, None, again)


def _mark(span: Span, attributes: str, anchor: str | None = None, inside: str = "") -> Mark:
    """Attributes hold ids, kinds and labels: escaped where they come from a ledger."""
    named = f' id="{escape(anchor)}"' if anchor else ""
    goes_on = Markup(f"<span {attributes}>")
    return Mark(span, Markup(f"<span {attributes}{named}>{inside}"), goes_on)
