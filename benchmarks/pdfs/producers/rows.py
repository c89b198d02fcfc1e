"""Paragraphs whose lines wait until the page is full, to be written row by row.

Some programs write what stands side by side line after line, across all columns: the order of the
file is then no order to read in.
"""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Paragraph


class Waiting(Paragraph):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph in one style whose lines wait on the canvas."""

    def draw(self) -> None:
        waiting = self.canv.__dict__.setdefault("waiting", [])
        look = self.style
        for n, line in enumerate(self.blPara.lines):
            words = line[1] if isinstance(line, tuple) else [one.text for one in line.words]
            indent = look.leftIndent + (look.firstLineIndent if n == 0 else 0)
            down = self.height - look.fontSize - n * look.leading
            x, y = self.canv.absolutePosition(indent, down)
            waiting.append((-round(y), x, look.fontName, look.fontSize, " ".join(words)))


def write_rows(canvas: Any) -> None:
    """Writes the lines that wait, from the top of the page down and from left to right."""
    for y, x, font, size, text in sorted(canvas.__dict__.pop("waiting", [])):
        canvas.setFont(font, size)
        canvas.drawString(x, -y, text)
