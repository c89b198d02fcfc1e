"""Numbers that are somebody's age: Silas Orr, 41; aged 41; a child of four."""

from __future__ import annotations

from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.words import Line, among

AT_AGE = among("died aged married born retired dead killed joined began started")


CHILDREN = among("child boy girl son daughter man woman lad baby toddler")


def is_age(line: Line, start: int, end: int) -> bool:
    """Silas Orr, 41, …; aged 41; I was fourteen; a child of four."""
    before, behind = line.at(start - 1), line.at(end)
    if before.low == "of" and line.low(start - 2) in CHILDREN:
        return not noun_follows(line, end)
    closes = behind.token < 0 or behind.text in ',.;:)!?—–"”'
    if before.low == "aged" or (before.low == "age" and line.low(start - 2) not in ("the",)):
        return True
    if not closes or noun_follows(line, end):
        return False
    name = line.at(start - 2)
    if before.text in (",", "(") and line.at(start).digits and name.text[:1].isupper():
        plain = line.at(start).text.isdecimal() and 1 <= int(line.at(start).text[:3]) <= 115
        return plain and behind.text in ",.;)" and not _listed(line, start, end)
    if before.low in ("was", "am", "is", "turned", "turns", "were", "be"):
        return line.low(start - 2) in ("i", "she", "he", "who") or before.low.startswith("turn")
    return before.low == "at" and line.at(start).digits and line.low(start - 2) in AT_AGE


def _listed(line: Line, start: int, end: int) -> bool:
    """Whether more digits follow in a row, as in a table or a list of scores."""
    return line.at(end + 1).digits or line.at(start - 2).text.isupper()
