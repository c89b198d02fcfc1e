"""What stands above the text: what the document says of itself, who speaks how much, what to
choose statements by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from quoth.account.shares import NOBODY, OWN, Share, by_source, called
from quoth.export import wording
from quoth.export.account import percent
from quoth.export.characters import one_line
from quoth.export.page.choosing import NONE
from quoth.export.page.hues import hue
from quoth.export.shown import copy_label
from quoth.records import Document, Reading
from quoth.voice import leaning

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside
    from quoth.ledger.showing import Copy

MOST = 8
"""Speakers that are shown one by one; the others are summed up."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who has how much of the text; `source` is None for its own voice and where it names nobody.

    `start` and `share` are of the whole, from 0 to 1.
    """

    name: str
    theirs: bool
    """Is the name in the document's words?"""
    source: str | None
    hue: int
    statements: int
    start: float
    share: float
    told: str
    """The share in per cent."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that statements are chosen by, and how many have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose statements by."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """All of it. Texts are the document's own words."""

    title: str
    name: str
    facts: tuple[str, ...]
    address: str | None
    """Where its original is, if a browser fetches it."""
    statements: int
    speakers: tuple[Speaker, ...]
    choices: tuple[Choice, ...]
    sums: tuple[tuple[str, str], ...]
    """What the document leans on, in words, each with its label."""
    versions: tuple[tuple[int, str], ...]
    """Numbers and labels of the other versions in the ledger, and of reprints."""
    reprints: tuple[tuple[int, str], ...]


def head(reading: Reading, beside: Beside | None = None) -> Head:
    """What stands above the text of a reading; `beside` is what a ledger knows besides."""
    document, known = reading.document, reading.document.metadata
    own = beside.facts.number if beside else None
    facts = (known.outlet, known.published, *known.authors)
    return Head(
        title=one_line(document.title or document.name),
        name=one_line(document.name),
        facts=tuple(one_line(each.value) for each in facts if each),
        address=_address(document),
        statements=len(reading.statements),
        speakers=_speakers(reading),
        choices=tuple(each for each in _choices(reading) if each.options),
        sums=tuple(_sums(reading)),
        versions=_copies(beside.versions, own) if beside else (),
        reprints=_copies(beside.reprints, own) if beside else (),
    )


def _address(document: Document) -> str | None:
    address = document.metadata.address
    if address is None or not address.value.lower().startswith(("https://", "http://")):
        return None
    return address.value


def _copies(copies: Iterable[Copy], own: int | None) -> tuple[tuple[int, str], ...]:
    return tuple((each.document, copy_label(each)) for each in copies if each.document != own)


def _sums(reading: Reading) -> Iterator[tuple[str, str]]:
    """The lines that the terminal has under a view, but for the share, which the bar shows."""
    together: dict[str, str] = {}
    for label, told in wording.sums(leaning(reading)):
        if label:
            together[label] = told
        else:  # it goes on from the one before
            together[next(reversed(together))] += f"; {told}"
    return ((label, told) for label, told in together.items() if label != "Text")


def _speakers(reading: Reading) -> tuple[Speaker, ...]:
    """The largest shares one by one, then all others, then the document's own voice."""
    shares = by_source(reading)
    theirs = [each for each in shares if each.name != OWN or each.id]
    own = [each for each in shares if each.name == OWN and not each.id]
    shown, rest = theirs[:MOST], theirs[MOST:]
    others = f"{len(rest)} others"
    if rest:
        statements, share = sum(e.statements for e in rest), sum(e.share for e in rest)
        shown.append(Share(others, statements, share))
    parts = [*shown, *own]
    starts = accumulate((each.share for each in parts), initial=0.0)
    return tuple(_speaker(each, start, others) for each, start in zip(parts, starts, strict=False))


def _speaker(share: Share, start: float, others: str) -> Speaker:
    return Speaker(
        name=one_line(share.name),
        theirs=share.name not in (OWN, NOBODY) and share.name != others,
        source=share.id,
        hue=hue(share.id),
        statements=share.statements,
        start=start,
        share=share.share,
        told=percent(share.share),
    )


def _choices(reading: Reading) -> Iterable[Choice]:
    statements = reading.statements
    sources = {each.id: each for each in reading.sources}
    by_source = Counter(each.source_id or NONE for each in statements)
    names = {key: one_line(called(each)) for key, each in sources.items()} | {NONE: "no source"}
    yield Choice(
        "source",
        "Source",
        tuple(Option(key, names.get(key, key), n) for key, n in by_source.most_common()),
    )
    kinds = (sources[s.source_id].kind if s.source_id in sources else NONE for s in statements)
    yield _choice("kind", "Kind of source", kinds)
    yield _choice("form", "Form", (each.form for each in statements))
    yield _choice("act", "Act", (each.cued.act if each.cued else NONE for each in statements))


def _choice(name: str, label: str, values: Iterable[str]) -> Choice:
    counted = Counter(values).most_common()
    return Choice(name, label, tuple(Option(v, v.replace("_", " "), n) for v, n in counted))
