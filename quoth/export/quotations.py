"""Versions of one utterance, word by word, as a view for people and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.console import RenderableType
from rich.text import Text

from quoth.compare import Event
from quoth.compare.quotations import (
    GRAVITY,
    MEANING,
    Change,
    Difference,
    Group,
    Kind,
    Quoted,
    Version,
)
from quoth.export import wording
from quoth.export.account import grid, printed, ruled
from quoth.export.aligned import LEGEND, marked, pieces
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.details import Fields, passage_fields
from quoth.export.fields import place_fields
from quoth.export.view import BARS, Screen

_PLACE = 22
_MOST_ALIKE = 8
"""So many versions word for word like another are named; JSON has all."""


def quotations_view(
    event: Event, groups: Sequence[Group], screen: Screen | None = None
) -> Iterator[str]:
    """The view of one event, piece by piece: the utterances with the gravest changes first."""
    screen = screen or Screen()
    return printed(_parts(event, groups, screen), screen)


def quotations_json(event: Event, groups: Sequence[Group]) -> str:
    """One object: every utterance, its versions, and how each differs from the longest."""
    return json_line(
        {
            "type": "quotations",
            "event": event.name,
            "number": event.number,
            "utterances": [_group_fields(group) for group in _by_gravity(groups)],
        }
    )


def utterances_view(
    name: str, groups: Iterable[Group], limit: int, screen: Screen | None = None
) -> Iterator[str]:
    """The view of a whole ledger, piece by piece: so many utterances, as they come."""
    screen = screen or Screen()
    return printed(_in_ledger(name, iter(groups), limit, screen), screen)


def utterance_json(group: Group) -> str:
    """One object: an utterance, its versions, and how each differs from the longest."""
    return json_line({"type": "utterance", **_group_fields(group)})


def _by_gravity(groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: -max(map(_gravity, group.versions)))


def _gravity(version: Version) -> int:
    return GRAVITY[version.difference.kind] if version.difference else 0


def _parts(event: Event, groups: Sequence[Group], screen: Screen) -> Iterator[RenderableType]:
    yield ruled(one_line(event.name), screen)
    documents = _counted(len(event.told), "document")
    if not groups:
        yield Text(f" {documents}: no two carry the same utterance.\n")
        return
    yield Text(f" {documents}, {_counted(len(groups), 'utterance')} in several. {LEGEND}\n")
    for number, group in enumerate(_by_gravity(groups), 1):
        yield _head(number, group)
        yield from _versions(group, screen)
        yield Text()


def _in_ledger(
    name: str, groups: Iterator[Group], limit: int, screen: Screen
) -> Iterator[RenderableType]:
    yield ruled(one_line(name), screen)
    shown = 0
    for shown, group in enumerate(islice(groups, limit), 1):
        if shown == 1:
            yield Text(f" Utterances in several documents, the newest first. {LEGEND}\n")
        yield _head(shown, group)
        yield from _versions(group, screen)
        yield Text()
    if not shown:
        yield Text(" No two documents carry the same utterance.\n")
    elif next(groups, None):
        yield Text(f" There are more than these {shown:,}; --limit shows others.\n")


def _head(number: int, group: Group) -> Text:
    known = {version.quoted.key: version.quoted for version in group.versions}
    kinds: list[Kind] = [v.difference.kind for v in group.versions if v.difference]
    kind: Kind = max(kinds, key=GRAVITY.__getitem__, default="exact")
    who = known[group.longest].speaker or "no source"
    several = _counted(len(group.versions), "version")
    return Text.assemble(
        " ", (f"{number}  {one_line(who)}", "bold"), f", {several}: {MEANING[kind]}"
    )


def _versions(group: Group, screen: Screen) -> Iterator[RenderableType]:
    """The longest first, then each other wording once, by its day."""
    known = {version.quoted.key: version.quoted for version in group.versions}
    order = sorted(group.versions, key=lambda version: version.quoted.key != group.longest)
    alike: dict[tuple[object, ...], list[Version]] = {}
    for version in order:
        one, kind = version.quoted, version.difference and version.difference.kind
        alike.setdefault((one.text, one.speaker, one.form, kind or "exact"), []).append(version)
    for versions in alike.values():
        first = versions[0]
        difference = first.difference and first.difference.towards(first.quoted.key)
        yield _version(first, difference, known, group, screen)
        if rest := [version.quoted.key for version in versions[1:]]:
            more = f" and {len(rest) - _MOST_ALIKE:,} more" if len(rest) > _MOST_ALIKE else ""
            names = ", ".join(map(one_line, rest[:_MOST_ALIKE]))
            yield Text(f"   the same in {names}{more}", style="dim")


def _version(
    version: Version,
    difference: Difference | None,
    known: dict[str, Quoted],
    group: Group,
    screen: Screen,
) -> RenderableType:
    one = version.quoted
    labels = [
        label
        for label, key in (("longest", group.longest), ("earliest", group.earliest))
        if key == one.key
    ]
    if difference:
        labels.append(MEANING[difference.kind])
        if difference.one != group.longest:
            labels.append(f"held against {difference.one}")
    if version.made_of:
        labels.append(f"of {' and '.join(version.made_of)}")
    original = known[difference.one].text if difference and difference.one in known else one.text
    parts = pieces(original, one.text, difference.changes if difference else ())
    words = Text.assemble((BARS[one.form], "magenta"), marked(parts, screen.full))
    table = grid({"ratio": 1}, {"width": _PLACE, "justify": "right"})
    table.add_row("", words, _where(one))
    table.add_row("", Text("; ".join(map(one_line, labels)), style="italic"), "")
    if difference and difference.kind == "source":
        said = f"{known[difference.one].speaker} there, {one.speaker} here"
        table.add_row("", Text(one_line(said)), "")
    return table


def _where(one: Quoted) -> Text:
    facts = [one_line(one.key), one.day or "no date"]
    if one.said:
        facts.append(wording.place(one.said.content.places))
    return Text("\n".join([*facts, one.form]), style="dim")


def _group_fields(group: Group) -> Fields:
    return {
        "longest": group.longest,
        "earliest": group.earliest,
        "versions": [_version_fields(version, group) for version in group.versions],
    }


def _version_fields(version: Version, group: Group) -> Fields:
    one = version.quoted
    texts = {each.quoted.key: each.quoted.text for each in group.versions}
    said = one.said
    return {
        "statement": one.key,
        "document": one.document,
        "outlet": said.told.outlet if said else None,
        "published": said.told.published if said else one.day,
        "source": one.speaker,
        "form": one.form,
        "text": one.text,
        "content": said
        and {
            **passage_fields(said.content),
            "places": [place_fields(place) for place in said.content.places],
        },
        "difference": version.difference and _difference_fields(version.difference, one, texts),
        "made_of": list(version.made_of),
    }


def _difference_fields(difference: Difference, one: Quoted, texts: dict[str, str]) -> Fields:
    told = difference.towards(one.key)
    return {
        "from": told.one,
        "kind": told.kind,
        "shared": told.shared,
        "changes": changes_fields(told.changes, texts.get(told.one, ""), one.text),
    }


def changes_fields(changes: Sequence[Change], original: str, text: str) -> list[Fields]:
    """Changes by their words and characters on either side."""
    return [
        {
            "kind": change.kind,
            "was": original[change.one.start : change.one.end],
            "was_span": [change.one.start, change.one.end],
            "now": text[change.other.start : change.other.end],
            "now_span": [change.other.start, change.other.end],
        }
        for change in changes
    ]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
