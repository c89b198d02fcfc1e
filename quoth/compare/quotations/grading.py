"""What kind of change each place is where two aligned wordings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.compare.genders import gender
from quoth.compare.quotations import lexicon as lex
from quoth.compare.quotations.aligning import Run
from quoth.compare.quotations.names import other_name
from quoth.compare.quotations.records import GRAVITY, Change, Kind
from quoth.compare.quotations.sense import (
    lost_condition,
    negation_raised,
    other_modal,
    other_modality,
    other_number,
    other_polarity,
)
from quoth.compare.quotations.sides import Side
from quoth.compare.quotations.words import Wording
from quoth.records import Span


def graded(one: Wording, other: Wording, runs: Sequence[Run], recast: bool) -> Iterator[Change]:
    """Every change from the one to the other, in the order of the first.

    `recast`: one of the two stands in indirect speech, so that persons and tenses shift.
    """
    kept_one, kept_other = bytearray(len(one)), bytearray(len(other))
    for run in runs:
        kept_one[run.one : run.one + run.length] = b"\1" * run.length
        kept_other[run.other : run.other + run.length] = b"\1" * run.length
    kept = bytes(kept_one), bytes(kept_other)
    first = second = 0
    gaps: list[tuple[Side, Side]] = []
    for run in [*(run for run in runs if not run.moved), Run(len(one), len(other), 0)]:
        side = _side(one, first, run.one, kept[0]), _side(other, second, run.other, kept[1])
        if side[0].lone or side[1].lone:
            gaps.append(side)
        first, second = run.one + run.length, run.other + run.length
    for run in runs:
        if run.moved:
            yield _change("reordered", one, other, run)
        yield from _within(one, other, run, recast)
    if gaps and _same_words(gaps):
        yield from (Change("reordered", a.span, b.span) for a, b in gaps)
        return
    raised = negation_raised(gaps)
    for a, b in gaps:
        yield Change(_kind(a, b, recast, raised), a.span, b.span)


def _side(wording: Wording, start: int, end: int, kept: bytes) -> Side:
    lone = tuple(number for number in range(start, end) if not kept[number])
    if lone:
        start, end = lone[0], lone[-1] + 1
    return Side(wording, start, end, lone, kept)


def _change(kind: Kind, one: Wording, other: Wording, run: Run) -> Change:
    return Change(
        kind,
        Span(*one.shown(run.one, run.one + run.length)),
        Span(*other.shown(run.other, run.other + run.length)),
    )


def _within(one: Wording, other: Wording, run: Run, recast: bool) -> Iterator[Change]:
    """What differs in words that both have: brackets, forms, spelling, marks between them."""
    if _text(one, run.one, run.length) == _text(other, run.other, run.length):
        return
    for step in range(run.length):
        a, b = run.one + step, run.other + step
        kind: Kind | None = None
        if (a in one.bracketed) != (b in other.bracketed):
            kind = "bracketed"
        elif one.named and other.named and a in one.named and b in other.named:
            kind = _naming(one.raw(a), other.raw(b))
        elif one.words[a] != other.words[b]:
            kind = _form(one.words[a], other.words[b], recast)
        elif gender(one.raw(a)) != gender(other.raw(b)):
            kind = "recast" if recast else "changed"
        elif one.raw(a) != other.raw(b):
            kind = "surface"
        if kind:
            yield _change(kind, one, other, Run(a, b, 1))
        if step + 1 < run.length and _marks(one, a) != _marks(other, b):
            yield Change("surface", _after(one, a), _after(other, b))


def _text(wording: Wording, first: int, length: int) -> str:
    start, end = wording.shown(first, first + length)
    return wording.text[start:end]


def _naming(one: str, other: str) -> Kind | None:
    """A name with another before its last word, with more words of one, or with fewer."""
    a, b = one.lower().split(), other.lower().split()
    if len(a) == len(b) or not (set(a) <= set(b) or set(b) <= set(a)):
        return "name" if a != b else "surface" if one != other else None
    return "put_in" if len(a) < len(b) else "left_out"


def _form(one: str, other: str, recast: bool) -> Kind:
    """Two forms of one word: another tense, another number, *can* and *could*."""
    if recast:
        return "recast"
    return "modality" if other_modal(one, other) else "changed"


def _marks(wording: Wording, number: int) -> str:
    span = _after(wording, number)
    return " ".join(wording.text[span.start : span.end].split())


def _after(wording: Wording, number: int) -> Span:
    return Span(
        wording.spans[number][1], max(wording.spans[number][1], wording.spans[number + 1][0])
    )


def _same_words(gaps: Sequence[tuple[Side, Side]]) -> bool:
    one = sorted(w.stems[n] for side, _ in gaps for n in side.lone for w in (side.wording,))
    other = sorted(w.stems[n] for _, side in gaps for n in side.lone for w in (side.wording,))
    return one == other


def _kind(one: Side, other: Side, recast: bool, raised: bool) -> Kind:
    """The gravest that the place shows."""
    kinds: list[Kind] = [_plain(one, other, recast)]
    # What goes before the content of indirect speech may stand in its cue: "denied that".
    cued = recast and not (one.lone and other.lone) and one.start == other.start == 0
    if kinds[0] != "bracketed" and not cued:
        if not raised and other_polarity(one, other):
            kinds.append("polarity")
        if other_name(one.wording, one.lone, other.wording, other.lone):
            kinds.append("name")
        if other_number(one, other):
            kinds.append("number")
        if lost_condition(one, other) or lost_condition(other, one):
            kinds.append("condition")
        if other_modality(one, other, recast):
            kinds.append("modality")
    return max(kinds, key=GRAVITY.__getitem__)


def _plain(one: Side, other: Side, recast: bool) -> Kind:
    """What it is where it is nothing graver."""
    if any(_in_brackets(side) for side in (one, other)):
        return "bracketed"
    if one.lone and other.lone:
        if _alike(one.words, other.words):
            return "surface"
        if recast and all(map(_shifts, (*one.words, *other.words))):
            return "recast"
        return "elided" if _marked(one, other) or _marked(other, one) else "changed"
    full, empty = (one, other) if one.lone else (other, one)
    if _marked(full, empty):
        return "elided"
    if recast and all(map(_shifts, full.words)):
        return "recast"
    return "left_out" if one.lone else "put_in"


def _in_brackets(side: Side) -> bool:
    """Words in square brackets, or the pronoun that such words explain."""
    bracketed = side.wording.bracketed
    if bracketed.intersection(side.lone):
        return True
    return bool(side.lone) and side.end in bracketed and lex.PRONOUNS.issuperset(side.words)


def _alike(one: list[str], other: list[str]) -> bool:
    """The same words written apart or together, or shortened: *e-mail*, *'s* for *is*."""
    if "".join(one) == "".join(other):
        return True
    pair = {" ".join(one), " ".join(other)}
    return any(pair <= same for same in _SHORT)


_SHORT = (
    {"'s", "is"},
    {"'s", "has"},
    {"'s", "us"},
    {"is", "has"},
    {"would", "had"},
)


def _shifts(word: str) -> bool:
    return (
        word in lex.PRONOUNS or word in lex.POINTING or word in lex.JOINERS or word in lex.BE_HAVE
    )


def _marked(full: Side, empty: Side) -> bool:
    """Does the side that lacks the words have an ellipsis there?"""
    gaps = empty.wording.gaps
    return any(number in gaps for number in range(empty.start, empty.end + 1)) and (
        len(full.lone) > len(empty.lone)
    )
