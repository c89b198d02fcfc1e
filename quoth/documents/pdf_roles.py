"""What the paragraphs of a PDF are, by their letters and their place: title to footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quoth.documents.credits import OPENING as BYLINE
from quoth.documents.credits import credit
from quoth.documents.dates import iso_date
from quoth.documents.pdf_lines import BULLET, Line
from quoth.documents.pdf_margins import Body
from quoth.documents.pdf_paragraphs import GAP, SAME, Habits
from quoth.documents.pdf_pieces import BOLD
from quoth.documents.pdf_shapes import Shape
from quoth.documents.roles import FINAL, PLACE_AND_DATE, SLUG
from quoth.records import BlockKind

LARGE = 1.06
"""Letters so much larger than the text's are a heading's."""
HEADING = 110
"""Characters of a heading, at the most."""
FRONT = 14
"""Title, deck, byline and dateline stand among so many first groups."""
NOTES = re.compile(r"(?:end|foot)?notes|references|sources|works cited|bibliography", re.I)
APART = 9.0
"""The space, in line distances, between two lines that are not of one column."""
SIDE_BY_SIDE = 3
"""So many headings in a row, with no text of theirs, are links or a menu."""

Kind = BlockKind | None
"""None for what is no part of the document's text: menus, links, a letter's head."""


@dataclass(slots=True)
class Group:
    """Lines of one paragraph and what they look like together."""

    lines: list[Line]
    text: str
    above: float
    """Space above it in line distances, 1 for none; large where a column begins."""
    below: float

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.style.bold and not line.mixed & BOLD for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.style.italic for line in self.lines)

    @property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(FINAL.search(self.text))


def grouped(groups: Sequence[list[Line]], habits: Habits) -> list[Group]:
    """Groups with the space around them."""
    found = []
    for n, lines in enumerate(groups):
        above = _step(groups[n - 1][-1], lines[0], habits) if n else APART
        below = _step(lines[-1], groups[n + 1][0], habits) if n + 1 < len(groups) else APART
        found.append(Group(lines, " ".join([line.text for line in lines]), above, below))
    return found


def _step(last: Line, line: Line, habits: Habits) -> float:
    if last.part != line.part or last.base <= line.base:
        return APART
    usual = habits.leading.get(line.size) or habits.leading.get(last.size) or 1.3 * line.size
    return (last.base - line.base) / max(usual, 1)


def kinds_of(
    groups: Sequence[Group], habits: Habits, body: Body, shapes: Sequence[Sequence[Shape]]
) -> list[Kind]:
    """The kind of each group of running text."""
    plain = _plain_style(groups, body)
    kinds: list[Kind] = []
    for n, group in enumerate(groups):
        before = (kinds[-1], groups[n - 1]) if kinds else None
        after = groups[n + 1] if n + 1 < len(groups) else None
        kinds.append(_kind(group, before, after, habits, body, plain, shapes))
    _front(groups, kinds, body)
    _without_links(groups, kinds)
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
    shapes: Sequence[Sequence[Shape]],
) -> BlockKind:
    heading = _is_heading(group, after, habits, body, plain)
    sure = heading and (group.bold or group.size > LARGE * body.size)
    if before and before[0] == "quotation" and group.text[0] in "—–":
        return "quotation"  # who said it
    if BULLET.match(group.text):
        return "heading" if sure and group.bold else "item"
    if not sure and _is_quotation(group, before, habits, body, plain, shapes):
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
    shapes: Sequence[Sequence[Shape]],
) -> bool:
    indents = [line.indent for line in group.lines]
    inset = min(indents)
    follows = before is not None and before[0] == "quotation"
    ruled = _is_ruled(group, shapes)
    if ruled:
        return True
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


def _is_ruled(group: Group, shapes: Sequence[Sequence[Shape]]) -> bool:
    """Whether a rule runs down before it: one of its own, no rule between columns."""
    first, last = group.lines[0], group.lines[-1]
    if first.part != last.part:
        last = first
    reach = 2 * first.size if first.indent < 0.4 else 20 * first.size
    return any(
        shape.kind == "down"
        and 0 < first.left - shape.right < 3 * first.size
        and last.base - reach < shape.bottom < last.base + 1
        and first.base < shape.top < first.base + reach
        for shape in shapes[first.page]
    )


def _front(groups: Sequence[Group], kinds: list[Kind], body: Body) -> None:
    """Title, deck, byline and dateline, and nothing else, stand before the text begins."""
    end = next(
        (
            n
            for n, (group, kind) in enumerate(zip(groups, kinds, strict=True))
            if _is_prose(group, body) and kind in ("paragraph", "item", "quotation")
        ),
        0,
    )
    end = min(end, FRONT)
    if not end:
        return
    largest = max(group.size for group in groups[:end])
    largest_of = [n for n in range(end) if groups[n].size > 0.99 * largest]
    title = next((n for n in largest_of if not _is_credit(groups[n], body)), largest_of[0])
    if largest <= LARGE * body.size and not groups[title].bold:
        title = next((n for n in range(end) if groups[n].bold), title)
    for n in range(end):
        kinds[n] = _front_kind(groups[n], n, title, end, body)
    above = groups[title - 1] if title else None
    if "byline" not in kinds[:end] and above and _is_names(above, body):
        kinds[title - 1] = "byline"  # a manuscript begins with its writer


def _is_prose(group: Group, body: Body) -> bool:
    if abs(group.size - body.size) > 0.02 * body.size or group.bold:
        return False
    return len(group.text) > 150 or (group.final and len(group.text) > 60)


def _front_kind(group: Group, n: int, title: int, end: int, body: Body) -> Kind:
    if n == title:
        return "title"
    words = group.text.strip()
    if len(words) < 80 and PLACE_AND_DATE.fullmatch(words) and iso_date(words):
        return "dateline"
    after = n > title
    if len(words) < 120 and (BYLINE.match(words) or (after and _is_names(group, body))):
        return "byline"
    if iso_date(words) and len(words) < 80:
        return "dateline"
    if not after:
        return None
    if n - 1 == title or len(words) > 60 or group.italic:
        return "deck"
    if n == end - 1 and (group.bold or group.size > LARGE * body.size):
        return "heading"
    return "deck" if len(words) > 30 or group.size > body.size else "heading"


def _is_credit(group: Group, body: Body) -> bool:
    words = group.text.strip()
    dated = PLACE_AND_DATE.fullmatch(words)
    return bool(dated or BYLINE.match(words) or _is_names(group, body))


def _is_names(group: Group, body: Body) -> bool:
    """Whether it names people, as a byline without "By" does."""
    words = group.text.strip()
    if group.size > 1.25 * body.size or len(words) > 60 or SLUG.fullmatch(words):
        return False
    if words.isupper() and len(words.split()) > 5:
        return False
    names = credit(words.title() if words.isupper() else words).authors
    lengths = [len(name.split()) for name in names]
    return any(1 < each < 6 for each in lengths) and 2 * sum(lengths) > len(words.split())


def _without_links(groups: Sequence[Group], kinds: list[Kind]) -> None:
    """Menus and links are short lines in a row, with no text of theirs."""
    runs: Iterator[tuple[bool, list[int]]] = (
        (links, list(numbers))
        for links, numbers in groupby(
            range(len(groups)),
            key=lambda n: kinds[n] in ("heading", "paragraph") and _is_link(groups[n]),
        )
    )
    for links, numbers in runs:
        if links and len(numbers) >= SIDE_BY_SIDE:
            last = numbers[-1]
            # The last may be the heading of what follows.
            styles = groups[last].lines[0].style, groups[numbers[-2]].lines[0].style
            keep = last + 1 < len(groups) and styles[0] != styles[1]
            for n in numbers[: len(numbers) - keep]:
                kinds[n] = None


def _is_link(group: Group) -> bool:
    return len(group.text) < 70 and not group.final and len(group.lines) == 1
