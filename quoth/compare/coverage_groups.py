"""What several documents pass on: statements that say the same, of the same source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.compare.quotations import GRAVITY, Group
from quoth.compare.records import Said, Told

MOSTLY = 0.5
"""Dice's coefficient of two contents' words, from which on they say the same."""
FEWEST = 3
"""Words that two contents must share, unless all their words are the same."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "nobody",
        "nothing",
        "nowhere",
        "neither",
        "nor",
        "without",
        "cannot",
    ]
)
_FUNCTION = frozenset(
    """
    a about after all also am an and any are as at be been before being both but by could did do
    does doing down during each for from had has have having he her here hers him his how i if in
    into is it its itself just may me might more most must my of off on once only or other our out
    over own same shall she should so some such than that the their them then there these they this
    those through to too under until up very was we were what when where which while who whom why
    will with would you your
    """.split()  # noqa: SIM905  # one a line would fill two screens
)


@dataclass(frozen=True, slots=True)
class _Words:
    content: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    act: str | None


def outermost(told: Told) -> list[Said]:
    """The statements of a document that stand in no other one."""
    return [
        Said(told, statement)
        for statement in told.reading.statements
        if statement.within not in told.statements
    ]


def source_keys(told: Sequence[Told]) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each document's key and source's id what the same source has in all documents.

    That is its identity where one is known, else its name, else a key of its own.
    """
    keys: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in told:
        for source in each.reading.sources:
            if source.id in each.whose:
                key: tuple[str, ...] = ("identity", str(each.whose[source.id]))
            elif source.name:
                key = ("name", source.kind, _plain(source.name.text))
            else:
                key = ("alone", each.key, source.id)
            keys[each.key, source.id] = key
    return keys


@dataclass(frozen=True, slots=True)
class Same:
    """Statements that say the same, in the order of the documents."""

    said: tuple[Said, ...]
    bent: frozenset[str]
    """Keys of those that are the same utterance, but for what changes its sense."""


def groups(told: Sequence[Told], utterances: Iterable[Group]) -> list[Same]:
    """All outermost statements, those together that are one utterance or say the same."""
    sources = source_keys(told)
    by_source: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    order: dict[str, Said] = {}
    for each in told:
        for said in outermost(each):
            alone = ("said", said.key)
            by_source[sources.get((each.key, said.statement.source_id or ""), alone)].append(said)
            order[said.key] = said
    united = DisjointSets(order)
    for group in (group for some in by_source.values() for group in _alike(some)):
        united.unite(said.key for said in group)
    bent = set()
    for utterance in utterances:
        known = [each for each in utterance.versions if each.quoted.key in order]
        united.unite(each.quoted.key for each in known)
        bent |= {
            each.quoted.key
            for each in known
            if each.difference and GRAVITY[each.difference.kind] >= GRAVITY["modality"]
        }
    return [
        Same(tuple(order[key] for key in keys), frozenset(bent.intersection(keys)))
        for keys in united.sets()
    ]


class DisjointSets:
    """Names, each in one set; sets and what is in them keep the order of the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._number = {name: number for number, name in enumerate(names)}
        self._first = list(range(len(self._number)))

    def unite(self, names: Iterable[str]) -> None:
        tops = {self._top(self._number[name]) for name in names}
        for top in tops:
            self._first[top] = min(tops)

    def sets(self) -> Iterable[list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for name, number in self._number.items():
            found[self._top(number)].append(name)
        return found.values()

    def _top(self, number: int) -> int:
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number


def _alike(some: Iterable[Said]) -> list[list[Said]]:
    """Each statement with the first one that it says the same as."""
    found: list[tuple[_Words, list[Said]]] = []
    for said in some:
        words = _words(said)
        group = next((group for first, group in found if _same(first, words)), None)
        if group is None:
            found.append((words, [said]))
        else:
            group.append(said)
    return [group for _, group in found]


def _words(said: Said) -> _Words:
    words = [word.casefold() for word in _WORD.findall(said.content.text)]
    cued = said.statement.cued
    negated = sum(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in words)
    return _Words(
        content=frozenset(words) - _FUNCTION,
        numbers=frozenset(_NUMBER.findall(said.content.text)),
        negated=bool(negated % 2) != bool(cued and cued.polarity == "negative"),
        act=cued.act if cued else None,
    )


def _same(one: _Words, other: _Words) -> bool:
    if one.numbers != other.numbers or one.negated != other.negated:
        return False
    if one.content == other.content:
        # *so*, *that*: what they say stands elsewhere.
        return bool(one.content) and (len(one.content) >= FEWEST or one.act == other.act)
    shared = len(one.content & other.content)
    return shared >= FEWEST and 2 * shared >= MOSTLY * (len(one.content) + len(other.content))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
