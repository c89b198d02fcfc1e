"""Footnotes and endnotes of a plain text, and the marks that refer to them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from quoth.documents.text.emphasis import trimmed
from quoth.documents.text.rows import Row, closed, goes_on
from quoth.documents.text.wrapping import Setting
from quoth.records import Block, Reference, Span

NOTE = re.compile(
    r"(?:\[(?P<boxed>\d{1,3})\]|\[(?:[Ff]oot)?[Nn]ote (?P<told>\d{1,3}):"
    r"|(?P<plain>\d{1,3})(?:[.)]?(?=\s)|(?=[^\W\d_a-z]|[“\"‘«]))|(?P<raised>[¹²³⁰⁴-⁹]{1,3})"
    r"|(?P<sign>[*†‡§]{1,3})(?=\s|\w))\s*(?=[^\s\d])"
)
"""What a note begins with."""
MARK = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?…”’\"'»)*_])|(?<=[.,;:!?…”’\"'»)*_][.,;:!?…”’\"'»)*_])"
    r"|(?<=\d[.,]))"
    r"(?:(?P<plain>\d{1,3})(?![\w%°]|[.,:]\d)|(?P<raised>[¹²³⁰⁴-⁹]{1,3})|(?P<sign>[*†‡§]{1,3})(?!\w))"
    r"|(?<=\S)\s?\[(?P<boxed>\d{1,3})\]"
)
"""A note's mark, glued to the word or the full stop that it stands behind."""
ALONE = re.compile(r"(?:\[(?P<boxed>\d{1,3})\]|(?P<plain>\d{1,3})|(?P<sign>[*†‡§]))")
"""A note's mark on a line of its own above the note."""
RULE = re.compile(r"(?:[_‾—–=-]{2,}|(?:[*_]\s*){3,})\.?")
HEADING = re.compile(
    r"(?:foot|end)?notes?(?: and references)?|references|sources|anmerkungen", re.I
)
FOOT = 5
"""Less rows than this stand below the first row of a short note."""
SHORT = 0.75
"""A row of less than so much of the usual width ends what it belongs to."""
UNREFERRING = ("footnote", "table")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Notes:
    """The rows of notes: for the start of each first row, its key; and the rows that go on."""

    firsts: dict[int, str]
    inside: frozenset[int]
    rules: frozenset[int]
    """Starts of the rows that are lines drawn above notes."""

    def runs(self, rows: Sequence[Row]) -> Iterator[list[Row]]:
        """The rows of each note."""
        run: list[Row] = []
        for row in rows:
            if row.start in self.firsts and run:
                yield run
                run = []
            if row.start in self.firsts or row.start in self.inside:
                run.append(row)
        if run:
            yield run

    @property
    def all(self) -> frozenset[int]:
        return self.inside | self.rules | self.firsts.keys()


def key(match: re.Match[str]) -> str:
    """A note's number or sign."""
    found = match.groupdict()
    return next((mark.translate(RAISED) for mark in found.values() if mark), "")


def marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Whatever may be a note's mark between `start` and `end`."""
    return MARK.finditer(text, start, end)


def notes_of(text: str, rows: Sequence[Row], how: Setting | None) -> Notes:
    """The notes among `rows`: each begins with a mark that the text before it has too."""
    firsts: dict[int, str] = {}
    inside: set[int] = set()
    rules: set[int] = set()
    seen: set[str] = set()
    beside = ""
    note = Row(0, 0, 0)
    apart = True
    ends = {row.page: at for at, row in enumerate(rows)}
    # Marks are looked for only where something may be a note: it takes time.
    last = max((at for at, row in enumerate(rows) if _may_begin(text, row)), default=-1)
    for before, row, at in zip([None, *rows], rows, count(), strict=False):
        line = text[row.start : row.end]
        if RULE.fullmatch(line):
            rules.add(row.start)
            continue
        match = ALONE.fullmatch(line) or NOTE.match(line)
        noted = before is not None and (before.start in inside or before.start in firsts)
        ruled = before is not None and before.start in rules
        if match and before and key(match) in seen and _is_next(key(match), beside):
            apart = bool(row.above or row.turn or ruled or noted)
            item = line.lstrip("0123456789")[:1] in (".", ")")
            if apart or ALONE.fullmatch(line) or (how and not item and _ends(text, before, how)):
                note, beside = row, key(match)
                firsts[row.start] = beside
                continue
        # Far above the page's end a note that no space parts is not taken beyond a sentence.
        over = not apart and ends[row.page] - at >= FOOT and before and closed(text, before)
        here = before and noted and row.page == note.page and not over
        if here and before and _goes_on(text, before, row, how):
            inside.add(row.start)
            continue
        if at < last:
            seen.update(key(mark) for mark in marks(text, row.start, row.end))
    return Notes(firsts, frozenset(inside), frozenset(rules))


def _goes_on(text: str, before: Row, row: Row, how: Setting | None) -> bool:
    """Whether `row` belongs to the note that `before` belongs to."""
    if ALONE.fullmatch(text, before.start, before.end):
        return True
    if how is None or row.above or row.turn:
        return False
    # Where no space parts them, a sentence that goes on is that of the text beside the note.
    return not (closed(text, before) and goes_on(text, row))


def _ends(text: str, row: Row, how: Setting) -> bool:
    """Whether a paragraph or a heading ends with the row."""
    return closed(text, row) or row.right < SHORT * how.usual


def _may_begin(text: str, row: Row) -> bool:
    line = text[row.start : min(row.end, row.start + 20)]
    return bool(NOTE.match(line) or ALONE.fullmatch(line))


def _is_next(number: str, last: str) -> bool:
    """Whether a note's number follows that of the last one; each page may begin anew."""
    return (
        not number.isdecimal()
        or number == "1"
        or (last.isdecimal() and int(number) == int(last) + 1)
    )


def referred(
    text: str, blocks: Sequence[Block], notes: Notes
) -> tuple[list[Block], tuple[Reference, ...]]:
    """`blocks` without the marks of notes in their words, and what each of these refers to."""
    waiting: dict[str, deque[int]] = {}
    for number, block in enumerate(blocks):
        if found := notes.firsts.get(block.spans[0].start):
            waiting.setdefault(found, deque()).append(number)
    references: list[Reference] = []
    cut: list[Block] = []
    for number, block in enumerate(blocks):
        if not waiting or block.kind in UNREFERRING:
            cut.append(block)
            continue
        spans: list[Span] = []
        for span in block.spans:
            position = span.start
            for mark in marks(text, span.start, span.end):
                open_notes = waiting.get(key(mark), deque())
                while open_notes and open_notes[0] <= number:
                    open_notes.popleft()
                if open_notes:
                    references.append(Reference(Span(*mark.span()), open_notes.popleft()))
                    spans.append(Span(position, mark.start()))
                    position = mark.end()
            spans.append(Span(position, span.end))
        spans = trimmed(text, spans)
        cut.append(Block(block.kind, tuple(spans)) if spans else block)
    return cut, tuple(references)
