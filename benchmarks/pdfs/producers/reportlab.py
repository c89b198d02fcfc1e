"""Pages by ReportLab: untagged, in the standard fonts, by the measures in the layout's TOML."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from importlib.util import find_spec
from io import BytesIO
from string import Template
from typing import Any
from unittest.mock import patch

from benchmarks.pdfs.article import Piece, Run
from benchmarks.pdfs.producers import style
from benchmarks.pdfs.producers.scan import scanned
from benchmarks.pdfs.sheet import Sheet
from benchmarks.pdfs.truth import roman

FRONT = ("title", "deck", "byline", "dateline")
PAPERS = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 4}


def missing() -> str | None:
    """What to do before it can be used here."""
    if find_spec("reportlab"):
        return None
    return "ReportLab is not installed; run: pip install '.[pdfs]'"


def pdf(sheet: Sheet) -> bytes:
    """The sheet, set by ReportLab; a scan is the layout `agency` as images."""
    if sheet.layout.scanned:
        agency = replace(sheet.layout, name="agency", scanned=False)
        return scanned(pdf(replace(sheet, layout=agency)))
    return _Setting(sheet).pdf()


@dataclass(frozen=True)
class _Area:
    """Where the text of a page stands, in points."""

    side: float
    bottom: float
    wide: float
    tall: float

    def columns(self, count: int, gap: float, lower: float = 0) -> list[Any]:
        """Frames side by side that begin `lower` than the area's top."""
        from reportlab.platypus import Frame

        wide = (self.wide - (count - 1) * gap) / count
        edges = [self.side + n * (wide + gap) for n in range(count)]
        return [Frame(x, self.bottom, wide, self.tall - lower, 0, 0, 0, 0) for x in edges]


class _Setting:
    """One sheet under way, with its measures."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.looks = tomllib.loads(Template(style(sheet, ".toml")).safe_substitute(sheet.fields))
        self.size = float(sheet.fields["size"])
        self.page = PAPERS[self.looks["paper"]]

    def pdf(self) -> bytes:
        from reportlab.platypus import BaseDocTemplate, FrameBreak, PageTemplate

        looks, (width, height) = self.looks, self.page
        side, bottom = looks["side"], looks["bottom"]
        area = _Area(side, bottom, width - 2 * side, height - bottom - looks["top"])
        front = [self._flowable(one) for one in self.sheet.pieces if one.kind in FRONT]
        body = [self._flowable(one) for one in self.sheet.pieces if one.kind not in FRONT]
        columns = partial(area.columns, looks.get("columns", 1), looks.get("gap", 0))
        first = columns()
        if len(first) > 1:  # the title runs over all columns
            over = 16 + sum(
                one.wrap(area.wide, height)[1] + one.getSpaceBefore() + one.getSpaceAfter()
                for one in front
            )
            lifted = _Area(side, bottom + area.tall - over, area.wide, over)
            first = [*lifted.columns(1, 0), *columns(over)]
            front.append(FrameBreak())
        made = BytesIO()
        document = BaseDocTemplate(
            made,
            pagesize=self.page,
            title=self.sheet.fields["title"],
            author=self.sheet.fields["authors"],
            invariant=True,
        )
        templates = (("first", first), ("later", columns()))
        document.addPageTemplates(
            [
                PageTemplate(name, frames, onPageEnd=self._margins, autoNextPageTemplate="later")
                for name, frames in templates
            ]
        )
        with patch.dict(os.environ, SOURCE_DATE_EPOCH=self.sheet.fields["epoch"]):
            document.build([*front, *body])
        return made.getvalue()

    def _margins(self, canvas: Any, _: Any) -> None:
        """Writes what waited, then heads and feet; `parity` 1 is for odd pages and 0 for even.

        `first` and `last` are the pages that a head begins and ends with; one that is turned by
        `turn` degrees stands at `x` and `bottom`.
        """
        from benchmarks.pdfs.producers.rows import write_rows

        write_rows(canvas)
        number, (width, height) = canvas.getPageNumber(), self.page
        for head in self.looks["heads"]:
            if head.get("parity", number % 2) != number % 2:
                continue
            if not head.get("first", 1) <= number <= head.get("last", number):
                continue
            text = Template(head["text"]).safe_substitute(page=number, roman=roman(number))
            y = height - head["top"] if "top" in head else head["bottom"]
            canvas.setFont(head["font"], head["size"])
            if "turn" in head:
                canvas.saveState()
                canvas.setFillGray(0, head.get("alpha", 1))
                canvas.translate(head["x"], y)
                canvas.rotate(head["turn"])
                canvas.drawString(0, 0, text)
                canvas.restoreState()
                continue
            side = self.looks["side"]
            draw, x = {
                "left": (canvas.drawString, side),
                "center": (canvas.drawCentredString, width / 2),
                "right": (canvas.drawRightString, width - side),
            }[head["at"]]
            draw(x, y, text)
        canvas.setLineWidth(0.4)
        for x1, y1, x2, y2 in self.looks.get("rules", []):
            canvas.line(x1, height - y1, x2, height - y2)

    def _flowable(self, piece: Piece) -> Any:
        from reportlab.platypus import Paragraph

        if piece.kind == "table":
            return self._table(piece)
        name = "citation" if piece.citation else piece.kind
        look = self._style(name)
        if self.looks.get("rows"):
            from benchmarks.pdfs.producers.rows import Waiting

            bullet = f"{piece.marker} " if piece.marker else ""
            return Waiting(escape(bullet + piece.text), look)
        opens = self.looks["kinds"].get(name, {}).get("opens", "")
        note = f"{piece.marker}. " if piece.kind == "footnote" else ""
        before = piece.marker if piece.kind == "item" else None
        return Paragraph(note + opens + "".join(map(_word, piece.runs)), look, bulletText=before)

    def _table(self, piece: Piece) -> Any:
        from reportlab.platypus import Paragraph, Table

        look = self._style("table")
        cells = [[Paragraph(escape(cell), look) for cell in row] for row in piece.rows]
        line = ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#888888")
        return Table(cells, style=[line], hAlign="LEFT", spaceBefore=6, spaceAfter=8)

    def _style(self, kind: str) -> Any:
        """Sizes and spaces in the TOML are in units of the text's size, edges in points.

        `also` has what ReportLab alone knows, by its names.
        """
        from reportlab.lib.styles import ParagraphStyle

        of = self.looks["text"] | self.looks["kinds"].get(kind, {})
        points = of["size"] * self.size
        return ParagraphStyle(
            kind,
            fontName=of["font"],
            fontSize=points,
            leading=points * of["leading"],
            spaceBefore=of["before"] * self.size,
            spaceAfter=of["after"] * self.size,
            leftIndent=of.get("left", 0),
            rightIndent=of.get("right", 0),
            firstLineIndent=of.get("first", 0),
            bulletIndent=of.get("bullet", 0),
            bulletFontSize=points,
            bulletFontName=of["font"],
            alignment=ALIGN[of["align"]],
            # Without pyphen, which the extra brings with it, no word is divided.
            hyphenationLang="en_US" if of.get("hyphens") else "",
            embeddedHyphenation=1,
            **of.get("also", {}),
            allowWidows=1,
            allowOrphans=1,
            keepWithNext=kind == "heading",
        )


def _word(run: Run) -> str:
    text = escape(run.text)
    if run.style == "note":
        return f"<super>{text}</super>"
    return f"<i>{text}</i>" if run.style == "italic" else text
