"""What the paragraphs of a PDF are, by their letters and their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.documents.pdf.front import set_front
from quoth.documents.pdf.groups import LARGE, Grounds, Group, Kind
from quoth.documents.pdf.lines import BULLET, Line
from quoth.documents.pdf.links import drop_links
from quoth.documents.pdf.margins import Body
from quoth.documents.pdf.paragraphs import GAP, SAME, Habits
from quoth.documents.pdf.parts import contains
from quoth.documents.pdf.set_off import set_off
from quoth.documents.pdf.shapes import Shape
from quoth.records import BlockKind

HEADING = 110
"""Characters of a heading, at the most."""
NOTES = re.compile(r"(?:end|foot)?notes|references|sources|works cited|bibliography", re.I)


def kinds_of(
    groups: Sequence[Group], habits: Habits, body: Body, grounds: Sequence[Grounds]
) -> list[Kind]:
    """The kind of each group of running text."""
    plain = _plain_style(groups, body)
    kinds: list[Kind] = []
    for n, group in enumerate(groups):
        before = (kinds[-1], groups[n - 1]) if kinds else None
        after = groups[n + 1] if n + 1 < len(groups) else None
        kinds.append(_kind(group, before, after, habits, body, plain, grounds))
    set_front(groups, kinds, body)
    drop_links(groups, kinds)
    set_off(groups, kinds, body)
    return kinds


def _plain_style(groups: Sequence[Group], body: Body) -> tuple[bool, bool]:
    """Whether the text itself is bold, and italic."""
    weights: dict[tuple[bool, bool], int] = {}
    for group in groups:
        if group.size == body.size:
            key = group.bold, group.italic
            weights[key] = weights.get(key, 0) + len(group.text)
    return max(weights, key=lambda key: weights[key]) if weights else (False, False)


def _kind(
    group: Group,
    before: tuple[Kind, Group] | None,
    after: Group | None,
    habits: Habits,
    body: Body,
    plain: tuple[bool, bool],
    grounds: Sequence[Grounds],
) -> BlockKind:
    frames = grounds[group.lines[0].page].frames
    heading = any(_heads(frame, group) for frame in frames) or _is_heading(
        group, after, habits, body, plain
    )
    sure = heading and (group.bold or group.size > LARGE * body.size)
    if before and before[0] == "quotation" and group.text[0] in "—–":
        return "quotation"  # who said it
    if BULLET.match(group.text):
        return "heading" if sure and group.bold else "item"
    if not sure and _is_quotation(group, before, habits, body, plain, grounds):
        return "quotation"
    return "heading" if heading else "paragraph"


def _is_heading(
    group: Group, after: Group | None, habits: Habits, body: Body, plain: tuple[bool, bool]
) -> bool:
    if after is None:
        return bool(NOTES.fullmatch(group.text.strip()))
    if len(group.text) > HEADING or group.text[0].islower():
        return False
    if group.size > LARGE * body.size:
        return True
    if group.text.rstrip().endswith((".", ",", ";", ".”", ".’")):
        return False
    if group.bold and not plain[0]:
        return True
    if len(group.lines) > 2 or (group.final and not group.text.endswith(("?", "!", "”", "’"))):
        return False
    first = group.lines[0]
    letters = [char for char in group.text if char.isalpha()]
    capital = len(letters) > 3 and all(char.isupper() for char in letters)
    other = group.italic != plain[1] or first.style.font != after.lines[0].style.font or capital
    spaced = group.above > GAP and group.above >= group.below - 0.1
    if len(after.text) < 2 * len(group.text):
        return False
    # Where paragraphs open with an indent, a line at the edge between gaps is none of them.
    other = other or first.centred or bool(habits.opening and abs(first.indent) < 0.15)
    return (spaced and other) or capital


def _is_quotation(
    group: Group,
    before: tuple[Kind, Group] | None,
    habits: Habits,
    body: Body,
    plain: tuple[bool, bool],
    grounds: Sequence[Grounds],
) -> bool:
    indents = [line.indent for line in group.lines]
    inset = min(indents)
    follows = before is not None and before[0] == "quotation"
    if any(_lies_in(frame, group.lines[0]) for frame in grounds[group.lines[0].page].frames):
        return False
    ruled = _is_ruled(group, grounds)
    if ruled:
        return True
    if follows and before is not None and _is_ruled(before[1], grounds):
        return False
    other = group.size < 0.97 * body.size or (group.italic and not plain[1])
    apart = group.above > GAP or follows
    if inset < 0.8:
        if other and inset > 0.35:
            return apart
        return other and apart and inset > -0.5 and len(group.text) > 60 and group.below > GAP
    if len(group.lines) > 1:
        return True
    first = group.lines[0]
    to_the_right = first.indent > 5 and first.room < 0.5
    if not follows and (to_the_right or (first.centred and not group.final)):
        return False
    same = bool(habits.opening) and abs(inset - habits.opening) < SAME
    only_opens = group.lines[0].opens or (same and not follows)
    if follows and before is not None:
        same = inset > min(line.indent for line in before[1].lines) - 0.3
        if only_opens and not other and before[1].lines[0].style != group.lines[0].style:
            return False
        return same or (other and not only_opens)
    return bool((other or not only_opens) and (group.above > GAP or group.below > GAP))


def _is_ruled(group: Group, grounds: Sequence[Grounds]) -> bool:
    """Whether a rule of its own runs down before it, or a ground of its own lies under it."""
    first, last = group.lines[0], group.lines[-1]
    if first.part != last.part:
        last = first
    reach = 2 * first.size if first.indent < 0.4 else 20 * first.size
    here = grounds[first.page]
    return any(
        0 < first.left - rule.right < 3 * first.size
        and last.base - reach < rule.bottom < last.base + 1
        and first.base < rule.top < first.base + reach
        for rule in here.rules
    ) or any(_lies_in(box, first) and _lies_in(box, last) for box in here.boxes)


def _heads(frame: Shape, group: Group) -> bool:
    """Whether a group is the head of a framed text."""
    line = group.lines[0]
    first = _lies_in(frame, line) and frame.top - line.top < 1.5 * line.size
    return first and len(group.lines) == 1 and not group.final


def _lies_in(box: Shape, line: Line) -> bool:
    return contains(box, line.left, line.right, line.base)
