"""What of a change makes it say something else: negation, number, condition, modality."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.compare.quotations import lexicon as lex
from quoth.compare.quotations.sides import FAR, Side
from quoth.compare.quotations.words import qualifies, stem

_RESTS = 1.0
"""So much of its sentence stands in both where a condition is gone."""


def other_polarity(one: Side, other: Side) -> bool:
    """Is a negation gone, or put in, or a word turned into its opposite?"""
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
        if empty.lone and len(full.lone) <= len(empty.lone) + FAR:
            return True
        if _opinion(full, number):
            return True
    return False


def negation_raised(gaps: Sequence[tuple[Side, Side]]) -> bool:
    """Does a negation stand with the opinion here and with what is thought there?

    *I do not think he will* says what *I think he will not* says.
    """
    lost = [(a, n) for a, _ in gaps for n in _negations(a)]
    gained = [(b, n) for _, b in gaps for n in _negations(b)]
    opinions = (_opinion(side, n) or _thinks(side, n) for side, n in (*lost, *gained))
    return len(lost) == len(gained) and any(opinions)


def _thinks(side: Side, number: int) -> bool:
    return not lex.OPINIONS.isdisjoint(side.wording.stems[number + 1 : number + 2])


def _negations(side: Side) -> list[int]:
    return [n for n in side.lone if side.wording.words[n] in lex.NEGATIONS]


def _opinion(side: Side, number: int) -> bool:
    """*I do not think that* is gone, and what it denies stands."""
    text, end = side.wording, side.end
    if end >= len(text) or not side.kept[end] or end in text.heads:
        return False
    stems = text.stems[number + 1 : end]
    return 0 < len(stems) <= FAR + 1 and not lex.OPINIONS.isdisjoint(stems[:2])


def _prefixed(one: str, other: str) -> bool:
    """*likely* and *unlikely*, *hopeful* and *hopeless*."""
    short, long = sorted((one, other), key=len)
    if long.endswith(("less", "lessly")) or short.endswith(("less", "lessly")):
        return one.replace("less", "ful") == other or other.replace("less", "ful") == one
    turned = any(long == prefix + short for prefix in lex.PREFIXES)
    return turned and stem(long) not in lex.NO_OPPOSITES and qualifies(short)


def other_number(one: Side, other: Side) -> bool:
    """Does another number stand in place of one?"""
    a, b = _numbers(one), _numbers(other)
    return bool(a and b) and a != b


def _numbers(side: Side) -> list[str]:
    return [word for word in side.words if word[:1].isdigit() or word in lex.SCALES]


def lost_condition(full: Side, empty: Side) -> bool:
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


def other_modal(one: str, other: str) -> bool:
    """Are two forms of one modal verb of different strength, as *can* and *could*?"""
    classes = {_CLASSES.get(word, word) for word in (one, other)}
    return len(classes) == 2 and classes <= _MODAL


def other_modality(one: Side, other: Side, recast: bool) -> bool:
    """Is it said to be more or less sure, possible or binding?"""
    a, b = _modals(one, recast), _modals(other, recast)
    if a and b:
        return a != b
    if not a and not b:
        return False
    full, empty = (one, other) if a else (other, one)
    if empty.lone and len(full.lone) <= len(empty.lone) + FAR:
        return True
    return len(full.lone) <= FAR + 1 or (full.leads_on() and len(full.lone) <= 2 * FAR)


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
