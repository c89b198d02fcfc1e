"""Where a noun phrase goes on behind a number."""

from __future__ import annotations

from quoth.details.figures.words import Line, among

FUNCTION = among(
    """
    a about above after all almost although among an and another any are around as at be
    because been before below between both but by can could did do does down during each
    either else even every few for from had has have he her here hers him his how i if in
    including into is it its just last least less like many may me might more most my near
    nearly neither next no nor not now of off on once only onto or other our out over own per
    rather said say says she should since so some such than that the their them then there
    these they this those though through to today too under until up upon us very was we were
    what when where whether which while who whom whose why will with within without would yet
    you your also still yesterday again ago already always never ahead approximately roughly
    exactly there's we've they've percent he's it's
    """
)
"""Words that neither begin a counted noun phrase nor are names, where no grammar tells."""

OPEN = frozenset(("NOUN", "PROPN", "ADJ", "X", ""))


def noun_follows(line: Line, at: int) -> bool:
    """Whether a noun phrase goes on at a word; by its part of speech where there is one."""
    word = line.at(at)
    if not word.text[:1].isalpha() or word.low in FUNCTION:
        return False
    return line.pos(at) in OPEN or (line.pos(at) == "VERB" and line.pos(at + 1) == "NOUN")
