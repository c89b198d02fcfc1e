"""What is known of every mention of a document, one array of numbers for each trait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quoth.analysis import Analysis
from quoth.records import Statement
from quoth.sources.matching import bearers
from quoth.sources.mentions import source_head
from quoth.sources.pronouns import REFLEXIVE
from quoth.sources.records import Mention
from quoth.sources.traits import Traits, traits

Ints = NDArray[np.int32]
Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is known of every mention of a document, one number each."""

    mentions: tuple[Mention, ...]
    traits: tuple[Traits, ...]
    category: Ints
    """The class of a pronoun, 11 for a name, 12 for a description."""
    kind: Ints
    number: Ints
    gender: Ints
    article: Ints
    role: Ints
    sentence: Ints
    block: Ints
    head: Ints
    start: Ints
    end: Ints
    """Tokens of the phrase."""
    governor: Ints
    """The token that the head hangs on."""
    bearer: Ints
    """Who bears the name, by `matching`; -1 for what is no name."""
    noun: Ints
    """A number for each head word."""
    written: Ints
    """A number for each wording."""
    word: Bits
    """A bit for the head word, and of"""
    words: Bits
    """the other words that carry meaning a bit each, by their checksums: a few share one."""
    speaker: Ints
    """The mention that speaks in the innermost quoted statement that holds it; -1 outside of all,
    and where none is known."""
    reflexive: Ints
    """1 for `himself` and the like."""


def known(
    analysis: Analysis, mentions: tuple[Mention, ...], statements: Sequence[Statement]
) -> Known:
    every = tuple(traits(analysis, m) for m in mentions)
    tokens = [analysis.tokens[m.head] for m in mentions]
    places = {m.head: n for n, m in enumerate(mentions)}
    speaker = _speakers(analysis, mentions, statements, places)

    def ints(values: object) -> Ints:
        return np.fromiter(values, np.int32, len(mentions))  # type: ignore[call-overload, no-any-return]

    return Known(
        mentions,
        every,
        ints(t.pronoun if not t.form else 10 + t.form for t in every),
        ints(t.kind for t in every),
        ints(t.number for t in every),
        ints(t.gender for t in every),
        ints(t.article for t in every),
        ints(t.role for t in every),
        ints(t.sentence for t in tokens),
        ints(t.block for t in tokens),
        ints(m.head for m in mentions),
        ints(min(t.phrase[0], m.head) for t, m in zip(tokens, mentions, strict=True)),
        ints(max(t.phrase[1], m.head + 1) for t, m in zip(tokens, mentions, strict=True)),
        ints(t.head for t in tokens),
        ints(bearers(every)),
        ints(_numbered([t.head if t.form else "" for t in every])),
        ints(_numbered([t.written for t in every])),
        _bits([(t.head,) if t.form else () for t in every]),
        _bits([t.words for t in every]),
        speaker,
        ints(t.text.lower() in REFLEXIVE for t in tokens),
    )


def _numbered(words: Sequence[str]) -> list[int]:
    """A number for each word, the same for the same; -1 for the empty one."""
    seen: dict[str, int] = {}
    return [seen.setdefault(w, len(seen)) if w else -1 for w in words]


def _bits(words: Iterable[Iterable[str]]) -> Bits:
    masks = []
    for some in words:
        mask = 0
        for word in some:
            mask |= 1 << crc32(word.encode()) % 64
        masks.append(mask)
    return np.array(masks, np.uint64)


def _speakers(
    analysis: Analysis,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    places: dict[int, int],
) -> Ints:
    """For each mention the one that speaks in the innermost quoted statement that holds it."""
    speaker = np.full(len(mentions), -1, np.int32)
    heads = np.fromiter((m.head for m in mentions), np.int32, len(mentions))
    by_size = sorted(
        (n for n, s in enumerate(statements) if s.form != "indirect"),
        key=lambda n: -sum(span.end - span.start for span in statements[n].content.spans),
    )
    for n in by_size:
        one = statements[n]
        top = source_head(analysis, one.source.spans) if one.source else None
        who = -1 if top is None else places.get(top, -1)
        for span in one.content.spans:
            inside = analysis.inside(span)
            low, high = np.searchsorted(heads, (inside.start, inside.stop))
            speaker[low:high] = who
    return speaker
