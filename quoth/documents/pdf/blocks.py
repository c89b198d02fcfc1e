"""Lines of a PDF to blocks, and the marks in the text that refer to notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.documents.pdf.groups import Grounds, grouped
from quoth.documents.pdf.lines import BULLET, NUMBERED, Line, set_columns
from quoth.documents.pdf.links import link_lines
from quoth.documents.pdf.margins import Body
from quoth.documents.pdf.paragraphs import Habits, groups_of, habits_of, set_edges
from quoth.documents.pdf.parts import NOTE, Part, contains, parts_of
from quoth.documents.pdf.roles import kinds_of
from quoth.documents.pdf.shapes import Shape
from quoth.records import Block, BlockKind, Reference, Span

MOST = 15
"""A page that has more lines than these, and most of them in one box, has it for its ground."""
RULES = 50
"""So many rules of a page may stand beside quotations."""
LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z](?=\s))[\]).:]?\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """A block before its mark of notes are known: kind, and lines."""

    kind: BlockKind
    lines: list[Line]


def blocks_of(
    lines: Sequence[Line], boxed: Sequence[Line], shapes: Sequence[Sequence[Shape]], body: Body
) -> tuple[tuple[Block, ...], tuple[Reference, ...]]:
    """The blocks of a document, notes and then boxes last, and the references to its notes."""
    set_columns([*lines, *boxed])
    parts = parts_of(lines, shapes, body)
    for last, line in pairwise(lines):
        line.resumes = parts.get(last.start) in ("table", "caption")
    text = [line for line in lines if line.start not in parts]
    links = link_lines(text, body)
    text = [line for line in text if line.start not in links]
    habits = habits_of(text, body.size)
    found = _text(text, habits, body, _grounds(lines, shapes, body))
    for part in ("table", "caption"):
        chosen = [line for line in lines if parts.get(line.start) == part]
        found = _put_in(found, list(_others(chosen, part, habits)))
    notes = [line for line in lines if parts.get(line.start) == "note"]
    found += [Found("footnote", group) for group in _notes(notes)]
    found += _boxed(boxed, habits)
    return _with_references(found)


def _grounds(lines: Sequence[Line], shapes: Sequence[Sequence[Shape]], body: Body) -> list[Grounds]:
    """The rules and grounds of quotations, and the frames of other texts, page by page."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    found = []
    for number, page in enumerate(shapes):
        here = pages.get(number, [])
        kept = [shape for shape in page if shape.kind in ("down", "box")][:RULES]
        rules = [s for s in kept if s.kind == "down" and not _is_between_columns(s, here)]
        boxes = [(s, held) for s in kept if s.kind == "box" and (held := _held(s, here))]
        headed = [_is_headed(held, body) for _, held in boxes]
        found.append(
            Grounds(
                rules,
                [s for (s, _), head in zip(boxes, headed, strict=True) if not head],
                [s for (s, _), head in zip(boxes, headed, strict=True) if head],
            )
        )
    return found


def _is_between_columns(rule: Shape, lines: Sequence[Line]) -> bool:
    return any(
        rule.bottom < line.base < rule.top
        and line.right < rule.left + 1
        and rule.left - line.right < 4 * line.size
        for line in lines
    )


def _held(box: Shape, lines: Sequence[Line]) -> list[Line]:
    """The lines in a box, unless it holds most of a page."""
    held = [line for line in lines if contains(box, line.left, line.right, line.base)]
    return held if len(held) < MOST or 2 * len(held) <= len(lines) else []


def _is_headed(held: Sequence[Line], body: Body) -> bool:
    """Whether the first line is a head: short, and in other letters than the last."""
    first, last = held[0], held[-1]
    if first.size > 1.1 * max(last.size, body.size) or first.style.bold > last.style.bold:
        return True
    width = max(line.right for line in held) - first.left
    other = first.style != last.style or (first.capital and not last.capital)
    return other and not first.closed and first.right - first.left < 0.6 * width


def _text(
    lines: Sequence[Line], habits: Habits, body: Body, grounds: Sequence[Grounds]
) -> list[Found]:
    groups = grouped(list(groups_of(lines, habits)), habits)
    kinds = kinds_of(groups, habits, body, grounds)
    return [Found(kind, g.lines) for kind, g in zip(kinds, groups, strict=True) if kind]


def _boxed(lines: Sequence[Line], habits: Habits) -> list[Found]:
    """What stands in boxes beside the text."""
    set_edges(lines, habits.opening)
    groups = grouped(list(groups_of(lines, habits)), habits)
    return [Found("heading" if group.bold else "paragraph", group.lines) for group in groups]


def _others(lines: Sequence[Line], kind: Part, habits: Habits) -> Iterable[Found]:
    """Tables and captions: lines that stand together."""
    group: list[Line] = []
    for line in lines:
        if group and not _is_together(group[-1], line, kind):
            yield Found("table" if kind == "table" else "caption", group)
            group = []
        group.append(line)
    if group:
        yield Found("table" if kind == "table" else "caption", group)


def _is_together(last: Line, line: Line, kind: Part) -> bool:
    step = last.base - line.base
    return last.part == line.part and step < (4 if kind == "table" else 1.9) * last.size


def _put_in(found: list[Found], more: list[Found]) -> list[Found]:
    """`more` after the blocks that begin before them: none cuts a paragraph in two."""
    return sorted([*found, *more], key=lambda each: each.lines[0].start)


def _notes(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each note: numbers follow each other, or are raised."""
    groups: list[list[Line]] = []
    label = ""
    for line in lines:
        match = NOTE.match(line.text)
        mark = line.text[slice(*line.marks[0])] if line.marks and line.marks[0][0] == 0 else ""
        new = mark or (match[1] if match else "")
        follows = not (new.isdigit() and label.isdigit()) or int(new) in (1, int(label) + 1)
        if not groups or (new and (mark or follows)):
            groups.append([line])
            label = new
        else:
            groups[-1].append(line)
    return groups


def _with_references(
    found: Sequence[Found],
) -> tuple[tuple[Block, ...], tuple[Reference, ...]]:
    """Blocks without the marks of notes in their text, and what these refer to."""
    notes: dict[str, list[tuple[int, int]]] = {}
    for number, each in enumerate(found):
        if each.kind == "footnote" and (match := LABEL.match(each.lines[0].text)):
            notes.setdefault(match[1], []).append((each.lines[0].page, number))
    blocks: list[Block] = []
    references: list[Reference] = []
    for each in found:
        spans: list[Span] = []
        for n, line in enumerate(each.lines):
            cuts = _cuts(each, n, line, notes, references)
            at = line.start
            for start, end in [*cuts, (len(line.text), len(line.text))]:
                if line.start + start > at:
                    _add(
                        spans,
                        at,
                        line.start + start,
                        bool(each.lines[n - 1 : n]),
                        each,
                        n,
                        at == line.start,
                    )
                at = line.start + end
        if spans:
            blocks.append(Block(each.kind, tuple(spans)))
        else:
            blocks.append(Block(each.kind, (Span(each.lines[0].start, each.lines[-1].end),)))
    return tuple(blocks), tuple(references)


def _add(
    spans: list[Span], start: int, end: int, later: bool, each: Found, n: int, begins: bool
) -> None:
    """Add a stretch; lines that follow each other directly are one."""
    if later and begins and spans and spans[-1].end == each.lines[n - 1].end == start - 1:
        spans[-1] = Span(spans[-1].start, end)
    else:
        spans.append(Span(start, end))


def _cuts(
    each: Found,
    n: int,
    line: Line,
    notes: dict[str, list[tuple[int, int]]],
    references: list[Reference],
) -> list[tuple[int, int]]:
    """What of a line is no part of its block's text: bullets and marks of notes."""
    cuts: list[tuple[int, int]] = []
    if n == 0 and (each.kind == "item" or len(line.cells) > 1):
        marker = BULLET if each.kind == "item" else NUMBERED
        cuts += [match.span() for match in [marker.match(line.text)] if match]
    if n == 0 and each.kind == "footnote" and (match := LABEL.match(line.text)):
        return [match.span()]
    for start, end in line.marks:
        labels = line.text[start:end].split(",")
        targets = [_target(label, line.page, notes) for label in labels]
        if targets[0] is None and not _is_behind_word(line.text, start):
            continue
        cuts.append((start, end))
        at = line.start + start
        for label, target in zip(labels, targets, strict=True):
            if target is not None:
                references.append(Reference(Span(at, at + len(label)), target))
            at += len(label) + 1
    return cuts


def _target(label: str, page: int, notes: dict[str, list[tuple[int, int]]]) -> int | None:
    """The note of this label on the same page, or the next one."""
    known = notes.get(label, [])
    return next((n for p, n in known if p >= page), known[-1][1] if known else None)


def _is_behind_word(text: str, at: int) -> bool:
    """Whether a number stands behind a word or a mark, not behind a unit or a figure."""
    return bool(re.search(r"(?:[^\W\d_]{3}|[^\w\s])$", text[:at]))
