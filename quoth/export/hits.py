"""The view of what was found in a ledger, for people.

As the view of a document, with the number to show a statement by at the right edge, and a heading
wherever the document changes. Words that were asked for stand between asterisks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from quoth.export.characters import one_line, visible
from quoth.export.view import BARS, CONTENT_LINES, Pen, Screen
from quoth.ledger.finding.records import Count, Found, Hit
from quoth.ledger.finding.records import Text as TextFound
from quoth.records import Block, Cued, Document, Passage, Place, Source, Span, Statement

_RIGHT = 12
_FOUND = "bold reverse"
_SPACE = re.compile(r"\s+")


def hits_view(found: Found, screen: Screen | None = None) -> Iterator[str]:
    """The hits of a page, piece by piece, then how many there are in all."""
    pen = _HitPen(screen or Screen())
    for _, hits in groupby(found.hits, lambda hit: hit.document):
        several = list(hits)
        yield pen.draw(pen.head(several[0]))
        for hit in several:
            yield pen.draw(pen.hit(hit))
    yield pen.draw(pen.sums(found))


def texts_view(texts: Iterable[TextFound], screen: Screen | None = None) -> Iterator[str]:
    """Documents, each with the words about what was found first."""
    pen = _HitPen(screen or Screen())
    none = True
    for each in texts:
        none = False
        yield pen.draw(pen.text(each))
    if none:
        yield pen.draw([Text("Nothing found.")])


def at_least(number: int, exact: bool) -> str:
    """A count, and whether there may be more."""
    return f"{number:,}" if exact else f"more than {number:,}"


class _HitPen(Pen):
    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, _RIGHT)
        self._found: tuple[Span, ...] = ()

    def text(self, each: TextFound) -> Iterator[Text]:
        yield from self.head(each)
        yield from self.wrapped(_marked(each.around, each.found), self.width)
        yield Text()

    def head(self, hit: Hit | TextFound) -> Iterator[Text]:
        title = Text(one_line(hit.title or hit.name), style="bold")
        title.truncate(self.width - 5, overflow="ellipsis")
        line = Text.assemble(("━━ ", "dim"), title)
        yield line + Text(" " + "━" * (self.width - line.cell_len - 1), style="dim")
        facts = [
            f"document {hit.document}",
            hit.outlet,
            hit.published or "no date",
            hit.name if hit.title else None,
        ]
        if hit.version > 1:
            facts.append(f"version {hit.version}")
        if hit.reprints:
            facts.append(f"{hit.reprints} {'reprints' if hit.reprints > 1 else 'reprint'}")
        yield from self.wrapped(Text(one_line(", ".join(filter(None, facts)))), self.width)
        yield Text()

    def hit(self, hit: Hit) -> Iterator[Text]:
        self._found = hit.found
        return self.statement(*_records(hit), 0)

    def where(self, statement: Statement) -> list[Text]:
        return [Text(statement.id, style="bold"), *super().where(statement)]

    def content(self, statement: Statement) -> list[Text]:
        bar = BARS[statement.form]
        lines = self.wrapped(
            _marked(statement.content.text, self._found), self.content_width - len(bar)
        )
        if not self.full:
            lines = _around(lines, CONTENT_LINES)
        return [Text.assemble((bar, "magenta"), line) for line in lines]

    def sums(self, found: Found) -> Iterator[Text]:
        yield Text("─" * self.width, style="dim")
        for sentence in _sums(found):
            yield from self.wrapped(Text(sentence), self.width)
        yield Text()


def _sums(found: Found) -> Iterator[str]:
    count, shown = found.count, len(found.hits)
    if not shown:
        yield "Nothing found."
        return
    yield f"{_plural(count)} in {at_least(count.documents, count.exact)} {_documents(count)}."
    if count.once < count.statements:
        yield (
            f"{at_least(count.once, count.exact)} where reprints of one text and versions "
            "of one document count once."
        )
    if found.best_of:
        yield f"The best {shown} of the newest {found.best_of:,} are shown."
    elif shown < count.statements or not count.exact:
        yield f"{shown} {'is' if shown == 1 else 'are'} shown; --limit shows more."


def _plural(count: Count) -> str:
    number = at_least(count.statements, count.exact)
    return f"{number} statement" if count.statements == 1 else f"{number} statements"


def _documents(count: Count) -> str:
    return "document" if count.documents == 1 else "documents"


def _marked(content: str, found: tuple[Span, ...]) -> Text:
    """The content on one line, with what was found between asterisks."""
    text, at = Text(), 0
    for span in found:
        text.append(_plain(content[at : span.start]))
        text.append(f"*{_plain(content[span.start : span.end])}*", style=_FOUND)
        at = span.end
    return text.append(_plain(content[at:]))


def _plain(piece: str) -> str:
    return visible(_SPACE.sub(" ", piece)).replace("\N{SOFT HYPHEN}", "")


def _around(lines: list[Text], most: int) -> list[Text]:
    """At most so many lines: those about the first that holds what was found."""
    if len(lines) <= most:
        return lines
    first = next((n for n, line in enumerate(lines) if line.spans), 0)
    start = 0 if first < most - 1 else min(first - 1, len(lines) - most + 1)
    room = most - 1 if start == 0 else most - 2
    kept = lines[start : start + room]
    before = [Text("…", style="dim")] if start else []
    rest = len(lines) - start - len(kept)
    after = [Text(f"… {rest} more lines", style="dim")] if rest else []
    return [*before, *kept, *after]


@dataclass(frozen=True, slots=True)
class _At:
    """A layout with one place."""

    where: Place

    def place(self, span: Span, block: int) -> Place:
        return self.where


def _records(hit: Hit) -> tuple[Statement, Source | None]:
    """The hit as records over a document that holds its words alone."""
    parts = (hit.content, hit.source, hit.cue, hit.source_name, hit.source_reason, hit.cited)
    text = "".join(part or "" for part in parts)
    document = Document(
        hit.name, text, (Block("paragraph", (Span(0, len(text)),)),), _At(hit.place)
    )
    passages: list[Passage | None] = []
    at = 0
    for part in parts:
        end = at + len(part or "")
        passages.append(None if part is None else Passage(document, (Span(at, end),)))
        at = end
    content, who, cue, name, reason, cited = passages
    assert content
    cued = None
    if hit.lemma and hit.act and hit.stance and hit.polarity:
        cued = Cued(hit.lemma, hit.act, hit.stance, hit.polarity, hit.basis)
    statement = Statement(
        *(hit.id, who, cue, content, hit.form, hit.within, hit.confidence),
        *(hit.source_key, cued, hit.certainty, cited),
    )
    if not hit.source_key or not hit.source_kind:
        return statement, None
    named = bool(hit.source_named)
    return statement, Source(
        hit.source_key, hit.source_kind, named, name, (), (), None, None, reason
    )
