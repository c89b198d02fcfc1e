"""Making the PDFs: which article goes into which layout, and the files of each."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from benchmarks.pdfs.article import QUOTING, Article, articles
from benchmarks.pdfs.breaks import divides_a_word
from benchmarks.pdfs.held import HELD
from benchmarks.pdfs.layout import Layout, Set
from benchmarks.pdfs.layouts import OPEN, SCAN
from benchmarks.pdfs.layouts_more import MORE
from benchmarks.pdfs.producers import producer
from benchmarks.pdfs.sheet import Sheet, sheet
from benchmarks.pdfs.truth import truth

TRIES = 8
"""Margins tried, at most, until a page or a column ends within a word."""


def layouts(which: Set) -> tuple[Layout, ...]:
    """The layouts of a set; the scan is among the open ones."""
    return {"open": (*OPEN, SCAN), "held": HELD, "more": MORE}[which]


def sheets(chosen: Iterable[Layout], seed: int = 0) -> Iterator[Sheet]:
    """Every copy of the layouts, with articles drawn by the seed; 60 for the open and held ones."""
    every, quoting = articles(), articles(QUOTING)
    for layout in chosen:
        for one in _drawn(layout, every, quoting, seed):
            yield sheet(f"{layout.name}-{one.name}", layout, one, f"{seed}-{one.name}")


def set_(one: Sheet) -> tuple[Sheet, bytes]:
    """The sheet, as it was set in the end, and its PDF."""
    program = producer(one.layout.producer)
    data = program.pdf(one)
    for again in range(TRIES if one.layout.divides else 0):
        if divides_a_word(data):
            break
        one = sheet(one.name, one.layout, one.article, f"{one.fields['seed']}.{again}")
        data = program.pdf(one)
    return one, data


def made(chosen: Iterable[Sheet], folder: Path) -> Iterator[Path]:
    """Writes NAME.pdf and its truth, NAME.json, for each sheet, and gives the PDF's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for planned in chosen:
        one, data = set_(planned)
        path = folder / f"{one.name}.pdf"
        path.write_bytes(data)
        with pypdfium2.PdfDocument(data) as document:
            facts = truth(one, len(document))
        path.with_suffix(".json").write_text(
            json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        yield path


def lacking(chosen: Iterable[Layout]) -> dict[str, str]:
    """The producers that cannot be used here, each with what to do about it."""
    names = sorted({layout.producer for layout in chosen})
    reasons = ((name, producer(name).missing()) for name in names)
    return {name: reason for name, reason in reasons if reason}


def _drawn(
    layout: Layout, every: dict[str, Article], quoting: dict[str, Article], seed: int
) -> list[Article]:
    names = layout.suits or tuple(every)
    drawn = random.Random(f"{seed}:{layout.name}").sample(names, layout.copies)
    return [(every | quoting)[name] for name in drawn]
