"""Are two quotations the same utterance, and if so, how do they differ?"""

from __future__ import annotations

from dataclasses import replace

from quoth.compare.quotations.aligning import Run, aligned
from quoth.compare.quotations.grading import graded
from quoth.compare.quotations.lexicon import FILLERS
from quoth.compare.quotations.one_event import likely
from quoth.compare.quotations.records import GRAVITY, Change, Difference, Kind, Quoted
from quoth.compare.quotations.same import FEWEST, Closeness, Likeness, likeness, same_utterance
from quoth.compare.quotations.speakers import called_alike, differ, same, standing
from quoth.compare.quotations.words import Wording
from quoth.records import Span

_LEAST = 0.3
"""Of the weight of the words that the shorter one has, so much has to stand in the longer."""
_CLAUSE = 4
"""So many words are more than a slip."""
_PERMUTED = 40
"""Words in any order are the same utterance where they are no more."""
_SPLICED = 6.0
"""Or so much in all, which may be a part of a longer utterance."""


def compare(one: Quoted, other: Quoted) -> Difference | None:
    """How the later of two differs from the earlier; None where they are not one utterance.

    Which of them is taken for the original does not hang on the order they are given in.
    """
    first, second = in_order(one, other)
    a, b = first.wording, second.wording
    if a.words == b.words:
        runs: tuple[Run, ...] = (Run(0, 0, len(a)),) if a.words else ()
    else:
        runs = aligned(a, b) if _may_be(a, b) else ()
    if not runs:
        return None
    like = likeness(a, b, runs)
    close = closeness(first, second)
    # However little stands together.
    if len(a) <= _PERMUTED and sorted(a.stems) == sorted(b.stems):
        like = replace(like, shared=1.0, counted=1.0)
    told = _told_apart(first, second, close)
    alike = same_utterance(like, close, (len(a), len(b)), told)
    if first.event is not None and first.event == second.event:
        alike = _in_one_event(first, second, like, alike)
    if not alike:
        return None
    kind, changes = _changes(first, second, runs)
    if told and kind == "polarity":
        return None
    common = tuple(
        (Span(*a.shown(r.one, r.one + r.length)), Span(*b.shown(r.other, r.other + r.length)))
        for r in runs
    )
    return Difference(first.key, second.key, kind, changes, round(like.shared, 3), common)


def in_order(one: Quoted, other: Quoted) -> tuple[Quoted, Quoted]:
    """The one that more likely is the original first: unmarked, direct, earlier, longer."""
    return (one, other) if _precedence(one, other) < _precedence(other, one) else (other, one)


def closeness(one: Quoted, other: Quoted) -> Closeness:
    """Is it the same speaker, by identity where both have one, else by name?"""
    if one.identity is not None and one.identity == other.identity:
        return "same"
    if differ(one.speaker, other.speaker):
        return "other"
    if same(one.speaker, other.speaker):
        return "same"
    return "alike" if called_alike(one.speaker, other.speaker) else "unknown"


def _in_one_event(one: Quoted, other: Quoted, like: Likeness, alike: bool) -> bool:
    """The verdict where both documents are on one event; of two sources that are certainly two
    it is what it would be anywhere.
    """
    known = one.identity is not None and one.identity == other.identity
    stands = "one" if known else standing(one.speaker, other.speaker)
    if stands == "two" or like.words < FEWEST:
        return alike
    return likely(one, other, like, stands == "one") >= 0


def _told_apart(one: Quoted, other: Quoted, close: Closeness) -> bool:
    """Are both in the writers' words, and given to two who are called differently?

    Then a claim and its denial, or two findings of one thing, look as alike as two versions.
    """
    indirect = one.form != "direct" and other.form != "direct"
    return indirect and close in ("unknown", "other") and bool(one.speaker and other.speaker)


def _precedence(one: Quoted, other: Quoted) -> tuple[bool, bool, bool, str, int, str]:
    more = len(one.wording) - len(other.wording)
    lone = one.wording.lone(other.wording) | other.wording.lone(one.wording)
    telling = len(lone - FILLERS)
    return (
        _marked(one.wording) and not _marked(other.wording),
        one.form == "indirect" and other.form != "indirect",
        # Nobody puts a clause in: it was left out.
        more <= -_CLAUSE or (more < 0 and telling > 1),
        (one.day or "") if other.day else "",
        -more if telling else more,
        one.key,
    )


def _marked(wording: Wording) -> bool:
    return bool(wording.bracketed or wording.gaps)


def _may_be(one: Wording, other: Wording) -> bool:
    """A look at the words without their order, which most pairs do not pass."""
    small, large = (one, other) if len(one.bag) <= len(other.bag) else (other, one)
    both = small.bag & large.bag
    weights = small.heavy
    shared = sum(weights[stem] for stem in both)
    return shared >= _SPLICED or shared >= _LEAST * min(one.weight, other.weight)


def _changes(one: Quoted, other: Quoted, runs: tuple[Run, ...]) -> tuple[Kind, tuple[Change, ...]]:
    """The gravest change, and all that the words show in the order of the first."""
    forms = {one.form, other.form}
    changes = tuple(
        sorted(
            graded(one.wording, other.wording, runs, "indirect" in forms and len(forms) > 1),
            key=lambda change: (change.one, change.other),
        )
    )
    kinds: list[Kind] = [change.kind for change in changes]
    if forms == {"direct", "indirect"}:
        kinds.append("recast")
    if closeness(one, other) == "other":
        kinds.append("source")
    if not kinds and _plain(one.text) != _plain(other.text):
        kinds.append("surface")
    return max(kinds, key=GRAVITY.__getitem__, default="exact"), changes


def _plain(text: str) -> str:
    """A text without what may stand at its end for the sentence around it."""
    return " ".join(text.split()).rstrip(" ,.;")
