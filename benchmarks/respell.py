"""The same article with another surface, and the way back to the characters it came from.

A change only says what to put in place of what; the words stay, so marks made on the original hold.
Where a change draws, the article's name is the seed: an article comes out the same in every run,
whichever articles stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Literal

from benchmarks.replaced import Replaced, Replacement, replaced

Change = Callable[[str, Random], Iterable[Replacement]]
"""What to replace in a text, in any order; draws are made with the second argument."""


Level = Literal["double", "single", "nested"]


@dataclass(frozen=True)
class Mark:
    """A quotation mark; a single one is nested where it stands inside double ones."""

    start: int
    end: int
    opens: bool
    level: Level


LINE = re.compile(r"[^\r\n]+")
"""Taken for a paragraph, as it is in PolNeAR: no mark is paired with one of another line."""
DOUBLE = re.compile(r"""<[^<>\r\n]*>|\d['’]\d+"|(["“”„«»]|'')""")
"""Left-over markup and feet and inches hold no quotation marks: nothing is in group 1."""
UNMARKED = r"""[^\r\n"“”„«»]"""
CLOSING = r"['’](?![\w'])"
SINGLES = re.compile(
    r"(?<![\w'])['‘](?=[\w$(])"
    rf"(?:(?:(?!\B['‘]\b){UNMARKED})*?(?<=[,.!?…]){CLOSING}|{UNMARKED}*?(?<=[^\s']){CLOSING})"
)
"""Two single marks and what they hold, rather up to a mark behind a comma or full stop than to one
that may be the apostrophe of `the workers' pay`."""
BEFORE_OPENING = frozenset("([{—―–-/‘")
BEHIND_CLOSING = frozenset(")]}—―–-/.,;:!?…")


def quotation_marks(text: str) -> Iterator[Mark]:
    """All marks in order. What stands beside one tells whether it opens: some are set wrongly."""
    for line in LINE.finditer(text):
        doubles = [m for m in DOUBLE.finditer(text, *line.span()) if m[1]]
        singles = list(SINGLES.finditer(text, *line.span()))
        found: list[tuple[int, int, bool | None]] = [(*m.span(), None) for m in doubles]
        found += [(m.start(), m.start() + 1, True) for m in singles]
        found += [(m.end() - 1, m.end(), False) for m in singles]
        inside = False
        for start, end, opens in sorted(found):
            if opens is None:
                inside = _opens(text, start, end, inside)
                yield Mark(start, end, inside, "double")
            else:
                yield Mark(start, end, opens, "nested" if inside else "single")


def _opens(text: str, start: int, end: int, inside: bool) -> bool:
    """By its free side; where that does not tell by its shape, and straight ones in turn."""
    before, behind = text[max(start - 1, 0) : start] or " ", text[end : end + 1] or " "
    free_before = before.isspace() or before in BEFORE_OPENING
    free_behind = behind.isspace() or behind in BEHIND_CLOSING
    if free_before != free_behind:
        return free_before
    return text[start] in "“„«" if text[start] in "“”„«»" else not inside


def in_marks(pairs: dict[Level, str], apostrophe: str | None = None) -> Change:
    """Marks of these levels become these pairs, or none where a pair is empty; others stay."""

    def change(text: str, _: Random) -> Iterator[Replacement]:
        taken: set[int] = set()
        for mark in quotation_marks(text):
            taken.update(range(mark.start, mark.end))
            if mark.level in pairs:
                pair = pairs[mark.level]
                yield from _put(text, mark.start, mark.end, pair[:1] if mark.opens else pair[1:])
        for found in re.finditer("['‘’]", text) if apostrophe else ():
            if found.start() not in taken:
                yield from _put(text, *found.span(), apostrophe or "")

    return change


def _put(text: str, start: int, end: int, new: str) -> Iterator[Replacement]:
    if text[start:end] != new:
        yield Replacement(start, end, new)


COLUMNS = 72
GAP = re.compile(r"(?<=\S) +(?=\S)|$")
"""Where a line may be broken, and its end."""


def carriage_returns(text: str, _: Random) -> Iterator[Replacement]:
    """Line ends as Windows has them."""
    for found in re.finditer(r"(?<!\r)\n", text):
        yield Replacement(*found.span(), "\r\n")


def hard_wrapped(text: str, _: Random) -> Iterator[Replacement]:
    """Lines of 72 columns; where a mere line end parted paragraphs an empty line does it now."""
    lines = list(LINE.finditer(text))
    if all(line.end() - line.start() <= COLUMNS for line in lines):
        return
    for found in re.finditer(r"(?<=\S)\n(?=\S)", text):
        yield Replacement(*found.span(), "\n\n")
    for line in lines:
        begin = line.start()
        gaps = list(GAP.finditer(text, *line.span()))
        for gap, following in pairwise(gaps):
            if following.start() - begin > COLUMNS:
                yield Replacement(*gap.span(), "\n")
                begin = gap.end()


PAGE = 2500
INSIDE = re.compile(r"(?<=[^\r\n]{80}) (?=\S[^\r\n]{79})")
"""A space well inside a paragraph."""


def page_breaks(text: str, draw: Random) -> Iterator[Replacement]:
    """Feet with a page number, as text from a PDF has them, most inside of a sentence."""
    page, due = draw.randint(2, 30), draw.randint(500, PAGE)
    for space in INSIDE.finditer(text):
        if space.start() >= due:
            yield Replacement(*space.span(), f"\n\n{page}\n\n\f")
            page, due = page + 1, space.end() + PAGE + draw.randint(-200, 200)
    yield Replacement(len(text), len(text), f"\n\n{page}\n\n\f")


def soft_hyphens(text: str, draw: Random) -> Iterator[Replacement]:
    """A place to part it inside one long word of five."""
    for word in re.finditer(r"[^\W\d_]{8,}", text):
        if draw.random() < 1 / 5:
            at = draw.randint(word.start() + 3, word.end() - 3)
            yield Replacement(at, at, "\u00ad")


def no_break_spaces(text: str, draw: Random) -> Iterator[Replacement]:
    for space in re.finditer(r"(?<=\S) (?=\S)", text):
        if draw.random() < 1 / 5:
            yield Replacement(*space.span(), "\u00a0")


def capital_title(text: str, _: Random) -> Iterator[Replacement]:
    """The first line that is not empty, letter by letter: a span may begin at any of them."""
    title = re.search(r"\S[^\r\n]*", text)
    for at in range(*title.span()) if title else ():
        yield from _put(text, at, at + 1, text[at].upper())


def typos(text: str, draw: Random) -> Iterator[Replacement]:
    """One word of twenty as a hurried hand types it."""
    for word in re.finditer(r"[^\W\d_]{2,}", text):
        if draw.random() < 1 / 20:
            yield Replacement(*word.span(), _mistyped(word[0], draw))


def _mistyped(word: str, draw: Random) -> str:
    """Two letters in the wrong order, one missing or one twice."""
    at = draw.randrange(len(word) - 1)
    first, second = word[at], word[at + 1]
    slips = [second, first + first + second] + [second + first] * (first != second)
    return word[:at] + draw.choice(slips) + word[at + 2 :]


NEIGHBOUR = (
    "It rained in Port Ellery for most of the week. The market stayed open, and the ferries to the "
    "Farrish Islands ran every two hours, as they do in every season but the winter."
)
"""A paragraph in the document's own voice, with nobody's words in it."""


def paragraph_before(text: str, _: Random) -> Iterator[Replacement]:
    yield Replacement(0, 0, f"{NEIGHBOUR}\n\n")


def paragraph_after(text: str, _: Random) -> Iterator[Replacement]:
    yield Replacement(len(text), len(text), f"\n\n{NEIGHBOUR}")


KINDS: dict[str, Change] = {
    "straight marks": in_marks({"double": '""', "single": "''", "nested": "''"}, "'"),
    "curly marks": in_marks({"double": "“”", "single": "‘’", "nested": "‘’"}, "’"),
    "« »": in_marks({"double": "«»"}),
    "„ “": in_marks({"double": "„“"}),
    "British ‘ ’": in_marks({"double": "‘’", "single": "‘’", "nested": "“”"}, "’"),
    "CRLF line ends": carriage_returns,
    "wrapped at 72 columns": hard_wrapped,
    "page breaks": page_breaks,
    "soft hyphens": soft_hyphens,
    "no-break spaces": no_break_spaces,
    "title in capitals": capital_title,
    "a paragraph before": paragraph_before,
    "a paragraph after": paragraph_after,
    "typos": typos,
    "no marks": in_marks({"double": "", "single": "", "nested": ""}),
}


def of_kind(kind: str, text: str, name: str) -> Replaced:
    """The article `name` with the surface `kind`."""
    return replaced(text, KINDS[kind](text, Random(f"{kind} {name}")))
