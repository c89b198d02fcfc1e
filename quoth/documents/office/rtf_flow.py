"""A flow of RTF text, the body, a note or a box, as it is gathered paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.documents.office.kinds import Shape, shaped
from quoth.documents.office.paragraphs import Item, Paragraph, Table, paragraphs
from quoth.documents.office.styles import Style, first, inherited

TWIP = 20
"""So many are a point."""


@dataclass(slots=True)
class Setting:
    """How the paragraph at hand is set."""

    style: int = 0
    left: int = 0
    right: int = 0
    opening: int = 0
    """How far its first line is set in beyond the others; below 0 where it hangs out."""
    level: int | None = None
    listed: bool = False
    celled: bool = False
    initial: bool = False
    """Whether it is one large letter that the next paragraph goes on with."""

    def set(self, word: str, number: int) -> None:
        """Take in a control word; most say nothing that matters."""
        match word:
            case "s":
                self.style = number
            case "li" | "lin":
                self.left = number
            case "ri" | "rin":
                self.right = number
            case "fi":
                self.opening = number
            case "outlinelevel":
                self.level = number + 1 if 0 <= number < 9 else None
            case "ls":
                self.listed = number > 0
            case "intbl":
                self.celled = True
            case "dropcapt":
                self.initial = number > 0


@dataclass(slots=True)
class Named:
    """An entry of the style sheet."""

    name: str = ""
    based: int | None = None
    level: int | None = None


@dataclass(slots=True)
class Styles:
    """The style sheet, by numbers."""

    named: dict[int, Named] = field(default_factory=dict)
    _known: dict[int, Style] = field(default_factory=dict)

    def of(self, number: int) -> Style:
        """The style of that number, with what it inherits; RTF repeats how it is set."""
        if number not in self._known:
            chain: dict[int, Named] = {}
            at: int | None = number
            while at is not None and at in self.named and at not in chain:  # a loop ends
                chain[at] = self.named[at]
                at = chain[at].based
            names = [each.name for each in chain.values()]
            level = first(each.level for each in chain.values())
            self._known[number] = inherited(names, level)
        return self._known[number]


@dataclass(slots=True)
class Counter:
    """So many paragraphs have ended in each part."""

    seen: dict[str | None, int] = field(default_factory=dict)

    def next(self, part: str | None) -> int:
        """The number of the paragraph that ends now."""
        self.seen[part] = self.seen.get(part, 0) + 1
        return self.seen[part]


@dataclass(slots=True)
class Flow:
    """Paragraphs and tables in their order; a paragraph is known only when it ends."""

    styles: Styles
    counter: Counter
    part: str | None = None
    items: list[Item] = field(default_factory=list)
    current: Paragraph = field(default_factory=lambda: Paragraph(0))
    boxes: list[Item] = field(default_factory=list)
    """What follows the paragraph at hand."""
    _cell: list[Paragraph] = field(default_factory=list)
    _row: list[list[Paragraph]] = field(default_factory=list)
    _rows: list[list[list[Paragraph]]] = field(default_factory=list)

    def end_paragraph(self, setting: Setting, joined: bool = False) -> None:
        """The paragraph at hand ends; the next goes on with it where its end was deleted."""
        number = self.counter.next(self.part)
        if joined or setting.initial:
            return
        style = self.styles.of(setting.style)
        paragraph = Paragraph(0) if style.navigation else self.current
        paragraph.number, paragraph.part = number, self.part
        paragraph.shape = _shape(setting, style)
        if setting.celled:
            self._cell.append(paragraph)
            self._cell += (p for item in self.boxes for p in paragraphs(item))
        else:
            self._end_table()
            self.items += (paragraph, *self.boxes)
        self.current, self.boxes = Paragraph(0), []

    def end_cell(self, setting: Setting) -> None:
        """The last paragraph of a cell ends."""
        setting.celled = True
        self.end_paragraph(setting)
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The cells at hand are a row."""
        if self._row:
            self._rows.append(self._row)
            self._row = []

    def end(self, setting: Setting) -> list[Item]:
        """All of it, with what no mark ended."""
        if self.current.pieces or self.boxes:
            self.end_paragraph(setting)
        self._end_table()
        return self.items

    def _end_table(self) -> None:
        if self._cell:
            self._row.append(self._cell)
            self._cell = []
        self.end_row()
        if self._rows:
            self.items.append(Table(self._rows))
            self._rows = []


def _shape(setting: Setting, style: Style) -> Shape:
    return shaped(
        style,
        level=setting.level,
        listed=setting.listed,
        left=(setting.left + min(setting.opening, 0)) / TWIP,
        right=setting.right / TWIP,
    )
