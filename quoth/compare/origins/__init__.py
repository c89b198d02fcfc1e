"""Who leans on whom: which document has its matter from which, and on whom a statement rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoth.compare.origins.graph import circles, edges, nodes
from quoth.compare.origins.grouping import grouped
from quoth.compare.origins.known import LATEST, Known, known
from quoth.compare.origins.records import (
    Carried,
    Carrier,
    Edge,
    How,
    Lean,
    Node,
    Origin,
    Origins,
)
from quoth.compare.origins.standing import standing, with_cited
from quoth.compare.records import Told
from quoth.records import Passage

__all__ = [
    "Carried",
    "Carrier",
    "Edge",
    "How",
    "Lean",
    "Node",
    "Origin",
    "Origins",
    "compare_origins",
    "rests_on",
]


def compare_origins(told: Sequence[Told]) -> Origins:
    """Who leans on whom among documents of one event, and on whom what they tell together rests.

    Of what is said in one document only, its own words tell on whom it rests.
    """
    shown = known(told)
    documents, sources = nodes(shown)
    found = edges(shown)
    groups = ({k: (p,) for k, p in group.items()} for group in grouped(shown.texts))
    carried = [_carried(shown, with_cited(shown, group)) for group in groups]
    carried.sort(key=lambda each: (-len(each.carriers), -each.independent))
    return Origins(documents, sources, found, circles(found), tuple(carried))


def rests_on(
    told: Sequence[Told], carried: Sequence[Mapping[str, Sequence[Passage]]]
) -> list[Carried]:
    """On whom statements rest whose words are known: for each the passages by document's key."""
    shown = known(told)
    return [_carried(shown, each) for each in carried]


def _carried(shown: Known, carried: Mapping[str, Sequence[Passage]]) -> Carried:
    found = standing(shown, carried)
    ordered = [key for key in shown.texts if key in carried]
    # Of one day the one that others have it from comes first.
    days = _days(shown, ordered, found.leans)
    order = sorted(
        ordered, key=lambda key: (days[key], _depth(key, found.leans), _time(shown, key))
    )
    carriers = tuple(
        Carrier(shown.texts[key].told, tuple(carried[key]), found.leans[key]) for key in order
    )
    origins = tuple(
        Origin(origin, tuple(key for key in order if key in documents))
        for origin, documents in found.origins.items()
    )
    return Carried(
        carriers[0].passages[0],
        carriers,
        tuple(sorted(origins, key=lambda each: (-len(each.documents), each.key))),
        tuple(key for key in order if key in found.circle),
        tuple(sorted(found.withdrawn)),
    )


def _days(
    shown: Known, ordered: Sequence[str], leans: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The day of each carrier; one without is not later than those that have it from there."""
    days = {key: (shown.texts[key].told.published or LATEST)[:10] for key in ordered}
    for _ in range(2):  # a paper without a day, from an agency without one
        for key in ordered:
            if days[key] == LATEST:
                days[key] = min((days[k] for k in ordered if key in leans[k]), default=LATEST)
    return days


def _time(shown: Known, key: str) -> str:
    return (shown.texts[key].told.published or "")[10:] or LATEST


def _depth(key: str, leans: Mapping[str, Sequence[str]], path: tuple[str, ...] = ()) -> int:
    """How many documents stand between this one and the first."""
    ends = [end for end in leans.get(key, ()) if end in leans and end != key and end not in path]
    return 1 + max((_depth(end, leans, (*path, key)) for end in ends), default=-1)
