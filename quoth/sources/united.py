"""Entities with the names in their mentions; those that share the words of a name are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from quoth.analysis import Analysis
from quoth.sources.genders import FEMALE, FIRST_NAMES, MALE, UNKNOWN
from quoth.sources.genders import TITLES as GENDERED
from quoth.sources.lexicon import COURTESY, TITLES
from quoth.sources.names import Name, name_in
from quoth.sources.nouns import noun
from quoth.sources.phrases import leftward, persons_in, words_of
from quoth.sources.records import Entity, Mention
from quoth.sources.words import words

Named = tuple[Mention, Name | None]
"""A mention and the proper name in it or beside it."""


def united(
    analysis: Analysis, entities: Iterable[Entity], voice: Container[int]
) -> tuple[tuple[Named, ...], ...]:
    """The mentions of each entity with their names, in the order of the text.

    In "harbourmaster Silas Orr" a title and a name may have come out as two mentions, of two
    entities; the words of the name say that they are one. `voice` are the tokens that mean
    whoever writes; these are nobody else.
    """
    apart = _voice_apart([entity.mentions for entity in entities], voice)
    named = _moved([[(m, name_in(analysis, m)) for m in mentions] for mentions in apart])
    strangers = len(named)
    named += [other for mentions in named for other in _strangers(analysis, mentions)]
    one_of = list(range(len(named)))
    _follow_names(analysis, named, one_of, strangers)
    _follow_offices(analysis, named, one_of)
    groups: dict[int, list[Named]] = {}
    for number, mentions in enumerate(named):
        if mentions:
            groups.setdefault(_root(one_of, number), []).extend(mentions)
    return tuple(
        tuple(sorted(group, key=lambda one: (one[0].span, one[0].head)))
        for group in groups.values()
    )


def _moved(named: list[list[Named]]) -> list[list[Named]]:
    """Every title put to the name that it leads to, and what only a title holds with it."""
    entity_at = {m.head: n for n, mentions in enumerate(named) for m, _ in mentions}
    moved: list[list[Named]] = [[] for _ in named]
    for number, mentions in enumerate(named):
        homes = [_home(one, number, entity_at) for one in mentions]
        away = next((home for home in homes if home != number), number)
        headed = any(name and name.proper and m.head >= name.first for m, name in mentions)
        for one, home in zip(mentions, homes, strict=True):
            moved[home if home != number or headed else away].append(one)
    return moved


def _home(one: Named, number: int, entity_at: Mapping[int, int]) -> int:
    """The entity of the name that a title leads to; `number` for any other mention."""
    mention, name = one
    if name and name.proper and mention.head < name.first:
        return entity_at.get(name.first, number)
    return number


def _voice_apart(entities: list[tuple[Mention, ...]], voice: Container[int]) -> list[list[Mention]]:
    """The writer's mentions in one entity, with what is joined to them if it is less than they."""
    writer: list[Mention] = []
    others = []
    for mentions in entities:
        own = [m for m in mentions if m.head in voice]
        if own and 2 * len(own) >= len(mentions):
            writer += mentions
        elif own:
            writer += own
            others.append([m for m in mentions if m.head not in voice])
        else:
            others.append(list(mentions))
    return [writer, *others] if writer else others


def _strangers(analysis: Analysis, mentions: list[Named]) -> Iterator[list[Named]]:
    """Persons who share no word of their names with most of an entity, taken out of it."""
    names = {
        m.head: words_of(analysis, name.first, name.end).casefold().split()
        for m, name in mentions
        if name and name.proper and (name.title or analysis.tokens[m.head].entity in PERSONAL)
    }
    if len(names) < 2:
        return
    surname = Counter(one[-1] for one in names.values()).most_common(1)[0][0]
    mine = {word for one in names.values() if surname in one for word in one}
    others = {head: one[-1] for head, one in names.items() if mine.isdisjoint(one)}
    if not others:
        return
    groups: dict[str, list[Named]] = {}
    staying: list[Named] = []
    now = staying
    for mention, name in sorted(mentions, key=lambda one: one[0].head):
        if name and name.proper:
            other = others.get(mention.head)
            now = groups.setdefault(other, []) if other else staying
        now.append((mention, name))  # pronouns and descriptions go with the name before them
    mentions[:] = staying
    yield from groups.values()


def _follow_names(
    analysis: Analysis, named: list[list[Named]], one_of: list[int], strangers: int
) -> None:
    """Join "Mr. Orr", where the title was taken for the mention, to the last Orr before it.

    Where none stands before it, to the first after it; never a Mrs. to a brother or a Robert. So
    too the entities from number `strangers` on, who were taken out of others.
    """
    bearers: dict[str, dict[frozenset[str], tuple[int, int]]] = {}
    waiting: dict[str, list[tuple[frozenset[str], int]]] = {}
    every = [
        (mention.head, number, name)
        for number, mentions in enumerate(named)
        for mention, name in mentions
        if name and name.proper
    ]
    for head, number, name in sorted(every):
        parts = words_of(analysis, name.first, name.end).casefold().split()
        mine, last = frozenset(parts), parts[-1]
        gender = _gender(analysis, name, parts[0])
        fit = [
            one
            for other, (one, theirs) in bearers.get(last, {}).items()
            if (other >= mine or other <= mine) and {gender, theirs} != {MALE, FEMALE}
        ]
        if head < name.first or number >= strangers:
            if fit:
                _unite(one_of, number, fit[-1])
            else:
                waiting.setdefault(last, []).append((mine, number))
            if head < name.first:
                continue
        for other, one in waiting.pop(last, ()):
            if other <= mine:
                _unite(one_of, number, one)
        known = bearers.setdefault(last, {})
        known.pop(mine, None)  # the latest stands last
        known[mine] = number, gender


def _gender(analysis: Analysis, name: Name, first: str) -> int:
    """What the title before a name or its first word says."""
    start = name.title[0] if name.title else name.first
    before = (token.text.casefold() for token in analysis.tokens[start : name.first])
    said = (GENDERED.get(word, UNKNOWN) for word in before)
    return next((gender for gender in said if gender), FIRST_NAMES.get(first, UNKNOWN))


def _follow_offices(analysis: Analysis, named: list[list[Named]], one_of: list[int]) -> None:
    """Join "the minister", where nothing names it, to the last "Minister Orr" before it."""
    tokens = analysis.tokens
    named_one = [any(name for _, name in mentions) for mentions in named]
    holders: dict[str, int] = {}
    every = [(m.head, n, m, name) for n, mentions in enumerate(named) for m, name in mentions]
    for head, number, mention, name in sorted(every, key=lambda one: one[:2]):
        if name and name.title and name.proper:
            first, end = leftward(analysis, name.first, across=False), name.first
            if not any(tokens[n].text.casefold() in PAST for n in range(first, end)):
                for title in persons_in(analysis, first, end, OFFICES):
                    holders[noun(tokens[title].text).lemma] = number
        elif mention.form != "pronoun" and not named_one[number] and head:
            holder = holders.get(noun(tokens[head].text).lemma)
            if holder is not None and tokens[head - 1].text.casefold() == "the":
                _unite(one_of, number, holder)


PERSONAL = frozenset(("person", None))
"""What the network calls persons, where it says anything."""
PAST = words("former ex late retired then")
OFFICES = TITLES - COURTESY


def _root(one_of: list[int], number: int) -> int:
    while one_of[number] != number:
        one_of[number] = one_of[one_of[number]]
        number = one_of[number]
    return number


def _unite(one_of: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(one_of, one), _root(one_of, other)))
    one_of[high] = low
