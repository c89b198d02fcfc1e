"""What the report's section on quotations shows: versions of one utterance, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quoth.compare.quotations import (
    GRAVITY,
    MEANING,
    Group,
    Kind,
    Quoted,
    Version,
    quoted,
)
from quoth.compare.records import Told
from quoth.export.aligned import Piece, pieces
from quoth.export.characters import one_line
from quoth.export.report.places import Link, Places
from quoth.export.report.rendering import rendered

GRAVE = GRAVITY["source"]
"""From here on a change is one of what is said, or of who says it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An utterance as one document has it; the longest version differs from nothing."""

    link: Link
    day: str
    speaker: str | None
    form: str
    pieces: tuple[Piece, ...]
    verdict: str | None
    grave: bool
    changes: tuple[tuple[str, str, str], ...]
    """What each is, the words that are gone, and those that are new."""
    earliest: bool
    against: Link | None
    """What it is held against, where that is not the longest."""


@dataclass(frozen=True, slots=True)
class Utterance:
    versions: tuple[Shown, ...]
    """The longest first, what the others are held against; then by their days."""
    verdict: str
    """What the gravest difference is."""
    grave: bool


def section(told: Sequence[Told], groups: Sequence[Group], places: Places) -> tuple[Utterance, ...]:
    """Each utterance with its versions, those of the gravest differences first."""
    # A version may be held against one that is not shown, as it stands inside of another.
    known = {each.key: each for each in quoted(told)}
    shown = [(gravest(group), group) for group in groups]
    shown.sort(key=lambda pair: -GRAVITY[pair[0]])
    return tuple(_utterance(kind, group, known, places) for kind, group in shown)


def one_utterance(group: Group, near: Sequence[Quoted], places: Places) -> Markup:
    """One utterance with its versions; `near` are all quotations that these are held against."""
    made = _utterance(gravest(group), group, {each.key: each for each in near}, places)
    return rendered("utterance.html", {"group": made})


def gravest(group: Group) -> Kind:
    kinds = (each.difference.kind for each in group.versions if each.difference)
    return max(kinds, key=GRAVITY.__getitem__, default="exact")


def _utterance(kind: Kind, group: Group, known: Mapping[str, Quoted], places: Places) -> Utterance:
    versions = sorted(
        group.versions,
        key=lambda each: (each.quoted.key != group.longest, each.quoted.day or "~"),
    )
    return Utterance(
        versions=tuple(_shown(each, known, group, places) for each in versions),
        verdict=MEANING[kind],
        grave=GRAVITY[kind] >= GRAVE,
    )


def _shown(version: Version, known: Mapping[str, Quoted], group: Group, places: Places) -> Shown:
    one = version.quoted
    difference = version.difference and version.difference.towards(one.key)
    original = known[difference.one] if difference else one
    changes = [each for each in difference.changes if each.kind != "surface"] if difference else []
    kind = difference.kind if difference else None
    elsewhere = original.key not in (one.key, group.longest)
    return Shown(
        link=_link(one, places),
        day=one.day or "no date",
        speaker=one.speaker,
        form=one.form,
        pieces=tuple(_spaced(pieces(original.text, one.text, changes))),
        verdict=MEANING[kind] if kind else None,
        grave=bool(kind and GRAVITY[kind] >= GRAVE),
        changes=tuple(
            (
                MEANING[each.kind],
                one_line(original.text[each.one.start : each.one.end]),
                one_line(one.text[each.other.start : each.other.end]),
            )
            for each in sorted(changes, key=lambda each: -GRAVITY[each.kind])
        ),
        earliest=one.key == group.earliest,
        against=_link(original, places) if elsewhere else None,
    )


def _link(one: Quoted, places: Places) -> Link:
    assert one.said  # only what stands in a document is shown
    return places.said(one.said)


def _spaced(given: Iterable[Piece]) -> Iterator[Piece]:
    """Each on one line; their ends keep their spaces, since pieces stand side by side."""
    for part, text in given:
        if text:
            left = " " if text[:1].isspace() else ""
            right = " " if text[-1:].isspace() and text.strip() else ""
            yield Piece(part, f"{left}{one_line(text)}{right}")
