"""Entities with the names in their mentions; those that share the words of a name are one."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.analysis import Analysis
from quoth.sources.names import Name, name_in
from quoth.sources.phrases import words_of
from quoth.sources.records import Entity, Mention

Named = tuple[Mention, Name | None]
"""A mention and the proper name in it or beside it."""


def united(analysis: Analysis, entities: Iterable[Entity]) -> tuple[tuple[Named, ...], ...]:
    """The mentions of each entity with their names, in the order of the text.

    In "harbourmaster Silas Orr" a title and a name may have come out as two mentions, of two
    entities; the words of the name say that they are one.
    """
    named = [[(m, name_in(analysis, m)) for m in entity.mentions] for entity in entities]
    entity_at = {m.head: n for n, mentions in enumerate(named) for m, _ in mentions}
    one_of = list(range(len(named)))
    for number, mentions in enumerate(named):
        for mention, name in mentions:
            if name and name.proper:
                for head in (mention.head, *range(name.first, name.end)):
                    _unite(one_of, number, entity_at.get(head, number))
    _follow_titles(analysis, named, one_of)
    groups: dict[int, list[Named]] = {}
    for number, mentions in enumerate(named):
        groups.setdefault(_root(one_of, number), []).extend(mentions)
    return tuple(
        tuple(sorted(group, key=lambda one: (one[0].span, one[0].head)))
        for group in groups.values()
    )


def _follow_titles(analysis: Analysis, named: list[list[Named]], one_of: list[int]) -> None:
    """Join "Mr. Orr", where the title was taken for the mention, to the last Orr before it.

    Where none stands before it, to the first after it.
    """
    bearers: dict[str, dict[frozenset[str], int]] = {}
    waiting: dict[str, list[tuple[frozenset[str], int]]] = {}
    every = [
        (mention.head, number, name)
        for number, mentions in enumerate(named)
        for mention, name in mentions
        if name and name.proper
    ]
    for head, number, name in sorted(every):
        words = words_of(analysis, name.first, name.end).casefold().split()
        mine, last = frozenset(words), words[-1]
        fit = [n for other, n in bearers.get(last, {}).items() if other >= mine or other <= mine]
        if head < name.first:
            if fit:
                _unite(one_of, number, fit[-1])
            else:
                waiting.setdefault(last, []).append((mine, number))
            continue
        for other, one in waiting.pop(last, ()):
            if other <= mine:
                _unite(one_of, number, one)
        known = bearers.setdefault(last, {})
        known.pop(mine, None)  # the latest stands last
        known[mine] = number


def _root(one_of: list[int], number: int) -> int:
    while one_of[number] != number:
        one_of[number] = one_of[one_of[number]]
        number = one_of[number]
    return number


def _unite(one_of: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(one_of, one), _root(one_of, other)))
    one_of[high] = low
