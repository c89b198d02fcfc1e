"""Lines of a PDF joined into paragraphs over lines, columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from quoth.documents.credits import OPENING
from quoth.documents.dates import iso_date
from quoth.documents.pdf.lines import BULLET, NUMBERED, Line, leadings
from quoth.documents.pdf.pieces import ITALIC
from quoth.documents.roles import PLACE_AND_DATE

GAP = 1.1
"""So many line distances above a line are more than usual."""
WIDE_GAP = 1.3
BESIDE = 0.85
"""Lines beside a picture or a box are so much shorter than those below it."""
TURN = re.compile(r"[QA][.:]\s")
"""What a question or an answer begins with."""
NEAR = 5
"""Lines above and below one that tell how far it might reach."""
LARGE = 1.2
SAME = 0.1
"""Letter sizes by which two indents may differ and be one."""
INDENT = 0.6
"""Letter sizes by which a line is set in, at the least."""
RAGGED = 0.15
"""A line that ends so much of the column's width before its edge was not broken by the width."""
HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document sets its paragraphs."""

    size: float
    """Of most letters."""
    leading: dict[float, float]
    """Usual distance from line to line, for each size of letters."""
    hanging: bool
    """Whether the lines of an item hang behind its bullet."""
    opening: float
    """How far the first line of a paragraph is set in, in letter sizes; 0 where it is not."""


def habits_of(lines: Sequence[Line], size: float) -> Habits:
    """How a document whose text has letters of this size sets its paragraphs."""
    leading = leadings(lines)
    opening = _opening(lines, size, leading)
    set_edges(lines, opening)
    hanging = any(
        BULLET.match(line.text) and 0.5 * size < below.left - line.left < 4 * size
        for line, below in pairwise(lines)
        if line.part == below.part
    )
    return Habits(size, leading, hanging, opening)


def _opening(lines: Sequence[Line], size: float, leading: dict[float, float]) -> float:
    """How far lines are set in that stand between two at the edge."""
    opened = [
        line.indent
        for last, line, following in zip(lines, lines[1:], lines[2:], strict=False)
        if line.size == size == following.size
        and 0.6 <= line.indent <= 5
        and abs(following.indent) < 0.4 > abs(last.indent)
        and last.part == line.part == following.part
        and line.base - following.base < GAP * leading.get(size, 0)
    ]
    if not opened:
        return 0
    usual = Counter(round(indent, 1) for indent in opened).most_common(1)[0][0]
    near = [indent for indent in opened if abs(indent - usual) < SAME]
    return sum(near) / len(near) if len(near) > 1 else 0


def groups_of(lines: Sequence[Line], habits: Habits) -> Iterator[list[Line]]:
    """The lines of each paragraph, heading, quotation or item."""
    group: list[Line] = []
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        opens = bool(group) and _begins(group, line, following, habits)
        if group and (opens or not _continues(group, line, habits)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: list[Line], line: Line, following: Line | None, habits: Habits) -> bool:
    """Whether a paragraph opens with `line`, even if what hangs before it is set in as far."""
    last = group[-1]
    half = (last.column.right - last.column.left) / 2
    return (
        following is not None
        and (last.closed or last.column.right - last.right > half)
        and _opens(line, habits)
        and last.part == line.part == following.part
        and following.base < line.base
        and abs(following.indent) < 0.3
        and following.size == line.size
    )


def _continues(group: list[Line], line: Line, habits: Habits) -> bool:
    """Whether `line` goes on with the paragraph that `group` holds so far."""
    last = group[-1]
    if abs(line.size - last.size) > 0.04 * max(last.size, line.size):
        return False
    if line.part != last.part or line.base > last.base:
        return _is_cut(group, line, habits)
    usual = habits.leading.get(line.size, 1.3 * line.size)
    step = last.base - line.base
    gap = step > GAP * usual + 0.2
    if step > WIDE_GAP * usual + 0.5 and not _mid_word(last, line):
        return False
    short = _is_short(group, line)
    if _is_item(line, last, short or gap):
        return False
    if last.style.bold != line.style.bold and (short or gap):
        return False
    if gap and last.style != line.style:
        return False
    if group[0].capital and last.capital and not line.capital:
        return False
    if gap and (short or last.closed) and not line.text[0].islower():
        return False
    if line.size > LARGE * habits.size and line.style == last.style and not gap:
        return True  # a headline's lines may end anywhere
    if _both_end(last, line):
        return True
    if (short and not line.text[0].islower()) or (last.closed and TURN.match(line.text)):
        return False
    if not line.page and _is_credit(last, line):
        return False
    if line.opens and (last.closed or group[0].text[0] in "—–"):
        return False
    if habits.hanging and _is_item_head(group[0]) and line.indent < group[0].indent + 0.3:
        return False
    if _is_centred(last, line):
        return True
    if (
        last.style.italic != line.style.italic
        and last.closed
        and not (last.mixed | line.mixed) & ITALIC
    ):
        return False
    set_in = line.indent - _usual_indent(group)
    if set_in > INDENT:
        # What hangs below a bullet or a number goes on.
        return len(group) == 1 and _is_hanging(last) and (not short or line.text[0].islower())
    if set_in < -INDENT and len(group) > 1:
        return False
    if set_in > -INDENT:
        return True
    return _opens(last, habits) if habits.opening and line.indent < 0.3 else not short


def _is_credit(last: Line, line: Line) -> bool:
    """Whether a line in the head of a document says when or by whom it was written."""
    if line.text[0].islower():
        return False
    dated = bool(PLACE_AND_DATE.fullmatch(line.text) and iso_date(line.text))
    return dated or (last.style != line.style and bool(OPENING.match(line.text)))


def _usual_indent(group: list[Line]) -> float:
    """Where its lines begin, but for the first, counted from the edge of each one's column."""
    return group[-1].indent if len(group) > 1 else group[0].indent


def _opens(line: Line, habits: Habits) -> bool:
    """Whether it is set in as a paragraph's first line may be."""
    return bool(habits.opening) and abs(line.indent - habits.opening) < SAME


def _is_centred(last: Line, line: Line) -> bool:
    """Whether both lines have one middle and not one left edge."""
    level = abs(last.middle - line.middle) < 1 and abs(last.left - line.left) > 1.5
    # The last line of a headline or a deck may stand below a full one.
    return level and (min(last.indent, line.indent) > 0.3 or (line.indent > 2 and not last.closed))


def _both_end(last: Line, line: Line) -> bool:
    """Whether both lines are set to the right."""
    level = abs(last.right - line.right) < 0.4 * line.size
    apart = abs(last.left - line.left) > 2 * line.size
    return level and apart and min(last.indent, line.indent) > 1


def _is_hanging(line: Line) -> bool:
    return bool(BULLET.match(line.text) or NUMBERED.match(line.text)) or len(line.cells) > 1


def _is_item_head(line: Line) -> bool:
    # A dash may also begin the line that says who is quoted.
    return line.text[0] not in "–—" and bool(BULLET.match(line.text))


def _is_item(line: Line, last: Line, apart: bool) -> bool:
    """Whether an item of a list or a numbered paragraph begins with it."""
    if NUMBERED.match(line.text):
        return apart or last.closed
    if not BULLET.match(line.text):
        return False
    return line.text[0] in "•‣◦▪●○■" or apart or last.closed


def _is_short(group: Sequence[Line], line: Line) -> bool:
    """Whether the first word of `line` would have stood on the line before, with room to spare."""
    last = group[-1]
    column = last.column
    slack = 0.6 * last.size if column.justified else RAGGED * (last.edge - last.left)
    if last.closed:
        slack = 0.1 * last.size
    if _is_centred(last, line):
        room = column.right - column.left - (last.right - last.left)
    else:
        inset = min(last.indent, line.indent) > INDENT and line.part == last.part
        edge = min(last.edge, line.edge) if inset else last.edge
        room = edge - last.right
    return room - line.word - 0.25 * last.size > slack


def _is_opening(part: Sequence[Line], n: int, opening: float) -> bool:
    """Whether a line that is set in as openings are stands alone: a quotation has more of them."""
    around = [part[m] for m in (n - 1, n + 1) if 0 <= m < len(part)]
    below = part[n + 1].indent if n + 1 < len(part) else 0
    more = [each for each in around if abs(each.indent - opening) < SAME]
    return below < SAME or all(each.closed for each in (part[n], *more))


def set_edges(lines: Sequence[Line], opening: float) -> None:
    """Find how far lines around each one reach: beside a picture or in a quotation, less far."""
    for _, group in groupby(lines, key=lambda line: line.part):
        part = list(group)
        insets = [round(2 * x.indent) for x in part]
        for n, x in enumerate(part):
            if abs(x.indent - opening) < SAME and _is_opening(part, n, opening):
                insets[n] = 0
                x.opens = opening > 0
        kin = [(inset, x.size, x.style.bold) for inset, x in zip(insets, part, strict=True)]
        for n, line in enumerate(part):
            if line.room < 0.5:
                line.edge = max(line.column.right, line.right)
                continue
            sides = (range(max(n - NEAR, 0), n), range(n + 1, min(n + NEAR + 1, len(part))))
            rights = [[part[m].right for m in side if kin[m] == kin[n]] for side in sides]
            # Beside a picture lines are shorter than below it.
            reach = max(rights[0] + rights[1], default=0)
            if min(map(len, rights)) > 2:
                least = min(map(max, rights))
                if least - line.left < BESIDE * (reach - line.left):
                    reach = least
            half = (line.column.right - line.column.left) / 2
            if not reach or (not insets[n] and reach - line.column.left < half):
                reach = line.column.right
            line.edge = max(reach, line.right)


def _mid_word(last: Line, line: Line) -> bool:
    return last.text[-1] in HYPHENS and line.text[0].islower()


def _is_cut(group: list[Line], line: Line, habits: Habits) -> bool:
    """Whether the end of a column or of a page fell inside a paragraph."""
    last = group[-1]
    if last.style.bold != line.style.bold or BULLET.match(line.text) or NUMBERED.match(line.text):
        return False
    if _mid_word(last, line):
        return True
    set_in = line.indent - _usual_indent(group)
    hangs = _is_hanging(last) and 0 < set_in < 4
    if abs(set_in) > 1 and not (len(group) == 1 and (set_in < 0 or hangs)):
        return False
    short = _is_short(group, line)
    if line.text[0].islower():
        return not last.closed or not short
    if short or (len(group) == 1 and last.style.bold):
        return False
    if last.closed and line.resumes:
        return False
    if last.closed and last.column.justified and last.room > 0.07:
        return False  # the width stretched all lines but a paragraph's last
    if habits.opening:
        return abs(line.indent - _base_indent(group, habits)) < 0.4
    return not last.closed or line.column.justified or len(group) > 1


def _base_indent(group: list[Line], habits: Habits) -> float:
    if len(group) > 1:
        return group[-1].indent
    return group[0].indent - (habits.opening if _opens(group[0], habits) else 0)
