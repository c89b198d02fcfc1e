"""What a document tells, in so few terms that a ledger can keep it, and how alike two are.

Terms are words weighed by rarity (Spärck Jones 1972), names and figures more than others: what
separates an event from one that looks like it is who, where and how many.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quoth.ledger.identities.rarity import rarity
from quoth.ledger.identities.wording import IDLE, POSSESSIVE, plain
from quoth.records import Date, Document

TERMS = 64
"""Terms of a document that are kept, at most."""
NAME, FIGURE, LEAD = 2.0, 3.0, 1.6
"""How much more a term tells when it is a name, a figure, or stands in the first `OPENING`."""
OPENING = 250
"""Characters at the beginning of a text that say what it is about."""
READ = 20_000
"""So many characters of a text are looked at."""
DAY = 9.0
"""How much a day tells that the text names, about as much as a rare name."""
OFTEN, MOST, RARE = 0.4, 5, 0.8
"""Powers of count and rarity, and the count from which on more tells no more."""
SAME_DAYS, FADING, LATER = 2, 14, 0.5
"""Days apart that mean nothing; how many more halve what time takes away; what it leaves."""

_FIGURE = re.compile(r"[^\W_]*\d[^\W_]*(?:[.,:]\d+)*")
_TERM = re.compile(rf"{_FIGURE.pattern}|[^\W\d_]+(?:['’&.][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:\n\"“”‘(])\s*$")
_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)")

Terms = Mapping[str, float]
"""Terms and their weights; the squares of the weights add up to 1."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells."""

    document: int
    terms: Terms
    day: int | None
    """Day of publication (`date.toordinal`); None where nobody knows."""
    title: str | None = None


def terms_of(document: Document, dates: Iterable[Date] = ()) -> dict[str, float]:
    """The terms that tell most of a document; none for one without words."""
    counts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    lead = set()
    certain = set()
    text = document.text[:READ]
    for term, start in _terms(text):
        counts[term] += 1
        if text[start].isupper():
            named[term] += 1
            if not _BEGINS.search(text, max(0, start - 3), start):
                certain.add(term)
        if start < OPENING:
            lead.add(term)
    weights = {
        term: min(count, MOST) ** OFTEN
        * rarity(term) ** RARE
        * (NAME if term in certain and 3 * named[term] >= 2 * count else 1)
        * (FIGURE if _FIGURE.match(term) else 1)
        * (LEAD if term in lead else 1)
        for term, count in counts.items()
    }
    days = (_DAY.match(date.value or "") for date in dates)
    weights |= {day[1]: DAY for day in days if day}
    most = sorted(weights, key=lambda term: (-weights[term], term))[:TERMS]
    length = math.hypot(*(weights[term] for term in most))
    return {term: round(weights[term] / length, 4) for term in most if weights[term] > 0}


def _terms(text: str) -> Iterator[tuple[str, int]]:
    """Each word that may tell something, in small letters, and where it begins."""
    for found in _TERM.finditer(POSSESSIVE.sub(lambda end: " " * len(end[0]), text)):
        word = found[0]
        term = plain(word).replace(",", "") if _FIGURE.match(word) else plain(word).replace(".", "")
        if len(term) > 1 and term not in IDLE:
            yield term, found.start()


def headlines(told: Sequence[Telling]) -> list[float]:
    """How much each title says of what all the documents tell; 0 where there is none."""
    weights: Counter[str] = Counter()
    for one in told:
        for term, weight in one.terms.items():
            weights[term] += weight / len(told)  # type: ignore[assignment]
    said = [{term for term, _ in _terms(one.title or "")} for one in told]
    return [round(sum(weights[term] for term in terms), 4) for terms in said]


def likenesses(told: Sequence[Telling]) -> NDArray[np.float64]:
    """How alike each two are in what they tell and when, from 0 to 1 (cosine, less by time)."""
    columns: dict[str, int] = {}
    for one in told:
        for term in one.terms:
            columns.setdefault(term, len(columns))
    rows = np.zeros((len(told), len(columns)))
    for n, one in enumerate(told):
        rows[n, [columns[term] for term in one.terms]] = list(one.terms.values())
    days = np.array([np.nan if one.day is None else one.day for one in told])
    found: NDArray[np.float64] = rows @ rows.T * _nearness(days)
    return found


def _nearness(days: NDArray[np.float64]) -> NDArray[np.float64]:
    """From `LATER` to 1 for each two days; 1 where one of them is not known."""
    apart = np.nan_to_num(np.abs(days[:, None] - days[None, :]))
    near: NDArray[np.float64] = LATER + (1 - LATER) / (
        1 + np.maximum(apart - SAME_DAYS, 0) / FADING
    )
    return near
