"""From the paragraphs of an office document to a Document, whatever format they came from.

The document's text is the paragraphs' words, parted by blank lines: the body first, then the notes
in the order in which the body refers to them. A table is one block, its cells parted by tabs and
its rows by line breaks.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from quoth.documents.dates import iso_date
from quoth.documents.layouts import OfficeLayout
from quoth.documents.metadata import all_found, found
from quoth.documents.office.kinds import Shape, with_kinds
from quoth.documents.roles import said
from quoth.documents.text import plain
from quoth.documents.text.rows import CLOSED
from quoth.records import Block, Document, Metadata, Reference, Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_ENDS = re.compile(r"\n\s*")
SENTENCES = 60
"""Lines that are so long on average, and all end sentences, are paragraphs."""
LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
"""A line end inside a paragraph."""
PROSE = 200
"""A paragraph in a table that is longer than this is no entry of a table."""
BOX_ROWS = 3
TOOLS = re.compile(
    r"python-docx|administrator|admin|(?:default |windows |microsoft office )?user|owner|root"
    r"|unknown(?: author)?|author|libreoffice|openoffice(?:\.org)?|pandoc|apache poi|calibre.*",
    re.I,
)
"""What stands in the author's place where a machine filled it in."""
UNTITLED = re.compile(
    r"untitled.*|unbenannt.*|document ?\d*|microsoft word - .*|\S*\.\w{3,4}", re.I
)
"""What stands in the title's place; a file's name is no title."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph as the file has it, gathered word by word."""

    number: int
    """As counted in its part of the file, from 1."""
    part: str | None = None
    shape: Shape = field(default_factory=Shape)
    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Where a note is referred to, in characters from the start, and the note's key."""
    length: int = 0
    plain: int = 0
    """So many of its letters are not bold."""

    def add(self, text: str, bold: bool = False) -> None:
        """Words that follow."""
        self.pieces.append(text)
        self.length += len(text)
        if not bold and not text.isspace():
            self.plain += len(text)

    def refer(self, key: str) -> None:
        """A reference to a note that follows."""
        self.notes.append((self.length, key))

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass(slots=True)
class Table:
    """Rows of cells of paragraphs; a table in a cell gives its paragraphs to the cell."""

    rows: list[list[list[Paragraph]]]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs, row by row."""
        return [p for row in self.rows for cell in row for p in cell]

    @property
    def is_frame(self) -> bool:
        """Whether it only sets prose in a box or side by side, as letterheads do."""
        if len(self.rows) == 1 and len(self.rows[0]) == 1:
            return True
        prose = sum(p.length for p in self.paragraphs if p.length > PROSE)
        narrow = all(len(row) < 2 for row in self.rows) or len(self.rows) <= BOX_ROWS
        return narrow and 2 * prose > sum(p.length for p in self.paragraphs)


Item = Paragraph | Table


def paragraphs(item: Item) -> list[Paragraph]:
    """The paragraph that an item is, or those of the table that it is."""
    return item.paragraphs if isinstance(item, Table) else [item]


def document(
    name: str, body: Iterable[Item], notes: Mapping[str, Sequence[Paragraph]], stated: Metadata
) -> Document:
    """The document of these paragraphs; `stated` is what the file says of itself elsewhere.

    A note that nothing refers to is not shown by any program, and is left out.
    """
    items = list(_unframed(body))
    if not _is_marked(items):
        return _plain(name, items, stated)
    text = _Text()
    blocks, shapes = [], []
    for item in items:
        for spans, shape in text.table(item) if isinstance(item, Table) else text.paragraph(item):
            blocks.append(Block(shape.kind or "paragraph", spans))
            shapes.append(shape)
    body_blocks = len(blocks)
    numbers: dict[str, int] = {}
    for _, key in text.marks:  # which grow, where a note refers to another
        if key in notes and key not in numbers:
            spans = tuple(s for p in notes[key] for part, _ in text.paragraph(p) for s in part)
            if spans:
                numbers[key] = len(blocks)
                blocks.append(Block("footnote", spans))
    whole = "".join(text.parts)
    title = stated.title.value if stated.title else None
    kinds = with_kinds(whole, blocks[:body_blocks], shapes, title)
    done = (*kinds, *blocks[body_blocks:])
    references = tuple(
        Reference(Span(at, at), numbers[key]) for at, key in text.marks if key in numbers
    )
    metadata = _filled(said(whole, done), stated)
    return Document(name, whole, done, text.layout, metadata, references)


def numbers(root: Element, paragraphs: Sequence[str], apart: Sequence[str]) -> dict[int, int]:
    """The number of each paragraph, by the identity of its element.

    What stands in an element that is set apart from the flow, as a text box, is not counted.
    """
    outside = {id(p) for tag in apart for each in root.iter(tag) for p in each.iter()}
    own = (p for p in root.iter() if p.tag in paragraphs and id(p) not in outside)
    return {id(p): number for number, p in enumerate(own, 1)}


def stated(
    title: str | None = None,
    creators: Sequence[str | None] = (),
    created: str | None = None,
    modified: str | None = None,
    language: str | None = None,
) -> Metadata:
    """What a file's properties say; tools are no authors, and semicolons part several."""
    where = "properties"
    names = (name.strip() for creator in creators for name in (creator or "").split(";"))
    return Metadata(
        title=None if UNTITLED.fullmatch((title or "").strip()) else found(title, where),
        authors=all_found((name for name in names if not TOOLS.fullmatch(name)), where),
        published=found(iso_date(created or ""), where),
        modified=found(iso_date(modified or ""), where),
        language=found(language, where),
    )


def _filled(shown: Metadata, stated: Metadata) -> Metadata:
    """What readers see counts most: properties are inherited from templates and older files."""
    return replace(
        stated,
        outlet=shown.outlet,
        title=shown.title or stated.title,
        authors=shown.authors or stated.authors,
        published=shown.published or stated.published,
    )


def _unframed(body: Iterable[Item]) -> Iterator[Item]:
    for item in body:
        if isinstance(item, Table) and item.is_frame:
            yield from item.paragraphs
        else:
            yield item


def _is_marked(items: Sequence[Item]) -> bool:
    """Whether anything but its words says what any paragraph is."""
    shapes = [
        replace(item.shape, bold=not item.plain)
        for item in items
        if isinstance(item, Paragraph) and not item.text.isspace() and item.length
    ]
    beside = any(isinstance(item, Table) or item.part or item.notes for item in items)
    return beside or len(set(shapes)) > 1 or any(shape.kind for shape in shapes)


def _is_several(text: str) -> bool:
    """Whether somebody ended paragraphs by line breaks, so that one holds several."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and len(text) > SENTENCES * len(lines)
        and all(CLOSED.search(line.rstrip()[-20:]) for line in lines[:-1] if not line.isspace())
    )


def _plain(name: str, items: Sequence[Item], stated: Metadata) -> Document:
    """The document of paragraphs that nothing marks: they are the lines of a plain text.

    Texts are pasted into office programs with the line ends of a mail or the page numbers of a PDF.
    """
    layout = OfficeLayout(array("I"), array("I"), [])
    lines: list[str] = []
    offset = 0
    for item in items:
        for paragraph in paragraphs(item):
            layout.starts.append(offset)
            layout.numbers.append(paragraph.number)
            layout.parts.append(paragraph.part)
            text = paragraph.text.rstrip()
            lines.append(text if _is_several(text) else LINE_END.sub(" ", text))
            offset += len(lines[-1]) + 2
    document = plain.document("\n\n".join(lines), name)
    return replace(document, layout=layout, metadata=_filled(document.metadata, stated))


class _Text:
    """The text as it grows, with the place of each paragraph and of each mark of a note."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.layout = OfficeLayout(array("I"), array("I"), [])
        self.marks: list[tuple[int, str]] = []
        self._length = 0

    def paragraph(self, paragraph: Paragraph) -> Iterator[tuple[tuple[Span, ...], Shape]]:
        """The spans of a paragraph; one that holds blank lines is as many as they part."""
        start, _ = self._put(paragraph, "\n\n")
        text = paragraph.text.strip()
        at = 0
        gaps = (LINE_ENDS if _is_several(text) else BLANK_LINE).finditer(text)
        for gap in (*gaps, None):
            stop = gap.start() if gap else len(text)
            stretch = text[at:stop].rstrip()
            if stretch:
                shape = replace(paragraph.shape, bold=not paragraph.plain)
                yield (Span(start + at, start + at + len(stretch)),), shape
            at = gap.end() if gap else stop

    def table(self, table: Table) -> Iterator[tuple[tuple[Span, ...], Shape]]:
        """The span of a table."""
        first: int | None = None
        end = 0
        before = "\n\n"
        for row in table.rows:
            for cell in row:
                for paragraph in cell:
                    start, stop = self._put(paragraph, before)
                    if start < stop:
                        first, end = first if first is not None else start, stop
                        before = " "
                before = "\t" if first is not None else before
            before = "\n" if first is not None else before
        if first is not None:
            yield (Span(first, end),), Shape("table")

    def _put(self, paragraph: Paragraph, before: str) -> tuple[int, int]:
        whole = paragraph.text
        text = whole.strip()
        if text and self.parts:
            self._add(before)
        start = self._length
        if text:
            self.layout.starts.append(start)
            self.layout.numbers.append(paragraph.number)
            self.layout.parts.append(paragraph.part)
            self._add(text)
        cut = len(whole) - len(whole.lstrip())
        self.marks += (
            (start + min(max(at - cut, 0), len(text)), key) for at, key in paragraph.notes
        )
        return start, self._length

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
