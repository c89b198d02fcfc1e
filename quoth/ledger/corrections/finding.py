"""Where what a correction names stands in a reading: exactly, else by text, else by overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quoth.ledger.corrections.draft import Draft, Gone, Unfit, places_of
from quoth.ledger.corrections.overlap import likeness, shared
from quoth.ledger.records import SourceAt, StatementAt, Words
from quoth.passages import spans_of
from quoth.records import GAP, Document, Passage, Span, Statement

ALIKE = 2 / 3
"""Contents or mentions that share as much of what either has are taken for the same (Jaccard)."""


OTHERWISE = "it is read otherwise now"


def located(document: Document, words: Words) -> tuple[Span, ...]:
    """Where `words` stand: at their place, else the nearest place that has the same text.

    Raises Unfit where the text has them nowhere, or they are none.
    """
    spans = words.spans
    if not _in_order(spans) or not words.text.strip():
        raise Unfit("its spans are no words: give [start, end) pairs in order, none of them empty")
    if Passage(document, spans).text == words.text:
        return spans
    found = tuple(_sought(document.text, words))
    if len(found) < len(spans):
        raise Unfit(f"the text has no such words any more: {_short(words.text)}")
    return found


def find_statement(
    draft: Draft, at: StatementAt, meant: tuple[Span, ...] = (), closely: bool = False
) -> str:
    """Key of the statement that `at` names, or of one whose content is already as `meant`.

    What has another content by the same cue is it too, unless it is to fit `closely`. Raises Gone
    where there is none, Unfit where more than one fits or it is another one by now.
    """
    content = located(draft.document, at.content)
    found = draft.at(content) or draft.at(meant)
    if not found and any(one.content.spans == content for one in draft.rejected.values()):
        raise Unfit("an earlier correction says that there is no such statement")
    if not found and (key := draft.left.get(content)) in draft.statements:
        if closely:
            raise Unfit("an earlier correction has its content elsewhere")
        found = [draft.statements[key]]
    found = found or _most_alike(draft, at, content)
    if not found and (others := _by_cue(draft, at, content)):
        if closely:
            raise Unfit(OTHERWISE)
        found = others
    if not found:
        raise Gone("nothing stands there any more")
    checks: tuple[Callable[[Statement], bool], ...] = (
        lambda one: same(one.cue, at.cue),
        lambda one: same(one.source, at.source),
        lambda one: one.id == at.key,
    )
    for check in checks:
        found = list(filter(check, found)) or found
    if len(found) > 1:
        raise Unfit("two statements fit")
    return found[0].id


def find_source(draft: Draft, at: SourceAt) -> str | None:
    """Key of the source that `at` names; None where the reading has none such."""
    if at.mention is None:
        return next((key for key, name in draft.names.items() if name == at.name), None)
    spans = located(draft.document, at.mention)
    return draft.mentioned(spans, at.key) or _most_like(draft, spans)


def _most_like(draft: Draft, spans: tuple[Span, ...]) -> str | None:
    """Key of the source with the mention most like `spans`, if alike enough."""
    start, end = spans[0].start, spans[-1].end
    near = (
        (likeness(place.spans, spans), key)
        for key, source in draft.sources.items()
        for place in places_of(source)
        if place.spans[0].start < end and place.spans[-1].end > start
    )
    alike, key = max(near, default=(0.0, ""))
    return key if alike >= ALIKE else None


def same(passage: Passage | None, words: Words | None) -> bool:
    """Does `passage` stand where `words` do?"""
    return spans_of(passage) == (words.spans if words else ())


def _in_order(spans: tuple[Span, ...]) -> bool:
    edges = [edge for span in spans for edge in (span.start, span.end)]
    pieces = all(span.start < span.end for span in spans)
    return bool(edges) and edges[0] >= 0 and pieces and edges == sorted(edges)


def _sought(text: str, words: Words) -> Iterator[Span]:
    """The pieces of `words`, each where it stands nearest to its place behind the one before."""
    at = end = moved = 0
    for span in words.spans:
        size = span.end - span.start
        piece = words.text[at : at + size]
        start = _nearest(text, piece, max(end, span.start + moved), end)
        if len(piece) < size or start < 0:
            return
        at += size + len(GAP)
        end, moved = start + size, start - span.start
        yield Span(start, end)


def _nearest(text: str, piece: str, place: int, least: int) -> int:
    """Offset from `least` on at which `piece` stands nearest to `place`; -1 where it does not."""
    after = text.find(piece, place)
    before = text.rfind(piece, least, place + len(piece))
    if min(before, after) < 0:
        return max(before, after)
    return before if place - before <= after - place else after


def _most_alike(draft: Draft, at: StatementAt, content: tuple[Span, ...]) -> list[Statement]:
    """Statements with the content most like `content`, if alike enough and by the same cue."""
    cue = located(draft.document, at.cue) if at.cue else ()
    best, found = ALIKE, list[Statement]()
    for one in _as_read(draft, content):
        if cue and one.cue and not shared(cue, one.cue.spans):
            continue
        alike = likeness(one.content.spans, content)
        if alike > best:
            best, found = alike, []
        if alike == best:
            found.append(one)
    return found


def _by_cue(draft: Draft, at: StatementAt, content: tuple[Span, ...]) -> list[Statement]:
    """Statements that share words of cue and content: a cue has one content."""
    cue = located(draft.document, at.cue) if at.cue else ()
    return [
        one
        for one in _as_read(draft, content)
        if one.cue and shared(cue, one.cue.spans) and shared(content, one.content.spans)
    ]


def _as_read(draft: Draft, content: tuple[Span, ...]) -> Iterator[Statement]:
    """Statements near `content` whose own content no correction has told, or names."""
    for one in draft.near(content):
        if (one.id, "content") not in draft.edited and one.content.spans not in draft.named:
            yield one


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
