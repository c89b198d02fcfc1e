"""Scores a system on the altered quotations, and two baselines beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz, process

from benchmarks.altered.records import CHANGES, Item, Statement
from quoth.compare.quotations import Quoted, between, grouped
from quoth.compare.quotations.words import wording

LONG = 12
"""Words from which a quotation is a long one, in the words of the issue."""
LENGTHS = ((6, 8), (8, 12), (12, 20), (20, 40), (40, 1000))
GRAVITY = {change: number for number, change in enumerate(CHANGES)}


@dataclass
class Answer:
    """What a system gives: groups of documents, and for pairs in one group the gravest change."""

    groups: list[frozenset[str]]
    changes: dict[frozenset[str], str] = field(default_factory=dict)


def product_answer(statements: Sequence[Statement]) -> Answer:
    """What the product finds."""
    groups = grouped(
        Quoted(s.document, s.document, s.text, s.form, s.speaker, day=s.published)
        for s in statements
    )
    answer = Answer([])
    for group in groups:
        answer.groups.append(frozenset(v.quoted.document for v in group.versions))
        for one, other in combinations(group.versions, 2):
            if found := between(one, other):
                pair = frozenset((found.one, found.other))
                known = answer.changes.get(pair, "exact")
                answer.changes[pair] = max(known, found.kind, key=GRAVITY.__getitem__)
    return answer


def exact(statements: Sequence[Statement]) -> Answer:
    """The first baseline: the same words, evened out as the product does."""
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for statement in statements:
        same[wording(statement.text).words].append(statement.document)
    return Answer([frozenset(group) for group in same.values() if len(group) > 1])


def fuzzy(statements: Sequence[Statement], threshold: float) -> Answer:
    """The second: all pairs with a ratio of characters from a threshold on (rapidfuzz)."""
    texts = [statement.text for statement in statements]
    groups = []
    for start in range(0, len(texts), 500):
        scores = process.cdist(
            texts[start : start + 500], texts, scorer=fuzz.ratio, score_cutoff=threshold
        )
        for row, other in zip(*scores.nonzero(), strict=True):
            if start + row < other:
                pair = (statements[start + row].document, statements[other].document)
                groups.append(frozenset(pair))
    return Answer(groups)


@dataclass(frozen=True, slots=True)
class Told:
    """An altered statement or a copy: was it found, and was the change named?"""

    item: Item
    length: int
    found: int
    """How many of its originals it stands in a group with."""
    change: str | None
    """What the system names; None where it names none."""

    @property
    def right(self) -> bool:
        return self.change == (self.item.truth.change or "exact")


@dataclass(frozen=True, slots=True)
class Scores:
    told: tuple[Told, ...]
    wrong: tuple[Item, ...]
    """Statements that stand in a group with one that they do not belong together with."""
    items: tuple[Item, ...]


def score(items: Sequence[Item], answer: Answer) -> Scores:
    """As README.md says."""
    by_document = {item.statement.document: item for item in items}
    original = {i.truth.utterances[0]: i for i in items if i.truth.role == "original"}
    groups_of: dict[str, list[frozenset[str]]] = defaultdict(list)
    for group in answer.groups:
        for document in group:
            groups_of[document].append(group)
    told = []
    for item in items:
        if item.truth.role not in ("altered", "copy"):
            continue
        document = item.statement.document
        mates: set[str] = set().union(*groups_of[document])
        originals = [original[one].statement for one in item.truth.utterances]
        met = [one for one in originals if one.document in mates]
        named = [answer.changes.get(frozenset((document, one.document))) for one in met]
        want = item.truth.change or "exact"
        lengths = [_words(item.statement)]
        if len(originals) == 1:
            lengths.append(_words(originals[0]))
        change = want if want in named else next(iter(named), None)
        told.append(Told(item, min(lengths), len(met), change))
    wrong = [item for item in items if _wrongly(item, groups_of, by_document)]
    return Scores(tuple(told), tuple(wrong), tuple(items))


def _words(statement: Statement) -> int:
    return len(statement.text.split())


def _wrongly(
    item: Item, groups_of: dict[str, list[frozenset[str]]], items: dict[str, Item]
) -> bool:
    own = set(item.truth.utterances)
    for group in groups_of[item.statement.document]:
        # What belongs to the two originals of a splice in the group is not held against them.
        joined = set(own)
        for document in group:
            other = set(items[document].truth.utterances)
            if len(other) > 1 and other & own:
                joined |= other
        if any(not joined & set(items[document].truth.utterances) for document in group):
            return True
    return False


def report(scores: Scores) -> Iterator[str]:
    """Lines: the three measures, in all and by kind, change and length, open and held apart."""
    yield from _measures(scores)
    altered = [told for told in scores.told if told.item.truth.role == "altered"]
    yield _row("", "", "all", "found", "kind right")
    for title, of in (
        ("kind", lambda told: told.item.truth.kind),
        ("change", lambda told: told.item.truth.change),
        ("words", lambda told: _length(told.length)),
    ):
        tables: dict[str, list[Told]] = defaultdict(list)
        for told in altered:
            tables[str(of(told))].append(told)
        for name, some in sorted(tables.items()):
            right = _share(sum(t.right for t in some if t.found), sum(t.found > 0 for t in some))
            yield _row(
                title,
                name,
                str(len(some)),
                _share(sum(t.found > 0 for t in some), len(some)),
                right,
            )


def _measures(scores: Scores) -> Iterator[str]:
    altered = [told for told in scores.told if told.item.truth.role == "altered"]
    copies = [told for told in scores.told if told.item.truth.role == "copy"]
    long = [told for told in altered if told.length >= LONG]
    short = [told for told in altered if told.length < LONG]
    found = [told for told in altered if told.found]
    splices = [told for told in altered if len(told.item.truth.utterances) > 1]
    others = [i for i in scores.items if i.truth.role not in ("original", "altered")]
    wrong = [i for i in scores.wrong if i.truth.role not in ("original", "altered")]
    yield f"found, {LONG} words and more   {_of(sum(t.found > 0 for t in long), len(long))}"
    yield f"found, below           {_of(sum(t.found > 0 for t in short), len(short))}"
    yield f"found, copies          {_of(sum(t.found > 0 for t in copies), len(copies))}"
    yield f"splices with both      {_of(sum(t.found > 1 for t in splices), len(splices))}"
    yield f"wrongly grouped        {_of(len(scores.wrong), len(scores.items), 2)}"
    yield f"wrongly grouped, others {_of(len(wrong), len(others), 2)}"
    yield f"kind right             {_of(sum(t.right for t in found), len(found))}"
    yield f"kind right, copies     {_of(sum(t.right for t in copies), len(copies))}"


def _of(some: int, number: int, digits: int = 1) -> str:
    return f"{100 * some / max(number, 1):5.{digits}f} %  ({some} of {number})"


def _share(some: int, number: int) -> str:
    return f"{100 * some / max(number, 1):.1f}"


def _row(*cells: str) -> str:
    return f"{cells[0]:8}{cells[1]:14}{cells[2]:>6}{cells[3]:>8}{cells[4]:>12}"


def _length(words: int) -> str:
    low, high = next((low, high) for low, high in LENGTHS if words < high)
    return f"{low:2} to {high - 1}" if high < LENGTHS[-1][1] else f"{low} and more"


def baselines(items: Sequence[Item]) -> Iterator[str]:
    """Lines: the same measures of exact match and of rapidfuzz, at its best threshold."""
    statements = [item.statement for item in items]
    yield "exact match, evened out"
    yield from _measures(score(items, exact(statements)))
    tried = {at: score(items, fuzzy(statements, at)) for at in (60, 65, 70, 75, 80, 85, 90)}
    within = [at for at, scores in tried.items() if len(scores.wrong) <= 0.005 * len(items)]
    at = max(within or tried, key=lambda at: sum(told.found > 0 for told in tried[at].told))
    yield f"rapidfuzz ratio over all pairs, from {at} (the best with at most 0.5 % wrongly grouped)"
    yield from _measures(tried[at])


def scored(items: Sequence[Item]) -> Iterator[str]:
    """Lines: the product, then the baselines; what is held apart where there is any."""
    answer = product_answer([item.statement for item in items])
    scores = score(items, answer)
    yield from report(scores)
    if any(item.truth.held for item in items):
        for title, held in (("open", False), ("held", True)):
            some = Scores(
                tuple(told for told in scores.told if told.item.truth.held is held),
                tuple(item for item in scores.wrong if item.truth.held is held),
                tuple(item for item in scores.items if item.truth.held is held),
            )
            yield f"of these {title}"
            yield from report(some)
    yield from baselines(items)
