"""A wording in which nothing depends on who is named: for quotations of one event.

Every name is one word, however many it has, and known by its last; *his* stands as *her*. So
whoever is exchanged, as much stands in both wordings, and as much apart.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

from quoth.compare.event_names import Names
from quoth.compare.genders import HERS, hers
from quoth.compare.quotations.spelling import even
from quoth.compare.quotations.words import Wording, wording

_NOUNS = frozenset((*HERS, *HERS.values())) - {"he", "she"}
_PARTS = re.compile(r"[\W_]+")


def neutral(text: str, names: Names) -> Wording:
    """The words of a text; `names` are those of its event."""
    plain = wording(text)
    size = len(plain)
    named = [_is_name(plain.raw(n), names) for n in range(size)]
    goes_on = [n > 0 and _goes_on(plain, named, n) for n in range(size)]
    at = [number - 1 for number in accumulate(not on for on in goes_on)]
    at.append(at[-1] + 1 if at else 0)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for n in range(size):
        word = plain.words[n] if named[n] else even(hers(plain.words[n]))
        if goes_on[n] and plain.words[n] == "'s":
            continue  # *the actress'* has none
        if goes_on[n]:
            words[-1], spans[-1] = word, (spans[-1][0], plain.spans[n][1])
        else:
            words.append(word)
            spans.append(plain.spans[n])
    return replace(
        plain,
        words=tuple(words),
        spans=tuple(spans),
        bracketed=frozenset(at[n] for n in plain.bracketed),
        gaps=frozenset(at[n] for n in plain.gaps),
        heads=frozenset(at[n] for n in plain.heads),
        named=frozenset(at[n] for n in range(size) if named[n]),
    )


def _is_name(raw: str, names: Names) -> bool:
    initials = raw.isupper() and raw.count(".") > 1
    return initials or any(names.has(part) for part in _PARTS.split(raw) if part)


def _goes_on(plain: Wording, named: list[bool], n: int) -> bool:
    """Does a word belong to the name that the word before it is of? *Of* may stand inside."""
    if n in plain.heads:
        return False
    if plain.words[n] == "'s":
        return named[n - 1] or plain.words[n - 1] in _NOUNS
    if named[n] and named[n - 1]:
        return not plain.text[plain.spans[n - 1][1] : plain.spans[n][0]].strip()
    inside = plain.words[n] == "of" and n + 1 < len(named) and named[n - 1] and named[n + 1]
    after = plain.words[n - 1] == "of" and n > 1 and named[n - 2] and named[n]
    return inside or after
