"""How much of a document is whose word: by source, by kind of source, by act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from quoth.account.voices import others
from quoth.records import Reading, Source, Span, Statement
from quoth.voice import stretches, united, weight, without

OWN = "own voice"
NOBODY = "no source"
LONGEST = 60
"""Characters of a source's name or description."""
UNKNOWN = "not told"
"""Of kinds and acts that were not worked out."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one source, kind or act has of a document.

    `statements` counts those that stand in no other, `share` is of the text's visible characters;
    a character in two statements counts for the first. `id` is a source's, where it is one.
    """

    name: str
    statements: int
    share: float
    id: str | None = None
    kind: str | None = None


def by_source(reading: Reading) -> tuple[Share, ...]:
    """The share of each source and of the document's own voice, the largest first."""
    sources = {source.id: source for source in reading.sources}

    def key(statement: Statement) -> tuple[str, str | None, str | None]:
        source = sources.get(statement.source_id or "")
        if source:
            return called(source), source.id, source.kind
        if statement.source is None:
            return NOBODY, None, None
        return shortened(statement.source.text), None, None

    return _shares(reading, key)


def by_kind(reading: Reading) -> tuple[Share, ...]:
    """The share of each kind of source, named and not named apart."""
    sources = {source.id: source for source in reading.sources}

    def key(statement: Statement) -> tuple[str, str | None, str | None]:
        source = sources.get(statement.source_id or "")
        if source is None:
            return (NOBODY if statement.source is None else UNKNOWN), None, None
        bare = source.named or source.kind in ("unspecified", "author")
        return (source.kind if bare else f"unnamed {source.kind}"), None, source.kind

    return _shares(reading, key)


def by_act(reading: Reading) -> tuple[Share, ...]:
    """The share of each act."""
    return _shares(reading, lambda s: (s.cued.act if s.cued else UNKNOWN, None, None))


def called(source: Source) -> str:
    """A source's name, or the first words that the document has for it."""
    first = source.name or (source.descriptions or source.mentions or (None,))[0]
    return shortened(first.text) if first else source.kind


def shortened(text: str) -> str:
    """The first words of a name or description, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _shares(
    reading: Reading, key: Callable[[Statement], tuple[str, str | None, str | None]]
) -> tuple[Share, ...]:
    text, whole = reading.document.text, stretches(reading)
    total = weight(text, whole)
    counts: dict[tuple[str, str | None, str | None], int] = defaultdict(int)
    weights: dict[tuple[str, str | None, str | None], int] = defaultdict(int)
    reached = 0
    outer = sorted(others(reading), key=lambda s: s.content.spans)
    for statement in outer:
        of = key(statement)
        counts[of] += 1
        for span in statement.content.spans:
            if span.end > reached:
                weights[of] += weight(text, [Span(max(span.start, reached), span.end)])
        reached = max(reached, *(span.end for span in statement.content.spans))
    shares = [Share(k[0], counts[k], weights[k] / total, *k[1:]) for k in counts] if total else []
    if total:
        taken = united(span for s in outer for span in s.content.spans)
        rest = weight(text, (piece for one in whole for piece in without(one, taken)))
        shares.append(Share(OWN, 0, rest / total))
    return tuple(sorted(shares, key=lambda one: (-one.share, one.name)))
