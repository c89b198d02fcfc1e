"""The rows of a plain text: its lines without the white space and the marks around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ROW = re.compile(r"[^\s\u200b\ufeff](?:[^\r\n\f\v\x85\u2028\u2029]*[^\s\u200b\ufeff])?")
BREAK = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
ALONE = re.compile(r"[-*+•‣◦▪●○■□►·–—]|\(?\d{1,2}[.)]|\(?[a-z]\)|\d{1,2}(?:\.\d{1,2}){1,2}\.?")
"""A bullet or an item's number that stands on a line of its own."""
PROSE = 30
"""A row under a number that stands alone has so many characters at least."""
QUOTED = re.compile(r"(?:>[ \t]?)+(?=[^\s>]|$)|(?:>[ \t]*)+")
WORD = re.compile(r"\S+")
TAB = 8

CLOSED = re.compile(
    r"[.!?…:;。！？][\"'”’»)\]*_]*(?:\[?\d{1,3}\]?|[¹²³⁴-⁹⁰]{1,3}|[*†‡§])?[\"'”’»)*_]*$"
    r"|\bpp?\.\s*\d[\d\s,–-]*\)$|^[\d,–-]{1,9}\)$"
)
"""The end of a sentence, whatever quotation mark or note number follows it, or of a citation."""
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|St|Rev|Sen|Rep|Gov|Jr|Hon|No|vs|cf|p|pp"
    r"|vol|ed|e\.g|i\.e|[A-Z])\.)$"
)
HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad\u00ac\ufffe\x02]$")
SIGNED = re.compile(r"[-\u2013\u2014\u2015]{1,2}\s*[^\W\d_a-z]")
OPENS = frozenset("\"'“‘„«‹([¡¿—–-*_")


@dataclass(slots=True)
class Row:
    """A line between its white space; columns count from the edge of its column of text."""

    start: int
    end: int
    left: int
    """Column at which it starts."""
    above: int = 0
    """So many blank lines stand above it."""
    page: int = 0
    """Number of its page, by form feeds."""
    turn: bool = False
    """Whether a page or a column begins with it, or something set aside stood before it."""
    depth: int = 0
    """So many `>` stood before it."""
    lane: int = 0
    """Number of its column of text on the page."""
    narrow: int = 0
    """Number of the run of lines it belongs to that were broken at a smaller width; 0 for none."""
    bullet: bool = False
    """Whether a bullet stood on the line above it, alone."""

    @property
    def right(self) -> int:
        return self.left + self.end - self.start


def rows_of(text: str) -> list[Row]:
    """The rows of `text` in its order."""
    rows: list[Row] = []
    before = page = above = 0
    for match in ROW.finditer(text):
        start, end = match.span()
        between = text[before:start]
        feeds = between.count("\f")
        page += feeds
        ends = list(BREAK.finditer(between)) if len(between) > 1 or not between.isspace() else None
        if ends is None:  # one character, as nearly everywhere
            left, above = 0, above
        else:
            edge = max(ends[-1].end() if ends else 0, between.rfind("\f") + 1)
            left = len(between[edge:].expandtabs(TAB))
            above += max(len(ends) - 1, 0)
        before = end
        depth = 0
        if text[start] == ">":
            marks = QUOTED.match(text, start, end)
            assert marks
            start, depth = marks.end(), marks.group().count(">")
            while start < end and text[start].isspace():
                start += 1
                left += 1
            if start >= end:
                above += 1
                continue
        rows.append(Row(start, end, left, above, page, bool(feeds), depth))
        above = 0
    return _to_base(rows)


def _to_base(rows: list[Row]) -> list[Row]:
    """Where nearly all is quoted, as in a mail that is passed on, that is no quotation."""
    quoted = sum(row.depth > 0 for row in rows)
    if rows and quoted > 0.8 * len(rows):
        base = Counter(row.depth for row in rows if row.depth).most_common(1)[0][0]
        for row in rows:
            row.depth = max(row.depth - base, 0)
    return rows


def with_bullets(text: str, rows: Sequence[Row], numbers: bool) -> list[Row]:
    """`rows`; bullets, and items' `numbers`, that stand alone are taken to the row below them."""
    kept: list[Row] = []
    bullet: Row | None = None
    for at, row in enumerate(rows):
        if bullet:
            row.bullet, row.above = True, row.above and bullet.above
            row.turn = row.turn or bullet.turn
        alone = ALONE.fullmatch(text, row.start, row.end)
        following = rows[at + 1] if at + 1 < len(rows) else None
        # A figure in a table stands alone too.
        numbered = bool(alone) and text[row.start].isdecimal()
        long = following is not None and following.end - following.start >= PROSE
        fits = numbers and long if numbered else following is not None
        bullet = row if alone and fits else None
        if bullet is None:
            kept.append(row)
    return kept


def closed(text: str, row: Row) -> bool:
    """Whether a sentence ends with the row."""
    tail = text[max(row.end - 20, row.start) : row.end]
    return bool(CLOSED.search(tail)) and not ABBREVIATED.search(tail)


def is_signature(text: str, last: Row, row: Row) -> bool:
    """Whether a dash and a name below a sentence say whose it is."""
    return bool(SIGNED.match(text, row.start, row.end)) and closed(text, last) and not row.turn


def goes_on(text: str, row: Row) -> bool:
    """Whether the row begins in the middle of a sentence, for all that its letters show."""
    start = row.start
    while start < row.end and text[start] in OPENS:
        start += 1
    # Not `islower`: many scripts have no capitals.
    first = text[start : start + 1]
    return first.isalpha() and not first.isupper()


def first_word(text: str, row: Row) -> int:
    """Length of the row's first word."""
    match = WORD.match(text, row.start, row.end)
    return match.end() - match.start() if match else 0


def align(rows: Sequence[Row]) -> None:
    """Let columns count from where most rows of the text start.

    Pages may have margins of their own: where no row starts there, those of its page count.
    """
    pages: dict[tuple[int, int], Counter[int]] = {}
    lanes: dict[int, Counter[int]] = {}
    for row in rows:
        pages.setdefault((row.page, row.lane), Counter())[row.left] += 1
        lanes.setdefault(row.lane, Counter())[row.left] += 1
    usual = {lane: lefts.most_common(1)[0][0] for lane, lefts in lanes.items()}
    edges: dict[tuple[int, int], int] = {}
    for key, lefts in pages.items():
        here = lefts.most_common(1)[0][0]
        edges[key] = usual[key[1]] if usual[key[1]] in lefts else here
    for row in rows:
        row.left -= edges[row.page, row.lane]
