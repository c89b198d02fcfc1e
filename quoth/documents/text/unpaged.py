"""Page numbers and running heads of a text whose pages no form feeds part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from quoth.documents.furniture import normal
from quoth.documents.text.heads import (
    ADDRESS,
    AT_END,
    LONGEST,
    OPENING,
    cuts,
    is_head_of_first,
    opening_words,
    repeats,
)
from quoth.documents.text.rows import Row, closed, goes_on

SURE = re.compile(
    r"[-–—|<]+\s*(?:page|pg\.?|p\.|seite)?\s*\d{1,4}\s*[-–—|>]+"
    r"|[\[({]\s*(?:page|pg\.?|p\.|seite)\s*\d{1,4}\s*[\])}]"
    r"|(?:page|seite)\s+\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?|\d{1,4}\s*(?:/|of)\s*\d{1,4}",
    re.I,
)
"""Page numbers that cannot be anything else."""
BARRED = re.compile(r"\S\s+[|·•/]\s+\S")
FULL, SHORTER = 0.7, 0.85
"""A line above a head is so much of the usual length at least, a head itself less than that."""
PROSE = 4
"""A line that a head cuts from the next has so many words at least."""


def unpaged(text: str, rows: Sequence[Row]) -> Iterator[int]:
    """Starts of page numbers and heads: what counts on, comes back, and cuts sentences."""
    numbers: list[tuple[int, int]] = []
    lines: dict[str, list[int]] = {}
    found: set[int] = set()
    for at, row in enumerate(rows):
        if row.end - row.start > LONGEST:
            continue
        line = text[row.start : row.end]
        address = ADDRESS.fullmatch(line)
        if line.isdecimal() and len(line) <= 4:
            numbers.append((at, int(line)))
        elif SURE.fullmatch(line) or (address and address["page"]):
            found.add(at)
        elif not closed(text, row):
            lines.setdefault(normal(line), []).append(at)
    found |= set(_chain(text, rows, numbers))
    again = {line: places for line, places in lines.items() if len(places) > 1}
    for places in (places for line, places in again.items() if "#" in line):
        if _counts(text, rows, places):
            found.update(places)
    usual = _usual(rows)
    for places in again.values():
        if _interrupts(text, rows, places, found, usual):
            found.update(place for place in places if place)
    found |= set(_beside(text, rows, found))
    if rows and is_head_of_first(text, rows[:4], known=_comes_back(text, rows, again, found)):
        found.add(0)
    yield from (rows[at].start for at in found)


def _comes_back(
    text: str, rows: Sequence[Row], again: dict[str, list[int]], found: Set[int]
) -> bool:
    """Whether the first line is a head further down."""
    line = normal(text[rows[0].start : rows[0].end][:LONGEST])
    return any(at in found for at in again.get(line, ()))


def _counts(text: str, rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether a line that comes back ends with numbers that count the pages."""
    ends = [AT_END.search(text[max(rows[at].end - 40, 0) : rows[at].end]) for at in places]
    counts = [int(match[1]) for match in ends if match]
    return (
        len(counts) == len(places)
        and all(b - a == 1 for a, b in pairwise(counts))
        and (len(counts) > 2 or places[-1] == len(rows) - 1)
    )


def _usual(rows: Sequence[Row]) -> int:
    """How long the longer rows of a text are."""
    lengths = sorted(row.end - row.start for row in rows)
    return min(lengths[len(lengths) * 3 // 4], LONGEST) if lengths else 0


def _beside(text: str, rows: Sequence[Row], numbers: Set[int]) -> Iterator[int]:
    """Heads next to page numbers: they repeat what a text begins with, or cut a sentence."""
    opening = opening_words(text, rows)
    for number in numbers:
        for at in (number - 1, number + 1):
            if not OPENING <= at < len(rows) or at in numbers:
                continue
            line = text[rows[at].start : rows[at].end]
            before = rows[max(number - 1, 0)]
            if repeats(line, opening) or (at > number and cuts(text, before, rows[at : at + 2])):
                yield at


def _chain(text: str, rows: Sequence[Row], numbers: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Numbers that stand alone and count on, if one of them cuts a sentence or ends the text."""
    counted = {
        at
        for here, (at, number) in enumerate(numbers)
        if (here and numbers[here - 1][1] == number - 1)
        or (here + 1 < len(numbers) and numbers[here + 1][1] == number + 1)
    }
    cutting = {at for at, _ in numbers if _parts_sentence(text, rows, at)}
    if cutting or (counted and max(counted) == len(rows) - 1):
        yield from counted
    yield from cutting


def _parts_sentence(text: str, rows: Sequence[Row], at: int) -> bool:
    """Whether the rows around one, or around it and the next, belong to one sentence."""
    if not at or closed(text, rows[at - 1]):
        return False
    return any(goes_on(text, row) for row in rows[at + 1 : at + 3])


def _is_prose(text: str, row: Row) -> bool:
    return text.count(" ", row.start, row.end) >= PROSE - 1


def _interrupts(
    text: str, rows: Sequence[Row], places: Sequence[int], found: Set[int], usual: int
) -> bool:
    """Whether a line that comes back stands beside page numbers, or in the middle of sentences."""
    beside = sum(at - 1 in found or at + 1 in found for at in places if at)
    if beside and beside >= 0.5 * sum(at > 0 for at in places):
        return True
    first = text[rows[places[0]].start : rows[places[0]].end]
    if len(places) > 2 and BARRED.search(first):
        return True
    apart = len(first) < SHORTER * usual or "   " in first
    return apart and any(
        0 < at < len(rows) - 1
        and _length(rows[at - 1]) >= FULL * usual
        and _is_prose(text, rows[at - 1])
        and _is_prose(text, rows[at + 1])
        and not closed(text, rows[at - 1])
        and goes_on(text, rows[at + 1])
        and not goes_on(text, rows[at])
        for at in places
    )


def _length(row: Row) -> int:
    return row.end - row.start
