"""What each outlet carries of an event and leaves out: statements, sources, kinds of source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from quoth.account.shares import NOBODY, UNKNOWN, called
from quoth.compare.coverage_groups import Same, groups, outermost, source_keys
from quoth.compare.quotations import Group, compare_quotations
from quoth.compare.records import Said, Told

State = Literal["carries", "changes", "leaves out", "older"]
"""`changes`: carries it in another sense than the longest version has, such as with another number
or without its "not"; `older`: all that the outlet has is older than the first document that
carries it."""
_LATEST = "~"
"""Stands behind all dates."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One who publishes, with its documents; no two of a coverage have one name."""

    name: str
    told: tuple[Told, ...]
    last: str | None
    """The day of its last document; None where one of them has no date."""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, a source or a kind of source, and which outlets carry it."""

    name: str
    """Who says it, who the source is, or the kind."""
    carried: Mapping[int, tuple[Said, ...]]
    """By the number of the outlet, from 0, where it carries it."""
    first: Said
    """The earliest statement of it; of one day that which was given first."""
    since: str | None = None
    """Of a statement, the day on which it was first carried, where all its documents have one."""
    bent: frozenset[int] = frozenset()
    """The outlets in all of whose documents it has another sense than in the longest version."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The outlets of an event by their first date, and rows: what most outlets carry first."""

    outlets: tuple[Outlet, ...]
    statements: tuple[Row, ...]
    sources: tuple[Row, ...]
    kinds: tuple[Row, ...]

    def state(self, row: Row, outlet: int) -> State:
        """What the outlet of this number, from 0, does with `row`."""
        if outlet in row.carried:
            return "changes" if outlet in row.bent else "carries"
        last = self.outlets[outlet].last
        # Hours are not compared: their zones may differ.
        return "older" if last and row.since and last < row.since else "leaves out"


def compare_coverage(told: Sequence[Told], utterances: Iterable[Group] | None = None) -> Coverage:
    """What each outlet carries of what `told` tell together.

    `utterances` are what `compare_quotations` finds in them, where that is known already.
    """
    told = sorted(told, key=lambda each: each.published or _LATEST)
    columns = outlets(told)
    column = {each.key: n for n, outlet in enumerate(columns) for each in outlet.told}
    keys = source_keys(told)
    names = _names(told, keys)
    by_source: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    by_kind: dict[str, list[Said]] = defaultdict(list)
    order: dict[str, int] = {}
    for said in (said for each in told for said in outermost(each)):
        order[said.key] = len(order)
        by_kind[_kind(said)].append(said)
        if said.source:
            by_source[keys[said.told.key, said.source.id]].append(said)

    def name(said: Said) -> str:
        if said.source:
            return names[keys[said.told.key, said.source.id]]
        return said.statement.source.text if said.statement.source else NOBODY

    def ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(sorted(rows, key=lambda row: (-len(row.carried), order[row.first.key])))

    same = groups(told, compare_quotations(told) if utterances is None else utterances)
    return Coverage(
        columns,
        ordered(_statement(name(each.said[0]), each, column) for each in same),
        ordered(_row(names[key], some, column) for key, some in by_source.items()),
        ordered(_row(kind, some, column) for kind, some in by_kind.items()),
    )


def outlets(told: Iterable[Told]) -> tuple[Outlet, ...]:
    """Who publishes them: documents of one name and one host; those of nobody stand alone."""
    named: dict[str, dict[str | None, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        hosts = named[_called(each).casefold() if each.outlet else f"\0{each.key}"]
        hosts[_known(_host(each), hosts)].append(each)
    found = []
    for hosts in named.values():
        if len(hosts) == 2 and None in hosts:  # without an address it is the only one there is
            hosts = {None: [each for some in hosts.values() for each in some]}
        for host, some in hosts.items():
            name = _called(some[0])
            shown = f"{name} ({host or 'no address'})" if len(hosts) > 1 else name
            days = _days(some)
            last = None if None in days else max(filter(None, days))
            found.append(Outlet(shown, tuple(some), last))
    return tuple(sorted(found, key=lambda one: min(d or _LATEST for d in _days(one.told))))


def _called(told: Told) -> str:
    return " ".join((told.outlet or f"({told.key.rsplit('/', 1)[-1]})").split())


def _host(told: Told) -> str | None:
    address = told.reading.document.metadata.address
    try:
        host = urlsplit(address.value).hostname if address else None
    except ValueError:  # what a page says of its address may be anything
        return None
    return host.removeprefix("www.") if host else None


def _known(host: str | None, hosts: Iterable[str | None]) -> str | None:
    """The host of these that `host` belongs to, as `news.one.example` to `one.example`."""
    for other in hosts:
        if host and other and (host.endswith(f".{other}") or other.endswith(f".{host}")):
            return other
    return host


def _names(
    told: Iterable[Told], keys: dict[tuple[str, str], tuple[str, ...]]
) -> dict[tuple[str, ...], str]:
    """What each source is called: by its commonest name, else as it is first described."""
    proper: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, ...], str] = {}
    for each in told:
        for source in each.reading.sources:
            key = keys[each.key, source.id]
            first.setdefault(key, called(source))
            if source.name:
                proper[key][called(source)] += 1
    return {key: proper[key].most_common(1)[0][0] if proper[key] else first[key] for key in first}


def _kind(said: Said) -> str:
    source = said.source
    if source is None:
        return NOBODY if said.statement.source is None else UNKNOWN
    bare = source.named or source.kind in ("unspecified", "author")
    return source.kind if bare else f"unnamed {source.kind}"


def _row(name: str, group: Sequence[Said], column: Mapping[str, int]) -> Row:
    carried: dict[int, tuple[Said, ...]] = {}
    for said in group:
        number = column[said.told.key]
        carried[number] = (*carried.get(number, ()), said)
    return Row(name, carried, group[0])


def _statement(name: str, same: Same, column: Mapping[str, int]) -> Row:
    row = _row(name, same.said, column)
    days = _days(said.told for said in same.said)
    since = None if None in days else min(filter(None, days))
    bent = (n for n, some in row.carried.items() if all(each.key in same.bent for each in some))
    return replace(row, since=since, bent=frozenset(bent))


def _days(told: Iterable[Told]) -> list[str | None]:
    return [each.published[:10] if each.published else None for each in told]
