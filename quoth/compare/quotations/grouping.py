"""Versions of one utterance, told by comparing each with the one that most are near to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from quoth.compare.quotations.candidates import candidates
from quoth.compare.quotations.comparing import compare
from quoth.compare.quotations.records import Difference, Group, Quoted, Version
from quoth.compare.quotations.sketches import TELLING, sketch
from quoth.compare.quotations.splices import made_of, spliced
from quoth.compare.records import Said

Edges = Mapping[int, Mapping[int, Difference]]
"""For each node those that are near it, and how they differ."""

_SPEAKERS = 4
"""Of one wording that several are said to have said, so many are tried with each other wording."""
_ALL = 30
"""So many who said one thing in the same words are all compared, more with the first alone."""
_FEW, _SHARED = 500, 2
"""Of so few wordings on one event all that share so many telling words are compared."""


def grouped(quotations: Iterable[Quoted]) -> tuple[Group, ...]:
    """All utterances that several documents carry, those of most documents first.

    A quotation stands in several groups where it is spliced. What is only in one document is left
    out. Near but different things do not run together: each version was compared with the core.
    """
    given = tuple(quotations)
    nodes = _nodes(given)
    first = [given[members[0]] for members in nodes]
    edges = edges_among(first)
    splices = {node: made_of(node, edges, first) for node in edges}
    groups = []
    for core, members in _cores(edges, {n for n, of in splices.items() if of}):
        groups.append(_group(core, members, nodes, given, edges, splices))
    found = [group for group in groups if len({v.quoted.document for v in group.versions}) > 1]
    return tuple(sorted(found, key=lambda g: (-len(g.versions), g.earliest)))


def _nodes(given: Sequence[Quoted]) -> list[list[int]]:
    """Quotations that say the same words of the same speaker in the same form, as one."""
    nodes: dict[tuple[object, ...], list[int]] = {}
    for number, each in enumerate(given):
        key = (each.wording.words, each.speaker, each.identity, each.form)
        if compare(each, each):
            nodes.setdefault(key, []).append(number)
    return list(nodes.values())


def edges_among(given: Sequence[Quoted]) -> Edges:
    """All pairs that are one utterance, by their numbers, and how they differ."""
    edges: dict[int, dict[int, Difference]] = {number: {} for number in range(len(given))}
    found = candidates(sketch(each.wording) for each in given)
    alike: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(found.first.tolist()):
        alike[one].append(number)
    for members in alike.values():
        some = combinations(members, 2) if len(members) <= _ALL else product(members[:1], members)
        _join(edges, given, some)
    pairs: list[tuple[int, int]] = list(map(tuple, found.pairs.tolist()))
    if len(alike) <= _FEW and all(each.event is not None for each in given):
        more = _sharing({number: given[number] for number in alike})
        pairs += sorted(more - {(min(pair), max(pair)) for pair in pairs})
    for one, other in pairs:
        _join(edges, given, product(alike[one][:_SPEAKERS], alike[other][:_SPEAKERS]))
    return edges


def _sharing(given: Mapping[int, Quoted]) -> set[tuple[int, int]]:
    """Pairs that share some telling words, wherever they stand: told in words of their own."""
    having: dict[str, list[int]] = defaultdict(list)
    for number in sorted(given):
        for stem, weight in given[number].wording.heavy.items():
            if weight >= TELLING:
                having[stem].append(number)
    shared = Counter(pair for numbers in having.values() for pair in combinations(numbers, 2))
    return {pair for pair, count in shared.items() if count >= _SHARED}


def _join(
    edges: dict[int, dict[int, Difference]],
    given: Sequence[Quoted],
    pairs: Iterable[tuple[int, int]],
) -> None:
    for one, other in pairs:
        if one != other and (difference := compare(given[one], given[other])):
            edges[one][other] = edges[other][one] = difference


def _cores(edges: Edges, apart: set[int]) -> list[tuple[int, list[int]]]:
    """Nodes and those that are near them, until every node stands with one; splices are no core.

    No connected components: of a chain of near things the first and the last are different.
    """
    near = {node: {n for n in edges[node] if n not in apart} for node in edges}
    order = sorted((n for n in edges if n not in apart), key=lambda node: (-len(near[node]), node))
    cores: list[tuple[int, set[int]]] = []
    of: dict[int, list[int]] = defaultdict(list)
    for node in order:
        if node in of:
            continue
        groups = sorted({group for other in near[node] for group in of[other]})
        joined = next((g for g in groups if _most(near[node], cores[g][1])), None)
        new = {node}
        if joined is None:
            joined, new = len(cores), {node, *near[node]}
            cores.append((node, set()))
        cores[joined][1].update(new)
        for member in new:
            of[member].append(joined)
    return [(core, sorted(members | _beside(members, edges, apart))) for core, members in cores]


def _most(near: set[int], members: set[int]) -> bool:
    """Is it near to most of a group?"""
    return 2 * len(near & members) > len(members)


def _beside(members: set[int], edges: Edges, apart: set[int]) -> set[int]:
    """The splices that have something of a group."""
    return {splice for member in members for splice in edges[member] if splice in apart}


def _group(
    core: int,
    members: Sequence[int],
    nodes: Sequence[Sequence[int]],
    given: Sequence[Quoted],
    edges: Edges,
    splices: Mapping[int, tuple[int, int] | None],
) -> Group:
    """The versions by day, each with how it differs from the original that it is nearest to."""
    whole = [node for node in members if not splices[node]] or [core]
    longest = max(whole, key=lambda node: (len(given[nodes[node][0]].wording), node == core, -node))
    versions = []
    for node in members:
        original = _nearest(node, (longest, core, *members), edges)
        differs = edges[node].get(original)
        if differs and splices[node]:
            differs = spliced(differs, given[nodes[node][0]].key)
        of = splices[node]
        parts = tuple(given[nodes[part][0]].key for part in of) if of else ()
        for number in nodes[node]:
            one = given[number]
            versions.append(
                Version(one, _of(one, given[nodes[original][0]], differs, bool(of)), parts)
            )
    held = {given[nodes[node][0]].key for node in (core, longest)}
    versions = sorted(
        _outermost(versions, held), key=lambda v: (v.quoted.day or "9999", v.quoted.key)
    )
    return Group(
        versions=tuple(versions),
        longest=given[nodes[longest][0]].key,
        earliest=versions[0].quoted.key,
    )


def _nearest(node: int, members: Iterable[int], edges: Edges) -> int:
    """The first of the members that a node is near to, itself where it is the first of all."""
    first, *rest = members
    if node == first:
        return node
    return next(other for other in (first, *rest) if other in edges[node])


def _outermost(versions: Sequence[Version], held: set[str]) -> list[Version]:
    """Without those that stand inside of another: nobody has cut what is part of a quotation.

    `held` are keys of what others are held against, which stay.
    """
    keys = {version.quoted.key for version in versions}
    return [
        version
        for version in versions
        if version.quoted.key in held or not keys.intersection(_around(version.quoted))
    ]


def _around(quoted: Quoted) -> Iterator[str]:
    """Keys of the statements that it stands in."""
    said = quoted.said
    while said and (outer := said.told.statements.get(said.statement.within or "")):
        said = Said(said.told, outer)
        yield said.key


def _of(
    one: Quoted, original: Quoted, differs: Difference | None, splice: bool
) -> Difference | None:
    """How a quotation differs from the original, where what its node stands for does so."""
    if one.key == original.key:
        return None
    if differs and {one.key, original.key} == {differs.one, differs.other}:
        return differs
    found = compare(one, original)
    return spliced(found, one.key) if found and splice else found


def between(one: Version, other: Version) -> Difference | None:
    """How any two versions of a group differ; None where they are too far apart."""
    found = compare(one.quoted, other.quoted)
    for version in (one, other):
        if found and version.made_of and not (one.made_of and other.made_of):
            return spliced(found, version.quoted.key)
    return found
