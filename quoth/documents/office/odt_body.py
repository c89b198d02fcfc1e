"""The paragraphs, tables and notes in the body of an OpenDocument text (OASIS OpenDocument 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from quoth.documents.office.kinds import Shape, shaped
from quoth.documents.office.odt_styles import DRAW, OFFICE, TABLE, TEXT, Styles
from quoth.documents.office.paragraphs import Item, Paragraph, Table, numbers, paragraphs
from quoth.documents.office.styles import Style

WHITE = re.compile(r"[ \t\r\n]+")
P, H, NOTE, LIST = TEXT + "p", TEXT + "h", TEXT + "note", TEXT + "list"
TRACKED, ANNOTATION = TEXT + "tracked-changes", OFFICE + "annotation"
LISTS = (
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
)
"""What says again what stands elsewhere."""
GONE = frozenset((TRACKED, ANNOTATION, OFFICE + "forms", TEXT + "ruby-text", TEXT + "script"))
GONE |= {TEXT + each for each in LISTS} | {TEXT + "hidden-text", DRAW + "object"}
SHAPES = tuple(DRAW + each for each in ("frame", "custom-shape", "rect", "ellipse", "line", "g"))
AS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
MOST_SPACES = 1000
"""What one element may stand for: its count is a number that anybody can make large."""


@dataclass(slots=True)
class Body:
    """Goes through a body from its start to its end, and gathers its notes on the way."""

    root: Element
    styles: Styles
    notes: dict[str, list[Paragraph]] = field(default_factory=dict)
    """The paragraphs of each note, by its key; whole once all items are out."""
    _numbers: dict[int, int] = field(default_factory=dict)
    _apart: dict[str, int] = field(default_factory=dict)
    """So many paragraphs have been seen in each part beside the body."""
    _part: str | None = None

    def __post_init__(self) -> None:
        self._numbers = numbers(self.root, (P, H), (NOTE, TRACKED, ANNOTATION, *SHAPES))

    def items(self) -> Iterator[Item]:
        """All paragraphs and tables, text boxes behind the paragraphs that hold them."""
        yield from self._inside(self.root, False)

    def _inside(self, element: Element, listed: bool) -> Iterator[Item]:
        for child in element:
            if child.tag in (NOTE, *GONE) or child.get(TEXT + "display") == "none":
                continue
            if child.tag in (P, H):
                yield from self._paragraph(child, listed)
            elif child.tag == TABLE + "table":
                yield Table([self._cells(row) for row in _rows(child)])
            elif child.tag in SHAPES:
                yield from self._box(child)
            else:
                item = child.tag in (LIST, TEXT + "numbered-paragraph")
                yield from self._inside(child, listed or item)

    def _cells(self, row: Element) -> list[list[Paragraph]]:
        return [self._paragraphs(cell) for cell in row.findall(TABLE + "table-cell")]

    def _paragraphs(self, element: Element) -> list[Paragraph]:
        found: list[Paragraph] = []
        for item in self._inside(element, False):
            found += paragraphs(item)
        return found

    def _paragraph(self, element: Element, listed: bool) -> Iterator[Item]:
        style = self.styles.of("paragraph", element.get(TEXT + "style-name", ""))
        paragraph = Paragraph(self._number(element), self._part, _shape(element, style, listed))
        boxes: list[Element] = []
        if not style.navigation:
            self._words(element, paragraph, style, boxes)
        yield paragraph
        for box in boxes:
            yield from self._box(box)

    def _number(self, element: Element) -> int:
        if self._part is None:
            return self._numbers.get(id(element), 0)
        self._apart[self._part] = self._apart.get(self._part, 0) + 1
        return self._apart[self._part]

    def _box(self, box: Element) -> Iterator[Item]:
        outer, self._part = self._part, "text boxes"
        yield from self._inside(box, False)
        self._part = outer

    def _words(
        self, element: Element, paragraph: Paragraph, style: Style, boxes: list[Element]
    ) -> None:
        """Take in the words of an element, whose style is `style`."""
        _add(paragraph, element.text, style)
        for child in element:
            if child.tag == NOTE:
                self._note(child, paragraph)
            elif child.tag in SHAPES:
                boxes.append(child)
            elif child.tag in AS:
                paragraph.add(AS[child.tag], bool(style.bold))
            elif child.tag == TEXT + "s":
                count = child.get(TEXT + "c", "1")
                paragraph.add(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES), True)
            elif child.tag not in GONE:
                self._words(child, paragraph, self._run(child, style), boxes)
            _add(paragraph, child.tail, style)

    def _run(self, element: Element, outer: Style) -> Style:
        name = element.get(TEXT + "style-name")
        if name is None or element.tag != TEXT + "span":
            return outer
        own = self.styles.of("text", name)
        return Style(
            bold=outer.bold if own.bold is None else own.bold,
            hidden=outer.hidden if own.hidden is None else own.hidden,
        )

    def _note(self, note: Element, paragraph: Paragraph) -> None:
        body = note.find(TEXT + "note-body")
        if body is None:
            return
        key = str(len(self.notes))
        paragraph.refer(key)
        self.notes[key] = []
        kind = "endnotes" if note.get(TEXT + "note-class") == "endnote" else "footnotes"
        outer, self._part = self._part, kind
        self.notes[key] = self._paragraphs(body)
        self._part = outer


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those in groups too, without those of tables in its cells."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag != TABLE + "table":
            yield from _rows(child)


def _shape(element: Element, style: Style, listed: bool) -> Shape:
    level = element.get(TEXT + "outline-level", "1") if element.tag == H else ""
    return shaped(style, level=int(level) if level.isdecimal() else None, listed=listed)


def _add(paragraph: Paragraph, text: str | None, style: Style) -> None:
    if not text or style.hidden:
        return
    words = WHITE.sub(" ", text)
    if not paragraph.pieces or paragraph.pieces[-1].endswith((" ", "\n", "\t")):
        words = words.lstrip(" ")
    if words:
        paragraph.add(words, bool(style.bold))
