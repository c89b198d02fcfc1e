"""What the paragraphs of an office document are: by their styles, then by how they are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.documents.office.styles import Style, first
from quoth.documents.roles import FINAL, HEAD, HEADING_LENGTH, SHORT, shown, with_roles
from quoth.documents.text.rows import Row
from quoth.documents.text.shapes import kind_of
from quoth.records import Block, BlockKind

SET_IN = 12.0
"""A paragraph set in by so many points on both sides is a quotation."""
SET_IN_LEFT = 24.0
"""So many on the left alone, where few are."""
MOST = 4
"""What one character in so many or more has is no exception."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set."""

    kind: BlockKind | None = None
    """What its style or its element says; None where they say nothing."""
    level: int = 0
    """The rank of a heading, from 1."""
    left: float = 0
    """How far it is set in, in points."""
    right: float = 0
    bold: bool = False
    """Whether all its words are."""


def shaped(
    style: Style,
    level: int | None = None,
    listed: bool | None = None,
    left: float | None = None,
    right: float | None = None,
) -> Shape:
    """How a paragraph of this style is set, by what is said of the paragraph itself first."""
    rank = first((level, style.level)) or 0
    kind = style.kind or ("heading" if rank else None)
    if kind is None and first((listed, style.listed)):
        kind = "item"
    return Shape(kind, rank, first((left, style.left)) or 0, first((right, style.right)) or 0)


def with_kinds(
    text: str, blocks: Sequence[Block], shapes: Sequence[Shape], stated: str | None
) -> tuple[Block, ...]:
    """`blocks` of the kinds they are; `stated` is the title that the file's properties give."""
    kinds = _titled(text, blocks, shapes, stated)
    for number in _quoted(blocks, shapes):
        kinds[number] = "quotation"
    marked: list[Block] = []
    for kind, block in zip(kinds, blocks, strict=True):
        above = marked[-1] if marked else None
        marked.append(Block(kind or _by_its_words(text, block, above), block.spans))
    roles = tuple(with_roles(text, marked, "title" in kinds))
    # What is marked is not guessed at.
    told = [
        role if kind is None else block
        for kind, block, role in zip(kinds, marked, roles, strict=True)
    ]
    for number in _bold_headings(text, told, shapes):
        told[number] = Block("heading", told[number].spans)
    return tuple(told)


def _by_its_words(text: str, block: Block, above: Block | None) -> BlockKind:
    """What an unmarked block is as plain text: an item with a typed bullet, a credited picture."""
    span = block.spans[0]
    return kind_of(text, [Row(span.start, span.end, 0)], above, None)


def _titled(
    text: str, blocks: Sequence[Block], shapes: Sequence[Shape], stated: str | None
) -> list[BlockKind | None]:
    """The kinds that are marked, with one title at most: the only first-rank heading may be it."""
    kinds = [shape.kind for shape in shapes]
    titles = [number for number, kind in enumerate(kinds) if kind == "title"]
    for number in titles[1:]:
        kinds[number] = "heading"
    tops = [n for n, s in enumerate(shapes) if s.kind == "heading" and s.level == 1]
    if not titles and tops and tops[0] < HEAD:
        leads = all(len(shown(text, block)) <= SHORT for block in blocks[: tops[0]])
        same = shown(text, blocks[tops[0]]) == " ".join((stated or "").split())
        if leads and (len(tops) == 1 or same):
            kinds[tops[0]] = "title"
    return kinds


def _quoted(blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[int]:
    """The numbers of unmarked blocks that are set in from where most of the text stands."""
    edges: Counter[tuple[float, float]] = Counter()
    for block, shape in zip(blocks, shapes, strict=True):
        if shape.kind is None:
            edges[shape.left, shape.right] += block.spans[-1].end - block.spans[0].start
    if not edges:
        return []
    (left, right), _ = edges.most_common(1)[0]
    few = edges.total() / MOST
    quoted = {
        edge
        for edge, length in edges.items()
        if (edge[0] - left >= SET_IN and edge[1] - right >= SET_IN)
        or (edge[0] - left >= SET_IN_LEFT and edge[1] >= right and length < few)
    }
    return [
        number
        for number, shape in enumerate(shapes)
        if shape.kind is None
        and (shape.left, shape.right) in quoted
        # What is set in below a list belongs to its item.
        and not (number and shapes[number - 1].kind == "item")
    ]


def _bold_headings(text: str, blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[int]:
    """The numbers of short bold paragraphs above another that is not."""
    return [
        number
        for number, block in enumerate(blocks[:-1])
        if block.kind == "paragraph"
        and shapes[number].bold
        and not shapes[number + 1].bold
        and len(words := shown(text, block)) <= 2 * HEADING_LENGTH
        and not FINAL.search(words)
    ]
