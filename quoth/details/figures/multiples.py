"""Multiples: twice as many, three times the size, doubled, tenfold, and how often: twice."""

from __future__ import annotations

from typing import NamedTuple

from quoth.details.figures.words import Line, among

VERBS: dict[str, float] = {
    "doubled": 2,
    "doubling": 2,
    "tripled": 3,
    "tripling": 3,
    "trebled": 3,
    "trebling": 3,
}
VERBS |= {"quadrupled": 4, "quadrupling": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5}
BARE: dict[str, float] = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": 0.5}
"""Adjectives too; a figure only as verbs or before what is multiplied."""
FOLD = {"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10}
FOLD |= {"sevenfold": 7, "eightfold": 8, "ninefold": 9, "hundredfold": 100, "thousandfold": 1000}
TIMES = {"twice": 2, "thrice": 3}
MORE = among(
    """
    more higher larger greater bigger faster likelier the that what its their his her our
    longer over smaller fewer less lower stronger heavier worse better
    """
)
BEFORE_VERB = among(
    """
    to could will would may might must can should shall did not they we you and than nearly
    almost about roughly over paid pay pays at or just least 'll
    """
)
AFTER_BARE = among("the that its his her their what again in since by over to or and on it them")
STOPS = frozenset(".,;:!?)\"'”’")


class Multiple(NamedTuple):
    """How many times, up to word `end`; `often` where it tells how often something happened."""

    worth: float
    end: int
    often: bool = False


def multiple(line: Line, at: int) -> Multiple | None:
    """The multiple that one word tells, with *as many* and *again* behind it."""
    word = line.at(at)
    if word.low in VERBS:
        return Multiple(VERBS[word.low], _again(line, at + 1))
    if word.low in FOLD:
        return Multiple(FOLD[word.low], at + 1)
    if word.low in BARE:
        before, behind = line.at(at - 1), line.at(at + 1)
        ends = behind.text in STOPS or behind.token < 0 or behind.low in AFTER_BARE
        if behind.text == "-" or not (ends or before.low in BEFORE_VERB):
            return None
        if ends and behind.low not in AFTER_BARE and before.low in ("a", "the", "his", "her"):
            return None  # her double
        return Multiple(BARE[word.low], _again(line, at + 1))
    if word.low in TIMES:
        return times(line, at + 1, TIMES[word.low])
    return None


def times(line: Line, end: int, worth: float) -> Multiple:
    """Whether `twice` or `five times`, which ends before `end`, multiplies or tells how often."""
    if line.low(end) == "as":
        far = end + 2 if line.low(end + 1) in ("many", "much") else end
        return Multiple(worth, far)
    return Multiple(worth, end, often=line.low(end) not in MORE)


def _again(line: Line, end: int) -> int:
    return end + 1 if line.low(end) == "again" else end
