"""What kind of change each place is where two aligned wordings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.compare.quotations import lexicon as lex
from quoth.compare.quotations.aligning import Run
from quoth.compare.quotations.names import other_name
from quoth.compare.quotations.records import GRAVITY, Change, Kind
from quoth.compare.quotations.words import Wording, qualifies, stem
from quoth.records import Span

_RESTS = 1.0
"""So much of its sentence stands in both where a condition is gone."""
_FAR = 3
"""A negation or a modal verb turns what stands at most so many words behind it."""


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one wording that the other has not, or not there."""

    wording: Wording
    start: int
    end: int
    lone: tuple[int, ...]
    """Those that stand nowhere in the other."""
    kept: bytes
    """For each word of the wording, does it stand in the other?"""

    @property
    def words(self) -> list[str]:
        return [self.wording.words[number] for number in self.lone]

    @property
    def span(self) -> Span:
        return Span(*self.wording.shown(self.start, self.end))

    def leads_on(self) -> bool:
        """Does what follows go on in the same breath, so that it is what the last words turn?"""
        text, end = self.wording, self.end
        if not self.lone or end >= len(text) or not self.kept[end]:
            return False
        between = text.text[text.spans[end - 1][1] : text.spans[end][0]]
        return end not in text.heads and not any(mark in between for mark in ",;:–—()")

    def near_end(self, number: int) -> bool:
        return self.end - number <= _FAR


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
    raised = _raised(gaps)
    for a, b in gaps:
        yield Change(_kind(a, b, recast, raised), a.span, b.span)


def _raised(gaps: Sequence[tuple[Side, Side]]) -> bool:
    """Does a negation stand with the opinion here and with what is thought there?

    *I do not think he will* says what *I think he will not* says.
    """
    lost = [(a, n) for a, _ in gaps for n in _negations(a)]
    gained = [(b, n) for _, b in gaps for n in _negations(b)]
    opinions = (_opinion(side, n) or _thinks(side, n) for side, n in (*lost, *gained))
    return len(lost) == len(gained) and any(opinions)


def _thinks(side: Side, number: int) -> bool:
    return not lex.OPINIONS.isdisjoint(side.wording.stems[number + 1 : number + 2])


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
        elif one.words[a] != other.words[b]:
            kind = _form(one.words[a], other.words[b], recast)
        elif one.raw(a) != other.raw(b):
            kind = "surface"
        if kind:
            yield _change(kind, one, other, Run(a, b, 1))
        if step + 1 < run.length and _marks(one, a) != _marks(other, b):
            yield Change("surface", _after(one, a), _after(other, b))


def _text(wording: Wording, first: int, length: int) -> str:
    start, end = wording.shown(first, first + length)
    return wording.text[start:end]


def _form(one: str, other: str, recast: bool) -> Kind:
    """Two forms of one word: another tense, another number, *can* and *could*."""
    if recast:
        return "recast"
    modal = {_CLASSES.get(word, word) for word in (one, other)}
    return "modality" if len(modal) == 2 and modal <= _MODAL else "changed"


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
        if not raised and _polarity(one, other):
            kinds.append("polarity")
        if other_name(one.wording, one.lone, other.wording, other.lone):
            kinds.append("name")
        if _number(one, other):
            kinds.append("number")
        if _condition(one, other) or _condition(other, one):
            kinds.append("condition")
        if _modality(one, other, recast):
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


def _polarity(one: Side, other: Side) -> bool:
    if len(one.lone) == len(other.lone) == 1 and _prefixed(one.words[0], other.words[0]):
        return True
    a, b = _negations(one), _negations(other)
    if bool(a) == bool(b):
        return False
    full, empty = (one, other) if a else (other, one)
    for number in a or b:
        after = full.wording.words[number + 1 : number + 2]
        if after == ("only",) and not (full.leads_on() and full.end == number + 1):
            continue
        if full.leads_on() and full.near_end(number):
            return True
        if empty.lone and len(full.lone) <= len(empty.lone) + _FAR:
            return True
        if _opinion(full, number):
            return True
    return False


def _negations(side: Side) -> list[int]:
    return [n for n in side.lone if side.wording.words[n] in lex.NEGATIONS]


def _opinion(side: Side, number: int) -> bool:
    """*I do not think that* is gone, and what it denies stands."""
    text, end = side.wording, side.end
    if end >= len(text) or not side.kept[end] or end in text.heads:
        return False
    stems = text.stems[number + 1 : end]
    return 0 < len(stems) <= _FAR + 1 and not lex.OPINIONS.isdisjoint(stems[:2])


def _prefixed(one: str, other: str) -> bool:
    """*likely* and *unlikely*, *hopeful* and *hopeless*."""
    short, long = sorted((one, other), key=len)
    if long.endswith(("less", "lessly")) or short.endswith(("less", "lessly")):
        return one.replace("less", "ful") == other or other.replace("less", "ful") == one
    turned = any(long == prefix + short for prefix in lex.PREFIXES)
    return turned and stem(long) not in lex.NO_OPPOSITES and qualifies(short)


def _number(one: Side, other: Side) -> bool:
    a, b = _numbers(one), _numbers(other)
    return bool(a and b) and a != b


def _numbers(side: Side) -> list[str]:
    return [word for word in side.words if word[:1].isdigit() or word in lex.SCALES]


def _condition(full: Side, empty: Side) -> bool:
    """What it hangs on stands in the one alone, what hangs on it in both."""
    at, there = _conditional(full), _conditional(empty)
    if at is None:
        return False
    if there is not None:
        return full.wording.words[at] != empty.wording.words[there]
    if not empty.lone and full.leads_on():
        return False  # it goes on: what is gone is rather what hung on it
    first, end = full.wording.sentence(at)
    rest = sum(full.wording.weights[n] for n in range(first, end) if full.kept[n])
    return rest >= _RESTS


def _conditional(side: Side) -> int | None:
    stems, lone = side.wording.stems, set(side.lone)
    for number in side.lone:
        word = side.wording.words[number]
        if word in lex.CONDITIONS:
            around = (stems[max(number - 1, 0) : number + 1], stems[number : number + 2])
            three = stems[number : number + 3]
            if not any(pair in lex.NO_CONDITION for pair in (*around, three)):
                return number
        for phrase in lex.CONDITION_PHRASES:
            end = number + len(phrase)
            if stems[number:end] == phrase and lone.issuperset(range(number, end)):
                return number
    return None


def _modality(one: Side, other: Side, recast: bool) -> bool:
    a, b = _modals(one, recast), _modals(other, recast)
    if a and b:
        return a != b
    if not a and not b:
        return False
    full, empty = (one, other) if a else (other, one)
    if empty.lone and len(full.lone) <= len(empty.lone) + _FAR:
        return True
    return len(full.lone) <= _FAR + 1 or (full.leads_on() and len(full.lone) <= 2 * _FAR)


def _modals(side: Side, recast: bool) -> frozenset[str]:
    """How sure, possible or binding, as classes."""
    words, stems = side.wording.words, side.wording.stems
    found = {
        _modal(words[number], stems[number], words[number - 1 : number], stems[number + 1 :][:2])
        for number in side.lone
    }
    found.discard("")
    if recast:
        found = {_PRESENT.get(each, each) for each in found}
    return frozenset(found)


def _modal(word: str, stem: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """The class of a word among those before and after it; nothing where it has none."""
    if stem in ("have", "get"):
        binds = after[:1] == ("to",) and not lex.SAYING.intersection(after)
        return "must" if binds else ""
    if stem == "go":
        return "will" if word == "going" and after[:1] == ("to",) else ""
    if word in lex.POSSIBLE or stem in ("seem", "appear"):
        return _CLASSES.get(word, "perhaps")
    if word in lex.EXPECTED:
        return "would" if word == "would" else "will"
    if stem in lex.BINDING:
        return "should" if stem in lex.WEAK else "must"
    if word in lex.SURE:
        return "sure"
    return "think" if word in lex.HEDGES and before in (("i",), ("we",)) else ""


_CLASSES = {"can": "can", "able": "can", "could": "could", "may": "may", "might": "may"}
_MODAL = frozenset(("can", "could", "may", "will", "would", "shall", "should"))
_PRESENT = {"could": "can", "would": "will"}
