"""What belongs to the pages of a plain text and to no paragraph: running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, pairwise

from quoth.documents.credits import HOUSE, signed
from quoth.documents.furniture import is_page_number, normal
from quoth.documents.plain_rows import Row, closed, goes_on
from quoth.documents.roles import BYLINE, is_dateline

EDGE = 3
"""So many rows at the top and the bottom of a page may be running heads."""
PAGE = 80
"""Form feeds closer than so many characters part no pages."""
LONGEST = 160
"""No running head has more characters."""
MASTHEAD = 40
"""No newspaper's name has more characters."""
OPENING = 8
"""Running heads repeat words of so many first rows."""
FULL, SHORTER = 0.7, 0.85
"""A line above a head is so much of the usual length at least, a head itself less than that."""
PROSE = 4
"""A line that a head cuts from the next has so many words at least."""
PARTS = re.compile(r"\s{3,}|:\s+|\s[|·•–—-]\s")
WORDS = re.compile(r"[^\W_]+")
AT_END = re.compile(r"\S[\s|·–—-]+(?:page |p\. ?)?(\d{1,4})$", re.I)
AT_START = re.compile(r"(\d{1,4})(?:\s*[|·–—]\s*|\s+)\S")
SURE = re.compile(
    r"[-–—|<]+\s*(?:page|pg\.?|p\.|seite)?\s*\d{1,4}\s*[-–—|>]+"
    r"|[\[({]\s*(?:page|pg\.?|p\.|seite)\s*\d{1,4}\s*[\])}]"
    r"|(?:page|seite)\s+\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?|\d{1,4}\s*(?:/|of)\s*\d{1,4}",
    re.I,
)
"""Page numbers that cannot be anything else."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s+\d+\s*(?:/|of)\s*\d+)?|file://\S+.*")
ISSUE = re.compile(r".{3,60}\(\d{4}\),?\s+\d+\s?[-–]\s?\d+\.?")
"""A journal's name with year and pages."""


def page_rows(text: str, rows: Sequence[Row]) -> frozenset[int]:
    """Starts of the rows that belong to pages.

    Form feeds show the pages; without them, page numbers that count on and lines that come back
    do, where they cut sentences.
    """
    pages = [list(page) for _, page in groupby(rows, key=lambda row: row.page)]
    if len(pages) > 1 and len(text) > PAGE * len(pages):
        return frozenset(_at_edges(text, pages))
    return frozenset(_between(text, rows))


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells the running heads of a text with pages."""

    counts: Counter[str]
    """On how many pages a line stands at the edge."""
    numbered: frozenset[int]
    """Starts of rows with a number that counts the pages."""
    opening: str
    """The words that the document begins with."""


def _at_edges(text: str, pages: Sequence[Sequence[Row]]) -> Iterator[int]:
    edges = [_edge(page) for page in pages]
    known = _Known(
        Counter(line for edge in edges for line in {_normal(text, row) for row in edge}),
        _counting_pages(text, edges),
        _words(" ".join(text[row.start : row.end] for row in pages[0][:OPENING])),
    )
    if _is_head_of_first(text, pages[0], known):
        yield pages[0][0].start
    before = pages[0][-1]
    for number, page in enumerate(pages):
        heads = _bottom(text, page, known)
        if number:
            heads |= _top(text, page, known, before)
        yield from heads
        before = next((row for row in reversed(page) if row.start not in heads), before)


def _top(text: str, page: Sequence[Row], known: _Known, before: Row) -> set[int]:
    """Starts of the heads above a page; `before` is the last row of the text above it."""
    heads: set[int] = set()
    for at, row in enumerate(page[:EDGE]):
        line = text[row.start : row.end]
        if not (
            _is_head(text, row, known)
            or _repeats(line, known.opening)
            or (at == 0 and _cuts(text, before, page[:2]))
        ):
            break
        heads.add(row.start)
    return heads


def _bottom(text: str, page: Sequence[Row], known: _Known) -> set[int]:
    """Starts of the feet of a page, the lowest row first."""
    heads: set[int] = set()
    for row in reversed(page[1:][-EDGE:]):
        line = text[row.start : row.end]
        if not (_is_head(text, row, known) or (row is page[-1] and _repeats(line, known.opening))):
            break
        heads.add(row.start)
    return heads


def _is_head(text: str, row: Row, known: _Known) -> bool:
    line = text[row.start : row.end]
    if len(line) > LONGEST:
        return False
    repeated = known.counts[normal(line)] > 1 and not _is_footnote(line)
    return (
        repeated
        or is_page_number(line)
        or row.start in known.numbered
        or bool(ADDRESS.fullmatch(line))
    )


def _is_head_of_first(text: str, page: Sequence[Row], known: _Known) -> bool:
    """Whether a text begins with a running head and not with its title."""
    line = text[page[0].start : page[0].end]
    if len(line) > LONGEST:
        return False
    named = bool(HOUSE.search(line)) and len(line) <= MASTHEAD
    known_head = named or _is_head(text, page[0], known)
    return bool(ISSUE.fullmatch(line)) or (known_head and not _is_title(text, page))


def _edge(page: Sequence[Row]) -> list[Row]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _normal(text: str, row: Row) -> str:
    return normal(text[row.start : row.end])


def _words(line: str) -> str:
    return f" {' '.join(WORDS.findall(line.casefold()))} "


def _repeats(line: str, opening: str) -> bool:
    """Whether a line is made of a page number and words that the document begins with."""
    parts = [part for part in PARTS.split(line.strip()) if part]
    known = [
        is_page_number(part) or (len(part) > 3 and part[0].isupper() and _words(part) in opening)
        for part in parts
    ]
    return all(known) and len(line) <= LONGEST and not line.endswith((",", ";"))


def _is_footnote(line: str) -> bool:
    return bool(re.match(r"\[?\d{1,3}[\].)]?\s\S", line)) and len(line) > 30


def _counting_pages(text: str, edges: Sequence[Sequence[Row]]) -> frozenset[int]:
    """Starts of rows with a number at one end that counts the pages."""
    found: dict[int, list[tuple[int, int]]] = {}
    for page, edge in enumerate(edges):
        for at, row in enumerate(edge):
            line = text[row.start : row.end]
            if len(line) > LONGEST:
                continue
            match = AT_END.search(line[-40:])
            if not match and (at == 0 or re.match(r"\d{1,4}\s{2,}", line)):
                match = AT_START.match(line)
            if match:
                found.setdefault(int(match[1]) - page, []).append((page, row.start))
    return frozenset(
        start for hits in found.values() if len({page for page, _ in hits}) > 1 for _, start in hits
    )


def _is_title(text: str, page: Sequence[Row]) -> bool:
    """Whether a text begins with its title, though later pages repeat it."""
    line = text[page[0].start : page[0].end]
    if "   " in line or AT_END.search(line):
        return False
    if len(page) < 2:
        return True
    second = next((r for r in page[1:4] if not is_dateline(text[r.start : r.end])), page[1])
    words = text[second.start : second.end]
    another = (
        second.above > 0
        and len(words) <= LONGEST
        and not closed(text, second)
        and not BYLINE.match(words)
        and not signed(words, dated=False)
        and not any(char.isdigit() for char in words)
    )
    return not another


def _cuts(text: str, before: Row, top: Sequence[Row]) -> bool:
    """Whether a short row at the top of a page stands in the middle of a sentence."""
    if len(top) < 2:
        return False
    row, following = top
    return (
        goes_on(text, following)
        and text[following.start].isalpha()
        and not goes_on(text, row)
        and not closed(text, before)
        and not closed(text, row)
        and row.end - row.start < 0.75 * (following.end - following.start)
    )


def _between(text: str, rows: Sequence[Row]) -> Iterator[int]:
    """Page numbers and heads in a text without form feeds."""
    numbers: list[tuple[int, int]] = []
    lines: dict[str, list[int]] = {}
    found: set[int] = set()
    for at, row in enumerate(rows):
        if row.end - row.start > LONGEST:
            continue
        line = text[row.start : row.end]
        if line.isdecimal() and len(line) <= 4:
            numbers.append((at, int(line)))
        elif SURE.fullmatch(line):
            found.add(at)
        elif not closed(text, row):
            lines.setdefault(normal(line), []).append(at)
    found |= set(_chain(text, rows, numbers))
    usual = _usual(rows)
    for line, places in lines.items():
        if len(places) > 1 and _interrupts(text, rows, places, found, usual, "#" in line):
            found.update(places[places[0] == 0 and _is_title(text, rows[:4]) :])
    found |= set(_beside(text, rows, found))
    yield from (rows[at].start for at in found)


def _usual(rows: Sequence[Row]) -> int:
    """How long the longer rows of a text are."""
    lengths = sorted(row.end - row.start for row in rows)
    return min(lengths[len(lengths) * 3 // 4], LONGEST) if lengths else 0


def _beside(text: str, rows: Sequence[Row], numbers: Set[int]) -> Iterator[int]:
    """Heads next to page numbers: they repeat what a text begins with, or cut a sentence."""
    opening = _words(" ".join(text[row.start : row.end] for row in rows[:OPENING]))
    for number in numbers:
        for at in (number - 1, number + 1):
            if not OPENING <= at < len(rows) or at in numbers:
                continue
            line = text[rows[at].start : rows[at].end]
            before = rows[max(number - 1, 0)]
            if _repeats(line, opening) or (at > number and _cuts(text, before, rows[at : at + 2])):
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
    text: str,
    rows: Sequence[Row],
    places: Sequence[int],
    found: Set[int],
    usual: int,
    numbered: bool,
) -> bool:
    """Whether a line that comes back stands beside page numbers, or in the middle of sentences."""
    beside = sum(at - 1 in found or at + 1 in found for at in places)
    first = text[rows[places[0]].start : rows[places[0]].end]
    apart = len(first) < SHORTER * usual or "   " in first
    cutting = apart and any(
        0 < at < len(rows) - 1
        and _length(rows[at - 1]) >= FULL * usual
        and _is_prose(text, rows[at - 1])
        and _is_prose(text, rows[at + 1])
        and not closed(text, rows[at - 1])
        and goes_on(text, rows[at + 1])
        and not goes_on(text, rows[at])
        for at in places
    )
    if numbered and not beside and not cutting:
        ends = [AT_END.search(text[rows[at].end - 40 : rows[at].end]) for at in places]
        counts = [int(match[1]) for match in ends if match]
        return len(counts) > 2 and all(b - a == 1 for a, b in pairwise(counts))
    return beside >= 0.5 * len(places) or cutting


def _length(row: Row) -> int:
    return row.end - row.start
