"""Whether two documents tell of two events, by the names that each of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import log, sqrt

from quoth.compare.figures.setting import is_name, words_in
from quoth.compare.records import Told

ALIKE = 0.2
"""Documents of one event have names that are more alike: all but 1 of 404 pairs in ECB+, where 37 %
of 364 pairs from look-alike events are below it."""
LONG, ALIKE_LONG = 200, 0.45
"""So many days apart, names have to be so much alike."""
FEW = 4
"""Documents with fewer names tell nothing by them."""


def likeness(one: Told, other: Told) -> float | None:
    """How much two documents have their names in common, 0 to 1; None where they have too few."""
    a, b = (_names(each.reading.document.text) for each in (one, other))
    return None if min(len(a), len(b)) < FEW else _cosine(a, b)


def days_between(one: Told, other: Told) -> int:
    """Days between two documents; none where one's day is not known."""
    return _days(one, other)


def apart(one: Told, other: Told) -> bool:
    """Whether the names of two documents show that they tell of two events."""
    if one is other:
        return False
    a, b = _names(one.reading.document.text), _names(other.reading.document.text)
    if min(len(a), len(b)) < FEW:
        return False
    alike = _cosine(a, b)
    return alike < ALIKE or (alike < ALIKE_LONG and _days(one, other) > LONG)


@lru_cache(maxsize=1024)
def _names(text: str) -> Mapping[str, float]:
    """Proper names of a text, as far as capitals tell, by how often they stand there."""
    words = words_in(text)
    found = Counter(
        words[n].low.removesuffix("'s").removesuffix("’s")
        for n in range(len(words))
        if is_name(words, n)
    )
    return {name: 1 + log(times) for name, times in found.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = sum(weight * b[name] for name, weight in a.items() if name in b)
    return shared / sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))


def _days(one: Told, other: Told) -> int:
    """Days between two documents; none where one's day is not known."""
    try:
        days = [date.fromisoformat((each.published or "")[:10]) for each in (one, other)]
    except ValueError:
        return 0
    return abs((days[0] - days[1]).days)
