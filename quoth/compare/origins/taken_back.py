"""Which statements a withdrawal takes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoth.compare.origins.known import Known
from quoth.compare.origins.texts import weigh
from quoth.records import Passage, Span

ALIKE, OFTEN, FEWEST = 0.4, 2, 6.0
"""So much of a statement must stand in the sentence that takes it back, without the words of so
many of its document's sentences; a sentence that tells less takes back the whole document."""


def taken_back(known: Known, carried: Mapping[str, Sequence[Passage]]) -> set[str]:
    """The documents and sources that have taken this statement back.

    What is taken back stands in the sentence that says so; names alone do not show it.
    """
    found = set()
    for back in known.withdrawn:
        named = known.texts[back.key].terms([Span(back.start, back.sentence.span.end)])
        for key, passages in carried.items():
            if key == back.key or (back.end in carried and key != back.end):
                continue
            text = known.texts[key]
            terms = text.terms(s for passage in passages for s in passage.spans)
            own = frozenset(term for term in terms if text.times(term) < OFTEN)
            whole = weigh(named) < FEWEST and key == back.end
            if whole or (own and weigh(own & named) >= ALIKE * weigh(own)):
                found.add(back.end)
    return found
