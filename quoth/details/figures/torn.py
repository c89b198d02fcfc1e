"""Digits that are part of something longer: codes, dates, scores, telephone numbers."""

from __future__ import annotations

from quoth.details.figures.numbers import SCALES, SHORT, SHORT_MONEY, SPELLED
from quoth.details.figures.units import GLUED
from quoth.details.figures.words import Line, among


def torn(line: Line, start: int, end: int) -> bool:
    """Whether digits are part of something longer: A6, 2nd, 9/11, 1:30, 800-273-8255, /2016/."""
    word, before, behind = line.at(start), line.at(start - 1), line.at(end)
    if not word.digits:
        if word.spaced or before.token < 0:
            return False
        return before.text == "/" or (before.text in "-‐‑" and line.at(start - 2).text.isalpha())
    if before.token >= 0 and not word.spaced:
        if before.text.isalpha() or before.text in "/=_#@&:\\":
            return True
        if before.text in ".," and line.at(start - 2).digits and not before.spaced:
            return True
        if before.text in "'’‘" and before.spaced and len(word.text) == 2:
            return True  # '80s
        if before.text in "-‐‑–" and not before.spaced and _letters(line, start - 2):
            return True
    if behind.token >= 0 and not behind.spaced and end == start + 1:
        if behind.text in "/:\\_=@" and not line.at(end + 1).spaced:
            return not (behind.text == "/" and line.at(end + 1).text.isalpha())
        if behind.text.isalpha() and not _unit_letters(behind.low):
            return True
        if behind.text == "'" and line.low(end + 1) == "s":
            return True
        if behind.text == "(" and line.at(end + 1).text.isalpha():
            return True
        if behind.text in "." and line.at(end + 1).digits and not line.at(end + 1).spaced:
            return True
        if behind.text in "'’" and line.low(end + 1) == "s" and len(word.text) in (2, 4):
            return True
    return _phone(line, start)


def _unit_letters(word: str) -> bool:
    """Whether letters that cling to digits are a unit or a scale: 5km, 3bn; not 2nd, 3D, 600px."""
    return word in GLUED or word in SHORT or word in SHORT_MONEY or word in SCALES or word == "x"


SPANNING = among("low mid high early late upper lower pre post non sub under over to the")


def _letters(line: Line, at: int) -> bool:
    """Whether a hyphen ties the number to a name: G-20, COVID-19, EB-5."""
    word = line.at(at)
    return word.text.isalpha() and word.low not in SPANNING and word.low not in SPELLED


def _phone(line: Line, at: int) -> bool:
    """Groups of digits tied by hyphens: three or more, or an ISO date, or a telephone number."""
    first = at
    while (
        line.at(first - 1).text in "-‐‑–"
        and line.at(first - 2).digits
        and not (line.at(first).spaced or line.at(first - 1).spaced)
    ):
        first -= 2
    last = at
    while (
        line.at(last + 1).text in "-‐‑–"
        and line.at(last + 2).digits
        and not (line.at(last + 1).spaced or line.at(last + 2).spaced)
    ):
        last += 2
    groups = [line.at(n).text for n in range(first, last + 1, 2)]
    if line.at(first - 1).text == "(" and line.at(first + 1).text == ")" and len(groups[0]) == 3:
        return True
    return len(groups) > 2 or (
        len(groups) == 2 and ((len(groups[1]) == 4 and len(groups[0]) == 3) or groups[0][0] == "0")
    )
