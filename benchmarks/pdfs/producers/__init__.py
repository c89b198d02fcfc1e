"""One file for each program that sets PDFs; each has `missing` and `pdf`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from benchmarks.pdfs.sheet import Sheet

STYLES = Path(__file__).parents[1] / "styles"


def style(sheet: Sheet, suffix: str) -> str:
    """The style that the sheet's layout has for its producer, as text."""
    folder = STYLES / ("held" if sheet.layout.held else "open")
    return (folder / f"{sheet.layout.name}{suffix}").read_text(encoding="utf-8")


class Producer(Protocol):
    """What a producer's module offers."""

    def missing(self) -> str | None:
        """What to do before it can be used here; None where nothing is missing."""

    def pdf(self, sheet: Sheet) -> bytes:
        """The sheet, set. The same sheet gives the same pages."""


def producer(name: str) -> Producer:
    """The producer of that name."""
    return cast(Producer, import_module(f"benchmarks.pdfs.producers.{name}"))
