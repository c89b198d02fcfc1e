"""The notes of a book: short pieces to which links lead forward, in the same file or another."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.joined import BETWEEN, joined
from quoth.documents.layouts import HtmlLayout, within
from quoth.records import BODY, Block, Document, Metadata, Reference, Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶‖]{1,3}|[ivxlc]{1,7}|[a-z])[\])]?")
"""What a mark looks like where the link does not say that it is one."""
LONGEST = 3000
"""No note has more characters."""
LINK = re.compile(r"""href\s*=\s*["'][^"'#]*#""", re.I)
LARGE = ("html", "body", "section", "main", "article", "div")
"""Elements of which an anchor in them says nothing, unless they hold one block."""
AROUND = 20
"""So many characters stand around a mark in its block."""
NOTEREF = re.compile(r"\b(?:doc-)?noteref\b")
NOTE = re.compile(r"\b(?:doc-)?(?:footnote|endnote|rearnote|note)\b")
"""What markup says of marks and notes (EPUB Structural Semantics, DPUB-ARIA)."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of a book: where it is in the package, its markup, and what was read of it."""

    path: str
    text: str
    document: Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A link that may be the mark of a note: where it stands, and the anchor that it leads to."""

    chapter: int
    span: Span
    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """The blocks that may be a note, from the first to before the last."""

    chapter: int
    first: int
    last: int


def book(name: str, chapters: Sequence[Chapter], metadata: Metadata) -> Document:
    """The chapters as one document, with its notes and the marks that refer to them."""
    whole = joined(name, [_placed(chapter) for chapter in chapters], metadata)
    if not any(LINK.search(chapter.text) for chapter in chapters):
        return replace(whole, references=())
    trees = [_Tree(chapter) for chapter in chapters]
    marks = [mark for number, tree in enumerate(trees) for mark in tree.marks(number)]
    wanted: dict[str, set[str]] = {}
    for mark in marks:
        wanted.setdefault(mark.path, set()).add(mark.anchor)
    notes = {
        (tree.path, anchor): note
        for number, tree in enumerate(trees)
        for anchor, note in tree.notes(number, wanted.get(tree.path, set()))
    }
    return _referred(whole, chapters, marks, notes)


def _placed(chapter: Chapter) -> Document:
    return replace(chapter.document, layout=within(chapter.document.layout, None, chapter.path))


def _referred(
    whole: Document,
    chapters: Sequence[Chapter],
    marks: Iterable[Mark],
    notes: Mapping[tuple[str, str], Note],
) -> Document:
    """The book whose marks refer to notes that stand behind them."""
    before = list(accumulate((len(c.document.blocks) for c in chapters), initial=0))
    offsets = list(accumulate((len(c.document.text) + len(BETWEEN) for c in chapters), initial=0))
    blocks = list(whole.blocks)
    references = []
    for mark in marks:
        note = notes.get((mark.path, mark.anchor))
        start = offsets[mark.chapter] + mark.span.start
        # What stands before its mark is where a note leads back to.
        if note and before[note.chapter] + note.first > whole.block_at(start):
            numbers = range(before[note.chapter] + note.first, before[note.chapter] + note.last)
            for number in numbers:
                blocks[number] = Block("footnote", blocks[number].spans)
            span = Span(start, offsets[mark.chapter] + mark.span.end)
            references.append(Reference(span, numbers[0]))
    return replace(whole, blocks=tuple(blocks), references=tuple(references))


class _Tree:
    """The elements of a chapter's markup, and the runs of its text that stand in them."""

    def __init__(self, chapter: Chapter) -> None:
        self.path = chapter.path
        self._document = chapter.document
        self._layout = cast(HtmlLayout, chapter.document.layout)
        self._parser = LexborHTMLParser(chapter.text.replace("\x00", "\ufffd"))
        self._runs = self._reached()
        self._numbers = self._numbered()

    def _reached(self) -> dict[int, tuple[int, int]]:
        """First and last run in each element, by the element's number in the layout."""
        runs: dict[int, tuple[int, int]] = {}
        for run, element in enumerate(self._layout.elements):
            while element and runs.get(element, (0, -1))[1] != run:
                runs[element] = runs.get(element, (run, run))[0], run
                element = self._layout.parents[element]
        return runs

    def _numbered(self) -> dict[int, int]:
        """The number in the layout of each element in which text stands, by its identity."""
        layout = self._layout
        steps = {(layout.parents[n], step): n for n, step in enumerate(layout.steps) if n}
        numbers: dict[int, int] = {}
        counts: dict[tuple[int, str], int] = {}
        root = self._parser.root
        for node in root.traverse() if root else ():
            parent, tag = node.parent, node.tag or ""
            above = parent.mem_id if parent else 0
            nth = counts[above, tag] = counts.get((above, tag), 0) + 1
            step = tag if tag in ("html", "body") else f"{tag}:nth-of-type({nth})"
            number = steps.get((numbers.get(above, 0), step))
            if number and (above in numbers or tag == "html"):
                numbers[node.mem_id] = number
        return numbers

    def marks(self, chapter: int) -> Iterator[Mark]:
        """The links that may be marks of notes."""
        for node in self._parser.css('a[href*="#"]'):
            number = self._numbers.get(node.mem_id)
            words = node.text().strip()
            sure = bool(NOTEREF.search(_said(node)))
            if number is None or not (sure or MARK.fullmatch(words)):
                continue
            start = self._layout.starts[self._runs[number][0]]
            block = self._document.blocks[self._document.block_at(start)]
            length = block.spans[-1].end - block.spans[0].start
            if block.kind in BODY and (sure or length >= len(words) + AROUND):
                span = Span(start, start + len(words))
                yield Mark(chapter, span, *self._target(node.attributes.get("href") or ""))

    def _target(self, href: str) -> tuple[str, str]:
        """The file and the anchor that a link leads to."""
        file, _, anchor = href.partition("#")
        folder = posixpath.dirname(self.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(file))) if file else self.path
        return path, unquote(anchor)

    def notes(self, chapter: int, anchors: set[str]) -> Iterator[tuple[str, Note]]:
        """What stands at those of the anchors that may be those of notes."""
        for node in self._parser.css("[id], a[name]") if anchors else ():
            anchor = node.id or node.attributes.get("name") or ""
            blocks = self._blocks(node) if anchor in anchors else None
            if blocks and (NOTE.search(_said(node)) or self._is_short_prose(*blocks)):
                yield anchor, Note(chapter, *blocks)

    def _blocks(self, node: LexborNode) -> tuple[int, int] | None:
        """The blocks in an element; where it is an empty anchor, those around or behind it."""
        within = self._of(node)
        if within:
            return within
        parent, following = node.parent, node.next
        around = self._of(parent) if parent else None
        if around and parent and (parent.tag not in LARGE or around[1] - around[0] == 1):
            return around
        while following and not following.is_element_node:
            following = following.next
        return self._of(following) if following else None

    def _of(self, node: LexborNode) -> tuple[int, int] | None:
        number = self._numbers.get(node.mem_id)
        if number is None:
            return None
        first, last = (self._layout.starts[run] for run in self._runs[number])
        return self._document.block_at(first), self._document.block_at(last) + 1

    def _is_short_prose(self, first: int, last: int) -> bool:
        blocks = self._document.blocks[first:last]
        prose = all(block.kind in ("paragraph", "item", "footnote") for block in blocks)
        return prose and blocks[-1].spans[-1].end - blocks[0].spans[0].start <= LONGEST


def _said(node: LexborNode) -> str:
    return f"{node.attributes.get('epub:type') or ''} {node.attributes.get('role') or ''}"
