"""Is it the same utterance, where both documents are on one event?

People say a thing once to all, and papers put it in words of their own. How much of that is enough
is learned: a logistic regression over five features of the two wordings and their sources.
"""

from __future__ import annotations

from quoth.compare.quotations.aligning import aligned
from quoth.compare.quotations.names import is_name
from quoth.compare.quotations.records import Quoted
from quoth.compare.quotations.same import Likeness, likeness
from quoth.compare.quotations.sketches import TELLING
from quoth.compare.quotations.words import Wording

_SHARED, _TELLING, _LENGTH, _ONE_SOURCE, _MARKED = 3.83, 2.11, 1.88, 1.80, 1.08
_NONE = -6.1
"""Weights of what follows, in its order, and where nothing of it is there."""
_MOST_TELLING = 8
"""More telling words than so many tell no more."""
_MOST_WORDS = 12
_SHORTEST, _LONGEST, _LIGHT, _HEAVY = 2, 12, 2.0, 10.0
"""Words that are quoted from an utterance are so few, and weigh so much at least and at most."""
_STANDS, _STANDS_COUNTED = 0.85, 0.75
"""So much of them stands in the other wording, weighed and counted."""


def likely(one: Quoted, other: Quoted, like: Likeness, one_source: bool) -> float:
    """How likely they are one utterance, as a logit: from 0 on rather so than not."""
    a, b = one.wording, other.wording
    telling = [s for s in a.bag & b.bag if a.heavy[s] >= TELLING and not s[0].isdigit()]
    # Its names stand in whatever is said of an event.
    plain = sum(not (_is_name(a, stem) and _is_name(b, stem)) for stem in telling)
    return (
        _NONE
        + _SHARED * like.counted
        + _TELLING * min(plain, _MOST_TELLING) / 4
        + _LENGTH * min(like.length, _MOST_WORDS) / 6
        + _ONE_SOURCE * one_source
        + _MARKED * max(_marked(one, b), _marked(other, a)) / 5
    )


def _is_name(wording: Wording, stem: str) -> bool:
    return any(is_name(wording, n) for n, word in enumerate(wording.stems) if word == stem)


def _marked(one: Quoted, other: Wording) -> float:
    """The weight of the few words that the one has in marks, where they stand in the other."""
    found = [0.0]
    for few in one.in_marks:
        if _SHORTEST <= len(few) <= _LONGEST and few.weight >= _LIGHT:
            runs = aligned(few, other)
            like = likeness(few, other, runs) if runs else None
            if like and like.shared >= _STANDS and like.counted >= _STANDS_COUNTED:
                found.append(min(few.weight, _HEAVY))
    return max(found)
