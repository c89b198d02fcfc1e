"""The text of a web page as a run of pieces: what stands between the bounds of blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quoth.documents.html.style import indented
from quoth.documents.html.tree import Tree

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
ADDRESS = ("http://", "https://", "www.")
"""A link that shows its address cites it; one that shows words leads there."""
BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\f]*|[ \t\r\f]+")
"""White space in preformatted text, whose lines stay."""
WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Piece:
    """Text with no block boundary in it: its runs, each with the number of its element."""

    element: int
    number: int
    """Its place among all the pieces of the page."""
    ruled: bool = False
    """Whether a thematic break stands above it."""
    runs: list[tuple[str, int]] = field(default_factory=list)
    linked: int = 0
    """So many of its characters are links."""
    slanted: int = 0
    """So many are in italics or in small print."""
    heavy: int = 0
    """So many are bold."""
    text: str = ""
    """What its runs say, once all are in."""


def pieces(parser: LexborHTMLParser) -> tuple[Tree, list[Piece]]:
    """The elements of a page, and its text in document order without what is silent."""
    tree = Tree()
    found = Pieces(tree)
    numbers: dict[int, int] = {}
    root = parser.root
    apart = indented(node.text() for node in parser.css("style"))
    for node in root.traverse(include_text=True) if root else ():
        above = node.parent
        parent = numbers.get(above.mem_id, 0) if above else 0
        if node.is_element_node:
            number = numbers[node.mem_id] = tree.add(node, parent, apart)
            if tree.tags[number] == "br":
                found.breaks += 1
            elif tree.blocks[number] == number:
                found.boundary()
                found.ruled = found.ruled or tree.tags[number] == "hr"
        elif node.is_text_node and not tree.silent[parent]:
            found.text(parent, node.text_content or "")
    found.boundary()
    return tree, found.done


def _blank(white: re.Match[str]) -> str:
    return "\n" if "\n" in white.group() else " "


class Pieces:
    """Gathers runs of text into pieces; a boundary, or two line breaks, ends one."""

    def __init__(self, tree: Tree) -> None:
        self.done: list[Piece] = []
        self.breaks = 0
        self.ruled = False
        self._tree = tree
        self._current: Piece | None = None

    def boundary(self) -> None:
        """End the piece at hand."""
        piece = self._current
        if piece and piece.runs:
            last, element = piece.runs[-1]
            piece.runs[-1] = (last.rstrip(), element)
            piece.text = "".join(text for text, _ in piece.runs)
            if piece.text and not piece.text.isspace():
                self.done.append(piece)
        self._current, self.breaks = None, 0

    def text(self, element: int, text: str) -> None:
        """Take in the text of one text node."""
        block = self._tree.blocks[element]
        if self._current and block != self._current.element:
            self.boundary()
        if self._tree.tags[block] != "pre":
            self._run(element, WHITE.sub(" ", text))
            return
        for n, part in enumerate(BLANK_LINE.split(text)):
            if n:
                self.boundary()
            self._run(element, BLANKS.sub(_blank, part if self._current else part.lstrip()))

    def _run(self, element: int, text: str) -> None:
        bare = text.strip()
        if self.breaks > 1 and bare:
            self.boundary()
        runs = self._current.runs if self._current else []
        if not runs or runs[-1][0].endswith((" ", "\n")) or self.breaks:
            text = text.lstrip(" ")
        if self.breaks and bare and runs:
            text = "\n" + text
        if bare:
            self.breaks = 0
        if not text or (not bare and not runs):
            return
        if self._current is None:
            self._current = Piece(self._tree.blocks[element], len(self.done), self.ruled)
            self.ruled = False
        self._current.runs.append((text, element))
        if self._tree.linked[element] and not bare.startswith(ADDRESS):
            self._current.linked += len(bare)
        self._current.slanted += len(bare) if self._tree.slanted[element] else 0
        self._current.heavy += len(bare) if self._tree.heavy[element] else 0
