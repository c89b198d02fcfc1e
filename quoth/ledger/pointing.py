"""What a person points at, by words or offsets, as words of a document with their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quoth.errors import QuothError
from quoth.ledger.corrections import source_at, words_of
from quoth.ledger.records import SourceAt, Words
from quoth.records import Document, Passage, Reading, Source, Span, Statement

Pointed = str | Sequence[tuple[int, int]]
"""Words as they stand in the text, or `120:131`, or pairs of offsets; ` … ` parts pieces."""

OFFSETS = re.compile(r"\d+:\d+(?:,\d+:\d+)*")
KEY = re.compile(r"[pn][0-9a-f]+")
PLAIN = str.maketrans("‘’“”„", '\'\'"""')
"""Marks that a keyboard has not, one for one."""
MOST_SHOWN = 4


class Unclear(QuothError):
    """What was pointed at stands nowhere, or in several places; its text says what to do."""


def point(document: Document, pointed: Pointed, where: Iterable[int] = ()) -> Words:
    """The words that `pointed` means: once in the blocks numbered `where`, else once in the text.

    Raises `Unclear`.
    """
    if not isinstance(pointed, str):
        return _between(document, tuple(Span(start, end) for start, end in pointed))
    if OFFSETS.fullmatch(pointed):
        pairs = (each.split(":") for each in pointed.split(","))
        return _between(document, tuple(Span(int(start), int(end)) for start, end in pairs))
    near = [span for number in sorted(set(where)) for span in _extent(document, number)]
    found = _standing(document.text, pointed, near)
    found = found or _standing(document.text, pointed, [Span(0, len(document.text))])
    if len(found) != 1:
        raise Unclear(_reason(pointed, found))
    return words_of(Passage(document, found[0]))


def point_at_source(
    reading: Reading, called: str, statement: Statement | None, names: dict[str, str]
) -> SourceAt:
    """The source called so: by key, by name, by words that mean it, or one that is new.

    `names` are those that people gave, by key. Raises `Unclear`.
    """
    near = statement.content.spans[0].start if statement else 0
    known = {source.id: source for source in reading.sources}
    key = called.rpartition(":")[2]
    if KEY.fullmatch(key):
        if key not in known:
            raise Unclear(f"{called}: no such source; see `quoth show`, or give a name")
        return source_at(known[key], names.get(key), near)
    found = [s for s in known.values() if _plain(called) in _calls(s, names)]
    found = found or [s for s in known.values() if s.name and _within(called, s.name.text)]
    if len(found) > 1:
        fitting = ", ".join(source.id for source in found)
        raise Unclear(f"{called}: several sources are called so; say which: {fitting}")
    if found:
        return source_at(found[0], names.get(found[0].id), near)
    places = _standing(reading.document.text, called, [Span(0, len(reading.document.text))])
    if not places:
        return SourceAt(None, called)
    place = min(places, key=lambda spans: abs(spans[0].start - near))
    return SourceAt(None, called, words_of(Passage(reading.document, place)))


def _calls(source: Source, names: dict[str, str]) -> set[str]:
    places = (*source.mentions, *((source.name,) if source.name else ()))
    return {_plain(place.text) for place in places} | {_plain(names.get(source.id, ""))}


def _within(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_plain(words))}(?!\w)", _plain(name)) is not None


def _plain(text: str) -> str:
    return " ".join(text.translate(PLAIN).casefold().split())


def _between(document: Document, spans: tuple[Span, ...]) -> Words:
    edges = [edge for span in spans for edge in (span.start, span.end)]
    whole = edges and all(a < b for a, b in zip(edges[::2], edges[1::2], strict=True))
    if not whole or edges != sorted(edges) or edges[-1] > len(document.text):
        shown = ",".join(f"{span.start}:{span.end}" for span in spans)
        raise Unclear(
            f"{shown or 'no offsets'}: give START:END in the text, which has"
            f" {len(document.text)} characters, in order"
        )
    return words_of(Passage(document, spans))


def _extent(document: Document, number: int) -> list[Span]:
    spans = document.blocks[number].spans
    return [Span(spans[0].start, spans[-1].end)]


def _standing(text: str, pointed: str, places: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Where the words stand in `places`; the first piece anywhere, the others next behind it."""
    plain = text.translate(PLAIN)
    patterns = [_pattern(piece) for piece in pointed.split("…") if piece.strip()]
    found: list[tuple[Span, ...]] = []
    for place in places if patterns else ():
        for match in patterns[0].finditer(plain, place.start, place.end):
            spans = [Span(*match.span())]
            for pattern in patterns[1:]:
                if following := pattern.search(plain, spans[-1].end, place.end):
                    spans.append(Span(*following.span()))
            if len(spans) == len(patterns):
                found.append(tuple(spans))
    return found


def _pattern(piece: str) -> re.Pattern[str]:
    """The words of a piece, parted by any white space, not inside of other words."""
    words = r"\s+".join(map(re.escape, piece.translate(PLAIN).split()))
    return re.compile(rf"(?<!\w){words}(?!\w)" if _edged(piece) else words)


def _edged(piece: str) -> bool:
    """Do word characters stand at both ends, so that others beside them would go on with them?"""
    return piece.strip()[0].isalnum() and piece.strip()[-1].isalnum()


def _reason(pointed: str, found: Sequence[tuple[Span, ...]]) -> str:
    shown = " ".join(pointed.split())
    if not found:
        return f'"{shown}" does not stand in the text; copy the words, or give START:END'
    places = [f"{spans[0].start}:{spans[-1].end}" for spans in found[:MOST_SHOWN]]
    more = ", …" if len(found) > MOST_SHOWN else ""
    return f'"{shown}" stands {len(found)} times; say which by START:END: {", ".join(places)}{more}'
