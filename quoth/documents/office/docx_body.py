"""The paragraphs and tables in a part of a Word document, as WordprocessingML has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from quoth.documents.office.docx_styles import (
    Styles,
    W,
    indent,
    is_listed,
    outline_level,
    switch,
)
from quoth.documents.office.kinds import Shape, shaped
from quoth.documents.office.paragraphs import Item, Paragraph, Table, numbers, paragraphs
from quoth.documents.office.styles import Style, first, lists

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
P, R, TABLE, BOX, CONTROL = W + "p", W + "r", W + "tbl", W + "txbxContent", W + "sdt"
TEXT = (W + "t", MATHS + "t")
AS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
GONE = frozenset(
    (W + "del", W + "moveFrom", W + "pPr", W + "rt", W + "sdtPr", W + "sectPr", W + "tblPr")
)
"""What is not there once changes are accepted, what is said above words, and mere properties."""
VERSIONS = COMPATIBLE + "AlternateContent"
DRAWN = (W + "drawing", W + "pict", W + "object", VERSIONS)
NOTE = {W + "footnoteReference": "footnotes:", W + "endnoteReference": "endnotes:"}


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction comes before its result."""

    instruction: str = ""
    result: bool = False

    @property
    def shows(self) -> bool:
        """Whether the words at hand are its result, and not said elsewhere."""
        return self.result and not lists(self.instruction)


@dataclass(slots=True)
class Body:
    """Goes through a part from its start to its end, for fields reach over paragraphs."""

    root: Element
    styles: Styles
    part: str | None = None
    """What places call it; None for the main one."""
    _numbers: dict[int, int] = field(default_factory=dict)
    _boxed: int = 0
    _fields: list[Field] = field(default_factory=list)
    _whole: bool = True
    _open: Paragraph | None = None
    """A paragraph whose end was deleted, or that is one large initial: the next goes on with it."""

    def __post_init__(self) -> None:
        self._numbers = numbers(self.root, (P,), (BOX,))
        kinds = [mark.get(W + "fldCharType") for mark in self.root.iter(W + "fldChar")]
        self._whole = kinds.count("begin") == kinds.count("end")

    def items(self, element: Element | None = None) -> Iterator[Item]:
        """The paragraphs and tables in an element, text boxes behind what holds them."""
        yield from self._inside(self.root if element is None else element)
        yield from self._ended()

    def paragraphs(self, element: Element) -> list[Paragraph]:
        """The paragraphs in an element, those in tables too."""
        found: list[Paragraph] = []
        for item in self.items(element):
            found += paragraphs(item)
        return found

    def _inside(self, element: Element) -> Iterator[Item]:
        for child in _shown(element):
            if child.tag == P:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._ended()
                yield self._table(child)
            else:
                yield from self._inside(child)

    def _ended(self) -> Iterator[Paragraph]:
        if self._open:
            yield self._open
        self._open = None

    def _table(self, table: Element) -> Table:
        rows = []
        for row in _of(table, W + "tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                cells = [
                    self.paragraphs(cell)
                    for cell in _of(row, W + "tc")
                    if cell.find(f"{W}tcPr/{W}cellDel") is None
                ]
                rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element) -> Iterator[Item]:
        properties = element.find(W + "pPr")
        style = self.styles.of(properties, "pStyle")
        paragraph = self._begun(element, _shape(properties, style))
        boxes: list[Element] = []
        self._words(element, Paragraph(0) if style.navigation else paragraph, style, boxes)
        if _goes_on(properties):
            self._open = paragraph
        else:
            yield paragraph
        waiting, self._open = self._open, None
        for box in boxes:
            yield from self.items(box)
        self._open = waiting

    def _begun(self, element: Element, shape: Shape) -> Paragraph:
        number = self._numbers.get(id(element))
        if number is None:
            self._boxed += 1
            return Paragraph(self._boxed, "text boxes", shape)
        if self._open:
            # The words before the join take the shape of those behind it.
            paragraph, self._open = self._open, None
            paragraph.number, paragraph.shape = number, shape
            return paragraph
        return Paragraph(number, self.part, shape)

    def _words(
        self, element: Element, paragraph: Paragraph, style: Style, boxes: list[Element]
    ) -> None:
        for child in _shown(element):
            if child.tag == R:
                self._run(child, paragraph, style, boxes)
            elif child.tag in TEXT:
                paragraph.add(child.text or "")
            elif child.tag == W + "fldSimple":
                if not lists(child.get(W + "instr", "")):
                    self._words(child, paragraph, style, boxes)
            else:
                self._words(child, paragraph, style, boxes)

    def _run(self, run: Element, paragraph: Paragraph, style: Style, boxes: list[Element]) -> None:
        properties = run.find(W + "rPr")
        own = self.styles.of(properties, "rStyle")
        hidden = first((switch(properties, "vanish"), own.hidden, style.hidden))
        bold = first((switch(properties, "b"), own.bold, style.bold)) or False
        for child in run:
            if child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif child.tag == W + "instrText":
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif hidden or not all(each.shows for each in self._fields):
                continue
            elif child.tag in TEXT:
                kept = child.get(SPACE) == "preserve"
                paragraph.add((child.text or "") if kept else (child.text or "").strip(), bold)
            elif child.tag in AS:
                paragraph.add(AS[child.tag], bold)
            elif child.tag in NOTE:
                paragraph.refer(f"{NOTE[child.tag]}{child.get(W + 'id')}")
            elif child.tag in DRAWN:
                boxes += _boxes(_version(child))
            elif child.tag == W + "ruby":
                self._words(child, paragraph, style, boxes)

    def _field(self, kind: str | None) -> None:
        if not self._whole:  # a field that never ends would swallow the rest
            return
        if kind == "begin":
            self._fields.append(Field())
        elif self._fields and kind == "separate":
            self._fields[-1].result = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _shape(properties: Element | None, style: Style) -> Shape:
    return shaped(
        style,
        level=outline_level(properties),
        listed=is_listed(properties),
        left=indent(properties, "left", "start"),
        right=indent(properties, "right", "end"),
    )


def _goes_on(properties: Element | None) -> bool:
    """Whether the next paragraph continues this one: its end is deleted, or it is an initial."""
    if properties is None:
        return False
    frame = properties.find(W + "framePr")
    initial = frame is not None and frame.get(W + "dropCap", "none") != "none"
    return initial or properties.find(f"{W}rPr/{W}del") is not None


def _shown(element: Element) -> Iterator[Element]:
    """The children of an element that a reader sees."""
    for child in element:
        if child.tag not in GONE and not (child.tag == CONTROL and _is_placeholder(child)):
            yield _version(child)


def _version(element: Element) -> Element:
    """Of two versions of one thing for older and newer programs, the newer."""
    newer = element.find(COMPATIBLE + "Choice") if element.tag == VERSIONS else None
    return element if newer is None else newer


def _is_placeholder(control: Element) -> bool:
    """Whether a content control asks for words, or gathers a list of contents."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    contents = gallery is not None and gallery.get(W + "val") == "Table of Contents"
    return contents or properties.find(W + "showingPlcHdr") is not None


def _of(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where something is wrapped around them."""
    for child in _shown(element):
        if child.tag == tag:
            yield child
        elif child.tag not in (P, TABLE):
            yield from _of(child, tag)


def _boxes(element: Element) -> list[Element]:
    """The text boxes in a drawing, without those in them."""
    if element.tag == BOX:
        return [element]
    return [box for child in _shown(element) for box in _boxes(child)]
